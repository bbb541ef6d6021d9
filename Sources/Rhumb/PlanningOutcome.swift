public import Search

/// What a search found, simulated and ranked.
public struct PlanningOutcome: Sendable {
  public var problem: PlanningProblem
  /// All that fit, fastest first.
  public var plans: [RankedPlan]
  public var result: SearchResult
  /// What the search cost, if it was asked for.
  public var cpuSeconds: Double?

  public var best: RankedPlan? { plans.first }
}
