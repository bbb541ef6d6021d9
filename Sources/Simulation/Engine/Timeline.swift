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
  /// Interruptions are left out; `run(sharing:)` knows them.
  ///
  /// - Complexity: O(tasks + predecessors).
  public func run() -> Timeline {
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

  /// By task: the task before it on its stream, or `nil` for the first.
  func streamPredecessors() -> [Int32?] {
    var last = [Int32?](repeating: nil, count: streamCount)
    return streams.indices.map { task in
      defer { last[Int(streams[task])] = Int32(task) }
      return last[Int(streams[task])]
    }
  }
}
