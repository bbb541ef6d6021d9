public import ClusterTopology
public import CostModel
public import StrategySpace

/// How plans are searched for.
public enum SearchMethod: String, Hashable, Sendable, CaseIterable {
  /// Every strategy with equal stages.
  case uniform
  /// These, and pipelines whose stages differ in devices, degrees and layers.
  case heterogeneous
  /// An agent learns which uniform strategies pay.
  case dqn

  /// Heterogeneous where groups of nodes differ or are joined by another network than their own.
  public init(for cluster: Cluster) {
    self = cluster.groups.count > 1 ? .heterogeneous : .uniform
  }

  /// Searches the strategies within limits.
  ///
  /// - Parameters:
  ///   - count: plans to keep.
  ///   - budget: how long `dqn` learns.
  ///   - monitor: hears now and then how far the search is, and may stop it.
  public func search(
    _ model: CostModel, within limits: StrategyLimits, keeping count: Int,
    for budget: LearnedSearch.Budget = .init(), monitor: SearchMonitor? = nil
  ) -> SearchResult {
    switch self {
    case .uniform:
      UniformSearch(model, within: limits, keeping: count, monitor: monitor).run()
    case .heterogeneous:
      HeterogeneousSearch(model, within: limits, keeping: count, monitor: monitor).run()
    case .dqn:
      LearnedSearch(model, within: limits, keeping: count, for: budget, monitor: monitor).run()
    }
  }
}
