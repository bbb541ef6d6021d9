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

  /// Lines without trailing spaces, indented.
  ///
  /// Where they would be wider than `width`, the widest column of words is broken over several
  /// lines; what is still too wide is cut.
  func lines(indent: Int = 2, width: Int) -> [String] {
    var widths = header.indices.map { column in
      ([header] + rows).map { $0[column].count }.max() ?? 0
    }
    let excess = indent + widths.reduce(0, +) + 2 * (widths.count - 1) - width
    let words = header.indices.filter { alignments[$0] == .left }.max { widths[$0] < widths[$1] }
    if excess > 0, let words {
      widths[words] = max(min(widths[words], Self.narrowest), widths[words] - excess)
    }
    return ([header] + rows).flatMap { row -> [String] in
      let cells = row.indices.map { column in
        column == words ? row[column].broken(to: widths[column]) : [row[column]]
      }
      return (0..<(cells.map(\.count).max() ?? 0)).map { line in
        let columns = cells.indices.map { column -> String in
          let text = line < cells[column].count ? cells[column][line] : ""
          let padding = String(repeating: " ", count: max(0, widths[column] - text.count))
          return alignments[column] == .left ? text + padding : padding + text
        }
        let text = String(repeating: " ", count: indent) + columns.joined(separator: "  ")
        return text.trimmingTrailingSpaces().shortened(to: width)
      }
    }
  }

  /// A broken column stays at least this wide.
  private static let narrowest = 24

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
  /// Lines of at most `width` characters, broken at spaces where there are some.
  fileprivate func broken(to width: Int) -> [String] {
    guard count > width else { return [self] }
    return wrapped(to: width, indent: "").flatMap { line -> [String] in
      var rest = line[...]
      var pieces: [String] = []
      while rest.count > width {
        pieces.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
      }
      return pieces + [String(rest)]
    }
  }

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
