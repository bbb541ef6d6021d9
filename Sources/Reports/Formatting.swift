import Figures

/// How numbers look in all forms of a report: see `Measure`.
enum Format {
  static func number(_ value: Double, digits: Int) -> String {
    Measure.decimal(value, digits: digits)
  }

  /// `14.23 s`, `231.5 ms`, `870 µs`.
  static func seconds(_ value: Double) -> String { Measure.seconds.text(value) }

  /// `36.8 GiB`.
  static func memory(_ bytes: Double) -> String { Measure.bytes.text(bytes) }

  /// `53.7 %`.
  static func percent(_ fraction: Double) -> String { Measure.fraction.text(fraction) }

  /// `+3.1 %`, `-3.1 %`.
  static func signedPercent(_ fraction: Double) -> String {
    (fraction > 0 ? "+" : "") + percent(fraction)
  }

  /// `221,080`.
  static func count(_ value: Double) -> String { Measure.grouped(value) }

  static func count(_ value: Int) -> String { count(Double(value)) }

  /// `221,080`, and `0.85` where a whole number would say little.
  static func rate(_ value: Double) -> String {
    value < 100 ? number(value, digits: 2) : count(value)
  }

  /// `7.47 B`, `124.4 M`.
  static func parameters(_ count: Int) -> String {
    let value = Double(count)
    return switch value {
    case 1e12...: number(value / 1e12, digits: 2) + " T"
    case 1e9...: number(value / 1e9, digits: 2) + " B"
    case 1e6...: number(value / 1e6, digits: 1) + " M"
    default: Self.count(count)
    }
  }

  /// `0-7, 16` for ascending numbers.
  static func ranges(_ numbers: [Int]) -> String {
    var parts: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = parts.last, last.upperBound + 1 == number {
        parts[parts.count - 1] = last.lowerBound...number
      } else {
        parts.append(number...number)
      }
    }
    return parts.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
      .joined(separator: ", ")
  }
}
