/// A place in a program text, read byte by byte, and the words that it stands on.
///
/// The text is copied once, with a zero byte at its end, so that looking at the current byte needs
/// no bounds check of its own: no rule steps past a zero byte.
struct Cursor {
  private let bytes: [UInt8]
  private(set) var position = 0
  private var line = 1
  private var lineStart = 0
  /// How deep brackets are nested, so that no text can exhaust the stack.
  private var depth = 0
  /// The operation being read, for messages.
  var operation: String?

  init(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)
    bytes.append(0)
    self.bytes = bytes
  }

  var location: ProgramError.Location {
    ProgramError.Location(line: line, column: position - lineStart + 1)
  }

  var byte: UInt8 { bytes[position] }

  /// The byte after the current one.
  var nextByte: UInt8 { position + 1 < bytes.count ? bytes[position + 1] : 0 }

  var isAtEnd: Bool { position >= bytes.count - 1 }

  func text(from start: Int) -> String { String(decoding: bytes[start..<position], as: UTF8.self) }

  mutating func advance() {
    guard position < bytes.count - 1 else { return }
    if bytes[position] == UInt8(ascii: "\n") {
      line += 1
      lineStart = position + 1
    }
    position += 1
  }

  func failure(_ message: String) -> ProgramError {
    ProgramError(at: location, in: operation, message)
  }

  /// Skips blanks, line ends and comments.
  mutating func skipBlanks() {
    while true {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): advance()
      case UInt8(ascii: "/") where nextByte == UInt8(ascii: "/"):
        while !isAtEnd, byte != UInt8(ascii: "\n") { advance() }
      default: return
      }
    }
  }

  /// Whether `word` comes next; a word made of letters must also end there.
  mutating func isAt(_ word: StaticString) -> Bool {
    skipBlanks()
    return matches(word)
  }

  /// Steps over `word` when it comes next.
  mutating func skip(_ word: StaticString) -> Bool {
    guard isAt(word) else { return false }
    position += word.utf8CodeUnitCount
    return true
  }

  mutating func expect(_ word: StaticString, _ reason: @autoclosure () -> String = "") throws {
    guard skip(word) else {
      let reason = reason()
      throw failure(
        "expected '\(word)'" + (reason.isEmpty ? "" : " \(reason)") + ", found \(found)")
    }
  }

  private func matches(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count < bytes.count else { return false }
    return word.withUTF8Buffer { word in
      for index in 0..<count where bytes[position + index] != word[index] { return false }
      return !isWordByte(word[count - 1]) || !isWordByte(bytes[position + count])
    }
  }

  /// What stands here, quoted for a message.
  var found: String {
    guard !isAtEnd else { return "the end of the text" }
    var end = position
    while end < bytes.count - 1, end < position + 24, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return "'" + String(decoding: bytes[position..<end], as: UTF8.self) + "'"
  }

  /// A bare word: letters, digits, `_`, `.` and `$`, such as `stablehlo.add`.
  mutating func word() throws -> String {
    skipBlanks()
    let start = position
    while isWordByte(byte) || byte == UInt8(ascii: ".") { position += 1 }
    guard position > start else { throw failure("expected a name, found \(found)") }
    return text(from: start)
  }

  /// What follows a `%` or `@`, with the sign: `%arg0`, `@main`, `@"a name"`.
  mutating func name(sign: Character) throws -> String {
    skipBlanks()
    guard let code = sign.asciiValue, byte == code else {
      throw failure("expected a name that begins with '\(sign)', found \(found)")
    }
    let start = position
    position += 1
    if byte == UInt8(ascii: "\"") { return String(sign) + (try string()) }
    while isWordByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") {
      if byte == UInt8(ascii: "-"), nextByte == UInt8(ascii: ">") { break }
      position += 1
    }
    guard position > start + 1 else { throw failure("expected a name after '\(sign)'") }
    return text(from: start)
  }

  /// A whole number with an optional minus sign.
  mutating func integer() throws -> Int {
    skipBlanks()
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative { position += 1 }
    guard isDigit(byte) else { throw failure("expected a whole number, found \(found)") }
    var value = 0
    while isDigit(byte) {
      let (product, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, carries) = product.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      guard !overflows, !carries else { throw failure("a whole number beyond 64 bits") }
      value = sum
      position += 1
    }
    return isNegative ? -value : value
  }

  /// A text in double quotes, in which `\"`, `\\`, `\n`, `\t` and two hexadecimal digits after a
  /// backslash stand for one byte.
  mutating func string() throws -> String {
    try expect("\"")
    let start = position
    while byte != UInt8(ascii: "\"") {
      guard !isAtEnd else { throw failure("a text in quotes is not closed") }
      if byte == UInt8(ascii: "\\") { advance() }
      advance()
    }
    let content = bytes[start..<position]
    position += 1
    return content.contains(UInt8(ascii: "\\"))
      ? unescaped(content) : String(decoding: content, as: UTF8.self)
  }

  private func unescaped(_ content: ArraySlice<UInt8>) -> String {
    var rest = content
    var plain: [UInt8] = []
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        plain.append(byte)
        continue
      }
      let code = String(decoding: rest.prefix(2), as: UTF8.self)
      if code.utf8.count == 2, let value = UInt8(code, radix: 16) {
        plain.append(value)
        rest = rest.dropFirst(2)
      } else {
        plain.append(["n": 10, "t": 9][Character(Unicode.Scalar(next))] ?? next)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// The text up to the bracket that closes one that was just opened, which is stepped over.
  mutating func balanced(until close: UInt8) throws -> String {
    let start = position
    var open = [close]
    while let wanted = open.last {
      guard !isAtEnd else { throw failure("a bracket is not closed") }
      switch byte {
      case wanted where !isArrow: open.removeLast()
      case UInt8(ascii: "<"): open.append(UInt8(ascii: ">"))
      case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
      case UInt8(ascii: "("): open.append(UInt8(ascii: ")"))
      case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
      case UInt8(ascii: "\""):
        _ = try string()
        continue
      default: break
      }
      if open.isEmpty { break }
      advance()
    }
    let content = text(from: start)
    advance()
    return content
  }

  /// Whether the current byte is the point of an arrow `->`.
  private var isArrow: Bool {
    byte == UInt8(ascii: ">") && position > 0 && bytes[position - 1] == UInt8(ascii: "-")
  }

  /// Reads items between commas up to `close`, which is stepped over.
  mutating func list(until close: StaticString, _ item: (inout Cursor) throws -> Void) throws {
    if skip(close) { return }
    repeat { try item(&self) } while skip(",")
    try expect(close)
  }

  /// Runs `body` one level deeper, or refuses when the text is nested absurdly deep.
  mutating func nested<Result>(_ body: (inout Cursor) throws -> Result) throws -> Result {
    guard depth < 64 else { throw failure("nested more than 64 levels deep") }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  mutating func skipBytes(_ count: Int) { for _ in 0..<count { advance() } }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
    true
  default: false
  }
}
