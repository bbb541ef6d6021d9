import StrategySpace

/// The plan's pipeline schedule for PyTorch's runtime (`torch.distributed.pipelining`).
public struct PipelineScheduleFormat: LaunchFormat {
  public let name = "pipeline-csv"
  public let fileName = "pipeline.csv"
  public let summary = "the pipeline schedule, action by action, for PyTorch and torchtitan"
  public let allowsUnequalStages = true

  public init() {}

  public func write(_ launch: Launch) throws(Inexpressible) -> LaunchText {
    if launch.strategy.pipelineParallelSize == 1 {
      throw Inexpressible("the plan has no pipeline, so there is nothing to schedule")
    }
    guard let csv = launch.scheduleCSV else {
      throw Inexpressible(
        "PyTorch's schedule files have no words for '\(launch.strategy.schedule.rawValue)'")
    }
    return LaunchText(csv)
  }
}
