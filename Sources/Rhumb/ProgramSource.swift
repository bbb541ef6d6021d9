public import Configuration
import Foundation
public import ProgramLowering
import Sharding
import TensorPrograms

/// A sharding of a program's inputs that somebody asks about.
struct GivenSharding {
  var mesh: Mesh
  var inputs: [TensorLayout]
  /// `nil` when nothing is said of outputs.
  var outputs: [TensorLayout?]?
  var names: [String?]?
  var compiled: ShardingCase?
}

/// A program and where it came from: a text, or a model that was lowered.
public struct ProgramSource: Sendable {
  /// What messages call it.
  public var path: String
  private let origin: Origin

  private enum Origin {
    case text(String)
    case lowered(Program)
  }

  public init(text: String, path: String) {
    self.path = path
    origin = .text(text)
  }

  /// The training step of a model.
  public init(_ step: TrainingProgram, ofModel name: String) {
    path = name
    origin = .lowered(step.program)
  }

  /// - Throws: `InvalidInput` for a file that cannot be read.
  public init(path: String) throws(InvalidInput) {
    self.init(text: try SourceFile.text(ofFile: path), path: path)
  }

  func read() throws -> Program {
    switch origin {
    case .text(let text): try locating { try Program(stableHLO: text) }
    case .lowered(let program): program
    }
  }

  /// The program as StableHLO text.
  public func text() throws -> String {
    switch origin {
    case .text(let text): text
    case .lowered(let program): try locating { try program.stableHLO() }
    }
  }

  /// Turns a mistake in the text into a message with the file's name.
  func locating<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as ProgramError {
      let position = Diagnostic.Position(
        line: error.location.line, column: error.location.column)
      let operation = error.operation.map { "\($0): " } ?? ""
      throw InvalidInput([
        Diagnostic(file: path, position: position, message: operation + error.message)
      ])
    }
  }

  /// The shardings in the text itself, if its arguments have any.
  func annotations(of program: Program) throws -> GivenSharding? {
    let given = program.inputShardings + program.outputShardings
    guard let name = given.compactMap({ $0?.mesh }).first else { return nil }
    guard let annotation = program.meshes[name] else {
      throw InvalidInput(file: path, "shardings name the mesh '@\(name)', which is not defined")
    }
    let mesh = Mesh(annotation.axes.map { Mesh.Axis($0.name, $0.size) })
    guard (1...Mesh.largestAxisCount).contains(mesh.axes.count),
      Set(mesh.axes.map(\.name)).count == mesh.axes.count
    else {
      throw InvalidInput(
        file: path, "the mesh '@\(name)' needs one to four axes of different names")
    }
    func layouts(
      _ annotations: [ShardingAnnotation?], _ values: [Int], _ kind: String
    ) throws -> [TensorLayout?] {
      try zip(annotations, values).enumerated().map { index, pair in
        guard let annotation = pair.0 else { return nil }
        do {
          return try TensorLayout(
            spec: annotation.dimensions, of: program.type(pair.1), on: mesh)
        } catch let problem as LayoutProblem {
          throw InvalidInput(file: path, "\(kind) \(index): \(problem.description)")
        }
      }
    }
    let inputs = try layouts(program.inputShardings, program.inputs, "argument")
    let outputs = try layouts(program.outputShardings, program.outputs, "result")
    return GivenSharding(
      mesh: mesh, inputs: inputs.map { $0 ?? .replicated(on: mesh) }, outputs: outputs)
  }
}

/// A case: a mesh and the shardings of inputs, perhaps with what a compiler made of them.
public struct ShardingSpecs: Sendable {
  /// What messages call it.
  public var path: String
  var entry: ShardingCase

  /// Reads a JSON file.
  ///
  /// - Throws: `InvalidInput` for what is no such case.
  public init(path: String) throws(InvalidInput) {
    self = try ShardingSpecs(text: SourceFile.text(ofFile: path), path: path)
  }

  /// Reads JSON.
  public init(text: String, path: String) throws(InvalidInput) {
    self.path = path
    do {
      entry = try JSONDecoder().decode(ShardingCase.self, from: Data(text.utf8))
    } catch {
      let reason = (error as? DecodingError)?.reason ?? "it cannot be read"
      throw InvalidInput(file: path, "is no sharding case: \(reason)")
    }
  }

  func given(for program: Program) throws -> GivenSharding {
    let mesh = try mesh(of: entry)
    var inputs = [TensorLayout](
      repeating: .replicated(on: mesh), count: program.inputs.count)
    var names = [String?](repeating: nil, count: program.inputs.count)
    for input in entry.inputs {
      guard program.inputs.indices.contains(input.index) else {
        throw InvalidInput(
          file: path,
          "input \(input.index) is none of the program's \(program.inputs.count) inputs")
      }
      let name = input.name.map { " '\($0)'" } ?? ""
      do {
        inputs[input.index] = try TensorLayout(
          spec: input.spec.map(\.names), of: program.type(program.inputs[input.index]), on: mesh)
      } catch let problem as LayoutProblem {
        throw InvalidInput(file: path, "input \(input.index)\(name): \(problem.description)")
      }
      names[input.index] = input.name
    }
    return GivenSharding(mesh: mesh, inputs: inputs, names: names, compiled: entry)
  }

  private func mesh(of entry: ShardingCase) throws -> Mesh {
    let (axes, shape) = (entry.mesh.axes, entry.mesh.shape)
    guard axes.count == shape.count, (1...Mesh.largestAxisCount).contains(axes.count),
      Set(axes).count == axes.count, shape.allSatisfy({ (1...1 << 20).contains($0) }),
      shape.reduce(1.0, { $0 * Double($1) }) <= Double(1 << 24)
    else {
      throw InvalidInput(
        file: path,
        "'mesh' needs one to four axes of different names, each with a size of at least 1")
    }
    return Mesh(zip(axes, shape).map { Mesh.Axis($0, $1) })
  }
}

extension DecodingError {
  /// What is wrong and where, in one line.
  fileprivate var reason: String {
    switch self {
    case .keyNotFound(let key, let context): "no key '\(key.stringValue)'\(context.place)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      "a value of another kind was expected\(context.place)"
    case .dataCorrupted: "it is not valid JSON"
    @unknown default: "it cannot be read"
    }
  }
}

extension DecodingError.Context {
  fileprivate var place: String {
    let path = codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }.joined()
    return path.isEmpty ? "" : " at \(path.drop { $0 == "." })"
  }
}
