public import Quantities
import StrategySpace

extension StepCost {
  /// Peak memory of each stage: what is resident plus the activations of the microbatches in
  /// flight.
  public var peakMemory: [MemoryBreakdown] {
    stages.enumerated().map { index, stage in
      var memory = stage.residentMemory
      memory.activations = strategy.peakActivations(
        of: stage.chunks.map(\.activationMemory), onStage: index, of: microbatchCount)
      return memory
    }
  }

  /// The closed-form step time.
  ///
  /// Steady state: a period per microbatch, the slowest stage's forward and backward or, where
  /// transfers make a microbatch's round trip longer than the microbatches in flight can hide, that
  /// round trip divided by them. Around it the fill and drain of the other stages. Then, stage by
  /// stage, what data parallelism could not hide, and the update.
  public var estimatedTime: Seconds {
    let passes = stages.map { StagePasses($0, strategy) }
    let drainStart = pipelineTime(passes)
    var end = Seconds.zero
    var before = Seconds.zero
    var startDelay = Seconds.zero
    var fill = Seconds.zero
    for (index, stage) in stages.enumerated() {
      let tail = gradientTail(of: stage)
      end = max(
        end,
        drainStart - before + tail + stage.sharedWeightReduction + stage.optimizer
          + (strategy.overlap.parameterGather ? .zero : stage.parameterGather(strategy)))
      if strategy.overlap.parameterGather {
        startDelay = max(startDelay, gatherDelay(of: stage) - fill)
      }
      before += passes[index].backward / strategy.virtualPipelineSize + stage.sendBackwardTotal
      fill += passes[index].forward / strategy.virtualPipelineSize + stage.sendForwardTotal
    }
    return startDelay + end
  }

  /// Until the last backward pass of the first stage.
  private func pipelineTime(_ passes: [StagePasses]) -> Seconds {
    switch strategy.schedule {
    case .gpipe:
      let forward = passes.map(\.forward).max() ?? .zero
      let backward = passes.map(\.backward).max() ?? .zero
      let period = max(forward + backward, passes.map(\.sends).max() ?? .zero)
      return passes.map(\.roundTrip).sum() + period * (microbatchCount - 1)
    case .oneForwardOneBackward, .earlyBackward:
      var period = Seconds.zero
      var roundTrip = Seconds.zero
      for (index, stage) in passes.enumerated().reversed() {
        roundTrip += stage.roundTrip
        let inFlight = min(passes.count - index, microbatchCount)
        period = max(period, stage.total, stage.sends, roundTrip / inFlight)
      }
      return roundTrip + period * (microbatchCount - 1)
    case .interleaved, .breadthFirst:
      // A microbatch returns to a stage after one lap over all of them, by which time the stage
      // has worked on one chunk of as many microbatches as there are stages: a lap takes that
      // long, or the stage waits.
      let virtual = strategy.virtualPipelineSize
      let lap = passes.map(\.roundTrip).sum() / virtual
      let slowest = passes.map { max($0.total, $0.sends) }.max() ?? .zero
      let period = max(slowest, lap * virtual / passes.count)
      return period * microbatchCount + lap - period / virtual
    case .zeroBubbleH1: return splitBackwardTime(passes, weightGradientsInBubble: 2)
    case .zeroBubbleH2: return splitBackwardTime(passes, weightGradientsInBubble: 3)
    case .zeroBubbleV, .vHalf, .vMin, .dualPipe:
      return splitBackwardTime(passes, weightGradientsInBubble: 4)
    }
  }

  /// Schedules that fill the bubbles of fill and drain with gradients of weights.
  ///
  /// Of every other stage's pass, `n` weight gradients' time less is left as a bubble: 2 for ZB-H1,
  /// 3 for ZB-H2, all for ZB-V (Qi et al. 2023, arXiv:2401.10241). Exact for equal stages without
  /// transfers; optimistic for V-Half and V-Min.
  private func splitBackwardTime(
    _ passes: [StagePasses], weightGradientsInBubble count: Int
  ) -> Seconds {
    let slowest = passes.map { max($0.total, $0.sends) }.max() ?? .zero
    let bubbles = passes.map { max(.zero, $0.total - count * $0.weightGradient) }
    let others = bubbles.sum() - (bubbles.max() ?? .zero)
    return slowest * microbatchCount + others + passes.map(\.sends).sum()
  }

  /// From the end of a stage's last backward pass until its gradients are reduced.
  private func gradientTail(of stage: borrowing StageCost) -> Seconds {
    guard strategy.zeroStage < .gradients else {
      // Reduced with every microbatch: only that of the first layer is left over.
      return stage.chunks.first?.runs.first?.gradientReduction ?? .zero
    }
    let reductions = stage.chunks.flatMap(\.runs).map { $0.gradientReduction * $0.count }.sum()
    guard strategy.overlap.gradientReduction else { return reductions }
    // Reductions queue up behind the layers of the last microbatch, last layer first.
    var ready = Seconds.zero
    var finished = Seconds.zero
    for run in stage.chunks.reversed().flatMap({ $0.runs.reversed() }) {
      let pass = run.backward.total * run.count
      let first = ready + run.backward.total
      // Within a run of equal layers either compute or the network is the slower throughout.
      finished = max(
        max(finished, first) + run.gradientReduction * run.count,
        ready + pass + run.gradientReduction)
      ready += pass
    }
    return max(.zero, finished - ready)
  }

  /// How much the first forward pass is held up by gathering the parameters that the last update
  /// changed.
  private func gatherDelay(of stage: StageCost) -> Seconds {
    guard strategy.zeroStage == .optimizer || strategy.zeroStage == .gradients else { return .zero }
    var gathered = Seconds.zero
    var computed = Seconds.zero
    for run in stage.chunks.flatMap(\.runs) {
      computed = max(computed, gathered + run.parameterGather) + run.forward.total
      gathered += run.parameterGather * run.count
      computed = max(
        computed + run.forward.total * (run.count - 1), gathered + run.forward.total)
    }
    let passes = stage.chunks.map(\.forward.total).sum()
    return max(.zero, computed - passes)
  }
}

/// One microbatch through all chunks of a stage, with the data-parallel communication that every
/// microbatch waits for.
private struct StagePasses {
  var forward = Seconds.zero
  var backward = Seconds.zero
  /// Transfers out of the stage, which follow each other on its interfaces.
  var sends = Seconds.zero
  /// The part of `backward` that computes gradients of weights.
  var weightGradient = Seconds.zero
  private let sendsBlock: Bool

  /// What the stage is busy with per microbatch.
  var total: Seconds { sendsBlock ? forward + backward + sends : forward + backward }

  /// What a microbatch spends on the stage and on its way to the next.
  var roundTrip: Seconds { forward + backward + sends }

  init(_ stage: StageCost, _ strategy: Strategy) {
    sendsBlock = !strategy.overlap.pipelineTransfers
    for chunk in stage.chunks { add(chunk, strategy) }
  }

  private mutating func add(_ chunk: ChunkCost, _ strategy: Strategy) {
    sends += chunk.sendForward + chunk.sendBackward
    for run in chunk.runs {
      var forwardTraffic = Seconds.zero
      var backwardTraffic = Seconds.zero
      if strategy.zeroStage == .parameters {
        forwardTraffic = run.parameterGather
        backwardTraffic = run.parameterGather
      }
      if strategy.zeroStage >= .gradients { backwardTraffic += run.gradientReduction }
      // Layers are gathered one ahead, so each pass lasts as long as the slower of compute and
      // traffic.
      weightGradient += run.backward.weightGradient * run.count
      forward += max(run.forward.total, forwardTraffic) * run.count
      backward += max(run.backward.total, backwardTraffic) * run.count
    }
  }
}

extension StageCost {
  fileprivate var sendForwardTotal: Seconds { chunks.first?.sendForward ?? .zero }
  fileprivate var sendBackwardTotal: Seconds { chunks.last?.sendBackward ?? .zero }

  fileprivate func parameterGather(_ strategy: Strategy) -> Seconds {
    guard strategy.zeroStage == .optimizer || strategy.zeroStage == .gradients else { return .zero }
    return chunks.flatMap(\.runs).map { $0.parameterGather * $0.count }.sum()
  }
}

extension Strategy {
  /// The most that a stage keeps for its backward passes at any time.
  ///
  /// GPipe keeps all `m` microbatches; 1F1B `p − i` on stage `i`; interleaved
  /// `2(p − i − 1) + (v − 1)p + 1` passes of one chunk (Narayanan et al. 2021, arXiv:2104.04473),
  /// of whichever chunks these are. The zero-bubble schedules keep what their limit allows (Qi et
  /// al. 2023, arXiv:2401.10241; 2024, arXiv:2405.15362).
  ///
  /// - Parameter chunks: what each chunk of the stage keeps of one microbatch.
  func peakActivations(
    of chunks: [Bytes], onStage stage: Int, of microbatchCount: Int
  ) -> Bytes {
    let stages = pipelineParallelSize
    func held(_ microbatches: Int) -> Bytes { chunks.sum() * min(microbatches, microbatchCount) }
    switch schedule {
    case .gpipe, .breadthFirst: return held(microbatchCount)
    case .oneForwardOneBackward, .zeroBubbleH1: return held(stages - stage)
    case .earlyBackward, .zeroBubbleH2: return held(2 * (stages - stage) - 1)
    case .zeroBubbleV: return held(stages)
    case .vHalf: return held(stages / 2 + 1)
    case .vMin: return held(stages / 3 + 2)
    case .dualPipe: return held(stages + 1)
    case .interleaved: return interleavedActivations(of: chunks, onStage: stage, microbatchCount)
    }
  }

  private func interleavedActivations(
    of chunks: [Bytes], onStage stage: Int, _ microbatchCount: Int
  ) -> Bytes {
    let stages = pipelineParallelSize
    let turns = microbatchCount * chunks.count
    let warmUp = min(2 * (stages - stage - 1) + (chunks.count - 1) * stages + 1, turns)
    // Forward pass `n` is of this chunk, backward pass `n` of the one as far from the last.
    func chunk(_ turn: Int) -> Int { turn / stages % chunks.count }
    var held = Bytes.zero
    for turn in 0..<warmUp { held += chunks[chunk(turn)] }
    var peak = held
    // What is held repeats after each group of as many microbatches as there are stages.
    for turn in 0..<min(turns - warmUp, stages * chunks.count) {
      held += chunks[chunk(turn + warmUp)] - chunks[chunks.count - 1 - chunk(turn)]
      peak = max(peak, held)
    }
    return peak
  }
}
