public import Markup

/// Points in a plane, a colour for each family.
public struct ScatterPlot: Figure {
  public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double
    /// What it stands for; shown with the numbers when pointed at.
    public var label: String

    public init(_ x: Double, _ y: Double, _ label: String) {
      self.x = x
      self.y = y
      self.label = label
    }
  }

  public struct Series: Hashable, Sendable {
    public var name: String
    public var points: [Point]
    /// Whether a line leads from point to point, as along a Pareto front.
    public var isJoined: Bool

    public init(_ name: String, _ points: [Point], isJoined: Bool = false) {
      self.name = name
      self.points = points
      self.isJoined = isJoined
    }
  }

  public var title: String
  public var caption: String
  public var x: Axis
  public var y: Axis
  public var series: [Series]
  /// Draws the line on which both axes are equal.
  public var showsIdentity: Bool

  public init(
    title: String, caption: String = "", x: Axis, y: Axis, series: [Series],
    showsIdentity: Bool = false
  ) {
    self.title = title
    self.caption = caption
    self.x = x
    self.y = y
    self.series = series
    self.showsIdentity = showsIdentity
  }

  public var legend: [LegendEntry] {
    series.enumerated().map { LegendEntry($1.name, $0) }
  }

  public var drawing: Markup {
    let points = series.flatMap(\.points).filter(isShown)
    // Equal bounds make the identity a diagonal.
    let shared = points.flatMap { [$0.x, $0.y] }
    let frame = Frame(
      Scale(x, around: showsIdentity ? shared : points.map(\.x)),
      Scale(y, around: showsIdentity ? shared : points.map(\.y)))
    return Figures.drawing(of: self, width: Frame.width, height: frame.height) {
      frame.background
      if showsIdentity { frame.identity }
      for (index, family) in series.enumerated() {
        Markup("g", ["class": Marker.colour(index)]) {
          if family.isJoined {
            let places = family.points.filter(isShown).map { frame.place($0.x, $0.y) }
            Markup("polyline", ["class": "curve", "points": Marker.coordinates(places)])
          }
          for point in family.points where isShown(point) {
            let place = frame.place(point.x, point.y)
            Marker.shape(
              index, x: place.x, y: place.y, size: 3.6,
              tip: "\(point.label)\n\(x.label): \(x.measure.text(point.x))\n"
                + "\(y.label): \(y.measure.text(point.y))")
          }
        }
      }
    }
  }

  /// Logarithms know no zero.
  private func isShown(_ point: Point) -> Bool {
    point.x.isFinite && point.y.isFinite && (x.spacing == .linear || point.x > 0)
      && (y.spacing == .linear || point.y > 0)
  }

  public var table: FigureTable {
    let hasFamilies = series.count > 1
    return FigureTable(
      (hasFamilies ? ["of", "what"] : [""]) + [x.label, y.label],
      series.flatMap { family in
        family.points.map { point in
          (hasFamilies ? [family.name] : [])
            + [point.label, x.measure.text(point.x), y.measure.text(point.y)]
        }
      })
  }
}
