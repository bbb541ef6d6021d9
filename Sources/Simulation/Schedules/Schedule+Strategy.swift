public import CostModel
internal import StrategySpace

extension Schedule {
  /// The schedule that the step's strategy names, for its stages, chunks and microbatches.
  ///
  /// Those that split backward passes are ordered for the step's own costs.
  ///
  /// - Throws: `SimulationError` if the named schedule cannot have these stages or microbatches.
  public init(for step: StepCost) throws(SimulationError) {
    try step.validate()
    let chunksPerStage = step.stages[0].chunks.count
    let (stages, microbatches) = (step.stages.count, step.microbatchCount)
    let named = step.strategy.schedule
    let found: Schedule? =
      switch named {
      case .gpipe: .gpipe(stages: stages, microbatches: microbatches)
      case .oneForwardOneBackward:
        .oneForwardOneBackward(stages: stages, microbatches: microbatches)
      case .interleaved:
        .interleaved(stages: stages, chunksPerStage: chunksPerStage, microbatches: microbatches)
      case .earlyBackward:
        .earlyBackward(stages: stages, microbatches: microbatches, policy: .b)
      case .breadthFirst:
        .breadthFirst(stages: stages, chunksPerStage: chunksPerStage, microbatches: microbatches)
      case .zeroBubbleH1: .zeroBubbleH1(stages: stages, microbatches: microbatches)
      case .zeroBubbleH2:
        .zeroBubble(
          PipelineCosts(step), microbatches: microbatches, layout: .straight,
          limit: max(1, 2 * stages - 1))
      case .zeroBubbleV, .vHalf, .vMin:
        .zeroBubble(
          PipelineCosts(step), microbatches: microbatches, layout: .vShaped,
          limit: Self.activationLimit(of: named, stages: stages))
      case .dualPipe: .dualPipe(stages: stages, microbatches: microbatches)
      }
    guard let found else {
      throw .noSuchSchedule(named.rawValue, stages: stages, microbatches: microbatches)
    }
    self = found
  }

  /// The activations of chunks (half stages) that a stage may hold under a V schedule.
  ///
  /// ZB-V holds those of 1F1B, V-Half half of them and one microbatch, V-Min what its pattern
  /// needs: a third and a few.
  ///
  /// Source: Qi et al. 2023, arXiv:2401.10241, and 2024, arXiv:2405.15362.
  static func activationLimit(of schedule: PipelineSchedule, stages: Int) -> Int {
    switch schedule {
    case .vHalf: stages + 2
    case .vMin:
      StablePattern.patterns(stages: stages, paces: .vMin, limit: .max).map(\.peakActivations).min()
        ?? 2
    default: max(2, 2 * stages)
    }
  }
}
