import ClusterTopology
import Configuration
import CostModel
import Foundation
import ModelDescription
import StrategySpace

/// A shipped model on a shipped cluster.
struct BenchmarkJob {
  var model: String
  var cluster: String
  var globalBatchSize: Int
  var sequenceLength: Int

  var name: String { "\(model) on \(cluster)" }

  /// The directory that holds `Models` and `Clusters`: above this file.
  static let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4)
    .joined(separator: "/").dropFirst()

  func costs() throws -> CostModel {
    let catalog = Catalog(root: String(Self.root))
    let model = try ModelFile.read(path: catalog.modelPath(named: model))
    let job = TrainingJob(globalBatchSize: globalBatchSize, sequenceLength: sequenceLength)
    return CostModel(
      try model.layerGraph(for: job), job,
      on: try catalog.cluster(ClusterReference(cluster)))
  }
}
