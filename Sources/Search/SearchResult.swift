public import Quantities
public import StrategySpace

/// A plan that fits, with its estimated time.
public struct Candidate: Hashable, Sendable {
  public var plan: Plan
  public var estimatedTime: Seconds
  /// Of the rank that needs most.
  public var peakMemory: Bytes
}

extension Candidate: Rankable {
  var rankedTime: Seconds { estimatedTime }
  var rankedMemory: Bytes { peakMemory }
}

/// What a search found and what it went through.
public struct SearchResult: Hashable, Sendable {
  /// The best candidates, fastest first, at most one per mesh and set of nodes. Of plans whose times
  /// differ by less than 0.1 % the one with less memory comes first, then the one that combines
  /// fewer kinds of parallelism.
  public var candidates: [Candidate]
  public var statistics: SearchStatistics
  /// When nothing fits: the strategy that came closest to fitting, and what it breaks.
  public var nearest: NearMiss?
  /// What each group of nodes is worth; empty where only uniform strategies were searched.
  public var contributions: [GroupContribution] = []
  /// What shows that the best plan is the simulator's best; `nil` where that was not looked at.
  public var proof: WinnerProof?
  /// How the agent learned, where one searched.
  public var learning: LearningRecord?
}

/// What a plan gains by some groups of the cluster: how long a step would take without them.
public struct GroupContribution: Hashable, Sendable {
  /// Indices into `Cluster.groups`: one group, or several that are alike and were planned as one.
  public var groups: [Int]
  /// Of the best plan that leaves them out; `nil` when none fits without them.
  public var timeWithout: Seconds?
  /// Whether the best plan uses any of them.
  public var isUsed: Bool
}

extension SearchResult {
  /// Counts a candidate that simulation showed not to fit.
  public mutating func refuse(_ plan: RankedPlan, _ violation: Violation) {
    statistics.evaluated -= 1
    statistics.reject(violation, count: 1)
    nearest = nearest ?? NearMiss(strategy: plan.plan.strategy, violation: violation)
  }
}

/// A strategy that breaks one rule, by less than any other that was tried.
public struct NearMiss: Hashable, Sendable {
  public var strategy: Strategy
  public var violation: Violation

  public init(strategy: Strategy, violation: Violation) {
    self.strategy = strategy
    self.violation = violation
  }
}

/// Every strategy that was visited counts once, whatever it may recompute.
public struct SearchStatistics: Hashable, Sendable {
  /// Strategies whose time was computed.
  public var evaluated = 0
  /// Strategies skipped because a bound showed them slower than the ones already found.
  public var pruned = 0
  /// Strategies that cannot run, by the rule that they break.
  public var rejected: [String: Int] = [:]
  /// Whether the whole space was covered.
  public var isComplete = true

  mutating func reject(_ violation: Violation, count: Int) {
    rejected[violation.rule, default: 0] += count
  }

  mutating func add(_ other: SearchStatistics) {
    evaluated += other.evaluated
    pruned += other.pruned
    rejected.merge(other.rejected, uniquingKeysWith: +)
    isComplete = isComplete && other.isComplete
  }
}
