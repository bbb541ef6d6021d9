/// A report as a sequence of parts, rendered for terminals or as Markdown.
///
/// One content, two forms: whatever a page says, it says in both.
struct Page {
  enum Part {
    case title(String)
    case heading(String)
    case text(String)
    case table(TextTable)
    /// Lines kept as they are.
    case code([String])
  }

  private(set) var parts: [Part] = []

  mutating func add(_ part: Part) { parts.append(part) }

  /// - Parameter width: columns of the terminal.
  func text(width: Int) -> String {
    var lines: [String] = []
    for part in parts {
      switch part {
      case .title(let title): lines.append(title)
      case .heading(let heading): lines += ["", heading]
      case .text(let text): lines += text.wrapped(to: width, indent: "  ")
      case .table(let table): lines += table.lines(width: width)
      case .code(let code): lines += code.map { "  " + $0 }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  var markdown: String {
    var blocks: [String] = []
    for part in parts {
      switch part {
      case .title(let title): blocks.append("# " + title)
      case .heading(let heading): blocks.append("## " + heading)
      case .text(let text): blocks.append(text)
      case .table(let table): blocks.append(table.markdown.joined(separator: "\n"))
      case .code(let code): blocks.append((["```sh"] + code + ["```"]).joined(separator: "\n"))
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
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
