import CostModel
import Quantities
import Simulation
import StrategySpace
import Testing

@Suite("Closed forms of pipeline schedules")
struct ClosedFormTests {
  static let shapes = [(1, 1), (1, 5), (2, 1), (2, 8), (4, 3), (4, 16), (7, 21), (16, 64)]

  @Test("GPipe takes (m + p − 1)(f + b) and holds every microbatch", arguments: shapes)
  func gpipe(stages: Int, microbatches: Int) throws {
    let step = try simulate(
      uniformStep(stages: stages, microbatches: microbatches, schedule: .gpipe))
    #expect(step.timeline.duration == microseconds(3000 * Double(microbatches + stages - 1)))
    #expect(step.stages.allSatisfy { $0.peakActivationsInFlight == microbatches })
  }

  @Test("1F1B takes (m + p − 1)(f + b) and holds min(p − s, m) microbatches", arguments: shapes)
  func oneForwardOneBackward(stages: Int, microbatches: Int) throws {
    let step = try simulate(uniformStep(stages: stages, microbatches: microbatches))
    #expect(step.timeline.duration == microseconds(3000 * Double(microbatches + stages - 1)))
    #expect(
      step.stages.map(\.peakActivationsInFlight)
        == (0..<stages).map { min(stages - $0, microbatches) })
  }

  @Test(
    "interleaving divides the bubble (p − 1)(f + b) by the chunks per stage",
    arguments: [(2, 2, 4), (4, 2, 8), (4, 3, 12), (8, 4, 16), (4, 2, 4), (1, 3, 5)])
  func interleaved(stages: Int, chunks: Int, microbatches: Int) throws {
    let step = try simulate(
      uniformStep(
        stages: stages, microbatches: microbatches, chunksPerStage: chunks, forward: 1200,
        inputGradient: 1200, weightGradient: 1200, schedule: .interleaved))
    let work = 3600 * Double(microbatches)
    let bubble = 3600 * Double(stages - 1) / Double(chunks)
    #expect(step.timeline.duration == microseconds(work + bubble))
    #expect(step.stages.allSatisfy { $0.time.bubble == microseconds(bubble) })
  }

  @Test(
    "1F1B pays the latency of a round trip in each group of p microbatches",
    arguments: [(2, 4), (4, 8), (4, 16), (8, 16)])
  func oneForwardOneBackwardWithTransfers(stages: Int, microbatches: Int) throws {
    let step = try simulate(
      uniformStep(
        stages: stages, microbatches: microbatches, inputGradient: 1000, weightGradient: 700,
        transfer: 20))
    let (p, m) = (Double(stages), Double(microbatches))
    let expected = (m + p - 1) * 2700 + 20 * (2 * m * (p - 1) / p + 2 * p - 4)
    #expect(step.timeline.duration == microseconds(expected))
  }

  @Test("every shape of an interleaved step runs", arguments: 1...6, 1...4)
  func interleavedRuns(stages: Int, chunks: Int) throws {
    for microbatches in 1...13 {
      let step = uniformStep(
        stages: stages, microbatches: microbatches, chunksPerStage: chunks,
        schedule: .interleaved)
      #expect(throws: Never.self) { try simulate(step) }
    }
  }

  /// DAPPLE's latency for a pivot on the last stage: warm-up to the pivot, its steady state, and
  /// the way back with each stage's reduction of gradients behind its last backward pass.
  ///
  /// Source: Fan et al. 2021, arXiv:2007.01045, with transfers as stages of their own.
  @Test(
    "DAPPLE's pivot latency holds where the last stage is the slowest",
    arguments: 0..<30 as Range<UInt64>)
  func pivotLatency(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func time(_ range: ClosedRange<Int>) -> Double { Double(Int.random(in: range, using: &random)) }
    let stageCount = Int.random(in: 2...5, using: &random)
    let microbatches = Int.random(in: 2 * stageCount...20, using: &random)
    var costs = uniformStep(stages: stageCount, microbatches: microbatches)
    var forward: [Double] = []
    var backward: [Double] = []
    var reduction: [Double] = []
    let transfer = time(1...200)
    for stage in 0..<stageCount {
      forward.append(stage == stageCount - 1 ? 1000 : time(300...700))
      backward.append(stage == stageCount - 1 ? 2000 : time(600...1400))
      reduction.append(time(0...9000))
      costs.stages[stage].chunks[0] = ChunkCost(
        runs: [
          LayerRun(
            count: 1, forward: PassCost(compute: .microseconds(forward[stage])),
            backward: PassCost(compute: .microseconds(backward[stage])),
            gradientReduction: .microseconds(reduction[stage]))
        ], sendForward: .microseconds(transfer), sendBackward: .microseconds(transfer))
    }
    let pivot = stageCount - 1
    let warmUp = forward.reduce(0, +) + Double(pivot) * transfer
    let steady = Double(microbatches - 1) * (forward[pivot] + backward[pivot])
    let ending = (0...pivot).map { stage in
      reduction[stage] + backward[stage...].reduce(0, +) + Double(pivot - stage) * transfer
    }
    let step = try simulate(
      costs,
      schedule: .earlyBackward(stages: stageCount, microbatches: microbatches, policy: .b))
    #expect(step.timeline.duration == microseconds(warmUp + steady + (ending.max() ?? 0)))
  }

  @Test("early backward holds the same at any number of microbatches, GPipe more with each")
  func memoryInMicrobatches() throws {
    // In-flight activations of 2 GB beside 8 GB that stay: 16 GB are exceeded at 5 microbatches.
    func peak(_ schedule: PipelineSchedule, _ microbatches: Int) throws -> Bytes {
      var costs = uniformStep(stages: 2, microbatches: microbatches, schedule: schedule)
      for stage in 0..<2 {
        costs.stages[stage].residentMemory.weights = Bytes(8e9)
        costs.stages[stage].chunks[0].activationMemory = Bytes(2e9)
      }
      return try simulate(costs).stages[0].peakMemory.total
    }
    for microbatches in [2, 8, 16] {
      #expect(try peak(.oneForwardOneBackward, microbatches) == Bytes(12e9))
      #expect(try peak(.gpipe, microbatches) == Bytes(8e9 + 2e9 * Double(microbatches)))
    }
  }

  @Test("a step in which everything is free takes no time", arguments: PipelineSchedule.allCases)
  func freeStep(schedule: PipelineSchedule) throws {
    let costs = uniformStep(
      stages: 4, microbatches: 8, chunksPerStage: schedule.chunksPerStage ?? 2, forward: 0,
      inputGradient: 0, weightGradient: 0, schedule: schedule)
    #expect(try simulate(costs).timeline.duration == 0)
  }
}
