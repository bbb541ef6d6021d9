import Quantities
import StrategySpace

/// When the stages of a pipeline finish their passes: the recurrence behind the closed-form time.
///
/// Every stage runs its passes in the schedule's order, each as soon as the stage is free and the
/// pass's input has arrived. Once filled, a pipeline repeats itself, so only the first microbatches
/// are run, three for each stage, and every further one adds a period: what microbatches took in
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
    microbatches = min(step.microbatchCount, 3 * stageCount)
    let groups = (microbatches + stageCount - 1) / max(1, stageCount)
    turns = groups * stageCount * chunksPerStage
    let stages = step.stages.map { ChunkTimes.all(of: $0, step.strategy) }
    chunks = (0..<stageCount * chunksPerStage).map { [stageCount] in
      stages[$0 % stageCount][$0 / stageCount]
    }
    let none = [Seconds](repeating: .zero, count: stageCount)
    (computed, reduced, sentForward, sentBackward) = (none, none, none, none)
    forwards = [Int](repeating: 0, count: stageCount)
    backwards = forwards
    activations = [Seconds](
      repeating: Seconds(.infinity), count: chunks.count * microbatches)
    gradients = activations
    run()
    let more = period * (step.microbatchCount - microbatches)
    for stage in computed.indices {
      computed[stage] += more
      reduced[stage] += more
    }
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
    var end = max(computed[stage], input) + times.forward
    if microbatch == 0 { end = max(end, times.gathered) }
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
    var end = max(computed[stage], gradients[index]) + times.backward
    computed[stage] = end
    if times.reducesEveryPass || microbatch == microbatches - 1 {
      reduced[stage] = max(reduced[stage] + times.reduction, end + times.reductionTail)
    }
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

  /// The time of one further microbatch.
  private var period: Seconds {
    func busiest(_ time: (ChunkTimes) -> Seconds) -> Seconds {
      (0..<stageCount).map { stage in
        stride(from: stage, to: chunks.count, by: stageCount).map { time(chunks[$0]) }.sum()
      }.max() ?? .zero
    }
    let sends = (busiest(\.sendForward), busiest(\.sendBackward))
    let reduction = busiest { $0.reducesEveryPass ? $0.reduction : .zero }
    if schedule == .gpipe {
      return max(busiest(\.forward), sends.0) + max(busiest(\.backward), sends.1, reduction)
    }
    return max(
      busiest { $0.forward + $0.backward }, sends.0, sends.1, reduction, steadyPeriod)
  }

  /// What a microbatch took on the first stage before its forward passes ran out.
  private var steadyPeriod: Seconds {
    let last = turns - warmUp(0) - 1
    let first = last - stageCount * chunksPerStage
    guard first >= 0, last < firstStageEnds.count else { return .zero }
    return (firstStageEnds[last] - firstStageEnds[first]) / stageCount
  }
}

/// The passes of one microbatch through a chunk, and the communication around them.
private struct ChunkTimes {
  var forward = Seconds.zero
  var backward = Seconds.zero
  var sendForward: Seconds
  var sendBackward: Seconds
  /// The first forward pass cannot end before this, counted from the start of the step: its layers
  /// wait for parameters that the last update changed.
  var gathered = Seconds.zero
  /// The reductions of the chunk's gradients, one after the other.
  var reduction = Seconds.zero
  /// From the end of a backward pass until its gradients are reduced, if nothing else is; minus
  /// infinity when nothing is reduced behind the pass.
  var reductionTail = Seconds(-.infinity)
  /// Whether gradients are reduced with every microbatch, not with the last one alone.
  var reducesEveryPass = false

  /// Of all chunks of a stage: their parameters are gathered one chunk after the other.
  static func all(of stage: StageCost, _ strategy: Strategy) -> [ChunkTimes] {
    var gathering = Seconds.zero
    return stage.chunks.map { chunk in
      var times = ChunkTimes(sendForward: chunk.sendForward, sendBackward: chunk.sendBackward)
      if strategy.zeroStage == .parameters {
        times.addSharded(chunk, strategy)
      } else {
        times.addWhole(chunk, strategy, gathering: &gathering)
      }
      return times
    }
  }

  /// Sharded parameters are gathered one layer ahead, on the network that reduces gradients too: a
  /// layer lasts as long as the slower of compute and traffic.
  private mutating func addSharded(_ chunk: ChunkCost, _ strategy: Strategy) {
    let reducesBehind = strategy.overlap.gradientReduction
    for run in chunk.runs {
      let reduction = run.gradientReduction
      forward += max(run.forward.total, run.parameterGather) * run.count
      backward +=
        reducesBehind
        ? max(run.backward.total, run.parameterGather + reduction) * run.count
        : (max(run.backward.total, run.parameterGather) + reduction) * run.count
    }
    if reducesBehind { reductionTail = chunk.runs.first?.gradientReduction ?? .zero }
  }

  private mutating func addWhole(
    _ chunk: ChunkCost, _ strategy: Strategy, gathering: inout Seconds
  ) {
    for run in chunk.runs {
      let pass = run.forward.total * run.count
      forward += pass
      backward += run.backward.total * run.count
      gathered += pass
      guard strategy.gathersAtStart, run.parameterGather > .zero else { continue }
      // Of a run of equal layers either the first or the last waits longest.
      let first = gathering + run.parameterGather + pass
      gathering += run.parameterGather * run.count
      gathered = max(gathered, first, gathering + run.forward.total)
    }
    let reducesEveryPass = strategy.zeroStage == .gradients
    if strategy.overlap.gradientReduction {
      self.reducesEveryPass = reducesEveryPass
      addReductions(chunk)
    } else if reducesEveryPass {
      backward += chunk.gradientReduction
    }
  }

  /// Reductions queue up behind the layers of a backward pass, last layer first.
  private mutating func addReductions(_ chunk: ChunkCost) {
    reduction = chunk.gradientReduction
    var rest = chunk.backward.total
    for run in chunk.runs.reversed() {
      let all = run.gradientReduction * run.count
      let afterFirst = rest - run.backward.total
      rest -= run.backward.total * run.count
      reductionTail = max(
        reductionTail + all, all - afterFirst, run.gradientReduction - rest)
    }
  }
}

extension Strategy {
  /// Whether a step starts with gathering the parameters that the last update changed.
  fileprivate var gathersAtStart: Bool {
    gathersUpdatedParameters && overlap.parameterGather
  }

  /// Whether ranks update parts of the parameters that all of them need whole.
  var gathersUpdatedParameters: Bool { zeroStage == .optimizer || zeroStage == .gradients }
}

extension ChunkCost {
  /// The reductions of all gradients, one after the other.
  var gradientReduction: Seconds { runs.map { $0.gradientReduction * $0.count }.sum() }
}
