import Configuration
import ModelDescription

// The families before Llama: norms with bias, plain feed-forward parts, keys of their own.

extension HuggingFaceFamily {
  func gpt2(_ root: MappingReader) -> TransformerFamily {
    let hiddenSize = root.integer("n_embd", in: sizes)
    let heads = root.integer("n_head", in: 1...ModelLimits.heads)
    let headSize = quotient(of: hiddenSize, by: heads, "n_head", root)
    return TransformerFamily(
      layers: root.integer("n_layer", in: 1...ModelLimits.layers), hiddenSize: hiddenSize,
      vocabularySize: root.integer("vocab_size", in: 1...ModelLimits.vocabulary),
      attention: Attention(
        heads: heads, form: .grouped(keyValueHeads: heads, headSize: headSize),
        hasInputBias: true, hasOutputBias: true),
      feedForward: FeedForward(
        size: root.optional("n_inner", in: sizes) ?? 4 * hiddenSize, hasBias: true),
      norm: .layer,
      positions: .learned(max: root.integer("n_positions", in: 1...ModelLimits.sequenceLength)),
      tiesEmbeddings: root.optionalFlag("tie_word_embeddings") ?? true,
      dropout: root.optionalNumber("resid_pdrop", in: 0...1) ?? 0.1)
  }

  func bert(_ root: MappingReader) -> TransformerFamily {
    let hiddenSize = root.integer("hidden_size", in: sizes)
    let heads = root.integer("num_attention_heads", in: 1...ModelLimits.heads)
    let headSize = quotient(of: hiddenSize, by: heads, "num_attention_heads", root)
    let isMaskedOnly = root.stringsIfPresent("architectures")?.contains("BertForMaskedLM") ?? false
    return TransformerFamily(
      kind: .encoder(
        EncoderHeads(
          tokenTypes: root.optional("type_vocab_size", in: 0...ModelLimits.vocabulary) ?? 2,
          predictsMaskedTokens: true, predictsNextSentence: !isMaskedOnly)),
      layers: root.integer("num_hidden_layers", in: 1...ModelLimits.layers),
      hiddenSize: hiddenSize,
      vocabularySize: root.integer("vocab_size", in: 1...ModelLimits.vocabulary),
      attention: Attention(
        heads: heads, form: .grouped(keyValueHeads: heads, headSize: headSize),
        hasInputBias: true, hasOutputBias: true),
      feedForward: FeedForward(size: root.integer("intermediate_size", in: sizes), hasBias: true),
      norm: .layer, normPlacement: .after,
      positions: .learned(
        max: root.integer("max_position_embeddings", in: 1...ModelLimits.sequenceLength)),
      tiesEmbeddings: root.optionalFlag("tie_word_embeddings") ?? true,
      normalizesEmbeddings: true,
      dropout: root.optionalNumber("hidden_dropout_prob", in: 0...1) ?? 0.1)
  }

  func t5(_ root: MappingReader) -> TransformerFamily {
    let encoderLayers = root.integer("num_layers", in: 1...ModelLimits.layers)
    let heads = root.integer("num_heads", in: 1...ModelLimits.heads)
    let form = root.optionalText("feed_forward_proj") ?? (self == .t5 ? "relu" : "gated-gelu")
    return TransformerFamily(
      kind: .encoderDecoder(encoderLayers: encoderLayers),
      layers: root.optional("num_decoder_layers", in: 1...ModelLimits.layers) ?? encoderLayers,
      hiddenSize: root.integer("d_model", in: sizes),
      vocabularySize: root.integer("vocab_size", in: 1...ModelLimits.vocabulary),
      attention: Attention(
        heads: heads,
        form: .grouped(keyValueHeads: heads, headSize: root.integer("d_kv", in: headSizes))),
      feedForward: FeedForward(
        size: root.integer("d_ff", in: sizes), isGated: form.hasPrefix("gated-")),
      norm: .rms,
      positions: .relative(
        buckets: root.optional("relative_attention_num_buckets", in: 1...ModelLimits.vocabulary)
          ?? 32),
      tiesEmbeddings: root.optionalFlag("tie_word_embeddings") ?? (self == .t5),
      dropout: root.optionalNumber("dropout_rate", in: 0...1) ?? 0.1)
  }

  /// GPT-NeoX and Phi: rotary positions, but norms and products with biases.
  func biasedRotary(_ root: MappingReader, dropout: String) -> TransformerFamily {
    let hiddenSize = root.integer("hidden_size", in: sizes)
    return TransformerFamily(
      layers: root.integer("num_hidden_layers", in: 1...ModelLimits.layers),
      hiddenSize: hiddenSize, vocabularySize: vocabulary(root),
      attention: plainAttention(
        root, hiddenSize: hiddenSize, heads: "num_attention_heads",
        hasBias: root.optionalFlag("attention_bias") ?? true),
      feedForward: FeedForward(size: root.integer("intermediate_size", in: sizes), hasBias: true),
      norm: .layer, tiesEmbeddings: root.optionalFlag("tie_word_embeddings") ?? false,
      dropout: root.optionalNumber(dropout, in: 0...1) ?? 0)
  }

  func opt(_ root: MappingReader) -> TransformerFamily {
    let hiddenSize = root.integer("hidden_size", in: sizes)
    let isBiased = root.optionalFlag("enable_bias") ?? true
    if let size = root.optional("word_embed_proj_dim", in: sizes), size != hiddenSize {
      root.report(
        "must equal the hidden size \(hiddenSize): embeddings of another size cannot be described",
        at: [.key("word_embed_proj_dim")])
    }
    return TransformerFamily(
      layers: root.integer("num_hidden_layers", in: 1...ModelLimits.layers),
      hiddenSize: hiddenSize, vocabularySize: vocabulary(root),
      attention: plainAttention(
        root, hiddenSize: hiddenSize, heads: "num_attention_heads", hasBias: isBiased),
      feedForward: FeedForward(size: root.integer("ffn_dim", in: sizes), hasBias: isBiased),
      norm: .layer,
      normPlacement: root.optionalFlag("do_layer_norm_before") ?? true ? .before : .after,
      // The table begins with two entries that no position uses.
      positions: .learned(
        max: root.integer("max_position_embeddings", in: 1...ModelLimits.sequenceLength - 2) + 2),
      tiesEmbeddings: root.optionalFlag("tie_word_embeddings") ?? true,
      dropout: root.optionalNumber("dropout", in: 0...1) ?? 0.1)
  }

  func bloom(_ root: MappingReader) -> TransformerFamily {
    let key = root.has("n_embed") ? "n_embed" : "hidden_size"
    let hiddenSize = root.integer(key, in: sizes)
    let heads = root.has("num_attention_heads") ? "num_attention_heads" : "n_head"
    let layers = root.has("num_hidden_layers") ? "num_hidden_layers" : "n_layer"
    return TransformerFamily(
      layers: root.integer(layers, in: 1...ModelLimits.layers), hiddenSize: hiddenSize,
      vocabularySize: vocabulary(root),
      attention: plainAttention(root, hiddenSize: hiddenSize, heads: heads, hasBias: true),
      feedForward: FeedForward(size: 4 * hiddenSize, hasBias: true), norm: .layer,
      positions: .none, tiesEmbeddings: root.optionalFlag("tie_word_embeddings") ?? true,
      normalizesEmbeddings: true,
      dropout: root.optionalNumber("hidden_dropout", in: 0...1) ?? 0)
  }

  func falcon(_ root: MappingReader) -> TransformerFamily {
    let hiddenSize = root.integer("hidden_size", in: sizes)
    let isBiased = root.optionalFlag("bias") ?? false
    let heads = root.integer("num_attention_heads", in: 1...ModelLimits.heads)
    let usesGroups = root.optionalFlag("new_decoder_architecture") ?? false
    let isMultiQuery = root.optionalFlag("multi_query") ?? true
    let groups = root.optional("num_kv_heads", in: 1...ModelLimits.heads) ?? heads
    return TransformerFamily(
      layers: root.integer("num_hidden_layers", in: 1...ModelLimits.layers),
      hiddenSize: hiddenSize, vocabularySize: vocabulary(root),
      attention: Attention(
        heads: heads,
        form: .grouped(
          keyValueHeads: usesGroups ? groups : isMultiQuery ? 1 : heads,
          headSize: quotient(of: hiddenSize, by: heads, "num_attention_heads", root)),
        hasInputBias: isBiased, hasOutputBias: isBiased),
      feedForward: FeedForward(
        size: root.optional("ffn_hidden_size", in: sizes)
          ?? min(4 * hiddenSize, ModelLimits.features), hasBias: isBiased),
      norm: .layer,
      positions: root.optionalFlag("alibi") ?? false ? .none : .rotary,
      tiesEmbeddings: root.optionalFlag("tie_word_embeddings") ?? true,
      dropout: root.optionalNumber("hidden_dropout", in: 0...1) ?? 0)
  }

  private func vocabulary(_ root: MappingReader) -> Int {
    root.integer("vocab_size", in: 1...ModelLimits.vocabulary)
  }

  /// Heads that divide the hidden size, as many for keys and values unless the file says otherwise.
  private func plainAttention(
    _ root: MappingReader, hiddenSize: Int, heads key: String, hasBias: Bool
  ) -> Attention {
    let heads = root.integer(key, in: 1...ModelLimits.heads)
    let groups = root.optional("num_key_value_heads", in: 1...ModelLimits.heads) ?? heads
    return Attention(
      heads: heads,
      form: .grouped(
        keyValueHeads: groups, headSize: quotient(of: hiddenSize, by: heads, key, root)),
      hasInputBias: hasBias, hasOutputBias: hasBias)
  }

  /// Where a model of the family differs from what is described.
  func notes(of root: MappingReader) -> [String] {
    let sideBySide =
      "attention and feed-forward part of a layer run side by side; they are described one after "
      + "the other"
    let oneNorm = "both parts of a layer read one norm; each is described with its own"
    func has(_ key: String, usually: Bool) -> Bool { root.optionalFlag(key) ?? usually }
    switch self {
    case .gemma2, .gemma3:
      return [
        "layers norm the results of both their parts too, which is left out",
        "some layers attend to a window of tokens only; all are described as attending to all",
      ]
    case .phi: return [sideBySide, oneNorm, "the output layer's bias is left out"]
    case .gptNeoX: return has("use_parallel_residual", usually: true) ? [sideBySide] : []
    case .falcon:
      if has("new_decoder_architecture", usually: false) { return [sideBySide] }
      return has("parallel_attn", usually: true) ? [sideBySide, oneNorm] : []
    default: return []
    }
  }
}
