import Configuration
import ModelDescription

extension MegatronRunReader {
  /// The model of Megatron-LM's GPT script; a placeholder of some values once something is wrong.
  mutating func family() -> TransformerFamily {
    let features = 1...ModelLimits.features
    let layers = list.required(
      "--num-layers", in: 1...ModelLimits.layers, "how many layers the model has")
    let hiddenSize = list.required("--hidden-size", in: features, "the features of a layer")
    let isGated = list.has("--swiglu")
    let usual = isGated ? max(64, 8 * hiddenSize / 3 / 64 * 64) : 4 * hiddenSize
    let size = list.integer("--ffn-hidden-size", in: features) ?? min(usual, features.upperBound)
    let isBiased = !list.has("--disable-bias-linear")
    let attention = attention(hiddenSize: hiddenSize, isBiased: isBiased)
    let norms = ["LayerNorm", "RMSNorm"]
    return TransformerFamily(
      layers: layers, hiddenSize: hiddenSize, vocabularySize: vocabulary(), attention: attention,
      feedForward: FeedForward(size: size, isGated: isGated, hasBias: isBiased),
      experts: experts(layers: layers, feedForwardSize: size),
      norm: list.word("--normalization", of: norms) == "RMSNorm" ? .rms : .layer,
      positions: positions(),
      tiesEmbeddings: !list.has("--untie-embeddings-and-output-weights"),
      dropout: dropout(),
      multiTokenPrediction: list.integer("--mtp-num-layers", in: 0...ModelLimits.layers) ?? 0)
  }

  private mutating func vocabulary() -> Int {
    let sizes = 1...ModelLimits.vocabulary
    if list.has("--padded-vocab-size"), !list.has("--vocab-size") {
      return list.integer("--padded-vocab-size", in: sizes) ?? 1
    }
    return list.required(
      "--vocab-size", in: sizes, "the tokenizer is not read, so give the size of its vocabulary")
  }

  private mutating func attention(hiddenSize: Int, isBiased: Bool) -> Attention {
    let sizes = 1...ModelLimits.features / 16
    let heads = list.required(
      "--num-attention-heads", in: 1...ModelLimits.heads, "how many heads attention has")
    let channels = list.integer("--kv-channels", in: sizes)
    let isGrouped = list.has("--group-query-attention")
    let groups = list.integer("--num-query-groups", in: 1...ModelLimits.heads)
    let form: Attention.Form
    if list.has("--multi-latent-attention") {
      if isGrouped {
        list.report("'--multi-latent-attention' and '--group-query-attention' exclude each other")
      }
      // Defaults of MLATransformerConfig.
      form = .latent(
        LatentAttention(
          queryRank: list.integer("--q-lora-rank", in: sizes),
          keyValueRank: list.integer("--kv-lora-rank", in: sizes) ?? 32,
          plainHeadSize: list.integer("--qk-head-dim", in: sizes) ?? 128,
          rotaryHeadSize: list.integer("--qk-pos-emb-head-dim", in: sizes) ?? 64,
          valueHeadSize: list.integer("--v-head-dim", in: sizes) ?? 128))
    } else {
      if channels == nil, hiddenSize % heads != 0 {
        list.report(
          "\(heads) heads do not divide the hidden size \(hiddenSize); give --kv-channels")
      }
      form = .grouped(
        keyValueHeads: isGrouped ? groups ?? 1 : heads,
        headSize: channels ?? max(1, hiddenSize / heads))
    }
    return Attention(
      heads: heads, form: form, normalizesQueriesAndKeys: list.has("--qk-layernorm"),
      hasInputBias: list.has("--add-qkv-bias") || isBiased, hasOutputBias: isBiased)
  }

  private mutating func positions() -> Positions {
    let words = ["learned_absolute", "rope", "mrope", "yarn", "relative", "none"]
    let length = list.integer("--max-position-embeddings", in: 1...ModelLimits.sequenceLength)
    switch list.word("--position-embedding-type", of: words) {
    case "rope", "mrope", "yarn": return .rotary
    case "none": return .none
    case "relative":
      let buckets = list.integer(
        "--relative-attention-num-buckets", in: 1...ModelLimits.vocabulary)
      return .relative(buckets: buckets ?? 32)
    default:
      if length == nil { list.report("'--max-position-embeddings' is missing") }
      return .learned(max: length ?? 1)
    }
  }

  /// Of attention and of both parts of a layer, which are one figure here.
  private mutating func dropout() -> Double {
    let hidden = list.number("--hidden-dropout", in: 0...1) ?? 0.1
    let attention = list.number("--attention-dropout", in: 0...1) ?? 0.1
    if hidden != attention {
      notes.append(
        "dropout is read as that of the hidden state, \(hidden), in attention too")
    }
    return hidden
  }

  private mutating func experts(layers: Int, feedForwardSize: Int) -> Experts? {
    guard let count = list.integer("--num-experts", in: 0...ModelLimits.experts), count > 0 else {
      return nil
    }
    _ = list.has("--moe-router-pre-softmax")
    let shared = list.integer("--moe-shared-expert-intermediate-size", in: 1...ModelLimits.features)
    let hasGate = list.has("--moe-shared-expert-gate")
    let size = list.integer("--moe-ffn-hidden-size", in: 1...ModelLimits.features)
    var experts = Experts(
      count: count, perToken: list.integer("--moe-router-topk", in: 1...ModelLimits.experts) ?? 2,
      size: size ?? feedForwardSize,
      shared: shared.map { SharedExperts(size: $0, hasGate: hasGate) })
    guard let text = list.text("--moe-layer-freq") else { return experts }
    guard let pattern = MegatronLayerFrequency.pattern(text, layers: layers) else {
      list.report(
        "'--moe-layer-freq' is '\(text)'; expected a number, or lists of 0 and 1 for \(layers) "
          + "layers such as ([0]*1+[1]*\(max(1, layers - 1)))")
      return experts
    }
    for (dense, interval) in MegatronRunReader.candidates(pattern) {
      let found = pattern.indices.map { $0 >= dense && ($0 + 1) % interval == 0 }
      if found == pattern {
        experts.denseLayers = dense
        experts.interval = interval
        return experts
      }
    }
    list.report(
      "'--moe-layer-freq' puts experts on layers that no first layer and interval describe")
    return experts
  }

  /// First layers without experts and intervals that may make a pattern, the simplest first.
  private static func candidates(_ pattern: [Bool]) -> [(dense: Int, interval: Int)] {
    let holders = pattern.indices.filter { pattern[$0] }
    guard let first = holders.first else { return [] }
    let interval = holders.count > 1 ? holders[1] - first : first + 1
    return [(0, interval), (first, interval), (max(0, first + 1 - interval), interval)]
  }
}
