import ClusterTopology
import CostModel
import Quantities
public import Reports
import Search
import Simulation
import StrategySpace

extension Planner {
  /// What the best plan would be if one figure of the cluster were a tenth lower or higher.
  ///
  /// Each change is planned anew, near the plans that were found: see `StrategyLimits.near`.
  ///
  /// - Parameter progress: hears how many changes of how many are planned; at `false`, these are all.
  public func sensitivity(
    of outcome: PlanningOutcome, progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> [SensitivitySummary] {
    guard let winner = outcome.best else { return [] }
    let problem = outcome.problem
    let changes = ClusterFigure.allCases.flatMap { figure in [0.9, 1.1].map { (figure, $0) } }
    var found: [SensitivitySummary] = []
    for (figure, factor) in changes where progress(found.count, changes.count) {
      var changed = problem
      changed.limits = problem.limits.near(outcome.plans.prefix(5).map(\.plan.strategy))
      changed.costs = CostModel(
        problem.costs.graph, problem.costs.job,
        on: problem.costs.cluster.scaling(figure, by: factor), timings: problem.costs.timings)
      // How much memory there is changes what fits, not how long a step takes.
      let same =
        figure == .memory
        ? winner
        : try simulating(changed) { () throws(SimulationError) in
          try RankedPlan(winner.plan, changed.costs)
        }
      found.append(try sensitivity(of: same, to: figure, factor, changed))
    }
    return found
  }

  /// - Parameter same: the plan of the report under the changed figure.
  private func sensitivity(
    of same: RankedPlan, to figure: ClusterFigure, _ factor: Double, _ changed: PlanningProblem
  ) throws -> SensitivitySummary {
    let plan = same.plan
    let headroom = changed.limits.memoryHeadroom
    let sameTime =
      same.memoryViolation(changed.costs, headroom: headroom) == nil
      ? same.stepTime : nil
    let found = UniformSearch(changed.costs, within: changed.limits, keeping: 1).run().candidates
    var summary = SensitivitySummary(
      figure: figure.rawValue, factor: factor,
      strategy: sameTime.map { _ in plan.strategy.description }, stepTimeSeconds: sameTime?.value,
      samePlanSeconds: sameTime?.value, changesWinner: sameTime == nil)
    // The plan itself stays a choice, and what is hardly better is no change.
    guard let candidate = found.first, candidate.plan != plan else { return summary }
    let best = try simulating(changed) { () throws(SimulationError) in
      try RankedPlan(candidate.plan, changed.costs)
    }
    guard best.memoryViolation(changed.costs, headroom: headroom) == nil,
      best.stepTime * 1.001 < sameTime ?? Seconds(.infinity)
    else { return summary }
    summary.strategy = candidate.plan.strategy.description
    summary.stepTimeSeconds = best.stepTime.value
    summary.changesWinner = true
    return summary
  }
}
