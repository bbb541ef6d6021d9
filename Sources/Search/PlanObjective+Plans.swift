import CostModel
import Quantities
public import StrategySpace

extension PlanObjective {
  /// Which limit a plan exceeds, by how much.
  public func violation(of plan: RankedPlan, _ problem: PlanningProblem) -> Violation? {
    if let stepTimeLimit, plan.stepTime > stepTimeLimit {
      return .limit(
        "a step takes \(plan.stepTime.value) s, the job allows \(stepTimeLimit.value) s")
    }
    if let priceLimit, let price = plan.price {
      let found = problem.pricePerMillion(price.total)
      if found > priceLimit {
        return .limit("a million tokens cost \(found.value), the job allows \(priceLimit.value)")
      }
    }
    return nil
  }
}
