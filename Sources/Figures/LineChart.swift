import Foundation
public import Markup

/// Curves over a common axis.
public struct LineChart: Figure {
  public enum Shape: Hashable, Sendable {
    /// From point to point, with a mark on each.
    case curve
    /// From point to point, for more points than marks have room.
    case line
    /// Each value holds until the next point, as memory over time does.
    case steps
  }

  public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  public struct Series: Hashable, Sendable {
    public var name: String
    /// By `x`.
    public var points: [Point]
    /// For each point, the range that its value stands for, drawn as a band; empty for none.
    public var spread: [ClosedRange<Double>]

    /// - Precondition: the spread, if there is one, has a range for each point.
    public init(_ name: String, _ points: [Point], spread: [ClosedRange<Double>] = []) {
      precondition(spread.isEmpty || spread.count == points.count, "a range for each point")
      self.name = name
      self.points = points
      self.spread = spread
    }

    /// A learning curve: the values of many episodes, in at most `count` bins of equal length, each
    /// with its mean and the spread of its values.
    public init(_ name: String, episodes values: [Double], inBins count: Int = 120) {
      precondition(count > 0, "at least one bin")
      let size = max(1, (values.count + count - 1) / count)
      let bins = stride(from: 0, to: values.count, by: size).map { first in
        (first: first, values: values[first..<min(first + size, values.count)])
      }
      self.init(
        name,
        bins.map { bin in
          Point(
            Double(bin.first) + Double(bin.values.count + 1) / 2,
            bin.values.reduce(0, +) / Double(bin.values.count))
        }, spread: bins.map { ($0.values.min() ?? 0)...($0.values.max() ?? 0) })
    }
  }

  /// A level to compare with, such as a device's memory.
  public struct Limit: Hashable, Sendable {
    public var name: String
    public var value: Double

    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  public var title: String
  public var caption: String
  public var x: Axis
  public var y: Axis
  public var series: [Series]
  public var shape: Shape
  public var limit: Limit?

  public init(
    title: String, caption: String = "", x: Axis, y: Axis, series: [Series],
    shape: Shape = .curve, limit: Limit? = nil
  ) {
    self.title = title
    self.caption = caption
    self.x = x
    self.y = y
    self.series = series
    self.shape = shape
    self.limit = limit
  }

  public var legend: [LegendEntry] {
    series.enumerated().map { LegendEntry($1.name, $0) }
  }

  public var drawing: Markup {
    let points = series.flatMap(\.points).filter(isShown)
    let frame = Frame(
      Scale(x, around: points.map(\.x)),
      Scale(
        y,
        around: points.map(\.y) + (limit.map { [$0.value] } ?? [])
          + series.flatMap { $0.spread.flatMap { [$0.lowerBound, $0.upperBound] } }), height: 360)
    return Figures.drawing(of: self, width: Frame.width, height: frame.height) {
      frame.background
      if let limit, y.spacing == .linear || limit.value > 0 {
        frame.level(limit.value, "\(limit.name): \(y.measure.text(limit.value))")
      }
      for (index, series) in series.enumerated() {
        Markup("g", ["class": Marker.colour(index)]) {
          if !series.spread.isEmpty { band(of: series, frame) }
          Markup("path", ["class": "curve", "d": path(of: series, frame)]) {
            Markup("title") { series.name }
          }
          if shape == .curve {
            for point in series.points where isShown(point) {
              let place = frame.place(point.x, point.y)
              Marker.shape(
                index, x: place.x, y: place.y, size: 3.6,
                tip: "\(series.name)\n\(x.label): \(x.measure.text(point.x))\n"
                  + "\(y.label): \(y.measure.text(point.y))")
            }
          }
        }
      }
      if shape != .curve { readings(frame) }
    }
  }

  /// From the lower ends of the ranges and back along the upper ones.
  private func band(of series: Series, _ frame: Frame) -> Markup {
    let places = zip(series.points, series.spread).filter { isShown($0.0) }
    let lower = places.map { frame.place($0.0.x, clamped($0.1.lowerBound, frame)) }
    let upper = places.map { frame.place($0.0.x, clamped($0.1.upperBound, frame)) }
    return Markup(
      "polygon", ["class": "band", "points": Marker.coordinates(lower + upper.reversed())])
  }

  /// A logarithmic axis ends above zero.
  private func clamped(_ value: Double, _ frame: Frame) -> Double { max(value, frame.y.lower) }

  /// Strips without a look that say what every line holds where the pointer is.
  private func readings(_ frame: Frame) -> [Markup] {
    let places = series.flatMap { $0.points.filter(isShown).map(\.x) }
    guard let first = places.min(), let last = places.max(), last > first else { return [] }
    let count = min(Set(places).count, Self.readingLimit)
    return (0..<count).map { index in
      let part = Double(index) / Double(max(1, count - 1))
      let place =
        x.spacing == .linear ? first + part * (last - first) : first * pow(last / first, part)
      let texts = series.compactMap { series in
        reading(of: series, at: place).map { "\(series.name): \($0)" }
      }
      let width = (frame.horizontal(last) - frame.horizontal(first)) / Double(max(1, count - 1))
      return Markup(
        "rect",
        [
          "class": "reading", "x": frame.horizontal(place) - width / 2, "width": width,
          "y": frame.vertical(frame.y.upper), "height": frame.depth,
        ]
      ) {
        Markup("title") {
          (["\(x.label): \(x.measure.text(place))"] + texts).joined(separator: "\n")
        }
      }
    }
  }

  /// Places that can be pointed at in a chart without marks.
  private static let readingLimit = 120

  /// The value that a line has at a place: that of the last point up to it.
  private func reading(of series: Series, at place: Double) -> String? {
    guard let index = series.points.lastIndex(where: { $0.x <= place * 1.000_000_1 }) else {
      return nil
    }
    let value = y.measure.text(series.points[index].y)
    guard !series.spread.isEmpty else { return value }
    let range = series.spread[index]
    return "\(value) (\(y.measure.text(range.lowerBound)) to \(y.measure.text(range.upperBound)))"
  }

  private func path(of series: Series, _ frame: Frame) -> String {
    var path = ""
    for point in series.points where isShown(point) {
      let place = frame.place(point.x, point.y)
      let (x, y) = (place.x.attributeText, place.y.attributeText)
      switch shape {
      case _ where path.isEmpty: path = "M\(x) \(y)"
      case .curve, .line: path += "L\(x) \(y)"
      case .steps: path += "H\(x)V\(y)"
      }
    }
    return path
  }

  private func isShown(_ point: Point) -> Bool {
    point.x.isFinite && point.y.isFinite && (x.spacing == .linear || point.x > 0)
      && (y.spacing == .linear || point.y > 0)
  }

  /// All points of curves; of steps, which may have thousands, the highest.
  public var table: FigureTable {
    switch shape {
    case .curve, .line:
      let places = Set(series.flatMap { $0.points.map(\.x) }).sorted()
      let columns = series.map { series in
        Dictionary(series.points.map { ($0.x, $0.y) }) { first, _ in first }
      }
      return FigureTable(
        [x.label] + series.map(\.name),
        places.map { place in
          [x.measure.text(place)] + columns.map { $0[place].map(y.measure.text) ?? "-" }
        })
    case .steps:
      return FigureTable(
        ["", "highest \(y.label)", "at"],
        series.compactMap { series in
          series.points.max { $0.y < $1.y }.map {
            [series.name, y.measure.text($0.y), x.measure.text($0.x)]
          }
        })
    }
  }
}
