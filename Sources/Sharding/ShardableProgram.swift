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
    /// How often it runs in a step of the program: loops multiply.
    public internal(set) var executions: Int
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
  /// Per loop, by its operation, the first of the steps in its condition and body.
  private(set) var firstStepOfLoop: [Int: Int] = [:]
  /// Per tensor the steps that compute it and those that use it, in program order.
  private(set) var producers: [[Int]] = []
  private(set) var users: [[Int]] = []
  /// Per tensor whether it leads to outputs only, through no product and no loop: gradients,
  /// updates, the loss. Collectives of such tensors wait for nothing and are joined.
  public private(set) var isFinal: [Bool] = []
  /// When each tensor takes memory.
  public private(set) var liveRanges: LiveRanges

  public init(_ program: Program) { self.init(simplified: program.simplified()) }

  /// The same program with constraints in it.
  public func constraining(_ constraints: LayoutConstraints, on mesh: Mesh) -> ShardableProgram {
    func annotation(_ layout: TensorLayout, _ value: Int) -> ShardingAnnotation {
      layout.annotation(rank: program.type(value).rank, on: mesh)
    }
    var values: [Int: ShardingAnnotation] = [:]
    for (value, layout) in constraints.values { values[value] = annotation(layout, value) }
    var uses: [OperandUse: ShardingAnnotation] = [:]
    for (use, layout) in constraints.uses {
      uses[use] = annotation(layout, program.operations[use.operation].operands[use.operand])
    }
    return ShardableProgram(simplified: program.constraining(values, uses: uses))
  }

  private init(simplified program: Program) {
    self.program = program
    tensorOfValue = Array(repeating: nil, count: program.values.count)
    liveRanges = LiveRanges()
    for input in program.inputs { addTensor(for: input) }
    var rules: [RuleKey: FactorRule] = [:]
    addSteps(of: 0, executions: 1, &rules)
    producers = Array(repeating: [], count: types.count)
    users = Array(repeating: [], count: types.count)
    for (index, step) in steps.enumerated() {
      for case let tensor? in step.results { producers[tensor].append(index) }
      for case let tensor? in step.operands where users[tensor].last != index {
        users[tensor].append(index)
      }
    }
    isFinal = finalTensors()
    liveRanges = LiveRanges(self)
  }

  private func finalTensors() -> [Bool] {
    var isFinal = [Bool](repeating: true, count: types.count)
    for step in steps.reversed() {
      let leadsOn =
        step.isEdge || kind(of: step).meetsOperands
        || step.results.contains { $0.map { !isFinal[$0] } ?? false }
      if leadsOn { for case let tensor? in step.operands { isFinal[tensor] = false } }
    }
    return isFinal
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

  /// Products of trip counts stay below this.
  private static let mostExecutions = 1 << 20

  private mutating func addSteps(
    of block: Int, executions: Int, _ rules: inout [RuleKey: FactorRule]
  ) {
    for index in program.blocks[block].operations {
      let operation = program.operations[index]
      for result in operation.results { addTensor(for: result) }
      if case .loop(let loop) = operation.kind {
        addLoop(loop, index, executions, &rules)
        continue
      }
      let key = RuleKey(
        kind: operation.kind, operands: operation.operands.map(program.type),
        results: operation.results.map(program.type))
      let rule =
        rules[key] ?? FactorRule(of: key.kind, operands: key.operands, results: key.results)
      rules[key] = rule
      addStep(index, isEdge: false, executions, rule, operation.operands, operation.results)
    }
  }

  private mutating func addLoop(
    _ loop: OperationKind.Loop, _ index: Int, _ executions: Int,
    _ rules: inout [RuleKey: FactorRule]
  ) {
    let operation = program.operations[index]
    for block in [loop.condition, loop.body] {
      for (argument, result) in zip(program.blocks[block].arguments, operation.results) {
        tensorOfValue[argument] = tensorOfValue[result]
      }
    }
    firstStepOfLoop[index] = steps.count
    let inner = min(executions * (loop.tripCount ?? 1), Self.mostExecutions)
    addSteps(of: loop.condition, executions: inner, &rules)
    addSteps(of: loop.body, executions: inner, &rules)
    for (carried, result) in operation.results.enumerated() {
      let type = program.type(result)
      let rule = FactorRule(
        of: .barrier, operands: [type, type], results: [type])
      addStep(
        index, isEdge: true, executions, rule,
        [operation.operands[carried], program.blocks[loop.body].results[carried]], [result])
    }
  }

  private mutating func addStep(
    _ operation: Int, isEdge: Bool, _ executions: Int, _ rule: FactorRule, _ operands: [Int],
    _ results: [Int]
  ) {
    let taken = operands.map { tensorOfValue[$0] }
    let made = results.map { tensorOfValue[$0] }
    steps.append(
      Step(
        operation: operation, isEdge: isEdge, executions: executions, rule: rule,
        operands: taken, results: made,
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

extension OperationKind {
  /// Whether operands meet along factors that one of them lacks.
  public var meetsOperands: Bool {
    switch self {
    case .dot, .convolution, .gather, .scatter: true
    default: false
    }
  }
}

extension ShardableProgram {
  public func kind(of step: Step) -> OperationKind { program.operations[step.operation].kind }

  /// How often a step's operand is brought to it: into a loop once, round it as often as it runs.
  public func executions(ofOperand index: Int, of step: Step) -> Int {
    guard step.isEdge, index > 0, case .loop(let loop) = kind(of: step) else {
      return step.executions
    }
    return min(step.executions * (loop.tripCount ?? 1), Self.mostExecutions)
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
