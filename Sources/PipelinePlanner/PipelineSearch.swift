public import Quantities

/// Finds the best pipeline of unequal stages: which devices each stage runs on, and which layers.
///
/// Devices may stay unused, so more devices are never worse. For a cap on the slowest stage a
/// dynamic program finds the least sum (`CappedProgram`). The cap is first halved down to the least
/// that is possible, then lowered step by step from where a better pipeline could still be: the
/// least sum under a cap bounds what all lower caps can reach.
///
/// - Complexity: about twenty programs, plus one for each pipeline on the front of bottleneck and
///   sum that the bounds leave.
public struct PipelineSearch {
  private let table: StageTable
  private let objective: PipelineObjective
  /// Better by less than this fraction is not worth a look; 0 makes the search exact.
  private let tolerance: Double

  public init(
    _ costs: some PipelineCosts, objective: PipelineObjective, tolerance: Double = 0
  ) {
    table = StageTable(costs)
    self.objective = objective
    self.tolerance = tolerance
  }

  /// The best pipeline that takes less than `limit`, or `nil` when there is none.
  public func best(below limit: Seconds = Seconds(.infinity)) -> UnequalPipeline? {
    var best: UnequalPipeline?
    var limit = limit.value
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
    // The sum is at least the bottleneck.
    caps.time = limit / (factor + objective.sumFactor)
    guard let widest = solve(caps) else { return nil }
    keep(widest)
    if factor == 0 { return best }
    var (low, high) = (0.0, widest)
    while high.bottleneck.value - low > high.bottleneck.value * Self.precision {
      caps.time = (low + high.bottleneck.value) / 2
      if let found = solve(caps) {
        keep(found)
        high = found
      } else {
        low = caps.time
      }
    }
    var sum = widest.sum.value
    var bottleneck = widest.bottleneck.value
    while true {
      let room = (limit - objective.sumFactor * sum) / factor
      caps.time = min(bottleneck.nextDown, room.nextDown)
      guard caps.time > low, let found = solve(caps) else { return best }
      keep(found)
      (sum, bottleneck) = (found.sum.value, found.bottleneck.value)
    }
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
