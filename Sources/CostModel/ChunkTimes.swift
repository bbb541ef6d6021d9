import Quantities
import StrategySpace

/// The passes of one microbatch through a chunk, and the communication around them.
struct ChunkTimes {
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
  /// Whether gradients are reduced behind every microbatch, not behind the last one alone.
  var reducesEveryPass = false
  /// What a pass takes in a row of equal passes, with the traffic that its layers wait for.
  var forwardPace = Seconds.zero
  var backwardPace = Seconds.zero
  /// The layers, when every pass gathers their parameters (FSDP); else empty.
  var shardedRuns: [LayerRun] = []

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

  private mutating func addSharded(_ chunk: ChunkCost, _ strategy: Strategy) {
    shardedRuns = chunk.runs
    forward = chunk.forward.total
    backward = chunk.backward.total
    reduction = chunk.gradientReduction
    reducesEveryPass = strategy.overlap.gradientReduction
    if !reducesEveryPass { backward += reduction }
    // Other schedules mix forward and backward passes.
    guard strategy.schedule == .gpipe || strategy.schedule == .breadthFirst else { return }
    forwardPace = pace { layers, start in
      shardedRuns.reduce(start) { start, run in
        layers.run(run.count, run.forward.total, gather: run.parameterGather, from: start)
      }
    }
    backwardPace = pace { layers, start in
      let end = shardedRuns.reversed().reduce(start) { start, run in
        layers.run(
          run.count, run.backward.total, gather: run.parameterGather,
          reduction: reducesEveryPass ? run.gradientReduction : .zero, from: start)
      }
      return reducesEveryPass ? end : layers.reduceAll(reduction, from: end)
    }
  }

  /// What a pass takes behind others like it, when the network has settled.
  private func pace(
    _ pass: (inout ShardedLayers, _ start: Seconds) -> Seconds
  ) -> Seconds {
    var layers = ShardedLayers()
    var start = Seconds.zero
    for _ in 0..<3 { start = pass(&layers, start) }
    return pass(&layers, start) - start
  }

  private mutating func addWhole(
    _ chunk: ChunkCost, _ strategy: Strategy, gathering: inout Seconds
  ) {
    for run in chunk.runs { addWhole(run, strategy, gathering: &gathering) }
    finishWhole(strategy)
    (forwardPace, backwardPace) = (forward, backward)
  }

  /// Adds layers whose parameters are not sharded, in the order of the forward pass.
  ///
  /// - Parameter gathering: when the parameters of all layers before have been gathered.
  mutating func addWhole(
    _ run: LayerRun, _ strategy: Strategy, gathering: inout Seconds
  ) {
    // Reductions queue up behind the layers of a backward pass, last layer first: those of these
    // layers and of the ones before them come last.
    let all = run.gradientReduction * run.count
    let afterFirst = backward + run.backward.total * (run.count - 1)
    reductionTail = max(
      reductionTail, reduction + max(all - afterFirst, run.gradientReduction - backward))
    reduction += all
    let pass = run.forward.total * run.count
    forward += pass
    backward += run.backward.total * run.count
    gathered += pass
    guard strategy.gathersAtStart, run.parameterGather > .zero else { return }
    // Of a run of equal layers either the first or the last waits longest.
    let first = gathering + run.parameterGather + pass
    gathering += run.parameterGather * run.count
    gathered = max(gathered, first, gathering + run.forward.total)
  }

  /// Lets reductions run behind backward passes, or after each of them.
  mutating func finishWhole(_ strategy: Strategy) {
    let reducesEveryPass = strategy.zeroStage == .gradients
    if strategy.overlap.gradientReduction {
      self.reducesEveryPass = reducesEveryPass
      return
    }
    if reducesEveryPass { backward += reduction }
    reduction = .zero
    reductionTail = Seconds(-.infinity)
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

/// The layers of a stage whose parameters are sharded, one after the other.
///
/// Parameters are gathered one layer ahead: while a layer computes, the next one's arrive. The
/// gradients of a layer leave behind them, over the same network.
struct ShardedLayers {
  /// When the network is free.
  private var network = Seconds.zero
  /// Ends of the layer before last and of the last.
  private var ends = (Seconds.zero, Seconds.zero)
  private var leaving: (duration: Seconds, from: Seconds)?

  /// When everything has been reduced.
  var networkEnd: Seconds {
    leaving.map { max(network, $0.from) + $0.duration } ?? network
  }

  /// - Returns: the end of a layer's pass.
  mutating func run(
    _ compute: Seconds, gather: Seconds, reduction: Seconds = .zero, from start: Seconds
  ) -> Seconds {
    var start = start
    if gather > .zero {
      network = max(network, ends.0) + gather
      start = max(start, network)
      reduceLeaving()
    }
    ends = (ends.1, start + compute)
    if reduction > .zero {
      reduceLeaving()
      leaving = (reduction, ends.1)
    }
    return ends.1
  }

  /// Runs equal layers one after the other. Once a layer takes what the one before took, so do all
  /// that follow.
  ///
  /// - Returns: the end of the last layer's pass.
  mutating func run(
    _ count: Int, _ compute: Seconds, gather: Seconds, reduction: Seconds = .zero,
    from start: Seconds
  ) -> Seconds {
    var end = start
    var last = (network: Seconds.zero, end: Seconds.zero)
    for done in 1...max(1, count) where done <= count {
      let before = (network: network, end: ends.1)
      end = run(compute, gather: gather, reduction: reduction, from: end)
      let step = (network: network - before.network, end: ends.1 - before.end)
      let tolerance = Self.settled * end
      if done > 2, done < count, abs((step.network - last.network).value) <= tolerance.value,
        abs((step.end - last.end).value) <= tolerance.value
      {
        return skip(count - done, step)
      }
      last = step
    }
    return end
  }

  /// Differences of this part of the time come from rounding.
  private static let settled = 1e-14

  private mutating func skip(_ count: Int, _ step: (network: Seconds, end: Seconds)) -> Seconds {
    network += step.network * count
    ends.0 += step.end * count
    ends.1 += step.end * count
    if let (duration, from) = leaving { leaving = (duration, from + step.end * count) }
    return ends.1
  }

  /// - Returns: the end of reductions that nothing runs beside.
  mutating func reduceAll(_ duration: Seconds, from start: Seconds) -> Seconds {
    guard duration > .zero else { return start }
    network = max(network, start) + duration
    return network
  }

  private mutating func reduceLeaving() {
    network = networkEnd
    leaving = nil
  }
}
