import CostModel
import Quantities
import Simulation
import StrategySpace
import Testing

@testable import Validation

@Suite("Scores")
struct ScoreTests {
  /// A run with given times; `ideal` is the step time at an MFU of 1.
  private func run(
    _ row: [String: String] = [:], measured: Double, predicted: Double, ideal: Double = 1,
    memory: (measured: Double, predicted: Double)? = nil, usable: Double = 100,
    ranOutOfMemory: Bool = false
  ) throws -> ValidatedRun {
    let prediction = Prediction(
      strategy: Strategy(), stepTime: Seconds(predicted), time: TimeBreakdown(),
      memory: MemoryBreakdown(weights: Bytes(memory?.predicted ?? 0)),
      usableMemory: Bytes(usable), occupiedMemory: .zero, idealStepTime: Seconds(ideal),
      device: row["gpu"] ?? "a100",
      tokensPerStep: 1000)
    let score = Score(
      measuredStepTime: Seconds(measured), metric: "step_time",
      measuredMemory: memory.map { Bytes($0.measured) },
      predictedMemory: prediction.memory.total, ranOutOfMemory: ranOutOfMemory,
      prediction: prediction, assumptions: [])
    return ValidatedRun(run: try RunText.run(row), outcome: .scored(score))
  }

  @Test(
    "a quantile lies between two values in proportion",
    arguments: [
      ([], 0.5, nil), ([3], 0.9, 3), ([1, 2], 0.5, 1.5), ([5, 1, 3], 0.5, 3),
      ([0, 10, 20, 30, 40], 0.9, 36), ([1, 2, 3, 4], 0, 1), ([1, 2, 3, 4], 1, 4),
    ] as [([Double], Double, Double?)])
  func quantiles(values: [Double], fraction: Double, expected: Double?) {
    #expect(quantile(values, fraction) == expected)
  }

  @Test("errors are relative to what was measured, and bias keeps the sign")
  func errors() throws {
    let runs = [
      try run(measured: 10, predicted: 9), try run(measured: 10, predicted: 8),
      try run(measured: 10, predicted: 13),
    ]
    let summary = ErrorSummary(runs)
    #expect(summary.runs == 3)
    #expect(abs((summary.medianAbsoluteError ?? 0) - 0.2) < 1e-12)
    #expect(abs((summary.p90AbsoluteError ?? 0) - 0.28) < 1e-12)
    #expect(abs((summary.bias ?? 0) + 0.1) < 1e-12)
  }

  @Test("runs that ran out of memory are no completed ones, and must not be predicted to fit")
  func outOfMemory() throws {
    let runs = try [94, 96, 120].map { predicted in
      try run(
        measured: 1, predicted: 1, memory: (100, predicted), ranOutOfMemory: true)
    }
    let summary = ErrorSummary(runs)
    #expect(summary.completedRuns == 0 && summary.completedButPredictedNotToFit == 0)
    #expect(summary.outOfMemoryRuns == 3)
    #expect(summary.outOfMemoryButPredictedToFit == 1)
  }

  @Test("memory errors, and completed runs that are predicted not to fit")
  func memory() throws {
    let runs = [
      try run(measured: 1, predicted: 1, memory: (80, 88)),
      try run(measured: 1, predicted: 1, memory: (100, 120)),
    ]
    let summary = ErrorSummary(runs)
    #expect(summary.memoryRuns == 2)
    #expect(abs((summary.memoryMedianAbsoluteError ?? 0) - 0.15) < 1e-12)
    #expect(summary.completedRuns == 2)
    #expect(summary.completedButPredictedNotToFit == 1)
  }

  @Test("skipped runs are counted by reason, the most frequent first")
  func skipped() throws {
    let reasons = ["b", "a", "b"]
    let runs = try reasons.map {
      ValidatedRun(run: try RunText.run(), outcome: .skipped(SkippedRun($0)))
    }
    let summary = ErrorSummary(runs)
    #expect(summary.runs == 0 && summary.medianAbsoluteError == nil)
    #expect(summary.skipped.map(\.reason) == ["b", "a"])
    #expect(summary.skipped.map(\.runs) == [2, 1])
  }

  @Test("pairs of one job are ordered as measured or not; regret is what the pick costs")
  func ranking() {
    var ranking = PlanRanking()
    // Predicted order 2, 1, 3: one of three pairs wrong; picked is 1.1 instead of 1.0.
    ranking.add([(1.0, 5), (1.1, 4), (2.0, 6)])
    ranking.add([(3.0, 1)])
    #expect(ranking.jobs == 1)
    #expect(ranking.pairs == 3 && ranking.pairsOrderedCorrectly == 2)
    #expect(abs((ranking.rankCorrelation ?? 0) - 1.0 / 3) < 1e-12)
    #expect(ranking.regrets.count == 1 && abs(ranking.regrets[0] - 0.1) < 1e-12)
  }

  @Test("pairs within the noise are not clear, equal measurements no pair, equal predictions wrong")
  func closePairs() {
    var ranking = PlanRanking()
    ranking.add([(1.2, 3), (1.0, 1), (1.01, 2), (1.01, 3)])
    #expect(ranking.pairs == 5 && ranking.pairsOrderedCorrectly == 4)
    #expect(ranking.clearPairs == 3 && ranking.clearPairsOrderedCorrectly == 2)
  }

  @Test("a job is one model, length, machine, batch and precision; a sweep frees length and batch")
  func scopes() throws {
    let runs = [
      try run(["tp": "1"], measured: 1, predicted: 1),
      try run(["tp": "2"], measured: 2, predicted: 2),
      // Another software date of the first: no plan of its own.
      try run(["tp": "1", "id": "later.step_time"], measured: 1.2, predicted: 1),
      try run(["global_batch": "128"], measured: 3, predicted: 0.5),
      try run(["precision": "fp8"], measured: 4, predicted: 4),
    ]
    let jobs = PlanRanking(runs, within: .job)
    #expect(jobs.jobs == 1 && jobs.pairs == 1 && jobs.pairsOrderedCorrectly == 1)
    let sweeps = PlanRanking(runs, within: .sweep)
    #expect(sweeps.jobs == 1 && sweeps.pairs == 3 && sweeps.pairsOrderedCorrectly == 1)
    #expect(abs(sweeps.regrets[0] - (3 / 1.1 - 1)) < 1e-12)
  }

  @Test("one MFU per device is fitted on the other side, dates of one configuration on one side")
  func baseline() throws {
    var runs = [
      // Utilisations 0.5 and 0.25 (one configuration), then 0.4: each side predicts the other.
      try run(["tp": "1"], measured: 2, predicted: 1),
      try run(["tp": "1", "id": "later.step_time"], measured: 4, predicted: 1),
      try run(["tp": "2"], measured: 2.5, predicted: 1),
      // Alone on its device: nothing to fit on.
      try run(["gpu": "H100-80GB-SXM"], measured: 1, predicted: 1),
    ]
    UtilizationBaseline.predict(&runs)
    let times = runs.map { $0.score?.baselineStepTime?.value }
    #expect(times == [2.5, 2.5, 1 / 0.375, nil])
    #expect(abs((runs[0].score?.baselineError ?? 0) - 0.25) < 1e-12)
  }
}
