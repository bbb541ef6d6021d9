public import TensorPrograms

/// A program prepared for splitting: its operations with their factors, the same for every mesh.
///
/// Values that a loop carries round (its result, the arguments of its blocks) share one *tensor*;
/// an edge stands for the two ways into it. Constants are no tensors: any device computes any part
/// of them.
public struct ShardableProgram: Sendable {
  /// One operation, or one edge of a loop.
  public struct Step: Sendable {
    /// The operation's index in the program; for an edge the loop's.
    public var operation: Int
    public var isEdge: Bool
    public var rule: FactorRule
    /// Tensors, or `nil` for constants.
    public var operands: [Int?]
    public var results: [Int?]
    /// Operands, then results.
    public var tensors: [Int?]
    /// Where factors lie in each of them.
    var seats: [[Seat]]
  }

  /// A factor's place in a tensor: the dimension is `outer × factor × rest`.
  struct Seat: Hashable, Sendable {
    var factor: Int
    var dimension: Int
    var outer: Int
    var isInnermost: Bool
    /// Whether the factor is the only one in its dimension or the outermost.
    var isOutermost: Bool
  }

  public let program: Program
  public private(set) var steps: [Step] = []
  /// Per value its tensor; `nil` for constants.
  public private(set) var tensorOfValue: [Int?]
  public private(set) var types: [TensorType] = []
  /// Per tensor the steps that compute it and those that use it, in program order.
  private(set) var producers: [[Int]] = []
  private(set) var users: [[Int]] = []

  public init(_ original: Program) {
    let program = original.simplified()
    self.program = program
    tensorOfValue = Array(repeating: nil, count: program.values.count)
    for input in program.inputs { addTensor(for: input) }
    var rules: [RuleKey: FactorRule] = [:]
    addSteps(of: 0, &rules)
    producers = Array(repeating: [], count: types.count)
    users = Array(repeating: [], count: types.count)
    for (index, step) in steps.enumerated() {
      for case let tensor? in step.results { producers[tensor].append(index) }
      for case let tensor? in step.operands where users[tensor].last != index {
        users[tensor].append(index)
      }
    }
  }

  private struct RuleKey: Hashable {
    var kind: OperationKind
    var operands: [TensorType]
    var results: [TensorType]
  }

  private mutating func addTensor(for value: Int) {
    guard !program.values[value].isConstant else { return }
    tensorOfValue[value] = types.count
    types.append(program.values[value].type)
  }

  private mutating func addSteps(of block: Int, _ rules: inout [RuleKey: FactorRule]) {
    for index in program.blocks[block].operations {
      let operation = program.operations[index]
      for result in operation.results { addTensor(for: result) }
      if case .loop(let loop) = operation.kind {
        addLoop(loop, index, &rules)
        continue
      }
      let key = RuleKey(
        kind: operation.kind, operands: operation.operands.map(program.type),
        results: operation.results.map(program.type))
      let rule =
        rules[key] ?? FactorRule(of: key.kind, operands: key.operands, results: key.results)
      rules[key] = rule
      addStep(index, isEdge: false, rule, operation.operands, operation.results)
    }
  }

  private mutating func addLoop(
    _ loop: OperationKind.Loop, _ index: Int, _ rules: inout [RuleKey: FactorRule]
  ) {
    let operation = program.operations[index]
    for block in [loop.condition, loop.body] {
      for (argument, result) in zip(program.blocks[block].arguments, operation.results) {
        tensorOfValue[argument] = tensorOfValue[result]
      }
    }
    addSteps(of: loop.condition, &rules)
    addSteps(of: loop.body, &rules)
    for (carried, result) in operation.results.enumerated() {
      let type = program.type(result)
      let rule = FactorRule(
        of: .barrier, operands: [type, type], results: [type])
      addStep(
        index, isEdge: true, rule,
        [operation.operands[carried], program.blocks[loop.body].results[carried]], [result])
    }
  }

  private mutating func addStep(
    _ operation: Int, isEdge: Bool, _ rule: FactorRule, _ operands: [Int], _ results: [Int]
  ) {
    let taken = operands.map { tensorOfValue[$0] }
    let made = results.map { tensorOfValue[$0] }
    steps.append(
      Step(
        operation: operation, isEdge: isEdge, rule: rule, operands: taken, results: made,
        tensors: taken + made,
        seats: (rule.operands + rule.results).map { Self.seats($0, rule.factors) }))
  }

  private static func seats(_ dimensions: [[Int]], _ factors: [FactorRule.Factor]) -> [Seat] {
    var seats: [Seat] = []
    for (dimension, list) in dimensions.enumerated() {
      var outer = 1
      for (position, factor) in list.enumerated() {
        seats.append(
          Seat(
            factor: factor, dimension: dimension, outer: outer,
            isInnermost: position == list.count - 1, isOutermost: position == 0))
        outer *= factors[factor].size
      }
    }
    return seats
  }
}

extension ShardableProgram.Step {
  /// The factor that a placement splits, and how far inside the factor it cuts.
  func factor(of placement: AxisPlacement, axisSize: Int, tensor index: Int) -> (Int, major: Int)? {
    guard case .split(let dimension, let major) = placement else { return nil }
    for seat in seats[index] where seat.dimension == dimension && seat.outer <= major {
      let size = rule.factors[seat.factor].size
      if seat.isInnermost || major * axisSize <= seat.outer * size {
        return (seat.factor, major / seat.outer)
      }
    }
    return nil
  }

  func seat(of factor: Int, tensor index: Int) -> ShardableProgram.Seat? {
    seats[index].first { $0.factor == factor }
  }
}
