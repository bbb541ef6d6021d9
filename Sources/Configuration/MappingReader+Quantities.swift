public import Quantities
import Yams

/// A unit that a file may use, and what one of it is in the base unit.
private struct Unit {
  var name: String
  var factor: Double

  static func scaled(_ base: String, by factor: Double, _ prefixes: [(String, Double)]) -> [Unit] {
    prefixes.map { Unit(name: $0.0 + base, factor: $0.1 * factor) }
  }

  static let decimal: [(String, Double)] = [
    ("", 1), ("k", 1e3), ("M", 1e6), ("G", 1e9), ("T", 1e12),
  ]
  static let binary: [(String, Double)] = [
    ("Ki", 1024), ("Mi", 1_048_576), ("Gi", 1_073_741_824), ("Ti", 1_099_511_627_776),
  ]

  static let bytes = scaled("B", by: 1, decimal) + scaled("B", by: 1, binary)
  static let bandwidths =
    scaled("B/s", by: 1, decimal) + scaled("bps", by: 1 / 8, decimal)
    + scaled("b/s", by: 1 / 8, decimal)
  static let durations = [
    Unit(name: "s", factor: 1), Unit(name: "ms", factor: 1e-3), Unit(name: "us", factor: 1e-6),
    Unit(name: "ns", factor: 1e-9), Unit(name: "min", factor: 60), Unit(name: "h", factor: 3600),
  ]
  static let computeRates = scaled("FLOPS", by: 1, decimal + [("P", 1e15)])
}

extension MappingReader {
  /// A positive amount of memory: `80 GiB`, `40 GB`.
  public func bytes(_ key: String) -> Bytes {
    required(key, "an amount of memory such as '80 GiB'", bytesIfPresent) ?? Bytes(1)
  }

  public func bytesIfPresent(_ key: String) -> Bytes? {
    quantity(key, "an amount of memory such as '80 GiB'", Unit.bytes, limit: 1e18).map { Bytes($0) }
  }

  /// A positive bandwidth in one direction: `25 GB/s`, `400 Gbps`.
  public func bandwidth(_ key: String) -> BytesPerSecond {
    required(key, "a bandwidth such as '25 GB/s' or '400 Gbps'", bandwidthIfPresent)
      ?? BytesPerSecond(1)
  }

  public func bandwidthIfPresent(_ key: String) -> BytesPerSecond? {
    quantity(key, "a bandwidth such as '25 GB/s' or '400 Gbps'", Unit.bandwidths, limit: 1e17)
      .map { BytesPerSecond($0) }
  }

  /// A list of positive bandwidths with at least one entry.
  public func bandwidths(_ key: String) -> [BytesPerSecond] {
    let expected = "a bandwidth such as '25 GB/s' or '400 Gbps'"
    return (required(key, "a list of bandwidths", elements) ?? []).compactMap { node in
      quantity(from: node, key, expected, Unit.bandwidths, limit: 1e17).map { BytesPerSecond($0) }
    }
  }

  /// A list of positive amounts of memory with at least one entry.
  public func amountsOfMemory(_ key: String) -> [Bytes] {
    let expected = "an amount of memory such as '80 GiB'"
    return (required(key, "a list of amounts of memory", elements) ?? []).compactMap { node in
      quantity(from: node, key, expected, Unit.bytes, limit: 1e18).map { Bytes($0) }
    }
  }

  /// A duration, zero allowed: `5 us`, `1.5 ms`.
  public func duration(_ key: String) -> Seconds {
    required(key, "a duration such as '5 us'", durationIfPresent) ?? .zero
  }

  public func durationIfPresent(_ key: String) -> Seconds? {
    quantity(key, "a duration such as '5 us'", Unit.durations, limit: 1e9, allowsZero: true)
      .map { Seconds($0) }
  }

  /// A positive compute rate: `312 TFLOPS`.
  public func computeRate(_ key: String) -> FLOPsPerSecond {
    required(key, "a compute rate such as '312 TFLOPS'", computeRateIfPresent) ?? FLOPsPerSecond(1)
  }

  public func computeRateIfPresent(_ key: String) -> FLOPsPerSecond? {
    quantity(key, "a compute rate such as '312 TFLOPS'", Unit.computeRates, limit: 1e18)
      .map { FLOPsPerSecond($0) }
  }

  /// Where the numbers of this mapping come from: `source: {published: "data sheet …"}`.
  ///
  /// The key is the evidence (`measured`, `published`, `assumed`), the value says where to look.
  public func provenance(_ key: String = "source") -> Provenance {
    let expected = "{measured: …}, {published: …} or {assumed: …}"
    let source = required(key, expected, mappingIfPresent) ?? placeholder(key)
    let kinds = Provenance.Evidence.allCases
    guard let kind = kinds.first(where: { source.has($0.rawValue) }) else {
      source.report("'\(source.path)' must be \(expected)")
      source.ignoreOtherKeys()
      return Provenance(.assumed, "")
    }
    return Provenance(kind, source.string(kind.rawValue))
  }

  /// Splits `80 GiB` into number and unit and converts to the base unit.
  private func quantity(
    _ key: String, _ expected: String, _ units: [Unit], limit: Double, allowsZero: Bool = false
  ) -> Double? {
    guard let node = node(key) else { return nil }
    return quantity(from: node, key, expected, units, limit: limit, allowsZero: allowsZero)
  }

  private func quantity(
    from node: Node, _ key: String, _ expected: String, _ units: [Unit], limit: Double,
    allowsZero: Bool = false
  ) -> Double? {
    guard let text = node.scalar?.string else {
      return wrong(key, "must be \(expected), found \(node.kindInWords)", node)
    }
    let parts = text.split(whereSeparator: { $0 == " " })
    guard let number = parts.first.flatMap({ decimal($0) }), parts.count <= 2 else {
      return wrong(key, "must be \(expected), found '\(text)'", node)
    }
    guard parts.count == 2 else {
      return wrong(key, "needs a unit: \(expected), found '\(text)'", node)
    }
    let names = units.map(\.name)
    guard let unit = units.first(where: { $0.name == parts[1] }) else {
      return wrong(
        key, "has unknown unit '\(parts[1])'; \(hint(for: String(parts[1]), among: names))", node)
    }
    let value = number * unit.factor
    if value < 0 || (value == 0 && !allowsZero) {
      return wrong(
        key, "must be \(allowsZero ? "zero or more" : "positive"), found '\(text)'", node)
    }
    if value > limit {
      return wrong(key, "is beyond anything plausible: '\(text)'", node)
    }
    return value
  }
}
