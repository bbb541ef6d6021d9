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
  private let costs: PipelineCosts
  private let stageOfChunk: [Int]
  private let microbatchCount: Int
  private let limit: Int
  /// By stage: its chunks, and how many activations of each it admits.
  private let chunksOfStage: [[Int]]
  private let room: [[Int]]

  /// By chunk and microbatch: when the input of a pass arrives; `unknown` before it is on its way.
  private var activationArrival: [Int64]
  private var gradientArrival: [Int64]
  private static let unknown = Int64.max

  /// By chunk: the next microbatch forward and backward.
  private var nextForward: [Int]
  private var nextBackward: [Int]
  /// By chunk: activations held.
  private var held: [Int]
  /// By stage: gradients of weights that are due, oldest first, and how many of them are done.
  private var due: [[Action]]
  private var dueDone: [Int]
  private var freeAt: [Int64]
  private var lastWasForward: [Bool]
  private var weightsFollow: [Bool]
  private var order: [[Action]]
  private var wakeUps: EventQueue

  /// - Parameter limit: activations of chunks that a stage can hold; at least one for each chunk.
  init(
    _ policy: Policy, _ costs: PipelineCosts, stageOfChunk: [Int], microbatches: Int, limit: Int
  ) {
    self.policy = policy
    self.costs = costs
    self.stageOfChunk = stageOfChunk
    self.limit = limit
    microbatchCount = microbatches
    let stageCount = costs.stages.count
    var chunksOfStage = [[Int]](repeating: [], count: stageCount)
    for (chunk, stage) in stageOfChunk.enumerated() { chunksOfStage[stage].append(chunk) }
    self.chunksOfStage = chunksOfStage
    room = chunksOfStage.indices.map { stage in
      Self.room(
        for: policy, limit: limit, chunks: chunksOfStage[stage].count, stage: stage,
        stageCount: stageCount)
    }
    let chunkCount = stageOfChunk.count
    activationArrival = Array(repeating: Self.unknown, count: chunkCount * microbatches)
    gradientArrival = activationArrival
    for microbatch in 0..<microbatches { activationArrival[microbatch] = 0 }
    nextForward = Array(repeating: 0, count: chunkCount)
    nextBackward = nextForward
    held = nextForward
    due = Array(repeating: [], count: stageCount)
    dueDone = Array(repeating: 0, count: stageCount)
    freeAt = Array(repeating: 0, count: stageCount)
    lastWasForward = Array(repeating: false, count: stageCount)
    weightsFollow = lastWasForward
    order = Array(repeating: [], count: stageCount)
    wakeUps = EventQueue(streamCount: stageCount)
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
    for stage in order.indices { wakeUps.push(time: 0, stream: Int32(stage)) }
    while let (time, stage) = wakeUps.pop() {
      if freeAt[Int(stage)] <= time { decide(Int(stage), at: time) }
    }
    let passes = 3 * microbatchCount
    guard order.indices.allSatisfy({ order[$0].count == passes * chunksOfStage[$0].count })
    else { return nil }
    return Schedule(stages: order, stageOfChunk: stageOfChunk, microbatchCount: microbatchCount)
  }

  /// A pass whose input is there, with its claim: the smaller the sooner.
  private struct Candidate {
    var action: Action
    var claim: (Int, Int, Int)
  }

  private mutating func decide(_ stage: Int, at time: Int64) {
    var best: Candidate?
    var nextArrival = Self.unknown
    var gradientIsWaiting = false
    var forwardIsHeldUp = false
    var forwardsRemain = false

    for chunk in chunksOfStage[stage] {
      let (forward, backward) = (nextForward[chunk], nextBackward[chunk])
      if backward < microbatchCount {
        let arrival = gradientArrival[chunk * microbatchCount + backward]
        if arrival <= time {
          gradientIsWaiting = true
          consider(.inputGradient, chunk, backward, on: stage, &best)
        } else {
          nextArrival = min(nextArrival, arrival)
        }
      }
      if forward < microbatchCount {
        forwardsRemain = true
        let arrival = activationArrival[chunk * microbatchCount + forward]
        if !fits(chunk, on: stage) {
          if arrival <= time { forwardIsHeldUp = true }
        } else if arrival <= time {
          consider(.forward, chunk, forward, on: stage, &best)
        } else {
          nextArrival = min(nextArrival, arrival)
        }
      }
    }

    let weights = dueDone[stage] < due[stage].count ? due[stage][dueDone[stage]] : nil
    if let weights {
      let follows = weightsFollow[stage] && forwardsRemain
      switch policy.weights {
      case .atOnce where follows: return run(weights, on: stage, at: time)
      case .afterGradients where follows && !gradientIsWaiting:
        return run(weights, on: stage, at: time)
      default: break
      }
      // A forward pass would be its turn, but needs the room that weights would free.
      if policy.preference == .other, forwardIsHeldUp, let best,
        best.action.kind == .inputGradient, !lastWasForward[stage]
      {
        return run(weights, on: stage, at: time)
      }
    }
    if let best { return run(best.action, on: stage, at: time) }
    let patience = Int64(policy.patience * Double(costs.stages[stage].weightGradient))
    if let weights, nextArrival == Self.unknown || nextArrival >= time + patience {
      run(weights, on: stage, at: time)
    } else if nextArrival != Self.unknown {
      wakeUps.push(time: nextArrival, stream: Int32(stage))
    }
  }

  private func fits(_ chunk: Int, on stage: Int) -> Bool {
    let chunks = chunksOfStage[stage]
    let all = chunks.reduce(0) { $0 + held[$1] }
    return all < limit && held[chunk] < room[stage][chunk == chunks[0] ? 0 : 1]
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
    best = Candidate(action: Action(kind, chunk: chunk, microbatch: microbatch), claim: claim)
  }

  private mutating func run(_ action: Action, on stage: Int, at time: Int64) {
    order[stage].append(action)
    let chunk = action.chunk
    let end = time + costs.stages[stage].duration(of: action.kind)
    freeAt[stage] = end
    wakeUps.push(time: end, stream: Int32(stage))
    weightsFollow[stage] = action.kind == .inputGradient
    switch action.kind {
    case .forward:
      lastWasForward[stage] = true
      nextForward[chunk] += 1
      held[chunk] += 1
      if chunk + 1 < stageOfChunk.count {
        let arrival = announce(to: stageOfChunk[chunk + 1], from: stage, at: time, end: end)
        activationArrival[(chunk + 1) * microbatchCount + action.microbatch] = arrival
      } else {
        gradientArrival[chunk * microbatchCount + action.microbatch] = end
      }
    case .inputGradient, .backward:
      lastWasForward[stage] = false
      nextBackward[chunk] += 1
      due[stage].append(Action(.weightGradient, chunk: chunk, microbatch: action.microbatch))
      if chunk > 0 {
        let arrival = announce(to: stageOfChunk[chunk - 1], from: stage, at: time, end: end)
        gradientArrival[(chunk - 1) * microbatchCount + action.microbatch] = arrival
      }
    case .weightGradient:
      held[chunk] -= 1
      dueDone[stage] += 1
    }
  }

  /// Wakes the receiver now, as it may want to wait, and when the pass's result arrives.
  private mutating func announce(to receiver: Int, from stage: Int, at time: Int64, end: Int64)
    -> Int64
  {
    guard receiver != stage else { return end }
    let arrival = end + costs.transfer
    wakeUps.push(time: time, stream: Int32(receiver))
    wakeUps.push(time: arrival, stream: Int32(receiver))
    return arrival
  }
}
