import TensorPrograms

/// A way to split one operation: which of its factors each mesh axis divides, and what follows for
/// its operands and results.
///
/// A matrix product `[m, k] × [k, n]` on one axis has four: every device computes all of it, or the
/// axis divides m, n or k. Dividing k leaves partial results, which are summed at once.
public struct StepStrategy: Hashable, Sendable {
  /// Per axis of the mesh the factor that it divides, if any.
  public var factors: [Int?]
  /// Where each operand has to be; `nil` for constants.
  public var operands: [TensorLayout?]
  /// Each result as it is computed, perhaps partial.
  public var computed: [TensorLayout?]
  /// Each result as its users find it.
  public var results: [TensorLayout?]
}

extension ShardableProgram {
  /// All strategies of a step on a mesh, the undivided one first.
  ///
  /// An axis divides factors of which it takes equal parts. Two axes divide one factor in the mesh's
  /// order only, as neighbours in the mesh should hold neighbouring parts.
  /// - Parameter allowsStrides: whether results may be split in strides, which XLA cannot do.
  public func strategies(
    of step: Step, on mesh: Mesh, style: PartitionerStyle, allowsStrides: Bool = false
  ) -> [StepStrategy] {
    if case .constraint(let annotation) = kind(of: step), let result = step.results[0],
      let layout = try? TensorLayout(
        spec: annotation.dimensions, of: types[result], on: mesh, mustDivide: false)
    {
      return [
        StepStrategy(
          factors: mesh.axes.map { _ in nil }, operands: [layout], computed: [layout],
          results: [layout])
      ]
    }
    var assignments: [[Int?]] = [[]]
    for axis in mesh.axes {
      assignments = assignments.flatMap { chosen in
        [chosen + [nil]]
          + step.rule.factors.indices
          .filter { canDivide($0, of: step, by: axis.size, after: chosen, on: mesh) }
          .map { chosen + [$0] }
      }
    }
    return assignments.flatMap { factors -> [StepStrategy] in
      let layouts = step.tensors.indices.map { index in
        step.tensors[index].map { _ in step.layout(of: index, factors, on: mesh) }
      }
      guard allowsStrides || layouts.allSatisfy({ !($0?.isStrided(on: mesh) ?? false) }) else {
        return []
      }
      let count = step.operands.count
      return finished(Array(layouts[count...]), of: step, on: mesh, style).map { results in
        StepStrategy(
          factors: factors, operands: Array(layouts[..<count]), computed: Array(layouts[count...]),
          results: results)
      }
    }
  }

  private func canDivide(
    _ factor: Int, of step: Step, by count: Int, after chosen: [Int?], on mesh: Mesh
  ) -> Bool {
    let entry = step.rule.factors[factor]
    guard count > 1, entry.kind != .whole, entry.kind != .reduction(.other) else { return false }
    let share = zip(chosen, mesh.axes).reduce(count) { $1.0 == factor ? $0 * $1.1.size : $0 }
    return entry.size % share == 0
  }

  /// What partial results become: whole, or, where that is cheaper than cutting later, scattered
  /// along one of their dimensions.
  private func finished(
    _ computed: [TensorLayout?], of step: Step, on mesh: Mesh, _ style: PartitionerStyle
  ) -> [[TensorLayout?]] {
    let whole = computed.map { $0?.summed }
    guard style == .reduceScatter, computed.count == 1, let layout = computed[0],
      let tensor = step.results[0],
      let axis = layout.axes.last(where: { layout[$0].isPartial })
    else { return [whole] }
    let scattered = types[tensor].shape.indices.compactMap { dimension -> [TensorLayout?]? in
      var result = layout.summed
      let major = result.axes(of: dimension).reduce(1) { $0 * mesh.axes[$1].size }
      guard types[tensor].shape[dimension] % (major * mesh.axes[axis].size) == 0 else { return nil }
      result[axis] = .split(dimension: dimension, major: major)
      return result.isStrided(on: mesh) ? nil : [result]
    }
    return [whole] + scattered
  }
}

extension ShardableProgram {
  /// What neighbours exchange for one execution of a step that is split so.
  public func halos(of step: Step, _ strategy: StepStrategy, on mesh: Mesh) -> [Collective] {
    Halo.collectives(of: step, in: self, strategy.factors, on: mesh)
  }
}

extension TensorLayout {
  /// The layout after sums over devices.
  var summed: TensorLayout {
    var result = self
    for axis in axes where result[axis].isPartial { result[axis] = .replicated }
    return result
  }
}

extension ShardableProgram.Step {
  /// The layout in which the step takes or makes its `index`-th tensor when axes divide `factors`.
  ///
  /// - Parameter order: the axes, those that divide one factor from the outermost on.
  func layout(
    of index: Int, _ factors: [Int?], order: [Int]? = nil, on mesh: Mesh
  ) -> TensorLayout {
    var layout = TensorLayout.replicated(on: mesh)
    for (position, axis) in (order ?? Array(factors.indices)).enumerated() {
      guard let factor = factors[axis] else { continue }
      var share = 1
      for outer in (order ?? Array(factors.indices))[..<position] where factors[outer] == factor {
        share *= mesh.axes[outer].size
      }
      if let seat = seat(of: factor, tensor: index) {
        layout[axis] = .split(dimension: seat.dimension, major: seat.outer * share)
      } else if index >= operands.count {
        switch rule.factors[factor].kind {
        case .reduction(let combiner): layout[axis] = .partial(combiner)
        case .lookup: layout[axis] = .partial(.add)
        default: break
        }
      }
    }
    return layout
  }
}
