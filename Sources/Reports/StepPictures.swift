import CostModel
import Figures
import Quantities
import Search
import Simulation

/// What pages draw of a simulated step.
enum StepPictures {
  /// Stages drawn one by one; of more, this many are picked evenly.
  private static let stageLimit = 8
  /// Bars drawn in all: a page stays below a megabyte.
  private static let barLimit = 9_000

  private static func shownStages(of count: Int) -> [Int] {
    count <= stageLimit
      ? Array(0..<count) : (0..<stageLimit).map { $0 * (count - 1) / (stageLimit - 1) }
  }

  // MARK: Gantt chart

  /// What happens on which stage and stream, over the step.
  ///
  /// Streams of communication are left out, last stages first, where there is no room for them; if
  /// even compute has too many passes, neighbours are drawn as one.
  static func gantt(of step: SimulatedStep) -> GanttChart {
    let shown = shownStages(of: step.stages.count)
    var bars = [[GanttChart.Bar]](
      repeating: [], count: shown.count * StageStream.allCases.count)
    let rows = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
    for (task, label) in step.program.labels.enumerated() {
      let (start, end) = (step.timeline.starts[task], step.timeline.ends[task])
      guard end > start, let row = rows[Int(label.stage)] else { continue }
      let lane = row * StageStream.allCases.count + label.work.stream.rawValue
      bars[lane].append(
        GanttChart.Bar(
          Double(start) / 1e9, Double(end) / 1e9, kind: label.work.kind.rawValue, label.title))
    }
    let computing = StageStream.allCases.firstIndex(of: .compute) ?? 0
    let share = barLimit / max(1, shown.count)
    var isCondensed = false
    for row in shown.indices {
      let lane = row * StageStream.allCases.count + computing
      guard bars[lane].count > share else { continue }
      bars[lane] = condensed(bars[lane], to: share)
      isCondensed = true
    }
    var room =
      barLimit
      - shown.indices.map { bars[$0 * StageStream.allCases.count + computing].count }.reduce(0, +)
    var isComplete = shown.count == step.stages.count
    var lanes: [GanttChart.Lane] = []
    for (row, stage) in shown.enumerated() {
      for stream in StageStream.allCases {
        let bars = bars[row * StageStream.allCases.count + stream.rawValue]
        guard !bars.isEmpty else { continue }
        if stream != .compute {
          guard bars.count <= room else {
            isComplete = false
            continue
          }
          room -= bars.count
        }
        lanes.append(
          GanttChart.Lane(
            stream == .compute ? "stage \(stage)" : stream.title, bars,
            opensGroup: stream == .compute))
      }
    }
    var caption = "Each stage and what it communicates, from the simulator."
    if !isComplete { caption += " Some stages or streams are left out; the trace has all." }
    if isCondensed { caption += " Neighbouring passes are drawn as one." }
    return GanttChart(
      title: "One step", caption: caption, kinds: TaskLabel.Kind.allCases.map(\.name),
      sources: TaskLabel.Kind.allCases.map(\.source), lanes: lanes)
  }

  /// Runs of bars as one, with the kind that takes most of its time.
  private static func condensed(_ bars: [GanttChart.Bar], to limit: Int) -> [GanttChart.Bar] {
    let size = (bars.count + limit - 1) / limit
    return stride(from: 0, to: bars.count, by: size).map { first in
      let run = bars[first..<min(first + size, bars.count)]
      var times: [Int: Double] = [:]
      for bar in run { times[bar.kind, default: 0] += bar.end - bar.start }
      let leading = times.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
      return GanttChart.Bar(
        run.first?.start ?? 0, run.last?.end ?? 0, kind: leading,
        "\(run.first?.name ?? "")…\(run.last?.name ?? "")")
    }
  }

  // MARK: Memory

  /// Points of one curve; of more changes, the highest of each part of the step is drawn.
  private static let pointLimit = 300

  static func memory(of step: SimulatedStep, usable: Double) -> LineChart {
    let duration = Double(step.timeline.duration) / 1e9
    let timelines = step.memory
    return LineChart(
      title: "Memory of each stage over the step",
      caption: "What its ranks hold, from the simulator.",
      x: Axis("time", .seconds), y: Axis("memory", .bytes),
      series: shownStages(of: timelines.count).map { stage in
        LineChart.Series("stage \(stage)", points(of: timelines[stage], until: duration))
      }, shape: .steps, limit: .init("usable", usable))
  }

  private static func points(
    of timeline: MemoryTimeline, until duration: Double
  ) -> [LineChart.Point] {
    var points = timeline.changes.map {
      LineChart.Point(Double($0.time) / 1e9, $0.memory.value)
    }
    if points.count > pointLimit {
      let width = duration / Double(pointLimit)
      var highest: [LineChart.Point] = []
      var held = 0.0
      var next = 0
      for part in 0..<pointLimit {
        let end = Double(part + 1) * width
        var most = held
        while next < points.count, points[next].x < end || part == pointLimit - 1 {
          held = points[next].y
          most = max(most, held)
          next += 1
        }
        highest.append(LineChart.Point(Double(part) * width, most))
      }
      points = highest
    }
    if let last = points.last { points.append(LineChart.Point(duration, last.y)) }
    return points
  }
}

extension TaskLabel {
  /// Work that pages show in one colour.
  enum Kind: Int, CaseIterable {
    case forward, backward, weights, tensor, context, expert, pipeline, data, optimizer

    var name: String {
      switch self {
      case .forward: "forward"
      case .backward: "backward"
      case .weights: "gradients of weights"
      case .tensor: "tensor parallel"
      case .context: "context parallel"
      case .expert: "expert parallel"
      case .pipeline: "pipeline transfers"
      case .data: "data parallel"
      case .optimizer: "optimizer"
      }
    }

    /// Where its times come from.
    var source: String {
      switch self {
      case .forward, .backward, .weights: BreakdownSummary.explanation(of: "compute")
      default: BreakdownSummary.explanation(of: name)
      }
    }
  }
}

extension TaskLabel.Work {
  fileprivate var kind: TaskLabel.Kind {
    switch self {
    case .forward: .forward
    case .backward, .inputGradient: .backward
    case .weightGradient: .weights
    case .tensorCommunication: .tensor
    case .contextCommunication: .context
    case .expertCommunication: .expert
    case .activationTransfer, .gradientTransfer: .pipeline
    case .parameterGather, .gradientReduction, .sharedWeightReduction: .data
    case .optimizer: .optimizer
    }
  }
}
