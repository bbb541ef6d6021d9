import ModelDescription
import Testing

@Suite("Traffic of kernels bound by memory")
struct KernelTrafficTests {
  /// Sizes that no two products share, so that a wrong factor shows.
  static let (s, h, a, k, d, f, v) = (64, 96, 6, 2, 16, 224, 1000)

  static let family = TransformerFamily(
    layers: 1, hiddenSize: h, vocabularySize: v,
    attention: Attention(heads: a, form: .grouped(keyValueHeads: k, headSize: d)),
    feedForward: FeedForward(size: f, isGated: true), dropout: 0.1)

  /// The table of Docs/Guides/ModelFiles.md; a mask of one byte is half an element each.
  static let table: [(String, forward: Int, backward: Int)] = [
    ("attention.norm", 2 * s * h, 3 * s * h),
    ("attention.rotary", 2 * s * (a + k) * d, 2 * s * (a + k) * d),
    ("attention.residual", 3 * s * h + s * h / 2, 5 * s * h + s * h / 2),
    ("feed_forward.activation", 3 * s * f, 5 * s * f),
    ("dropout", 2 * s * h + s * h / 2, 2 * s * h + s * h / 2),
    // 32-bit logits count as two elements each.
    ("loss", s * v + 6 * 2 * s * v, s * v + 3 * 2 * s * v),
  ]

  @Test("each kernel reads and writes what the table says", arguments: table)
  func traffic(name: String, forward: Int, backward: Int) throws {
    let graph = try Self.family.graph(length: Self.s)
    let all = graph.classes.flatMap(\.operators)
    let found = try #require(all.first { $0.name == name })
    guard case .pointwise(let kernel) = found.kind else {
      Issue.record("\(name) is no pointwise kernel")
      return
    }
    #expect(kernel.forwardTraffic == forward)
    #expect(kernel.backwardTraffic == backward)
  }

  @Test("a plain activation and a residual without dropout move less")
  func plain() throws {
    var family = Self.family
    family.feedForward.isGated = false
    family.dropout = 0
    let layer = try family.graph(length: Self.s).layerClass(of: 1)
    let kinds = layer.operators.filter { $0.name.hasPrefix("feed_forward.") }.map(\.kind)
    let (sf, sh) = (Self.s * Self.f, Self.s * Self.h)
    #expect(kinds.contains(.pointwise(Pointwise(forwardTraffic: 2 * sf, backwardTraffic: 3 * sf))))
    #expect(kinds.contains(.pointwise(Pointwise(forwardTraffic: 3 * sh, backwardTraffic: 3 * sh))))
  }
}
