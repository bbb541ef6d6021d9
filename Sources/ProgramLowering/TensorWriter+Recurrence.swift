import ModelDescription
import TensorPrograms

extension TensorWriter {
  /// A recurrent layer over `[batch, steps, features]`, written step by step.
  ///
  /// The input's products are one for all steps; each step multiplies the state before. Weights are
  /// `[features, gates, hidden]` with two biases per gate, as cuDNN keeps them.
  mutating func recurrent(
    _ cell: RecurrentCell, hidden: Int, isBidirectional: Bool, _ input: Int
  ) -> Int {
    guard isBidirectional else {
      return direction("forward", cell, hidden: hidden, input)
    }
    let forward = direction("forward", cell, hidden: hidden, input)
    let reversed = program.reverse(input, dimensions: [1])
    let backward = direction("backward", cell, hidden: hidden, reversed)
    return program.concatenate(
      [forward, program.reverse(backward, dimensions: [1])], dimension: 2)
  }

  private mutating func direction(
    _ name: String, _ cell: RecurrentCell, hidden: Int, _ input: Int
  ) -> Int {
    scope(name) { writer in
      let (steps, gates) = (writer.shape(input)[1], cell.gates)
      let fromInput = writer.linear("input", input, outputs: [gates, hidden], hasBias: true)
      let weight = writer.scope("state") { writer in
        writer.use(writer.parameter("weight", [hidden, gates, hidden]))
      }
      let bias = writer.scope("state") { writer in
        writer.use(writer.parameter("bias", [gates, hidden]))
      }
      let type = TensorType([writer.batch, hidden], writer.element)
      var state = writer.program.constant(0, like: type)
      var memory = state
      var results: [Int] = []
      for step in 0..<steps {
        let slice = writer.program.slice(fromInput, dimension: 1, step..<(step + 1))
        let own = writer.program.reshape(slice, to: [writer.batch, gates, hidden])
        let product = writer.program.dot(state, weight, contracting: [1], [0])
        let before = writer.program.add(product, writer.spreadVector(bias, like: product))
        (state, memory) = writer.next(cell, own, before, state: state, memory: memory)
        results.append(writer.program.reshape(state, to: [writer.batch, 1, hidden]))
      }
      return writer.program.concatenate(results, dimension: 1)
    }
  }

  /// One step of a cell from `[batch, gates, hidden]` of the input and of the state before.
  private mutating func next(
    _ cell: RecurrentCell, _ input: Int, _ before: Int, state: Int, memory: Int
  ) -> (state: Int, memory: Int) {
    func gate(_ value: Int, _ index: Int, _ writer: inout TensorWriter) -> Int {
      let slice = writer.program.slice(value, dimension: 1, index..<(index + 1))
      return writer.program.reshape(slice, to: writer.shape(state))
    }
    switch cell {
    case .rnn:
      let sum = program.add(input, before)
      return (activation(.tanh, gate(sum, 0, &self)), memory)
    case .lstm:
      let sum = program.add(input, before)
      let enter = activation(.sigmoid, gate(sum, 0, &self))
      let keep = activation(.sigmoid, gate(sum, 1, &self))
      let content = activation(.tanh, gate(sum, 2, &self))
      let leave = activation(.sigmoid, gate(sum, 3, &self))
      let next = program.add(program.multiply(keep, memory), program.multiply(enter, content))
      return (program.multiply(leave, activation(.tanh, next)), next)
    case .gru:
      let sum = program.add(input, before)
      let reset = activation(.sigmoid, gate(sum, 0, &self))
      let keep = activation(.sigmoid, gate(sum, 1, &self))
      let content = activation(
        .tanh,
        program.add(
          gate(input, 2, &self), program.multiply(reset, gate(before, 2, &self))))
      // keep · state + (1 − keep) · content
      let change = program.multiply(keep, program.subtract(state, content))
      return (program.add(content, change), memory)
    }
  }
}
