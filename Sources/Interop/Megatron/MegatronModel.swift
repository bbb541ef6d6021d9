import ModelDescription

/// A transformer as arguments for Megatron-LM's GPT model.
struct MegatronModel {
  private(set) var flags: [MegatronFlag] = []
  private(set) var notes: [String] = []

  /// - Throws: `Inexpressible` for models that are no single stack of transformer layers.
  init(_ model: Model, for job: TrainingJob) throws(Inexpressible) {
    guard case .transformer(let family) = model.architecture else {
      throw Inexpressible(
        "'\(model.name)' is a graph of blocks; Megatron-LM's scripts build transformers only")
    }
    if case .encoderDecoder = family.kind {
      throw Inexpressible(
        "'\(model.name)' has an encoder and a decoder; Megatron-LM's pipelines hold one stack")
    }
    if case .encoder = family.kind {
      notes.append("the model is an encoder: use pretrain_bert.py in place of pretrain_gpt.py")
    }
    addSizes(family, job)
    addAttention(family)
    addBias(family)
    addEnds(family, job)
    if let experts = family.experts { addExperts(experts, family) }
    addDropout(family)
  }

  private mutating func add(_ name: String) { flags.append(MegatronFlag(name)) }

  private mutating func add(_ name: String, _ value: Int) {
    flags.append(MegatronFlag(name, value))
  }

  private mutating func add(_ name: String, _ value: String) {
    flags.append(MegatronFlag(name, value))
  }

  private mutating func addSizes(_ family: TransformerFamily, _ job: TrainingJob) {
    add("--num-layers", family.layers)
    add("--hidden-size", family.hiddenSize)
    add("--ffn-hidden-size", family.feedForward.size)
    add("--num-attention-heads", family.attention.heads)
    add("--vocab-size", family.vocabularySize)
    add("--make-vocab-size-divisible-by", job.vocabularyDivisor)
    if family.feedForward.isGated { add("--swiglu") }
    add("--normalization", family.norm == .rms ? "RMSNorm" : "LayerNorm")
    if family.normPlacement == .after {
      notes.append("Megatron-LM norms before each part of a layer; the model does after")
    }
  }

  private mutating func addAttention(_ family: TransformerFamily) {
    let attention = family.attention
    switch attention.form {
    case .grouped(let keyValueHeads, let headSize):
      if keyValueHeads != attention.heads {
        add("--group-query-attention")
        add("--num-query-groups", keyValueHeads)
      }
      if headSize * attention.heads != family.hiddenSize { add("--kv-channels", headSize) }
    case .latent(let latent):
      add("--multi-latent-attention")
      if let rank = latent.queryRank { add("--q-lora-rank", rank) }
      add("--kv-lora-rank", latent.keyValueRank)
      add("--qk-head-dim", latent.plainHeadSize)
      add("--qk-pos-emb-head-dim", latent.rotaryHeadSize)
      add("--v-head-dim", latent.valueHeadSize)
      // Unused, but Megatron-LM wants to divide the hidden size without it.
      if family.hiddenSize % attention.heads != 0 { add("--kv-channels", latent.valueHeadSize) }
    }
    if attention.normalizesQueriesAndKeys { add("--qk-layernorm") }
    if let window = attention.window {
      notes.append("the script must set the attention window of \(window) tokens")
    }
  }

  private mutating func addBias(_ family: TransformerFamily) {
    let attention = family.attention
    let others = [attention.hasOutputBias, family.feedForward.hasBias]
    if attention.hasInputBias, others == [true, true] { return }
    add("--disable-bias-linear")
    if attention.hasInputBias { add("--add-qkv-bias") }
    if others != [false, false] {
      notes.append(
        "Megatron-LM's layers have a bias everywhere or only at queries, keys and values; the "
          + "model's other biases are left out")
    }
  }

  private mutating func addEnds(_ family: TransformerFamily, _ job: TrainingJob) {
    var positions = job.sequenceLength
    switch family.positions {
    case .rotary: add("--position-embedding-type", "rope")
    case .learned(let max):
      add("--position-embedding-type", "learned_absolute")
      positions = Swift.max(positions, max)
    case .relative(let buckets):
      add("--position-embedding-type", "relative")
      add("--relative-attention-num-buckets", buckets)
    case .none: add("--position-embedding-type", "none")
    }
    add("--max-position-embeddings", positions)
    if !family.tiesEmbeddings { add("--untie-embeddings-and-output-weights") }
    if family.normalizesEmbeddings {
      notes.append("Megatron-LM has no norm behind the embeddings; the model has")
    }
    if family.multiTokenPrediction > 0 { add("--mtp-num-layers", family.multiTokenPrediction) }
  }

  private mutating func addExperts(_ experts: Experts, _ family: TransformerFamily) {
    add("--num-experts", experts.count)
    add("--moe-router-topk", experts.perToken)
    add("--moe-ffn-hidden-size", experts.size)
    if experts.perToken == 1 { add("--moe-router-pre-softmax") }
    if experts.denseLayers > 0 || experts.interval > 1 {
      let pattern = (0..<family.layers).map { family.usesExperts(layer: $0) ? "1" : "0" }
      add("--moe-layer-freq", "[" + pattern.joined(separator: ",") + "]")
    }
    if let shared = experts.shared {
      add("--moe-shared-expert-intermediate-size", shared.count * shared.size)
      if shared.hasGate { add("--moe-shared-expert-gate") }
    }
  }

  private mutating func addDropout(_ family: TransformerFamily) {
    add("--attention-dropout", number(family.dropout))
    add("--hidden-dropout", number(family.dropout))
  }

  private func number(_ value: Double) -> String { value == 0 ? "0.0" : String(value) }
}
