import Configuration

/// The tags of a small XML text, as far as NCCL writes it: elements with attributes, no text.
struct MarkupTags {
  struct Tag: Hashable {
    var name: String
    var attributes: [String: String] = [:]
    var line: Int
    /// Elements around it.
    var depth: Int
  }

  var tags: [Tag] = []

  /// - Throws: `InvalidInput` for what is no such text.
  init(_ text: String, path: String) throws(InvalidInput) {
    var scalars = Array(text.unicodeScalars)[...]
    var open: [String] = []
    var line = 1
    func invalid(_ message: String) -> InvalidInput {
      InvalidInput([
        Diagnostic(file: path, position: .init(line: line, column: 1), message: message)
      ])
    }
    while let scalar = scalars.popFirst() {
      if scalar == "\n" { line += 1 }
      if scalar != "<" { continue }
      if scalars.starts(with: "!--".unicodeScalars) {
        guard let comment = Self.comment(scalars) else { throw invalid("a comment is left open") }
        line += comment.count { $0 == "\n" }
        scalars = scalars[comment.endIndex...]
        continue
      }
      guard let end = Self.end(of: scalars) else { throw invalid("a tag is left open") }
      let body = String(String.UnicodeScalarView(scalars[..<end]))
      let start = line
      line += body.count { $0.isNewline }
      scalars = scalars[(end + 1)...]
      if body.hasPrefix("?") || body.hasPrefix("!") { continue }
      if body.hasPrefix("/") {
        let name = body.dropFirst().trimmingWhitespace()
        guard open.popLast() == name else { throw invalid("'</\(name)>' closes nothing") }
        continue
      }
      let isClosed = body.hasSuffix("/")
      guard var tag = Self.tag(isClosed ? body.dropLast() : body[...]) else {
        throw invalid("'<\(body)>' is no tag")
      }
      tag.line = start
      tag.depth = open.count
      tags.append(tag)
      if !isClosed { open.append(tag.name) }
    }
    if let name = open.last { throw invalid("'<\(name)>' is not closed") }
  }

  /// A comment behind its `<`, with its end.
  private static func comment(
    _ scalars: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar>? {
    // The dashes that open it do not close it.
    var index = scalars.startIndex + 5
    while index < scalars.endIndex {
      if scalars[(index - 2)...index].elementsEqual("-->".unicodeScalars) {
        return scalars[...index]
      }
      index += 1
    }
    return nil
  }

  /// The next `>` that stands in no quotes.
  private static func end(of scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    var quote: Unicode.Scalar?
    for index in scalars.indices {
      let scalar = scalars[index]
      if let open = quote {
        if scalar == open { quote = nil }
      } else if scalar == "\"" || scalar == "'" {
        quote = scalar
      } else if scalar == ">" {
        return index
      }
    }
    return nil
  }

  private static func tag(_ body: Substring) -> Tag? {
    let name = body.prefix { !$0.isWhitespace }
    guard !name.isEmpty else { return nil }
    var tag = Tag(name: String(name), line: 0, depth: 0)
    var rest = body.dropFirst(name.count)
    while true {
      rest = rest.drop { $0.isWhitespace }
      if rest.isEmpty { return tag }
      let key = rest.prefix { $0 != "=" && !$0.isWhitespace }
      rest = rest.dropFirst(key.count)
      guard !key.isEmpty, rest.popFirst() == "=", let quote = rest.popFirst(),
        quote == "\"" || quote == "'", let close = rest.firstIndex(of: quote)
      else { return nil }
      tag.attributes[String(key)] = String(rest[..<close])
      rest = rest[rest.index(after: close)...]
    }
  }
}

extension Substring {
  fileprivate func trimmingWhitespace() -> String {
    String(drop { $0.isWhitespace }.prefix { !$0.isWhitespace })
  }
}
