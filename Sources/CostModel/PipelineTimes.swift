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
      let forward = max(stages.map(\.forward).max() ?? .zero, sends.0)
      var backward = Seconds.zero
      for (stage, load) in stages.enumerated().reversed() {
        backward = max(backward, load.backward)
        computed[stage] += (forward + backward) * more
        reduced[stage] += (forward + max(backward, load.reduction)) * more
        backward = max(backward, load.sendBackward)
      }
      return
    }
    let busiest = stages.map { max($0.forward + $0.backward, $0.reduction) }.max() ?? .zero
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
  var forward = Seconds.zero
  var backward = Seconds.zero
  var sendForward = Seconds.zero
  var sendBackward = Seconds.zero
  var reduction = Seconds.zero

  mutating func add(_ chunk: ChunkTimes) {
    forward += chunk.forward
    backward += chunk.backward
    sendForward += chunk.sendForward
    sendBackward += chunk.sendBackward
    if chunk.reducesEveryPass { reduction += chunk.reduction }
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

  /// Sharded parameters are gathered one layer ahead, on the network that reduces gradients too:
  /// while a layer computes, the next one's parameters arrive and, backward, the gradients of the
  /// one before leave. A layer lasts as long as the slower of the two.
  private mutating func addSharded(_ chunk: ChunkCost, _ strategy: Strategy) {
    let reducesBehind = strategy.overlap.gradientReduction
    let runs = chunk.runs
    for (index, run) in runs.enumerated() {
      let compute = run.forward.total
      let gather = run.parameterGather
      // Behind the forward pass comes the backward pass of the last layer.
      let next = index + 1 < runs.count ? runs[index + 1].parameterGather : gather
      forward += max(compute, gather) * (run.count - 1) + max(compute, next)
    }
    var leaving = Seconds.zero
    for (index, run) in runs.enumerated().reversed() {
      let compute = run.backward.total
      let gather = run.parameterGather
      let next = runs[max(0, index - 1)].parameterGather
      let reduction = reducesBehind ? run.gradientReduction : .zero
      if next == .zero {
        // Nothing waits for the network here.
        leaving = max(.zero, leaving - compute * run.count) + reduction * (run.count - 1)
        backward += compute * run.count
      } else if run.count == 1 {
        backward += max(compute, leaving + next)
        leaving = .zero
      } else {
        backward += max(compute, leaving + gather) + max(compute, reduction + next)
        backward += max(compute, reduction + gather) * (run.count - 2)
        leaving = .zero
      }
      leaving += reduction
    }
    gathered = forward + (runs.first?.parameterGather ?? .zero)
    if reducesBehind { reductionTail = leaving } else { backward += chunk.gradientReduction }
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
