/// One thing that is wrong with an input file: where, what, and what to do about it.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// A place in a file; lines and columns count from 1, columns in Unicode scalars.
  public struct Position: Hashable, Sendable, Comparable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }

    public static func < (a: Position, b: Position) -> Bool {
      (a.line, a.column) < (b.line, b.column)
    }
  }

  public var file: String
  /// `nil` when the whole file is at fault: missing, unreadable, empty.
  public var position: Position?
  public var message: String

  public init(file: String, position: Position? = nil, message: String) {
    self.file = file
    self.position = position
    self.message = message
  }

  /// One line. What it quotes from a file may be anything, so control characters are written out,
  /// and what is endless is cut.
  public var description: String {
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    let line = "\(file)\(place): error: \(message)"
    let shown = line.unicodeScalars.prefix(Self.longestLine).map { scalar in
      let isControl = scalar.properties.generalCategory == .control
      return isControl ? scalar.escaped(asASCII: true) : String(scalar)
    }
    return shown.joined() + (line.unicodeScalars.count > Self.longestLine ? " …" : "")
  }

  private static let longestLine = 1000
}

/// An input that cannot be used, with everything that was found wrong in it.
public struct InvalidInput: Error, Hashable, Sendable, CustomStringConvertible {
  /// Sorted by file and position; never empty.
  public var diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) {
    precondition(!diagnostics.isEmpty, "an invalid input has at least one diagnostic")
    self.diagnostics = diagnostics.sorted { a, b in
      let start = Diagnostic.Position(line: 0, column: 0)
      return (a.file, a.position ?? start, a.message) < (b.file, b.position ?? start, b.message)
    }
  }

  public init(file: String, _ message: String) {
    self.init([Diagnostic(file: file, message: message)])
  }

  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}

/// The diagnostics of one file while it is being read.
final class DiagnosticSink {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  /// Set when a required key is found missing, which is only reported at the end of reading.
  var hasMissingKeys = false

  init(file: String) { self.file = file }

  func report(_ message: String, at position: Diagnostic.Position?) {
    adopt(Diagnostic(file: file, position: position, message: message))
  }

  /// Takes over what was found wrong in a file that this one refers to.
  func adopt(_ diagnostic: Diagnostic) {
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  func throwIfNotEmpty() throws(InvalidInput) {
    if !diagnostics.isEmpty { throw InvalidInput(diagnostics) }
  }
}
