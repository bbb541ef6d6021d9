public import Markup

/// What happens when, lane by lane.
///
/// All bars of a lane and kind are one path of thick strokes, a dozen bytes each, so that tens of
/// thousands of bars stay a small file; the page's script tells which bar the pointer is on, and
/// zooms.
public struct GanttChart: Figure {
  public struct Bar: Hashable, Sendable {
    /// In base units of the measure, from the start.
    public var start: Double
    public var end: Double
    /// Index of the kind, which decides the colour.
    public var kind: Int
    public var name: String

    public init(_ start: Double, _ end: Double, kind: Int, _ name: String) {
      self.start = start
      self.end = end
      self.kind = kind
      self.name = name
    }
  }

  public struct Lane: Hashable, Sendable {
    public var name: String
    /// By start; those of one lane do not overlap.
    public var bars: [Bar]
    /// Whether the lane opens a group, such as the streams of one stage.
    public var opensGroup: Bool

    public init(_ name: String, _ bars: [Bar], opensGroup: Bool = false) {
      self.name = name
      self.bars = bars
      self.opensGroup = opensGroup
    }
  }

  public var title: String
  public var caption: String
  /// Of the axis: seconds, or a count for ranges of anything else.
  public var measure: Measure
  public var label: String
  public var kinds: [String]
  /// By kind: where its lengths come from, shown when a bar is pointed at; empty for none.
  public var sources: [String]
  public var lanes: [Lane]

  public init(
    title: String, caption: String = "", measure: Measure = .seconds, label: String = "time",
    kinds: [String], sources: [String] = [], lanes: [Lane]
  ) {
    precondition(sources.isEmpty || sources.count == kinds.count, "a source for each kind")
    self.sources = sources
    self.title = title
    self.caption = caption
    self.measure = measure
    self.label = label
    self.kinds = kinds
    self.lanes = lanes
  }

  public var legend: [LegendEntry] {
    let used = Set(lanes.flatMap { $0.bars.map(\.kind) })
    return kinds.enumerated().filter { used.contains($0.offset) }.map { LegendEntry($1, $0) }
  }

  /// User units that the whole time takes; the script zooms by stretching them.
  private static let span = 1000.0

  private var end: Double { lanes.compactMap { $0.bars.map(\.end).max() }.max() ?? 0 }

  public var drawing: Markup {
    let longest = lanes.map(\.name.count).max() ?? 0
    let left = min(240, 16 + 7 * Double(longest))
    let scale = Scale(Axis(label, measure), around: [0, end])
    let unit = end > 0 ? Self.span / end : 0
    var top = 6.0
    let tops = lanes.map { lane in
      if lane.opensGroup, top > 6 { top += 6 }
      defer { top += 17 }
      return top
    }
    return Figures.drawing(
      of: self, width: left + Self.span + 28, height: top + (measure == .seconds ? 26 : 40),
      class: "gantt"
    ) {
      for (lane, top) in zip(lanes, tops) {
        Markup("text", ["x": left - 8, "y": top + 12, "class": "tick end"]) {
          lane.name.shortened(to: 32)
        }
      }
      Markup("g", ["class": "ticks", "transform": "translate(\(left.attributeText) 0)"]) {
        for tick in scale.ticks where tick.value <= end {
          let x = tick.value * unit
          line(x, 0, x, top, "grid")
          Markup("text", ["x": x, "y": top + 16, "class": "tick middle"]) {
            scale.unit.isEmpty ? tick.text : "\(tick.text) \(scale.unit)"
          }
        }
      }
      if measure != .seconds {
        Markup("text", ["x": left + Self.span / 2, "y": top + 34, "class": "axis middle"]) { label }
      }
      // A picture of its own, so that the script can stretch time and nothing else.
      Markup(
        "svg",
        [
          "x": left, "y": 0, "width": Self.span, "height": top, "class": "time",
          "viewBox": "0 0 \(Self.span.attributeText) \(top.attributeText)",
          "preserveAspectRatio": "none", "data-end": String(end),
          "data-unit": measure == .seconds ? "s" : nil,
        ]
      ) {
        for (lane, top) in zip(lanes, tops) { paths(of: lane, top: top, unit) }
      }
    }
  }

  private func paths(of lane: Lane, top: Double, _ unit: Double) -> [Markup] {
    kinds.indices.compactMap { kind in
      let bars = lane.bars.filter { $0.kind == kind && $0.end > $0.start }
      guard !bars.isEmpty else { return nil }
      let d = bars.map { bar in
        "M\((bar.start * unit).attributeText) \((top + 7).attributeText)"
          + "h\(max((bar.end - bar.start) * unit, 0.01).attributeText)"
      }.joined()
      return Markup(
        "path",
        [
          "class": "stroke \(Marker.colour(kind))", "d": d, "data-kind": kinds[kind],
          "data-source": sources.isEmpty || sources[kind].isEmpty ? nil : sources[kind],
          "data-names": bars.map { $0.name.replacing(" ", with: "\u{A0}") }.joined(separator: " "),
        ]
      ) {
        Markup("title") { "\(lane.name): \(kinds[kind])" }
      }
    }
  }

  /// How long each lane is busy with what; the bars themselves are too many to list.
  public var table: FigureTable {
    let used = legend.map(\.index)
    return FigureTable(
      [""] + used.map { kinds[$0] },
      lanes.map { lane in
        [lane.name]
          + used.map { kind in
            let busy = lane.bars.filter { $0.kind == kind }.map { $0.end - $0.start }.reduce(0, +)
            return busy > 0 ? measure.text(busy) : "-"
          }
      })
  }
}
