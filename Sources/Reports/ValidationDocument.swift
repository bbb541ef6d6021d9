import CostModel
import Quantities
import Simulation
import StrategySpace
public import Validation

/// Published runs beside their predictions (`rhumb.validation/1`).
///
/// Errors are relative: predicted over measured, less one.
public struct ValidationDocument: ReportDocument {
  public let schema = "rhumb.validation/1"
  public var runs: [Run]
  public var families: [Family]
  public var overall: Summary
  /// Whether text and Markdown list every run.
  private var isVerbose: Bool

  private enum CodingKeys: String, CodingKey {
    case schema, runs, families, overall
  }

  public struct Run: Encodable, Sendable {
    public var id: String
    public var family: String
    public var tier: String?
    /// The metric that the measured step time comes from.
    public var metric: String?
    public var device: String
    public var devices: Int?
    public var strategy: String?
    public var measuredSeconds: Double?
    public var predictedSeconds: Double?
    public var relativeError: Double?
    public var baselineSeconds: Double?
    public var breakdownSeconds: BreakdownSummary?
    public var measuredMemoryBytes: Double?
    public var predictedMemoryBytes: Double?
    public var memoryRelativeError: Double?
    public var memoryBytes: MemorySummary?
    public var fits: Bool?
    public var ranOutOfMemory: Bool?
    /// Why there is no prediction.
    public var skipped: String?
    public var assumptions: [String]
  }

  public struct Summary: Encodable, Sendable {
    /// Runs whose step time was scored.
    public var runs: Int
    public var skipped: Int
    public var skippedReasons: [Reason]
    public var medianAbsoluteError: Double?
    public var p90AbsoluteError: Double?
    /// The median of the signed errors.
    public var bias: Double?
    public var baselineRuns: Int
    public var baselineMedianAbsoluteError: Double?
    public var baselineP90AbsoluteError: Double?
    public var jobs: Int
    public var pairs: Int
    public var pairsOrderedCorrectly: Int
    public var clearPairs: Int
    public var clearPairsOrderedCorrectly: Int
    public var rankCorrelation: Double?
    public var meanRegret: Double?
    public var largestRegret: Double?
    /// Of all runs of one model on one machine, by time per token.
    public var sweepPairs: Int
    public var sweepPairsOrderedCorrectly: Int
    public var memoryRuns: Int
    public var memoryMedianAbsoluteError: Double?
    public var memoryBias: Double?
    public var completedRuns: Int
    public var completedButPredictedNotToFit: Int
    public var outOfMemoryRuns: Int
    public var outOfMemoryButPredictedToFit: Int
  }

  public struct Reason: Encodable, Sendable {
    public var reason: String
    public var runs: Int
  }

  public struct Family: Encodable, Sendable {
    public var family: String
    public var summary: Summary

    /// The family's name among the figures of its summary.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(family, forKey: .family)
      try summary.encode(to: encoder)
    }

    private enum CodingKeys: String, CodingKey { case family }
  }

  /// - Parameter listsRuns: whether text and Markdown list every run; JSON always does.
  public init(_ result: ValidationResult, listsRuns: Bool = false) {
    runs = result.runs.map { Run($0) }
    families = result.families.map { Family(family: $0.name, summary: Summary($0.summary)) }
    overall = Summary(result.overall)
    isVerbose = listsRuns
  }

  /// Lists of runs are as wide as they need: nobody wants half a row of figures.
  public func text(width: Int) -> String {
    isVerbose ? page(listsRuns: true).text(width: 400) : page(listsRuns: false).text(width: width)
  }

  public var markdown: String { page(listsRuns: isVerbose).markdown }

  public var html: String { page(listsRuns: isVerbose).html }
}

extension ValidationDocument.Run {
  init(_ run: ValidatedRun) {
    let score = run.score
    let prediction = score?.prediction
    id = run.run.id
    family = run.run.family
    tier = run.run.tier?.rawValue
    metric = score?.metric
    device = run.run.machine.device
    devices = run.run.machine.devices
    strategy = prediction?.strategy.description
    measuredSeconds = score?.measuredStepTime?.value
    predictedSeconds = prediction?.stepTime.value
    relativeError = score?.timeError
    baselineSeconds = score?.baselineStepTime?.value
    breakdownSeconds = prediction.map { BreakdownSummary($0.time) }
    measuredMemoryBytes = score?.measuredMemory?.value
    predictedMemoryBytes = score?.predictedMemory.value
    memoryRelativeError = score?.memoryError
    memoryBytes = prediction.map { MemorySummary($0.memory) }
    fits = prediction?.fits
    ranOutOfMemory = score.map(\.ranOutOfMemory)
    assumptions = score?.assumptions ?? []
    if case .skipped(let reason) = run.outcome { skipped = reason.reason }
  }
}

extension ValidationDocument.Summary {
  init(_ summary: ErrorSummary) {
    runs = summary.runs
    skipped = summary.skipped.map(\.runs).reduce(0, +)
    skippedReasons = summary.skipped.map { .init(reason: $0.reason, runs: $0.runs) }
    medianAbsoluteError = summary.medianAbsoluteError
    p90AbsoluteError = summary.p90AbsoluteError
    bias = summary.bias
    baselineRuns = summary.baselineRuns
    baselineMedianAbsoluteError = summary.baselineMedianAbsoluteError
    baselineP90AbsoluteError = summary.baselineP90AbsoluteError
    jobs = summary.ranking.jobs
    pairs = summary.ranking.pairs
    pairsOrderedCorrectly = summary.ranking.pairsOrderedCorrectly
    clearPairs = summary.ranking.clearPairs
    clearPairsOrderedCorrectly = summary.ranking.clearPairsOrderedCorrectly
    rankCorrelation = summary.ranking.rankCorrelation
    meanRegret = summary.ranking.meanRegret
    largestRegret = summary.ranking.regrets.max()
    sweepPairs = summary.sweepRanking.pairs
    sweepPairsOrderedCorrectly = summary.sweepRanking.pairsOrderedCorrectly
    memoryRuns = summary.memoryRuns
    memoryMedianAbsoluteError = summary.memoryMedianAbsoluteError
    memoryBias = summary.memoryBias
    completedRuns = summary.completedRuns
    completedButPredictedNotToFit = summary.completedButPredictedNotToFit
    outOfMemoryRuns = summary.outOfMemoryRuns
    outOfMemoryButPredictedToFit = summary.outOfMemoryButPredictedToFit
  }
}
