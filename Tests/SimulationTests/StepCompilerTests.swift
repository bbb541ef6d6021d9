import CostModel
import Quantities
import Simulation
import StrategySpace
import Testing

@Suite("From step costs to tasks")
struct StepCompilerTests {
  /// One stage of two layers: forward 10, backward 20 µs each.
  static func step(
    microbatches: Int = 1, gather: Double = 0, reduction: Double = 0, optimizer: Double = 0,
    zero: ZeROStage = .none, overlap: Overlap = Overlap()
  ) -> StepCost {
    let run = LayerRun(
      count: 2, forward: PassCost(compute: .microseconds(10)),
      backward: PassCost(compute: .microseconds(20)), parameterGather: .microseconds(gather),
      gradientReduction: .microseconds(reduction))
    return StepCost(
      stages: [StageCost(chunks: [ChunkCost(runs: [run])], optimizer: .microseconds(optimizer))],
      microbatchCount: microbatches, strategy: Strategy(zeroStage: zero, overlap: overlap))
  }

  @Test("all but the last layer's gradients are reduced behind the last backward pass")
  func overlappedReduction() throws {
    // Passes end at 120; the second layer's gradients are ready at 100, the first layer's at 120.
    let step = try simulate(Self.step(microbatches: 2, reduction: 15, optimizer: 7))
    #expect(step.timeline.duration == microseconds(120 + 15 + 7))
    #expect(step.stages[0].time.data == microseconds(15))
    #expect(step.stages[0].time.optimizer == microseconds(7))
  }

  @Test("reductions queue up behind each other")
  func queuedReduction() throws {
    let step = try simulate(Self.step(microbatches: 2, reduction: 30))
    #expect(step.timeline.duration == microseconds(100 + 30 + 30))
    #expect(step.stages[0].time.data == microseconds(40))
  }

  @Test("without overlap all gradients are reduced after all passes")
  func exposedReduction() throws {
    let overlap = Overlap(gradientReduction: false)
    let step = try simulate(Self.step(microbatches: 2, reduction: 30, overlap: overlap))
    #expect(step.timeline.duration == microseconds(120 + 60))
  }

  @Test("a sharded optimizer's parameters arrive layer by layer before the first forward pass")
  func gatherBehindForward() throws {
    // Gathers end at 4 and 8; the second is hidden behind the first layer.
    let step = try simulate(Self.step(microbatches: 3, gather: 4, zero: .optimizer))
    #expect(step.timeline.duration == microseconds(4 + 3 * 60))
    #expect(step.stages[0].time.data == microseconds(4))
  }

  @Test("parameters gathered ahead of the next forward pass do not hold its activations yet")
  func gatherAheadHoldsNothing() throws {
    let step = try simulate(Self.step(microbatches: 3, gather: 4, zero: .parameters))
    #expect(step.stages[0].peakActivationsInFlight == 1)
  }

  @Test("without overlap a sharded optimizer's parameters are gathered after the update")
  func gatherAfterUpdate() throws {
    let step = try simulate(
      Self.step(
        gather: 4, optimizer: 5, zero: .optimizer, overlap: Overlap(parameterGather: false)))
    #expect(step.timeline.duration == microseconds(60 + 5 + 8))
  }

  @Test("sharded parameters are gathered one layer ahead and no further")
  func fullySharded() throws {
    // Gathers of 15 µs over forward layers of 10 and backward layers of 20:
    // g 0–15, f 15–25 | g 15–30, f 30–40 | g 30–45 (after layer 1 ended at 25), b 45–65 |
    // g 45–60 (after the second layer ended at 40), b 65–85; its gradients are reduced until 88.
    let step = try simulate(Self.step(gather: 15, reduction: 3, zero: .parameters))
    #expect(step.timeline.duration == microseconds(88))
    #expect(step.stages[0].time.data == microseconds(15 + 5 + 5 + 3))
  }

  @Test("sharded gradients are reduced in every microbatch")
  func shardedGradients() throws {
    let step = try simulate(Self.step(microbatches: 2, reduction: 5, zero: .gradients))
    let reductions = step.program.labels.count { $0.work == .gradientReduction }
    #expect(reductions == 4)
  }

  @Test("stages that share weights sum their gradients together, after both are ready")
  func sharedWeights() throws {
    var costs = uniformStep(stages: 3, microbatches: 4)
    costs.stages[0].sharedWeightReduction = .microseconds(50)
    costs.stages[2].sharedWeightReduction = .microseconds(50)
    let step = try simulate(costs)
    let tasks = step.program.labels.indices.filter {
      step.program.labels[$0].work == .sharedWeightReduction
    }
    #expect(tasks.map { step.timeline.starts[$0] } == [microseconds(18_000), microseconds(18_000)])
    #expect(step.timeline.duration == microseconds(18_050))
    // The middle stage takes no part: it ends early and waits.
    #expect(step.stages[1].time.data == 0)
  }

  @Test(
    "without overlap a stage waits for what it sends", arguments: [(true, 9200.0), (false, 9400)])
  func blockingTransfers(overlaps: Bool, expected: Double) throws {
    var costs = uniformStep(stages: 2, microbatches: 2, transfer: 100, schedule: .gpipe)
    costs.strategy.overlap.pipelineTransfers = overlaps
    let step = try simulate(costs)
    #expect(step.timeline.duration == microseconds(expected))
    #expect(step.stages.allSatisfy { $0.time.total == step.timeline.duration })
  }

  @Test("memory is what stays, and the activations that the order really holds")
  func memory() throws {
    var costs = uniformStep(stages: 4, microbatches: 8)
    for stage in costs.stages.indices {
      costs.stages[stage].residentMemory = MemoryBreakdown(weights: Bytes(100), working: Bytes(9))
      costs.stages[stage].chunks[0].activationMemory = Bytes(10)
    }
    let step = try simulate(costs)
    #expect(step.stages.map(\.peakMemory.total) == [149, 139, 129, 119].map { Bytes($0) })
  }

  @Test("costs that do not fit are refused with the stage and the numbers")
  func refusals() {
    var uneven = uniformStep(stages: 2, microbatches: 2)
    uneven.stages[1].chunks = []
    #expect(throws: SimulationError.chunkCount(stage: 1, costs: 0, schedule: 1)) {
      try simulate(uneven)
    }
    var negative = uniformStep(stages: 2, microbatches: 2)
    negative.stages[1].optimizer = Seconds(-1)
    #expect(throws: SimulationError.invalidDuration(stage: 1)) { try simulate(negative) }
    #expect(throws: SimulationError.noMicrobatches(0)) {
      try simulate(uniformStep(stages: 2, microbatches: 0))
    }
    var endless = uniformStep(stages: 2, microbatches: 2)
    endless.stages[0].chunks[0].runs[0].forward.compute = Seconds(Double.nan)
    #expect(throws: SimulationError.invalidDuration(stage: 0)) { try simulate(endless) }
    var slow = uniformStep(stages: 2, microbatches: 2)
    slow.stages[0].optimizer = Seconds(1e300)
    #expect(throws: SimulationError.self) { try simulate(slow) }
    #expect(throws: SimulationError.self) {
      try simulate(uniformStep(stages: 2, microbatches: .max))
    }
    var layers = uniformStep(stages: 2, microbatches: 2)
    layers.stages[0].chunks[0].runs[0].count = .max
    #expect(throws: SimulationError.self) { try simulate(layers) }
  }

  @Test("two passes that overlap hide each other's communication, but for the last")
  func overlappedPasses() throws {
    // Two layers each; a layer computes 10 µs and then communicates 10 µs.
    let pass = PassCost(compute: .microseconds(10), expert: .microseconds(10))
    let chunk = ChunkCost(runs: [LayerRun(count: 2, forward: pass, backward: pass)])
    let step = StepCost(
      stages: [StageCost(chunks: [chunk])], microbatchCount: 2, strategy: Strategy())
    var schedule = try Schedule(csv: "0F0,0F1,0B0,0B1")
    #expect(try simulate(step, schedule: schedule).timeline.duration == microseconds(160))
    // F1 and B0 take turns: 4 × 10 of compute, and only the last communication is seen.
    schedule.stages[0][1].overlapsNext = true
    let overlapped = try simulate(step, schedule: schedule)
    #expect(overlapped.timeline.duration == microseconds(130))
    #expect(overlapped.stages[0].time.expert == microseconds(20 + 10 + 20))
    #expect(overlapped.stages[0].time.total == microseconds(130))
  }
}
