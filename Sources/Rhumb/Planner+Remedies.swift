import ClusterTopology
import CostModel
import Quantities
import Reports
import Search
import StrategySpace

extension Planner {
  /// The nearest changes of a problem with which a plan fits, where none does for lack of memory: the
  /// job's limits lifted, and more nodes of the same kinds.
  func remedies(for problem: PlanningProblem) -> [RemedySummary] {
    var open = StrategyLimits()
    open.overlap = problem.limits.overlap
    let isLimited = problem.limits != open
    return [
      isLimited ? remedy("without the job's limits", problem.costs, within: open) : nil,
      moreNodes(for: problem),
    ].compactMap { $0 }
  }

  /// The fewest nodes, doubled again and again, on which something fits.
  private func moreNodes(for problem: PlanningProblem) -> RemedySummary? {
    let cluster = problem.costs.cluster
    for factor in [2, 4, 8, 16, 32, 64] where cluster.deviceCount * factor <= Self.deviceLimit {
      var larger = cluster
      for group in larger.groups.indices { larger.groups[group].count *= factor }
      // A single node states no network to others of its kind.
      guard larger.groups.indices.allSatisfy({ larger.network(joining: [$0]) != nil }) else {
        return nil
      }
      let costs = CostModel(
        problem.costs.graph, problem.costs.job, on: larger, timings: problem.costs.timings)
      let found = remedy(
        "on \(factor) times the nodes (\(larger.nodeCount))", costs, within: problem.limits)
      if let found { return found }
    }
    return nil
  }

  /// Clusters beyond this are no advice.
  private static let deviceLimit = 65_536

  private func remedy(
    _ change: String, _ costs: CostModel, within limits: StrategyLimits
  ) -> RemedySummary? {
    let found = UniformSearch(costs, within: limits, keeping: 1, usesAllNodes: true).run()
    return found.candidates.first.map {
      RemedySummary(
        change: change, strategy: $0.plan.strategy.description,
        estimatedStepTimeSeconds: $0.estimatedTime.value)
    }
  }
}
