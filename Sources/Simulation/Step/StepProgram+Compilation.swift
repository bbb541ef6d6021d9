public import CostModel

extension StepProgram {
  /// Compiles a step under a schedule.
  ///
  /// - Throws: `SimulationError` if the schedule cannot run or the costs do not fit it.
  public init(_ step: StepCost, _ schedule: Schedule) throws(SimulationError) {
    try step.validate()
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
    }
    do {
      var compiler = StepCompiler(step, schedule)
      self = try compiler.compile()
    } catch {
      throw .invalidSchedule(error)
    }
  }
}
