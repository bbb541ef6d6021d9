public import Reports
public import Search
public import StrategySpace

extension Planner {
  /// A plan as one side of a comparison.
  ///
  /// - Throws: `InfeasiblePlan` when a rule refuses it.
  public func comparisonEntry(
    _ name: String, _ plan: Plan, of problem: PlanningProblem
  ) throws -> ComparisonDocument.Entry {
    let ranked = try evaluate(plan, of: problem)
    return .init(name, document(ranked, of: problem), nil, of: problem)
  }

  /// The best plan of a job as one side of a comparison, or why there is none.
  public func comparisonEntry(
    _ name: String, bestOf problem: PlanningProblem
  ) throws -> ComparisonDocument.Entry {
    let outcome = try outcome(of: problem, simulating: 10)
    return .init(
      name, outcome.best.map { document($0, of: problem) }, outcome.result.nearest?.violation,
      of: problem)
  }
}
