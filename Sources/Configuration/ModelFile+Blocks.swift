import ModelDescription

extension BlockGraph {
  /// Reads `inputs:` and `blocks:` of a model file.
  init(from root: MappingReader) {
    let inputs = root.mapping("inputs")
    let blocks = root.mapping("blocks")
    self.init(
      inputs: inputs.allKeys().map { GraphInput(name: $0, in: inputs) },
      blocks: [])
    for name in blocks.allKeys() {
      // A block without `inputs:` reads the one written before it, the first one the first input.
      let before = self.blocks.last?.name ?? self.inputs.first?.name
      self.blocks.append(Block(name: name, from: blocks.mapping(name), after: before))
    }
  }
}

/// The words of an input that need no number.
private enum InputWord: String, CaseIterable {
  case tokens
  case targetTokens = "target-tokens"
}

extension GraphInput {
  /// `tokens`, `target-tokens`, `{tokens: 77}` or `{channels: 3, height: 224, width: 224}`.
  fileprivate init(name: String, in inputs: MappingReader) {
    guard inputs.isMapping(name) else {
      switch inputs.choice(name, of: InputWord.self) {
      case .tokens: self.init(name: name, form: .tokens)
      case .targetTokens: self.init(name: name, form: .targetTokens)
      }
      return
    }
    let reader = inputs.mapping(name)
    if reader.has("tokens") {
      let length = reader.integer("tokens", in: 1...ModelLimits.sequenceLength)
      self.init(name: name, form: .fixedTokens(length: length))
    } else {
      let sides = 1...ModelLimits.imageSize
      self.init(
        name: name,
        form: .image(
          channels: reader.integer("channels", in: 1...ModelLimits.features),
          height: reader.integer("height", in: sides), width: reader.integer("width", in: sides)))
    }
  }
}

extension Block {
  fileprivate init(name: String, from reader: MappingReader, after before: String?) {
    self.init(
      name: name, inputs: reader.words("inputs") ?? before.map { [$0] } ?? [],
      repetitions: reader.integerIfPresent("repeat", in: 1...ModelLimits.layers) ?? 1,
      operators: reader.mappings("operators").compactMap { BlockOperator(from: $0) })
  }
}

/// The key that says what an operator is.
enum OperatorKey: String, CaseIterable {
  case linear
  case convolution
  case transposedConvolution = "transposed_convolution"
  case attention
  case attentionCore = "attention_core"
  case norm
  case embedding
  case positions
  case recurrent
  case pooling
  case activation
  case dropout
  case add
  case concatenate
  case upsample
  case reshape
  case token
  case loss
}

/// The words of `reshape:`.
enum ReshapeWord: String, CaseIterable {
  case features
  case tokens
}

/// The words of `token:`.
enum TokenWord: String, CaseIterable {
  case prepend
  case select
}

/// The words of `pooling:`.
enum PoolingWord: String, CaseIterable {
  case maximum
  case average
  case global
}

extension BlockOperator {
  /// One key says what the operator is and gives its main value; the others refine it.
  fileprivate init?(from reader: MappingReader) {
    guard let key = reader.keys.lazy.compactMap({ OperatorKey(rawValue: $0) }).first else {
      let words = OperatorKey.allCases.map(\.rawValue)
      let choice = "expected one of \(words.joined(separator: ", "))"
      let found = reader.allKeys().filter { $0 != "from" && $0 != "name" }
      let advice = found.first.map { hint(for: $0, among: words) }
      let what = found.first.map { "'\($0)' is no operator" } ?? "an operator is missing"
      reader.report(
        "\(what) (in '\(reader.path)'); \(advice ?? choice)"
      )
      return nil
    }
    let kind = Kind(key, from: reader)
    let from = reader.stringIfPresent("from") ?? "previous"
    let others: [String] =
      switch key {
      case .add, .concatenate: reader.words(key.rawValue) ?? []
      case .attention: reader.words("memory") ?? []
      case .loss: reader.words("with") ?? []
      case .attentionCore: [reader.string("keys"), reader.string("values")]
      default: []
      }
    self.init(kind, name: reader.stringIfPresent("name"), operands: [from] + others)
  }
}

extension BlockOperator.Kind {
  fileprivate init(_ key: OperatorKey, from reader: MappingReader) {
    let features = 1...ModelLimits.features
    let main = key.rawValue
    switch key {
    case .linear:
      self = .linear(
        outputs: reader.integer(main, in: features),
        inputs: reader.integerIfPresent("inputs", in: 1...16 * ModelLimits.features),
        hasBias: reader.flagIfPresent("bias") ?? true,
        split: reader.choiceIfPresent("split", of: LinearSplit.self) ?? .replicated)
    case .convolution:
      self = .convolution(
        ConvolutionShape(
          outputs: reader.integer(main, in: features),
          kernel: reader.integer("kernel", in: 1...64),
          stride: reader.integerIfPresent("stride", in: 1...64) ?? 1,
          padding: reader.integerIfPresent("padding", in: 0...64) ?? 0,
          groups: reader.integerIfPresent("groups", in: features) ?? 1,
          hasBias: reader.flagIfPresent("bias") ?? true))
    case .transposedConvolution:
      self = .transposedConvolution(
        outputs: reader.integer(main, in: features), stride: reader.integer("stride", in: 2...64),
        hasBias: reader.flagIfPresent("bias") ?? true)
    case .attention:
      self = .attention(
        BlockAttention(
          heads: reader.integer(main, in: 1...ModelLimits.heads),
          keyValueHeads: reader.integerIfPresent("key_value_heads", in: 1...ModelLimits.heads),
          isCausal: reader.flagIfPresent("causal") ?? false,
          hasBias: reader.flagIfPresent("bias") ?? true))
    case .attentionCore:
      self = .attentionCore(heads: reader.integer(main, in: 1...ModelLimits.heads))
    case .norm: self = .norm(reader.choice(main, of: BlockNorm.self))
    case .embedding:
      self = .embedding(
        entries: reader.integer(main, in: 1...ModelLimits.vocabulary),
        features: reader.integer("features", in: features))
    case .positions:
      self = .positions(max: reader.integer(main, in: 1...ModelLimits.sequenceLength))
    case .recurrent:
      self = .recurrent(
        cell: reader.choice(main, of: RecurrentCell.self),
        hidden: reader.integer("hidden", in: features),
        isBidirectional: reader.flagIfPresent("bidirectional") ?? false)
    case .pooling: self = .pooling(Pooling(reader.choice(main, of: PoolingWord.self), from: reader))
    case .activation: self = .activation(reader.choice(main, of: Activation.self))
    case .dropout: self = .dropout(probability: reader.number(main, in: 0...1))
    case .add: self = .add
    case .concatenate: self = .concatenate(crops: reader.flagIfPresent("crop") ?? false)
    case .upsample: self = .upsample(factor: reader.integer(main, in: 2...64))
    case .reshape:
      switch reader.choice(main, of: ReshapeWord.self) {
      case .features: self = .flatten
      case .tokens: self = .tokens
      }
    case .token:
      switch reader.choice(main, of: TokenWord.self) {
      case .prepend: self = .classToken
      case .select: self = .selectToken
      }
    case .loss: self = .loss(reader.choice(main, of: Loss.self))
    }
  }
}

extension Pooling {
  fileprivate init(_ word: PoolingWord, from reader: MappingReader) {
    if word == .global {
      self = .global
      return
    }
    let size = reader.integer("size", in: 1...64)
    let stride = reader.integerIfPresent("stride", in: 1...64) ?? size
    let padding = reader.integerIfPresent("padding", in: 0...64) ?? 0
    self =
      word == .maximum
      ? .maximum(size: size, stride: stride, padding: padding)
      : .average(size: size, stride: stride, padding: padding)
  }
}

extension MappingReader {
  /// One word or a list of words.
  fileprivate func words(_ key: String) -> [String]? {
    isList(key) ? stringsIfPresent(key) : stringIfPresent(key).map { [$0] }
  }
}
