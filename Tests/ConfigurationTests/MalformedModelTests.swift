import Configuration
import ModelDescription
import Testing

@Suite("Malformed model files")
struct MalformedModelTests {
  /// One wrong edit of a sound file, and the message it must give.
  struct Mistake: CustomTestStringConvertible, Sendable {
    var old: String
    var new: String
    var message: String

    init(_ old: String, _ new: String, _ message: String) {
      self.old = old
      self.new = new
      self.message = message
    }

    var testDescription: String { "\(old) → \(new)" }
  }

  static let transformer = """
    name: small
    source: {assumed: a test}
    transformer:
      family: decoder
      layers: 4
      hidden_size: 64
      vocabulary_size: 100
      attention: {heads: 8, key_value_heads: 4}
      feed_forward: {size: 128, gated: true}
      experts: {count: 8, per_token: 2}
      norm: rms
      positions: rotary
      tied_embeddings: false
    """

  static let transformerMistakes = [
    Mistake("name: small\n", "", "1:1: error: missing key 'name', expected a text"),
    Mistake(
      "source: {assumed: a test}\n", "",
      "1:1: error: missing key 'source', expected {measured: …}, {published: …} or {assumed: …}"),
    Mistake(
      "{assumed: a test}", "{guessed: a test}",
      "2:9: error: 'source' must be {measured: …}, {published: …} or {assumed: …}"),
    Mistake(
      "transformer:", "transfomer:",
      "3:1: error: unknown key 'transfomer', did you mean 'transformer'?"),
    Mistake(
      "family: decoder", "family: decoders",
      "4:11: error: 'transformer.family' is 'decoders'; did you mean 'decoder'?"),
    Mistake(
      "family: decoder", "family: diffusion",
      "4:11: error: 'transformer.family' is 'diffusion'; expected one of decoder, encoder,"
        + " encoder-decoder"),
    Mistake(
      "layers: 4", "layer: 4",
      "5:3: error: unknown key 'layer', did you mean 'layers'? (in 'transformer')"),
    Mistake(
      "layers: 4", "layers: -4",
      "5:11: error: 'transformer.layers' must be between 1 and 8192, found -4"),
    Mistake(
      "layers: 4", "layers: 0",
      "5:11: error: 'transformer.layers' must be between 1 and 8192, found 0"),
    Mistake(
      "layers: 4", "layers: 4.5",
      "5:11: error: 'transformer.layers' must be a whole number, found '4.5'"),
    Mistake(
      "layers: 4", "layers: 1_000",
      "5:11: error: 'transformer.layers' must be a whole number, found '1_000'"),
    Mistake(
      "layers: 4", "layers: [4]",
      "5:11: error: 'transformer.layers' must be a whole number, found a list"),
    Mistake(
      "hidden_size: 64", "hidden_size: 99999999999999999999",
      "6:16: error: 'transformer.hidden_size' must be a whole number, found"
        + " '99999999999999999999'"),
    Mistake(
      "hidden_size: 64", "hidden_size: 68",
      "8:22: error: 'transformer.attention.heads' must divide the hidden size 68 unless"
        + " 'head_size' is given, found 8"),
    Mistake(
      "key_value_heads: 4", "key_value_heads: 3",
      "8:42: error: 'transformer.attention.key_value_heads' must divide the 8 heads, found 3"),
    Mistake(
      "key_value_heads: 4", "key_value_heads: 16",
      "8:42: error: 'transformer.attention.key_value_heads' must not exceed the 8 heads, found 16"),
    Mistake(
      "key_value_heads: 4", "window: 0",
      "8:33: error: 'transformer.attention.window' must be between 1 and 16777216, found 0"),
    Mistake(
      "key_value_heads: 4", "kv_heads: 4",
      "8:25: error: unknown key 'kv_heads' (in 'transformer.attention'); known keys: head_size,"
        + " heads, input_bias, key_value_heads, latent, output_bias, query_key_norm, window"),
    Mistake(
      "key_value_heads: 4",
      "query_key_norm: true, latent: {key_value_rank: 8, plain_head_size: 8, rotary_head_size: 8,"
        + " value_head_size: 8}",
      "8:41: error: 'transformer.attention.query_key_norm' does not go with latent attention,"
        + " which has norms of its own"),
    Mistake(
      "key_value_heads: 4", "latent: {key_value_rank: 8, plain_head_size: 8, rotary_head_size: 8}",
      "8:33: error: missing key 'value_head_size' (in 'transformer.attention.latent'), expected a"
        + " whole number"),
    Mistake(
      "{size: 128, gated: true}", "128",
      "9:17: error: 'transformer.feed_forward' must be a mapping (key: value), found '128'"),
    Mistake(
      "gated: true", "gated: yes",
      "9:36: error: 'transformer.feed_forward.gated' must be true or false, found 'yes'"),
    Mistake(
      "per_token: 2", "per_token: 9",
      "10:34: error: 'transformer.experts.per_token' must not exceed the 8 experts, found 9"),
    Mistake(
      "per_token: 2", "per_token: 2, dense_layers: 5",
      "10:51: error: 'transformer.experts.dense_layers' must be between 0 and the 4 layers,"
        + " found 5"),
    Mistake(
      "per_token: 2", "per_token: 2, every: 6",
      "10:44: error: 'transformer.experts.every' must be between 1 and the 4 layers, found 6"),
    Mistake(
      "per_token: 2", "per_token: 2, shared: {size: 0}",
      "10:52: error: 'transformer.experts.shared.size' must be between 1 and 1048576, found 0"),
    Mistake(
      "norm: rms", "norm: batch",
      "11:9: error: 'transformer.norm' is 'batch'; expected one of rms, layer"),
    Mistake(
      "positions: rotary", "positions: {lerned: 1024}",
      "12:15: error: unknown key 'lerned', did you mean 'learned'? (in 'transformer.positions')"),
    Mistake(
      "positions: rotary", "positions: {learned: 0}",
      "12:24: error: 'transformer.positions.learned' must be between 1 and 16777216, found 0"),
    Mistake(
      "tied_embeddings: false", "tied_embeddings: false\n  dropout: 1.0",
      "14:12: error: 'transformer.dropout' must be at least 0 and below 1, found 1.0"),
    Mistake(
      "tied_embeddings: false", "tied_embeddings: false\n  layers: 5",
      "5:3: error: duplicate key 'layers' in this mapping"),
    Mistake(
      "tied_embeddings: false", "tied_embeddings: false\n  encoder_layers: 5",
      "14:3: error: unknown key 'encoder_layers' (in 'transformer'); known keys: attention,"
        + " dropout, embedding_norm, experts, family, feed_forward, hidden_size, layers,"
        + " multi_token_prediction, norm, norm_placement, positions, tied_embeddings,"
        + " vocabulary_size"),
    Mistake(
      "family: decoder",
      "family: encoder\n  masked_language_head: false",
      "5:25: error: 'transformer.masked_language_head' must be true when 'next_sentence_head' is"
        + " not: nothing to learn"),
    Mistake(
      "family: decoder",
      "family: encoder\n  masked_language_head: true\n  multi_token_prediction: 1",
      "6:27: error: 'transformer.multi_token_prediction' needs the family 'decoder'"),
    Mistake(
      "family: decoder", "family: encoder-decoder",
      "4:3: error: missing key 'encoder_layers' (in 'transformer'), expected a whole number"),
    Mistake(
      "{heads: 8", "{heads: 8, heads: 8",
      "8:15: error: duplicate key 'heads' in this mapping"),
    Mistake(
      "{heads: 8", "{heads 8",
      "8:15: error: unknown key 'heads 8', did you mean 'heads'? (in 'transformer.attention')"),
    Mistake(
      "layers: 4\n", "layers: 4\n\thidden: 3\n",
      "6:1: error: syntax: while scanning a plain scalar: found a tab character that violates"
        + " indentation"),
  ]

  static let blocks = """
    name: small
    source: {assumed: a test}
    inputs:
      image: {channels: 3, height: 32, width: 32}
    blocks:
      first:
        operators:
          - {convolution: 16, kernel: 3, padding: 1}
          - {activation: relu}
      second:
        repeat: 2
        operators:
          - {convolution: 16, kernel: 3, padding: 1}
          - {add: input}
      output:
        operators:
          - {reshape: tokens}
          - {linear: 64, split: column}
          - {activation: gelu}
          - {linear: 10, inputs: 64, split: row}
          - {loss: cross-entropy}
    """

  static let blockMistakes = [
    Mistake(
      "repeat: 2", "repeats: 2",
      "11:5: error: unknown key 'repeats', did you mean 'repeat'? (in 'blocks.second')"),
    Mistake(
      "  second:\n", "  second:\n    inputs: frist\n",
      "11:13: error: 'blocks.second.inputs' names 'frist', which is neither a block nor an input"
        + " of the graph"),
    Mistake(
      "  first:\n", "  first:\n    inputs: second\n",
      "7:13: error: 'blocks.first.inputs' closes a cycle: first → second → first"),
    Mistake(
      "  second:\n", "  second:\n    inputs: image\n",
      "7:5: error: 'blocks.first' is read by no block and holds no loss"),
    Mistake(
      "convolution: 16, kernel: 3, padding: 1}\n      - {add",
      "convolution: 8, kernel: 3, padding: 1}\n      - {add",
      "14:9: error: 'blocks.second.operators[1]' adds 8 channels of 32×32 and 16 channels of"
        + " 32×32"),
    Mistake(
      "      - {add: input}\n", "      - {pooling: maximum, size: 2}\n",
      "11:13: error: 'blocks.second.repeat' needs a block that hands on what it reads; it"
        + " reads 16 channels of 32×32 and hands on 16 channels of 16×16"
    ),
    Mistake(
      "add: input", "add: inptu",
      "14:9: error: 'blocks.second.operators[1]' reads 'inptu', which is neither an earlier"
        + " operator nor an input of the block"),
    Mistake(
      "convolution: 16, kernel: 3, padding: 1}\n      - {act",
      "convolution: 16, kernel: 35}\n      - {act",
      "8:9: error: 'blocks.first.operators[0]' has a window of 35×35 on an image of 32×32"),
    Mistake(
      "convolution: 16, kernel: 3, padding: 1}\n      - {act",
      "convolution: 16, kernel: 3, groups: 2}\n      - {act",
      "8:9: error: 'blocks.first.operators[0]' has 2 groups, which must divide 3 inputs and"
        + " 16 outputs"
    ),
    Mistake(
      "convolution: 16, kernel: 3, padding: 1}\n      - {act",
      "convolutoin: 16, kernel: 3}\n      - {act",
      "8:9: error: 'convolutoin' is no operator (in 'blocks.first.operators[0]'); did you"
        + " mean 'convolution'?"
    ),
    Mistake(
      "convolution: 16, kernel: 3, padding: 1}\n      - {act",
      "convolution: 16, kernal: 3}\n      - {act",
      "8:27: error: unknown key 'kernal', did you mean 'kernel'? (in 'blocks.first.operators[0]')"),
    Mistake(
      "convolution: 16, kernel: 3, padding: 1}\n      - {act",
      "convolution: 16, kernel: 3, norm: batch}\n      - {act",
      "8:38: error: unknown key 'norm' (in 'blocks.first.operators[0]'); known keys: bias,"
        + " convolution, from, groups, kernel, name, padding, stride"
    ),
    Mistake(
      "convolution: 16, kernel: 3, padding: 1}\n      - {act", "kernel: 3}\n      - {act",
      "8:9: error: 'kernel' is no operator (in 'blocks.first.operators[0]'); expected one of"
        + " linear, convolution, transposed_convolution, attention, attention_core, norm,"
        + " embedding, positions, recurrent, pooling, activation, dropout, add, concatenate,"
        + " upsample, reshape, token, loss"
    ),
    Mistake(
      "repeat: 2", "repeat: 0",
      "11:13: error: 'blocks.second.repeat' must be between 1 and 8192, found 0"),
    Mistake(
      "reshape: tokens", "linear: 16",
      "17:9: error: 'blocks.output.operators[0]' works on rows of features, found 16"
        + " channels of 32×32"
    ),
    Mistake(
      "inputs: 64", "inputs: 65",
      "20:9: error: 'blocks.output.operators[3]' expects 65 input features, found 64"),
    Mistake(
      "linear: 64, split: column", "linear: 64",
      "20:9: error: 'blocks.output.operators[3]' splits by rows, which needs an input split"
        + " by columns before"
    ),
    Mistake(
      ", inputs: 64, split: row", "",
      "20:9: error: 'blocks.output.operators[3]' needs whole values, found 64 features split"
        + " over ranks"
    ),
    Mistake(
      "split: column", "split: columns",
      "18:29: error: 'blocks.output.operators[1].split' is 'columns'; did you mean 'column'?"),
    Mistake(
      "activation: gelu", "attention: 7",
      "19:9: error: 'blocks.output.operators[2]' needs whole values, found 64 features split"
        + " over ranks"
    ),
    Mistake(
      "linear: 64, split: column", "attention: 7",
      "18:9: error: 'blocks.output.operators[1]' has 7 heads, which must divide the 16 features"),
    Mistake(
      "linear: 64, split: column", "embedding: 100, features: 8",
      "18:9: error: 'blocks.output.operators[1]' works on token numbers, found 16 features"),
    Mistake(
      "linear: 64, split: column", "linear: 64, split: column, name: input",
      "18:9: error: 'blocks.output.operators[1]' is named 'input', which is taken"),
    Mistake(
      "loss: cross-entropy", "activation: relu",
      "16:5: error: 'blocks.output' is read by no block and holds no loss"),
    Mistake(
      "loss: cross-entropy", "loss: contrastive",
      "21:9: error: 'blocks.output.operators[4]' must read 2 tensors, reads 1"),
    Mistake(
      "    repeat: 2\n    operators:\n", "    operators: []\n    other:\n",
      "11:16: error: 'blocks.second.operators' must not be an empty list\nm.yaml:12:5:"
        + " error: unknown key 'other' (in 'blocks.second'); known keys: inputs, operators,"
        + " repeat"
    ),
    Mistake(
      "channels: 3", "channels: 0",
      "4:21: error: 'inputs.image.channels' must be between 1 and 1048576, found 0"),
    Mistake(
      "{channels: 3, height: 32, width: 32}", "pixels",
      "4:10: error: 'inputs.image' is 'pixels'; expected one of tokens, target-tokens"),
  ]

  @Test("a mistake in a transformer is reported where it is made", arguments: transformerMistakes)
  func reportsTransformer(mistake: Mistake) throws { try check(mistake, in: Self.transformer) }

  @Test("a mistake in a block graph is reported where it is made", arguments: blockMistakes)
  func reportsBlocks(mistake: Mistake) throws { try check(mistake, in: Self.blocks) }

  private func check(_ mistake: Mistake, in sound: String) throws {
    _ = try ModelFile.read(text: sound, path: "m.yaml")
    let text = sound.replacing(mistake.old, with: mistake.new, maxReplacements: 1)
    try #require(text != sound)
    let error = #expect(throws: InvalidInput.self) {
      try ModelFile.read(text: text, path: "m.yaml")
    }
    #expect(error?.description == "m.yaml:" + mistake.message)
  }

  @Test(
    "a file that is no mapping is refused",
    arguments: [
      ("", "m.yaml: error: the file is empty"),
      ("# only a comment\n", "m.yaml: error: the file is empty"),
      ("- name: small", "m.yaml:1:1: error: the file must be a mapping (key: value), found a list"),
      ("small", "m.yaml:1:1: error: the file must be a mapping (key: value), found 'small'"),
    ])
  func noMapping(text: String, message: String) {
    let error = #expect(throws: InvalidInput.self) {
      try ModelFile.read(text: text, path: "m.yaml")
    }
    #expect(error?.description == message)
  }

  @Test("a file that does not exist is named")
  func noFile() {
    let error = #expect(throws: InvalidInput.self) { try ModelFile.read(path: "no/such.yaml") }
    #expect(error?.description == "no/such.yaml: error: no such file")
  }
}
