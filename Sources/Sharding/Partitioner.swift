import TensorPrograms

/// Splits a program whose tensors have layouts: decides per operation which factors the axes split,
/// and lists the collectives between them.
public struct Partitioner: Sendable {
  let program: ShardableProgram
  let mesh: Mesh
  let style: PartitionerStyle
  let layouts: [TensorLayout]
  private let resharding: Resharding

  private var collectives: [Collective] = []
  private var products: [Product] = []
  private var traffic = 0.0
  /// What tensors were already brought to, so that no tensor is gathered twice, with the step that
  /// did it and the last one that uses it.
  private var available: [Resident: ClosedRange<Int>] = [:]
  /// The step at hand.
  private var position = 0

  private struct Resident: Hashable {
    var tensor: Int
    var layout: TensorLayout
  }

  public init(
    _ program: ShardableProgram, on mesh: Mesh, layouts: [TensorLayout],
    style: PartitionerStyle = .cpu
  ) {
    self.program = program
    self.mesh = mesh
    self.style = style
    self.layouts = layouts
    resharding = Resharding(mesh: mesh, style: style)
  }

  /// What partitioning a program comes to.
  public struct Result: Sendable {
    public var collectives: [Collective]
    public var products: [Product]
    /// Bytes of results that one device writes in one step, products included.
    public var traffic: Double
    /// Copies of tensors in other layouts: their bytes on one device, and the steps they live
    /// through.
    var copies: [(bytes: Int, steps: ClosedRange<Int>)]
  }

  public mutating func run(outputs: [TensorLayout?] = []) -> Result {
    for (index, step) in program.steps.enumerated() {
      position = index
      partition(step)
    }
    position = program.steps.count
    for (output, layout) in zip(program.program.outputs, outputs) {
      guard let layout, let tensor = program.tensorOfValue[output] else { continue }
      let definition = program.program.values[output].definition ?? 0
      bring(tensor, to: layout, for: definition, executions: 1)
    }
    let copies = available.map { resident, steps in
      let bytes = resident.layout.localBytes(of: program.types[resident.tensor], on: mesh)
      return (bytes: bytes, steps: steps)
    }
    return Result(
      collectives: collectives, products: products, traffic: traffic, copies: copies)
  }

  /// Adds what it takes to have `tensor` in `layout`, unless it was there before.
  private mutating func bring(
    _ tensor: Int, to layout: TensorLayout, for operation: Int, executions: Int
  ) {
    guard layouts[tensor] != layout else { return }
    let resident = Resident(tensor: tensor, layout: layout)
    if let uses = available[resident] {
      available[resident] = uses.lowerBound...position
      return
    }
    available[resident] = position...position
    add(
      resharding.collectives(
        from: layouts[tensor], to: layout, program.types[tensor], operation: operation),
      of: tensor, executions)
  }

  private mutating func add(_ new: [Collective], of tensor: Int, _ executions: Int) {
    for var collective in new {
      collective.executions = executions
      collective.isJoined = collective.kind.canJoin && program.isFinal[tensor]
      collectives.append(collective)
    }
  }

  private mutating func partition(_ step: ShardableProgram.Step) {
    if step.isEdge {
      partitionEdge(step)
      return
    }
    let isSplit = step.tensors.contains { $0.map { !layouts[$0].isReplicated } ?? false }
    let assignment = isSplit ? move(step) : []
    if var product = Product(program.program.operations[step.operation], in: program.program) {
      product.divide(by: assignment, of: step, on: mesh)
      product.executions = step.executions
      products.append(product)
    }
    // Constraints pass on what they are given.
    if case .constraint = program.kind(of: step) { return }
    for tensor in step.results {
      guard let tensor else { continue }
      let bytes = layouts[tensor].localBytes(of: program.types[tensor], on: mesh)
      traffic += Double(bytes) * Double(step.executions)
    }
  }

  /// Brings operands to where a step is computed and its results to where they are wanted.
  ///
  /// - Returns: per axis the factor by which it splits the step.
  private mutating func move(_ step: ShardableProgram.Step) -> [Int?] {
    let assignment = assignment(of: step, program.kind(of: step))
    let order = order(of: assignment, in: step)
    for (index, tensor) in step.operands.enumerated() {
      guard let tensor else { continue }
      let needed = step.layout(of: index, assignment, order: order, on: mesh)
      bring(tensor, to: needed, for: step.operation, executions: step.executions)
    }
    collectives += Halo.collectives(of: step, in: program, assignment, on: mesh)
    for (result, tensor) in step.results.enumerated() {
      guard let tensor else { continue }
      let computed = step.layout(
        of: step.operands.count + result, assignment, order: order, on: mesh)
      add(
        resharding.collectives(
          from: computed, to: layouts[tensor], program.types[tensor], operation: step.operation),
        of: tensor, step.executions)
    }
    return assignment
  }

  /// Into a loop once, round it as often as it runs.
  private mutating func partitionEdge(_ step: ShardableProgram.Step) {
    guard let target = step.results[0] else { return }
    for (index, operand) in step.operands.enumerated() {
      guard let operand else { continue }
      bring(
        operand, to: layouts[target], for: step.operation,
        executions: program.executions(ofOperand: index, of: step))
    }
  }

  /// The axes, those that split one factor in the order in which they already split it somewhere.
  private func order(of assignment: [Int?], in step: ShardableProgram.Step) -> [Int] {
    let factors = assignment.compactMap { $0 }
    guard Set(factors).count < factors.count else { return Array(assignment.indices) }
    func major(_ axis: Int) -> Int {
      for (index, tensor) in step.tensors.enumerated() {
        guard let tensor else { continue }
        let split = step.factor(
          of: layouts[tensor][axis], axisSize: mesh.axes[axis].size, tensor: index)
        if let split, split.0 == assignment[axis] { return split.major }
      }
      return Int.max
    }
    return assignment.indices.sorted { (major($0), $0) < (major($1), $1) }
  }

  /// Per axis the factor that it splits the operation by, if any.
  private func assignment(of step: ShardableProgram.Step, _ kind: OperationKind) -> [Int?] {
    mesh.axes.indices.map { axis in
      guard mesh.axes[axis].size > 1 else { return nil }
      let factor = factor(for: axis, of: step, kind)
      guard let factor else { return nil }
      switch step.rule.factors[factor].kind {
      case .whole: return nil
      case .reduction(.other): return nil
      default: return isContiguous(factor, axis, step) ? factor : nil
      }
    }
  }

  /// Whether a back end without strided splits can split the factor.
  private func isContiguous(_ factor: Int, _ axis: Int, _ step: ShardableProgram.Step) -> Bool {
    step.tensors.indices.allSatisfy { index in
      guard let tensor = step.tensors[index], let seat = step.seat(of: factor, tensor: index),
        seat.outer > 1
      else { return true }
      return step.factor(
        of: layouts[tensor][axis], axisSize: mesh.axes[axis].size, tensor: index)?.0 == factor
    }
  }

  private func factor(
    for axis: Int, of step: ShardableProgram.Step, _ kind: OperationKind
  ) -> Int? {
    let size = mesh.axes[axis].size
    let wanted = step.tensors.enumerated().map { index, tensor in
      tensor.flatMap { step.factor(of: layouts[$0][axis], axisSize: size, tensor: index)?.0 }
    }
    let operands = wanted[..<step.operands.count]
    let result = wanted[step.operands.count...].first ?? nil
    switch kind {
    case .reduce: return operands.first { $0 != nil } ?? result
    case .constraint: return operands.first ?? nil
    case .dot, .convolution, .gather, .scatter:
      return productFactor(for: axis, of: step, operands: Array(operands), result: result)
    default: return result
    }
  }

  /// The factor for operations whose operands meet: what they agree on, or what moves fewest bytes.
  private func productFactor(
    for axis: Int, of step: ShardableProgram.Step, operands: [Int?], result: Int?
  ) -> Int? {
    let present = operands.compactMap { $0 }
    let choices = Set(present + [result].compactMap { $0 })
    if choices.isEmpty { return nil }
    if Set(present).count == 1, let shared = present.first,
      step.operands.indices.allSatisfy({
        step.operands[$0] == nil || operands[$0] == shared
          || step.seat(of: shared, tensor: $0) == nil
      })
    {
      return shared
    }
    if let result, present.contains(result) { return result }
    let ordered = [result] + operands + [nil]
    var best: (factor: Int?, cost: Double)?
    for factor in ordered {
      let cost = cost(of: factor, on: axis, step)
      if best.map({ cost < $0.cost }) ?? true { best = (factor, cost) }
    }
    return best?.factor
  }

  /// Bytes sent to split a step by `factor` along `axis`, all else as it is.
  private func cost(of factor: Int?, on axis: Int, _ step: ShardableProgram.Step) -> Double {
    var assignment = [Int?](repeating: nil, count: mesh.axes.count)
    assignment[axis] = factor
    var total = 0.0
    for (index, tensor) in step.tensors.enumerated() {
      guard let tensor else { continue }
      var needed = layouts[tensor]
      needed[axis] = step.layout(of: index, assignment, on: mesh)[axis]
      let isOperand = index < step.operands.count
      total += resharding.cost(
        from: isOperand ? layouts[tensor] : needed, to: isOperand ? needed : layouts[tensor],
        program.types[tensor])
    }
    return total
  }
}
