/// A dense network that gives a value for each action in a state: hidden layers of rectified linear
/// units, then a linear layer.
///
/// Shapes: `b` states of `n₀` numbers; layer `l` is `b × n_l` times `n_l × n_(l+1)` plus a bias.
/// A *dueling* network has one more output, the value of the state itself; the others are then what
/// an action is better by than the average action: `Q = V + A − mean A`.
///
/// Source of dueling: Wang et al. 2016, arXiv:1511.06581, equation 9. Leaves out: hidden layers of
/// their own for the two streams.
public struct ValueNetwork: Hashable, Sendable {
  /// Numbers of a state, of each hidden layer, and actions.
  public let sizes: [Int]
  public let isDueling: Bool
  var layers: [Layer]

  /// One layer's weights, `inputs × outputs`, and biases, a row of the same width.
  struct Layer: Hashable, Sendable {
    var weights: Panels
    var biases: Panels
  }

  public var stateSize: Int { sizes[0] }
  public var actionCount: Int { sizes[sizes.count - 1] }

  /// A network with random weights: uniform, with the variance that keeps the size of activations.
  ///
  /// Source: He et al. 2015, arXiv:1502.01852, equation 10.
  public init(sizes: [Int], isDueling: Bool = true, random: inout RandomSource) {
    self.init(zero: sizes, isDueling: isDueling)
    for index in layers.indices {
      let (inputs, outputs) = (layers[index].weights.rows, layers[index].weights.columns)
      let bound = (6 / Double(inputs)).squareRoot()
      for row in 0..<inputs {
        for column in 0..<outputs {
          layers[index].weights[row, column] = Float((2 * random.fraction() - 1) * bound)
        }
      }
    }
  }

  init(zero sizes: [Int], isDueling: Bool) {
    precondition(
      sizes.count >= 2 && sizes.allSatisfy { $0 > 0 }, "a network has at least one layer")
    self.sizes = sizes
    self.isDueling = isDueling
    let outputs = sizes.dropFirst().dropLast() + [sizes[sizes.count - 1] + (isDueling ? 1 : 0)]
    layers = zip(sizes, outputs).map { inputs, outputs in
      Layer(
        weights: Panels(rows: inputs, columns: outputs), biases: Panels(rows: 1, columns: outputs))
    }
  }

  /// The values of all actions, state after state.
  ///
  /// - Parameter states: `b × n₀` numbers, state after state.
  public func values(of states: [Float]) -> [Float] { trace(states).values }

  /// The values of a batch, and what the backward pass needs of the way there.
  struct Trace {
    var rows: Int
    /// Per layer what it reads, row after row.
    var inputs: [[Float]]
    /// Per layer what it gives; hidden layers after the rectifier.
    var outputs: [Panels]
    /// `b × actions`.
    var values: [Float]
  }

  func trace(_ states: [Float]) -> Trace {
    precondition(states.count % stateSize == 0, "states have \(stateSize) numbers")
    var trace = Trace(
      rows: states.count / stateSize, inputs: [states], outputs: [], values: [])
    for (index, layer) in layers.enumerated() {
      var output = product(trace.inputs[index], rows: trace.rows, layer.weights)
      let isLast = index == layers.count - 1
      for panel in 0..<output.panelCount {
        let bias = layer.biases.lanes[panel]
        for place in (panel * trace.rows)..<((panel + 1) * trace.rows) {
          let sum = output.lanes[place] + bias
          output.lanes[place] = isLast ? sum : pointwiseMax(sum, .zero)
        }
      }
      trace.outputs.append(output)
      trace.inputs.append(output.rowMajor)
    }
    trace.values = actionValues(trace.inputs.removeLast())
    return trace
  }

  private func actionValues(_ outputs: [Float]) -> [Float] {
    guard isDueling else { return outputs }
    var values: [Float] = []
    let width = actionCount + 1
    values.reserveCapacity(outputs.count)
    for start in stride(from: 0, to: outputs.count, by: width) {
      let advantages = outputs[start..<(start + actionCount)]
      let shift = outputs[start + actionCount] - advantages.reduce(0, +) / Float(actionCount)
      for advantage in advantages { values.append(advantage + shift) }
    }
    return values
  }

  /// The gradient of a loss by weights and biases, from its gradient by the values.
  ///
  /// - Parameter gradient: `b × actions`.
  func gradients(_ trace: Trace, _ gradient: [Float]) -> [Layer] {
    var result = layers
    var output = outputGradient(gradient, rows: trace.rows)
    for index in layers.indices.reversed() {
      let layer = layers[index]
      let inputs = transposed(
        trace.inputs[index], rows: trace.rows, columns: layer.weights.rows)
      result[index].weights = product(inputs, rows: layer.weights.rows, output)
      for panel in 0..<output.panelCount {
        result[index].biases.lanes[panel] =
          output.lanes[(panel * trace.rows)..<((panel + 1) * trace.rows)].reduce(.zero, +)
      }
      guard index > 0 else { break }
      output = product(output.rowMajor, rows: trace.rows, layer.weights.transposed)
      let activations = trace.outputs[index - 1].lanes
      for place in output.lanes.indices {
        output.lanes[place].replace(with: 0, where: activations[place] .<= 0)
      }
    }
    return result
  }

  private func outputGradient(_ gradient: [Float], rows: Int) -> Panels {
    var output = Panels(rows: rows, columns: actionCount + (isDueling ? 1 : 0))
    for row in 0..<rows {
      let values = gradient[(row * actionCount)..<((row + 1) * actionCount)]
      let sum = isDueling ? values.reduce(0, +) : 0
      for (action, value) in values.enumerated() {
        output[row, action] = value - sum / Float(actionCount)
      }
      if isDueling { output[row, actionCount] = sum }
    }
    return output
  }
}
