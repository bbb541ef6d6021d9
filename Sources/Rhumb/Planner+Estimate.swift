import ClusterTopology
import CostModel
import ModelDescription
public import Reports
public import Search
public import StrategySpace

extension Planner {
  /// Prices and simulates the one strategy that a problem's limits fix.
  ///
  /// Degrees that are not fixed are 1, the data-parallel size fills the cluster; nothing is
  /// recomputed or sharded unless fixed; sequence parallelism is on where it is valid.
  ///
  /// - Throws: `InfeasiblePlan` when a rule refuses the strategy. A lack of memory alone is
  ///   reported in the document.
  public func estimate(_ problem: PlanningProblem) throws -> PlanDocument {
    let (strategy, placement) = fixedChoice(of: problem)
    try refuse(strategy, placement, problem)
    guard let split = problem.costs.balancedSplit(of: strategy, on: placement) else {
      let layers = problem.costs.graph.layers.count
      throw InfeasiblePlan(violation: .stages(strategy.chunkCount, layers: layers))
    }
    let plan = Plan(strategy: strategy, placement: placement, split: split)
    return document(try evaluate(plan, of: problem), of: problem)
  }

  /// Prices and simulates one plan.
  public func estimate(_ plan: Plan, of problem: PlanningProblem) throws -> PlanDocument {
    document(try evaluate(plan, of: problem), of: problem)
  }

  /// The strategy that a problem's limits fix, and why it cannot run; `nil` when it can.
  func fixedMiss(of problem: PlanningProblem) -> NearMiss? {
    let (strategy, placement) = fixedChoice(of: problem)
    do {
      try refuse(strategy, placement, problem)
      return nil
    } catch {
      return NearMiss(strategy: strategy, violation: error.violation)
    }
  }

  /// What a problem's limits fix, with defaults for what they leave open, on the whole cluster.
  private func fixedChoice(of problem: PlanningProblem) -> (Strategy, Placement) {
    let cluster = problem.costs.cluster
    let strategy = Strategy(
      fixedBy: problem.limits, ModelTraits(problem.costs.graph, problem.costs.job),
      devices: cluster.deviceCount)
    let order = problem.limits.rankOrders.first ?? .pipelineOutermost
    return (strategy, Placement(rankOrder: order, segments: cluster.allNodes))
  }

  func refuse(
    _ strategy: Strategy, _ placement: Placement, _ problem: PlanningProblem
  ) throws(InfeasiblePlan) {
    let violation =
      strategy.violation(for: ModelTraits(problem.costs.graph, problem.costs.job))
      ?? strategy.violation(on: placement, of: problem.costs.cluster)
      ?? problem.costs.precisionViolation(on: placement)
    if let violation { throw InfeasiblePlan(violation: violation) }
  }
}
