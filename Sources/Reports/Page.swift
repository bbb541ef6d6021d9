import Figures
import Markup

/// A report as a sequence of parts, rendered for terminals, as Markdown or as HTML.
///
/// One content, three forms: whatever a page says, it says in all of them. Pictures are seen in
/// HTML only; `inText` says what stands for them elsewhere.
struct Page {
  enum Part {
    case title(String)
    case heading(String)
    case text(String)
    case table(TextTable)
    /// Lines kept as they are.
    case code([String])
    case figure(any Figure, inText: FigureText = .caption)
  }

  /// What text and Markdown show for a picture.
  enum FigureText {
    case caption
    case table
    /// For pictures of what the page's own tables already say.
    case nothing
  }

  private(set) var parts: [Part] = []

  mutating func add(_ part: Part) { parts.append(part) }

  /// What text and Markdown show: without headings over nothing but pictures.
  private var partsInText: [Part] {
    let shown = parts.filter { if case .figure(_, inText: .nothing) = $0 { false } else { true } }
    return shown.enumerated().compactMap { index, part in
      guard case .heading = part else { return part }
      guard index + 1 < shown.count else { return nil }
      if case .heading = shown[index + 1] { return nil }
      return part
    }
  }

  /// - Parameter width: columns of the terminal.
  func text(width: Int) -> String {
    var lines: [String] = []
    for part in partsInText {
      switch part {
      case .title(let title): lines += title.wrapped(to: width, indent: "")
      case .heading(let heading): lines += [""] + heading.wrapped(to: width, indent: "")
      case .text(let text): lines += text.wrapped(to: width, indent: "  ")
      case .table(let table): lines += table.lines(width: width)
      case .code(let code): lines += code.map { "  " + $0 }
      case .figure(_, inText: .nothing): break
      case .figure(let figure, inText: .caption):
        lines += figure.sentence.wrapped(to: width, indent: "  ")
      case .figure(let figure, inText: .table):
        lines += figure.sentence.wrapped(to: width, indent: "  ")
        lines += TextTable(figure.table).lines(width: width)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var markdown: String {
    var blocks: [String] = []
    for part in partsInText {
      switch part {
      case .title(let title): blocks.append("# " + title.markdownText)
      case .heading(let heading): blocks.append("## " + heading.markdownText)
      case .text(let text): blocks.append(text.markdownText)
      case .table(let table): blocks.append(table.markdown.joined(separator: "\n"))
      case .code(let code): blocks.append((["```sh"] + code + ["```"]).joined(separator: "\n"))
      case .figure(_, inText: .nothing): break
      case .figure(let figure, inText: .caption): blocks.append(figure.sentence.markdownText)
      case .figure(let figure, inText: .table):
        blocks.append(figure.sentence.markdownText)
        blocks.append(TextTable(figure.table).markdown.joined(separator: "\n"))
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}

extension Figure {
  /// Title and caption as running text.
  fileprivate var sentence: String { caption.isEmpty ? "\(title)." : "\(title): \(caption)" }
}

extension TextTable {
  /// The numbers behind a picture.
  fileprivate init(_ table: FigureTable) {
    self.init(table.columns.enumerated().map { ($1, $0 == 0 ? .left : .right) })
    for row in table.rows { add(row) }
  }
}

extension String {
  /// Lines of at most `width` characters, broken at spaces; a longer word stands alone.
  func wrapped(to width: Int, indent: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ") {
      if !line.isEmpty, indent.count + line.count + 1 + word.count > width {
        lines.append(indent + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [indent + line]
  }
}
