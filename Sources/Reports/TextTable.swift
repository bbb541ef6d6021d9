import Markup

/// A table: columns aligned, numbers to the right.
struct TextTable {
  enum Alignment { case left, right }

  private let header: [String]
  private let alignments: [Alignment]
  private(set) var rows: [[String]] = []

  init(_ columns: [(title: String, alignment: Alignment)]) {
    header = columns.map(\.title)
    alignments = columns.map(\.alignment)
  }

  /// Names of columns and all that stands below them.
  var cells: [String] { header + rows.flatMap { $0 } }

  mutating func add(_ row: [String]) {
    precondition(row.count == header.count, "a row has a cell per column")
    rows.append(row)
  }

  /// Lines of at most `width` columns, without trailing spaces, indented.
  ///
  /// What would be wider is broken over several lines: the widest columns of words first, then long
  /// names of columns. A table that is too wide even so is continued below itself, each part with
  /// the first column.
  func lines(indent: Int = 2, width: Int) -> [String] {
    let available = max(1, width - indent)
    let widths = widths(within: available)
    return parts(of: widths, within: available).enumerated().flatMap { index, columns in
      (index == 0 ? [] : [""])
        + ([header] + rows).flatMap { lines(of: $0, columns, widths, indent: indent) }
    }
  }

  /// A broken column of words stays at least this wide, in a part of a table at least half of it.
  private static let narrowest = 24
  /// Between columns.
  private static let gap = 2

  /// How wide each column is printed; all together may still be too wide.
  private func widths(within available: Int) -> [Int] {
    let cells = header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    var widths = header.indices.map { max(header[$0].count, cells[$0]) }
    var excess: Int { widths.reduce(0, +) + Self.gap * (widths.count - 1) - available }
    func narrow(_ column: Int, to least: Int) {
      guard excess > 0, widths[column] > least else { return }
      widths[column] = max(least, widths[column] - excess)
    }
    let words = header.indices.filter { alignments[$0] == .left }
      .sorted { (widths[$1], $0) < (widths[$0], $1) }
    for column in words { narrow(column, to: Self.narrowest) }
    for column in header.indices {
      let word = header[column].pieces.map(\.count).max() ?? 0
      narrow(column, to: max(cells[column], word))
    }
    // The first column and any other fit side by side.
    if excess > 0 {
      let least = max(1, available / 2 - Self.gap)
      for column in header.indices { widths[column] = min(widths[column], least) }
    }
    return widths
  }

  /// Which columns stand side by side.
  private func parts(of widths: [Int], within available: Int) -> [[Int]] {
    var parts = [[0]]
    var used = widths.first ?? 0
    for column in header.indices.dropFirst() {
      if used + Self.gap + widths[column] > available, parts[parts.count - 1].count > 1 {
        parts.append([0])
        used = widths[0]
      }
      parts[parts.count - 1].append(column)
      used += Self.gap + widths[column]
    }
    return parts
  }

  private func lines(
    of row: [String], _ columns: [Int], _ widths: [Int], indent: Int
  ) -> [String] {
    let cells = columns.map { row[$0].broken(to: widths[$0]) }
    return (0..<(cells.map(\.count).max() ?? 0)).map { line in
      let texts = zip(columns, cells).map { column, cell -> String in
        let text = line < cell.count ? cell[line] : ""
        let padding = String(repeating: " ", count: max(0, widths[column] - text.count))
        return alignments[column] == .left ? text + padding : padding + text
      }
      let gap = String(repeating: " ", count: Self.gap)
      return (String(repeating: " ", count: indent) + texts.joined(separator: gap))
        .trimmingTrailingSpaces()
    }
  }

  /// A table in Markdown.
  var markdown: [String] {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    func cells(_ row: [String]) -> String {
      line(row.map { $0.markdownText.replacing("|", with: "\\|") })
    }
    let rule = alignments.map { $0 == .left ? "---" : "---:" }
    return [cells(header), line(rule)] + rows.map(cells)
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
  /// Lines of at most `width` characters, broken at spaces where there are some, else behind the
  /// last mark that joins words, such as a slash.
  fileprivate func broken(to width: Int) -> [String] {
    guard count > width else { return [self] }
    return wrapped(to: width, indent: "").flatMap { line -> [String] in
      var rest = line[...]
      var pieces: [String] = []
      while rest.count > width {
        let piece = rest.prefix(width)
        let mark = piece.lastIndex { Self.joints.contains($0) }
        let end = mark.map { piece.index(after: $0) } ?? piece.endIndex
        pieces.append(String(rest[..<end]))
        rest = rest[end...]
      }
      return pieces + [String(rest)]
    }
  }

  /// Marks that join words, behind which a line may break.
  private static let joints = "/-_,:="

  /// What `broken` keeps together if it can.
  fileprivate var pieces: [Substring] {
    split(separator: " ").flatMap { word -> [Substring] in
      var pieces: [Substring] = []
      var rest = word
      while let mark = rest.firstIndex(where: { Self.joints.contains($0) }) {
        pieces.append(rest[...mark])
        rest = rest[rest.index(after: mark)...]
      }
      return pieces + [rest]
    }
  }

  /// What Markdown shows as this text: nothing in it opens an element.
  var markdownText: String { replacing("<", with: "\\<") }

  func trimmingTrailingSpaces() -> String {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return String(self[..<end])
  }
}
