internal import CostModel
internal import StrategySpace

extension Schedule {
  /// The schedule that the step's strategy names, for its stages, chunks and microbatches.
  init(for step: StepCost) throws(SimulationError) {
    guard let chunksPerStage = step.stages.first?.chunks.count else { throw .noStages }
    guard step.microbatchCount > 0 else { throw .noMicrobatches(step.microbatchCount) }
    let (stages, microbatches) = (step.stages.count, step.microbatchCount)
    self =
      switch step.strategy.schedule {
      case .gpipe: .gpipe(stages: stages, microbatches: microbatches)
      case .oneForwardOneBackward:
        .oneForwardOneBackward(stages: stages, microbatches: microbatches)
      case .interleaved:
        .interleaved(stages: stages, chunksPerStage: chunksPerStage, microbatches: microbatches)
      }
  }
}
