extension Schedule {
  /// Exchanges neighbouring passes on the critical path as long as that helps.
  ///
  /// Only an exchange on the critical path can shorten it, so only those are tried, in order, and
  /// the first that helps is kept: a descent in the neighbourhood that is usual for job shops.
  ///
  /// Source: van Laarhoven, Aarts and Lenstra 1992, "Job Shop Scheduling by Simulated Annealing",
  /// doi:10.1287/opre.40.1.113, for the neighbourhood.
  ///
  /// - Parameters:
  ///   - limit: chunk activations that a stage may hold.
  ///   - trials: exchanges to try.
  /// - Complexity: O(trials · passes).
  mutating func improve(_ costs: PipelineCosts, for goal: Goal, limit: Int, trials: Int) {
    guard var clock = try? ScheduleClock(self, costs) else { return }
    var remaining = trials
    var improves = true
    while improves {
      improves = false
      let path = clock.criticalPath(for: goal)
      for (place, next) in zip(path, path.dropFirst()) where next.stage == place.stage {
        let (stage, position) = (place.stage, place.position)
        let (a, b) = (stages[stage][position], stages[stage][position + 1])
        guard a.kind != b.kind, (a.chunk, a.microbatch) != (b.chunk, b.microbatch)
        else { continue }
        guard remaining > 0 else { return }
        remaining -= 1
        stages[stage].swapAt(position, position + 1)
        if holdsAtMost(limit, on: stage), let trial = try? ScheduleClock(self, costs),
          trial.measure(for: goal) < clock.measure(for: goal)
        {
          clock = trial
          improves = true
          break
        }
        stages[stage].swapAt(position, position + 1)
      }
    }
  }

  private func holdsAtMost(_ limit: Int, on stage: Int) -> Bool {
    var held = 0
    for action in stages[stage] {
      if action.kind == .forward { held += 1 }
      if action.kind.yieldsWeightGradient { held -= 1 }
      if held > limit { return false }
    }
    return true
  }
}

extension ScheduleClock {
  typealias Measure = (goal: Int64, other: Int64, stages: Int64)

  /// What the goal asks to be small, then the other measure, then how early stages end: a schedule
  /// has many critical paths, and one that is shortened alone shows only in the last.
  func measure(for goal: Schedule.Goal) -> Measure {
    let stages = stageEnds.reduce(0, +)
    return switch goal {
    case .makespan: (makespan, longestStageSpan, stages)
    case .longestStageSpan: (longestStageSpan, makespan, stages)
    }
  }
}
