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
}
