import CostModel
import ModelDescription
public import Quantities
import Simulation
public import StrategySpace

/// Plans with the least bounds, as many as there is room for.
struct Contenders: Sendable {
  let limit: Int
  /// The least bound first; of equal ones, the one that came first.
  private(set) var plans: [(bound: Seconds, plan: Plan)] = []
  /// The least bound of a plan that found no room.
  private(set) var leastLeftOut = Seconds(.infinity)

  init(limit: Int) { self.limit = limit }

  mutating func insert(_ plan: Plan, _ bound: Seconds) {
    let place = plans.firstIndex { $0.bound > bound } ?? plans.count
    guard place < limit else {
      leastLeftOut = min(leastLeftOut, bound)
      return
    }
    plans.insert((bound, plan), at: place)
    if plans.count > limit { leastLeftOut = min(leastLeftOut, plans.removeLast().bound) }
  }

  mutating func insert(_ other: Contenders) {
    for (bound, plan) in other.plans { insert(plan, bound) }
    leastLeftOut = min(leastLeftOut, other.leastLeftOut)
  }
}

/// What shows that a simulated plan is the best of a space.
public struct WinnerProof: Hashable, Sendable {
  /// Plans simulated because their closed form left open whether they are faster.
  public var simulated: Int
  /// No plan that was not simulated is faster than this; `nil` when all that could be were simulated
  /// and none is left.
  public var boundOfOthers: Seconds?
  /// Whether none of those can be faster than the best one that was simulated.
  public var isComplete: Bool
}

extension UniformSearch {
  /// Simulates what could be faster than a simulated plan, the least bound first, until nothing is
  /// left that could.
  ///
  /// The closed form is never above the simulated time, which contention for links only adds to. So a
  /// plan whose closed form is above the best simulated time need not be simulated. Times within
  /// 0.1 % count as equal.
  ///
  /// - Parameters:
  ///   - best: the best simulated time so far.
  ///   - known: plans that were simulated already.
  ///   - simulations: how many plans are simulated at most; fewer of very long pipelines.
  /// - Returns: the plans that were faster when they were simulated, and the proof.
  public consuming func prove(
    _ best: Seconds, knowing known: [Plan], simulating simulations: Int = 64
  ) -> (faster: [RankedPlan], proof: WinnerProof) {
    let (model, headroom) = (model, limits.memoryHeadroom)
    let contenders = contenders(below: best / timeTolerance, keeping: simulations + known.count)
    var best = best
    var faster: [RankedPlan] = []
    var passes = 0
    var refused = Seconds(.infinity)
    var proof = WinnerProof(simulated: 0, boundOfOthers: nil, isComplete: true)
    let batch = model.job.globalBatchSize
    for (bound, plan) in contenders.plans where !known.contains(plan) {
      passes += plan.strategy.microbatchCount(globalBatchSize: batch) * plan.strategy.chunkCount
      let isOver = proof.simulated == simulations || passes > Self.passLimit
      // A plan too long to be simulated is one of the others.
      guard bound * timeTolerance < best, !isOver, let ranked = try? RankedPlan(plan, model) else {
        proof.boundOfOthers = bound
        break
      }
      proof.simulated += 1
      guard ranked.stepTime < best else { continue }
      if ranked.memoryViolation(model, headroom: headroom) == nil {
        best = ranked.stepTime
        faster.append(ranked)
      } else {
        // With a little more recomputation it may fit and still be the fastest.
        refused = min(refused, ranked.stepTime)
      }
    }
    let leftOut = contenders.leastLeftOut
    if leftOut.isFinite { proof.boundOfOthers = min(proof.boundOfOthers ?? leftOut, leftOut) }
    proof.isComplete =
      refused >= best && proof.boundOfOthers.map { $0 * timeTolerance >= best } ?? true
    return (faster, proof)
  }

  /// Microbatches times chunks of all plans that are simulated: about a second.
  private static let passLimit = 500_000
}
