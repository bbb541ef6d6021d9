import ModelDescription
import Yams

extension TransformerFamily {
  /// The mapping under `transformer:`.
  var node: Node {
    var entries: [(String, Node?)] = []
    switch kind {
    case .decoder: entries.append(("family", Node(word: "decoder")))
    case .encoder: entries.append(("family", Node(word: "encoder")))
    case .encoderDecoder(let encoderLayers):
      entries.append(("family", Node(word: "encoder-decoder")))
      entries.append(("encoder_layers", Node(encoderLayers)))
    }
    entries += [
      ("layers", Node(layers)),
      ("hidden_size", Node(hiddenSize)),
      ("vocabulary_size", Node(vocabularySize)),
      ("attention", attention.node(hiddenSize: hiddenSize)),
      ("feed_forward", feedForward.node),
      ("experts", experts?.node(like: feedForward)),
      ("norm", Node(word: norm.rawValue)),
      ("norm_placement", normPlacement == .before ? nil : Node(word: normPlacement.rawValue)),
      ("embedding_norm", .flag(normalizesEmbeddings)),
      ("positions", positions.node),
    ]
    if case .encoder(let heads) = kind {
      entries += [
        ("token_types", heads.tokenTypes == 0 ? nil : Node(heads.tokenTypes)),
        ("masked_language_head", .bool(heads.predictsMaskedTokens)),
        ("next_sentence_head", .flag(heads.predictsNextSentence)),
      ]
    }
    entries += [
      ("tied_embeddings", .bool(tiesEmbeddings)),
      ("dropout", dropout == 0 ? nil : Node(dropout)),
      ("multi_token_prediction", multiTokenPrediction == 0 ? nil : Node(multiTokenPrediction)),
    ]
    return .block(entries)
  }
}

extension Attention {
  fileprivate func node(hiddenSize: Int) -> Node {
    var entries: [(String, Node?)] = [("heads", Node(heads))]
    switch form {
    case .grouped(let keyValueHeads, let headSize):
      let isQuotient = hiddenSize % max(1, heads) == 0 && hiddenSize / max(1, heads) == headSize
      entries += [
        ("key_value_heads", keyValueHeads == heads ? nil : Node(keyValueHeads)),
        ("head_size", isQuotient ? nil : Node(headSize)),
      ]
    case .latent(let latent): entries.append(("latent", latent.node))
    }
    entries += [
      ("window", window.map { Node($0) }),
      ("query_key_norm", .flag(normalizesQueriesAndKeys)),
      ("input_bias", .flag(hasInputBias)),
      ("output_bias", .flag(hasOutputBias)),
    ]
    return .line(entries)
  }
}

extension LatentAttention {
  fileprivate var node: Node {
    .line([
      ("query_rank", queryRank.map { Node($0) }),
      ("key_value_rank", Node(keyValueRank)),
      ("plain_head_size", Node(plainHeadSize)),
      ("rotary_head_size", Node(rotaryHeadSize)),
      ("value_head_size", Node(valueHeadSize)),
    ])
  }
}

extension FeedForward {
  fileprivate var node: Node {
    .line([("size", Node(size)), ("gated", .bool(isGated)), ("bias", .flag(hasBias))])
  }
}

extension Experts {
  fileprivate func node(like feedForward: FeedForward) -> Node {
    .line([
      ("count", Node(count)),
      ("per_token", Node(perToken)),
      ("size", size == feedForward.size ? nil : Node(size)),
      (
        "shared",
        shared.map { shared in
          .line([
            ("count", Node(shared.count)),
            ("size", shared.size == size ? nil : Node(shared.size)),
            ("gate", .flag(shared.hasGate)),
          ])
        }
      ),
      ("dense_layers", denseLayers == 0 ? nil : Node(denseLayers)),
      ("every", interval == 1 ? nil : Node(interval)),
    ])
  }
}

extension Positions {
  fileprivate var node: Node {
    switch self {
    case .rotary: Node(word: "rotary")
    case .none: Node(word: "none")
    case .learned(let max): .line([("learned", Node(max))])
    case .relative(let buckets): .line([("relative", Node(buckets))])
    }
  }
}
