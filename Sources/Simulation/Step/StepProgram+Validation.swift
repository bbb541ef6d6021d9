public import CostModel
internal import Quantities

extension StepProgram {
  /// Compiles a step under a schedule.
  ///
  /// - Throws: `SimulationError` if the schedule cannot run or the costs do not fit it.
  public init(_ step: StepCost, _ schedule: Schedule) throws(SimulationError) {
    guard !step.stages.isEmpty else { throw .noStages }
    guard step.microbatchCount > 0 else { throw .noMicrobatches(step.microbatchCount) }
    guard step.stages.count == schedule.stageCount else {
      throw .stageCount(costs: step.stages.count, schedule: schedule.stageCount)
    }
    guard step.microbatchCount == schedule.microbatchCount else {
      throw .microbatchCount(costs: step.microbatchCount, schedule: schedule.microbatchCount)
    }
    for (stage, cost) in step.stages.enumerated() {
      let scheduled = schedule.stageOfChunk.count { $0 == stage }
      guard cost.chunks.count == scheduled else {
        throw .chunkCount(stage: stage, costs: cost.chunks.count, schedule: scheduled)
      }
      guard cost.hasValidDurations else { throw .invalidDuration(stage: stage) }
    }
    do {
      var compiler = StepCompiler(step, schedule)
      self = try compiler.compile()
    } catch {
      throw .invalidSchedule(error)
    }
  }
}

extension StageCost {
  fileprivate var hasValidDurations: Bool {
    let passes = chunks.flatMap(\.runs).flatMap { [$0.forward, $0.backward] }
    let durations =
      [optimizer, sharedWeightReduction]
      + chunks.flatMap { [$0.sendForward, $0.sendBackward] }
      + chunks.flatMap(\.runs).flatMap { [$0.parameterGather, $0.gradientReduction] }
      + passes.flatMap {
        [
          $0.compute, $0.tensor, $0.context, $0.expert, $0.weightGradient,
          $0.compute - $0.weightGradient,
        ]
      }
    return durations.allSatisfy { $0 >= .zero && $0.isFinite }
      && chunks.flatMap(\.runs).allSatisfy { $0.count > 0 }
      && chunks.allSatisfy { !$0.runs.isEmpty }
  }
}
