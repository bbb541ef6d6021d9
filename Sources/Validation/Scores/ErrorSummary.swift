/// How far predictions of a set of runs are from what was measured. Errors are relative: predicted
/// over measured, less one.
public struct ErrorSummary: Sendable {
  /// Runs whose step time was scored.
  public var runs: Int
  /// Reasons for which runs were skipped, with their number, the most frequent first.
  public var skipped: [(reason: String, runs: Int)]
  public var medianAbsoluteError: Double?
  public var p90AbsoluteError: Double?
  /// The median error with its sign: negative where predictions are too fast.
  public var bias: Double?
  /// Runs that the one-constant model predicts, its error, and ours on the same runs.
  public var baselineRuns: Int
  public var baselineMedianAbsoluteError: Double?
  public var baselineP90AbsoluteError: Double?
  /// Of strategies of one job.
  public var ranking: PlanRanking
  /// Of all runs of one model on one machine, by time per token.
  public var sweepRanking: PlanRanking
  /// Runs whose memory was scored.
  public var memoryRuns: Int
  public var memoryMedianAbsoluteError: Double?
  public var memoryBias: Double?
  /// Runs that were published as done, and those of them that are predicted not to fit.
  public var completedRuns: Int
  public var completedButPredictedNotToFit: Int
  /// Runs that were published as out of memory, and those of them that are predicted to leave more
  /// than `spareMemory` of it free.
  public var outOfMemoryRuns: Int
  public var outOfMemoryButPredictedToFit: Int

  /// The part of the usable memory that a run which ran out of it may be predicted to leave free.
  public static let spareMemory = 0.05

  public init(_ runs: [ValidatedRun]) {
    let scores = runs.compactMap(\.score)
    let errors = scores.compactMap(\.timeError)
    let baseline = scores.compactMap(\.baselineError)
    let memory = scores.compactMap(\.memoryError)
    self.runs = errors.count
    skipped = Self.reasons(runs)
    medianAbsoluteError = median(errors.map(abs))
    p90AbsoluteError = quantile(errors.map(abs), 0.9)
    bias = median(errors)
    baselineRuns = baseline.count
    baselineMedianAbsoluteError = median(baseline.map(abs))
    baselineP90AbsoluteError = quantile(baseline.map(abs), 0.9)
    ranking = PlanRanking(runs, within: .job)
    sweepRanking = PlanRanking(runs, within: .sweep)
    memoryRuns = memory.count
    memoryMedianAbsoluteError = median(memory.map(abs))
    memoryBias = median(memory)
    let completed = scores.filter { !$0.ranOutOfMemory }
    completedRuns = completed.count
    completedButPredictedNotToFit = completed.count { !$0.prediction.fits }
    let outOfMemory = scores.filter(\.ranOutOfMemory)
    outOfMemoryRuns = outOfMemory.count
    outOfMemoryButPredictedToFit = outOfMemory.count {
      $0.prediction.spareMemory > Self.spareMemory
    }
  }

  private static func reasons(_ runs: [ValidatedRun]) -> [(reason: String, runs: Int)] {
    var counts: [String: Int] = [:]
    for run in runs {
      if case .skipped(let skipped) = run.outcome { counts[skipped.reason, default: 0] += 1 }
    }
    return counts.map { (reason: $0.key, runs: $0.value) }
      .sorted { ($1.runs, $0.reason) < ($0.runs, $1.reason) }
  }
}
