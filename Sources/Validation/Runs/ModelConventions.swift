import ModelDescription

/// What a kind of language model has beyond the sizes that tables print.
///
/// Recognised by the model's own name, which is what the published architecture is known by.
struct ModelConventions {
  var norm: Norm
  var positions: PositionKind
  var hasBiases: Bool
  var tiesEmbeddings: Bool
  var normalizesEmbeddings = false
  var dropout = 0.0

  enum PositionKind {
    /// As many as the sequence has tokens.
    case learned
    case rotary
    /// ALiBi.
    case none
  }

  /// Touvron et al. 2023, arXiv:2302.13971, section 2.2.
  static let llama = ModelConventions(
    norm: .rms, positions: .rotary, hasBiases: false, tiesEmbeddings: false)
  /// Radford et al. 2019 as Megatron-LM trains it, with its default dropout of 0.1, which the
  /// memory formulas of Korthikanti et al. 2022, arXiv:2205.05198, count too.
  static let gpt = ModelConventions(
    norm: .layer, positions: .learned, hasBiases: true, tiesEmbeddings: true, dropout: 0.1)
  /// bigscience/bloom config.json on Hugging Face; trained with Megatron-DeepSpeed's default dropout
  /// of 0.1, which bigscience-workshop/bigscience@9e64edec:train/tr11-176B-ml/tr11-176B-ml.slurm
  /// leaves as it is.
  static let bloom = ModelConventions(
    norm: .layer, positions: .none, hasBiases: true, tiesEmbeddings: true,
    normalizesEmbeddings: true, dropout: 0.1)
  /// Defaults of `MPTConfig` in mosaicml/llm-foundry.
  static let mpt = ModelConventions(
    norm: .layer, positions: .learned, hasBiases: true, tiesEmbeddings: true)
  /// Parmar et al. 2024, arXiv:2402.16819, section 2.
  static let nemotron = ModelConventions(
    norm: .layer, positions: .rotary, hasBiases: false, tiesEmbeddings: false)

  /// By the first letters of the model's name; gated feed-forward parts came with Llama.
  init(name: String, isGated: Bool) {
    let named: [(String, ModelConventions)] = [
      ("bloom", .bloom), ("mpt", .mpt), ("nemotron", .nemotron),
    ]
    let key = Self.key(name)
    self = named.first { key.hasPrefix($0.0) }?.1 ?? (isGated ? .llama : .gpt)
  }

  private init(
    norm: Norm, positions: PositionKind, hasBiases: Bool, tiesEmbeddings: Bool,
    normalizesEmbeddings: Bool = false, dropout: Double = 0
  ) {
    self.norm = norm
    self.positions = positions
    self.hasBiases = hasBiases
    self.tiesEmbeddings = tiesEmbeddings
    self.normalizesEmbeddings = normalizesEmbeddings
    self.dropout = dropout
  }

  /// A name without case and punctuation: `Llama3-8B` and `llama-3-8b` are one.
  static func key(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}

extension RunInterpreter {
  /// The model that the columns describe.
  ///
  /// A ready model of the same name fills what the columns leave open, if they contradict it
  /// nowhere. Otherwise sizes come from the columns, and the rest from the model's conventions.
  func family(
    of stated: MeasuredRun.StatedModel, tensorParallelSize: Int, chunks: Int,
    _ assumptions: inout Assumptions
  ) throws(SkippedRun) -> TransformerFamily {
    if let ready = readyModel(stated) {
      assumptions.note("model: the ready '\(stated.name)', with which all columns agree")
      return ready
    }
    guard let hidden = stated.hiddenSize,
      let feedForward = stated.feedForwardSize ?? stated.usualFeedForwardSize,
      let layers = stated.layers ?? stated.layers(of: chunks)
    else { throw SkippedRun("the sizes of the model are not stated") }
    if stated.feedForwardSize == nil { assumptions.note("ffn_hidden blank: \(feedForward)") }
    if stated.layers == nil {
      assumptions.note("layers blank: \(layers), as many as its parameters make")
    }
    let isGated = stated.isGated ?? false
    if stated.isGated == nil { assumptions.note("gated_mlp blank: not gated") }
    let attention = try attention(
      of: stated, hidden, tensorParallelSize: tensorParallelSize, &assumptions)
    var experts: Experts?
    if let count = stated.experts {
      guard let perToken = stated.expertsPerToken else {
        throw SkippedRun("the experts per token are not stated")
      }
      experts = Experts(count: count, perToken: perToken, size: feedForward)
      assumptions.note("ffn_hidden is the size of one expert, and every layer has experts")
    }
    let usual = ModelConventions(name: stated.name, isGated: isGated)
    let vocabulary = stated.vocabularySize ?? (isGated ? 32_000 : 50_257)
    if stated.vocabularySize == nil { assumptions.note("vocab blank: \(vocabulary)") }
    return TransformerFamily(
      layers: layers, hiddenSize: hidden, vocabularySize: vocabulary,
      attention: Attention(
        heads: attention.heads, form: attention.form, hasInputBias: usual.hasBiases,
        hasOutputBias: usual.hasBiases),
      feedForward: FeedForward(size: feedForward, isGated: isGated, hasBias: usual.hasBiases),
      experts: experts, norm: usual.norm, positions: usual.positions(stated.sequenceLength ?? 1),
      tiesEmbeddings: usual.tiesEmbeddings, normalizesEmbeddings: usual.normalizesEmbeddings,
      dropout: usual.dropout)
  }

  /// The ready model of the same name, or of the same name without its number of parameters, if no
  /// column contradicts it.
  private func readyModel(_ stated: MeasuredRun.StatedModel) -> TransformerFamily? {
    let key = ModelConventions.key(stated.name)
    let names = shipped.keys.filter { name in
      key == name || key.hasPrefix(name) && key.dropFirst(name.count).isParameterCount
    }
    let best = names.max { ($0.count, $0) < ($1.count, $1) }
    return best.flatMap { shipped[$0] }.flatMap { stated.agrees(with: $0) ? $0 : nil }
  }

  private func attention(
    of stated: MeasuredRun.StatedModel, _ hidden: Int, tensorParallelSize: Int,
    _ assumptions: inout Assumptions
  ) throws(SkippedRun) -> Attention {
    let heads = stated.heads ?? usualHeads(hidden, tensorParallelSize: tensorParallelSize)
    if stated.heads == nil {
      assumptions.note("heads blank: \(heads), of \(hidden / heads) features each")
    }
    guard hidden % heads == 0 else {
      throw SkippedRun("\(hidden) features do not divide into \(heads) heads")
    }
    let keyValueHeads = stated.keyValueHeads ?? heads
    if stated.keyValueHeads == nil { assumptions.note("kv_heads blank: one per head") }
    return Attention(
      heads: heads, form: .grouped(keyValueHeads: keyValueHeads, headSize: hidden / heads))
  }
}

/// As many heads as tensor parallelism can divide, of a size as close to 128 as the hidden size
/// allows.
private func usualHeads(_ hidden: Int, tensorParallelSize: Int) -> Int {
  let sizes = (64...256).filter { size in
    hidden % size == 0 && (hidden / size) % tensorParallelSize == 0
  }
  return hidden / (sizes.min { abs($0 - 128) < abs($1 - 128) } ?? hidden)
}

extension ModelConventions {
  fileprivate func positions(_ sequenceLength: Int) -> Positions {
    switch positions {
    case .learned: .learned(max: sequenceLength)
    case .rotary: .rotary
    case .none: .none
    }
  }
}

extension Substring {
  /// `671b`, `8b`, `1t`.
  fileprivate var isParameterCount: Bool {
    (last == "b" || last == "t" || last == "m") && !dropLast().isEmpty
      && dropLast().allSatisfy(\.isNumber)
  }
}

extension MeasuredRun.StatedModel {
  /// The layers that a plain decoder of the stated parameters has, to the next multiple of `chunks`:
  /// a layer has `4·h²` weights in attention and `2·h·f` in the feed-forward part, three matrices
  /// instead of two where it is gated.
  func layers(of chunks: Int) -> Int? {
    guard let parameters, let hiddenSize, let feedForwardSize, experts == nil, chunks > 0 else {
      return nil
    }
    let hidden = Double(hiddenSize)
    let matrices = isGated == true ? 3.0 : 2.0
    let layer = 4 * hidden * hidden + matrices * hidden * Double(feedForwardSize)
    guard layer > 0 else { return nil }
    let exact = parameters * 1e9 / layer / Double(chunks)
    return exact.isFinite && exact < 10_000 ? max(1, Int(exact.rounded())) * chunks : nil
  }

  /// Four times the hidden size; two thirds of that, in whole 256, where a gate adds a matrix (Touvron
  /// et al. 2023, arXiv:2302.13971). Experts have no usual size.
  fileprivate var usualFeedForwardSize: Int? {
    guard let hiddenSize, experts == nil else { return nil }
    return isGated == true ? (hiddenSize * 8 / 3 + 255) / 256 * 256 : hiddenSize * 4
  }

  /// Whether no column contradicts a model.
  func agrees(with family: TransformerFamily) -> Bool {
    func same(_ stated: Int?, _ others: Int?...) -> Bool {
      stated == nil || others.contains(stated)
    }
    return same(layers, family.layers) && same(hiddenSize, family.hiddenSize)
      && same(feedForwardSize, family.feedForward.size, family.experts?.size)
      && same(heads, family.attention.heads)
      && same(keyValueHeads, family.attention.keyValueHeads)
      && same(vocabularySize, family.vocabularySize)
      && (isGated == nil || isGated == family.feedForward.isGated)
      && same(experts, family.experts?.count) && same(expertsPerToken, family.experts?.perToken)
  }
}
