internal import CostModel
internal import Foundation
internal import Quantities
internal import StrategySpace

/// A step as a Chrome trace, which Perfetto (ui.perfetto.dev) and chrome://tracing show.
///
/// A rank is a process, each of its streams a thread. Arrows lead from a transfer to the pass that
/// waits for it; a counter shows the rank's memory. Times are microseconds.
///
/// Source: the Trace Event Format, as Perfetto documents what it reads of it
/// (perfetto.dev/docs/getting-started/other-formats).
public struct ChromeTrace: Sendable {
  var events: [Event] = []

  /// - Parameter ranks: by stage, the ranks to show; `nil` for the first rank of each stage. Ranks
  ///   of a stage do the same, so more of them show nothing new, but a whole machine.
  public init(_ step: SimulatedStep, ranks: [[Int]]? = nil) {
    let shown = ranks ?? Self.firstRanks(of: step)
    for (stage, ranks) in shown.enumerated() where step.stages.indices.contains(stage) {
      for rank in ranks { addProcess(rank, stage: stage, step) }
    }
    for (lane, rank) in Self.lanes(shown) { addTasks(of: rank, lane: lane, step, shown) }
    for (stage, memory) in step.memory.enumerated() where shown.indices.contains(stage) {
      for rank in shown[stage] { addMemory(memory, of: rank) }
    }
  }

  /// By stage, its first rank, with pipeline stages as the outermost axis of the mesh.
  private static func firstRanks(of step: SimulatedStep) -> [[Int]] {
    step.stages.indices.map { [step.costs.strategy.firstRank(ofStage: $0)] }
  }

  /// Every rank with its stage and its place among the ranks shown of that stage.
  private static func lanes(_ shown: [[Int]]) -> [((stage: Int, index: Int), Int)] {
    shown.enumerated().flatMap { stage, ranks in
      ranks.enumerated().map { ((stage, $0), $1) }
    }
  }

  private mutating func addProcess(_ rank: Int, stage: Int, _ step: SimulatedStep) {
    events.append(Event("process_name", "M", rank, args: .name("rank \(rank), stage \(stage)")))
    events.append(Event("process_sort_index", "M", rank, args: .sortIndex(rank)))
    let used = Set(
      step.program.labels.lazy.filter { Int($0.stage) == stage }.map(\.work.stream))
    for stream in StageStream.allCases where used.contains(stream) {
      let thread = stream.rawValue
      events.append(
        Event("thread_name", "M", rank, thread: thread, args: .name(stream.title)))
      events.append(
        Event("thread_sort_index", "M", rank, thread: thread, args: .sortIndex(thread)))
    }
  }

  private mutating func addTasks(
    of rank: Int, lane: (stage: Int, index: Int), _ step: SimulatedStep, _ shown: [[Int]]
  ) {
    let receivers = Self.receivers(in: step)
    for (task, label) in step.program.labels.enumerated() where Int(label.stage) == lane.stage {
      let (start, end) = (step.timeline.starts[task], step.timeline.ends[task])
      guard end > start else { continue }
      let thread = label.work.stream.rawValue
      events.append(
        Event(
          label.title, "X", rank, thread: thread, category: label.work.stream.title, at: start,
          lasting: end - start))
      guard let receiver = receivers[task] else { continue }
      let stage = Int(step.program.labels[receiver].stage)
      guard shown.indices.contains(stage), lane.index < shown[stage].count else { continue }
      // Arrows of one kind between the same two slices need an identity of their own.
      let identity = task * max(1, shown.map(\.count).max() ?? 1) + lane.index
      events.append(
        Event("transfer", "s", rank, thread: thread, category: "transfer", at: start, id: identity))
      events.append(
        Event(
          "transfer", "f", shown[stage][lane.index], thread: StageStream.compute.rawValue,
          category: "transfer", at: step.timeline.starts[receiver], id: identity,
          bindsToEnclosing: true))
    }
  }

  /// By transfer: the first task that computes with what it brings.
  private static func receivers(in step: SimulatedStep) -> [Int: Int] {
    var receivers: [Int: Int] = [:]
    for (task, label) in step.program.labels.enumerated()
    where label.work.stream == .compute && step.timeline.ends[task] > step.timeline.starts[task] {
      for predecessor in step.program.graph.predecessors(of: task)
      where step.program.labels[Int(predecessor)].work.isTransfer {
        receivers[Int(predecessor)] = task
      }
    }
    return receivers
  }

  private mutating func addMemory(_ memory: MemoryTimeline, of rank: Int) {
    for (index, change) in memory.changes.enumerated() {
      // Only the last of several changes at one time is ever seen.
      let next = index + 1
      if next < memory.changes.count, memory.changes[next].time == change.time { continue }
      events.append(
        Event("memory (GiB)", "C", rank, at: change.time, args: .memory(change.memory.gibibytes)))
    }
  }

  /// The trace as JSON text, the same for the same step.
  public func json() -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let document = Document(displayTimeUnit: "ms", traceEvents: events)
    // Nothing in an event can fail to encode: numbers, text and finite floats only.
    guard let data = try? encoder.encode(document) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  private struct Document: Encodable {
    var displayTimeUnit: String
    var traceEvents: [Event]
  }

  /// One event; the names of its properties are those of the format.
  struct Event: Encodable, Sendable {
    var name: String
    /// Phase: `X` a slice, `M` metadata, `C` a counter, `s` and `f` the ends of an arrow.
    var ph: String
    var pid: Int
    var tid: Int
    var cat: String?
    var ts: Double?
    var dur: Double?
    var id: Int?
    var bp: String?
    var args: Arguments?

    struct Arguments: Encodable, Sendable {
      var name: String?
      var sortIndex: Int?
      var memory: Double?

      enum CodingKeys: String, CodingKey {
        case name, memory
        case sortIndex = "sort_index"
      }

      static func name(_ name: String) -> Arguments { Arguments(name: name) }
      static func sortIndex(_ index: Int) -> Arguments { Arguments(sortIndex: index) }
      static func memory(_ gibibytes: Double) -> Arguments { Arguments(memory: gibibytes) }
    }

    init(
      _ name: String, _ phase: String, _ process: Int, thread: Int = 0, category: String? = nil,
      at time: Int64? = nil, lasting duration: Int64? = nil, id: Int? = nil,
      bindsToEnclosing: Bool = false, args: Arguments? = nil
    ) {
      self.name = name
      ph = phase
      pid = process
      tid = thread
      cat = category
      ts = time.map { Double($0) / 1000 }
      dur = duration.map { Double($0) / 1000 }
      self.id = id
      bp = bindsToEnclosing ? "e" : nil
      self.args = args
    }
  }
}

extension StageStream {
  /// As a trace names it.
  public var title: String {
    switch self {
    case .compute: "compute"
    case .tensor: "tensor parallel"
    case .context: "context parallel"
    case .expert: "expert parallel"
    case .sendForward: "send activations"
    case .sendBackward: "send gradients"
    case .data: "data parallel"
    }
  }
}

extension TaskLabel {
  /// As a trace names it: `F3` for the forward pass of microbatch 3, `F3.1` in chunk 1, and so on.
  public var title: String {
    let place = (microbatch.map { "\($0)" } ?? "") + (chunk.map { ".\($0)" } ?? "")
    let layer = layer.map { " layer \($0)" } ?? ""
    return switch work {
    case .forward: "F" + place + layer
    case .backward: "B" + place + layer
    case .inputGradient: "I" + place + layer
    case .weightGradient: "W" + place + layer
    default: work.phrase + (place.isEmpty ? "" : " " + place) + layer
    }
  }
}
