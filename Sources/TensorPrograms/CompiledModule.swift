/// The collectives of a compiled module, read from HLO text as XLA prints it after optimisation.
///
/// Reads what lists of collectives need and no more: computations, who calls whom and how often,
/// operands' types, and the groups of devices in all three spellings.
public struct CompiledModule: Sendable {
  public struct Collective: Hashable, Sendable {
    /// As HLO names it, such as `all-reduce`.
    public var kind: String
    /// The types of the operands, as bytes per element and shape.
    public var operandBytes: Int
    public var operandCount: Int
    /// Groups of devices; empty for a permutation.
    public var groups: [[Int]]
    /// How often it runs: loops multiply by the trip count that XLA states.
    public var executions: Int
    public var line: Int
  }

  public private(set) var collectives: [Collective] = []

  public static let kinds: Set<String> = [
    "all-reduce", "all-gather", "reduce-scatter", "all-to-all", "collective-permute",
    "collective-broadcast", "ragged-all-to-all",
  ]

  /// - Throws: `ProgramError` with the line.
  public init(hlo text: String) throws {
    var reader = HLOReader()
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      try reader.read(line, number)
    }
    collectives = try reader.finish()
  }
}

/// Goes through the lines of an HLO module.
private struct HLOReader {
  private struct Computation {
    var collectives: [CompiledModule.Collective] = []
    /// What it calls, and how often per run.
    var calls: [(name: Substring, count: Int)] = []
    /// The size of each instruction's result.
    var bytes: [Substring: Int] = [:]
  }

  private var computations: [Substring: Computation] = [:]
  private var current: Substring?
  private var entry: Substring?

  mutating func read(_ line: Substring, _ number: Int) throws {
    let text = line.trimmingBlanks()
    if text.hasPrefix("HloModule") || text.isEmpty { return }
    if text.hasPrefix("}") {
      current = nil
    } else if current == nil, text.hasSuffix("{") {
      var words = text.split(separator: " ")
      let isEntry = words.first == "ENTRY"
      if isEntry { words.removeFirst() }
      guard let name = words.first else { return }
      current = name.drop { $0 == "%" }
      if isEntry { entry = current }
      computations[current ?? ""] = Computation()
    } else if let current, let equals = text.range(ofBytes: " = ") {
      try readInstruction(
        text[..<equals.lowerBound], text[equals.upperBound...], in: current, number)
    }
  }

  private mutating func readInstruction(
    _ left: Substring, _ right: Substring, in computation: Substring, _ number: Int
  ) throws {
    func failure(_ message: String) -> ProgramError {
      ProgramError(at: .init(line: number, column: 1), message)
    }
    let name = (left.split(separator: " ").last ?? left).drop { $0 == "%" }
    guard let typeEnd = right.endOfType else { throw failure("an instruction without a type") }
    let result = right[..<typeEnd]
    computations[computation]?.bytes[name] = result.tensorBytes
    let rest = right[typeEnd...].trimmingBlanks()
    guard let open = rest.firstIndex(of: "("),
      let close = rest[open...].endOfBrackets
    else { throw failure("an instruction without operands") }
    let kind = rest[..<open].droppingSuffix("-start")
    let attributes = rest[close...]
    for key in ["body=", "condition=", "to_apply=", "calls=", "branch_computations={"] {
      for callee in attributes.names(after: key) {
        let isLoop = key == "body=" || key == "condition="
        let count = isLoop ? attributes.tripCount ?? 1 : 1
        computations[computation]?.calls.append((callee, count))
      }
    }
    guard CompiledModule.kinds.contains(String(kind)) else { return }
    let arguments = rest[rest.index(after: open)..<close].dropLast()
    let operands = arguments.split(separator: ",").map {
      // Behind a type, a comment such as /*index=5*/ and the sign.
      $0.split { $0 == " " || $0 == "/" || $0 == "%" }.last ?? $0
    }
    var bytes = 0
    for operand in operands { bytes &+= computations[computation]?.bytes[operand] ?? 0 }
    let groups = try DeviceGroups(attributes, failure).groups
    computations[computation]?.collectives.append(
      CompiledModule.Collective(
        kind: String(kind), operandBytes: bytes, operandCount: operands.count, groups: groups,
        executions: 1, line: number))
  }

  func finish() throws -> [CompiledModule.Collective] {
    guard let entry else {
      throw ProgramError(at: .init(line: 1, column: 1), "no ENTRY computation: this is no HLO text")
    }
    var result: [CompiledModule.Collective] = []
    func visit(_ name: Substring, times: Int, depth: Int) {
      guard depth < 64, let computation = computations[name] else { return }
      for var collective in computation.collectives {
        collective.executions = times
        result.append(collective)
      }
      for call in computation.calls {
        let (count, overflows) = times.multipliedReportingOverflow(by: call.count)
        visit(call.name, times: overflows ? times : count, depth: depth + 1)
      }
    }
    visit(entry, times: 1, depth: 0)
    return result.sorted { $0.line < $1.line }
  }
}

extension Substring {
  fileprivate func trimmingBlanks() -> Substring {
    var text = self
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\r" { text.removeLast() }
    return text
  }

  fileprivate func droppingSuffix(_ suffix: String) -> Substring {
    hasSuffix(suffix) ? dropLast(suffix.count) : self
  }

  func range(ofBytes word: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }

  /// Behind a type: `f32[2]{0}`, or `(f32[2], s32[])`.
  fileprivate var endOfType: Index? {
    first == "(" ? endOfBrackets : firstIndex(of: " ")
  }

  /// Behind the bracket that closes the first character.
  fileprivate var endOfBrackets: Index? {
    var depth = 0
    var isQuoted = false
    for index in indices {
      let character = self[index]
      if character == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) {
        depth -= 1
        if depth == 0 { return self.index(after: index) }
      }
    }
    return nil
  }

  /// The sizes of all tensors in a type, added up.
  fileprivate var tensorBytes: Int {
    var total = 0
    var rest = self
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let name = rest[..<open].reversed().prefix { $0.isLetter || $0.isNumber }.reversed()
      let sizes = rest[rest.index(after: open)..<close].split(separator: ",").map { Int($0) ?? 0 }
      total &+= sizes.reduce(Self.elementBytes(String(name)), &*)
      rest = rest[close...].dropFirst()
    }
    return total
  }

  private static func elementBytes(_ name: String) -> Int {
    switch name {
    case "pred": 1
    case "c64": 8
    case "c128": 16
    case let name where name.hasPrefix("s"): ElementType("i" + name.dropFirst())?.byteCount ?? 0
    case let name where name.hasPrefix("u"): ElementType("ui" + name.dropFirst())?.byteCount ?? 0
    case let name where name.hasPrefix("f8"): 1
    default: ElementType(name)?.byteCount ?? 0
    }
  }

  fileprivate func names(after key: String) -> [Substring] {
    guard let range = range(ofBytes: key) else { return [] }
    let rest = self[range.upperBound...]
    if key.hasSuffix("{") {
      return rest.prefix { $0 != "}" }.split(separator: ",").map {
        $0.trimmingBlanks().drop { $0 == "%" }
      }
    }
    return [rest.drop { $0 == "%" }.prefix { $0 != "," && $0 != " " && $0 != ")" }]
  }

  /// `"known_trip_count":{"n":"4"}`.
  fileprivate var tripCount: Int? {
    guard let range = range(ofBytes: "known_trip_count") else { return nil }
    return Int(self[range.upperBound...].drop { !$0.isNumber }.prefix { $0.isNumber })
  }
}
