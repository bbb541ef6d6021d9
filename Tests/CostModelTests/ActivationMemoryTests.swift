import Configuration
import CostModel
import ModelDescription
import Quantities
import StrategySpace
import Testing

/// Korthikanti et al. 2022, arXiv:2205.05198, table 2: bytes that a layer of the 22B model keeps of
/// one microbatch.
@Suite("Memory of activations")
struct ActivationMemoryTests {
  static let (s, h, a, b) = (2048.0, 6144.0, 64.0, 4.0)

  static let rows: [(technique: String, strategy: Strategy, bytes: Double)] = [
    ("no parallelism", strategy(), s * b * h * (34 + 5 * a * s / h)),
    (
      "tensor parallelism", strategy(tensor: 8),
      s * b * h * (10 + 24 / 8 + 5 * a * s / (h * 8))
    ),
    (
      "tensor and sequence parallelism", strategy(tensor: 8, sequenceParallel: true),
      s * b * h * (34 / 8 + 5 * a * s / (h * 8))
    ),
    (
      "tensor parallelism, selective recomputation",
      strategy(tensor: 8, recomputation: .selective), s * b * h * (10 + 24 / 8)
    ),
    (
      "tensor and sequence parallelism, selective recomputation",
      strategy(tensor: 8, sequenceParallel: true, recomputation: .selective), s * b * h * 34 / 8
    ),
    ("full recomputation", strategy(tensor: 8, recomputation: .full()), s * b * h * 2),
  ]

  static func strategy(
    tensor: Int = 1, sequenceParallel: Bool = false, recomputation: Recomputation = .none
  ) -> Strategy {
    Strategy(
      tensorParallelSize: tensor, pipelineParallelSize: 3, sequenceParallel: sequenceParallel,
      microBatchSize: Int(b), recomputation: recomputation)
  }

  @Test("a layer keeps what the published formulas say", arguments: rows)
  func korthikanti(technique: String, strategy: Strategy, bytes: Double) throws {
    let job = TrainingJob(globalBatchSize: 64, sequenceLength: Int(Self.s), attention: .unfused)
    let graph = try ModelFile.read(path: shipped.modelPath(named: "megatron-22b"))
      .layerGraph(for: job)
    let costs = CostModel(graph, job, on: Sample.cluster(for: strategy))
    // The middle stage holds ten layers and neither end.
    let step = costs.step(of: strategy, [0..<10, 10..<20, 20..<graph.layers.count])
    let perLayer = step.stages[1].chunks[0].activationMemory / 10
    #expect(abs(perLayer.value / bytes - 1) < 1e-12)
  }

  @Test("full recomputation of n layers keeps the others whole")
  func someLayers() throws {
    let job = TrainingJob(globalBatchSize: 64, sequenceLength: 2048)
    let graph = try ModelFile.read(path: shipped.modelPath(named: "gpt-3.6b"))
      .layerGraph(for: job)
    func kept(_ recomputation: Recomputation) -> Bytes {
      let strategy = Self.strategy(recomputation: recomputation)
      let costs = CostModel(graph, job, on: Sample.cluster(for: strategy))
      return costs.step(of: strategy, evenChunks(graph.layers.count, 3)).stages[1]
        .chunks[0].activationMemory
    }
    let (all, none) = (kept(.none), kept(.full()))
    let layers = graph.layers.count * 2 / 3 - graph.layers.count / 3
    for count in 1...layers {
      let expected = all + (none - all) * count / layers
      #expect(abs(kept(.full(layersPerChunk: count)) / expected - 1) < 1e-12)
    }
    #expect(kept(.full(layersPerChunk: layers)) == none)
  }
}
