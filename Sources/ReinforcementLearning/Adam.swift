/// The optimizer Adam: a step along the mean of recent gradients, divided by their root mean square.
///
/// Source: Kingma and Ba 2015, arXiv:1412.6980, algorithm 1.
struct Adam: Sendable {
  private var means: [ValueNetwork.Layer]
  private var squares: [ValueNetwork.Layer]
  private var rate: Float
  /// What is left of the starting zeros in means and squares.
  private var remainders: (mean: Float, square: Float) = (1, 1)

  private static let decay: (mean: Float, square: Float) = (0.9, 0.999)
  private static let smallest: Float = 1e-8

  init(for network: ValueNetwork, rate: Float) {
    means = ValueNetwork(zero: network.sizes, isDueling: network.isDueling).layers
    squares = means
    self.rate = rate
  }

  mutating func step(_ network: inout ValueNetwork, along gradients: [ValueNetwork.Layer]) {
    remainders.mean *= Self.decay.mean
    remainders.square *= Self.decay.square
    for index in network.layers.indices {
      update(
        &network.layers[index].weights.lanes, &means[index].weights.lanes,
        &squares[index].weights.lanes, gradients[index].weights.lanes)
      update(
        &network.layers[index].biases.lanes, &means[index].biases.lanes,
        &squares[index].biases.lanes, gradients[index].biases.lanes)
    }
  }

  private func update(
    _ weights: inout [Panels.Lanes], _ means: inout [Panels.Lanes],
    _ squares: inout [Panels.Lanes], _ gradients: [Panels.Lanes]
  ) {
    let step = rate / (1 - remainders.mean)
    let scale = 1 / (1 - remainders.square)
    for place in weights.indices {
      let gradient = gradients[place]
      let mean = Self.decay.mean * means[place] + (1 - Self.decay.mean) * gradient
      let square =
        Self.decay.square * squares[place] + (1 - Self.decay.square) * gradient * gradient
      means[place] = mean
      squares[place] = square
      weights[place] -= step * mean / ((square * scale).squareRoot() + Self.smallest)
    }
  }
}
