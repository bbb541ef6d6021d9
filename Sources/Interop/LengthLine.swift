public import Configuration

/// A batch of sequence lengths as a line of text: a JSON array of whole numbers.
public struct LengthLine: Hashable, Sendable {
  /// Tokens per sequence, each at least 1.
  public var lengths: [Int]

  /// - Parameters:
  ///   - number: of the line in its file, counted from 1.
  ///   - source: what messages call the file.
  /// - Throws: `InvalidInput` with the first thing that is wrong, and where.
  public init(_ line: String, number: Int, source: String) throws(InvalidInput) {
    var scanner = Scanner(rest: line.unicodeScalars[...], line: number, source: source)
    lengths = try scanner.array()
  }

  /// The batches of a text, one per line; lines without anything are skipped.
  ///
  /// - Returns: the number of each batch's line with its lengths.
  public static func batches(
    in text: String, source: String
  ) throws(InvalidInput) -> [(line: Int, lengths: [Int])] {
    var batches: [(line: Int, lengths: [Int])] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated()
    where !isBlank(line) {
      let number = index + 1
      batches.append(
        (number, try LengthLine(String(line), number: number, source: source).lengths))
    }
    guard !batches.isEmpty else {
      throw InvalidInput(file: source, "holds no batch; give a JSON array of lengths per line")
    }
    return batches
  }

  /// Whether a line holds nothing at all.
  public static func isBlank(_ line: some StringProtocol) -> Bool {
    line.allSatisfy(\.isWhitespace)
  }
}

/// Reads a line from left to right.
private struct Scanner {
  var rest: Substring.UnicodeScalarView
  var column = 1
  let line: Int
  let source: String

  mutating func array() throws(InvalidInput) -> [Int] {
    skipSpaces()
    guard take("[") else { throw unexpected("a JSON array of lengths such as [512, 4096]") }
    skipSpaces()
    if rest.first == "]" { throw wrong("the batch holds no sequence; give at least one length") }
    var lengths: [Int] = []
    repeat {
      skipSpaces()
      lengths.append(try length())
      skipSpaces()
    } while take(",")
    guard take("]") else { throw unexpected("',' or ']'") }
    skipSpaces()
    guard rest.isEmpty else { throw unexpected("nothing behind the array") }
    return lengths
  }

  private mutating func length() throws(InvalidInput) -> Int {
    let word = rest.prefix { !" ,]\t\r".unicodeScalars.contains($0) }
    guard let first = word.first, first == "-" || ("0"..."9").contains(first) else {
      throw unexpected("a length in tokens")
    }
    let text = String(String.UnicodeScalarView(word))
    guard let length = wholeNumber(text) else {
      throw wrong("a length must be a whole number of tokens, found '\(text)'")
    }
    guard (1...SequenceLimits.tokens).contains(length) else {
      throw wrong("a length must be between 1 and \(SequenceLimits.tokens), found \(length)")
    }
    rest = rest[word.endIndex...]
    column += word.count
    return length
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    column += 1
    return true
  }

  private mutating func skipSpaces() {
    while let scalar = rest.first, " \t\r".unicodeScalars.contains(scalar) {
      rest.removeFirst()
      column += 1
    }
  }

  private func unexpected(_ expected: String) -> InvalidInput {
    wrong("expected \(expected), found " + (rest.first.map { "'\($0)'" } ?? "the end of the line"))
  }

  private func wrong(_ message: String) -> InvalidInput {
    let position = Diagnostic.Position(line: line, column: column)
    return InvalidInput([Diagnostic(file: source, position: position, message: message)])
  }
}
