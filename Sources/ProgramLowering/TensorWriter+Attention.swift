import Foundation
import ModelDescription
import TensorPrograms

extension TensorWriter {
  /// What an attention reads besides its queries' input.
  struct AttentionInputs {
    /// The sequence that is attended to; the queries' own where `nil`.
    var memory: Int?
    var isCausal = false
    var isRotary = false
    /// A bias per head, query and key.
    var bias: Int?
  }

  /// Projections, core and output of an attention; `input` and the result are `[batch, rows,
  /// features]`.
  mutating func attention(
    _ attention: Attention, _ input: Int, _ inputs: AttentionInputs
  ) -> Int {
    let hidden = features(input)
    var (queries, keys, values) = projections(attention, input, inputs)
    if attention.normalizesQueriesAndKeys {
      queries = norm("query_norm", queries, .rms)
      keys = norm("key_norm", keys, .rms)
    }
    if inputs.isRotary, case .grouped = attention.form {
      queries = rotate(queries)
      keys = rotate(keys)
    }
    let result = core(
      queries, keys, values, isCausal: inputs.isCausal, window: attention.window,
      bias: inputs.bias)
    let output = linear(
      "output", result, outputs: [hidden], inputDimensions: 2, hasBias: attention.hasOutputBias)
    return output
  }

  /// Queries `[batch, rows, heads, size]`, keys and values with as many heads as they have.
  private mutating func projections(
    _ attention: Attention, _ input: Int, _ inputs: AttentionInputs
  ) -> (queries: Int, keys: Int, values: Int) {
    if case .latent(let latent) = attention.form {
      return compressedProjections(attention, latent, input, isRotary: inputs.isRotary)
    }
    let (heads, groups) = (attention.heads, attention.keyValueHeads)
    let size = attention.headSize
    func projection(
      _ name: String, _ input: Int, _ count: Int, _ writer: inout TensorWriter
    ) -> Int {
      writer.linear(
        name, input, outputs: [count, size], hasBias: attention.hasInputBias)
    }
    if joinsProducts {
      // Each group of queries stands beside its key and its value, so that cutting groups cuts all.
      let shared = inputs.memory == nil ? heads / groups : 0
      let joined = linear(
        shared > 0 ? "query_key_value" : "key_value", inputs.memory ?? input,
        outputs: [groups, shared + 2, size], hasBias: attention.hasInputBias)
      func part(_ range: Range<Int>, _ writer: inout TensorWriter) -> Int {
        let slice = writer.program.slice(joined, dimension: 3, range)
        let shape = writer.shape(slice)
        return writer.program.reshape(slice, to: [shape[0], shape[1], groups * range.count, size])
      }
      let queries =
        shared > 0 ? part(0..<shared, &self) : projection("query", input, heads, &self)
      return (queries, part(shared..<(shared + 1), &self), part((shared + 1)..<(shared + 2), &self))
    }
    let memory = inputs.memory ?? input
    return (
      projection("query", input, heads, &self), projection("key", memory, groups, &self),
      projection("value", memory, groups, &self)
    )
  }

  /// Latent attention: queries, keys and values from compressed vectors.
  private mutating func compressedProjections(
    _ attention: Attention, _ latent: LatentAttention, _ input: Int, isRotary: Bool
  ) -> (queries: Int, keys: Int, values: Int) {
    let (heads, plain, rotary) = (attention.heads, latent.plainHeadSize, latent.rotaryHeadSize)
    var queries: Int
    if let rank = latent.queryRank {
      let down = linear("query_down", input, outputs: [rank], hasBias: attention.hasInputBias)
      let normal = norm("query_norm", down, .rms)
      queries = linear("query_up", normal, outputs: [heads, plain + rotary], hasBias: false)
    } else {
      queries = linear("query", input, outputs: [heads, plain + rotary], hasBias: false)
    }
    let rank = latent.keyValueRank
    let down = linear(
      "key_value_down", input, outputs: [rank + rotary], hasBias: attention.hasInputBias)
    let normal = norm("key_value_norm", program.slice(down, dimension: 2, 0..<rank), .rms)
    let up = linear(
      "key_value_up", normal, outputs: [heads, plain + latent.valueHeadSize], hasBias: false)
    let values = program.slice(up, dimension: 3, plain..<(plain + latent.valueHeadSize))
    var keys = program.slice(up, dimension: 3, 0..<plain)
    // All heads share the part of the key with a position.
    var position = program.slice(down, dimension: 2, rank..<(rank + rotary))
    var turned = program.slice(queries, dimension: 3, plain..<(plain + rotary))
    if isRotary {
      position = rotate(position)
      turned = rotate(turned)
    }
    let rows = shape(input)[1]
    let copies = program.broadcast(
      position, to: [batch, rows, heads, rotary], at: [0, 1, 3])
    keys = program.concatenate([keys, copies], dimension: 3)
    let still = program.slice(queries, dimension: 3, 0..<plain)
    queries = program.concatenate([still, turned], dimension: 3)
    return (queries, keys, values)
  }

  /// Scores, softmax and the sum over values.
  ///
  /// Keys outside a window are masked, so their scores are computed all the same.
  /// - Returns: `[batch, rows, heads, size of values]`.
  mutating func core(
    _ queries: Int, _ keys: Int, _ values: Int, isCausal: Bool, window: Int? = nil,
    bias: Int? = nil
  ) -> Int {
    let (q, k) = (shape(queries), shape(keys))
    let (rows, count, heads, groups) = (q[1], k[1], q[2], k[2])
    let shared = heads / groups
    let isGrouped = shared > 1
    let scaled = program.multiply(queries, by: 1 / Double(q[3]).squareRoot())
    let grouped =
      isGrouped ? program.reshape(scaled, to: [q[0], rows, groups, shared, q[3]]) : scaled
    // [batch, groups, rows, shared, keys]
    var scores = program.dot(
      grouped, keys, batch: ([0, 2], [0, 2]), contracting: [isGrouped ? 4 : 3], [3])
    if let bias {
      var bias = bias
      if isGrouped {
        bias = program.reshape(bias, to: [groups, shared, rows, count])
        bias = program.transpose(bias, [0, 2, 1, 3])
      }
      scores = program.add(scores, spreadVector(bias, like: scores))
    }
    if let mask = mask(rows, count, isCausal: isCausal, window: window) {
      let shape = shape(scores)
      let seen = program.broadcast(mask, to: shape, at: [2, shape.count - 1])
      let unseen = program.constant(-1e30, like: program.type(scores))
      scores = program.select(seen, scores, unseen)
    }
    let sums = program.dot(
      softmax(scores), values, batch: ([0, 1], [0, 2]), contracting: [isGrouped ? 4 : 3], [1])
    guard isGrouped else { return program.transpose(sums, [0, 2, 1, 3]) }
    let ordered = program.transpose(sums, [0, 2, 1, 3, 4])
    return program.reshape(ordered, to: [q[0], rows, heads, features(values)])
  }

  /// Which keys each query sees; `nil` when it sees all.
  private mutating func mask(_ rows: Int, _ keys: Int, isCausal: Bool, window: Int?) -> Int? {
    let isLimited = window.map { $0 < keys } ?? false
    guard isCausal || isLimited else { return nil }
    let type = TensorType([rows, keys], .int32)
    let query = program.iota(type, dimension: 0)
    let key = program.iota(type, dimension: 1)
    var seen = isCausal ? program.compare(query, "GE", key) : nil
    if let window, isLimited {
      let near = program.compare(
        program.subtract(query, key), "LT", program.constant(Double(window), like: type))
      seen = seen.map { program.binary("and", $0, near) } ?? near
    }
    return seen
  }

  /// Turns pairs of features by angles that grow with the position (rotary positions); dimension 1
  /// holds the positions.
  private mutating func rotate(_ value: Int) -> Int {
    let type = TensorType(shape(value), element)
    let (last, half) = (type.rank - 1, type.shape[type.rank - 1] / 2)
    guard half > 0 else { return value }
    var side = TensorType(type.shape, .float32)
    side.shape[last] = half
    let position = program.iota(side, dimension: 1)
    let index = program.iota(side, dimension: last)
    // 10000^(−i / half), as an exponential.
    let frequency = program.unary(
      "exponential", program.multiply(index, by: -log(10_000) / Double(half)))
    let angle = program.multiply(position, frequency)
    let cosine = narrow(program.unary("cosine", angle))
    let sine = narrow(program.unary("sine", angle))
    let a = program.slice(value, dimension: last, 0..<half)
    let b = program.slice(value, dimension: last, half..<(2 * half))
    let first = program.subtract(program.multiply(a, cosine), program.multiply(b, sine))
    let second = program.add(program.multiply(b, cosine), program.multiply(a, sine))
    var parts = [first, second]
    if type.shape[last] > 2 * half {
      parts.append(program.slice(value, dimension: last, (2 * half)..<type.shape[last]))
    }
    return program.concatenate(parts, dimension: last)
  }

  /// A bias per head, query and key out of a table `[buckets, heads]`: one bucket per distance, and
  /// wider ones farther away.
  ///
  /// Source: T5 (Raffel et al. 2019, arXiv:1910.10683, section 2.1): half of the buckets for
  /// single distances, the others in powers up to a distance of 128.
  mutating func relativeBias(_ table: Int, length: Int, isCausal: Bool) -> Int {
    let buckets = shape(table)[0]
    let type = TensorType([length, length], .int32)
    let distance = program.subtract(
      program.iota(type, dimension: 0), program.iota(type, dimension: 1))
    let zero = program.constant(0, like: type)
    let isAhead = program.compare(distance, "LT", zero)
    let own = isCausal ? buckets : max(1, buckets / 2)
    let size =
      isCausal ? program.binary("maximum", distance, zero) : program.unary("abs", distance)
    let exact = max(1, own / 2)
    let ratio = program.multiply(
      program.convert(size, to: .float32), by: 1 / Double(exact))
    let power = program.unary(
      "log", program.binary("maximum", ratio, program.constant(1, like: program.type(ratio))))
    // log(128 / exact) spans what is left of the buckets.
    let reach = log(max(2, 128 / Double(exact)))
    let steps = program.convert(
      program.multiply(power, by: Double(own - exact) / reach), to: .int32)
    let far = program.binary(
      "minimum", program.add(steps, constant: Double(exact)),
      program.constant(Double(own - 1), like: type))
    let isNear = program.compare(size, "LT", program.constant(Double(exact), like: type))
    var bucket = program.select(isNear, size, far)
    if !isCausal {
      let shift = program.select(
        isAhead, program.constant(Double(buckets - own), like: type), zero)
      bucket = program.add(bucket, shift)
    }
    let bias = program.lookUp(use(table), at: bucket)
    return program.transpose(bias, [2, 0, 1])
  }
}
