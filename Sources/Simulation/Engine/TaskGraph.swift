/// Tasks with durations, what each of them waits for, and the stream it runs on.
///
/// Tasks are numbered as they are added, and a task may wait only for tasks that stand before it.
/// So a graph cannot have a cycle, and its own order is a topological one: that is what lets
/// `run()` be a single pass from the first task to the last.
///
/// A *stream* runs its tasks one at a time in the order in which they were added, like a CUDA
/// stream. Durations are whole nanoseconds, so that ties are exact and every platform agrees.
///
/// The graph is four flat arrays and no objects: 16 bytes for a task and 4 for each thing it waits
/// for. Predecessors lie in one array, those of task `t` between `predecessorOffsets[t]` and
/// `predecessorOffsets[t + 1]` (compressed sparse rows).
public struct TaskGraph: Sendable {
  /// By task: nanoseconds that it takes.
  var durations: [Int64] = []
  /// By task: the stream that it runs on.
  var streams: [Int32] = []
  /// By task and one more: where its predecessors begin.
  var predecessorOffsets: [Int32] = [0]
  var predecessors: [Int32] = []

  /// Times at which streams stand still.
  var interruptions: [Interruption] = []

  /// A time at which a stream stands still: what it runs goes on afterwards.
  struct Interruption: Hashable {
    var stream: Int
    var time: Range<Int64>
  }

  public let streamCount: Int

  /// Nanoseconds that all tasks take one after the other: an upper bound of every timeline.
  public private(set) var serialDuration: Int64 = 0

  public init(streamCount: Int) {
    self.streamCount = streamCount
  }

  public var taskCount: Int { durations.count }

  /// Bytes that the graph's arrays hold.
  public var byteCount: Int {
    durations.count * 8 + (streams.count + predecessorOffsets.count + predecessors.count) * 4
  }

  public mutating func reserveCapacity(tasks: Int, predecessors edges: Int) {
    durations.reserveCapacity(tasks)
    streams.reserveCapacity(tasks)
    predecessorOffsets.reserveCapacity(tasks + 1)
    predecessors.reserveCapacity(edges)
  }

  /// The longest that all tasks of a graph may take together, in nanoseconds: 73 years. Half of the
  /// clock's range, so that adding durations can never overflow.
  public static let longestSerialDuration = Int64.max / 4

  /// Adds a task behind everything that the stream already holds.
  ///
  /// Durations are cut where all of them together would exceed `longestSerialDuration`.
  ///
  /// - Precondition: `stream` exists, and all of `predecessors` are tasks added before.
  /// - Returns: the task's number.
  @discardableResult
  public mutating func addTask(
    on stream: Int, duration: Int64, after predecessors: some Sequence<Int>
  ) -> Int {
    precondition(0 <= stream && stream < streamCount, "no such stream")
    let task = durations.count
    for predecessor in predecessors {
      precondition(0 <= predecessor && predecessor < task, "a task waits for tasks before it")
      self.predecessors.append(Int32(predecessor))
    }
    let granted = max(0, min(duration, Self.longestSerialDuration - serialDuration))
    serialDuration += granted
    durations.append(granted)
    streams.append(Int32(stream))
    predecessorOffsets.append(Int32(self.predecessors.count))
    return task
  }

  public func duration(of task: Int) -> Int64 { durations[task] }

  public func stream(of task: Int) -> Int { Int(streams[task]) }

  /// What the task waits for, besides the task before it on its stream.
  public func predecessors(of task: Int) -> ArraySlice<Int32> {
    predecessors[Int(predecessorOffsets[task])..<Int(predecessorOffsets[task + 1])]
  }

  /// Gives every task another duration.
  mutating func setDurations(_ duration: (_ task: Int) -> Int64) {
    serialDuration = 0
    for task in durations.indices {
      let granted = max(0, min(duration(task), Self.longestSerialDuration - serialDuration))
      serialDuration += granted
      durations[task] = granted
    }
  }
}
