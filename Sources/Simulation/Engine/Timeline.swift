/// When each task of a graph ran, in nanoseconds from the start.
public struct Timeline: Hashable, Sendable {
  /// By task.
  public var starts: [Int64]
  /// By task.
  public var ends: [Int64]

  /// The last end of any task; zero without tasks.
  public var duration: Int64 { ends.max() ?? 0 }
}

extension TaskGraph {
  /// Runs the graph when nothing is contended: every task starts once its stream is free and
  /// everything it waits for has ended.
  ///
  /// As the order on every stream is known and the tasks stand in topological order, no event
  /// queue is needed; each task is looked at once.
  ///
  /// - Complexity: O(tasks + predecessors).
  public func run() -> Timeline {
    guard interruptions.isEmpty else { return runWithInterruptions() }
    var timeline = Timeline(
      starts: [Int64](repeating: 0, count: taskCount), ends: [Int64](repeating: 0, count: taskCount)
    )
    var streamFree = [Int64](repeating: 0, count: streamCount)
    var edge = 0
    for task in 0..<taskCount {
      let stream = Int(streams[task])
      var start = streamFree[stream]
      let end = Int(predecessorOffsets[task + 1])
      while edge < end {
        start = max(start, timeline.ends[Int(predecessors[edge])])
        edge += 1
      }
      timeline.starts[task] = start
      timeline.ends[task] = start + durations[task]
      streamFree[stream] = timeline.ends[task]
    }
    return timeline
  }

  /// The same, with tasks that an interruption of their stream meets ending later.
  private func runWithInterruptions() -> Timeline {
    let ordered = interruptions.sorted { $0.time.lowerBound < $1.time.lowerBound }
    var timeline = Timeline(starts: [], ends: [])
    var streamFree = [Int64](repeating: 0, count: streamCount)
    for task in 0..<taskCount {
      let stream = Int(streams[task])
      let start = predecessors(of: task).reduce(streamFree[stream]) {
        max($0, timeline.ends[Int($1)])
      }
      var end = start + durations[task]
      var resumed = start
      for interruption in ordered where interruption.stream == stream {
        let lost = max(resumed, interruption.time.lowerBound)
        guard lost < interruption.time.upperBound, lost < end else { continue }
        end += interruption.time.upperBound - lost
        resumed = interruption.time.upperBound
      }
      timeline.starts.append(start)
      timeline.ends.append(end)
      streamFree[stream] = end
    }
    return timeline
  }

  /// By task: the task before it on its stream, or `nil` for the first.
  func streamPredecessors() -> [Int32?] {
    var last = [Int32?](repeating: nil, count: streamCount)
    return streams.indices.map { task in
      defer { last[Int(streams[task])] = Int32(task) }
      return last[Int(streams[task])]
    }
  }
}
