import CostModel
import Quantities
import Simulation
import StrategySpace
import Testing

@Suite("Where the time of a step goes")
struct TimeBreakdownTests {
  /// A step with every kind of cost, random but whole microseconds.
  static func randomStep(seed: UInt64) -> StepCost {
    var random = SeededGenerator(seed: seed)
    func time(_ bound: Int) -> Seconds {
      .microseconds(Double(Int.random(in: 0...bound, using: &random)))
    }
    func pass() -> PassCost {
      let weightGradient = time(50)
      return PassCost(
        compute: weightGradient + time(100), tensor: time(20), context: time(10),
        expert: time(30), weightGradient: weightGradient)
    }
    let stageCount = Int.random(in: 1...4, using: &random)
    let chunksPerStage = Int.random(in: 1...3, using: &random)
    let stages = (0..<stageCount).map { _ in
      StageCost(
        chunks: (0..<chunksPerStage).map { _ in
          ChunkCost(
            runs: (0..<2).map { _ in
              LayerRun(
                count: Int.random(in: 1...3, using: &random), forward: pass(), backward: pass(),
                parameterGather: time(60), gradientReduction: time(150))
            }, sendForward: time(15), sendBackward: time(15))
        }, optimizer: time(200), sharedWeightReduction: time(100))
    }
    return StepCost(
      stages: stages, microbatchCount: Int.random(in: 1...9, using: &random),
      strategy: Strategy(
        pipelineParallelSize: stageCount, virtualPipelineSize: chunksPerStage,
        zeroStage: ZeROStage.allCases.randomElement(using: &random)!,
        schedule: chunksPerStage > 1 ? .interleaved : .oneForwardOneBackward,
        overlap: Overlap(
          gradientReduction: .random(using: &random), parameterGather: .random(using: &random),
          pipelineTransfers: .random(using: &random))))
  }

  @Test("layer by layer a step takes as long as pass by pass", arguments: 0..<60 as Range<UInt64>)
  func detail(seed: UInt64) throws {
    let costs = Self.randomStep(seed: seed)
    let passes = try simulate(costs)
    let layers = try simulate(costs, detail: .layers)
    // A sharded parameter is gathered a layer at a time either way.
    #expect(layers.timeline.duration == passes.timeline.duration)
    #expect(layers.stages.map(\.time) == passes.stages.map(\.time))
    #expect(layers.program.graph.taskCount >= passes.program.graph.taskCount)
  }

  @Test("the parts of every stage add up to the step time", arguments: 0..<200 as Range<UInt64>)
  func partsAddUp(seed: UInt64) throws {
    let costs = Self.randomStep(seed: seed)
    let step = try simulate(costs)
    #expect(step.stages.allSatisfy { $0.time.total == step.timeline.duration })
    #expect(step.stages.allSatisfy { $0.time.bubble >= 0 && $0.time.data >= 0 })
    for (stage, cost) in zip(step.stages, costs.stages) {
      let passes = cost.chunks.map { $0.forward + $0.backward }
      let compute = passes.map(\.compute).sum() * costs.microbatchCount
      let tensor = passes.map(\.tensor).sum() * costs.microbatchCount
      #expect(stage.time.compute == compute.nanoseconds)
      #expect(stage.time.tensor == tensor.nanoseconds)
      #expect(stage.time.optimizer == cost.optimizer.nanoseconds)
    }
  }
}
