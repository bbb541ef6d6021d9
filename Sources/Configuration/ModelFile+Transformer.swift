import ModelDescription

/// The words of `family:`.
private enum FamilyWord: String, CaseIterable {
  case decoder
  case encoder
  case encoderDecoder = "encoder-decoder"
}

/// The words of `positions:` that need no number.
private enum PositionWord: String, CaseIterable {
  case rotary
  case none
}

extension TransformerFamily {
  /// Reads the mapping under `transformer:`.
  init(from reader: MappingReader) {
    let family = reader.choice("family", of: FamilyWord.self)
    let hiddenSize = reader.integer("hidden_size", in: 1...ModelLimits.features)
    let feedForward = FeedForward(from: reader.mapping("feed_forward"))
    self.init(
      kind: Kind(family, from: reader),
      layers: reader.integer("layers", in: 1...ModelLimits.layers),
      hiddenSize: hiddenSize,
      vocabularySize: reader.integer("vocabulary_size", in: 1...ModelLimits.vocabulary),
      attention: Attention(from: reader.mapping("attention"), hiddenSize: hiddenSize),
      feedForward: feedForward,
      experts: reader.mappingIfPresent("experts").map { Experts(from: $0, like: feedForward) },
      norm: reader.choice("norm", of: Norm.self),
      normPlacement: reader.choiceIfPresent("norm_placement", of: NormPlacement.self) ?? .before,
      positions: Positions(from: reader),
      tiesEmbeddings: reader.flag("tied_embeddings"),
      normalizesEmbeddings: reader.flagIfPresent("embedding_norm") ?? false,
      dropout: reader.numberIfPresent("dropout", in: 0...1) ?? 0,
      multiTokenPrediction: reader.integerIfPresent(
        "multi_token_prediction", in: 0...ModelLimits.layers) ?? 0)
  }
}

extension TransformerFamily.Kind {
  fileprivate init(_ family: FamilyWord, from reader: MappingReader) {
    switch family {
    case .decoder: self = .decoder
    case .encoder:
      self = .encoder(
        EncoderHeads(
          tokenTypes: reader.integerIfPresent("token_types", in: 0...ModelLimits.vocabulary) ?? 0,
          predictsMaskedTokens: reader.flag("masked_language_head"),
          predictsNextSentence: reader.flagIfPresent("next_sentence_head") ?? false))
    case .encoderDecoder:
      self = .encoderDecoder(
        encoderLayers: reader.integer("encoder_layers", in: 1...ModelLimits.layers))
    }
  }
}

extension Attention {
  fileprivate init(from reader: MappingReader, hiddenSize: Int) {
    let heads = reader.integer("heads", in: 1...ModelLimits.heads)
    let form: Form
    if let latent = reader.mappingIfPresent("latent") {
      form = .latent(LatentAttention(from: latent))
    } else {
      let headSize = reader.integerIfPresent("head_size", in: 1...ModelLimits.features / 16)
      if headSize == nil, reader.isFreeOfErrors, hiddenSize % heads != 0 {
        reader.report(
          "must divide the hidden size \(hiddenSize) unless 'head_size' is given, found \(heads)",
          at: [.key("heads")])
      }
      let keyValueHeads = reader.integerIfPresent("key_value_heads", in: 1...ModelLimits.heads)
      form = .grouped(
        keyValueHeads: keyValueHeads ?? heads, headSize: headSize ?? max(1, hiddenSize / heads))
    }
    self.init(
      heads: heads, form: form,
      window: reader.integerIfPresent("window", in: 1...ModelLimits.sequenceLength),
      normalizesQueriesAndKeys: reader.flagIfPresent("query_key_norm") ?? false,
      hasInputBias: reader.flagIfPresent("input_bias") ?? false,
      hasOutputBias: reader.flagIfPresent("output_bias") ?? false)
  }
}

extension LatentAttention {
  fileprivate init(from reader: MappingReader) {
    let sizes = 1...ModelLimits.features / 16
    self.init(
      queryRank: reader.integerIfPresent("query_rank", in: sizes),
      keyValueRank: reader.integer("key_value_rank", in: sizes),
      plainHeadSize: reader.integer("plain_head_size", in: sizes),
      rotaryHeadSize: reader.integer("rotary_head_size", in: sizes),
      valueHeadSize: reader.integer("value_head_size", in: sizes))
  }
}

extension FeedForward {
  fileprivate init(from reader: MappingReader) {
    self.init(
      size: reader.integer("size", in: 1...ModelLimits.features),
      isGated: reader.flag("gated"), hasBias: reader.flagIfPresent("bias") ?? false)
  }
}

extension Experts {
  fileprivate init(from reader: MappingReader, like feedForward: FeedForward) {
    let size = reader.integerIfPresent("size", in: 1...ModelLimits.features)
    self.init(
      count: reader.integer("count", in: 1...ModelLimits.experts),
      perToken: reader.integer("per_token", in: 1...ModelLimits.experts),
      size: size ?? feedForward.size,
      shared: reader.mappingIfPresent("shared").map {
        SharedExperts(from: $0, defaultSize: size ?? feedForward.size)
      },
      denseLayers: reader.integerIfPresent("dense_layers", in: 0...ModelLimits.layers) ?? 0,
      interval: reader.integerIfPresent("every", in: 1...ModelLimits.layers) ?? 1)
  }
}

extension SharedExperts {
  fileprivate init(from reader: MappingReader, defaultSize: Int) {
    self.init(
      count: reader.integerIfPresent("count", in: 1...ModelLimits.experts) ?? 1,
      size: reader.integerIfPresent("size", in: 1...ModelLimits.features) ?? defaultSize,
      hasGate: reader.flagIfPresent("gate") ?? false)
  }
}

extension Positions {
  /// `rotary`, `none`, `{learned: 1024}` or `{relative: 32}`.
  fileprivate init(from reader: MappingReader) {
    guard reader.isMapping("positions") else {
      switch reader.choice("positions", of: PositionWord.self) {
      case .rotary: self = .rotary
      case .none: self = .none
      }
      return
    }
    let positions = reader.mapping("positions")
    if positions.has("relative") {
      self = .relative(buckets: positions.integer("relative", in: 1...ModelLimits.vocabulary))
    } else {
      self = .learned(max: positions.integer("learned", in: 1...ModelLimits.sequenceLength))
    }
  }
}
