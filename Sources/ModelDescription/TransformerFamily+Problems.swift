extension TransformerFamily {
  /// Every contradiction between the numbers, in the order of the keys of a model file.
  ///
  /// A family without problems can be laid out for any sequence length that its positions allow.
  public var problems: [ModelProblem] {
    var found = Findings()
    found.require(.layers, layers, atMost: ModelLimits.layers)
    found.require(.hiddenSize, hiddenSize, atMost: ModelLimits.features)
    found.require(.vocabularySize, vocabularySize, atMost: ModelLimits.vocabulary)
    found.check(kind, attention)
    found.check(positions)
    found.check(attention)
    found.require(.feedForwardSize, feedForward.size, atMost: ModelLimits.features)
    if let experts { found.check(experts, layers: layers) }
    if !(dropout >= 0 && dropout < 1) {
      found.add(.dropout, "must be at least 0 and below 1, found \(dropout)")
    }
    found.require(
      .multiTokenPrediction, multiTokenPrediction, from: 0, atMost: ModelLimits.layers)
    if multiTokenPrediction > 0, kind != .decoder {
      found.add(.multiTokenPrediction, "needs the family 'decoder'")
    }
    return found.problems
  }
}

/// Problems as they are found.
private struct Findings {
  var problems: [ModelProblem] = []

  mutating func add(_ field: TransformerField, _ message: String) {
    problems.append(ModelProblem(.field(field), message))
  }

  mutating func require(
    _ field: TransformerField, _ value: Int, from lowest: Int = 1, atMost limit: Int
  ) {
    if value < lowest || value > limit {
      add(field, "must be between \(lowest) and \(limit), found \(value)")
    }
  }

  mutating func check(_ kind: TransformerFamily.Kind, _ attention: Attention) {
    switch kind {
    case .decoder: break
    case .encoder(let heads):
      require(.tokenTypes, heads.tokenTypes, from: 0, atMost: ModelLimits.vocabulary)
      if !heads.predictsMaskedTokens && !heads.predictsNextSentence {
        add(.maskedLanguageHead, "must be true when 'next_sentence_head' is not: nothing to learn")
      }
    case .encoderDecoder(let encoderLayers):
      require(.encoderLayers, encoderLayers, atMost: ModelLimits.layers)
      if case .latent(let latent) = attention.form {
        add(
          .keyValueRank,
          "is \(latent.keyValueRank), but latent attention has no encoder–decoder form")
      }
    }
  }

  mutating func check(_ positions: Positions) {
    switch positions {
    case .learned(let max): require(.positions, max, atMost: ModelLimits.sequenceLength)
    case .relative(let buckets): require(.positions, buckets, atMost: ModelLimits.vocabulary)
    case .rotary, .none: break
    }
  }

  mutating func check(_ attention: Attention) {
    let heads = attention.heads
    require(.heads, heads, atMost: ModelLimits.heads)
    if let window = attention.window {
      require(.window, window, atMost: ModelLimits.sequenceLength)
    }
    switch attention.form {
    case .grouped(let keyValueHeads, let headSize):
      require(.headSize, headSize, atMost: ModelLimits.features / 16)
      if keyValueHeads < 1 {
        add(.keyValueHeads, "must be between 1 and \(heads), found \(keyValueHeads)")
      } else if keyValueHeads > heads {
        add(.keyValueHeads, "must not exceed the \(heads) heads, found \(keyValueHeads)")
      } else if heads % keyValueHeads != 0 {
        add(.keyValueHeads, "must divide the \(heads) heads, found \(keyValueHeads)")
      }
    case .latent(let latent):
      if let rank = latent.queryRank { require(.queryRank, rank, atMost: ModelLimits.features) }
      let sizes: [(TransformerField, Int)] = [
        (.keyValueRank, latent.keyValueRank), (.plainHeadSize, latent.plainHeadSize),
        (.rotaryHeadSize, latent.rotaryHeadSize), (.valueHeadSize, latent.valueHeadSize),
      ]
      for (field, size) in sizes { require(field, size, atMost: ModelLimits.features / 16) }
      if attention.normalizesQueriesAndKeys {
        add(.queryKeyNorm, "does not go with latent attention, which has norms of its own")
      }
    }
  }

  mutating func check(_ experts: Experts, layers: Int) {
    require(.expertCount, experts.count, atMost: ModelLimits.experts)
    if experts.perToken < 1 {
      add(.expertsPerToken, "must be between 1 and \(experts.count), found \(experts.perToken)")
    } else if experts.perToken > experts.count {
      add(
        .expertsPerToken, "must not exceed the \(experts.count) experts, found \(experts.perToken)")
    }
    require(.expertSize, experts.size, atMost: ModelLimits.features)
    if let shared = experts.shared {
      require(.sharedExpertCount, shared.count, atMost: ModelLimits.experts)
      require(.sharedExpertSize, shared.size, atMost: ModelLimits.features)
    }
    if experts.denseLayers < 0 || experts.denseLayers > layers {
      add(.denseLayers, "must be between 0 and the \(layers) layers, found \(experts.denseLayers)")
    }
    if experts.interval < 1 || experts.interval > layers {
      add(.expertInterval, "must be between 1 and the \(layers) layers, found \(experts.interval)")
    }
  }
}
