import Quantities
public import Search
import StrategySpace

extension Planner {
  /// Plans of which no other is both faster and at least a tenth smaller in memory: the fastest
  /// first, then the fastest that fills its devices a tenth less than the one before, until none
  /// fits.
  ///
  /// Each is found by a search of its own under a tighter limit of memory (the ε-constraint method,
  /// Haimes et al. 1971), so that it is as complete as that search.
  ///
  /// - Parameters:
  ///   - outcome: what a search found; its fastest plan is the first point.
  ///   - monitor: may stop the search; points found until then are returned.
  /// - Returns: by falling memory and rising step time; empty where nothing fits.
  public func front(
    of outcome: PlanningOutcome, by method: SearchMethod? = nil,
    for budget: LearnedSearch.Budget = .init(),
    monitor: SearchMonitor? = nil
  ) throws -> [RankedPlan] {
    var problem = outcome.problem
    var front: [RankedPlan] = []
    var next = outcome.plans.min { $0.stepTime < $1.stepTime }
    var isStopped = false
    while let found = next, !isStopped {
      // What is both smaller and faster than a plan shows that the search had missed it.
      front.removeAll { $0.stepTime >= found.stepTime }
      front.append(found)
      problem.limits.memoryHeadroom = 1 - 0.9 * found.memoryShare(problem.costs)
      let smaller = try self.outcome(
        of: problem, by: method, for: budget, simulating: 4,
        monitor: { progress in
          let goesOn = monitor?(progress) ?? true
          if !goesOn { isStopped = true }
          return goesOn
        })
      next = smaller.plans.min { $0.stepTime < $1.stepTime }
    }
    return front
  }
}
