/// Reads JSON a byte at a time, for files of tens of megabytes that are nearly all whole numbers.
///
/// It knows as much of JSON as instances need: objects with known keys, arrays, strings without
/// escapes and whole numbers.
struct InstanceScanner {
  private let bytes: UnsafeRawBufferPointer
  private(set) var position = 0
  /// Where the last key of an object began.
  private(set) var keyPosition = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Calls `body` for each key of an object, which must take the key's value.
  mutating func object(
    _ body: (inout InstanceScanner, String) throws(SelectionInputError) -> Void
  ) throws(SelectionInputError) {
    try take(UInt8(ascii: "{"), "'{'")
    if takes(UInt8(ascii: "}")) { return }
    repeat {
      keyPosition = nextPosition()
      let key = try string()
      try take(UInt8(ascii: ":"), "':' after \"\(key)\"")
      try body(&self, key)
    } while takes(UInt8(ascii: ","))
    try take(UInt8(ascii: "}"), "',' or '}'")
  }

  /// Calls `body` for each element of an array, which must take the element.
  @inline(__always)
  mutating func array(
    _ body: (inout InstanceScanner) throws(SelectionInputError) -> Void
  ) throws(SelectionInputError) {
    try take(UInt8(ascii: "["), "'['")
    if takes(UInt8(ascii: "]")) { return }
    repeat { try body(&self) } while takes(UInt8(ascii: ","))
    try take(UInt8(ascii: "]"), "',' or ']'")
  }

  mutating func string() throws(SelectionInputError) -> String {
    try take(UInt8(ascii: "\""), "a string")
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") { throw error("strings have no escapes here") }
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    try take(UInt8(ascii: "\""), "the end of a string")
    return text
  }

  /// A number without a sign, a fraction or an exponent, below 2⁶³.
  @inline(__always)
  mutating func wholeNumber() throws(SelectionInputError) -> Int64 {
    skipSpace()
    let start = position
    var value: Int64 = 0
    while position < bytes.count {
      let digit = Int64(bytes[position]) &- 48
      if digit < 0 || digit > 9 { break }
      if position &- start >= 18 {
        let (product, overflows) = value.multipliedReportingOverflow(by: 10)
        let (sum, carries) = product.addingReportingOverflow(digit)
        if overflows || carries { throw error("a number of 2⁶³ or more", at: start) }
        value = sum
      } else {
        value = value &* 10 &+ digit
      }
      position &+= 1
    }
    if position == start || isFractional { throw notWhole(at: start) }
    return value
  }

  /// Where the next value begins.
  mutating func nextPosition() -> Int {
    skipSpace()
    return position
  }

  /// Nothing but space may follow.
  mutating func end() throws(SelectionInputError) {
    skipSpace()
    if position < bytes.count { throw error("expected the end of the file, found \(found)") }
  }

  func error(_ message: String, at place: Int? = nil) -> SelectionInputError {
    let before = bytes[0..<min(place ?? position, bytes.count)]
    let newline = UInt8(ascii: "\n")
    let line = before.reduce(1) { $0 + ($1 == newline ? 1 : 0) }
    let column = before.count - (before.lastIndex(of: newline).map { $0 + 1 } ?? 0) + 1
    return SelectionInputError(line: line, column: column, message: message)
  }

  private var isFractional: Bool {
    position < bytes.count
      && (bytes[position] == UInt8(ascii: ".") || bytes[position] | 32 == UInt8(ascii: "e"))
  }

  private func notWhole(at start: Int) -> SelectionInputError {
    let isNegative = start < bytes.count && bytes[start] == UInt8(ascii: "-")
    if isNegative { return error("negative numbers have no meaning here", at: start) }
    if isFractional, position > start {
      return error("expected a whole number, without fraction or exponent", at: start)
    }
    return error("expected a whole number, found \(found)", at: start)
  }

  private var found: String {
    if position >= bytes.count { return "the end of the file" }
    let byte = bytes[position]
    return (32..<127).contains(byte)
      ? "'\(Character(Unicode.Scalar(byte)))'" : "byte 0x\(String(byte, radix: 16))"
  }

  @inline(__always)
  private mutating func skipSpace() {
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 32 || byte == 10 || byte == 13 || byte == 9 else { return }
      position &+= 1
    }
  }

  @inline(__always)
  private mutating func takes(_ byte: UInt8) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == byte else { return false }
    position &+= 1
    return true
  }

  @inline(__always)
  private mutating func take(
    _ byte: UInt8, _ name: @autoclosure () -> String
  ) throws(SelectionInputError) {
    if !takes(byte) { throw error("expected \(name()), found \(found)") }
  }
}
