/// Builds an order of passes by running the pipeline and deciding, whenever a stage is free, what
/// it does next: list scheduling, under a limit on activations.
///
/// A stage can run any input gradient whose input has arrived, any forward pass that has arrived
/// and whose activations fit, and any gradient of weights that is due. Which one is a matter of
/// policy; no policy is best for all costs, so callers try several.
struct ListScheduler {
  struct Policy: Hashable {
    enum Preference: Hashable {
      case forward
      case backward
      /// Whichever the stage did not do last.
      case other
    }

    enum Weights: Hashable {
      /// When there is nothing else to do.
      case whenIdle
      /// Right after the gradient of the input, as long as forward passes remain.
      case atOnce
      /// The same, unless another gradient of an input has arrived.
      case afterGradients
    }

    var preference: Preference
    var weights: Weights
    /// How much of a weight-gradient pass a stage would rather wait than be late for what is on its
    /// way: 0 never waits, 1 is never late.
    var patience: Double
    /// Activations of the second chunk that always find room, so that microbatches on their way
    /// back are not held up by those on their way out.
    var reserve = 1
    var room = Room.shared

    /// How two chunks of a stage share its memory.
    enum Room: Hashable {
      /// First come, first served, but for the reserve.
      case shared
      /// The first chunk gets what it needs in proportion to how long it is held there; a single
      /// chunk the less, the later its stage.
      case firstBounded
      /// Both do.
      case divided
    }
  }

  private let policy: Policy
  private let limit: Int
  /// By stage: how many activations of each of its chunks it admits.
  private let room: [[Int]]
  private var pipeline: PipelineRun

  /// By stage: chunks whose gradients of weights are due, oldest first, and how many are done.
  private var due: [[Int]]
  private var dueDone: [Int]
  private var lastWasForward: [Bool]
  private var weightsFollow: [Bool]

  /// - Parameter limit: activations of chunks that a stage can hold; at least one for each chunk.
  init(
    _ policy: Policy, _ costs: PipelineCosts, stageOfChunk: [Int], microbatches: Int, limit: Int
  ) {
    self.policy = policy
    self.limit = limit
    let pipeline = PipelineRun(costs, stageOfChunk: stageOfChunk, microbatches: microbatches)
    self.pipeline = pipeline
    let stageCount = costs.stages.count
    room = (0..<stageCount).map { stage in
      Self.room(
        for: policy, limit: limit, chunks: pipeline.chunksOfStage[stage].count, stage: stage,
        stageCount: stageCount)
    }
    due = Array(repeating: [], count: stageCount)
    dueDone = Array(repeating: 0, count: stageCount)
    lastWasForward = Array(repeating: false, count: stageCount)
    weightsFollow = lastWasForward
  }

  /// How many activations of each of its chunks a stage admits.
  private static func room(
    for policy: Policy, limit: Int, chunks: Int, stage: Int, stageCount: Int
  ) -> [Int] {
    guard chunks == 2 else {
      return [policy.room == .shared ? limit : max(1, limit - 2 * stage)]
    }
    let most = max(1, limit - policy.reserve)
    guard policy.room != .shared else { return [most, limit] }
    // On the way out, stage 0 holds a microbatch longest; the last stage holds both chunks alike.
    let share = Double(stage) / Double(max(1, stageCount - 1))
    let first = (Double(most) - (Double(most) - Double(limit) / 2) * share)
      .rounded(.toNearestOrEven)
    let outward = max(1, min(limit - 1, Int(first)))
    return [outward, policy.room == .divided ? limit - outward : limit]
  }

  /// - Returns: `nil` if the policy leads into a dead end, where nothing fits any more.
  /// - Complexity: O(passes · log stages).
  mutating func schedule() -> Schedule? {
    while let (stage, time) = pipeline.nextDecision() { decide(stage, at: time) }
    return pipeline.schedule
  }

  /// A pass whose input is there, with its claim: the smaller the sooner.
  private struct Candidate {
    var kind: Action.Kind
    var chunk: Int
    var claim: (Int, Int, Int)
  }

  private mutating func decide(_ stage: Int, at time: Int64) {
    var best: Candidate?
    var nextArrival = PipelineRun.unknown
    var gradientIsWaiting = false
    var forwardIsHeldUp = false
    var forwardsRemain = false

    for chunk in pipeline.chunksOfStage[stage] {
      if pipeline.nextInputGradient[chunk] < pipeline.microbatchCount {
        let arrival = pipeline.gradientArrival(chunk)
        if arrival <= time {
          gradientIsWaiting = true
          consider(.inputGradient, chunk, pipeline.nextInputGradient[chunk], on: stage, &best)
        } else {
          nextArrival = min(nextArrival, arrival)
        }
      }
      if pipeline.nextForward[chunk] < pipeline.microbatchCount {
        forwardsRemain = true
        let arrival = pipeline.activationArrival(chunk)
        if !fits(chunk, on: stage) {
          if arrival <= time { forwardIsHeldUp = true }
        } else if arrival <= time {
          consider(.forward, chunk, pipeline.nextForward[chunk], on: stage, &best)
        } else {
          nextArrival = min(nextArrival, arrival)
        }
      }
    }

    let weights = dueDone[stage] < due[stage].count ? due[stage][dueDone[stage]] : nil
    if let weights {
      let follows = weightsFollow[stage] && forwardsRemain
      switch policy.weights {
      case .atOnce where follows: return run(.weightGradient, weights, at: time)
      case .afterGradients where follows && !gradientIsWaiting:
        return run(.weightGradient, weights, at: time)
      default: break
      }
      // A forward pass would be its turn, but needs the room that weights would free.
      if policy.preference == .other, forwardIsHeldUp, let best, best.kind == .inputGradient,
        !lastWasForward[stage]
      {
        return run(.weightGradient, weights, at: time)
      }
    }
    if let best { return run(best.kind, best.chunk, at: time) }
    let patience = Int64(
      policy.patience * Double(pipeline.costs.stages[stage].weightGradient))
    if let weights, nextArrival == PipelineRun.unknown || nextArrival >= time + patience {
      run(.weightGradient, weights, at: time)
    } else if nextArrival != PipelineRun.unknown {
      pipeline.wait(stage, until: nextArrival)
    }
  }

  private func fits(_ chunk: Int, on stage: Int) -> Bool {
    let isFirst = chunk == pipeline.chunksOfStage[stage][0]
    return pipeline.held(onStage: stage) < limit
      && pipeline.held(chunk) < room[stage][isFirst ? 0 : 1]
  }

  /// Prefers by kind, then by age, then the chunk nearer to the end.
  private func consider(
    _ kind: Action.Kind, _ chunk: Int, _ microbatch: Int, on stage: Int,
    _ best: inout Candidate?
  ) {
    let isForward = kind == .forward
    let isPreferred =
      switch policy.preference {
      case .forward: isForward
      case .backward: !isForward
      case .other: isForward != lastWasForward[stage]
      }
    let claim = (isPreferred ? 0 : 1, microbatch, -chunk)
    if let best, best.claim <= claim { return }
    best = Candidate(kind: kind, chunk: chunk, claim: claim)
  }

  private mutating func run(_ kind: Action.Kind, _ chunk: Int, at time: Int64) {
    let stage = pipeline.stageOfChunk[chunk]
    pipeline.run(kind, chunk, at: time)
    weightsFollow[stage] = kind == .inputGradient
    switch kind {
    case .forward: lastWasForward[stage] = true
    case .inputGradient, .backward:
      lastWasForward[stage] = false
      due[stage].append(chunk)
    case .weightGradient: dueDone[stage] += 1
    }
  }
}
