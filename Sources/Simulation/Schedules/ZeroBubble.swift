extension Schedule {
  /// The best order found for a pipeline whose backward passes are split, under a limit on memory.
  ///
  /// No rule is best for all costs. So several candidates are built, each is timed with the real
  /// costs, and the best is improved by exchanging neighbours on its critical path:
  ///
  /// - list schedules under a handful of policies, for even stages and for the real ones;
  /// - the handcrafted ZB-H1 and ZB-H2, and the stable pattern of V-Min, where they fit.
  ///
  /// The same input always gives the same order.
  ///
  /// - Parameters:
  ///   - layout: one chunk per stage, or two laid out as a V.
  ///   - limit: activations of chunks that a stage may hold at once, at least one per chunk.
  /// - Returns: `nil` if nothing fits the limit.
  /// - Complexity: O(passes · log stages) per candidate; improvement is bounded by `effort` passes.
  public static func zeroBubble(
    _ costs: PipelineCosts, microbatches: Int, layout: ZeroBubbleLayout, limit: Int,
    goal: Goal = .makespan, effort: Int = 400_000
  ) -> Schedule? {
    let stages = costs.stages.count
    let down = Array(0..<stages)
    let stageOfChunk =
      switch layout {
      case .straight: down
      case .vShaped: down + down.reversed()
      }
    var candidates = handcrafted(stages: stages, microbatches: microbatches, layout: layout)
    for policy in ListScheduler.Policy.candidates(for: layout) {
      for assumed in [costs.even, costs] {
        var scheduler = ListScheduler(
          policy, assumed, stageOfChunk: stageOfChunk, microbatches: microbatches, limit: limit)
        if let schedule = scheduler.schedule() { candidates.append(schedule) }
      }
    }
    var ranked: [(schedule: Schedule, measure: ScheduleClock.Measure)] = []
    for candidate in candidates where candidate.peakActivations.allSatisfy({ $0 <= limit }) {
      guard let clock = try? ScheduleClock(candidate, costs) else { continue }
      let measure = clock.measure(for: goal)
      // Those that take equally long are nearly always the same.
      if !ranked.contains(where: { $0.measure == measure }) { ranked.append((candidate, measure)) }
    }
    ranked.sort { $0.measure < $1.measure }
    guard let first = ranked.first else { return nil }
    var best = first
    // The best candidate isn't always the one that improves most.
    let tries = ranked.prefix(6)
    for candidate in tries {
      var schedule = candidate.schedule
      schedule.improve(
        costs, for: goal, limit: limit,
        trials: effort / tries.count / max(1, schedule.actionCount))
      guard let clock = try? ScheduleClock(schedule, costs) else { continue }
      let measure = clock.measure(for: goal)
      if measure < best.measure { best = (schedule, measure) }
    }
    return best.schedule
  }

  public enum ZeroBubbleLayout: Hashable, Sendable {
    case straight
    case vShaped
  }

  private static func handcrafted(
    stages: Int, microbatches: Int, layout: ZeroBubbleLayout
  ) -> [Schedule] {
    switch layout {
    case .straight:
      [
        zeroBubbleH1(stages: stages, microbatches: microbatches),
        zeroBubbleH2(stages: stages, microbatches: microbatches),
      ]
    case .vShaped:
      [stablePatternV(stages: stages, microbatches: microbatches)].compactMap { $0 }
    }
  }
}

extension ListScheduler.Policy {
  typealias Policy = ListScheduler.Policy

  /// A few that win for some costs and limits each.
  static func candidates(for layout: Schedule.ZeroBubbleLayout) -> [Policy] {
    switch layout {
    case .straight:
      [
        Policy(preference: .backward, weights: .whenIdle, patience: 0),
        Policy(preference: .backward, weights: .whenIdle, patience: 1),
        Policy(preference: .backward, weights: .whenIdle, patience: 0, room: .firstBounded),
      ]
    case .vShaped:
      [
        Policy(preference: .forward, weights: .atOnce, patience: 0),
        Policy(preference: .forward, weights: .atOnce, patience: 0.5),
        Policy(preference: .forward, weights: .afterGradients, patience: 1, room: .divided),
        Policy(preference: .backward, weights: .whenIdle, patience: 0.5),
        Policy(preference: .other, weights: .whenIdle, patience: 1, reserve: 2),
        Policy(preference: .forward, weights: .whenIdle, patience: 1, room: .firstBounded),
        Policy(preference: .forward, weights: .whenIdle, patience: 1),
      ]
    }
  }
}
