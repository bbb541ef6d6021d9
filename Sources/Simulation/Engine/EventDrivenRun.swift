internal import CostModel

extension TaskGraph {
  /// Runs the graph while flows contend for links.
  ///
  /// How long a flow takes depends on which others are under way, so time advances from event to
  /// event. All that begins or ends at one instant is taken together before links are divided anew,
  /// as the collectives of a training step begin together. Without contention the result is that of
  /// `run()`, to the nanosecond.
  ///
  /// A flow's end is rounded up to the clock, so that equal flows end at the same instant.
  ///
  /// - Returns: `nil` if the step takes longer than the clock reaches (hours at the least).
  /// - Complexity: O((tasks + predecessors) log streams), and for each instant at which a crowded
  ///   link changes O(c log c) for the c crossings of the flows that it joins.
  public func run(sharing network: Network) -> Timeline? {
    var run = EventDrivenRun(self, network)
    return run.complete() ? run.timeline : nil
  }
}

/// The state of a graph that runs by events.
private struct EventDrivenRun {
  let graph: TaskGraph
  var timeline: Timeline
  private var queue: EventQueue
  private var sharing: FairSharing

  /// By task: what it still waits for, the task before it on its stream included.
  private var waitCounts: [Int32]
  /// By task: the tasks that wait for it, in compressed sparse rows as in the graph.
  private var successorOffsets: [Int32]
  private var successors: [Int32]

  /// By stream: the task that runs, and when it is to end.
  private var running: [Int32]
  private var expectedEnds: [Int64]

  /// By task: its flow, or −1 (an array of optionals would be twice as large).
  private var flowOfTask: [Int32]
  private let taskOfFlow: [Int32]
  /// By flow: nanoseconds that it would still take alone, as of the time of its last change.
  private var remaining: [Double]
  private var lastChange: [Int64]

  init(_ graph: TaskGraph, _ network: Network) {
    let count = graph.taskCount
    self.graph = graph
    timeline = Timeline(
      starts: [Int64](repeating: 0, count: count), ends: [Int64](repeating: 0, count: count))
    queue = EventQueue(streamCount: graph.streamCount)
    sharing = FairSharing(network)
    (waitCounts, successorOffsets, successors) = graph.transposed()
    running = [Int32](repeating: -1, count: graph.streamCount)
    expectedEnds = [Int64](repeating: -1, count: graph.streamCount)
    flowOfTask = [Int32](repeating: -1, count: count)
    taskOfFlow = network.flows.map { Int32($0.task) }
    for (flow, task) in taskOfFlow.enumerated() where !network.flows[flow].traffic.crossings.isEmpty
    {
      flowOfTask[Int(task)] = Int32(flow)
    }
    remaining = [Double](repeating: 0, count: network.flows.count)
    lastChange = [Int64](repeating: 0, count: network.flows.count)
  }

  /// Runs all tasks.
  ///
  /// - Returns: whether the clock sufficed.
  mutating func complete() -> Bool {
    for task in 0..<graph.taskCount where waitCounts[task] == 0 {
      guard start(Int32(task), at: 0) else { return false }
    }
    guard divideLinks(at: 0) else { return false }
    while let event = queue.pop() {
      // A flow whose rate changed has another event; this one may be out of date.
      if expectedEnds[Int(event.stream)] == event.time {
        guard finish(on: Int(event.stream), at: event.time) else { return false }
      }
      if sharing.hasChanges, queue.nextTime != event.time {
        guard divideLinks(at: event.time) else { return false }
      }
    }
    return true
  }

  private mutating func start(_ task: Int32, at time: Int64) -> Bool {
    let stream = graph.streams[Int(task)]
    running[Int(stream)] = task
    timeline.starts[Int(task)] = time
    let duration = graph.durations[Int(task)]
    let flow = flowOfTask[Int(task)]
    guard flow >= 0, duration > 0 else { return expectEnd(on: stream, at: time + duration) }
    remaining[Int(flow)] = Double(duration)
    lastChange[Int(flow)] = time
    sharing.begin(flow)
    return true
  }

  private mutating func finish(on stream: Int, at time: Int64) -> Bool {
    let task = Int(running[stream])
    timeline.ends[task] = time
    expectedEnds[stream] = -1
    let flow = flowOfTask[task]
    if flow >= 0, graph.durations[task] > 0 { sharing.end(flow) }
    for edge in Int(successorOffsets[task])..<Int(successorOffsets[task + 1]) {
      let successor = successors[edge]
      waitCounts[Int(successor)] -= 1
      if waitCounts[Int(successor)] == 0 {
        guard start(successor, at: time) else { return false }
      }
    }
    return true
  }

  /// Gives every flow its share, and moves the ends of those that run at another rate than before.
  private mutating func divideLinks(at time: Int64) -> Bool {
    for (flow, formerRate) in sharing.update() {
      let index = Int(flow)
      let passed = Double(time - lastChange[index])
      remaining[index] = max(0, remaining[index] - passed * formerRate)
      lastChange[index] = time
      let left = (remaining[index] / sharing.rates[index]).rounded(.up)
      guard left < Double(queue.latestTime) else { return false }
      let stream = graph.streams[Int(taskOfFlow[index])]
      guard expectEnd(on: stream, at: time + Int64(left)) else { return false }
    }
    return true
  }

  private mutating func expectEnd(on stream: Int32, at time: Int64) -> Bool {
    guard time <= queue.latestTime else { return false }
    guard time != expectedEnds[Int(stream)] else { return true }
    expectedEnds[Int(stream)] = time
    queue.push(time: time, stream: stream)
    return true
  }
}

extension TaskGraph {
  /// By task: how much it waits for, and what waits for it, each stream's order included.
  fileprivate func transposed() -> (waitCounts: [Int32], offsets: [Int32], successors: [Int32]) {
    let before = streamPredecessors()
    var waitCounts = [Int32](repeating: 0, count: taskCount)
    var offsets = [Int32](repeating: 0, count: taskCount + 1)
    forEachEdge(before) { predecessor, task in
      waitCounts[task] += 1
      offsets[predecessor + 1] += 1
    }
    for task in 0..<taskCount { offsets[task + 1] += offsets[task] }
    var next = offsets
    var successors = [Int32](repeating: 0, count: Int(offsets[taskCount]))
    forEachEdge(before) { predecessor, task in
      successors[Int(next[predecessor])] = Int32(task)
      next[predecessor] += 1
    }
    return (waitCounts, offsets, successors)
  }

  private func forEachEdge(_ before: [Int32?], _ body: (_ predecessor: Int, _ task: Int) -> Void) {
    for task in 0..<taskCount {
      if let predecessor = before[task] { body(Int(predecessor), task) }
      for predecessor in predecessors(of: task) { body(Int(predecessor), task) }
    }
  }
}
