import Configuration

/// The words of a command line for Megatron-LM, taken apart into flags and values.
struct MegatronArgumentList {
  /// What messages call it.
  let source: String
  private var values: [String: [String]] = [:]
  /// Flags in the order given, those that repeat once.
  private(set) var names: [String] = []
  private(set) var asked: Set<String> = []
  private(set) var problems: [Diagnostic] = []

  /// - Throws: `InvalidInput` for an open quote. Words before the first flag (the script, say) are
  ///   left aside.
  init(_ text: String, source: String) throws(InvalidInput) {
    self.source = source
    guard let words = ShellText.words(of: text) else {
      throw InvalidInput(file: source, "a quote is left open")
    }
    var current: String?
    for word in words {
      if word.hasPrefix("--") {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts[0])
        if values[name] == nil { names.append(name) }
        // As for argparse, the last one counts.
        values[name] = parts.count == 2 ? [String(parts[1])] : []
        current = name
      } else if let current {
        values[current, default: []].append(word)
      }
    }
    if names.isEmpty { throw InvalidInput(file: source, "holds no flag such as --num-layers 32") }
  }

  /// Flags that nobody asked for.
  var unread: [String] { names.filter { !asked.contains($0) } }

  mutating func has(_ name: String) -> Bool {
    asked.insert(name)
    return values[name] != nil
  }

  /// A flag may be asked for more than once; what is wrong with it is told once.
  mutating func report(_ message: String) {
    let problem = Diagnostic(file: source, message: message)
    if !problems.contains(problem) { problems.append(problem) }
  }

  /// The one value of a flag.
  mutating func text(_ name: String) -> String? {
    guard has(name), let found = values[name] else { return nil }
    if found.count != 1 {
      report("'\(name)' takes one value, found \(found.count)")
      return nil
    }
    return found[0]
  }

  mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(name) else { return nil }
    guard let value = wholeNumber(text), range.contains(value) else {
      report(
        "'\(name)' must be a whole number from \(range.lowerBound) to \(range.upperBound), "
          + "found '\(text)'")
      return nil
    }
    return value
  }

  mutating func required(_ name: String, in range: ClosedRange<Int>, _ meaning: String) -> Int {
    if !has(name) {
      let meant = closestMatch(to: name, among: unread)
      report(
        "'\(name)' is missing" + (meant.map { "; did you mean it by '\($0)'?" } ?? ": \(meaning)"))
    }
    return integer(name, in: range) ?? range.lowerBound
  }

  mutating func number(_ name: String, in range: ClosedRange<Double>) -> Double? {
    guard let text = text(name) else { return nil }
    guard let value = decimal(text), range.contains(value) else {
      report(
        "'\(name)' must be a number from \(range.lowerBound) to \(range.upperBound), "
          + "found '\(text)'")
      return nil
    }
    return value
  }

  /// One of several words.
  mutating func word(_ name: String, of words: [String]) -> String? {
    guard let text = text(name) else { return nil }
    if words.contains(text) { return text }
    report("'\(name)' is '\(text)'; \(hint(for: text, among: words))")
    return nil
  }
}
