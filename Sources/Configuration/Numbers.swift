/// A decimal number: optional sign, digits, optional fraction and exponent; nothing else.
///
/// YAML's octal, hexadecimal, sexagesimal and underscored numbers are refused on purpose.
public func decimal(_ text: some StringProtocol) -> Double? {
  var rest = text.unicodeScalars[...]
  func digits() -> Bool {
    let start = rest.startIndex
    while let scalar = rest.first, ("0"..."9").contains(scalar) { rest.removeFirst() }
    return rest.startIndex != start
  }
  if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
  guard digits() else { return nil }
  if rest.first == "." {
    rest.removeFirst()
    guard digits() else { return nil }
  }
  if rest.first == "e" || rest.first == "E" {
    rest.removeFirst()
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    guard digits() else { return nil }
  }
  guard rest.isEmpty, let value = Double(String(text)), value.isFinite else { return nil }
  return value
}

/// A whole number in plain decimal digits (no leading zero, no underscore, no exponent).
public func wholeNumber(_ text: String) -> Int? {
  let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
  guard !digits.isEmpty, digits.unicodeScalars.allSatisfy({ ("0"..."9").contains($0) }) else {
    return nil
  }
  if digits.count > 1, digits.hasPrefix("0") { return nil }
  return Int(text)
}

/// A number for a message: without a fraction when it has none.
public func plain(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}
