/// When the passes of a schedule run, if each starts as early as it can.
///
/// A transfer delays its receiver and occupies nobody; passes that could overlap run one after the
/// other. This is the pipeline alone: what the search
/// for a good order needs, and what published schedules are compared by.
public struct ScheduleClock: Sendable {
  /// By stage and position.
  public private(set) var starts: [[Int64]]
  /// By stage: the end of its last pass.
  public private(set) var stageEnds: [Int64]
  /// By stage and position: the pass that ended last of those it waited for.
  private var causes: [[Place?]]

  /// A pass by where it stands in the schedule.
  struct Place: Hashable {
    var stage: Int
    var position: Int
  }

  /// - Throws: `InvalidSchedule` for stages that wait for each other.
  /// - Precondition: the schedule is complete, and `costs` has its stages.
  /// - Complexity: O(passes).
  public init(_ schedule: Schedule, _ costs: PipelineCosts) throws(InvalidSchedule) {
    let (chunkCount, stageCount) = (schedule.chunkCount, schedule.stageCount)
    let isLast = schedule.isLastChunk
    let isFirst = schedule.isFirstChunk
    var starts = schedule.stages.map { actions in
      var starts: [Int64] = []
      starts.reserveCapacity(actions.count)
      return starts
    }
    var causes = [[Place?]](repeating: [], count: stageCount)
    var ends = [Int64](repeating: 0, count: stageCount)
    /// By microbatch and chunk: the end of the pass, and where it stands.
    let none = (end: Int64(0), place: Place(stage: 0, position: 0))
    var activations = Array(repeating: none, count: chunkCount * schedule.microbatchCount)
    var gradients = activations

    try schedule.walk { stage, action in
      let index = action.microbatch * chunkCount + action.chunk
      let input: (end: Int64, place: Place)? =
        switch action.kind {
        case .forward: isFirst[action.chunk] ? nil : activations[index - 1]
        case .backward, .inputGradient:
          isLast[action.chunk] ? activations[index] : gradients[index + 1]
        case .weightGradient: nil
        }
      let place = Place(stage: stage, position: starts[stage].count)
      var start = ends[stage]
      var cause = place.position > 0 ? Place(stage: stage, position: place.position - 1) : nil
      if let input {
        let arrival = input.end + (input.place.stage == stage ? 0 : costs.transfer)
        if arrival > start { (start, cause) = (arrival, input.place) }
      }
      let end = start + costs.stages[stage].duration(of: action.kind)
      starts[stage].append(start)
      causes[stage].append(cause)
      ends[stage] = end
      if action.kind == .forward {
        activations[index] = (end, place)
      } else if action.kind.yieldsInputGradient {
        gradients[index] = (end, place)
      }
    }
    self.starts = starts
    self.causes = causes
    stageEnds = ends
  }

  /// From the start to the last end anywhere.
  public var makespan: Int64 { stageEnds.max() ?? 0 }

  /// The longest time from a stage's first start to its last end: what a step takes when every
  /// stage may begin the next step as soon as it is done.
  public var longestStageSpan: Int64 { stageEnds.indices.map(span).max() ?? 0 }

  private func span(of stage: Int) -> Int64 { stageEnds[stage] - (starts[stage].first ?? 0) }

  /// The chain of passes that decides the makespan or the longest span, first to last.
  func criticalPath(for goal: Schedule.Goal) -> [Place] {
    let last =
      switch goal {
      case .makespan: stageEnds.indices.max { stageEnds[$0] < stageEnds[$1] }
      case .longestStageSpan: stageEnds.indices.max { span(of: $0) < span(of: $1) }
      }
    guard let last, !starts[last].isEmpty else { return [] }
    var path = [Place(stage: last, position: starts[last].count - 1)]
    while let cause = causes[path[path.count - 1].stage][path[path.count - 1].position] {
      path.append(cause)
    }
    return path.reversed()
  }
}

extension Schedule {
  /// What a good order of passes makes short.
  public enum Goal: Hashable, Sendable {
    /// The time from the first start to the last end anywhere.
    case makespan
    /// The time from a stage's first start to its last end, for the worst stage.
    case longestStageSpan
  }

  /// By stage: the most chunk activations held at once. One is taken when a forward pass starts and
  /// freed when the gradients of its weights are done.
  public var peakActivations: [Int] {
    stages.map { actions in
      var (held, peak) = (0, 0)
      for action in actions {
        if action.kind == .forward { held += 1 }
        if action.kind.yieldsWeightGradient { held -= 1 }
        peak = max(peak, held)
      }
      return peak
    }
  }
}
