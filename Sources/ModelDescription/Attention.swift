/// The attention of a transformer family.
public struct Attention: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    /// Heads share keys and values in `keyValueHeads` groups: as many as heads (multi-head), fewer
    /// (grouped, Ainslie et al. 2023, arXiv:2305.13245) or one (multi-query).
    case grouped(keyValueHeads: Int, headSize: Int)
    case latent(LatentAttention)
  }

  public var heads: Int
  public var form: Form
  /// Keys that a token sees at most, itself included.
  public var window: Int?
  /// Whether queries and keys are normalized per head (Qwen3).
  public var normalizesQueriesAndKeys: Bool
  /// Bias of the query, key and value projections.
  public var hasInputBias: Bool
  public var hasOutputBias: Bool

  public init(
    heads: Int, form: Form, window: Int? = nil, normalizesQueriesAndKeys: Bool = false,
    hasInputBias: Bool = false, hasOutputBias: Bool = false
  ) {
    self.heads = heads
    self.form = form
    self.window = window
    self.normalizesQueriesAndKeys = normalizesQueriesAndKeys
    self.hasInputBias = hasInputBias
    self.hasOutputBias = hasOutputBias
  }

  /// Heads of keys and values that the core sees.
  public var keyValueHeads: Int {
    switch form {
    case .grouped(let keyValueHeads, _): keyValueHeads
    case .latent: heads
    }
  }

  /// Features per head of queries and keys.
  public var headSize: Int {
    switch form {
    case .grouped(_, let headSize): headSize
    case .latent(let latent): latent.plainHeadSize + latent.rotaryHeadSize
    }
  }

  /// Features per head of values.
  public var valueHeadSize: Int {
    switch form {
    case .grouped(_, let headSize): headSize
    case .latent(let latent): latent.valueHeadSize
    }
  }
}

/// Multi-head latent attention: queries, keys and values come from compressed vectors
/// (DeepSeek-V2, arXiv:2405.04434, section 2.1).
public struct LatentAttention: Hashable, Sendable {
  /// Size of the compressed query; `nil` when queries are not compressed.
  public var queryRank: Int?
  /// Size of the compressed vector that keys and values share.
  public var keyValueRank: Int
  /// Features per head of queries and keys without position.
  public var plainHeadSize: Int
  /// Features per head of queries, and of the one key that all heads share, with rotary position.
  public var rotaryHeadSize: Int
  public var valueHeadSize: Int

  public init(
    queryRank: Int?, keyValueRank: Int, plainHeadSize: Int, rotaryHeadSize: Int, valueHeadSize: Int
  ) {
    self.queryRank = queryRank
    self.keyValueRank = keyValueRank
    self.plainHeadSize = plainHeadSize
    self.rotaryHeadSize = rotaryHeadSize
    self.valueHeadSize = valueHeadSize
  }
}
