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

  /// The step time, without simulating the step: the simulated one, except that long steps are
  /// extended by a period, and that schedules which split the backward pass are taken for others.
  ///
  /// Stage by stage: the passes (see `PipelineTimes`), the gradients that they did not hide, the
  /// sum of shared weights' gradients once all stages that share them are ready, the update, and
  /// the gathering of updated parameters unless the next step hides it.
  public var estimatedTime: Seconds {
    var ready = PipelineTimes(self).stageEnds
    if strategy.zeroStage < .gradients, !strategy.overlap.gradientReduction {
      for (index, stage) in stages.enumerated() {
        ready[index] += stage.chunks.map(\.gradientReduction).sum()
      }
    }
    let sharing = stages.indices.filter { stages[$0].sharedWeightReduction > .zero }
    let shared = sharing.map { ready[$0] }.max() ?? .zero
    for stage in sharing { ready[stage] = shared + stages[stage].sharedWeightReduction }
    let gathersAtEnd = strategy.gathersUpdatedParameters && !strategy.overlap.parameterGather
    return zip(stages, ready)
      .map { stage, ready in
        ready + stage.optimizer + (gathersAtEnd ? stage.parameterGather : .zero)
      }
      .max() ?? .zero
  }
}

extension StageCost {
  /// Gathering all parameters, one layer after the other.
  fileprivate var parameterGather: Seconds {
    chunks.flatMap(\.runs).map { $0.parameterGather * $0.count }.sum()
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
    of chunks: some RandomAccessCollection<Bytes>, onStage stage: Int, of microbatchCount: Int
  ) -> Bytes {
    let stages = pipelineParallelSize
    func held(_ microbatches: Int) -> Bytes { chunks.sum() * min(microbatches, microbatchCount) }
    switch schedule {
    case .gpipe, .breadthFirst: return held(microbatchCount)
    case .oneForwardOneBackward: return held(stages - stage)
    case .zeroBubbleH1: return held(stages)
    case .earlyBackward, .zeroBubbleH2: return held(2 * (stages - stage) - 1)
    case .zeroBubbleV: return held(stages)
    case .vHalf: return held(stages / 2 + 1)
    case .vMin: return held(stages / 3 + 2)
    case .dualPipe: return held(stages + 1)
    case .interleaved: return interleavedActivations(of: chunks, onStage: stage, microbatchCount)
    }
  }

  private func interleavedActivations<Chunks: RandomAccessCollection<Bytes>>(
    of chunks: Chunks, onStage stage: Int, _ microbatchCount: Int
  ) -> Bytes {
    let stages = pipelineParallelSize
    let turns = microbatchCount * chunks.count
    let warmUp = min(PipelineSchedule.interleaved.warmUp(stage, stages, chunks.count), turns)
    // Forward pass `n` is of this chunk, backward pass `n` of the one as far from the last.
    func chunk(_ turn: Int) -> Bytes {
      chunks[chunks.index(chunks.startIndex, offsetBy: turn / stages % chunks.count)]
    }
    func released(_ turn: Int) -> Bytes {
      chunks[chunks.index(chunks.endIndex, offsetBy: -1 - turn / stages % chunks.count)]
    }
    /// Turns until the chunk changes.
    func rest(_ turn: Int) -> Int { stages - turn % stages }
    var held = Bytes.zero
    var turn = 0
    while turn < warmUp {
      let equal = min(rest(turn), warmUp - turn)
      held += chunk(turn) * equal
      turn += equal
    }
    var peak = held
    // What is held repeats after each group of as many microbatches as there are stages.
    let repeating = min(turns - warmUp, stages * chunks.count)
    turn = 0
    while turn < repeating {
      let equal = min(rest(turn), rest(turn + warmUp), repeating - turn)
      held += (chunk(turn + warmUp) - released(turn)) * equal
      peak = max(peak, held)
      turn += equal
    }
    return peak
  }
}
