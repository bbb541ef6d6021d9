import Configuration
import Foundation
import ModelDescription
import ProgramLowering
import TensorPrograms

/// The models that come with the project.
enum Catalogue {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  static let names = Catalog(root: root).names(of: .model)

  static func model(_ name: String) throws -> Model {
    try ModelFile.read(path: Catalog(root: root).modelPath(named: name))
  }

  static func step(
    _ name: String, batch: Int = 2, length: Int = 64, precision: Precision = .float32,
    optimizer: Optimizer = .adam, joinsProducts: Bool = false
  ) throws -> TrainingProgram {
    let job = TrainingJob(
      globalBatchSize: batch, sequenceLength: length, precision: precision,
      optimizer: optimizer)
    return try TrainingProgram(model(name), for: job, joinsProducts: joinsProducts)
  }
}

extension Program {
  /// Multiplications and additions of products and convolutions among the first operations; images
  /// are laid out as the lowering writes them.
  func productFLOPs(ofFirst count: Int? = nil) -> Double {
    operations.prefix(count ?? operations.count).reduce(0) { sum, operation in
      let types = operation.operands.map(type)
      switch operation.kind {
      case .dot(let dot):
        let inner = dot.leftContracting.reduce(1) { $0 * types[0].shape[$1] }
        return sum + 2 * Double(type(operation.results[0]).elementCount) * Double(inner)
      case .convolution(let convolution):
        guard let places = ConvolutionPlaces(convolution.labels) else { return sum }
        let kernel = types[1].elementCount / types[1].shape[places.kernelOutput]
        return sum + 2 * Double(type(operation.results[0]).elementCount) * Double(kernel)
      default: return sum
      }
    }
  }
}
