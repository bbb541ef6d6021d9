import ClusterTopology
import ModelDescription
import StrategySpace

@testable import Interop

/// Random plans that can run, of shipped decoders.
struct PlanGenerator {
  private var random = SeededGenerator(seed: 2026)
  private var models: [(model: Model, graphs: [Bool: LayerGraph])] = []
  private let cluster: Cluster
  private let length = 2048

  init() throws {
    cluster = try Plans.cluster("dgx-h100")
    let names = [
      "gpt-7.5b", "llama-3-8b", "llama-3-70b", "mixtral-8x7b", "deepseek-v2-lite", "qwen2-7b",
      "qwen3-30b-a3b", "deepseek-v3",
    ]
    for name in names {
      let model = try Plans.model(name)
      let graphs = try [true, false].map { unfused in
        (unfused, try model.layerGraph(for: job(unfused: unfused, batch: 1)))
      }
      models.append((model, Dictionary(uniqueKeysWithValues: graphs)))
    }
  }

  private func job(unfused: Bool, batch: Int) -> TrainingJob {
    TrainingJob(
      globalBatchSize: batch, sequenceLength: length, attention: unfused ? .unfused : .fused)
  }

  /// A plan, or `nil` when what was drawn cannot run.
  mutating func next() -> Launch? {
    let (model, graphs) = random.pick(models)
    let unfused = random.pick([true, false])
    guard let graph = graphs[unfused] else { return nil }
    var strategy = Strategy(
      dataParallelSize: random.pick([1, 2, 3, 4, 8]),
      tensorParallelSize: random.pick([1, 2, 4, 8]),
      pipelineParallelSize: random.pick([1, 2, 3, 4, 8]),
      contextParallelSize: random.pick([1, 1, 1, 2, 4]),
      contextParallelKind: .ring,
      expertParallelSize: 1, microBatchSize: random.pick([1, 2, 4]),
      recomputation: random.pick([.none, .selective, .full(), .full(layersPerChunk: 2)]))
    strategy.zeroStage = random.pick(ZeROStage.allCases)
    strategy.sequenceParallel = strategy.tensorParallelSize > 1 && random.pick([true, true, false])
    if strategy.contextParallelSize > 1 {
      strategy.contextParallelKind = random.pick(ContextParallelKind.allCases)
    }
    if case .transformer(let family) = model.architecture, let experts = family.experts {
      strategy.expertParallelSize = random.pick([1, 2, 4, 8].filter { experts.count % $0 == 0 })
      strategy.expertTensorParallelSize = random.pick([1, strategy.tensorParallelSize])
    }
    strategy.overlap.gradientReduction = random.pick([true, true, false])
    strategy.overlap.parameterGather = strategy.zeroStage == .none || random.pick([true, false])
    strategy.overlap.tensorParallel = random.pick([true, false, false])
    let schedules: [PipelineSchedule] = [
      .oneForwardOneBackward, .oneForwardOneBackward, .interleaved, .interleaved, .gpipe,
      .zeroBubbleV, .zeroBubbleH1, .breadthFirst,
    ]
    let schedule =
      strategy.pipelineParallelSize > 1 ? random.pick(schedules) : .oneForwardOneBackward
    strategy = strategy.scheduled(schedule, within: Overlap())
    strategy.virtualPipelineSize = schedule.chunksPerStage ?? random.pick([2, 3])
    let job = job(unfused: unfused, batch: strategy.dataParallelSize * strategy.microBatchSize * 24)
    guard strategy.violation(for: ModelTraits(graph, job)) == nil,
      strategy.rankCount % 8 == 0
    else { return nil }
    let order =
      strategy.pipelineParallelSize > 1 ? random.pick(RankOrder.allCases) : .pipelineOutermost
    let placement = Placement(
      rankOrder: order, segments: [Placement.Segment(group: 0, nodes: strategy.rankCount / 8)])
    let plan = Plan(
      strategy: strategy, placement: placement, split: split(strategy.chunkCount, graph))
    return Launch(plan, model: model, graph: graph, job: job, cluster: cluster)
  }

  /// Even where that goes, or moved from it by a layer here and there.
  private mutating func split(_ chunks: Int, _ graph: LayerGraph) -> StageSplit {
    let (layers, blocks) = (graph.layers.count, graph.blockCount)
    var starts = (0..<chunks).map { $0 == 0 ? 0 : 1 + $0 * blocks / chunks }
    if random.pick([true, false, false]) {
      for chunk in starts.indices.dropFirst() {
        let floor = starts[chunk - 1] + 1
        let moved = starts[chunk] + Int.random(in: -1...1, using: &random)
        if moved >= floor, moved < (chunk + 1 < chunks ? starts[chunk + 1] : layers) {
          starts[chunk] = moved
        }
      }
    }
    return StageSplit(starts: starts, layerCount: layers)
  }
}
