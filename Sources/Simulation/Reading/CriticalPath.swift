internal import Quantities

/// The chain of tasks that decides how long a step takes. To shorten anything else changes nothing.
public struct CriticalPath: Hashable, Sendable {
  /// Tasks of one kind in a row, on one stage.
  public struct Segment: Hashable, Sendable {
    public var work: TaskLabel.Work
    public var stage: Int
    /// In nanoseconds from the start of the step.
    public var start: Int64
    public var end: Int64
    public var taskCount: Int
  }

  /// First to last; each begins when the one before ends.
  public var segments: [Segment]

  /// Nanoseconds on the path by kind of work, most first. They add up to the step time.
  public var shares: [(work: TaskLabel.Work, duration: Int64)] {
    var sums = [Int64](repeating: 0, count: TaskLabel.Work.allCases.count)
    for segment in segments { sums[Int(segment.work.rawValue)] += segment.end - segment.start }
    return zip(TaskLabel.Work.allCases, sums).filter { $0.1 > 0 }
      .map { (work: $0, duration: $1) }
      .sorted { ($1.duration, $0.work.rawValue) < ($0.duration, $1.work.rawValue) }
  }
}

extension CriticalPath {
  /// The path in at most so many parts, one after the other; a short path as its segments.
  ///
  /// - Precondition: `most` is at least 1.
  public func phases(most: Int) -> [CriticalPath] {
    guard segments.count > most, let start = segments.first?.start, let end = segments.last?.end
    else { return segments.map { CriticalPath(segments: [$0]) } }
    // A segment belongs to the part of equal length in which it begins.
    let length = Double(end - start) / Double(most)
    var phases: [(part: Int, path: CriticalPath)] = []
    for segment in segments {
      let part = min(most - 1, Int(Double(segment.start - start) / length))
      if let last = phases.last, last.part == part {
        phases[phases.count - 1].path.segments.append(segment)
      } else {
        phases.append((part, CriticalPath(segments: [segment])))
      }
    }
    return phases.map(\.path)
  }
}

extension SimulatedStep {
  /// The tasks that decide the step time, found from the last one backwards.
  ///
  /// - Complexity: O(tasks).
  public var criticalPath: CriticalPath {
    let accounting = TimeAccounting(program, timeline)
    let duration = timeline.duration
    var segments: [CriticalPath.Segment] = []
    var next = timeline.ends.firstIndex(of: duration)
    while let task = next {
      let label = program.labels[task]
      let (start, end) = (timeline.starts[task], timeline.ends[task])
      if end > start {
        if let later = segments.last, later.work == label.work, later.stage == Int(label.stage) {
          segments[segments.count - 1].start = start
          segments[segments.count - 1].taskCount += 1
        } else {
          segments.append(
            CriticalPath.Segment(
              work: label.work, stage: Int(label.stage), start: start, end: end, taskCount: 1))
        }
      }
      next = accounting.cause(of: task)
    }
    return CriticalPath(segments: segments.reversed())
  }
}

extension CriticalPath: CustomStringConvertible {
  /// A line per segment, such as `0.000–3.000 ms  stage 0: forward passes, 3 tasks`.
  public var description: String {
    segments.map { segment in
      let tasks = segment.taskCount == 1 ? "1 task" : "\(segment.taskCount) tasks"
      return "\(milliseconds(segment.start))–\(milliseconds(segment.end)) ms  "
        + "stage \(segment.stage): \(segment.work.phrase), \(tasks)"
    }.joined(separator: "\n")
  }

  private func milliseconds(_ time: Int64) -> String {
    let microseconds = (time + 500) / 1000
    let fraction = String(microseconds % 1000)
    return "\(microseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}

extension TaskLabel.Work {
  /// The work in words, as part of a sentence.
  public var phrase: String {
    switch self {
    case .forward: "forward passes"
    case .backward: "backward passes"
    case .inputGradient: "gradients of inputs"
    case .weightGradient: "gradients of weights"
    case .tensorCommunication: "tensor-parallel communication"
    case .contextCommunication: "context-parallel communication"
    case .expertCommunication: "expert-parallel communication"
    case .activationTransfer: "activations to the next stage"
    case .gradientTransfer: "gradients to the previous stage"
    case .parameterGather: "gathering parameters"
    case .gradientReduction: "reducing gradients"
    case .sharedWeightReduction: "summing gradients of shared weights"
    case .optimizer: "optimizer"
    }
  }
}
