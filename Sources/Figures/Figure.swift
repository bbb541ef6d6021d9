public import Markup

/// A picture as data: what it shows decides how it looks.
///
///     let plot = ScatterPlot(
///       title: "Predicted and measured", caption: "On the line, both agree.",
///       x: Axis("measured step time", .seconds, spacing: .logarithmic),
///       y: Axis("predicted step time", .seconds, spacing: .logarithmic),
///       series: families, showsIdentity: true)
///     page.add(.figure(plot))
///
/// Colours follow the reader's light or dark theme, every mark says its numbers when pointed at,
/// and a table with the same numbers stands beneath for who cannot see the marks.
public protocol Figure: Sendable {
  /// What is shown, in a few words.
  var title: String { get }
  /// What to read off it, in a sentence; may be empty.
  var caption: String { get }
  /// The picture alone, as an `svg` element.
  var drawing: Markup { get }
  /// What the colours stand for; empty where there is one only.
  var legend: [LegendEntry] { get }
  /// The numbers shown.
  var table: FigureTable { get }
}

/// The name of a series, and which colour and shape it has.
public struct LegendEntry: Hashable, Sendable {
  public var name: String
  public var index: Int

  public init(_ name: String, _ index: Int) {
    self.name = name
    self.index = index
  }
}

/// The numbers behind a picture; the first column names the row.
public struct FigureTable: Hashable, Sendable {
  public var columns: [String]
  public var rows: [[String]]

  public init(_ columns: [String], _ rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }
}

extension Figure {
  /// The picture with its title, legend and table.
  public var html: Markup {
    Markup("figure") {
      Markup("figcaption") {
        Markup("strong") { title }
        if !caption.isEmpty { " " + caption }
      }
      if legend.count > 1 {
        Markup("ul", ["class": "legend"]) {
          for entry in legend {
            Markup("li") {
              Markup("svg", ["viewBox": "-7 -7 14 14", "aria-hidden": "true"]) {
                Marker.shape(entry.index, x: 0, y: 0, size: 5)
              }
              entry.name
            }
          }
        }
      }
      Markup("div", ["class": "scroll", "tabindex": 0, "role": "group", "aria-label": title]) {
        drawing
      }
      if !table.rows.isEmpty {
        Markup("details") {
          Markup("summary") { "The numbers" }
          table.html
        }
      }
    }
  }
}

extension FigureTable {
  var html: Markup {
    Markup("div", ["class": "scroll", "tabindex": 0, "role": "group", "aria-label": "table"]) {
      Markup("table") {
        Markup("thead") {
          Markup("tr") {
            for (index, column) in columns.enumerated() {
              Markup("th", ["scope": "col", "class": index > 0 ? "number" : nil]) { column }
            }
          }
        }
        Markup("tbody") {
          for row in rows {
            Markup("tr") {
              for (index, cell) in row.enumerated() {
                Markup("td", ["class": index > 0 ? "number" : nil]) { cell }
              }
            }
          }
        }
      }
    }
  }
}

/// The root element of a picture, as wide as its box unless it keeps its size; `<title>` and `<desc>` say what it is to who cannot see it.
func drawing(
  of figure: some Figure, width: Double, height: Double, class name: String? = nil,
  isStretched: Bool = true, @MarkupBuilder _ content: () -> [Markup]
) -> Markup {
  Markup(
    "svg",
    [
      "viewBox": "0 0 \(width.attributeText) \(height.attributeText)", "class": name, "role": "img",
      "aria-label": figure.title, "width": isStretched ? nil : width,
    ]
  ) {
    Markup("title") { figure.title }
    if !figure.caption.isEmpty { Markup("desc") { figure.caption } }
    content()
  }
}
