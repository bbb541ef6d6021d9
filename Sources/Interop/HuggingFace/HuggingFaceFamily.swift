import Configuration
import ModelDescription

/// The families whose `config.json` can be read, by their `model_type`.
enum HuggingFaceFamily: String, CaseIterable {
  case llama
  case mistral
  case qwen2
  case qwen3
  case mixtral
  case qwen2MoE = "qwen2_moe"
  case qwen3MoE = "qwen3_moe"
  case deepseekV2 = "deepseek_v2"
  case deepseekV3 = "deepseek_v3"
  case gemma
  case gemma2
  case gemma3 = "gemma3_text"
  case phi3
  case gpt2
  case gptNeoX = "gpt_neox"
  case opt
  case bloom
  case falcon
  case phi
  case bert
  case t5
  case mt5

  func transformer(from root: MappingReader) -> TransformerFamily {
    switch self {
    case .gpt2: gpt2(root)
    case .gptNeoX: biasedRotary(root, dropout: "hidden_dropout")
    case .opt: opt(root)
    case .bloom: bloom(root)
    case .falcon: falcon(root)
    case .phi: biasedRotary(root, dropout: "resid_pdrop")
    case .bert: bert(root)
    case .t5, .mt5: t5(root)
    case .llama, .mistral, .qwen2, .qwen3, .mixtral, .qwen2MoE, .qwen3MoE, .deepseekV2,
      .deepseekV3, .gemma, .gemma2, .gemma3, .phi3:
      llamaLike(root)
    }
  }

  /// The key under which the file states a number of the family.
  func key(for field: TransformerField) -> String {
    switch self {
    case .gpt2: Self.gpt2Keys[field] ?? Self.llamaKeys[field] ?? field.rawValue
    case .t5, .mt5: Self.t5Keys[field] ?? Self.llamaKeys[field] ?? field.rawValue
    case .opt: Self.optKeys[field] ?? Self.llamaKeys[field] ?? field.rawValue
    case .bloom: Self.bloomKeys[field] ?? Self.llamaKeys[field] ?? field.rawValue
    case .falcon where field == .keyValueHeads: "num_kv_heads"
    case .mixtral where field == .expertCount: "num_local_experts"
    case .deepseekV2 where field == .expertCount, .deepseekV3 where field == .expertCount:
      "n_routed_experts"
    default: Self.llamaKeys[field] ?? field.rawValue
    }
  }

  private static let llamaKeys: [TransformerField: String] = [
    .layers: "num_hidden_layers", .hiddenSize: "hidden_size", .vocabularySize: "vocab_size",
    .tokenTypes: "type_vocab_size", .positions: "max_position_embeddings",
    .heads: "num_attention_heads", .keyValueHeads: "num_key_value_heads", .headSize: "head_dim",
    .window: "sliding_window", .queryRank: "q_lora_rank", .keyValueRank: "kv_lora_rank",
    .plainHeadSize: "qk_nope_head_dim", .rotaryHeadSize: "qk_rope_head_dim",
    .valueHeadSize: "v_head_dim", .feedForwardSize: "intermediate_size",
    .expertCount: "num_experts", .expertsPerToken: "num_experts_per_tok",
    .expertSize: "moe_intermediate_size", .sharedExpertCount: "n_shared_experts",
    .sharedExpertSize: "shared_expert_intermediate_size",
    .denseLayers: "first_k_dense_replace", .expertInterval: "decoder_sparse_step",
    .dropout: "hidden_dropout_prob",
  ]

  private static let gpt2Keys: [TransformerField: String] = [
    .layers: "n_layer", .hiddenSize: "n_embd", .heads: "n_head", .headSize: "n_head",
    .positions: "n_positions", .feedForwardSize: "n_inner", .dropout: "resid_pdrop",
  ]

  private static let optKeys: [TransformerField: String] = [.feedForwardSize: "ffn_dim"]

  private static let bloomKeys: [TransformerField: String] = [
    .layers: "n_layer", .heads: "n_head", .headSize: "n_head",
  ]

  private static let t5Keys: [TransformerField: String] = [
    .layers: "num_decoder_layers", .encoderLayers: "num_layers", .hiddenSize: "d_model",
    .heads: "num_heads", .headSize: "d_kv", .feedForwardSize: "d_ff",
    .positions: "relative_attention_num_buckets", .dropout: "dropout_rate",
  ]
}

// MARK: Llama and its descendants

extension HuggingFaceFamily {
  private func llamaLike(_ root: MappingReader) -> TransformerFamily {
    let hiddenSize = root.integer("hidden_size", in: sizes)
    let layers = root.integer("num_hidden_layers", in: 1...ModelLimits.layers)
    let feedForward = FeedForward(
      size: root.integer("intermediate_size", in: sizes), isGated: true,
      hasBias: root.optionalFlag("mlp_bias") ?? false)
    return TransformerFamily(
      layers: layers, hiddenSize: hiddenSize,
      vocabularySize: root.integer("vocab_size", in: 1...ModelLimits.vocabulary),
      attention: attention(root, hiddenSize: hiddenSize), feedForward: feedForward,
      experts: experts(root, size: feedForward.size, layers: layers), norm: .rms,
      positions: .rotary,
      // Gemma's class ties unless told otherwise, and its files leave the key out.
      tiesEmbeddings: root.optionalFlag("tie_word_embeddings") ?? isGemma)
  }

  private func attention(_ root: MappingReader, hiddenSize: Int) -> Attention {
    let heads = root.integer("num_attention_heads", in: 1...ModelLimits.heads)
    let isBiased = root.optionalFlag("attention_bias") ?? false
    if self == .deepseekV2 || self == .deepseekV3 {
      let latent = LatentAttention(
        queryRank: root.optional("q_lora_rank", in: headSizes),
        keyValueRank: root.integer("kv_lora_rank", in: headSizes),
        plainHeadSize: root.integer("qk_nope_head_dim", in: headSizes),
        rotaryHeadSize: root.integer("qk_rope_head_dim", in: headSizes),
        valueHeadSize: root.integer("v_head_dim", in: headSizes))
      return Attention(
        heads: heads, form: .latent(latent), hasInputBias: isBiased, hasOutputBias: isBiased)
    }
    let keyValueHeads = root.optional("num_key_value_heads", in: 1...ModelLimits.heads)
    // Qwen3 and Gemma fix the head size; the others divide the hidden size.
    let fixed: Int? = self == .qwen3 || self == .qwen3MoE ? 128 : isGemma ? 256 : nil
    let headSize =
      root.optional("head_dim", in: headSizes) ?? fixed
      ?? quotient(of: hiddenSize, by: heads, "num_attention_heads", root)
    return Attention(
      heads: heads, form: .grouped(keyValueHeads: keyValueHeads ?? heads, headSize: headSize),
      window: window(root),
      normalizesQueriesAndKeys: self == .qwen3 || self == .qwen3MoE || self == .gemma3,
      hasInputBias: self == .qwen2
        || (self == .qwen2MoE ? root.optionalFlag("qkv_bias") ?? true : isBiased),
      hasOutputBias: self == .qwen2 || self == .qwen2MoE ? false : isBiased)
  }

  private func window(_ root: MappingReader) -> Int? {
    let lengths = 1...ModelLimits.sequenceLength
    switch self {
    case .mistral:
      // The library's default when the key is missing; null switches it off.
      return root.has("sliding_window") ? root.optional("sliding_window", in: lengths) : 4096
    case .mixtral, .phi3: return root.optional("sliding_window", in: lengths)
    case .qwen2, .qwen3, .qwen2MoE, .qwen3MoE:
      guard root.optionalFlag("use_sliding_window") ?? false else { return nil }
      if root.optional("max_window_layers", in: 0...ModelLimits.layers) != 0 {
        root.report(
          "is true for some layers only (see 'max_window_layers'), which cannot be described",
          at: [.key("use_sliding_window")])
      }
      return root.optional("sliding_window", in: lengths)
    default: return nil
    }
  }

  private func experts(_ root: MappingReader, size: Int, layers: Int) -> Experts? {
    let counts = 1...ModelLimits.experts
    switch self {
    case .mixtral:
      return Experts(
        count: root.integer("num_local_experts", in: counts),
        perToken: root.integer("num_experts_per_tok", in: counts), size: size)
    case .qwen2MoE, .qwen3MoE:
      let shared = self == .qwen2MoE
      return Experts(
        count: root.integer("num_experts", in: counts),
        perToken: root.integer("num_experts_per_tok", in: counts),
        size: root.integer("moe_intermediate_size", in: sizes),
        shared: shared
          ? SharedExperts(
            size: root.integer("shared_expert_intermediate_size", in: sizes), hasGate: true)
          : nil,
        denseLayers: denseLayers(root),
        interval: root.optional("decoder_sparse_step", in: 1...ModelLimits.layers) ?? 1)
    case .deepseekV2, .deepseekV3:
      guard let count = root.optional("n_routed_experts", in: counts) else { return nil }
      let expertSize = root.integer("moe_intermediate_size", in: sizes)
      return Experts(
        count: count, perToken: root.integer("num_experts_per_tok", in: counts), size: expertSize,
        shared: root.optional("n_shared_experts", in: 0...ModelLimits.experts).flatMap {
          $0 > 0 ? SharedExperts(count: $0, size: expertSize) : nil
        },
        denseLayers: root.optional("first_k_dense_replace", in: 0...ModelLimits.layers) ?? 0,
        interval: layerFrequency(root))
    default: return nil
    }
  }

  /// `mlp_only_layers` may name any layers; only the first ones can be described.
  private func denseLayers(_ root: MappingReader) -> Int {
    let key = "mlp_only_layers"
    guard !root.isNull(key), !root.isEmpty(key),
      let layers = root.integersIfPresent(key, in: 0...ModelLimits.layers)
    else { return 0 }
    if layers.sorted() != Array(0..<layers.count) {
      root.report("must name the first layers (0, 1, …) or none", at: [.key(key)])
    }
    return layers.count
  }

  /// `moe_layer_freq` counts from another layer than we do, which makes no difference when it is 1.
  private func layerFrequency(_ root: MappingReader) -> Int {
    let frequency = root.optional("moe_layer_freq", in: 1...ModelLimits.layers) ?? 1
    if frequency != 1 {
      root.report("must be 1, found \(frequency)", at: [.key("moe_layer_freq")])
    }
    return frequency
  }

  private var isGemma: Bool { self == .gemma || self == .gemma2 || self == .gemma3 }
  var sizes: ClosedRange<Int> { 1...ModelLimits.features }
  var headSizes: ClosedRange<Int> { 1...ModelLimits.features / 16 }

  func quotient(of size: Int, by heads: Int, _ key: String, _ root: MappingReader) -> Int {
    if root.isFreeOfErrors, size % heads != 0 {
      root.report("must divide the hidden size \(size), found \(heads)", at: [.key(key)])
    }
    return max(1, size / heads)
  }
}
