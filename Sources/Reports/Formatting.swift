import Foundation

/// How numbers look in text and Markdown: memory in GiB, bandwidth in GB/s, times in the unit that
/// fits.
enum Format {
  static func number(_ value: Double, digits: Int) -> String {
    String(format: "%.\(digits)f", locale: Locale(identifier: "en_US_POSIX"), value)
  }

  /// `14.23 s`, `231.5 ms`, `870 µs`.
  static func seconds(_ value: Double) -> String {
    switch abs(value) {
    case 100...: number(value, digits: 1) + " s"
    case 1...: number(value, digits: 2) + " s"
    case 1e-3...: number(value * 1e3, digits: 1) + " ms"
    case 0: "0 s"
    default: number(value * 1e6, digits: 0) + " µs"
    }
  }

  /// `36.8 GiB`.
  static func memory(_ bytes: Double) -> String {
    number(bytes / 1_073_741_824, digits: 1) + " GiB"
  }

  /// `53.7 %`.
  static func percent(_ fraction: Double) -> String { number(fraction * 100, digits: 1) + " %" }

  /// `221,080`.
  static func count(_ value: Double) -> String {
    let digits = Array(number(value.rounded(), digits: 0))
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, digit != "-", (digits.count - index) % 3 == 0, digits[index - 1] != "-" {
        grouped.append(",")
      }
      grouped.append(digit)
    }
    return grouped
  }

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
