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
        (0..<run.count).reduce(start) { start, _ in
          layers.run(run.forward.total, gather: run.parameterGather, from: start)
        }
      }
    }
    backwardPace = pace { layers, start in
      let end = shardedRuns.reversed().reduce(start) { start, run in
        (0..<run.count).reduce(start) { start, _ in
          layers.run(
            run.backward.total, gather: run.parameterGather,
            reduction: reducesEveryPass ? run.gradientReduction : .zero, from: start)
        }
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
    (forwardPace, backwardPace) = (forward, backward)
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
