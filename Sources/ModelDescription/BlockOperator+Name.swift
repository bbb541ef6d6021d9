extension BlockOperator {
  /// What the operator at `index` of its block is called: its name, or index and kind.
  public func name(at index: Int) -> String { name ?? "\(index).\(kind.word)" }
}

extension BlockOperator.Kind {
  fileprivate var word: String {
    switch self {
    case .linear: "linear"
    case .convolution: "convolution"
    case .transposedConvolution: "transposed_convolution"
    case .attention: "attention"
    case .attentionCore: "attention_core"
    case .norm: "norm"
    case .embedding: "embedding"
    case .positions: "positions"
    case .classToken: "class_token"
    case .recurrent: "recurrent"
    case .pooling: "pooling"
    case .activation: "activation"
    case .dropout: "dropout"
    case .add: "add"
    case .concatenate: "concatenate"
    case .upsample: "upsample"
    case .flatten: "flatten"
    case .tokens: "tokens"
    case .selectToken: "token"
    case .loss: "loss"
    }
  }
}
