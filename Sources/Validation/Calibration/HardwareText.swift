/// A hardware description as text, for changing figures and leaving all else as it is: order,
/// comments, notation.
struct HardwareText {
  private var lines: [Substring]

  init(_ text: String) { lines = text.split(separator: "\n", omittingEmptySubsequences: false) }

  var text: String { lines.joined(separator: "\n") }

  /// Writes a figure where its key stands, on a line of its own or between braces; a missing key is
  /// added to its group.
  ///
  /// - Returns: whether the group exists.
  mutating func set(_ figure: FittedFigure, to value: String) -> Bool {
    guard let group = lines(ofGroup: figure.group) else { return false }
    let figures = group.prefix { !lines[$0].trimmed.hasPrefix("fitted:") }
    for index in figures {
      guard let range = range(of: figure.key, in: lines[index]) else { continue }
      lines[index].replaceSubrange(range, with: value)
      return true
    }
    lines.insert("\(indent(group))\(figure.key): \(value)", at: group.lowerBound)
    return true
  }

  /// Writes what a figure was fitted to, below `fitted:` behind the group's other keys.
  mutating func setFitted(_ figure: FittedFigure, _ words: String) {
    guard let group = lines(ofGroup: figure.group) else { return }
    let indent = indent(group)
    let quoted = words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let line = "\(indent)  \(figure.key): \"\(quoted)\""[...]
    guard let head = group.first(where: { lines[$0].trimmed.hasPrefix("fitted:") }) else {
      lines.insert(contentsOf: ["\(indent)fitted:", line], at: group.upperBound)
      return
    }
    let end = lines[(head + 1)..<group.upperBound].firstIndex { $0.depth <= indent.count }
    let entries = (head + 1)..<(end ?? group.upperBound)
    if let known = entries.first(where: { lines[$0].trimmed.hasPrefix("\(figure.key):") }) {
      lines[known] = line
    } else {
      lines.insert(line, at: entries.upperBound)
    }
  }

  /// The lines below `name:`, which are indented further.
  private func lines(ofGroup name: String) -> Range<Int>? {
    guard let head = lines.firstIndex(where: { $0.trimmed == "\(name):" }) else { return nil }
    let depth = lines[head].depth
    let end = lines[(head + 1)...].firstIndex { !$0.isBlank && $0.depth <= depth }
    var last = end ?? lines.endIndex
    while last > head + 1, lines[last - 1].isBlank { last -= 1 }
    return (head + 1)..<last
  }

  private func indent(_ group: Range<Int>) -> String {
    String(repeating: " ", count: group.isEmpty ? 2 : lines[group.lowerBound].depth)
  }

  /// Where the value of a key stands in a line, its unit included.
  private func range(of key: String, in line: Substring) -> Range<Substring.Index>? {
    guard !line.trimmed.hasPrefix("source:"),
      let found = line.firstRange(of: "\(key): ")
    else { return nil }
    if found.lowerBound > line.startIndex {
      // Not the end of a longer key.
      let before = line[line.index(before: found.lowerBound)]
      guard before == " " || before == "{" else { return nil }
    }
    let rest = line[found.upperBound...]
    var end = rest.firstIndex { $0 == "," || $0 == "}" || $0 == "#" } ?? line.endIndex
    while end > found.upperBound, line[line.index(before: end)] == " " {
      end = line.index(before: end)
    }
    return found.upperBound..<end
  }
}

extension Substring {
  fileprivate var depth: Int { prefix { $0 == " " }.count }

  fileprivate var trimmed: Substring { drop { $0 == " " } }

  fileprivate var isBlank: Bool { trimmed.isEmpty }
}
