import Sharding
import Testing

@Suite("Predicted beside compiled")
struct PredictionTests {
  /// Cases whose collectives are predicted to the byte. Docs/Guides/TensorPrograms.md lists the
  /// others.
  static let exact = [
    "mlp__dp8", "mlp__tp8", "mlp__dp2_tp4", "mlp__dp_bad", "mlp__fsdp8", "mlp__fsdp8_gather",
    "moe__dp8",
    "moe__tp8", "moe__ep8", "moe__ep8_nohint", "moe__fsdp8_gather", "gpt_scan__dp8",
    "gpt_scan__tp8",
    "gpt_scan__fsdp8", "gpt__dp8", "gpt__tp8", "gpt__dp2_tp4", "gpt__zero1_dp8",
    "gpt__fsdp8_gather", "wideresnet__dp8", "wideresnet__tp8", "wideresnet__fsdp8_gather",
  ]

  @Test("bytes of arguments per device are equal in all 31 cases")
  func argumentBytes() throws {
    #expect(CompiledCase.all.count == 31)
    for entry in CompiledCase.all {
      let bytes = zip(try entry.layouts(), entry.types).reduce(0) { sum, pair in
        sum + pair.0.localBytes(of: pair.1, on: entry.mesh)
      }
      #expect(bytes == entry.sharding.memory?.argument, "\(entry.name)")
    }
  }

  @Test("operand bytes per kind and axes are equal", arguments: exact)
  func operandBytes(name: String) throws {
    let entry = try #require(CompiledCase.all.first { $0.name == name })
    let totals = try entry.prediction().totals
    let predicted = Dictionary(uniqueKeysWithValues: totals.map { ($0.key, $0.operandBytes) })
    #expect(predicted == entry.sharding.collectives?.mapValues(\.operandBytes))
    let tensors = Dictionary(uniqueKeysWithValues: totals.map { ($0.key, $0.tensors) })
    #expect(tensors == entry.sharding.collectives?.mapValues(\.executedTensors))
  }

  @Test("a case that the compiler gets wrong is marked")
  func knownWrong() throws {
    let marked = CompiledCase.all.filter { $0.sharding.knownWrong != nil }
    #expect(marked.map(\.name) == ["resnet50__spatial8"])
  }

  @Test("a back end that scatters sends less where gradients are wanted split")
  func reduceScatter() throws {
    let entry = try #require(CompiledCase.all.first { $0.name == "gpt_scan__fsdp8" })
    func sent(_ style: PartitionerStyle) throws -> Double {
      try entry.prediction(style: style).totals.reduce(0) { $0 + $1.ringSendBytes }
    }
    #expect(try sent(.reduceScatter) < sent(.cpu))
    let kinds = try entry.prediction(style: .reduceScatter).totals.map(\.kind)
    #expect(kinds.contains(.reduceScatter))
  }
}
