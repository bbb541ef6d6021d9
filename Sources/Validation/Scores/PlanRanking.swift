import Quantities

/// How well predictions order different strategies of one job.
public struct PlanRanking: Hashable, Sendable {
  /// Jobs, or sweeps, of at least two runs.
  public var jobs = 0
  /// Pairs of runs of one job with different measured times.
  public var pairs = 0
  public var pairsOrderedCorrectly = 0
  /// The pairs whose measured times differ by more than `noiseFloor`, and those ordered correctly.
  public var clearPairs = 0
  public var clearPairsOrderedCorrectly = 0
  /// By job: how much slower the strategy predicted fastest was than the one measured fastest.
  public var regrets: [Double] = []

  /// What two measurements of one run typically differ by.
  public static let noiseFloor = 0.02

  public init() {}

  /// Kendall's τ-a: pairs ordered correctly less those ordered wrongly, over all; `nil` without
  /// pairs.
  public var rankCorrelation: Double? {
    pairs > 0 ? Double(2 * pairsOrderedCorrectly - pairs) / Double(pairs) : nil
  }

  public var meanRegret: Double? {
    regrets.isEmpty ? nil : regrets.reduce(0, +) / Double(regrets.count)
  }

  /// Adds the runs of one job.
  ///
  /// - Parameter times: measured and predicted step time of each strategy.
  mutating func add(_ times: [(measured: Double, predicted: Double)]) {
    guard times.count > 1, let fastest = times.map(\.measured).min(),
      let picked = times.min(by: { $0.predicted < $1.predicted })
    else { return }
    jobs += 1
    regrets.append(picked.measured / fastest - 1)
    for (index, a) in times.enumerated() {
      for b in times[(index + 1)...] where a.measured != b.measured {
        let isClear =
          max(a.measured, b.measured) / min(a.measured, b.measured) > 1 + Self.noiseFloor
        let isCorrect =
          a.predicted != b.predicted && (a.measured < b.measured) == (a.predicted < b.predicted)
        pairs += 1
        pairsOrderedCorrectly += isCorrect ? 1 : 0
        clearPairs += isClear ? 1 : 0
        clearPairsOrderedCorrectly += isClear && isCorrect ? 1 : 0
      }
    }
  }
}

extension PlanRanking {
  /// What is ordered.
  enum Scope {
    /// Strategies of one job, by step time.
    case job
    /// Runs of one model on one machine, whatever their length and batch, by time per token.
    case sweep
  }

  /// Ranks the scored runs of each job or sweep. Several measurements of one configuration count as
  /// one, their median.
  init(_ runs: [ValidatedRun], within scope: Scope) {
    self.init()
    var groups: [JobKey: [ConfigurationKey: [(measured: Double, predicted: Double)]]] = [:]
    for run in runs {
      guard let score = run.score, let measured = score.measuredStepTime else { continue }
      let key = scope == .job ? run.run.jobKey : run.run.sweepKey
      let size = scope == .job ? 1 : Double(score.prediction.tokensPerStep)
      groups[key, default: [:]][run.run.configurationKey, default: []].append(
        (measured.value / size, score.prediction.stepTime.value / size))
    }
    // Sums over groups do not depend on their order; within one, order is by value.
    for group in groups.values {
      let strategies = group.values.compactMap { times in
        median(times.map(\.measured)).map { (measured: $0, predicted: times[0].predicted) }
      }
      add(strategies.sorted { ($0.measured, $0.predicted) < ($1.measured, $1.predicted) })
    }
    regrets.sort()
  }
}
