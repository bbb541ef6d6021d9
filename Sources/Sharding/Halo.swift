import TensorPrograms

/// How many rows of its neighbours a part needs on each side, where windows reach over its edges.
struct Halo {
  var before = 0
  var after = 0

  init(
    _ kind: OperationKind, along dimension: Int, _ program: ShardableProgram,
    _ step: ShardableProgram.Step
  ) {
    let operation = program.program.operations[step.operation]
    switch kind {
    case .convolution(let convolution):
      guard let places = ConvolutionPlaces(convolution.labels),
        let spatial = places.inputSpatial.firstIndex(of: dimension)
      else { return }
      let kernel = program.program.type(operation.operands[1])
      var window = convolution.window
      window.sizes = places.kernelSpatial.map { kernel.shape[$0] }
      self = Halo(window, spatial)
    case .reduceWindow(let window, _), .selectAndScatter(let window):
      self = Halo(window, dimension)
    case .pad(let low, let high, _):
      before = max(0, low[dimension])
      after = max(0, high[dimension])
    default: break
    }
  }

  /// What neighbours exchange so that a step can be computed in parts: rows of its first operand.
  static func collectives(
    of step: ShardableProgram.Step, in program: ShardableProgram, _ factors: [Int?], on mesh: Mesh
  ) -> [Collective] {
    guard let tensor = step.operands.first ?? nil else { return [] }
    let type = program.types[tensor]
    var result: [Collective] = []
    for (axis, factor) in factors.enumerated() {
      guard let factor, step.rule.factors[factor].kind == .neighbors,
        let seat = step.seat(of: factor, tensor: 0)
      else { continue }
      let reach = Halo(program.kind(of: step), along: seat.dimension, program, step)
      for rows in [reach.before, reach.after] where rows > 0 {
        var shape = step.layout(of: 0, factors, on: mesh).localShape(of: type, on: mesh)
        shape[seat.dimension] = min(rows, shape[seat.dimension])
        let operand = TensorType(shape, type.element)
        var collective = Collective(
          kind: .permute, axes: [axis], operandBytes: operand.byteCount, operand: operand,
          operation: step.operation)
        collective.executions = step.executions
        result.append(collective)
      }
    }
    return result
  }

  /// A part of `k` windows starts `stride · k` rows on; it reaches back by the low padding, and
  /// forward by what is left of a window beyond its stride.
  private init(_ window: OperationKind.Window, _ index: Int) {
    let reach = (window.sizes[index] - 1) * window.windowDilations[index]
    let low = max(0, window.low[index])
    before = (low + window.baseDilations[index] - 1) / window.baseDilations[index]
    let ahead = max(0, reach - low - (window.strides[index] - 1))
    after = (ahead + window.baseDilations[index] - 1) / window.baseDilations[index]
  }
}
