public import CostModel
import PlanExploration
public import Quantities
import ReinforcementLearning
public import StrategySpace

/// A search that knows no structure of costs: an agent tries strategies and learns which choices pay.
///
/// What it finds is compared with the exhaustive search over the same strategies, which is cheap
/// here, so that the regret is known; the plans are the agent's own.
public struct LearnedSearch {
  /// How long to learn.
  public struct Budget: Hashable, Sendable {
    public var episodes: Int
    public var seed: UInt64

    public init(episodes: Int = 1000, seed: UInt64 = 1) {
      self.episodes = episodes
      self.seed = seed
    }
  }

  private let model: CostModel
  private let limits: StrategyLimits
  private let count: Int
  private let budget: Budget
  private let monitor: SearchMonitor?

  public init(
    _ model: CostModel, within limits: StrategyLimits, keeping count: Int, for budget: Budget,
    monitor: SearchMonitor? = nil
  ) {
    self.model = model
    self.limits = limits
    self.count = count
    self.budget = budget
    self.monitor = monitor
  }

  public func run() -> SearchResult {
    guard let task = StrategyDecisions(model, within: limits, keeping: count) else {
      // Only to say why nothing is left.
      return UniformSearch(model, within: limits, keeping: count).run()
    }
    let exploration = Exploration(of: task, episodes: budget.episodes, settings) { episode in
      guard let monitor, episode % 16 == 1 else { return true }
      return monitor(
        SearchProgress(
          evaluated: 0, pruned: 0, coveredFraction: Double(episode) / Double(budget.episodes),
          best: nil))
    }
    let found = exploration.task
    var statistics = found.statistics
    statistics.isComplete = false
    let exact = UniformSearch(model, within: limits, keeping: 1).run()
    return SearchResult(
      candidates: found.best.ranked, statistics: statistics,
      nearest: found.best.ranked.isEmpty ? found.nearestMiss : nil,
      learning: LearningRecord(
        seed: budget.seed, leastCosts: exploration.leastCosts,
        returns: exploration.curve.returns, spaceSize: task.spaceSize,
        exact: exact.candidates.map(\.estimatedTime).min()))
  }

  private var settings: LearningSettings {
    var settings = LearningSettings()
    settings.hiddenSizes = [64, 64]
    settings.learningRate = 1e-3
    settings.discount = 1
    settings.horizon = 4
    settings.exploration = .init(last: 0.05, actions: 6 * budget.episodes)
    settings.replayCapacity = 5000
    settings.learningInterval = 2
    settings.seed = budget.seed
    return settings
  }
}

/// How an agent's search went.
public struct LearningRecord: Hashable, Sendable {
  public var seed: UInt64
  /// After each episode the least time so far, in seconds; infinite before the first plan that fits.
  public var leastCosts: [Double]
  /// By episode the sum of rewards.
  public var returns: [Double]
  /// Strategies to choose from.
  public var spaceSize: Int
  /// The least time of all of them, by exhaustive search; `nil` when none fits.
  public var exact: Seconds?

  public init(
    seed: UInt64, leastCosts: [Double], returns: [Double], spaceSize: Int, exact: Seconds?
  ) {
    self.seed = seed
    self.leastCosts = leastCosts
    self.returns = returns
    self.spaceSize = spaceSize
    self.exact = exact
  }

  public var episodes: Int { returns.count }

  /// What the best plan found takes longer than the best of all, as a fraction of it.
  public var regret: Double? {
    guard let exact, let found = leastCosts.last, found.isFinite else { return nil }
    return found / exact.value - 1
  }
}
