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
  /// What tensors were already brought to, so that no tensor is gathered twice in one block.
  private var available: Set<Resident> = []

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
  }

  public mutating func run(outputs: [TensorLayout?] = []) -> Result {
    var executions = [Int](repeating: 1, count: program.program.operations.count)
    multiply(executions: &executions, of: 0, by: 1)
    for step in program.steps { partition(step, executions: executions) }
    for (output, layout) in zip(program.program.outputs, outputs) {
      guard let layout, let tensor = program.tensorOfValue[output] else { continue }
      let definition = program.program.values[output].definition ?? 0
      bring(tensor, to: layout, for: definition, executions: 1)
    }
    return Result(collectives: collectives, products: products, traffic: traffic)
  }

  private func multiply(executions: inout [Int], of block: Int, by count: Int) {
    for index in program.program.blocks[block].operations {
      executions[index] = count
      guard case .loop(let loop) = program.program.operations[index].kind else { continue }
      let inner = min(count * (loop.tripCount ?? 1), 1 << 20)
      multiply(executions: &executions, of: loop.condition, by: inner)
      multiply(executions: &executions, of: loop.body, by: inner)
    }
  }

  /// Adds what it takes to have `tensor` in `layout`, unless it was there before.
  private mutating func bring(
    _ tensor: Int, to layout: TensorLayout, for operation: Int, executions: Int
  ) {
    guard layouts[tensor] != layout,
      available.insert(Resident(tensor: tensor, layout: layout)).inserted
    else { return }
    add(
      resharding.collectives(
        from: layouts[tensor], to: layout, program.types[tensor], operation: operation),
      executions)
  }

  private mutating func add(_ new: [Collective], _ executions: Int) {
    for var collective in new {
      collective.executions = executions
      collectives.append(collective)
    }
  }

  private mutating func partition(_ step: ShardableProgram.Step, executions: [Int]) {
    if step.isEdge {
      partitionEdge(step, executions: executions)
      return
    }
    let count = executions[step.operation]
    let isSplit = step.tensors.contains { $0.map { !layouts[$0].isReplicated } ?? false }
    let assignment = isSplit ? move(step, count) : []
    if var product = Product(program.program.operations[step.operation], in: program.program) {
      for (axis, factor) in assignment.enumerated() {
        guard let factor else { continue }
        product.divide(factor, of: step, by: mesh.axes[axis].size)
      }
      product.executions = count
      products.append(product)
    }
    for tensor in step.results {
      guard let tensor else { continue }
      traffic +=
        Double(layouts[tensor].localBytes(of: program.types[tensor], on: mesh)) * Double(count)
    }
  }

  /// Brings operands to where a step is computed and its results to where they are wanted.
  ///
  /// - Returns: per axis the factor by which it splits the step.
  private mutating func move(_ step: ShardableProgram.Step, _ count: Int) -> [Int?] {
    let kind = program.program.operations[step.operation].kind
    let assignment = assignment(of: step, kind)
    for (index, tensor) in step.operands.enumerated() {
      guard let tensor else { continue }
      let needed = layout(of: index, in: step, assignment)
      bring(tensor, to: needed, for: step.operation, executions: count)
      addHalo(step, index, tensor, needed, assignment, kind, executions: count)
    }
    for (result, tensor) in step.results.enumerated() {
      guard let tensor else { continue }
      let computed = layout(of: step.operands.count + result, in: step, assignment)
      add(
        resharding.collectives(
          from: computed, to: layouts[tensor], program.types[tensor], operation: step.operation),
        count)
    }
    return assignment
  }

  /// Into a loop once, round it as often as it runs.
  private mutating func partitionEdge(_ step: ShardableProgram.Step, executions: [Int]) {
    guard let target = step.results[0],
      case .loop(let loop) = program.program.operations[step.operation].kind
    else { return }
    let outside = executions[step.operation]
    let rounds = [outside, min(outside * (loop.tripCount ?? 1), 1 << 20)]
    for (operand, count) in zip(step.operands, rounds) {
      guard let operand else { continue }
      bring(operand, to: layouts[target], for: step.operation, executions: count)
    }
  }

  /// The layout in which the step takes or makes its `index`-th tensor.
  private func layout(
    of index: Int, in step: ShardableProgram.Step, _ assignment: [Int?]
  ) -> TensorLayout {
    var layout = TensorLayout.replicated(on: mesh)
    var shares: [Int: Int] = [:]
    for axis in order(of: assignment, in: step) {
      guard let factor = assignment[axis] else { continue }
      let share = shares[factor, default: 1]
      shares[factor] = share * mesh.axes[axis].size
      if let seat = step.seat(of: factor, tensor: index) {
        layout[axis] = .split(dimension: seat.dimension, major: seat.outer * share)
      } else if index >= step.operands.count {
        switch step.rule.factors[factor].kind {
        case .reduction(let combiner): layout[axis] = .partial(combiner)
        case .lookup: layout[axis] = .partial(.add)
        default: break
        }
      }
    }
    return layout
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
      needed[axis] = layout(of: index, in: step, assignment)[axis]
      let isOperand = index < step.operands.count
      total += resharding.cost(
        from: isOperand ? layouts[tensor] : needed, to: isOperand ? needed : layouts[tensor],
        program.types[tensor])
    }
    return total
  }

  /// Windows that reach over a part's edge need rows of the neighbours.
  private mutating func addHalo(
    _ step: ShardableProgram.Step, _ index: Int, _ tensor: Int, _ layout: TensorLayout,
    _ assignment: [Int?], _ kind: OperationKind, executions: Int
  ) {
    guard index == 0 else { return }
    for (axis, factor) in assignment.enumerated() {
      guard let factor, step.rule.factors[factor].kind == .neighbors,
        let seat = step.seat(of: factor, tensor: index)
      else { continue }
      let type = program.types[tensor]
      let reach = Halo(kind, along: seat.dimension, program, step)
      for rows in [reach.before, reach.after] where rows > 0 {
        var shape = layout.localShape(of: type, on: mesh)
        shape[seat.dimension] = min(rows, shape[seat.dimension])
        let operand = TensorType(shape, type.element)
        add(
          [
            Collective(
              kind: .permute, axes: [axis], operandBytes: operand.byteCount, operand: operand,
              operation: step.operation)
          ], executions)
      }
    }
  }
}
