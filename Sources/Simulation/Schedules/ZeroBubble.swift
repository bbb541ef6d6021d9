extension Schedule {
  /// The best order found for a pipeline whose backward passes are split, under a limit on memory.
  ///
  /// No rule is best for all costs. So several candidates are built, each is timed with the real
  /// costs, and the best is improved by exchanging neighbours on its critical path:
  ///
  /// - list schedules under a handful of policies, for even stages and for the real ones;
  /// - the handcrafted ZB-H1 and ZB-H2, and the stable patterns of V-Min and V-Half, where they fit.
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
    guard stages > 0, microbatches > 0 else { return nil }
    let makers = candidates(costs, layout: layout, limit: limit)
    func ranked(_ makers: [Maker], microbatches: Int) -> [Ranked] {
      var ranked: [Ranked] = []
      for maker in makers {
        guard let schedule = maker(microbatches),
          schedule.peakActivations.allSatisfy({ $0 <= limit }),
          let clock = try? ScheduleClock(schedule, costs)
        else { continue }
        let measure = clock.measure(for: goal)
        // Those that take equally long are nearly always the same.
        if ranked.contains(where: { $0.measure == measure }) { continue }
        ranked.append(Ranked(maker: maker, schedule: schedule, measure: measure))
      }
      return ranked.sorted { $0.measure < $1.measure }
    }

    // Long steps are steady in the middle: a rehearsal without much of it finds the same
    // favourites.
    let rehearsal = 3 * stages
    let favourites =
      microbatches > rehearsal + stages
      ? ranked(makers, microbatches: rehearsal).prefix(3).map(\.maker) : makers
    let best = ranked(favourites, microbatches: microbatches).prefix(6)
    // The best candidate isn't always the one that improves most.
    let improved = best.map { candidate in
      var schedule = candidate.schedule
      schedule.improve(
        costs, for: goal, limit: limit,
        trials: effort / best.count / max(1, schedule.actionCount))
      let clock = try? ScheduleClock(schedule, costs)
      return (schedule: schedule, measure: clock?.measure(for: goal) ?? candidate.measure)
    }
    return improved.min { $0.measure < $1.measure }?.schedule
  }

  /// Makes a schedule for a number of microbatches.
  private typealias Maker = (_ microbatches: Int) -> Schedule?

  private struct Ranked {
    var maker: Maker
    var schedule: Schedule
    var measure: ScheduleClock.Measure
  }

  private static func candidates(
    _ costs: PipelineCosts, layout: ZeroBubbleLayout, limit: Int
  ) -> [Maker] {
    let stages = costs.stages.count
    let down = Array(0..<stages)
    let stageOfChunk =
      switch layout {
      case .straight: down
      case .vShaped: down + down.reversed()
      }
    var makers: [Maker] =
      switch layout {
      case .straight:
        [
          { zeroBubbleH1(stages: stages, microbatches: $0) },
          { zeroBubbleH2(stages: stages, microbatches: $0) },
        ]
      case .vShaped: patternMakers(costs, limit: limit)
      }
    for policy in ListScheduler.Policy.candidates(for: layout) {
      for assumed in [costs.even, costs] {
        makers.append { microbatches in
          var scheduler = ListScheduler(
            policy, assumed, stageOfChunk: stageOfChunk, microbatches: microbatches, limit: limit)
          return scheduler.schedule()
        }
      }
    }
    return makers
  }

  /// Orders after stable patterns, where memory is too scarce for microbatches to enter at will.
  private static func patternMakers(_ costs: PipelineCosts, limit: Int) -> [Maker] {
    let stages = costs.stages.count
    guard limit < 2 * stages else { return [] }
    var makers: [Maker] = []
    for paces in [StablePattern.Paces.vMin, .vHalf] {
      for pattern in StablePattern.patterns(stages: stages, paces: paces, limit: limit).prefix(3) {
        for (leeway, isPatient) in [(0, false), (3, false), (3, true), (12, false), (12, true)] {
          makers.append { microbatches in
            var scheduler = PatternScheduler(
              pattern, costs, microbatches: microbatches, limit: limit, leeway: leeway,
              isPatient: isPatient)
            return scheduler.schedule()
          }
        }
      }
    }
    return makers
  }

  public enum ZeroBubbleLayout: Hashable, Sendable {
    case straight
    case vShaped
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
        Policy(preference: .backward, weights: .whenIdle, patience: 0.5),
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
