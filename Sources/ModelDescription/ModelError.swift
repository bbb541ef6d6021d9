/// Why a model cannot be laid out for a job.
public enum ModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The model contradicts itself.
  case invalid(ModelProblem)
  /// The job's samples are longer than the learned position table.
  case sequenceTooLong(length: Int, positions: Int)
  /// A number is outside 1…limit.
  case implausible(String, limit: String)

  public var description: String {
    switch self {
    case .invalid(let problem): problem.description
    case .sequenceTooLong(let length, let positions):
      "samples of \(length) tokens do not fit a model with \(positions) learned positions;"
        + " shorten the sequence or enlarge 'positions'"
    case .implausible(let what, let limit): "\(what): must be between 1 and \(limit)"
    }
  }
}

/// One contradiction in a model, at the place where it can be mended.
public struct ModelProblem: Hashable, Sendable, CustomStringConvertible {
  public enum Place: Hashable, Sendable {
    /// A number of a transformer family.
    case field(TransformerField)
    /// A block of a block graph, and its key that is wrong unless all of it is.
    case block(String, key: String? = nil)
    /// An input of a block graph.
    case input(String)
    /// An operator of a block, counted from 0.
    case `operator`(block: String, index: Int)
  }

  public var place: Place
  /// What the place must be and what it is: `must divide the 32 heads, found 5`.
  public var message: String

  public init(_ place: Place, _ message: String) {
    self.place = place
    self.message = message
  }

  public var description: String {
    switch place {
    case .field(let field): "'\(field.rawValue)' \(message)"
    case .block(let block, let key):
      "'blocks.\(block)\(key.map { "." + $0 } ?? "")' \(message)"
    case .input(let name): "'inputs.\(name)' \(message)"
    case .operator(let block, let index): "'blocks.\(block).operators[\(index)]' \(message)"
    }
  }
}

/// The numbers of a transformer family that can contradict each other, by their keys in a model
/// file.
public enum TransformerField: String, Hashable, Sendable, CaseIterable {
  case layers
  case encoderLayers = "encoder_layers"
  case hiddenSize = "hidden_size"
  case vocabularySize = "vocabulary_size"
  case tokenTypes = "token_types"
  case positions
  case heads = "attention.heads"
  case keyValueHeads = "attention.key_value_heads"
  case headSize = "attention.head_size"
  case window = "attention.window"
  case queryKeyNorm = "attention.query_key_norm"
  case queryRank = "attention.latent.query_rank"
  case keyValueRank = "attention.latent.key_value_rank"
  case plainHeadSize = "attention.latent.plain_head_size"
  case rotaryHeadSize = "attention.latent.rotary_head_size"
  case valueHeadSize = "attention.latent.value_head_size"
  case feedForwardSize = "feed_forward.size"
  case expertCount = "experts.count"
  case expertsPerToken = "experts.per_token"
  case expertSize = "experts.size"
  case sharedExpertCount = "experts.shared.count"
  case sharedExpertSize = "experts.shared.size"
  case denseLayers = "experts.dense_layers"
  case expertInterval = "experts.every"
  case dropout
  case multiTokenPrediction = "multi_token_prediction"
  case maskedLanguageHead = "masked_language_head"
  case nextSentenceHead = "next_sentence_head"
}
