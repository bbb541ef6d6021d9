public import Quantities

/// Why a step cannot be simulated.
public enum SimulationError: Error, Hashable, Sendable {
  case invalidSchedule(InvalidSchedule)
  case noStages
  case noMicrobatches(Int)
  /// A stage has another number of chunks than the schedule runs on it.
  case chunkCount(stage: Int, costs: Int, schedule: Int)
  case stageCount(costs: Int, schedule: Int)
  case microbatchCount(costs: Int, schedule: Int)
  /// The schedule does not exist for so many stages and microbatches.
  case noSuchSchedule(String, stages: Int, microbatches: Int)
  /// A cost is negative, infinite or not a number.
  case invalidDuration(stage: Int)
  /// Traffic crosses a link that does not exist, or without any stream.
  case invalidTraffic(stage: Int, link: Int)
  /// A slow-down is negative, not a number or above a million, a jitter above ten times the mean,
  /// or an interruption begins before the step or days after it.
  case invalidScenario
  case tooManyTasks(most: Int)
  case tooLong(Seconds)
}

extension SimulationError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .invalidSchedule(let error): error.description
    case .noStages: "a step needs at least one pipeline stage"
    case .noMicrobatches(let count): "a step needs at least one microbatch, not \(count)"
    case .chunkCount(let stage, let costs, let schedule):
      "stage \(stage) has \(costs) chunks, but the schedule runs \(schedule) on it"
    case .stageCount(let costs, let schedule):
      "the schedule has \(schedule) stages, the step \(costs)"
    case .microbatchCount(let costs, let schedule):
      "the schedule has \(schedule) microbatches, the step \(costs)"
    case .noSuchSchedule(let name, let stages, let microbatches):
      "schedule '\(name)' cannot run \(microbatches) microbatches on \(stages) stages; 'dualpipe' "
        + "needs an even number of stages and at least twice as many microbatches, also even"
    case .invalidDuration(let stage):
      "a cost of stage \(stage) is negative, infinite or not a number, or a layer count zero"
    case .invalidTraffic(let stage, let link):
      "traffic of stage \(stage) crosses shared link \(link), which does not exist or carries no "
        + "stream"
    case .invalidScenario:
      "a slow-down must lie between 0 and 1,000,000 and a jitter between 0 and 10; interruptions "
        + "must lie in the first days of the step"
    case .tooManyTasks(let most):
      "the step has more than \(most) tasks; use fewer microbatches or layers"
    case .tooLong(let limit):
      "the step's passes take more than \(limit.value) s together; check the units of its costs"
    }
  }
}
