import Foundation
import Sharding
import TensorPrograms

/// The compiled cases and the programs that they are of.
struct CompiledCase: Decodable, Sendable {
  var name: String
  var program: String
  var sharding: ShardingCase
  var types: [TensorType]

  private enum CodingKeys: String, CodingKey {
    case name = "case"
    case program, inputs
  }

  private struct Input: Decodable {
    var dtype: String
    var shape: [Int]
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    name = try container.decode(String.self, forKey: .name)
    program = try container.decode(String.self, forKey: .program)
    sharding = try ShardingCase(from: decoder)
    types = try container.decode([Input].self, forKey: .inputs).map { input in
      let element = input.dtype.replacing("s32", with: "i32")
      guard let element = ElementType(element) else {
        throw DecodingError.dataCorruptedError(
          forKey: .inputs, in: container, debugDescription: "unknown element type")
      }
      return TensorType(input.shape, element)
    }
  }

  var mesh: Mesh {
    Mesh(zip(sharding.mesh.axes, sharding.mesh.shape).map { Mesh.Axis($0, $1) })
  }

  func layouts() throws -> [TensorLayout] {
    try zip(sharding.inputs, types).map { input, type in
      try TensorLayout(spec: input.spec.map(\.names), of: type, on: mesh)
    }
  }

  static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path

  static let all: [CompiledCase] = {
    let url = URL(fileURLWithPath: directory + "/Fixtures/cases.json")
    guard let data = try? Data(contentsOf: url),
      let cases = try? JSONDecoder().decode([CompiledCase].self, from: data)
    else { return [] }
    return cases
  }()

  /// The program, with its constraints if the case has any.
  func shardable() throws -> ShardableProgram {
    let annotated = Self.directory + "/Fixtures/\(name).annotated.mlir"
    let plain = Self.directory + "/../TensorProgramsTests/Fixtures/\(program).stablehlo.mlir"
    let path = FileManager.default.fileExists(atPath: annotated) ? annotated : plain
    return ShardableProgram(
      try Program(stableHLO: String(contentsOfFile: path, encoding: .utf8)))
  }

  func prediction(style: PartitionerStyle = .cpu) throws -> ShardingPrediction {
    let program = try shardable()
    let inputs = try layouts()
    return ShardingPrediction(
      program, on: mesh, inputs: inputs, outputs: program.outputLayouts(for: inputs, on: mesh),
      style: style)
  }
}
