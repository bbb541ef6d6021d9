/// A tensor program as a graph of operations: what a training step computes, before it is split.
///
/// Calls are inlined, loops keep a body of their own. Operations stand in an order in which every
/// value is defined before it is used.
public struct Program: Sendable {
  /// A tensor: an input, an argument of a loop's block, or a result of an operation.
  public struct Value: Sendable {
    public var type: TensorType
    /// The name in the text, such as `%12` or `%0#1`; `nil` for values of inlined functions.
    public var name: String?
    /// The operation that computes the value; `nil` for inputs and block arguments.
    public var definition: Int?
    /// Whether the value follows from constants alone, so that every device can compute any part of
    /// it.
    public internal(set) var isConstant = false

    init(type: TensorType, name: String?, definition: Int?) {
      self.type = type
      self.name = name
      self.definition = definition
    }
  }

  public struct Operation: Sendable {
    public var kind: OperationKind
    /// Indices of values.
    public var operands: [Int]
    public var results: [Int]
    public var location: ProgramError.Location
  }

  /// Operations in order: the whole program, or the condition or the body of a loop.
  public struct Block: Sendable {
    public var arguments: [Int] = []
    public var operations: [Int] = []
    public var results: [Int] = []
  }

  public internal(set) var values: [Value] = []
  public internal(set) var operations: [Operation] = []
  /// The first block is the program itself: its arguments are the inputs, its results the outputs.
  public internal(set) var blocks: [Block] = [Block()]
  public internal(set) var meshes: [String: MeshAnnotation] = [:]
  /// Shardings that the text gives for inputs and outputs.
  public internal(set) var inputShardings: [ShardingAnnotation?] = []
  public internal(set) var outputShardings: [ShardingAnnotation?] = []
  /// What the exporter says about each output, such as `result[0]['w']`.
  public internal(set) var outputNames: [String?] = []
  /// In a simplified program, per value those of the text that it stands for as well, as they are
  /// equal.
  public internal(set) var equalValues: [Int: [Int]] = [:]
  /// How often each operation occurs in the text; equal for the pretty and the generic form.
  public internal(set) var textOperationCounts: [String: Int] = [:]

  public var inputs: [Int] { blocks[0].arguments }
  public var outputs: [Int] { blocks[0].results }

  init() {}

  public func type(_ value: Int) -> TensorType { values[value].type }

  /// How many operations stand in the blocks, those of loops included.
  public var operationCount: Int { blocks.reduce(0) { $0 + $1.operations.count } }

  /// Per value the operations that use it, in program order. Uses as a block's result are not
  /// listed.
  public func users() -> [[Int]] {
    var users = [[Int]](repeating: [], count: values.count)
    for block in blocks {
      for index in block.operations {
        for operand in operations[index].operands where users[operand].last != index {
          users[operand].append(index)
        }
      }
    }
    return users
  }
}
