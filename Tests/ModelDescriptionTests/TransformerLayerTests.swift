import ModelDescription
import Quantities
import Testing

extension LayerGraph {
  /// Forward arithmetic of the whole model for one sample.
  var forwardFLOPs: Double {
    layers.indices.reduce(0) { sum, layer in
      sum + layerClass(of: layer).operators.reduce(0) { $0 + $1.forwardFLOPs.value }
    }
  }
}

@Suite("Layers of transformer families")
struct TransformerLayerTests {
  @Test(
    "a GPT's arithmetic is 72sLh²(1 + s/6h + V/12Lh) per sample (arXiv:2104.04473, appendix)",
    arguments: [(30, 3072, 32), (36, 4096, 32), (48, 8192, 64), (96, 12288, 96)])
  func flops(layers l: Int, hidden h: Int, heads: Int) throws {
    let (s, v) = (2048, 51_200)
    let graph = try gpt(layers: l, hidden: h, heads: heads).graph(length: s)
    // Forward and twice as much backward; with recomputation 96sLh²(1 + s/6h + V/16Lh).
    let (sd, ld, hd, vd) = (Double(s), Double(l), Double(h), Double(v))
    let expected = 72 * sd * ld * hd * hd * (1 + sd / (6 * hd) + vd / (12 * ld * hd))
    #expect(abs(3 * graph.forwardFLOPs / expected - 1) < 1e-12)
  }

  @Test(
    "a GPT has 12Lh²(1 + 13/12h + (V + s)/12Lh) parameters and a final norm",
    arguments: [
      (30, 3072, 32, 3_562_168_320), (36, 4096, 32, 7_467_786_240), (48, 8192, 64, 39_096_041_472),
    ])
  func parameters(layers l: Int, hidden h: Int, heads: Int, count: Int) throws {
    let graph = try gpt(layers: l, hidden: h, heads: heads).graph(length: 2048)
    #expect(graph.parameterCount == 12 * l * h * h + 13 * l * h + (51_200 + 2048) * h + 2 * h)
    #expect(graph.parameterCount == count)
  }

  @Test("a GPT layer runs and splits as in Megatron-LM")
  func megatronOrder() throws {
    let layer = try gpt(layers: 2, hidden: 64, heads: 4).graph(length: 8).layerClass(of: 1)
    #expect(
      layer.operators.map { "\($0.name) \($0.split.rawValue)" } == [
        "attention.norm sequence",
        "attention.query_key_value.enter replicated",
        "attention.query_key_value column",
        "attention.core column",
        "attention.output row",
        "attention.output.leave replicated",
        "attention.residual sequence",
        "feed_forward.norm sequence",
        "feed_forward.up.enter replicated",
        "feed_forward.up column",
        "feed_forward.activation elements",
        "feed_forward.down row",
        "feed_forward.down.leave replicated",
        "feed_forward.residual sequence",
      ])
  }

  @Test("a layer of experts routes, dispatches, computes in groups and combines")
  func expertOrder() throws {
    let (s, h, f) = (16, 64, 96)
    var family = gpt(layers: 2, hidden: h, heads: 4)
    family.feedForward = FeedForward(size: 256, isGated: true)
    family.experts = Experts(
      count: 8, perToken: 2, size: f, shared: SharedExperts(size: 32, hasGate: true),
      denseLayers: 1)
    let graph = try family.graph(length: s)
    #expect(graph.classes.count == 4)
    let layer = graph.layerClass(of: 2)
    let part = layer.operators.drop { $0.name != "router" }.prefix {
      $0.name != "feed_forward.residual"
    }
    #expect(
      part.map(\.name) == [
        "router", "router.softmax", "experts.permute", "experts.dispatch", "experts.sort",
        "experts.up", "experts.activation", "experts.down", "experts.unsort", "experts.combine",
        "experts.unpermute",
        "shared_experts.up.enter", "shared_experts.up", "shared_experts.activation",
        "shared_experts.down", "shared_experts.down.leave", "shared_experts.gate",
        "shared_experts.sum",
      ])
    #expect(
      part.filter(\.isExpert).map(\.name) == [
        "experts.up", "experts.activation", "experts.down",
      ])
    let up = try #require(part.first { $0.name == "experts.up" })
    #expect(
      up.kind
        == .matrixProduct(
          MatrixProduct(rows: 2 * s, inputs: h, outputs: 2 * f, matrices: 8)))
    #expect(up.parameterCount == 8 * h * 2 * f)
    #expect(up.forwardFLOPs == FLOPs(2 * 2 * s * h * 2 * f))
  }

  @Test("a rank holds its part of products and columns' biases, and whole norms and rows' biases")
  func splitParameters() throws {
    let (h, t) = (64, 4)
    let layer = try gpt(layers: 1, hidden: h, heads: 4).graph(length: 8).layerClass(of: 1)
    let held = layer.operators.reduce(0) { sum, part in
      guard case .matrixProduct(let product) = part.kind else { return sum + part.parameterCount }
      let weights = product.inputs * product.outputs / t
      return sum + weights + (part.split == .column ? product.outputs / t : product.outputs)
    }
    #expect(held == 12 * h * h / t + 7 * h / t + 6 * h)
  }

  @Test("equal layers share a class, however many there are")
  func sharedClasses() throws {
    let graph = try gpt(layers: 126, hidden: 64, heads: 4).graph(length: 8)
    #expect(graph.classes.count == 3)
    #expect(graph.blockCount == 126)
    let chain = [[]] + (0..<127).map { [$0] }
    #expect(graph.layers.map(\.inputs) == chain)
    #expect(graph.layers[17].name == "block.16")
  }

  @Test("every n-th layer has experts, counted as Qwen2-MoE does")
  func interval() {
    var family = gpt(layers: 6, hidden: 64, heads: 4)
    family.experts = Experts(count: 4, perToken: 1, size: 64, denseLayers: 2, interval: 2)
    let hasExperts = (0..<6).map { family.usesExperts(layer: $0) }
    #expect(hasExperts == [false, false, false, true, false, true])
  }

  @Test("tied embeddings are counted once and listed as shared")
  func tied() throws {
    let graph = try gpt(layers: 2, hidden: 64, heads: 4, vocabulary: 1000).graph(length: 8)
    #expect(
      graph.sharedWeights == [
        SharedWeights(owner: 0, user: 3, parameterCount: 64_000, split: .vocabulary)
      ])
    var untied = gpt(layers: 2, hidden: 64, heads: 4, vocabulary: 1000)
    untied.tiesEmbeddings = false
    let other = try untied.graph(length: 8)
    #expect(other.sharedWeights.isEmpty)
    #expect(other.parameterCount == graph.parameterCount + 64_000)
  }

  @Test("an encoder–decoder's decoder layers all read the last encoder layer")
  func encoderDecoder() throws {
    var family = gpt(layers: 2, hidden: 64, heads: 4, vocabulary: 1000)
    family.kind = .encoderDecoder(encoderLayers: 3)
    family.positions = .relative(buckets: 32)
    let graph = try family.graph(length: 8, target: 4)
    #expect(
      graph.layers.map(\.name) == [
        "encoder.embedding", "encoder.0", "encoder.1", "encoder.2", "decoder.embedding",
        "decoder.0", "decoder.1", "output",
      ])
    #expect(graph.layers.map(\.inputs) == [[], [0], [1], [2], [], [3, 4], [3, 5], [6]])
    #expect(graph.sharedWeights.map(\.user) == [4, 7])
    #expect(graph.layerClass(of: 3).outputElements == 8 * 64)
    #expect(graph.layerClass(of: 5).outputElements == 4 * 64)
    #expect(graph.blockCount == 5)
  }

  @Test("a prediction module is a layer of its own that the output reads")
  func multiTokenPrediction() throws {
    var family = gpt(layers: 2, hidden: 64, heads: 4, vocabulary: 1000)
    let plain = try family.graph(length: 8)
    family.multiTokenPrediction = 1
    let graph = try family.graph(length: 8)
    #expect(graph.layers.map(\.inputs) == [[], [0], [1], [2], [2, 3]])
    #expect(graph.blockCount == 2)
    // One layer, a projection of 2h to h, and three norms.
    let block = plain.layerClass(of: 1).parameterCount
    #expect(graph.parameterCount == plain.parameterCount + block + 2 * 64 * 64 + 3 * 2 * 64)
  }

  @Test("samples beyond the learned positions are refused")
  func tooLong() {
    let family = gpt(layers: 2, hidden: 64, heads: 4, positions: 1024)
    #expect(throws: ModelError.sequenceTooLong(length: 1025, positions: 1024)) {
      try family.graph(length: 1025)
    }
  }

  @Test("no size that a program can hand in traps", arguments: [Int.min, -1, 0, Int.max])
  func extremes(size: Int) {
    let sound = gpt(layers: 2, hidden: 64, heads: 4)
    var families = [TransformerFamily](repeating: sound, count: 8)
    families[0].layers = size
    families[1].hiddenSize = size
    families[2].vocabularySize = size
    families[3].attention.heads = size
    families[4].attention.form = .grouped(keyValueHeads: size, headSize: 16)
    families[5].attention.form = .grouped(keyValueHeads: 4, headSize: size)
    families[6].feedForward.size = size
    families[7].experts = Experts(count: size, perToken: size, size: size, denseLayers: size)
    for family in families {
      #expect(!family.problems.isEmpty)
      #expect(throws: ModelError.self) { try family.graph(length: 8) }
    }
    #expect(throws: ModelError.self) { try sound.graph(length: size) }
  }

  @Test("sizes that are each plausible but absurd together are refused")
  func absurd() {
    var family = gpt(layers: 8192, hidden: 1 << 20, heads: 4)
    family.attention.form = .grouped(keyValueHeads: 4, headSize: 1 << 16)
    family.feedForward.size = 1 << 20
    family.experts = Experts(count: 8192, perToken: 8192, size: 1 << 20)
    #expect(throws: ModelError.self) { try family.graph(length: 2048) }
  }
}
