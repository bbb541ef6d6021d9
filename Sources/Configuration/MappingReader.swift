import Yams

/// Reads one mapping of a YAML file strictly.
///
/// Every accessor names the key it wants. A missing or malformed value is reported with its
/// position and answered with a harmless placeholder, so that one pass finds everything that is
/// wrong; `SourceFile.read` throws afterwards and no placeholder escapes. Keys nobody asked for are
/// reported too.
public final class MappingReader {
  /// Where the mapping sits in its document (`groups[0].node`), for messages; empty at the top.
  public let path: String
  let sink: DiagnosticSink
  /// `nil` in a placeholder, which answers everything and reports nothing.
  private let mapping: Node.Mapping?
  let position: Diagnostic.Position?
  private var asked: [String] = []
  private var missing: [(key: String, kind: String)] = []
  private var children: [MappingReader] = []

  init(_ node: Node?, path: String, sink: DiagnosticSink) {
    self.path = path
    self.sink = sink
    mapping = node?.mapping
    position = node?.position
    if let node, mapping == nil {
      let place = path.isEmpty ? "the file" : "'\(path)'"
      sink.report(
        "\(place) must be a mapping (key: value), found \(node.kindInWords)", at: position)
    }
  }

  // MARK: Asking

  /// Whether the mapping has `key`; asking makes it a known key.
  public func has(_ key: String) -> Bool { node(key) != nil }

  /// The keys in the order of the file, without making any of them known.
  public var keys: [String] { mapping?.keys.compactMap(\.string) ?? [] }

  /// The keys in the order of the file, for mappings whose keys are names.
  ///
  /// Keys that are no plain scalar are reported. Marks all of them as known.
  public func allKeys() -> [String] {
    guard let mapping else { return [] }
    return mapping.compactMap { pair in
      guard let key = pair.key.string else {
        report("a key must be a plain word, found \(pair.key.kindInWords)", at: pair.key.position)
        return nil
      }
      if !asked.contains(key) { asked.append(key) }
      return key
    }
  }

  /// Reports something wrong with the value of `key` (or, without one, with the mapping).
  public func report(_ message: String, key: String? = nil) {
    guard mapping != nil else { return }
    sink.report(message, at: key.flatMap { node($0)?.position } ?? position)
  }

  /// A text value.
  public func string(_ key: String) -> String {
    required(key, "a text", stringIfPresent) ?? ""
  }

  public func stringIfPresent(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard let text = node.scalar?.string, !node.isNull else {
      return wrong(key, node, "a text")
    }
    if text.isEmpty { return wrong(key, "must not be empty", node) }
    return text
  }

  /// A whole number within `range`.
  public func integer(_ key: String, in range: ClosedRange<Int>) -> Int {
    required(key, "a whole number") { integerIfPresent($0, in: range) } ?? range.lowerBound
  }

  public func integerIfPresent(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let node = node(key) else { return nil }
    return integer(from: node, key, in: range)
  }

  /// A plain number without a unit, within `range`.
  public func number(_ key: String, in range: ClosedRange<Double>) -> Double {
    required(key, "a number") { numberIfPresent($0, in: range) } ?? range.lowerBound
  }

  public func numberIfPresent(_ key: String, in range: ClosedRange<Double>) -> Double? {
    node(key).flatMap { number(from: $0, key, in: range) }
  }

  /// A list of numbers within `range`, with at least one entry.
  public func numbers(_ key: String, in range: ClosedRange<Double>) -> [Double] {
    required(key, "a list of numbers") { key in
      elements(key)?.compactMap { number(from: $0, key, in: range) }
    } ?? []
  }

  private func number(
    from node: Node, _ key: String, in range: ClosedRange<Double>
  ) -> Double? {
    guard let text = node.plainScalar, !node.isNull else { return wrong(key, node, "a number") }
    guard let value = decimal(text) else {
      return wrong(key, "must be a number, found '\(text)'", node)
    }
    guard range.contains(value) else {
      return wrong(
        key,
        "must be between \(plain(range.lowerBound)) and \(plain(range.upperBound)), found \(text)",
        node)
    }
    return value
  }

  /// `true` or `false`, nothing else (YAML's `yes` and `on` are refused).
  public func flag(_ key: String) -> Bool { required(key, "true or false", flagIfPresent) ?? false }

  public func flagIfPresent(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    switch node.plainScalar {
    case "true": return true
    case "false": return false
    default: return wrong(key, node, "true or false")
    }
  }

  /// One of the words of an enumeration.
  public func choice<E: RawRepresentable & CaseIterable>(_ key: String, of type: E.Type) -> E
  where E.RawValue == String, E.AllCases.Index == Int, E.AllCases: RandomAccessCollection {
    let words = E.allCases.map(\.rawValue).joined(separator: ", ")
    return required(key, "one of \(words)") { choiceIfPresent($0, of: type) } ?? E.allCases[0]
  }

  public func choiceIfPresent<E: RawRepresentable & CaseIterable>(
    _ key: String, of type: E.Type
  ) -> E? where E.RawValue == String {
    guard let node = node(key) else { return nil }
    let words = E.allCases.map(\.rawValue)
    guard let text = node.scalar?.string else {
      return wrong(key, node, "one of \(words.joined(separator: ", "))")
    }
    guard let value = E(rawValue: text) else {
      return wrong(key, "is '\(text)'; \(hint(for: text, among: words))", node)
    }
    return value
  }

  /// A nested mapping.
  public func mapping(_ key: String) -> MappingReader {
    required(key, "a mapping", mappingIfPresent) ?? placeholder(key)
  }

  public func mappingIfPresent(_ key: String) -> MappingReader? {
    guard let node = node(key) else { return nil }
    return child(node, path: keyPath(key))
  }

  /// A list of mappings with at least one entry.
  public func mappings(_ key: String) -> [MappingReader] {
    required(key, "a list", mappingsIfPresent) ?? []
  }

  public func mappingsIfPresent(_ key: String) -> [MappingReader]? {
    elements(key)?.enumerated().map { child($1, path: "\(keyPath(key))[\($0)]") }
  }

  /// A list of texts with at least one entry.
  public func strings(_ key: String) -> [String] {
    required(key, "a list of texts", stringsIfPresent) ?? []
  }

  public func stringsIfPresent(_ key: String) -> [String]? {
    elements(key)?.compactMap { node in
      guard let text = node.scalar?.string, !text.isEmpty else {
        return wrong(key, "must hold texts, found \(node.kindInWords)", node)
      }
      return text
    }
  }

  /// A list of whole numbers within `range`, with at least one entry.
  public func integers(_ key: String, in range: ClosedRange<Int>) -> [Int] {
    required(key, "a list of whole numbers") { integersIfPresent($0, in: range) } ?? []
  }

  public func integersIfPresent(_ key: String, in range: ClosedRange<Int>) -> [Int]? {
    elements(key)?.compactMap { integer(from: $0, key, in: range) }
  }

  /// A list of lists of whole numbers within `range`, none of them empty.
  public func integerLists(_ key: String, in range: ClosedRange<Int>) -> [[Int]] {
    let lists = required(key, "a list of lists of whole numbers") { key in
      elements(key)?.enumerated().compactMap { index, node -> [Int]? in
        let place = "\(key)[\(index)]"
        guard let list = node.sequence else { return wrong(place, node, "a list") }
        if list.isEmpty { return wrong(place, "must not be an empty list", node) }
        return list.compactMap { integer(from: $0, place, in: range) }
      }
    }
    return lists ?? []
  }

  /// Whether the value of `key` is a list, so that a key may take one value or several.
  public func isList(_ key: String) -> Bool { node(key)?.sequence != nil }

  /// Whether the value of `key` is a mapping, so that a key may take a name or a description.
  public func isMapping(_ key: String) -> Bool { node(key)?.mapping != nil }

  /// Whether the value of `key` is written as null; Hugging Face writes so for "the default".
  public func isNull(_ key: String) -> Bool { node(key)?.isNull ?? false }

  /// Whether the value of `key` is the given word, which foreign formats write in place of a number.
  public func isWord(_ key: String, _ word: String) -> Bool { node(key)?.scalar?.string == word }

  /// Whether the value of `key` is a text without a character, or a list without an entry; foreign
  /// formats write so for "none".
  public func isEmpty(_ key: String) -> Bool {
    guard let node = node(key) else { return false }
    return node.sequence?.isEmpty ?? node.scalar?.string.isEmpty ?? false
  }

  /// Accepts whatever stands under the given keys without reading it.
  public func ignore(_ keys: [String]) { asked += keys }

  /// Accepts every key that has not been asked for.
  ///
  /// For foreign formats, whose files carry keys that mean nothing to us.
  public func ignoreOtherKeys() { _ = allKeys() }

  /// Reports what is wrong in another file that `key` refers to.
  ///
  /// A file that cannot be read at all is at fault here, where it is named.
  func adopt(_ error: InvalidInput, key: String) {
    for diagnostic in error.diagnostics {
      if diagnostic.position == nil {
        report("'\(diagnostic.file)': \(diagnostic.message)", key: key)
      } else {
        sink.adopt(diagnostic)
      }
    }
  }

  /// A reader that answers everything harmlessly and reports nothing, in place of what `key` lacks.
  func placeholder(_ key: String) -> MappingReader {
    MappingReader(nil, path: keyPath(key), sink: sink)
  }

  // MARK: Inside

  /// Whether nothing has been found wrong with the file so far, missing keys included.
  ///
  /// Only then do values mean what the file says; otherwise some may be placeholders, and comparing
  /// them would find contradictions that the user did not write.
  public var isFreeOfErrors: Bool { sink.diagnostics.isEmpty && !sink.hasMissingKeys }

  /// Reports at the deepest node on `path` that exists.
  func report(_ message: String, deepestIn path: [PathStep]) {
    guard mapping != nil else { return }
    var place = position
    var here: Node?
    for (depth, step) in path.enumerated() {
      switch step {
      case .key(let key):
        let inside = depth == 0 ? mapping : here?.mapping
        here = inside?[Node(key, Tag(.str), .any)]
      case .index(let index):
        let list = here?.sequence
        here = list.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      }
      guard let here else { break }
      place = here.position ?? place
    }
    sink.report(message, at: place)
  }

  /// Where the value of `key` stands.
  func position(of key: String) -> Diagnostic.Position? { node(key)?.position }

  func node(_ key: String) -> Node? {
    if !asked.contains(key) { asked.append(key) }
    return mapping?[Node(key, Tag(.str), .any)]
  }

  /// Reads `key` with `read`; remembers it as missing when the mapping does not have it.
  func required<T>(_ key: String, _ kind: String, _ read: (String) -> T?) -> T? {
    if mapping != nil, node(key) == nil {
      missing.append((key, kind))
      sink.hasMissingKeys = true
    }
    return read(key)
  }

  /// Reports a malformed value and answers `nil`.
  func wrong<T>(_ key: String, _ message: String, _ node: Node) -> T? {
    sink.report("'\(keyPath(key))' \(message)", at: node.position)
    return nil
  }

  private func wrong<T>(_ key: String, _ node: Node, _ expected: String) -> T? {
    wrong(key, "must be \(expected), found \(node.kindInWords)", node)
  }

  private func report(_ message: String, at position: Diagnostic.Position?) {
    sink.report(message, at: position)
  }

  private func keyPath(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  private func child(_ node: Node, path: String) -> MappingReader {
    let reader = MappingReader(node, path: path, sink: sink)
    children.append(reader)
    return reader
  }

  func elements(_ key: String) -> [Node]? {
    guard let node = node(key) else { return nil }
    guard let sequence = node.sequence else { return wrong(key, node, "a list") }
    if sequence.isEmpty { return wrong(key, "must not be an empty list", node) }
    return Array(sequence)
  }

  private func integer(from node: Node, _ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = node.plainScalar, !node.isNull else {
      return wrong(key, node, "a whole number")
    }
    guard let value = wholeNumber(text) else {
      return wrong(key, "must be a whole number, found '\(text)'", node)
    }
    guard range.contains(value) else {
      let limits =
        range.upperBound == .max
        ? "at least \(range.lowerBound)" : "between \(range.lowerBound) and \(range.upperBound)"
      return wrong(key, "must be \(limits), found \(value)", node)
    }
    return value
  }

  /// Reports missing and unknown keys, here and below.
  ///
  /// A missing key with a similar unknown one is one misspelling, so it is reported once.
  func finish() {
    for child in children { child.finish() }
    guard let mapping else { return }
    let place = path.isEmpty ? "" : " (in '\(path)')"
    var unexplained = missing
    for pair in mapping {
      guard let key = pair.key.string else {
        report("a key must be a plain word, found \(pair.key.kindInWords)", at: pair.key.position)
        continue
      }
      if asked.contains(key) { continue }
      let wanted = unexplained.map(\.key)
      if let meant = closestMatch(to: key, among: wanted) {
        unexplained.removeAll { $0.key == meant }
        report("unknown key '\(key)', did you mean '\(meant)'?\(place)", at: pair.key.position)
      } else if let meant = closestMatch(to: key, among: asked) {
        report("unknown key '\(key)', did you mean '\(meant)'?\(place)", at: pair.key.position)
      } else {
        let known = asked.sorted().joined(separator: ", ")
        report("unknown key '\(key)'\(place); known keys: \(known)", at: pair.key.position)
      }
    }
    for (key, kind) in unexplained {
      report("missing key '\(key)'\(place), expected \(kind)", at: position)
    }
  }
}

extension Node {
  var position: Diagnostic.Position? {
    mark.map { Diagnostic.Position(line: $0.line, column: $0.column) }
  }

  /// The text of an unquoted scalar; quoted digits are a text, not a number.
  var plainScalar: String? {
    guard let scalar, scalar.style == .plain || scalar.style == .any else { return nil }
    return scalar.string
  }

  var isNull: Bool { ["null", "~", ""].contains(plainScalar) }

  var kindInWords: String {
    switch self {
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    case .scalar(let scalar):
      isNull ? "nothing" : "'\(scalar.string)'" + (plainScalar == nil ? " in quotes" : "")
    }
  }
}
