internal import CostModel

extension TaskGraph {
  /// Runs the graph while flows contend for links and streams are interrupted.
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

  /// By stream: the task that runs, or −1, and when it is to end; −1 while that is open.
  private var running: [Int32]
  private var expectedEnds: [Int64]
  /// By stream: until when it stands still, and nanoseconds that its task then still takes.
  private var heldUntil: [Int64]
  private var heldWork: [Int64]

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
    // Interruptions have events of their own, behind those of streams.
    queue = EventQueue(streamCount: graph.streamCount + graph.interruptions.count)
    sharing = FairSharing(network)
    (waitCounts, successorOffsets, successors) = graph.transposed()
    running = [Int32](repeating: -1, count: graph.streamCount)
    expectedEnds = [Int64](repeating: -1, count: graph.streamCount)
    heldUntil = [Int64](repeating: 0, count: graph.streamCount)
    heldWork = [Int64](repeating: -1, count: graph.streamCount)
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
    for (index, interruption) in graph.interruptions.enumerated() {
      let stream = Int32(graph.streamCount + index)
      guard interruption.time.upperBound <= queue.latestTime else { return false }
      queue.push(time: interruption.time.lowerBound, stream: stream)
      queue.push(time: interruption.time.upperBound, stream: stream)
    }
    for task in 0..<graph.taskCount where waitCounts[task] == 0 {
      guard start(Int32(task), at: 0) else { return false }
    }
    guard divideLinks(at: 0) else { return false }
    while let event = queue.pop() {
      if Int(event.stream) >= graph.streamCount {
        let interruption = graph.interruptions[Int(event.stream) - graph.streamCount]
        guard apply(interruption, at: event.time) else { return false }
        // A flow whose rate changed has another event; this one may be out of date.
      } else if expectedEnds[Int(event.stream)] == event.time {
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
    if flow >= 0 { remaining[Int(flow)] = Double(duration) }
    guard duration == 0 || heldUntil[Int(stream)] <= time else {
      heldWork[Int(stream)] = duration
      return true
    }
    return advance(task, by: duration, from: time)
  }

  /// Lets a task that has not run, or was held up, run.
  private mutating func advance(_ task: Int32, by work: Int64, from time: Int64) -> Bool {
    let flow = flowOfTask[Int(task)]
    guard flow >= 0, work > 0 else {
      return expectEnd(on: graph.streams[Int(task)], at: time + work)
    }
    lastChange[Int(flow)] = time
    sharing.begin(flow)
    return true
  }

  /// Stops what a stream runs when an interruption begins, and lets it go on when the last ends.
  private mutating func apply(_ interruption: TaskGraph.Interruption, at time: Int64) -> Bool {
    let stream = interruption.stream
    if time < interruption.time.upperBound {
      heldUntil[stream] = max(heldUntil[stream], interruption.time.upperBound)
      guard running[stream] >= 0, heldWork[stream] < 0 else { return true }
      let flow = Int(flowOfTask[Int(running[stream])])
      // What a flow still takes is in `remaining`.
      heldWork[stream] = flow >= 0 ? 1 : expectedEnds[stream] - time
      expectedEnds[stream] = -1
      if flow >= 0 {
        remaining[flow] -= Double(time - lastChange[flow]) * sharing.rates[flow]
        sharing.withdraw(Int32(flow))
      }
    } else if heldUntil[stream] <= time, heldWork[stream] >= 0 {
      let work = heldWork[stream]
      heldWork[stream] = -1
      return advance(running[stream], by: work, from: time)
    }
    return true
  }

  private mutating func finish(on stream: Int, at time: Int64) -> Bool {
    let task = Int(running[stream])
    timeline.ends[task] = time
    expectedEnds[stream] = -1
    running[stream] = -1
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
