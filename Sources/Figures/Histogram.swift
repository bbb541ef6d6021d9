public import Markup

/// How often values fall into equal parts of their range.
public struct Histogram: Figure {
  public struct Bin: Hashable, Sendable {
    public var range: Range<Double>
    public var count: Int
  }

  public var title: String
  public var caption: String
  public var axis: Axis
  public var bins: [Bin]

  /// Counts finite values in bins as wide as the steps of the axis, divided by `refinement`.
  public init(
    title: String, caption: String = "", axis: Axis, values: [Double], refinement: Int = 4
  ) {
    self.title = title
    self.caption = caption
    self.axis = axis
    self.axis.spacing = .linear
    let shown = values.filter(\.isFinite)
    let scale = Scale(self.axis, around: shown)
    let count = max(1, (scale.ticks.count - 1) * max(1, refinement))
    let edges = (0...count).map { index in
      scale.lower + (scale.upper - scale.lower) * Double(index) / Double(count)
    }
    bins = zip(edges, edges.dropFirst()).map { Bin(range: $0..<$1, count: 0) }
    for value in shown {
      // The last edge belongs to the last bin.
      let bin = bins.lastIndex { $0.range.lowerBound <= value } ?? 0
      bins[bin].count += 1
    }
  }

  public var legend: [LegendEntry] { [] }

  public var drawing: Markup {
    let frame = Frame(
      Scale(axis, around: bins.flatMap { [$0.range.lowerBound, $0.range.upperBound] }),
      Scale(Axis("count", .count), around: bins.map { Double($0.count) }), height: 300)
    return Figures.drawing(of: self, width: Frame.width, height: frame.height) {
      frame.background
      for bin in bins where bin.count > 0 {
        let start = frame.place(bin.range.lowerBound, Double(bin.count))
        let end = frame.place(bin.range.upperBound, 0)
        Markup(
          "rect",
          [
            "class": "bar c0", "x": start.x, "y": start.y, "width": end.x - start.x,
            "height": end.y - start.y,
          ]
        ) {
          Markup("title") { "\(text(bin.range)): \(bin.count)" }
        }
      }
    }
  }

  private func text(_ range: Range<Double>) -> String {
    "\(axis.measure.text(range.lowerBound)) to \(axis.measure.text(range.upperBound))"
  }

  public var table: FigureTable {
    FigureTable(
      [axis.label, "count"],
      bins.filter { $0.count > 0 }.map { [text($0.range), "\($0.count)"] })
  }
}
