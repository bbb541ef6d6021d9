import Markup

/// A table: columns aligned, numbers to the right.
struct TextTable {
  enum Alignment { case left, right }

  private let header: [String]
  private let alignments: [Alignment]
  private var rows: [[String]] = []

  init(_ columns: [(title: String, alignment: Alignment)]) {
    header = columns.map(\.title)
    alignments = columns.map(\.alignment)
  }

  mutating func add(_ row: [String]) {
    precondition(row.count == header.count, "a row has a cell per column")
    rows.append(row)
  }

  /// Lines without trailing spaces, indented, and cut where they are wider than `width`.
  func lines(indent: Int = 2, width: Int) -> [String] {
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].count }.max() ?? 0
    }
    return ([header] + rows).map { row in
      let cells = row.indices.map { column -> String in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return alignments[column] == .left ? row[column] + padding : padding + row[column]
      }
      let line = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
      return line.trimmingTrailingSpaces().shortened(to: width)
    }
  }

  /// A table in Markdown.
  var markdown: [String] {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let rule = alignments.map { $0 == .left ? "---" : "---:" }
    return [line(header), line(rule)]
      + rows.map { row in line(row.map { $0.replacing("|", with: "\\|") }) }
  }

  /// A table in HTML, in a box of its own that scrolls where the page is too narrow.
  var html: Markup {
    func cell(_ name: StaticString, _ text: String, _ column: Int) -> Markup {
      let isLong = alignments[column] == .left && text.count > 60
      return Markup(
        name, ["class": alignments[column] == .right ? "number" : isLong ? "long" : nil]
      ) {
        text
      }
    }
    return Markup(
      "div", ["class": "scroll", "tabindex": 0, "role": "group", "aria-label": "table"]
    ) {
      Markup("table") {
        Markup("thead") {
          Markup("tr") { header.indices.map { cell("th", header[$0], $0) } }
        }
        Markup("tbody") {
          for row in rows {
            Markup("tr") { row.indices.map { cell("td", row[$0], $0) } }
          }
        }
      }
    }
  }
}

extension String {
  func trimmingTrailingSpaces() -> String {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return String(self[..<end])
  }

  /// At most `width` characters, an ellipsis for what was cut.
  func shortened(to width: Int) -> String {
    count <= max(width, 1) ? self : prefix(max(width, 1) - 1) + "…"
  }
}
