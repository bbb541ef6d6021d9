public import Markup

/// Curves over a common axis.
public struct LineChart: Figure {
  public enum Shape: Hashable, Sendable {
    /// From point to point, with a mark on each.
    case curve
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

    public init(_ name: String, _ points: [Point]) {
      self.name = name
      self.points = points
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
      Scale(y, around: points.map(\.y) + (limit.map { [$0.value] } ?? [])), height: 360)
    return Figures.drawing(of: self, width: Frame.width, height: frame.height) {
      frame.background
      if let limit, y.spacing == .linear || limit.value > 0 {
        frame.level(limit.value, "\(limit.name): \(y.measure.text(limit.value))")
      }
      for (index, series) in series.enumerated() {
        Markup("g", ["class": Marker.colour(index)]) {
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
    }
  }

  private func path(of series: Series, _ frame: Frame) -> String {
    var path = ""
    for point in series.points where isShown(point) {
      let place = frame.place(point.x, point.y)
      let (x, y) = (place.x.attributeText, place.y.attributeText)
      switch shape {
      case _ where path.isEmpty: path = "M\(x) \(y)"
      case .curve: path += "L\(x) \(y)"
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
    case .curve:
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
