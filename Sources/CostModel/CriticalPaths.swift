import Quantities
public import StrategySpace

/// The paths through a step that can be its critical one, in closed form: no step is faster than any
/// of them, and nearly always one takes as long as the step.
///
/// A stage `s` runs `w` passes forward before its first one backward, then one of each in turn, then
/// the passes backward that are left. A path reaches the first pass backward through the whole
/// pipeline or through the passes forward of a stage; it stays on one stage until that has no pass
/// forward left; it ends through the whole pipeline or through the passes backward of a stage. With
/// `f` and `b` the passes of a stage, `e = f + b` and one chunk per stage, the longest takes
///
///     Σ e + max over s of (Σ over i ≥ s of e_i + (m − 1 − w_s) e_s)
///
/// unless warm-up or cool-down hold more work than the pipeline below them.
///
/// - Complexity: O(chunks), without allocating once buffers have grown.
struct CriticalPaths {
  private var stageCount = 0
  private var chunksPerStage = 0
  /// Microbatches that go through one chunk of a stage before the next chunk has its turn.
  private var groupSize = 1
  /// Passes of one stage in one direction.
  private var turns = 0

  // By chunk of the pipeline, in seconds. What a stage waits for while it sends is part of the pass.
  private var forward: [Double] = []
  private var backward: [Double] = []
  /// On the way to the next and to the previous chunk, while the stage computes.
  private var forwardLatency: [Double] = []
  private var backwardLatency: [Double] = []
  /// What a stage waits for while it sends to the previous chunk.
  private var backwardBlocked: [Double] = []
  /// The first pass forward, and the last one backward.
  private var firstEnds: [Double] = []
  private var lastEnds: [Double] = []
  /// By stage, then by chunk: passes of the chunks before, in the order of their turns.
  private var forwardSums: [Double] = []
  private var backwardSums: [Double] = []
  // By stage.
  private var warmUps: [Int] = []
  /// When the first pass backward and the last one forward are done.
  private var turned: [Double] = []
  private var drained: [Double] = []

  /// The chunks' times and how they are sent, chunk by chunk; then the ends follow.
  mutating func run(
    _ strategy: Strategy, microbatches: Int, chunk: (Int) -> PassTimes
  ) {
    stageCount = strategy.pipelineParallelSize
    chunksPerStage = strategy.virtualPipelineSize
    groupSize = strategy.schedule == .interleaved ? stageCount : microbatches
    turns = microbatches * chunksPerStage
    resize()
    read(chunk, blocking: !strategy.overlap.pipelineTransfers)
    for stage in 0..<stageCount {
      warmUps[stage] = min(strategy.schedule.warmUp(stage, stageCount, chunksPerStage), turns)
    }
    turnAround()
    drain()
    finish()
  }

  /// When a stage has done its last pass backward, and has sent what it must wait for.
  func end(ofStage stage: Int) -> Double { lastEnds[stage] }

  /// When a chunk has done its last pass backward.
  func lastBackwardEnd(ofChunk chunk: Int) -> Double { lastEnds[chunk] - backwardBlocked[chunk] }

  /// When a stage has done its first pass backward.
  func firstBackwardEnd(ofStage stage: Int) -> Double {
    turned[stage] - backwardBlocked[(chunksPerStage - 1) * stageCount + stage]
  }

  // MARK: Passes

  private mutating func resize() {
    let chunks = stageCount * chunksPerStage
    guard forward.count < chunks || forwardSums.count < chunks + stageCount else { return }
    let none = [Double](repeating: 0, count: chunks)
    (forward, backward, forwardLatency, backwardLatency) = (none, none, none, none)
    (backwardBlocked, firstEnds, lastEnds) = (none, none, none)
    forwardSums = [Double](repeating: 0, count: chunks + stageCount)
    (backwardSums, turned, drained) = (forwardSums, forwardSums, forwardSums)
    warmUps = [Int](repeating: 0, count: chunks + stageCount)
  }

  private mutating func read(_ times: (Int) -> PassTimes, blocking: Bool) {
    var arrival = 0.0
    for chunk in 0..<stageCount * chunksPerStage {
      let times = times(chunk)
      let (send, reply) = (times.sendForward.value, times.sendBackward.value)
      forward[chunk] = times.forward.value + (blocking ? send : 0)
      backward[chunk] = times.backward.value + (blocking ? reply : 0)
      forwardLatency[chunk] = blocking ? 0 : send
      backwardLatency[chunk] = blocking ? 0 : reply
      backwardBlocked[chunk] = blocking ? reply : 0
      let end = max(arrival + times.forward.value, times.gathered.value)
      firstEnds[chunk] = end + (blocking ? send : 0)
      arrival = end + send
    }
    for stage in 0..<stageCount {
      let row = stage * (chunksPerStage + 1)
      (forwardSums[row], backwardSums[row]) = (0, 0)
      for local in 0..<chunksPerStage {
        let last = (chunksPerStage - 1 - local) * stageCount + stage
        forwardSums[row + local + 1] =
          forwardSums[row + local] + forward[local * stageCount + stage]
        backwardSums[row + local + 1] = backwardSums[row + local] + backward[last]
      }
    }
  }

  /// The first `count` passes forward of a stage, one after the other.
  private func forwardWork(_ stage: Int, _ count: Int) -> Double {
    work(forwardSums, stage, count)
  }

  private func backwardWork(_ stage: Int, _ count: Int) -> Double {
    work(backwardSums, stage, count)
  }

  private func work(_ sums: [Double], _ stage: Int, _ count: Int) -> Double {
    if chunksPerStage == 1 { return sums[stage * 2 + 1] * Double(count) }
    let row = stage * (chunksPerStage + 1)
    let (groups, place) = count.quotientAndRemainder(dividingBy: groupSize * chunksPerStage)
    let (local, rest) = place.quotientAndRemainder(dividingBy: groupSize)
    let next = sums[row + min(local + 1, chunksPerStage)] - sums[row + local]
    return Double(groupSize) * (Double(groups) * sums[row + chunksPerStage] + sums[row + local])
      + Double(rest) * next
  }

  // MARK: Paths

  /// Up to the first pass backward of each stage: through the first microbatch's whole way, or
  /// through the passes of the warm-up.
  private mutating func turnAround() {
    let lastRow = (chunksPerStage - 1) * stageCount
    var (slowest, passes) = (0, 0.0)
    for stage in 0..<stageCount {
      let count = warmUps[stage]
      var warm = 0.0
      for local in 0..<chunksPerStage where local * groupSize < count {
        let rest = forwardWork(stage, count) - forwardWork(stage, local * groupSize + 1)
        warm = max(warm, firstEnds[local * stageCount + stage] + rest)
      }
      if chunksPerStage == 1 {
        // All passes of the warm-up on a slower stage before this one, then straight down.
        if forward[stage] >= forward[slowest] { (slowest, passes) = (stage, 0) }
        if stage > slowest { passes += forward[stage] + forwardLatency[stage - 1] }
        let detour = firstEnds[slowest] + forward[slowest] * Double(count - 1) + passes
        warm = max(warm, detour)
      }
      (turned[stage], drained[stage]) = (warm, warm)
    }
    var below = firstEnds[lastRow + stageCount - 1]
    for stage in (0..<stageCount).reversed() {
      let chunk = lastRow + stage
      below = max(turned[stage], below) + backward[chunk]
      turned[stage] = below
      below += backwardLatency[chunk]
    }
  }

  /// From the first pass backward of each stage to its last one forward.
  private mutating func drain() {
    let lastRow = (chunksPerStage - 1) * stageCount
    var above = 0.0
    for stage in 0..<stageCount {
      let count = warmUps[stage]
      if turns > count {
        let passes =
          forwardWork(stage, turns) - forwardWork(stage, count)
          + backwardWork(stage, turns - count) - backwardWork(stage, 1)
        drained[stage] = turned[stage] + passes
      }
      let chunk = lastRow + stage
      if stage > 0 {
        drained[stage] = max(drained[stage], above + forward[chunk])
      } else if chunksPerStage > 1 {
        let sent = sendingEnd(stageCount - 1, from: firstEnds[stageCount - 1], forwardLatency)
        drained[stage] = max(drained[stage], sent + forward[chunk])
      }
      drained[stage] = max(drained[stage], roundTrips(stage))
      above = max(
        drained[stage] + forwardLatency[chunk],
        sendingEnd(stage, from: firstEnds[stage], forwardLatency))
    }
  }

  /// When a stage has sent all that it sends in one direction, one after the other.
  private func sendingEnd(_ stage: Int, from start: Double, _ latencies: [Double]) -> Double {
    var once = 0.0
    for local in 0..<chunksPerStage { once += latencies[local * stageCount + stage] }
    return start + once * Double(turns / chunksPerStage)
  }

  /// The last pass forward, if each waits for what went to the next stage and back: with slow links
  /// such round trips take longer than the passes of one stage.
  private func roundTrips(_ stage: Int) -> Double {
    let next = (stage + 1) % stageCount
    let count = warmUps[stage]
    guard next != stage, next > stage || chunksPerStage > 1, turns > count,
      forwardLatency[stage] > 0
    else { return 0 }
    func least(_ times: [Double], _ stage: Int, from first: Int = 0) -> Double {
      var least = Double.infinity
      for local in first..<chunksPerStage { least = min(least, times[local * stageCount + stage]) }
      return least
    }
    // Around from the last stage to the first, the first chunk receives and the last one sends nothing.
    let wraps = next < stage ? 1 : 0
    var (down, up) = (Double.infinity, Double.infinity)
    for local in 0..<chunksPerStage - wraps {
      down = min(down, forwardLatency[local * stageCount + stage])
      up = min(up, backwardLatency[(local + wraps) * stageCount + next])
    }
    let (f, b) = (least(forward, stage), least(backward, stage))
    let trip = f + down + least(forward, next) + least(backward, next) + up + b
    // What a round trip is ahead by, in passes.
    let ahead = wraps == 1 ? 2 * stageCount : 0
    let advance = ahead + count - warmUps[next] + 1
    guard advance > 0, trip > (f + b) * Double(advance) else { return 0 }
    let (trips, rest) = (turns - count - 1).quotientAndRemainder(dividingBy: advance)
    return turned[stage] + trip * Double(trips) + (f + b) * Double(rest) + f
  }

  /// From the last pass forward to the last one backward of each chunk.
  private mutating func finish() {
    for chunk in (0..<stageCount * chunksPerStage).reversed() {
      let (local, stage) = chunk.quotientAndRemainder(dividingBy: stageCount)
      let (count, done) = (warmUps[stage], turns - local * groupSize)
      let work = backwardWork(stage, done)
      var end = drained[stage] + work - backwardWork(stage, min(turns - count, done))
      if turns <= count { end = max(end, turned[stage] + work - backwardWork(stage, 1)) }
      if chunk + 1 < stageCount * chunksPerStage {
        end = max(end, lastEnds[chunk + 1] + backwardLatency[chunk + 1] + backward[chunk])
      }
      if local == 0 {
        let below = (stage + 1) % stageCount
        let sent = sendingEnd(below, from: turned[below], backwardLatency)
        if below > stage || chunksPerStage > 1 { end = max(end, sent + backward[chunk]) }
      }
      lastEnds[chunk] = end
    }
  }
}

/// The passes of one microbatch through a chunk, and how long what they hand on travels.
struct PassTimes {
  var forward: Seconds
  var backward: Seconds
  /// The first pass forward cannot end before this.
  var gathered: Seconds
  var sendForward: Seconds
  var sendBackward: Seconds
}

extension PipelineSchedule {
  /// Passes forward of a stage before its first one backward, if there are as many.
  public func warmUp(_ stage: Int, _ stageCount: Int, _ chunksPerStage: Int) -> Int {
    let below = stageCount - 1 - stage
    return switch self {
    case .gpipe, .breadthFirst: .max
    case .oneForwardOneBackward, .zeroBubbleH1: below + 1
    case .earlyBackward, .zeroBubbleH2: 2 * below + 1
    case .interleaved, .zeroBubbleV, .vHalf, .vMin, .dualPipe:
      2 * below + (chunksPerStage - 1) * stageCount + 1
    }
  }
}
