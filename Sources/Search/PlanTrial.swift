import CostModel
import ModelDescription
import Quantities
import StrategySpace

/// Judges one plan for a search: whether it fits, and how long its step takes.
struct PlanTrial {
  private let model: CostModel
  /// Fraction of the usable memory that must stay free.
  private let headroom: Double

  init(_ model: CostModel, headroom: Double) {
    self.model = model
    self.headroom = headroom
  }

  enum Outcome {
    case success(Candidate)
    case failure(Violation)
  }

  /// A plan as a candidate, or the stage that lacks memory.
  ///
  /// Where a plan recomputes whole layers, only the fewest that fit are recomputed: more would cost
  /// time.
  func candidate(_ plan: Plan, _ costs: MeshCosts) -> Outcome {
    if let violation = memoryViolation(of: plan, costs) { return .failure(violation) }
    var plan = plan
    if plan.strategy.recomputation == .full() {
      plan.strategy.recomputation = leastRecomputation(plan) { strategy in
        var trial = plan
        trial.strategy = strategy
        return memoryViolation(of: trial, costs) == nil
      }
    }
    return .success(timed(plan, costs))
  }

  /// A plan that fits as a candidate.
  func timed(_ plan: Plan, _ costs: MeshCosts) -> Candidate {
    let step = costs.stepCost(of: plan.strategy, split: plan.split)
    return Candidate(
      plan: plan, estimatedTime: step.estimatedTime,
      peakMemory: step.peakMemory.map(\.total).max() ?? .zero)
  }

  private func memoryViolation(of plan: Plan, _ costs: MeshCosts) -> Violation? {
    model.memoryViolation(
      costs.peakMemory(of: plan.strategy, split: plan.split).map(\.total), on: costs.layout,
      headroom: headroom)
  }

  /// The fewest layers per chunk whose recomputation makes a plan fit that fits when all are
  /// recomputed.
  func leastRecomputation(_ plan: Plan, fits: (Strategy) -> Bool) -> Recomputation {
    let longest = plan.split.chunks.map { model.blockCount(in: $0) }.max() ?? 1
    var low = 1
    var high = longest
    while low < high {
      let middle = (low + high) / 2
      var strategy = plan.strategy
      strategy.recomputation = .full(layersPerChunk: middle)
      if fits(strategy) { high = middle } else { low = middle + 1 }
    }
    return low >= longest ? .full() : .full(layersPerChunk: low)
  }
}
