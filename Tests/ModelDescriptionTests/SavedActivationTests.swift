import ModelDescription
import Quantities
import Testing

/// Bytes that a layer keeps for one sample on one of `t` ranks.
func savedBytes(
  _ layer: LayerClass, tensorParallel t: Int = 1, sequenceParallel: Bool = false,
  attentionMatrices: Bool = true
) -> Double {
  layer.operators.flatMap(\.saved).reduce(0) { sum, tensor in
    if tensor.isAttentionMatrix && !attentionMatrices { return sum }
    let bytes =
      switch tensor.storage {
      case .activation: 2.0
      case .mask: 1.0
      case .float32: 4.0
      }
    let isDivided = tensor.split == .elements || (tensor.split == .sequence && sequenceParallel)
    return sum + bytes * Double(tensor.elements) / Double(isDivided ? t : 1)
  }
}

/// A GPT with dropout and biases, as Korthikanti et al. count it.
func gpt(
  layers: Int, hidden h: Int, heads a: Int, vocabulary: Int = 51_200, positions: Int = 2048
) -> TransformerFamily {
  TransformerFamily(
    layers: layers, hiddenSize: h, vocabularySize: vocabulary,
    attention: Attention(
      heads: a, form: .grouped(keyValueHeads: a, headSize: h / a), hasInputBias: true,
      hasOutputBias: true),
    feedForward: FeedForward(size: 4 * h, hasBias: true), norm: .layer,
    positions: .learned(max: positions), tiesEmbeddings: true, dropout: 0.1)
}

extension TransformerFamily {
  func graph(length: Int, target: Int? = nil, attention: AttentionKernel = .fused) throws
    -> LayerGraph
  {
    let model = Model(
      name: "test", architecture: .transformer(self), provenance: .init(.assumed, "a test"))
    return try model.layerGraph(
      for: TrainingJob(
        globalBatchSize: 1, sequenceLength: length, targetLength: target, attention: attention))
  }
}

@Suite("Activations kept for the backward pass")
struct SavedActivationTests {
  /// The four models of Korthikanti et al. 2022, table 3.
  static let shapes = [(6144, 64), (12288, 96), (20480, 128), (25600, 160)]

  @Test("an unfused GPT layer keeps sbh(34 + 5as/h) bytes", arguments: shapes)
  func oneRank(h: Int, a: Int) throws {
    let s = 2048
    let layer = try gpt(layers: 1, hidden: h, heads: a).graph(length: s, attention: .unfused)
      .layerClass(of: 1)
    #expect(savedBytes(layer) == Double(s * h * 34 + 5 * a * s * s))
  }

  @Test("tensor parallelism leaves sbh(10 + 24/t + 5as/ht)", arguments: shapes, [2, 8])
  func tensorParallel(shape: (Int, Int), t: Int) throws {
    let (h, a) = shape
    let s = 2048
    let layer = try gpt(layers: 1, hidden: h, heads: a).graph(length: s, attention: .unfused)
      .layerClass(of: 1)
    let expected = Double(s * h * 10) + Double(s * h * 24 + 5 * a * s * s) / Double(t)
    #expect(savedBytes(layer, tensorParallel: t) == expected)
  }

  @Test("sequence parallelism divides everything by t", arguments: shapes, [2, 8])
  func sequenceParallel(shape: (Int, Int), t: Int) throws {
    let (h, a) = shape
    let s = 2048
    let layer = try gpt(layers: 1, hidden: h, heads: a).graph(length: s, attention: .unfused)
      .layerClass(of: 1)
    let all = Double(s * h * 34 + 5 * a * s * s) / Double(t)
    #expect(savedBytes(layer, tensorParallel: t, sequenceParallel: true) == all)
    let selective = Double(s * h * 34) / Double(t)
    #expect(
      savedBytes(layer, tensorParallel: t, sequenceParallel: true, attentionMatrices: false)
        == selective)
  }

  @Test("fused attention keeps a 32-bit number per head and token instead of matrices")
  func fused() throws {
    let (s, h, a) = (2048, 4096, 32)
    let layer = try gpt(layers: 1, hidden: h, heads: a).graph(length: s).layerClass(of: 1)
    #expect(savedBytes(layer) == Double(s * h * 34 + 4 * a * s))
    let matrices = layer.operators.flatMap(\.saved).filter(\.isAttentionMatrix)
    #expect(matrices.isEmpty)
  }

  @Test("without dropout no mask is kept, and one matrix of probabilities instead of 2.5")
  func withoutDropout() throws {
    let (s, h, a) = (1024, 2048, 16)
    var family = gpt(layers: 1, hidden: h, heads: a)
    family.dropout = 0
    let layer = try family.graph(length: s, attention: .unfused).layerClass(of: 1)
    #expect(savedBytes(layer) == Double(s * h * 32 + 2 * a * s * s))
  }

  @Test("ends keep an embedding mask, two inputs and 32-bit logits")
  func ends() throws {
    let (s, h, v) = (2048, 4096, 51_200)
    let graph = try gpt(layers: 1, hidden: h, heads: 32).graph(length: s)
    // Korthikanti et al. 2022, section 4.3: sbh for the embedding, 4sbh(1 + v/h) for the output.
    #expect(savedBytes(graph.layerClass(of: 0)) == Double(s * h))
    #expect(savedBytes(graph.layerClass(of: 2)) == Double(4 * s * h + 4 * s * v))
  }

  @Test("a gated layer with grouped keys keeps what its own formula says")
  func gated() throws {
    let (s, h, a, k, d, f) = (4096, 4096, 32, 8, 128, 14_336)
    let family = TransformerFamily(
      layers: 1, hiddenSize: h, vocabularySize: 32_000,
      attention: Attention(heads: a, form: .grouped(keyValueHeads: k, headSize: d)),
      feedForward: FeedForward(size: f, isGated: true))
    let layer = try family.graph(length: s).layerClass(of: 1)
    // Two norm inputs, two norm outputs, queries, keys, values, attention's result, gate and value
    // of the feed-forward part and their product.
    let elements = 4 * s * h + s * (a + 2 * k) * d + s * a * d + 3 * s * f
    #expect(savedBytes(layer) == Double(2 * elements + 4 * a * s))
  }
}
