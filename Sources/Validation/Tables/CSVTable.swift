public import Configuration

/// A table of comma-separated values, every field with its position (RFC 4180).
///
/// The first record names the columns. Fields may be quoted; a quoted field may hold commas, line
/// breaks and doubled quotes. Strict: every record has as many fields as there are columns.
public struct CSVTable: Hashable, Sendable {
  public typealias Position = Diagnostic.Position

  public struct Field: Hashable, Sendable {
    public var text: String
    public var position: Position
  }

  /// As the user gave it; messages start with it.
  public let path: String
  public let columns: [String]
  public let rows: [[Field]]

  /// So many records of wrong width are reported one by one: more only say that it is no table.
  private static let reportedRecords = 5

  /// - Throws: `InvalidInput` when the file cannot be read or is no table.
  public init(path: String) throws(InvalidInput) {
    self = try CSVTable(text: SourceFile.text(ofFile: path), path: path)
  }

  /// - Throws: `InvalidInput` for an unclosed quote, a column without name or named twice, and for
  ///   every record with too few or too many fields.
  public init(text: String, path: String) throws(InvalidInput) {
    var scanner = CSVScanner(text: text, path: path)
    let records = try scanner.records()
    guard let header = records.first else { throw InvalidInput(file: path, "the file is empty") }
    var problems: [Diagnostic] = []
    func report(_ message: String, at position: Position) {
      problems.append(Diagnostic(file: path, position: position, message: message))
    }
    var seen: Set<String> = []
    for field in header {
      if field.text.isEmpty { report("a column without a name", at: field.position) }
      if !seen.insert(field.text).inserted {
        report("a second column '\(field.text)'", at: field.position)
      }
    }
    let ragged = records.dropFirst().filter { $0.count != header.count }
    for record in ragged.prefix(Self.reportedRecords) {
      report(
        "\(record.count) fields, expected \(header.count) as in the first row",
        at: record[0].position)
    }
    if ragged.count > Self.reportedRecords {
      report(
        "\(ragged.count - Self.reportedRecords) more rows of another width from here on",
        at: ragged[Self.reportedRecords][0].position)
    }
    if !problems.isEmpty { throw InvalidInput(problems) }
    self.path = path
    columns = header.map(\.text)
    rows = Array(records.dropFirst())
  }
}

/// Cuts text into records and fields.
private struct CSVScanner {
  private let path: String
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var position = CSVTable.Position(line: 1, column: 1)

  init(text: String, path: String) {
    self.path = path
    // A byte order mark is no part of the first column's name.
    scalars = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })
  }

  mutating func records() throws(InvalidInput) -> [[CSVTable.Field]] {
    var records: [[CSVTable.Field]] = []
    while index < scalars.count {
      // Blank lines say nothing.
      if takeLineBreak() { continue }
      var record = [try field()]
      while take(",") { record.append(try field()) }
      records.append(record)
      if index < scalars.count, !takeLineBreak() {
        throw InvalidInput([
          Diagnostic(
            file: path, position: position,
            message: "text after a closing quote; expected a comma or the end of the line")
        ])
      }
    }
    return records
  }

  private mutating func field() throws(InvalidInput) -> CSVTable.Field {
    let start = position
    var text = String.UnicodeScalarView()
    guard take("\"") else {
      while let scalar = peek, scalar != ",", !Self.endsLine(scalar) {
        text.append(scalar)
        advance()
      }
      return CSVTable.Field(text: String(text), position: start)
    }
    while let scalar = peek {
      advance()
      if scalar != "\"" {
        text.append(scalar)
      } else if take("\"") {
        text.append("\"")
      } else {
        return CSVTable.Field(text: String(text), position: start)
      }
    }
    throw InvalidInput([
      Diagnostic(file: path, position: start, message: "a quote that is never closed")
    ])
  }

  private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r"
  }

  private mutating func advance() {
    if scalars[index] == "\n" {
      position = CSVTable.Position(line: position.line + 1, column: 1)
    } else {
      position.column += 1
    }
    index += 1
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    advance()
    return true
  }

  /// A line feed, alone or behind a carriage return.
  private mutating func takeLineBreak() -> Bool {
    if take("\r") { return take("\n") || true }
    return take("\n")
  }
}
