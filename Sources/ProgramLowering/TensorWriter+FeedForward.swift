import ModelDescription
import TensorPrograms

extension TensorWriter {
  /// Two products with an activation between; a gate multiplies what is activated.
  mutating func feedForward(_ form: FeedForward, _ input: Int) -> Int {
    let hidden = features(input)
    let active: Int
    if form.isGated {
      let (gate, content) = gated(form, input)
      active = program.multiply(activation(.silu, gate), content)
    } else {
      let up = linear("up", input, outputs: [form.size], hasBias: form.hasBias)
      active = activation(.gelu, up)
    }
    let output = linear("down", active, outputs: [hidden], hasBias: form.hasBias)
    return output
  }

  private mutating func gated(_ form: FeedForward, _ input: Int) -> (gate: Int, content: Int) {
    guard joinsProducts else {
      return (
        linear("gate", input, outputs: [form.size], hasBias: form.hasBias),
        linear("up", input, outputs: [form.size], hasBias: form.hasBias)
      )
    }
    let joined = linear("up", input, outputs: [2, form.size], hasBias: form.hasBias)
    return halves(joined, dimension: shape(joined).count - 2)
  }

  /// The two parts of a dimension of two, without that dimension.
  private mutating func halves(_ value: Int, dimension: Int) -> (Int, Int) {
    var parts: [Int] = []
    for index in 0..<2 {
      let slice = program.slice(value, dimension: dimension, index..<(index + 1))
      var shape = shape(slice)
      shape.remove(at: dimension)
      parts.append(program.reshape(slice, to: shape))
    }
    return (parts[0], parts[1])
  }

  /// Router, tokens sorted by expert, the experts' products, and their weighted sum.
  ///
  /// Every sample gives each expert the same number of places: its tokens are sorted by their
  /// experts, and the row of them is cut into equal parts. Where routing is balanced, as the cost
  /// model assumes, each part holds one expert's tokens; nothing is dropped. Moving tokens takes
  /// gathers and no products, so products count as in the layer graph.
  mutating func experts(_ experts: Experts, like form: FeedForward, _ input: Int) -> Int {
    let (rows, hidden) = (shape(input)[1], features(input))
    let (count, perToken) = (experts.count, experts.perToken)
    let logits = linear("router", input, outputs: [count], hasBias: false)
    let gates = softmax(logits)
    let choice = highest(perToken, of: gates)
    let weights = program.pick(gates, at: choice)

    let sent = rows * perToken
    let places = (sent + count - 1) / count
    let keys = program.reshape(choice, to: [batch, sent])
    let numbers = program.iota(TensorType([batch, sent], .int32), dimension: 1)
    let order = program.sort(keys, with: numbers).values
    let slots = program.sort(order, with: numbers).values
    let perTokenNumber = program.constant(Double(perToken), like: program.type(order))
    let tokens = program.pad(
      program.divide(order, perTokenNumber), low: [0, 0], high: [0, places * count - sent])
    let form = FeedForward(size: experts.size, isGated: form.isGated, hasBias: form.hasBias)
    let result = scope("experts") { writer in
      let picked = writer.program.pick(input, at: tokens)
      let dispatched = writer.named(
        "dispatch", writer.program.reshape(picked, to: [writer.batch, count, places, hidden]))
      let output = writer.expertProducts(form, count: count, dispatched)
      // Back to the order of tokens: [batch, experts, places, hidden].
      let returned = writer.program.transpose(output, [1, 0, 2, 3])
      let row = writer.named(
        "combine",
        writer.program.reshape(returned, to: [writer.batch, count * places, hidden]))
      return writer.program.pick(row, at: slots)
    }
    let shaped = program.reshape(result, to: [batch, rows, perToken, hidden])
    let weighted = program.multiply(shaped, spread(weights, like: shaped))
    var sum = program.sum(weighted, over: [2])
    if let shared = experts.shared {
      let form = FeedForward(
        size: shared.count * shared.size, isGated: form.isGated, hasBias: form.hasBias)
      sum = scope("shared_experts") { writer in
        var output = writer.feedForward(form, input)
        if shared.hasGate {
          let gate = writer.linear("gate", input, outputs: [1], hasBias: false)
          let open = writer.program.reshape(
            writer.activation(.sigmoid, gate), to: [writer.batch, rows])
          output = writer.program.multiply(output, writer.spread(open, like: output))
        }
        return writer.program.add(sum, output)
      }
    }
    return sum
  }

  /// Where the largest numbers along the last dimension stand.
  private mutating func highest(_ count: Int, of value: Int) -> Int {
    let last = shape(value).count - 1
    let places = program.iota(TensorType(shape(value), .int32), dimension: last)
    let falling = program.detach(program.unary("negate", value))
    let order = program.sort(falling, with: places).values
    return program.slice(order, dimension: last, 0..<count)
  }

  /// `[batch, experts, places, hidden]` to `[experts, batch, places, hidden]`, each expert with its
  /// own weights.
  private mutating func expertProducts(
    _ form: FeedForward, count: Int, _ input: Int
  ) -> Int {
    let hidden = features(input)
    func product(
      _ name: String, _ value: Int, _ outputs: [Int], isFirst: Bool, _ writer: inout TensorWriter
    ) -> Int {
      let result = writer.scope(name) { writer in
        let shape = writer.shape(value)
        let weight = writer.use(
          writer.parameter("weight", [count, writer.features(value)] + outputs))
        let product = writer.program.dot(
          value, weight, batch: ([isFirst ? 1 : 0], [0]), contracting: [3], [1])
        guard form.hasBias else { return product }
        let bias = writer.use(writer.parameter("bias", [count] + outputs))
        let places = [0] + outputs.indices.map { shape.count - 1 + $0 }
        return writer.program.add(
          product, writer.program.broadcast(bias, to: writer.shape(product), at: places))
      }
      return writer.named(name, result)
    }
    let active: Int
    if form.isGated {
      let (gate, content): (Int, Int)
      if joinsProducts {
        let joined = product("up", input, [2, form.size], isFirst: true, &self)
        (gate, content) = halves(joined, dimension: 3)
      } else {
        gate = product("gate", input, [form.size], isFirst: true, &self)
        content = product("up", input, [form.size], isFirst: true, &self)
      }
      active = program.multiply(activation(.silu, gate), content)
    } else {
      active = activation(.gelu, product("up", input, [form.size], isFirst: true, &self))
    }
    return product(
      "down", named("activation", active), [hidden], isFirst: false, &self)
  }
}
