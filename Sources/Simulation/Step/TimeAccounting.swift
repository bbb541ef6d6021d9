/// Divides every stage's time into work and the reasons for waiting.
///
/// A stage works while its compute stream runs, and communicates while a pass waits for its
/// tensor-, context- or expert-parallel collectives. Any other gap before a task has a reason: the
/// task that ended last among those it waited for. While that task ran, the stage waited for it;
/// before that, for what *that* task waited for, and so on back to the start of the gap. Waiting
/// for the stage's own communication, or for a transfer to it, is exposed communication; all else
/// is bubble.
struct TimeAccounting {
  let program: StepProgram
  let timeline: Timeline
  private let streamPredecessors: [Int32?]

  init(_ program: StepProgram, _ timeline: Timeline) {
    self.program = program
    self.timeline = timeline
    streamPredecessors = program.graph.streamPredecessors()
  }

  /// The task whose end let the given one start, or `nil` if it started the step.
  func cause(of task: Int) -> Int? {
    let start = timeline.starts[task]
    if let previous = streamPredecessors[task], timeline.ends[Int(previous)] == start {
      return Int(previous)
    }
    return program.graph.predecessors(of: task).first { timeline.ends[Int($0)] == start }
      .map { Int($0) }
  }

  /// By stage. Every breakdown's total is the duration of the timeline.
  func breakdowns() -> [TimeBreakdown] {
    var stages = program.stageIndices.map { Progress(stage: $0) }
    for (task, label) in program.labels.enumerated() {
      let stage = Int(label.stage)
      switch label.work.stream {
      case .compute: explain(task, in: &stages[stage])
      case .tensor, .context, .expert: stages[stage].blocking.append(task)
      // Nobody waits at the end for what the stage itself still sends.
      case .sendForward, .sendBackward: break
      case .data: stages[stage].latest = later(stages[stage].latest, task)
      }
    }
    return stages.map { stage in
      var stage = stage
      for communication in stage.blocking {
        count(communication, until: timeline.ends[communication], in: &stage)
      }
      if let last = stage.latest, timeline.ends[last] > stage.explained {
        count(last, until: timeline.ends[last], in: &stage)
      }
      stage.breakdown.bubble += timeline.duration - stage.explained
      return stage.breakdown
    }
  }

  /// What is known of one stage while its tasks are looked at in order.
  private struct Progress {
    let stage: Int
    var breakdown = TimeBreakdown()
    /// Until when the time has been divided.
    var explained: Int64 = 0
    /// Communication inside passes since then.
    var blocking: [Int] = []
    /// The data-parallel task that ends last.
    var latest: Int?
  }

  private func later(_ a: Int?, _ b: Int) -> Int {
    guard let a, timeline.ends[a] >= timeline.ends[b] else { return b }
    return a
  }

  /// Divides a stage's time up to the end of a task.
  private func explain(_ task: Int, in progress: inout Progress) {
    for communication in progress.blocking {
      count(communication, until: timeline.starts[task], in: &progress)
    }
    progress.blocking.removeAll { timeline.ends[$0] <= timeline.starts[task] }
    count(task, until: timeline.ends[task], in: &progress)
  }

  /// Counts a task, as far as it is later than what is explained, and the wait before it.
  private func count(_ task: Int, until limit: Int64, in progress: inout Progress) {
    let end = min(timeline.ends[task], limit)
    guard end > progress.explained else { return }
    if timeline.starts[task] > progress.explained {
      explainWait(
        of: progress.stage, from: progress.explained, before: task, into: &progress.breakdown)
    }
    let start = max(timeline.starts[task], progress.explained)
    progress.breakdown[keyPath: TimeBreakdown.part(for: program.labels[task].work)] += end - start
    progress.explained = end
  }

  /// Gives reasons for the time from `start` until `task` began.
  private func explainWait(
    of stage: Int, from start: Int64, before task: Int, into breakdown: inout TimeBreakdown
  ) {
    var end = timeline.starts[task]
    var waiting = task
    while end > start {
      guard let cause = cause(of: waiting), concerns(cause, stage) else {
        breakdown.bubble += end - start
        return
      }
      let part = TimeBreakdown.part(for: program.labels[cause].work)
      let since = max(start, timeline.starts[cause])
      breakdown[keyPath: part] += end - since
      end = since
      waiting = cause
    }
  }

  /// Whether a task is a communication of the stage: its own, or a transfer to it.
  private func concerns(_ task: Int, _ stage: Int) -> Bool {
    let label = program.labels[task]
    if Int(label.stage) == stage { return true }
    return switch label.work {
    case .activationTransfer: receiver(of: label, chunkOffset: 1) == stage
    case .gradientTransfer: receiver(of: label, chunkOffset: -1) == stage
    default: false
    }
  }

  private func receiver(of transfer: TaskLabel, chunkOffset: Int32) -> Int? {
    transfer.chunk.map { program.stageOfChunk[Int($0 + chunkOffset)] }
  }
}
