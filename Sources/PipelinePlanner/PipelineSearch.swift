public import Quantities

/// Finds the best pipeline of unequal stages: which devices each stage runs on, and which layers.
///
/// Devices may stay unused, so more devices are never worse. For a cap on the slowest stage a
/// dynamic program finds the least sum (`CappedProgram`). The cap is first raised from a bound to the
/// least that is possible, then lowered step by step from where a better pipeline could still be:
/// the least sum under a cap bounds what all lower caps can reach.
///
/// - Complexity: about twenty programs, plus one for each pipeline on the front of bottleneck and
///   sum that the bounds leave.
public struct PipelineSearch<Costs: PipelineCosts> {
  private let costs: Costs
  private let objective: PipelineObjective
  private let tolerance: Double

  /// - Parameter tolerance: better by less than this fraction is not worth a look; 0 makes the search
  ///   exact.
  public init(_ costs: Costs, objective: PipelineObjective, tolerance: Double = 0) {
    self.costs = costs
    self.objective = objective
    self.tolerance = tolerance
  }

  /// The best pipeline that takes less than a limit, or `nil` when there is none.
  ///
  /// - Parameter bottleneck: what no stage may take longer than, per microbatch.
  public func best(
    below limit: Seconds = Seconds(.infinity), bottleneck: Seconds = Seconds(.infinity)
  ) -> UnequalPipeline? {
    let ceiling = min(
      bottleneck.value, limit.value / (objective.bottleneckFactor + objective.sumFactor))
    let walk = CapWalk(
      table: StageTable(costs, below: ceiling), ceiling: ceiling, objective: objective,
      tolerance: tolerance)
    return walk.best(below: limit.value)
  }
}

/// The caps that a search tries, one after the other.
private struct CapWalk {
  let table: StageTable
  /// Of the bottleneck.
  let ceiling: Double
  let objective: PipelineObjective
  let tolerance: Double

  func best(below limit: Double) -> UnequalPipeline? {
    var best: UnequalPipeline?
    var limit = limit
    var caps = CappedProgram.Caps()
    // What has a tail between that of the pipeline found and the cap is no faster than it.
    while let found = fastestPasses(within: caps, below: limit) {
      if found.time.value < limit {
        best = found
        limit = found.time.value * (1 - tolerance)
      }
      if found.tail <= .zero { break }
      caps.tail = found.tail.value.nextDown
    }
    return best
  }

  /// The pipeline whose passes take least, tails left out.
  private func fastestPasses(
    within caps: CappedProgram.Caps, below limit: Double
  ) -> UnequalPipeline? {
    var best: UnequalPipeline?
    var limit = limit
    func keep(_ found: UnequalPipeline) {
      let passes = found.time.value - found.tail.value
      guard passes < limit else { return }
      best = found
      limit = passes * (1 - tolerance)
    }
    var caps = caps
    let factor = objective.bottleneckFactor
    let leastSum = objective.sumFactor * table.leastSum
    // What the bottleneck of a better pipeline is below; the sum is at least the bottleneck.
    var highest: Double {
      min(ceiling, limit / (factor + objective.sumFactor), (limit - leastSum) / factor)
    }
    guard let first = shortestBottleneck(within: caps, below: highest, keep) else { return best }
    let low = first.bottleneck.value * (1 - Self.precision)
    var (sum, bottleneck) = (leastSum, Double.infinity)
    while factor > 0 {
      let room = (limit - objective.sumFactor * sum) / factor
      caps.time = min(bottleneck, room, highest).nextDown
      guard caps.time > low, let found = solve(caps) else { break }
      keep(found)
      (sum, bottleneck) = (found.sum.value, found.bottleneck.value)
    }
    return best
  }

  /// A pipeline whose bottleneck no other is below by more than `precision`.
  private func shortestBottleneck(
    within caps: CappedProgram.Caps, below highest: Double, _ keep: (UnequalPipeline) -> Void
  ) -> UnequalPipeline? {
    var caps = caps
    var low = table.leastBottleneck * (1 - Self.precision)
    var found: UnequalPipeline?
    // Where little room is left, most searches end with this.
    caps.time = highest
    if highest < 2 * low {
      guard let widest = solve(caps) else { return nil }
      found = widest
    }
    // Tight caps are quick to try: up from the bound, in growing steps.
    var step = Self.precision
    while found == nil {
      guard low < highest else { return nil }
      caps.time = min(low * (1 + step), highest)
      if low <= 0 { caps.time = highest }
      found = solve(caps)
      if found == nil { low = caps.time }
      step *= 2
    }
    guard var high = found else { return nil }
    keep(high)
    while high.bottleneck.value - low > high.bottleneck.value * Self.precision {
      caps.time = (low + high.bottleneck.value) / 2
      if let found = solve(caps) {
        keep(found)
        high = found
      } else {
        low = caps.time
      }
    }
    return high
  }

  /// Of the bottleneck, when the least possible cap is looked for; what is left is walked.
  private static let precision = 1e-3

  private func solve(_ caps: CappedProgram.Caps) -> UnequalPipeline? {
    var program = CappedProgram(table, caps, countsSum: objective.sumFactor > 0)
    return program.solve().map(priced)
  }

  /// Adds up what the stages take.
  private func priced(_ stages: [UnequalPipeline.Stage]) -> UnequalPipeline {
    var (bottleneck, sum, tail) = (0.0, 0.0, 0.0)
    var depth = 0
    for (number, stage) in stages.enumerated().reversed() {
      let port = table.options[stage.option].port
      let priced = table.stages(stage.option, depth: depth)
      let place = priced.index(stage.layers.lowerBound, stage.layers.upperBound)
      var time = priced.times[place]
      if number + 1 < stages.count {
        let next = table.options[stages[number + 1].option].port
        time +=
          table.sends(from: port, depth: depth)[
            table.sendIndex(next, before: stage.layers.upperBound, isFirst: number == 0)]
      }
      if number > 0 {
        let front = table.options[stages[number - 1].option].port
        time +=
          table.returns(to: port, depth: depth)[
            front * table.layerCount + stage.layers.lowerBound]
      }
      bottleneck = max(bottleneck, time)
      sum += time
      tail = max(tail, priced.tails[place])
      depth += table.options[stage.option].depth
    }
    return UnequalPipeline(
      stages: stages,
      time: Seconds(objective.bottleneckFactor * bottleneck + objective.sumFactor * sum + tail),
      bottleneck: Seconds(bottleneck), sum: Seconds(sum), tail: Seconds(tail))
  }
}
