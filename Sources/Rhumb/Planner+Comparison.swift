import CostModel
public import Reports
public import Search
import Simulation
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
  ///
  /// - Parameters:
  ///   - method: how to search; `nil` leaves it to the cluster.
  ///   - monitor: hears how far the search is, and may stop it.
  public func comparisonEntry(
    _ name: String, bestOf problem: PlanningProblem, by method: SearchMethod? = nil,
    monitor: SearchMonitor? = nil
  ) throws -> ComparisonDocument.Entry {
    let outcome = try outcome(of: problem, by: method, simulating: 10, monitor: monitor)
    return .init(
      name, outcome.best.map { document($0, of: problem) }, outcome.result.nearest?.violation,
      of: problem)
  }

  /// What a framework would do by itself, as one side of a comparison.
  public func comparisonEntry(
    _ name: String, _ framework: FrameworkDefault, of problem: PlanningProblem,
    monitor: SearchMonitor? = nil
  ) throws -> ComparisonDocument.Entry {
    let result = framework.search(
      problem.costs, headroom: problem.limits.memoryHeadroom, keeping: 10, monitor: monitor)
    let plans = try simulating(problem) { () throws(SimulationError) in
      try result.simulated(problem.costs)
    }
    let violations = plans.map {
      $0.memoryViolation(problem.costs, headroom: problem.limits.memoryHeadroom)
    }
    let best = zip(plans, violations).first { $0.1 == nil }?.0
    return .init(
      name, best.map { document($0, of: problem) },
      violations.lazy.compactMap { $0 }.first ?? result.nearest?.violation, of: problem)
  }

  /// What changes from one plan to another.
  ///
  /// - Throws: `InfeasiblePlan` when a rule refuses one of them.
  public func difference(
    from first: (name: String, problem: PlanningProblem, plan: Plan),
    to second: (name: String, problem: PlanningProblem, plan: Plan)
  ) throws -> PlanDifferenceDocument {
    let documents = try [first, second].map { side in
      document(try evaluate(side.plan, of: side.problem), of: side.problem)
    }
    return PlanDifferenceDocument(
      from: (first.name, documents[0]), to: (second.name, documents[1]))
  }
}
