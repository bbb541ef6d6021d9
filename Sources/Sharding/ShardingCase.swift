/// Shardings of a program's inputs on a mesh, as a file gives them, with what a compiler made of
/// them where that is known.
public struct ShardingCase: Codable, Sendable {
  public struct Mesh: Codable, Sendable {
    public var axes: [String]
    public var shape: [Int]
  }

  public struct Input: Codable, Sendable {
    public var index: Int
    public var name: String?
    /// Per dimension no axis, one, or several.
    public var spec: [AxisNames]
  }

  /// `null`, `"data"` or `["data", "model"]`.
  public struct AxisNames: Codable, Sendable {
    public var names: [String]

    public init(_ names: [String]) { self.names = names }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        names = []
      } else if let name = try? container.decode(String.self) {
        names = [name]
      } else {
        names = try container.decode([String].self)
      }
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch names.count {
      case 0: try container.encodeNil()
      case 1: try container.encode(names[0])
      default: try container.encode(names)
      }
    }
  }

  public struct Compiled: Codable, Sendable {
    public var executedTensors: Int
    public var operandBytes: Int

    enum CodingKeys: String, CodingKey {
      case executedTensors = "executed_tensors"
      case operandBytes = "operand_bytes"
    }
  }

  public struct Memory: Codable, Sendable {
    public var argument: Int
  }

  public struct Numerics: Codable, Sendable {
    public var equal: Bool?
  }

  public var mesh: Mesh
  public var inputs: [Input]
  public var collectives: [String: Compiled]?
  public var memory: Memory?
  public var numerics: Numerics?
  public var knownWrong: String?

  enum CodingKeys: String, CodingKey {
    case mesh, inputs, memory, numerics
    case collectives = "collectives_total"
    case knownWrong = "known_wrong"
  }
}
