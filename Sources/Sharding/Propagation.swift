import TensorPrograms

/// Shardings spread from the tensors that have one to those that have none, operation by operation.
///
/// The order is Shardy's: first through operations that keep shapes, then along independent factors
/// (backwards only through broadcasts), then along all factors. An axis does not spread where it
/// would split one tensor twice or where a sharding is fixed; where two factors of a tensor want
/// it, the one that splits the larger tensor already gets it.
///
/// Source: openxla/shardy, `op_priority_propagation.cc`, `aggressive_factor_propagation.cc`.
/// Leaves out: parts of axes, and tensors that more than one mesh shares.
public struct Propagation: Sendable {
  public let mesh: Mesh
  /// Whether a reshape may leave a strided split; Shardy stops there.
  public let allowsStrides: Bool
  /// Per tensor its layout so far.
  public private(set) var layouts: [TensorLayout]
  /// Tensors that keep the layout they were given.
  private var isFixed: [Bool]
  private let elementCounts: [Int]

  public init(
    _ program: ShardableProgram, on mesh: Mesh, given: [Int: TensorLayout],
    outputs: [TensorLayout?] = [],
    allowsStrides: Bool = false
  ) {
    self.mesh = mesh
    self.allowsStrides = allowsStrides
    layouts = Array(repeating: .replicated(on: mesh), count: program.types.count)
    isFixed = Array(repeating: false, count: program.types.count)
    elementCounts = program.types.map(\.elementCount)
    for (tensor, layout) in given {
      layouts[tensor] = layout
      isFixed[tensor] = true
    }
    fixConstraints(program)
    seedOutputs(program, outputs)
    for phase in Phase.allCases { run(phase, program) }
  }

  enum Phase: CaseIterable {
    case shapeKeeping, independent, all
  }

  enum Direction { case none, forward, backward, both }

  /// A demanded sharding holds for what the constraint gives; what it takes is asked to match.
  private mutating func fixConstraints(_ program: ShardableProgram) {
    for step in program.steps {
      guard case .constraint(let annotation) = program.program.operations[step.operation].kind,
        let result = step.results[0],
        let layout = try? TensorLayout(
          spec: annotation.dimensions, of: program.types[result], on: mesh, mustDivide: false)
      else { continue }
      layouts[result] = layout
      isFixed[result] = !annotation.isOpen.contains(true)
      guard let operand = step.operands[0], layouts[operand].isReplicated, !isFixed[operand],
        !program.producers[operand].isEmpty
      else { continue }
      layouts[operand] = layout
      isFixed[operand] = isFixed[result]
    }
  }

  /// What an output must be, its value becomes if nothing else is known of it.
  private mutating func seedOutputs(_ program: ShardableProgram, _ outputs: [TensorLayout?]) {
    for (output, layout) in zip(program.program.outputs, outputs) {
      guard let layout, let tensor = program.tensorOfValue[output], !isFixed[tensor],
        layouts[tensor].isReplicated
      else { continue }
      layouts[tensor] = layout
    }
  }

  private static func direction(
    _ phase: Phase, _ kind: OperationKind, isEdge: Bool, _ factor: FactorRule.Kind
  ) -> Direction {
    if phase == .all { return .both }
    if isEdge { return .both }
    switch kind {
    case .elementwise, .reshape, .transpose, .constraint, .barrier: return .both
    case .dynamicSlice, .dynamicUpdateSlice: if phase == .shapeKeeping { return .forward }
    default: if phase == .shapeKeeping { return .none }
    }
    guard factor == .parallel || factor == .lookup else { return .none }
    if case .broadcast = kind { return .backward }
    return .both
  }

  /// Works through all steps, then again through those next to a tensor that changed, until none
  /// does.
  private mutating func run(_ phase: Phase, _ program: ShardableProgram) {
    var worklist = Array(program.steps.indices.reversed())
    var isListed = [Bool](repeating: true, count: program.steps.count)
    while let index = worklist.popLast() {
      isListed[index] = false
      for tensor in propagate(through: program.steps[index], program, phase) {
        for next in program.producers[tensor] + program.users[tensor].reversed()
        where next != index && !isListed[next] {
          isListed[next] = true
          worklist.append(next)
        }
      }
    }
  }

  /// Spreads axes along one step's factors and returns the tensors that changed.
  private mutating func propagate(
    through step: ShardableProgram.Step, _ program: ShardableProgram, _ phase: Phase
  ) -> [Int] {
    let tensors = step.tensors
    let kind = program.program.operations[step.operation].kind
    var changed: [Int] = []
    for axis in mesh.axes.indices where mayChange(tensors, axis) {
      let candidates = step.rule.factors.indices.compactMap { factor -> Candidate? in
        let direction = Self.direction(
          phase, kind, isEdge: step.isEdge, step.rule.factors[factor].kind)
        return candidate(for: axis, factor, step, tensors, direction)
      }
      let sorted = candidates.sorted { a, b in
        (b.sourceSize, a.source, a.factor) < (a.sourceSize, b.source, b.factor)
      }
      for (index, tensor) in tensors.enumerated() {
        guard let tensor, layouts[tensor][axis] == .replicated, !isFixed[tensor],
          let candidate = sorted.first(where: { takes($0, axis, step, tensor, index) }),
          let seat = step.seat(of: candidate.factor, tensor: index),
          fits(candidate, seat, step, tensor)
        else { continue }
        layouts[tensor][axis] = .split(
          dimension: seat.dimension, major: seat.outer * candidate.major)
        changed.append(tensor)
      }
    }
    return changed
  }

  /// Whether the axis splits some of the tensors and leaves others to be split.
  private func mayChange(_ tensors: [Int?], _ axis: Int) -> Bool {
    guard mesh.axes[axis].size > 1 else { return false }
    var (isSplit, isOpen) = (false, false)
    for case let tensor? in tensors {
      if layouts[tensor][axis] != .replicated {
        isSplit = true
      } else if !isFixed[tensor] {
        isOpen = true
      }
    }
    return isSplit && isOpen
  }

  /// An axis that some tensor splits a factor with.
  private struct Candidate {
    var factor: Int
    /// How far inside the factor the axis cuts.
    var major: Int
    /// Elements of the largest tensor that the axis already splits by the factor, and the first
    /// such.
    var sourceSize: Int
    var source: Int
  }

  private func candidate(
    for axis: Int, _ factor: Int, _ step: ShardableProgram.Step, _ tensors: [Int?],
    _ direction: Direction
  ) -> Candidate? {
    guard step.rule.factors[factor].size > 1 else { return nil }
    let sources: Range<Int>
    switch direction {
    case .none: return nil
    case .both: sources = tensors.indices
    case .forward: sources = 0..<step.operands.count
    case .backward: sources = step.operands.count..<tensors.count
    }
    var major: Int?
    var (size, source) = (0, 0)
    for index in sources {
      guard let tensor = tensors[index],
        let split = step.factor(
          of: layouts[tensor][axis], axisSize: mesh.axes[axis].size, tensor: index),
        split.0 == factor
      else { continue }
      if let major, major != split.major { return nil }
      major = split.major
      if elementCounts[tensor] > size { (size, source) = (elementCounts[tensor], index) }
    }
    return major.map { Candidate(factor: factor, major: $0, sourceSize: size, source: source) }
  }

  /// Whether the tensor has the factor and room in it for the axis.
  private func takes(
    _ candidate: Candidate, _ axis: Int, _ step: ShardableProgram.Step, _ tensor: Int, _ index: Int
  ) -> Bool {
    guard let seat = step.seat(of: candidate.factor, tensor: index) else { return false }
    let size = step.rule.factors[candidate.factor].size
    let dividesEvenly = size % (candidate.major * mesh.axes[axis].size) == 0
    return (seat.isInnermost || dividesEvenly)
      && candidate.major == share(of: candidate.factor, step, tensor, index)
  }

  /// Into how many parts other axes already split the factor in a tensor.
  private func share(
    of factor: Int, _ step: ShardableProgram.Step, _ tensor: Int, _ index: Int
  ) -> Int {
    var share = 1
    for (axis, placement) in layouts[tensor].placements.enumerated() {
      let size = mesh.axes[axis].size
      if step.factor(of: placement, axisSize: size, tensor: index)?.0 == factor { share *= size }
    }
    return share
  }

  /// Whether the tensor would have one block per device, or may have several.
  private func fits(
    _ candidate: Candidate, _ seat: ShardableProgram.Seat, _ step: ShardableProgram.Step,
    _ tensor: Int
  ) -> Bool {
    if allowsStrides { return true }
    let wanted = seat.outer * candidate.major
    let present = layouts[tensor].axes(of: seat.dimension).reduce(1) { $0 * mesh.axes[$1].size }
    return wanted == present
  }
}
