import Testing

@testable import ReinforcementLearning

@Suite("Value networks")
struct NetworkTests {
  @Test(
    "gradients agree with finite differences",
    arguments: [([5, 7, 3], true), ([5, 7, 3], false), ([3, 17, 18, 2], true), ([4, 2], false)])
  func gradients(sizes: [Int], isDueling: Bool) {
    var random = RandomSource(seed: 3)
    var network = ValueNetwork(sizes: sizes, isDueling: isDueling, random: &random)
    let rows = 3
    let states = (0..<rows * sizes[0]).map { _ in Float(random.normal()) }
    // The loss is a sum of values with fixed weights, so it is linear in small changes.
    let slope = (0..<rows * network.actionCount).map { _ in Float(random.normal()) }
    func loss(_ network: ValueNetwork) -> Double {
      zip(network.values(of: states), slope).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    let gradients = network.gradients(network.trace(states), slope)
    let step: Float = 1e-2
    for index in network.layers.indices {
      for row in 0..<network.layers[index].weights.rows {
        for column in 0..<network.layers[index].weights.columns {
          let weight = network.layers[index].weights[row, column]
          network.layers[index].weights[row, column] = weight + step
          let above = loss(network)
          network.layers[index].weights[row, column] = weight - step
          let below = loss(network)
          network.layers[index].weights[row, column] = weight
          let difference = (above - below) / Double(2 * step)
          let gradient = Double(gradients[index].weights[row, column])
          // A unit that the change switches on or off bends the loss.
          #expect(abs(difference - gradient) < 0.03 + 0.05 * abs(gradient))
        }
      }
      for column in 0..<network.layers[index].biases.columns {
        let bias = network.layers[index].biases[0, column]
        network.layers[index].biases[0, column] = bias + step
        let above = loss(network)
        network.layers[index].biases[0, column] = bias - step
        let below = loss(network)
        network.layers[index].biases[0, column] = bias
        let difference = (above - below) / Double(2 * step)
        #expect(abs(difference - Double(gradients[index].biases[0, column])) < 0.06)
      }
    }
  }

  @Test("products agree with sums of products, for sizes that fill panels and that do not")
  func products() {
    var random = RandomSource(seed: 5)
    for (rows, inner, columns) in [(1, 1, 1), (3, 5, 16), (4, 16, 17), (2, 33, 40)] {
      let left = (0..<rows * inner).map { _ in Float(random.index(below: 9)) - 4 }
      var right = Panels(rows: inner, columns: columns)
      for row in 0..<inner {
        for column in 0..<columns { right[row, column] = Float(random.index(below: 9)) - 4 }
      }
      let result = product(left, rows: rows, right)
      for row in 0..<rows {
        for column in 0..<columns {
          let sum = (0..<inner).reduce(Float(0)) { $0 + left[row * inner + $1] * right[$1, column] }
          #expect(result[row, column] == sum)
          #expect(result.rowMajor[row * columns + column] == sum)
          #expect(result.transposed[column, row] == sum)
        }
      }
    }
  }

  @Test("a dueling network's values differ from the state's value by advantages of mean zero")
  func dueling() {
    var random = RandomSource(seed: 1)
    let network = ValueNetwork(sizes: [4, 8, 3], random: &random)
    let state: [Float] = [0.1, -0.4, 0.7, 1]
    let values = network.values(of: state)
    let stateValue = network.trace(state).outputs[1][0, 3]
    #expect(abs(values.reduce(0, +) / 3 - stateValue) < 1e-5)
  }

  @Test("a network read from its bytes is the same; damaged bytes are refused")
  func file() throws {
    var random = RandomSource(seed: 9)
    let network = ValueNetwork(sizes: [6, 19, 5], random: &random)
    let bytes = network.encoded
    #expect(try ValueNetwork(decoding: bytes) == network)
    #expect(bytes.count == 8 + 4 * 3 + 4 * 3 + 4 * network.parameterCount + 8)
    #expect(throws: NetworkFileError.noNetwork) { try ValueNetwork(decoding: [1, 2, 3]) }
    #expect(throws: NetworkFileError.noNetwork) { try ValueNetwork(decoding: []) }
    var newer = bytes
    newer[8] = 2
    #expect(throws: NetworkFileError.version(2)) { try ValueNetwork(decoding: newer) }
    for count in 8..<bytes.count where count % 7 == 0 {
      #expect(throws: NetworkFileError.damaged) {
        try ValueNetwork(decoding: Array(bytes.prefix(count)))
      }
    }
    for place in stride(from: 12, to: bytes.count, by: 31) {
      var changed = bytes
      changed[place] ^= 0x40
      #expect(throws: NetworkFileError.damaged) { try ValueNetwork(decoding: changed) }
    }
  }
}
