public import CostModel
public import Quantities

/// How long a step takes when computations vary at random.
public struct StepTimeDistribution: Hashable, Sendable {
  /// Ascending.
  public var durations: [Seconds]

  public var mean: Seconds { durations.sum() / max(1, durations.count) }

  /// The duration that a fraction of all steps does not exceed, by nearest rank.
  public func quantile(_ fraction: Double) -> Seconds {
    guard !durations.isEmpty else { return .zero }
    let fraction = fraction > 0 ? min(fraction, 1) : 0
    let rank = Int((fraction * Double(durations.count)).rounded(.up))
    return durations[max(rank, 1) - 1]
  }
}

/// Simulates a step many times with random computation times.
///
/// Replicas vary each for itself, and all wait for the slowest when they sum gradients: a step
/// takes as long as the slowest of `replicas` pipelines.
///
/// - Parameters:
///   - runs: steps to simulate.
///   - replicas: data-parallel replicas of the pipeline.
///   - deviation: the standard deviation of a computation's time, as a fraction of it.
/// - Throws: `SimulationError` as `simulate(_:under:)`.
/// - Complexity: O(runs · replicas · tasks).
public func stepTimeDistribution(
  of step: StepCost, runs: Int, replicas: Int = 1, deviation: Double, seed: UInt64
) throws(SimulationError) -> StepTimeDistribution {
  let program = try StepProgram(step, Schedule(for: step))
  var seeds = SplitMix64(seed: seed)
  var durations: [Seconds] = []
  for _ in 0..<max(0, runs) {
    var slowest: Int64 = 0
    for _ in 0..<max(1, replicas) {
      let jitter = Scenario.Jitter(seed: seeds.next(), deviation: deviation)
      let scenario = Scenario(jitter: jitter)
      try scenario.validate()
      slowest = max(slowest, try program.under(scenario).run().duration)
    }
    durations.append(.nanoseconds(slowest))
  }
  return StepTimeDistribution(durations: durations.sorted())
}
