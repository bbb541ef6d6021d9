public import CostModel

extension StepProgram {
  /// Compiles a step under a schedule.
  ///
  /// - Throws: `SimulationError` if the schedule cannot run or the costs do not fit it.
  public init(
    _ step: StepCost, _ schedule: Schedule, detail: SimulationDetail = .passes
  ) throws(SimulationError) {
    try step.validate(for: detail)
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
      var compiler = StepCompiler(step, schedule, detail)
      self = try compiler.compile()
    } catch {
      throw .invalidSchedule(error)
    }
  }
}

/// How finely passes are divided into tasks.
public enum SimulationDetail: Hashable, Sendable {
  /// A pass is computation followed by its communication, except where data-parallel communication
  /// runs beside its layers.
  case passes
  /// Every pass is a chain of its layers, each with its communication: for traces. Takes as long as
  /// with `passes`, but for the rounding of every layer to nanoseconds.
  case layers
}
