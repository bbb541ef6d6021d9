internal import CostModel
internal import StrategySpace

extension Schedule {
  /// The most passes of one step that are simulated: 64 stages with 8 chunks each and 8,192
  /// microbatches, which takes about a gigabyte.
  static let passLimit = 2 * 64 * 8 * 8192

  /// The schedule that the step's strategy names, for its stages, chunks and microbatches.
  init(for step: StepCost) throws(SimulationError) {
    guard let chunksPerStage = step.stages.first?.chunks.count else { throw .noStages }
    guard step.microbatchCount > 0 else { throw .noMicrobatches(step.microbatchCount) }
    let (stages, microbatches) = (step.stages.count, step.microbatchCount)
    let passes = 2 * stages * chunksPerStage * microbatches
    guard passes <= Self.passLimit else { throw .tooManyPasses(passes, limit: Self.passLimit) }
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
