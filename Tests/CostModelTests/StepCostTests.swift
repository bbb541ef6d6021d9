import ClusterTopology
import Configuration
import CostModel
import ModelDescription
import Quantities
import StrategySpace
import Testing

@Suite("Costs of a step")
struct StepCostTests {
  /// A layer that does nothing but hand on elements.
  private func layer(_ name: String, handsOn elements: Int) -> LayerClass {
    LayerClass(name: name, role: .block, operators: [], outputElements: elements)
  }

  @Test("a boundary carries every tensor that a later stage still needs, once")
  func cuts() {
    // 0 → 1 → 2 → 3 with a skip from 0 to 3 and two consumers of 1.
    let sizes = [100, 20, 3, 0]
    let graph = LayerGraph(
      classes: sizes.map { layer("\($0)", handsOn: $0 * 1_000_000) },
      layers: [
        Layer(name: "0", classIndex: 0, inputs: []), Layer(name: "1", classIndex: 1, inputs: [0]),
        Layer(name: "2", classIndex: 2, inputs: [1]),
        Layer(name: "3", classIndex: 3, inputs: [0, 1, 2]),
      ])
    let job = TrainingJob(globalBatchSize: 8, sequenceLength: 1)
    let strategy = Strategy(pipelineParallelSize: 4, microBatchSize: 2)
    let costs = CostModel(graph, job, on: Sample.cluster(for: strategy))
    let step = costs.step(of: strategy, [0..<1, 1..<2, 2..<3, 3..<4])
    // Two samples of two bytes an element, between devices of a node at 100 GB/s.
    let sent = [100.0, 120, 123].map { Int64(($0 * 1e6 * 4 / 100e9 * 1e9).rounded()) }
    let chunks = step.stages.map { $0.chunks[0] }
    #expect(chunks.map(\.sendForward.nanoseconds) == sent + [0])
    #expect(chunks.map(\.sendBackward.nanoseconds) == [0] + sent)
  }

  @Test("context and sequence parallelism divide what crosses a boundary")
  func dividedCuts() {
    let graph = LayerGraph(
      classes: [layer("block", handsOn: 800)],
      layers: (0..<2).map { Layer(name: "\($0)", classIndex: 0, inputs: $0 > 0 ? [$0 - 1] : []) })
    func sent(
      _ tensor: Int, _ context: Int, sequenceParallel: Bool, _ framework: Framework = .pytorch
    ) -> Seconds {
      let job = TrainingJob(globalBatchSize: 8, sequenceLength: 16, framework: framework)
      let strategy = Strategy(
        tensorParallelSize: tensor, pipelineParallelSize: 2, contextParallelSize: context,
        sequenceParallel: sequenceParallel)
      let cluster = Sample.cluster([Sample.node()], count: 4)
      let layout = Layout(strategy, on: Sample.allNodes(of: cluster), of: cluster)
      let costs = CostModel(graph, job, on: cluster)
      return costs.costs(of: strategy, over: costs.channels(of: layout))
        .stepCost(of: strategy, split: StageSplit(chunks: [0..<1, 1..<2])).stages[0].chunks[0]
        .sendForward
    }
    let between = sent(4, 1, sequenceParallel: false)
    #expect(sent(4, 1, sequenceParallel: true) == between / 4)
    #expect(sent(2, 2, sequenceParallel: false) == between / 2)
    // Megatron-LM sends a quarter of 1,600 bytes from each rank, and gathers the other three over links of
    // 100 GB/s.
    let parted = sent(4, 1, sequenceParallel: false, .megatron)
    #expect(abs((parted - between / 4).value / (1200 / 100e9) - 1) < 1e-9)
  }

  static let recomputations: [Recomputation] = [
    .none, .selective, .full(layersPerChunk: 2), .full(),
  ]

  @Test(
    "recomputing more never needs more memory for activations, nor less time",
    arguments: ["gpt-3.6b", "t5-3b", "mixtral-8x7b", "bert-large"], [1, 2, 4])
  func recomputation(model: String, pipeline: Int) throws {
    let job = TrainingJob(
      globalBatchSize: 16, sequenceLength: 512, attention: .unfused)
    let graph = try ModelFile.read(path: shipped.modelPath(named: model)).layerGraph(for: job)
    let steps = Self.recomputations.map { recomputation in
      let strategy = Strategy(
        dataParallelSize: 2, tensorParallelSize: 2, pipelineParallelSize: pipeline,
        sequenceParallel: true, recomputation: recomputation)
      let costs = CostModel(graph, job, on: Sample.cluster(for: strategy))
      return costs.step(of: strategy, evenChunks(graph.layers.count, pipeline))
    }
    func memory(_ index: Int) -> [Bytes] { steps[index].peakMemory.map(\.activations) }
    func isAtMost(_ a: [Bytes], _ b: [Bytes]) -> Bool { zip(a, b).allSatisfy { $0 <= $1 } }
    let (none, selective, some, full) = (0, 1, 2, 3)
    for (more, less) in [(selective, none), (full, selective), (some, none), (full, some)] {
      #expect(isAtMost(memory(more), memory(less)))
      #expect(steps[more].estimatedTime >= steps[less].estimatedTime)
    }
    #expect(memory(full) != memory(none))
    #expect(steps[full].estimatedTime > steps[none].estimatedTime)
  }

  static let strategies = [
    Strategy(dataParallelSize: 8), Strategy(dataParallelSize: 8, zeroStage: .parameters),
    Strategy(
      dataParallelSize: 2, tensorParallelSize: 4, sequenceParallel: true, zeroStage: .optimizer),
    Strategy(dataParallelSize: 2, pipelineParallelSize: 4, zeroStage: .gradients),
    Strategy(dataParallelSize: 2, tensorParallelSize: 2, contextParallelSize: 2),
    Strategy(
      pipelineParallelSize: 2, contextParallelSize: 4, contextParallelKind: .ulysses),
  ]

  @Test(
    "a faster part never makes a step slower, and all of them together make it faster",
    arguments: strategies)
  func monotone(strategy: Strategy) throws {
    let job = TrainingJob(globalBatchSize: 32, sequenceLength: 1024)
    let graph = try ModelFile.read(path: shipped.modelPath(named: "gpt2-xl"))
      .layerGraph(for: job)
    let chunks = evenChunks(graph.layers.count, strategy.pipelineParallelSize)
    func time(_ device: Device, link: Double, network: Double) -> Seconds {
      let cluster = Sample.cluster([
        Sample.node(device, link: link, interfaces: [(.infiniband, network)])
      ])
      return CostModel(graph, job, on: cluster).step(of: strategy, chunks).estimatedTime
    }
    let base = time(Sample.device(), link: 20, network: 10)
    #expect(time(Sample.device(speed: 1.5), link: 20, network: 10) <= base)
    #expect(time(Sample.device(memoryBandwidth: 1.5), link: 20, network: 10) <= base)
    #expect(time(Sample.device(), link: 30, network: 10) <= base)
    #expect(time(Sample.device(), link: 20, network: 15) <= base)
    let all = time(Sample.device(speed: 2, memoryBandwidth: 2), link: 40, network: 20)
    #expect(abs(all / base - 0.5) < 1e-9)
  }
}
