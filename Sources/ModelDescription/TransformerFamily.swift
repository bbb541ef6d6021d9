/// A transformer given by its numbers: decoder-only, encoder, or encoder–decoder.
public struct TransformerFamily: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Causal language model: GPT, Llama, Mixtral, DeepSeek.
    case decoder
    /// Bidirectional model: BERT.
    case encoder(EncoderHeads)
    /// Two stacks, the second attending to the first: T5. `layers` counts the decoder's.
    case encoderDecoder(encoderLayers: Int)
  }

  public var kind: Kind
  public var layers: Int
  public var hiddenSize: Int
  public var vocabularySize: Int
  public var attention: Attention
  /// The feed-forward part of dense layers; experts take its form and their own size.
  public var feedForward: FeedForward
  /// Routed experts instead of the feed-forward part, in some layers or all.
  public var experts: Experts?
  public var norm: Norm
  public var normPlacement: NormPlacement
  public var positions: Positions
  /// Whether the output layer uses the embedding's table.
  public var tiesEmbeddings: Bool
  /// Whether a norm follows the embeddings (BERT, BLOOM).
  public var normalizesEmbeddings: Bool
  /// Probability of dropout after embeddings, attention probabilities and both parts of a layer.
  public var dropout: Double
  /// Extra layers that predict tokens further ahead (DeepSeek-V3), each a module of its own.
  public var multiTokenPrediction: Int

  public init(
    kind: Kind = .decoder, layers: Int, hiddenSize: Int, vocabularySize: Int, attention: Attention,
    feedForward: FeedForward, experts: Experts? = nil, norm: Norm = .rms,
    normPlacement: NormPlacement = .before, positions: Positions = .rotary,
    tiesEmbeddings: Bool = false, normalizesEmbeddings: Bool = false, dropout: Double = 0,
    multiTokenPrediction: Int = 0
  ) {
    self.kind = kind
    self.layers = layers
    self.hiddenSize = hiddenSize
    self.vocabularySize = vocabularySize
    self.attention = attention
    self.feedForward = feedForward
    self.experts = experts
    self.norm = norm
    self.normPlacement = normPlacement
    self.positions = positions
    self.tiesEmbeddings = tiesEmbeddings
    self.normalizesEmbeddings = normalizesEmbeddings
    self.dropout = dropout
    self.multiTokenPrediction = multiTokenPrediction
  }

  /// Whether layer `index` routes its tokens to experts.
  public func usesExperts(layer index: Int) -> Bool {
    guard let experts else { return false }
    return index >= experts.denseLayers && (index + 1) % experts.interval == 0
  }
}

/// What stands on top of an encoder, and what its embeddings add (Devlin et al. 2018,
/// arXiv:1810.04805).
public struct EncoderHeads: Hashable, Sendable {
  /// Entries of the table of token types (sentence A or B); 0 for none.
  public var tokenTypes: Int
  /// A layer with activation and norm, then the output layer with a bias, for masked tokens.
  public var predictsMaskedTokens: Bool
  /// The pooled first token, and whether the second sentence follows the first.
  public var predictsNextSentence: Bool

  public init(
    tokenTypes: Int = 0, predictsMaskedTokens: Bool = true, predictsNextSentence: Bool = false
  ) {
    self.tokenTypes = tokenTypes
    self.predictsMaskedTokens = predictsMaskedTokens
    self.predictsNextSentence = predictsNextSentence
  }
}

public enum Norm: String, Hashable, Sendable, CaseIterable {
  /// Root mean square with a gain (Zhang and Sennrich 2019, arXiv:1910.07467).
  case rms
  /// Mean and variance with gain and bias (Ba et al. 2016, arXiv:1607.06450).
  case layer

  public func parameterCount(features: Int) -> Int {
    switch self {
    case .rms: features
    case .layer: 2 * features
    }
  }
}

public enum NormPlacement: String, Hashable, Sendable, CaseIterable {
  /// Before attention and feed-forward part, and once more after the last layer.
  case before
  /// After each residual sum (the original transformer, BERT).
  case after
}

public enum Positions: Hashable, Sendable {
  /// A learned vector for each of at most `max` positions.
  case learned(max: Int)
  /// Rotations of queries and keys (Su et al. 2021, arXiv:2104.09864).
  case rotary
  /// A learned bias per head and bucket of distances, one table per stack (T5).
  case relative(buckets: Int)
  /// No parameters and no kernel of its own (ALiBi, or none).
  case none
}

/// The feed-forward part of a layer.
public struct FeedForward: Hashable, Sendable {
  /// Features between its two products.
  public var size: Int
  /// Whether a second product gates the first (SwiGLU, GeGLU; Shazeer 2020, arXiv:2002.05202).
  public var isGated: Bool
  public var hasBias: Bool

  public init(size: Int, isGated: Bool = false, hasBias: Bool = false) {
    self.size = size
    self.isGated = isGated
    self.hasBias = hasBias
  }
}

/// Routed experts that take the place of the feed-forward part.
public struct Experts: Hashable, Sendable {
  public var count: Int
  /// Experts that each token goes to.
  public var perToken: Int
  /// Feed-forward size of one expert.
  public var size: Int
  public var shared: SharedExperts?
  /// Layers at the start that keep the dense feed-forward part.
  public var denseLayers: Int
  /// Of the layers after those, every `interval`-th has experts (counted from the first layer, the
  /// last of each `interval`): 1 for all.
  public var interval: Int

  public init(
    count: Int, perToken: Int, size: Int, shared: SharedExperts? = nil, denseLayers: Int = 0,
    interval: Int = 1
  ) {
    self.count = count
    self.perToken = perToken
    self.size = size
    self.shared = shared
    self.denseLayers = denseLayers
    self.interval = interval
  }
}

/// Experts that every token goes to; computed as one of their common size.
public struct SharedExperts: Hashable, Sendable {
  public var count: Int
  /// Feed-forward size of one.
  public var size: Int
  /// Whether a learned gate scales their result per token (Qwen2-MoE).
  public var hasGate: Bool

  public init(count: Int = 1, size: Int, hasGate: Bool = false) {
    self.count = count
    self.size = size
    self.hasGate = hasGate
  }
}
