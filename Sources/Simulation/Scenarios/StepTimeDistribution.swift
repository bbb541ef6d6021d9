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
///   - schedule: the order of passes; that of the step's strategy when `nil`.
///   - scenario: what happens in every step. Its jitter's seed starts the sequence of all seeds.
///   - runs: steps to simulate.
///   - replicas: data-parallel replicas of the pipeline.
/// - Throws: `SimulationError` as `simulate(_:under:)`.
/// - Complexity: O(runs · replicas · tasks).
public func stepTimeDistribution(
  of step: StepCost, schedule: Schedule? = nil, under scenario: Scenario, runs: Int,
  replicas: Int = 1
) throws(SimulationError) -> StepTimeDistribution {
  try scenario.validate()
  let order = if let schedule { schedule } else { try Schedule(for: step) }
  let program = try StepProgram(step, order)
  var seeds = SplitMix64(seed: scenario.jitter?.seed ?? 0)
  var varied = scenario
  var durations: [Seconds] = []
  for _ in 0..<max(0, runs) {
    var slowest: Int64 = 0
    for _ in 0..<max(1, replicas) {
      varied.jitter?.seed = seeds.next()
      slowest = max(slowest, try program.under(varied).run().duration)
    }
    durations.append(.nanoseconds(slowest))
  }
  return StepTimeDistribution(durations: durations.sorted())
}
