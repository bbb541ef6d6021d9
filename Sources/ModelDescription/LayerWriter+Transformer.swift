extension LayerWriter {
  /// Projections and core of the attention of a sequence to itself.
  mutating func selfAttention(
    _ name: String, _ attention: Attention, hidden: Int, length: Int, isCausal: Bool,
    isRotary: Bool, hasDropout: Bool, savesInput: Bool = true
  ) {
    let heads = attention.heads
    switch attention.form {
    case .grouped(let keyValueHeads, let headSize):
      let features = (heads + 2 * keyValueHeads) * headSize
      product(
        name + ".query_key_value",
        MatrixProduct(
          rows: length, inputs: hidden, outputs: features, hasBias: attention.hasInputBias,
          replicated: ReplicatedOutputs(
            outputs: 2 * keyValueHeads * headSize, parts: keyValueHeads)),
        split: .column, savesInput: savesInput)
      if attention.normalizesQueriesAndKeys {
        // The gain is shared by all heads, so every rank holds it whole.
        headNorm(name + ".query_norm", length, heads: heads, headSize)
        headNorm(name + ".key_norm", length, heads: keyValueHeads, headSize)
      }
      if isRotary {
        rotary(name + ".rotary", elements: length * (heads + keyValueHeads) * headSize)
      }
    case .latent(let latent):
      compressedProjections(name, attention, latent, hidden: hidden, length: length)
    }
    attentionCore(
      name + ".core",
      AttentionCore(
        queryLength: length, keyLength: length, heads: heads,
        keyValueHeads: attention.keyValueHeads, headSize: attention.headSize,
        valueHeadSize: attention.valueHeadSize, isCausal: isCausal, window: attention.window,
        hasDropout: hasDropout))
    attentionOutput(name, attention, hidden: hidden, length: length)
  }

  /// Attention of one sequence to another, the memory. Unless `savesMemory`, the layer that made the
  /// memory keeps it for the backward pass.
  mutating func crossAttention(
    _ name: String, _ attention: Attention, hidden: Int, length: Int, memoryLength: Int,
    hasDropout: Bool, savesInput: Bool = true, savesMemory: Bool = false
  ) {
    let heads = attention.heads
    let queries = MatrixProduct(
      rows: length, inputs: hidden, outputs: heads * attention.headSize,
      hasBias: attention.hasInputBias)
    product(name + ".query", queries, split: .column, savesInput: savesInput)
    let keysAndValues = MatrixProduct(
      rows: memoryLength, inputs: hidden,
      outputs: attention.keyValueHeads * (attention.headSize + attention.valueHeadSize),
      hasBias: attention.hasInputBias)
    product(name + ".key_value", keysAndValues, split: .column, savesInput: savesMemory)
    attentionCore(
      name + ".core",
      AttentionCore(
        queryLength: length, keyLength: memoryLength, heads: heads,
        keyValueHeads: attention.keyValueHeads, headSize: attention.headSize,
        valueHeadSize: attention.valueHeadSize, isCausal: false, hasDropout: hasDropout))
    attentionOutput(name, attention, hidden: hidden, length: length)
  }

  private mutating func attentionOutput(
    _ name: String, _ attention: Attention, hidden: Int, length: Int
  ) {
    let output = MatrixProduct(
      rows: length, inputs: attention.heads * attention.valueHeadSize, outputs: hidden,
      hasBias: attention.hasOutputBias)
    product(name + ".output", output, split: .row)
  }

  /// Latent attention as Megatron-LM splits it: compressions are replicated and work on the rows of
  /// sequence parallelism, their norms too; what expands them to heads is split by columns.
  private mutating func compressedProjections(
    _ name: String, _ attention: Attention, _ latent: LatentAttention, hidden: Int, length: Int
  ) {
    let heads = attention.heads
    let queryFeatures = heads * attention.headSize
    if let rank = latent.queryRank {
      let down = MatrixProduct(
        rows: length, inputs: hidden, outputs: rank, hasBias: attention.hasInputBias)
      product(name + ".query_down", down, split: .sequence)
      norm(name + ".query_norm", elements: length * rank, parameters: rank)
      product(
        name + ".query_up", MatrixProduct(rows: length, inputs: rank, outputs: queryFeatures),
        split: .column)
    } else {
      let query = MatrixProduct(rows: length, inputs: hidden, outputs: queryFeatures)
      product(name + ".query", query, split: .column)
    }
    let rank = latent.keyValueRank
    let down = MatrixProduct(
      rows: length, inputs: hidden, outputs: rank + latent.rotaryHeadSize,
      hasBias: attention.hasInputBias)
    product(name + ".key_value_down", down, split: .sequence, savesInput: false)
    norm(name + ".key_value_norm", elements: length * rank, parameters: rank)
    let up = MatrixProduct(
      rows: length, inputs: rank,
      outputs: heads * (latent.plainHeadSize + latent.valueHeadSize))
    product(name + ".key_value_up", up, split: .column)
    // All heads of the queries, and the keys with the shared rotated part copied to each head.
    rotary(
      name + ".rotary", elements: length * heads * (latent.rotaryHeadSize + attention.headSize))
  }

  private mutating func headNorm(_ name: String, _ rows: Int, heads: Int, _ headSize: Int) {
    let elements = rows * heads * headSize
    pointwise(
      name, forward: 2 * elements, backward: 3 * elements, split: .elements,
      saved: [SavedTensor(elements: elements, split: .elements)])
    pointwise(name + ".gain", forward: 0, backward: 0, parameters: headSize, split: .sequence)
  }

  /// Two products with an activation between; a gate comes out of the first product, too.
  mutating func feedForward(
    _ name: String, _ form: FeedForward, hidden: Int, rows: Int, savesInput: Bool = true
  ) {
    let up = MatrixProduct(
      rows: rows, inputs: hidden, outputs: form.size * (form.isGated ? 2 : 1),
      hasBias: form.hasBias)
    product(name + ".up", up, split: .column, savesInput: savesInput)
    activation(name + ".activation", elements: rows * form.size, isGated: form.isGated)
    let down = MatrixProduct(
      rows: rows, inputs: form.size, outputs: hidden, hasBias: form.hasBias)
    product(name + ".down", down, split: .row)
  }

  /// Router, exchange of tokens, grouped products of the experts, exchange back, shared experts.
  ///
  /// The router's weights scale the activations between the experts' products (Megatron-LM's
  /// weighted SwiGLU), so the experts' outputs need not be kept. No token is dropped.
  mutating func experts(_ experts: Experts, like form: FeedForward, hidden: Int, rows: Int) {
    let sent = rows * experts.perToken
    let scores = rows * experts.count
    product(
      "router", MatrixProduct(rows: rows, inputs: hidden, outputs: experts.count),
      split: .sequence)
    pointwise(
      "router.softmax", forward: 2 * scores * float32Elements,
      backward: 3 * scores * float32Elements, split: .sequence,
      saved: [SavedTensor(elements: scores, storage: .float32, split: .sequence)])
    pointwise(
      "experts.permute", forward: 2 * sent * hidden, backward: 2 * sent * hidden, split: .sequence)
    exchange(
      "experts.dispatch", .dispatchToExperts, elements: sent * hidden, copies: experts.perToken)
    // What came from each rank is ordered by its experts, and turned back before it returns.
    pointwise(
      "experts.sort", forward: 2 * sent * hidden, backward: 2 * sent * hidden, split: .sequence)
    let up = MatrixProduct(
      rows: sent, inputs: hidden, outputs: experts.size * (form.isGated ? 2 : 1),
      hasBias: form.hasBias, matrices: experts.count)
    product("experts.up", up, split: .column, isExpert: true)
    activation(
      "experts.activation", elements: sent * experts.size, isGated: form.isGated, isExpert: true)
    let down = MatrixProduct(
      rows: sent, inputs: experts.size, outputs: hidden, hasBias: form.hasBias,
      matrices: experts.count)
    product("experts.down", down, split: .row, isExpert: true)
    pointwise(
      "experts.unsort", forward: 2 * sent * hidden, backward: 2 * sent * hidden, split: .sequence)
    exchange(
      "experts.combine", .combineFromExperts, elements: sent * hidden, copies: experts.perToken)
    let gathered = (sent + rows) * hidden
    pointwise("experts.unpermute", forward: gathered, backward: gathered, split: .sequence)
    if let shared = experts.shared {
      let form = FeedForward(
        size: shared.count * shared.size, isGated: form.isGated, hasBias: form.hasBias)
      feedForward("shared_experts", form, hidden: hidden, rows: rows, savesInput: false)
      if shared.hasGate {
        let gate = MatrixProduct(rows: rows, inputs: hidden, outputs: 1)
        product("shared_experts.gate", gate, split: .sequence, savesInput: false)
      }
      residual("shared_experts.sum", elements: rows * hidden, hasDropout: false)
    }
  }
}
