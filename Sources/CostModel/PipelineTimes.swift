import Quantities
import StrategySpace

/// When the stages of a pipeline finish their passes: the recurrence behind the estimate.
///
/// Every stage runs its passes in the schedule's order, each as soon as the stage is free and the
/// pass's input has arrived. Once filled, a pipeline repeats itself, so only the first microbatches
/// are run, a few for each stage, and every further one adds a period: what microbatches took in
/// the steady state, or what the busiest stage, link or data-parallel network needs.
///
/// Schedules that split the backward pass are run as the ones that they never are slower than: 1F1B,
/// or interleaved where a stage has several chunks.
///
/// Orders of passes: Huang et al. 2019, arXiv:1811.06965; Narayanan et al. 2021, arXiv:2104.04473.
/// - Complexity: O(stages² · chunks per stage).
struct PipelineTimes {
  /// By stage: the end of its last backward pass.
  private var computed: [Seconds]
  /// By stage: the end of the gradient reductions that run behind backward passes.
  private var reduced: [Seconds]

  private let schedule: PipelineSchedule
  /// Whether a stage computes while it sends.
  private let overlapsTransfers: Bool
  private let stageCount: Int
  private let chunksPerStage: Int
  /// Microbatches that are run.
  private let microbatches: Int
  /// Microbatches that go through one chunk of a stage before the next chunk has its turn.
  private let groupSize: Int
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
    overlapsTransfers = step.strategy.overlap.pipelineTransfers
    stageCount = step.stages.count
    chunksPerStage = step.stages.first?.chunks.count ?? 0
    let groupsToSettle = schedule.groupsToSettle(step.strategy.zeroStage)
    microbatches = min(step.microbatchCount, groupsToSettle * stageCount)
    groupSize = schedule == .breadthFirst ? microbatches : stageCount
    let groups = (microbatches + groupSize - 1) / max(1, groupSize)
    turns = groups * groupSize * chunksPerStage
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

  /// By stage: when its passes and the reductions behind them are done.
  var stageEnds: [Seconds] { zip(computed, reduced).map { max($0, $1) } }

  // MARK: Order

  /// Passes forward before the first one backward.
  private func warmUp(_ stage: Int) -> Int {
    min(schedule.warmUp(stage, stageCount, chunksPerStage), turns)
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
    // Microbatches go in groups, a group through one chunk after the other.
    let group = turn / (groupSize * chunksPerStage)
    let place = turn % (groupSize * chunksPerStage)
    let microbatch = group * groupSize + place % groupSize
    let local = place / groupSize
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
        end = sharded[stage].run(
          run.count, run.forward.total, gather: run.parameterGather, from: end)
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
      if !overlapsTransfers { computed[stage] = end }
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
        end = sharded[stage].run(
          run.count, run.backward.total, gather: run.parameterGather,
          reduction: times.reducesEveryPass ? run.gradientReduction : .zero, from: end)
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
      if !overlapsTransfers { computed[stage] = end }
    }
    gradients[index - microbatches] = end
    return true
  }

  // MARK: Steady state

  /// Adds a period for every further microbatch.
  private mutating func extend(by more: Int) {
    guard more > 0, !chunks.isEmpty else { return }
    if schedule == .gpipe || schedule == .breadthFirst {
      let periods = unmixedPeriods
      for stage in computed.indices {
        computed[stage] += periods[stage].computed * more
        reduced[stage] += periods[stage].reduced * more
      }
      return
    }
    var period = steadyPeriod
    for stage in 0..<stageCount {
      var load = StageLoad()
      for chunk in stride(from: stage, to: chunks.count, by: stageCount) {
        load.add(chunks[chunk], overlapsTransfers: overlapsTransfers)
      }
      period = max(period, load.longest)
    }
    for stage in computed.indices {
      computed[stage] += period * more
      reduced[stage] += period * more
    }
  }

  /// By stage: the period where all forward passes come before all backward passes.
  ///
  /// With very many microbatches only what repeats with each of them counts: all microbatches
  /// through one chunk are one long pass, of the chunk's pace, and so are all of its transfers. Such
  /// a pass begins when the stage has done the one before and the first microbatch has arrived, and
  /// ends neither before it has worked on all nor before the last has arrived.
  private var unmixedPeriods: [(computed: Seconds, reduced: Seconds)] {
    var computed = [Seconds](repeating: .zero, count: stageCount)
    var reduced = computed
    /// Takes all microbatches through the chunks in a direction.
    func run(
      _ order: some Sequence<Int>, pace: (ChunkTimes) -> Seconds, send: (ChunkTimes) -> Seconds,
      reduces: Bool
    ) {
      var sent = [Seconds](repeating: .zero, count: stageCount)
      var arrival = (first: Seconds.zero, last: Seconds.zero)
      for chunk in order {
        let (stage, times) = (chunk % stageCount, chunks[chunk])
        let blocked = overlapsTransfers ? .zero : send(times)
        let begin = max(computed[stage], arrival.first)
        computed[stage] = max(begin + pace(times) + blocked, arrival.last)
        if reduces, times.reducesEveryPass {
          reduced[stage] = max(max(reduced[stage], begin) + times.reduction, computed[stage])
        }
        let sending = overlapsTransfers ? send(times) : .zero
        let firstSent = max(begin, sent[stage])
        sent[stage] = max(firstSent + sending, computed[stage])
        arrival = sending > .zero ? (firstSent, sent[stage]) : (begin, computed[stage])
      }
    }
    run(chunks.indices, pace: \.forwardPace, send: \.sendForward, reduces: false)
    run(chunks.indices.reversed(), pace: \.backwardPace, send: \.sendBackward, reduces: true)
    return zip(computed, reduced).map { ($0, max($0, $1)) }
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
  private var passes = Seconds.zero
  private var sendForward = Seconds.zero
  private var sendBackward = Seconds.zero
  private var dataTraffic = Seconds.zero

  var longest: Seconds { max(passes, sendForward, sendBackward, dataTraffic) }

  mutating func add(_ chunk: ChunkTimes, overlapsTransfers: Bool) {
    passes += chunk.forward + chunk.backward
    if !overlapsTransfers { passes += chunk.sendForward + chunk.sendBackward }
    sendForward += chunk.sendForward
    sendBackward += chunk.sendBackward
    dataTraffic += 2 * chunk.shardedRuns.map { $0.parameterGather * $0.count }.sum()
    if chunk.reducesEveryPass { dataTraffic += chunk.reduction }
  }
}

extension PipelineSchedule {
  /// Groups of as many microbatches as there are stages until a step repeats itself: a long warm-up
  /// takes more of them, and so does the network of sharded parameters.
  fileprivate func groupsToSettle(_ zeroStage: ZeROStage) -> Int {
    if zeroStage == .parameters { return 6 }
    return self == .earlyBackward || self == .zeroBubbleH2 ? 4 : 3
  }
}
