import ModelDescription
import Yams

extension GraphInput {
  /// The value of the input's key.
  var node: Node {
    switch form {
    case .tokens: Node(word: "tokens")
    case .targetTokens: Node(word: "target-tokens")
    case .fixedTokens(let length): .line([("tokens", Node(length))])
    case .image(let channels, let height, let width):
      .line([("channels", Node(channels)), ("height", Node(height)), ("width", Node(width))])
    }
  }
}

extension Block {
  /// The mapping under the block's name; inputs are always written out.
  var node: Node {
    .block([
      ("inputs", .words(inputs)),
      ("repeat", repetitions == 1 ? nil : Node(repetitions)),
      ("operators", .list(operators.map(\.node))),
    ])
  }
}

extension BlockOperator {
  fileprivate var node: Node {
    let others = Array(operands.dropFirst())
    var entries = kind.entries(others: others)
    if let first = operands.first, first != "previous" {
      entries.append(("from", Node(word: first)))
    }
    entries.append(("name", name.map { Node(word: $0) }))
    return .line(entries)
  }
}

extension BlockOperator.Kind {
  /// The operator's key with its main value, then what refines it.
  fileprivate func entries(others: [String]) -> [(String, Node?)] {
    switch self {
    case .linear(let outputs, let inputs, let hasBias, let split):
      [
        ("linear", Node(outputs)), ("inputs", inputs.map { Node($0) }),
        ("bias", unlessTrue(hasBias)),
        ("split", split == .replicated ? nil : Node(word: split.rawValue)),
      ]
    case .convolution(let shape):
      [
        ("convolution", Node(shape.outputs)), ("kernel", Node(shape.kernel)),
        ("stride", unless(1, shape.stride)), ("padding", unless(0, shape.padding)),
        ("groups", unless(1, shape.groups)), ("bias", unlessTrue(shape.hasBias)),
      ]
    case .transposedConvolution(let outputs, let stride, let hasBias):
      [
        ("transposed_convolution", Node(outputs)), ("stride", Node(stride)),
        ("bias", unlessTrue(hasBias)),
      ]
    case .attention(let attention):
      [
        ("attention", Node(attention.heads)),
        ("key_value_heads", unless(attention.heads, attention.keyValueHeads)),
        ("causal", .flag(attention.isCausal)), ("bias", unlessTrue(attention.hasBias)),
        ("memory", others.isEmpty ? nil : .words(others)),
      ]
    case .attentionCore(let heads):
      [("attention_core", Node(heads))]
        + zip(["keys", "values"], others).map { ($0, Node(word: $1)) }
    case .norm(let norm): [("norm", Node(word: norm.rawValue))]
    case .embedding(let entries, let features):
      [("embedding", Node(entries)), ("features", Node(features))]
    case .positions(let max): [("positions", Node(max))]
    case .classToken: [("token", Node(word: TokenWord.prepend.rawValue))]
    case .selectToken: [("token", Node(word: TokenWord.select.rawValue))]
    case .recurrent(let cell, let hidden, let isBidirectional):
      [
        ("recurrent", Node(word: cell.rawValue)), ("hidden", Node(hidden)),
        ("bidirectional", .flag(isBidirectional)),
      ]
    case .pooling(let pooling): pooling.entries
    case .activation(let activation): [("activation", Node(word: activation.rawValue))]
    case .dropout(let probability): [("dropout", Node(probability))]
    case .add: [("add", .words(others))]
    case .concatenate(let crops): [("concatenate", .words(others)), ("crop", .flag(crops))]
    case .upsample(let factor): [("upsample", Node(factor))]
    case .flatten: [("reshape", Node(word: ReshapeWord.features.rawValue))]
    case .tokens: [("reshape", Node(word: ReshapeWord.tokens.rawValue))]
    case .loss(let loss):
      [("loss", Node(word: loss.rawValue)), ("with", others.isEmpty ? nil : .words(others))]
    }
  }
}

extension Pooling {
  fileprivate var entries: [(String, Node?)] {
    func windowed(
      _ word: PoolingWord, _ size: Int, _ stride: Int, _ padding: Int
    ) -> [(String, Node?)] {
      [
        ("pooling", Node(word: word.rawValue)), ("size", Node(size)),
        ("stride", unless(size, stride)), ("padding", unless(0, padding)),
      ]
    }
    switch self {
    case .global: return [("pooling", Node(word: PoolingWord.global.rawValue))]
    case .maximum(let size, let stride, let padding):
      return windowed(.maximum, size, stride, padding)
    case .average(let size, let stride, let padding):
      return windowed(.average, size, stride, padding)
    }
  }
}

/// A number that is not at its default.
private func unless(_ usual: Int, _ value: Int) -> Node? { value == usual ? nil : Node(value) }

/// `false` for what is true by default.
private func unlessTrue(_ value: Bool) -> Node? { value ? nil : .bool(false) }
