/// Why a step cannot be simulated.
public enum SimulationError: Error, Hashable, Sendable {
  case invalidSchedule(InvalidSchedule)
  case noStages
  case noMicrobatches(Int)
  /// A stage has another number of chunks than the schedule runs on it.
  case chunkCount(stage: Int, costs: Int, schedule: Int)
  case stageCount(costs: Int, schedule: Int)
  case microbatchCount(costs: Int, schedule: Int)
  /// A cost is negative, infinite or not a number.
  case invalidDuration(stage: Int)
  case tooManyPasses(Int, limit: Int)
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
      "the step has \(costs) stages, but the schedule \(schedule)"
    case .microbatchCount(let costs, let schedule):
      "the step has \(costs) microbatches, but the schedule \(schedule)"
    case .invalidDuration(let stage):
      "a cost of stage \(stage) is negative, infinite or not a number"
    case .tooManyPasses(let count, let limit):
      "a step of \(count) passes, more than the \(limit) that are simulated; "
        + "a larger microbatch or a smaller global batch has fewer"
    }
  }
}
