public import PipelinePlanner
public import Sharding
public import TensorPrograms

/// A training step's program cut into pipeline stages.
///
/// The forward pass is a graph of work (`WorkGraph`) whose stages `StagePlanner` assigns. Everything
/// else is mirrored: an operation on gradients lies where the forward values and the parameters that
/// it reads are, or were sent to, on the last such stage that its gradient has reached.
public struct ProgramStages: Sendable {
  public let program: Program
  public let assignment: StagePlanner.Assignment
  public let stageCount: Int
  /// By operation its stage; `nil` for what does not depend on the batch, which is computed where it
  /// is needed.
  public private(set) var stageOfOperation: [Int?]
  let anatomy: StepAnatomy

  /// A value that one stage sends to another.
  public struct Transfer: Hashable, Sendable {
    public var value: Int
    public var from: Int
    public var to: Int

    /// Whether a gradient goes back.
    public var isBackward: Bool { to < from }
  }

  /// - Throws: `PipelineProblem` when the program has no loss or too little to cut.
  public init(
    _ shardable: ShardableProgram, stages count: Int, planner: StagePlanner = StagePlanner()
  ) throws(PipelineProblem) {
    let anatomy = try StepAnatomy(shardable)
    self.anatomy = anatomy
    program = anatomy.program
    stageCount = count
    let (graph, operations) = anatomy.workGraph()
    let heavy = graph.nodes.count { $0.work > 0 }
    guard heavy >= count else {
      throw PipelineProblem(
        "has \(heavy) products in its forward pass, too few for \(count) stages")
    }
    assignment = planner.assign(graph, stages: count)
    stageOfOperation = Array(repeating: nil, count: program.operations.count)
    for (node, operation) in operations.enumerated() {
      stageOfOperation[operation] = assignment.stages[node]
    }
    mirror()
  }

  // MARK: Everything after the forward pass

  private mutating func mirror() {
    let places = forwardPlaces()
    let operations = program.blocks[0].operations
    for index in operations where !anatomy.isForward[index] {
      let reads = anatomy.reads[index] ?? []
      // How far back its gradients have come.
      let gradients = reads.compactMap { value in
        program.values[value].definition.flatMap { definition in
          anatomy.isForward[definition] ? nil : stageOfOperation[definition]
        }
      }
      var stage = gradients.min()
      for value in reads {
        guard let known = places[value] else { continue }
        let reached = stage ?? stageCount - 1
        stage = known.last { $0 <= reached } ?? known.first
      }
      stageOfOperation[index] = stage
    }
  }

  /// Per forward value and parameter the stages that have it, ascending.
  private func forwardPlaces() -> [Int: [Int]] {
    var places: [Int: Set<Int>] = [:]
    for index in program.blocks[0].operations where anatomy.isForward[index] {
      guard let stage = stageOfOperation[index] else { continue }
      for value in program.operations[index].results { places[value, default: []].insert(stage) }
      for value in anatomy.reads[index] ?? [] {
        places[value, default: []].insert(stage)
        // Through what is computed everywhere, to the parameter behind it.
        for source in sources(of: value) { places[source, default: []].insert(stage) }
      }
    }
    return places.mapValues { $0.sorted() }
  }

  /// The inputs and values without stage that a value without stage follows from.
  private func sources(of value: Int) -> [Int] {
    var found: [Int] = []
    var waiting = [value]
    var seen: Set<Int> = [value]
    while let next = waiting.popLast() {
      guard !anatomy.dependsOnBatch[next] else { continue }
      found.append(next)
      guard let definition = program.values[next].definition else { continue }
      for read in anatomy.reads[definition] ?? [] where seen.insert(read).inserted {
        waiting.append(read)
      }
    }
    return found
  }

  // MARK: Stages as programs

  /// What crosses between stages in one microbatch, by value.
  public var transfers: [Transfer] {
    var found: Set<Transfer> = []
    for index in program.blocks[0].operations {
      guard let stage = stageOfOperation[index] else { continue }
      for value in anatomy.reads[index] ?? [] {
        if let source = program.values[value].definition.flatMap({ stageOfOperation[$0] }),
          source != stage
        {
          found.insert(Transfer(value: value, from: source, to: stage))
        }
      }
    }
    return found.sorted { ($0.from, $0.to, $0.value) < ($1.from, $1.to, $1.value) }
  }

  /// Whether what is transferred is a result of the forward pass.
  public func isForward(valueOf transfer: Transfer) -> Bool {
    program.values[transfer.value].definition.map { anatomy.isForward[$0] } ?? false
  }

  /// Names of a stage's forward values, in program order.
  public func forwardNames(of stage: Int) -> [String] {
    program.blocks[0].operations.compactMap { index in
      guard stageOfOperation[index] == stage, anatomy.isForward[index],
        program.work(of: index) > 0
      else { return nil }
      return program.operations[index].results.first.flatMap { program.values[$0].name }
    }
  }

  /// Which of a stage's operations make up a program.
  enum Part {
    case whole
    /// What each microbatch computes: all but what only leads to updates.
    case microbatch
    case forward
  }

  private func isIn(_ part: Part, _ operation: Int) -> Bool {
    switch part {
    case .whole: true
    case .microbatch: !isUpdate(operation) || program.work(of: operation) > 0
    case .forward: anatomy.isForward[operation]
    }
  }

  /// A stage's operations as a program.
  ///
  /// Parameters and states come first, with what replaces them at the same positions.
  func program(of stage: Int, _ part: Part = .whole) -> Program {
    var members = Set(
      program.blocks[0].operations.filter { index in
        stageOfOperation[index] == stage && isIn(part, index)
      })
    // What is computed everywhere is computed here as well, if it is needed.
    var waiting = Array(members)
    while let index = waiting.popLast() {
      for value in anatomy.reads[index] ?? [] {
        guard let source = program.values[value].definition, stageOfOperation[source] == nil,
          members.insert(source).inserted
        else { continue }
        waiting.append(source)
      }
    }
    let operations = program.blocks[0].operations.filter(members.contains)
    let computed = Set(operations.flatMap { program.operations[$0].results })
    var read: Set<Int> = []
    for index in operations {
      for value in anatomy.reads[index] ?? [] where !computed.contains(value) { read.insert(value) }
    }
    var (pairs, outputs): ([(Int, Int)], [Int]) = ([], [])
    for (position, output) in program.outputs.enumerated() where computed.contains(output) {
      let input = position < program.inputs.count ? program.inputs[position] : nil
      if let input, read.contains(input), program.type(input) == program.type(output),
        program.type(input).rank > 0
      {
        pairs.append((input, output))
      } else {
        outputs.append(output)
      }
    }
    let paired = Set(pairs.map(\.0))
    let used = Set(outputs + pairs.map(\.1))
    for index in operations where stageOfOperation[index] != nil {
      for result in program.operations[index].results where !used.contains(result) {
        if anatomy.readers[result].contains(where: { !members.contains($0) }) {
          outputs.append(result)
        }
      }
    }
    return program.part(
      operations, inputs: pairs.map(\.0) + read.subtracting(paired).sorted(),
      outputs: pairs.map(\.1) + outputs)
  }
}

extension StepAnatomy {
  /// The forward pass as a graph of work, and the operation of each node.
  func workGraph() -> (WorkGraph, operations: [Int]) {
    let operations = program.blocks[0].operations.filter { index in
      isForward[index] && program.operations[index].results.contains { dependsOnBatch[$0] }
    }
    var nodeOf: [Int: Int] = [:]
    for (node, operation) in operations.enumerated() { nodeOf[operation] = node }
    var tensors: [WorkGraph.Tensor] = []
    let nodes = operations.enumerated().map { node, index in
      for value in program.operations[index].results {
        let consumers = readers[value].compactMap { nodeOf[$0] }
        let name = program.values[value].name ?? "%\(value)"
        tensors.append(
          WorkGraph.Tensor(
            name, from: node, to: consumers, bytes: Double(program.type(value).byteCount)))
      }
      let name = program.operations[index].results.first.flatMap { program.values[$0].name }
      return WorkGraph.Node(name ?? "%\(index)", work: program.work(of: index))
    }
    return (WorkGraph(nodes: nodes, tensors: tensors), operations)
  }
}
