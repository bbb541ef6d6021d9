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
