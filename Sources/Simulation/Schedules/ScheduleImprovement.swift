extension Schedule {
  /// Exchanges neighbouring passes on the critical path as long as that helps.
  ///
  /// Only an exchange on the critical path can shorten it, so only those are tried, in order, and
  /// the first that helps is kept: a descent in the neighbourhood that is usual for job shops. Where
  /// no exchange helps, a few random ones lead away from the best order found, and the descent
  /// starts anew from there.
  ///
  /// Source: van Laarhoven, Aarts and Lenstra 1992, "Job Shop Scheduling by Simulated Annealing",
  /// doi:10.1287/opre.40.1.113, for the neighbourhood; Lourenço, Martin and Stützle 2003, "Iterated
  /// Local Search", doi:10.1007/0-306-48056-5_11.
  ///
  /// - Parameters:
  ///   - limit: chunk activations that a stage may hold.
  ///   - trials: exchanges to try.
  /// - Complexity: O(trials · passes).
  mutating func improve(_ costs: PipelineCosts, for goal: Goal, limit: Int, trials: Int) {
    guard let clock = try? ScheduleClock(self, costs) else { return }
    var search = OrderSearch(self, clock, costs, goal: goal, limit: limit, trials: trials)
    search.run()
    self = search.best
  }
}

/// An iterated local search over orders of passes.
private struct OrderSearch {
  private let costs: PipelineCosts
  private let goal: Schedule.Goal
  private let limit: Int
  private var trials: Int
  private var current: Schedule
  private var clock: ScheduleClock
  private(set) var best: Schedule
  private var bestMeasure: ScheduleClock.Measure
  private var random = SplitMix64(seed: 1)

  init(
    _ schedule: Schedule, _ clock: ScheduleClock, _ costs: PipelineCosts, goal: Schedule.Goal,
    limit: Int, trials: Int
  ) {
    self.costs = costs
    self.goal = goal
    self.limit = limit
    self.trials = trials
    current = schedule
    best = schedule
    self.clock = clock
    bestMeasure = clock.measure(for: goal)
  }

  mutating func run() {
    descend()
    while trials > 0 {
      // An order from which nothing can be tried any more.
      guard wander() else { return }
      descend()
    }
  }

  /// Takes exchanges that help until there is none.
  private mutating func descend() {
    while trials > 0, exchanges.contains(where: { exchangeIfItHelps($0) }) {}
    if clock.measure(for: goal) < bestMeasure {
      (best, bestMeasure) = (current, clock.measure(for: goal))
    }
  }

  /// Takes a few exchanges at random, from the best order.
  ///
  /// - Returns: whether there is any.
  private mutating func wander() -> Bool {
    guard var changed = try? ScheduleClock(best, costs) else { return false }
    current = best
    for _ in 0..<3 {
      clock = changed
      guard let place = exchanges.randomElement(using: &random) else { return false }
      trials -= 1
      if let trial = exchange(place) { changed = trial }
    }
    clock = changed
    return true
  }

  /// Passes on the critical path that may change places with the one behind them.
  private var exchanges: [ScheduleClock.Place] {
    let path = clock.criticalPath(for: goal)
    return zip(path, path.dropFirst()).compactMap { place, next in
      guard next.stage == place.stage else { return nil }
      let (a, b) = (
        current.stages[place.stage][place.position], current.stages[place.stage][place.position + 1]
      )
      return a.kind != b.kind && (a.chunk, a.microbatch) != (b.chunk, b.microbatch) ? place : nil
    }
  }

  private mutating func exchangeIfItHelps(_ place: ScheduleClock.Place) -> Bool {
    guard trials > 0 else { return false }
    trials -= 1
    let before = clock.measure(for: goal)
    guard let trial = exchange(place) else { return false }
    guard trial.measure(for: goal) < before else {
      current.stages[place.stage].swapAt(place.position, place.position + 1)
      return false
    }
    clock = trial
    return true
  }

  /// - Returns: the times after the exchange; `nil`, and no exchange, if it cannot be made.
  private mutating func exchange(_ place: ScheduleClock.Place) -> ScheduleClock? {
    current.stages[place.stage].swapAt(place.position, place.position + 1)
    if current.holdsAtMost(limit, on: place.stage), let trial = try? ScheduleClock(current, costs) {
      return trial
    }
    current.stages[place.stage].swapAt(place.position, place.position + 1)
    return nil
  }
}

extension Schedule {
  fileprivate func holdsAtMost(_ limit: Int, on stage: Int) -> Bool {
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
