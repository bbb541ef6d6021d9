public import Markup

/// Horizontal bars, one for each category or a group of them, or one made of parts.
public struct BarChart: Figure {
  public enum Arrangement: Hashable, Sendable { case stacked, grouped }

  public struct Series: Hashable, Sendable {
    public var name: String
    /// By category.
    public var values: [Double]
    /// Where the values come from; shown when a bar is pointed at.
    public var source: String
    /// Index of the colour, for what has the same one in several pictures; `nil` counts through.
    public var colour: Int?
    /// What is written beside the bar of a category, if anything.
    public var notes: [Int: String]

    public init(
      _ name: String, _ values: [Double], source: String = "", colour: Int? = nil,
      notes: [Int: String] = [:]
    ) {
      self.name = name
      self.values = values
      self.source = source
      self.colour = colour
      self.notes = notes
    }
  }

  /// A mark that bars are to be compared with, such as a device's memory.
  public struct Limit: Hashable, Sendable {
    public var name: String
    /// By category.
    public var values: [Double]

    public init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  public var title: String
  public var caption: String
  public var categories: [String]
  public var axis: Axis
  public var series: [Series]
  public var arrangement: Arrangement
  public var limit: Limit?

  /// - Precondition: every series, and the limit, has a value for each category.
  public init(
    title: String, caption: String = "", categories: [String], axis: Axis, series: [Series],
    arrangement: Arrangement = .stacked, limit: Limit? = nil
  ) {
    precondition(
      (series.map(\.values) + (limit.map { [$0.values] } ?? []))
        .allSatisfy { $0.count == categories.count }, "a value for each category")
    self.title = title
    self.caption = caption
    self.categories = categories
    self.axis = axis
    self.series = series
    self.arrangement = arrangement
    self.limit = limit
  }

  public var legend: [LegendEntry] {
    series.enumerated().map { LegendEntry($1.name, $1.colour ?? $0) }
  }

  public var drawing: Markup {
    let longest = categories.map(\.count).max() ?? 0
    let left = min(260, 20 + 7 * Double(longest))
    // Many bars are drawn thinner.
    let band =
      arrangement == .stacked ? (categories.count > 12 ? 17.0 : 26) : 8 + 16 * Double(series.count)
    let bottom = 12 + band * Double(categories.count)
    let scale = Scale(axis, around: extent)
    func place(_ value: Double) -> Double {
      left + scale.position(value) * (Frame.width - left - 24)
    }
    return Figures.drawing(of: self, width: Frame.width, height: bottom + 44) {
      for tick in scale.ticks {
        line(place(tick.value), 8, place(tick.value), bottom, "grid")
        Markup("text", ["x": place(tick.value), "y": bottom + 16, "class": "tick middle"]) {
          tick.text
        }
      }
      Markup(
        "text", ["x": (left + Frame.width - 24) / 2, "y": bottom + 36, "class": "axis middle"]
      ) {
        scale.unit.isEmpty ? axis.label : "\(axis.label) (\(scale.unit))"
      }
      for (index, category) in categories.enumerated() {
        let top = 10 + band * Double(index)
        Markup("text", ["x": left - 8, "y": top + band / 2 + 3, "class": "tick end"]) {
          category.shortened(to: 34)
        }
        bars(of: index, top: top, band: band, place)
        if let limit {
          Markup(
            "path",
            [
              "class": "limit",
              "d": "M\(place(limit.values[index]).attributeText) \((top - 2).attributeText)"
                + "v\(band.attributeText)",
            ]
          ) {
            Markup("title") {
              "\(category), \(limit.name): \(axis.measure.text(limit.values[index]))"
            }
          }
        }
      }
    }
  }

  private func bars(
    of category: Int, top: Double, band: Double, _ place: (Double) -> Double
  ) -> [Markup] {
    var start = 0.0
    return series.enumerated().flatMap { index, series -> [Markup] in
      let value = series.values[category]
      guard value.isFinite, value != 0 else { return [] }
      let from = arrangement == .stacked ? start : 0
      start = from + value
      let (low, high) = (place(min(from, start)), place(max(from, start)))
      let y = arrangement == .stacked ? top : top + 2 + 16 * Double(index)
      let note = series.notes[category]
      let bar = Markup(
        "rect",
        [
          "class": "bar \(Marker.colour(series.colour ?? index))", "x": low, "y": y,
          "width": high - low,
          "height": arrangement == .stacked ? band * 0.8 : 14,
        ]
      ) {
        Markup("title") {
          "\(categories[category]), \(series.name): \(axis.measure.text(value))"
            + (note.map { "\n\($0)" } ?? "") + (series.source.isEmpty ? "" : "\n\(series.source)")
        }
      }
      guard let note else { return [bar] }
      let height = arrangement == .stacked ? band * 0.8 : 14
      return [
        bar, Markup("text", ["class": "tick", "x": high + 5, "y": y + height / 2 + 4]) { note },
      ]
    }
  }

  /// Ends of bars, and limits.
  private var extent: [Double] {
    let limits = limit?.values ?? []
    switch arrangement {
    case .grouped: return series.flatMap(\.values) + limits
    case .stacked:
      return categories.indices.map { index in series.map { $0.values[index] }.reduce(0, +) }
        + limits
    }
  }

  public var table: FigureTable {
    FigureTable(
      [""] + series.map(\.name) + (limit.map { [$0.name] } ?? []),
      categories.enumerated().map { index, category in
        [category]
          + series.map { series in
            axis.measure.text(series.values[index])
              + (series.notes[index].map { " (\($0))" } ?? "")
          } + (limit.map { [axis.measure.text($0.values[index])] } ?? [])
      })
  }
}

extension String {
  /// At most `count` characters, an ellipsis for what was cut.
  func shortened(to count: Int) -> String {
    self.count <= count ? self : prefix(count - 1) + "…"
  }
}
