import CostModel
import Quantities
import Simulation
import StrategySpace
import Testing

@Suite("The closed form against the simulator")
struct StepEstimateTests {
  /// Rounding of durations to whole nanoseconds, for every pass on the longest path.
  static func rounding(_ step: StepCost) -> Double {
    let passes = 4 * (step.microbatchCount + step.stages.count) * step.strategy.virtualPipelineSize
    return 1e-9 * Double(passes + 200)
  }

  /// The schedules whose backward pass is one, which the estimate runs as the simulator does.
  static let unsplit = PipelineSchedule.allCases.filter { !$0.splitsBackward }

  static let shapes = [(1, 1), (1, 7), (2, 2), (2, 64), (3, 9), (4, 4), (4, 60), (8, 8), (8, 96)]

  @Test(
    "equal stages without communication take (m + p − 1)(f + b), interleaved ones less",
    arguments: shapes, [PipelineSchedule.gpipe, .oneForwardOneBackward, .interleaved])
  func equalStages(shape: (Int, Int), schedule: PipelineSchedule) throws {
    let (stages, microbatches) = shape
    let chunks = schedule == .interleaved ? 3 : 1
    guard schedule != .interleaved || (stages > 1 && microbatches % stages == 0) else { return }
    var random = SeededGenerator(seed: 1)
    let step = randomStep(
      stages, chunks, microbatches, schedule, unevenness: 0, transfer: 0, using: &random)
    let pass = (step.stages[0].chunks[0].forward.total + step.stages[0].chunks[0].backward.total)
    let periods = Double(microbatches * chunks + stages - 1)
    #expect(abs((step.estimatedTime - pass * periods).value) < 1e-12)
    let simulated = try simulate(step)
    #expect(abs((step.estimatedTime - simulated.duration).value) < Self.rounding(step))
    #expect(step.peakMemory.map(\.total) == simulated.stages.map(\.peakMemory.total))
  }

  @Test("short steps of any stages take exactly as long as simulated", arguments: 0..<200)
  func shortSteps(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let stages = [1, 2, 3, 4, 6].randomElement(using: &random) ?? 1
    var step = try #require(randomStep(stages, longest: 3 * stages, using: &random))
    step.strategy.zeroStage = ZeROStage.allCases.randomElement(using: &random) ?? .none
    step.strategy.overlap.pipelineTransfers = Bool.random(using: &random)
    let simulated = try simulate(step)
    #expect(abs((step.estimatedTime - simulated.duration).value) < Self.rounding(step))
    for (estimated, stage) in zip(step.peakMemory, simulated.stages) {
      #expect(abs(estimated.total / stage.peakMemory.total - 1) < 1e-12)
    }
  }

  @Test("long steps of unequal stages with slow transfers come within 2 % of the simulated time")
  func longSteps() throws {
    var random = SeededGenerator(seed: 99)
    for _ in 0..<60 {
      let stages = [2, 3, 4, 8].randomElement(using: &random) ?? 2
      var step = try #require(
        randomStep(stages, longest: 24 * stages, using: &random))
      step.strategy.zeroStage = ZeROStage.allCases.randomElement(using: &random) ?? .none
      step.strategy.overlap.pipelineTransfers = Bool.random(using: &random)
      let simulated = try simulate(step).duration
      #expect(abs(step.estimatedTime / simulated - 1) < 0.02)
    }
  }

  private func randomStep(
    _ stages: Int, longest: Int, using random: inout SeededGenerator
  ) -> StepCost? {
    var schedule = Self.unsplit.randomElement(using: &random) ?? .gpipe
    if stages == 1 { schedule = .oneForwardOneBackward }
    var microbatches = Int.random(in: 1...longest, using: &random)
    if schedule == .interleaved { microbatches = max(1, microbatches / stages) * stages }
    let chunks = schedule.chunksPerStage ?? Int.random(in: 2...4, using: &random)
    return randomStep(
      stages, chunks, microbatches, schedule, unevenness: Double.random(in: 0...1, using: &random),
      transfer: [0, 0.02, 0.3].randomElement(using: &random) ?? 0, using: &random)
  }

  /// A step of random durations in whole microseconds.
  private func randomStep(
    _ stages: Int, _ chunks: Int, _ microbatches: Int, _ schedule: PipelineSchedule,
    unevenness: Double, transfer: Double, using random: inout SeededGenerator
  ) -> StepCost {
    func time(_ size: Double) -> Seconds {
      .microseconds((size * Double.random(in: 1...1 + unevenness, using: &random)).rounded())
    }
    let isEqual = unevenness == 0
    let costs = (0..<stages).map { stage in
      StageCost(
        chunks: (0..<chunks).map { chunk in
          let runs = (0..<2).map { _ in
            LayerRun(
              count: isEqual ? 2 : Int.random(in: 1...4, using: &random),
              forward: PassCost(compute: time(100), tensor: isEqual ? .zero : time(10)),
              backward: PassCost(compute: time(200)),
              parameterGather: isEqual ? .zero : time(30),
              gradientReduction: isEqual ? .zero : time(60))
          }
          let isFirst = stage == 0 && chunk == 0
          let isLast = stage == stages - 1 && chunk == chunks - 1
          return ChunkCost(
            runs: runs, sendForward: isLast || stages == 1 ? .zero : time(1000 * transfer),
            sendBackward: isFirst || stages == 1 ? .zero : time(1000 * transfer),
            activationMemory: Bytes(isEqual ? 8 : Int.random(in: 1...9, using: &random)))
        },
        optimizer: isEqual ? .zero : time(500),
        sharedWeightReduction: isEqual || 0 < stage && stage < stages - 1 ? .zero : time(40),
        residentMemory: MemoryBreakdown(weights: Bytes(100)))
    }
    return StepCost(
      stages: costs, microbatchCount: microbatches,
      strategy: Strategy(
        pipelineParallelSize: stages, virtualPipelineSize: chunks, schedule: schedule,
        overlap: Overlap(
          gradientReduction: Bool.random(using: &random),
          parameterGather: Bool.random(using: &random))))
  }
}
