import Quantities
import StrategySpace

/// When the stages of a pipeline finish their passes: the recurrence behind the closed-form time.
///
/// Every stage runs its passes in the schedule's order, each as soon as the stage is free and the
/// pass's input has arrived. Once filled, a pipeline repeats itself, so only the first microbatches
/// are run, a few for each stage, and every further one adds a period: what microbatches took in
/// the steady state, or what the busiest stage, link or data-parallel network needs.
///
/// Orders of passes: Huang et al. 2019, arXiv:1811.06965; Narayanan et al. 2021, arXiv:2104.04473.
/// - Complexity: O(stages² · chunks per stage).
struct PipelineTimes {
  /// By stage: the end of its last backward pass.
  private(set) var computed: [Seconds]
  /// By stage: the end of the gradient reductions that run behind backward passes.
  private(set) var reduced: [Seconds]

  private let schedule: PipelineSchedule
  private let stageCount: Int
  private let chunksPerStage: Int
  /// Microbatches that are run.
  private let microbatches: Int
  /// Passes forward of one stage, counting those that would complete the last group of
  /// microbatches.
  private let turns: Int
  /// By chunk of the whole pipeline.
  private let chunks: [ChunkTimes]
  /// By stage: forward and backward passes that are done.
  private var forwards: [Int]
  private var backwards: [Int]
  /// By stage: layers whose parameters are sharded, and the network that brings them.
  private var sharded: [ShardedLayers]
  /// By stage: when its transfers are done.
  private var sentForward: [Seconds]
  private var sentBackward: [Seconds]
  /// By chunk and microbatch: when the input of a pass is there, infinite until that is known.
  private var activations: [Seconds]
  private var gradients: [Seconds]
  /// Of the first stage, by backward pass: its end.
  private var firstStageEnds: [Seconds] = []

  init(_ step: StepCost) {
    schedule = step.strategy.schedule
    stageCount = step.stages.count
    chunksPerStage = step.stages.first?.chunks.count ?? 0
    // The network of sharded parameters takes longer to settle.
    let groupsToSettle = step.strategy.zeroStage == .parameters ? 6 : 3
    microbatches = min(step.microbatchCount, groupsToSettle * stageCount)
    let groups = (microbatches + stageCount - 1) / max(1, stageCount)
    turns = groups * stageCount * chunksPerStage
    let stages = step.stages.map { ChunkTimes.all(of: $0, step.strategy) }
    chunks = (0..<stageCount * chunksPerStage).map { [stageCount] in
      stages[$0 % stageCount][$0 / stageCount]
    }
    let none = [Seconds](repeating: .zero, count: stageCount)
    (computed, reduced, sentForward, sentBackward) = (none, none, none, none)
    sharded = [ShardedLayers](repeating: ShardedLayers(), count: stageCount)
    forwards = [Int](repeating: 0, count: stageCount)
    backwards = forwards
    activations = [Seconds](
      repeating: Seconds(.infinity), count: chunks.count * microbatches)
    gradients = activations
    run()
    extend(by: step.microbatchCount - microbatches)
  }

  // MARK: Order

  /// Passes forward before the first one backward.
  private func warmUp(_ stage: Int) -> Int {
    let below = stageCount - 1 - stage
    let passes =
      switch schedule {
      case .gpipe: turns
      case .oneForwardOneBackward: below + 1
      case .interleaved: 2 * below + (chunksPerStage - 1) * stageCount + 1
      }
    return min(passes, turns)
  }

  /// Runs all passes: whatever stage can go on, does.
  private mutating func run() {
    var advances = true
    while advances {
      advances = false
      for stage in 0..<stageCount {
        while runNext(on: stage) { advances = true }
      }
    }
  }

  /// - Returns: whether the stage's next pass could run.
  private mutating func runNext(on stage: Int) -> Bool {
    let isForward = forwards[stage] < min(warmUp(stage) + backwards[stage], turns)
    let turn = isForward ? forwards[stage] : backwards[stage]
    guard turn < turns else { return false }
    // Microbatches go in groups of one for each stage, a group through one chunk after the other.
    let group = turn / (stageCount * chunksPerStage)
    let place = turn % (stageCount * chunksPerStage)
    let microbatch = group * stageCount + place % stageCount
    let local = place / stageCount
    if microbatch < microbatches {
      let chunk = (isForward ? local : chunksPerStage - 1 - local) * stageCount + stage
      let done =
        isForward
        ? runForward(chunk, microbatch, on: stage)
        : runBackward(chunk, microbatch, on: stage)
      guard done else { return false }
    }
    if isForward { forwards[stage] += 1 } else { backwards[stage] += 1 }
    return true
  }

  // MARK: Passes

  private mutating func runForward(_ chunk: Int, _ microbatch: Int, on stage: Int) -> Bool {
    let index = chunk * microbatches + microbatch
    let input = chunk == 0 ? .zero : activations[index]
    guard input.isFinite else { return false }
    let times = chunks[chunk]
    var end = max(computed[stage], input)
    if times.shardedRuns.isEmpty {
      end += times.forward
      if microbatch == 0 { end = max(end, times.gathered) }
    } else {
      for run in times.shardedRuns {
        for _ in 0..<run.count {
          end = sharded[stage].run(run.forward.total, gather: run.parameterGather, from: end)
        }
      }
    }
    computed[stage] = end
    guard chunk + 1 < chunks.count else {
      gradients[index] = end
      return true
    }
    if times.sendForward > .zero {
      end = max(end, sentForward[stage]) + times.sendForward
      sentForward[stage] = end
    }
    activations[index + microbatches] = end
    return true
  }

  private mutating func runBackward(_ chunk: Int, _ microbatch: Int, on stage: Int) -> Bool {
    let index = chunk * microbatches + microbatch
    guard gradients[index].isFinite else { return false }
    let times = chunks[chunk]
    var end = max(computed[stage], gradients[index])
    if times.shardedRuns.isEmpty {
      end += times.backward
      if times.reducesEveryPass || microbatch == microbatches - 1 {
        reduced[stage] = max(reduced[stage] + times.reduction, end + times.reductionTail)
      }
    } else {
      for run in times.shardedRuns.reversed() {
        for _ in 0..<run.count {
          end = sharded[stage].run(
            run.backward.total, gather: run.parameterGather,
            reduction: times.reducesEveryPass ? run.gradientReduction : .zero, from: end)
        }
      }
      if !times.reducesEveryPass { end = sharded[stage].reduceAll(times.reduction, from: end) }
      reduced[stage] = sharded[stage].networkEnd
    }
    computed[stage] = end
    if stage == 0 { firstStageEnds.append(end) }
    guard chunk > 0 else { return true }
    if times.sendBackward > .zero {
      end = max(end, sentBackward[stage]) + times.sendBackward
      sentBackward[stage] = end
    }
    gradients[index - microbatches] = end
    return true
  }

  // MARK: Steady state

  /// Adds a period for every further microbatch.
  private mutating func extend(by more: Int) {
    guard more > 0 else { return }
    let stages = (0..<stageCount).map { stage in
      stride(from: stage, to: chunks.count, by: stageCount).reduce(into: StageLoad()) {
        $0.add(chunks[$1])
      }
    }
    let sends = (
      stages.map(\.sendForward).max() ?? .zero, stages.map(\.sendBackward).max() ?? .zero
    )
    if schedule == .gpipe {
      // Forward all stages keep the slowest one's pace, backward a stage keeps that of those below.
      let forward = max(stages.map(\.forwardPace).max() ?? .zero, sends.0)
      var backward = Seconds.zero
      for (stage, load) in stages.enumerated().reversed() {
        backward = max(backward, load.backwardPace)
        computed[stage] += (forward + backward) * more
        reduced[stage] += (forward + max(backward, load.reductions)) * more
        backward = max(backward, load.sendBackward)
      }
      return
    }
    let busiest =
      stages.map { max($0.passes, 2 * $0.gathers + $0.reductions) }.max() ?? .zero
    let period = max(busiest, sends.0, sends.1, steadyPeriod)
    for stage in computed.indices {
      computed[stage] += period * more
      reduced[stage] += period * more
    }
  }

  /// What a microbatch took on the first stage before its forward passes ran out.
  private var steadyPeriod: Seconds {
    let last = turns - warmUp(0) - 1
    let first = last - stageCount * chunksPerStage
    guard first >= 0, last < firstStageEnds.count else { return .zero }
    return (firstStageEnds[last] - firstStageEnds[first]) / stageCount
  }
}

/// What one microbatch asks of a stage and the networks around it.
private struct StageLoad {
  /// Both passes, without waiting.
  var passes = Seconds.zero
  var forwardPace = Seconds.zero
  var backwardPace = Seconds.zero
  var sendForward = Seconds.zero
  var sendBackward = Seconds.zero
  /// Data-parallel traffic of each pass.
  var gathers = Seconds.zero
  var reductions = Seconds.zero

  mutating func add(_ chunk: ChunkTimes) {
    passes += chunk.forward + chunk.backward
    forwardPace += chunk.forwardPace
    backwardPace += chunk.backwardPace
    sendForward += chunk.sendForward
    sendBackward += chunk.sendBackward
    gathers += chunk.shardedRuns.map { $0.parameterGather * $0.count }.sum()
    if chunk.reducesEveryPass { reductions += chunk.reduction }
  }
}
