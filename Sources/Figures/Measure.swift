import Foundation

/// What a number measures, and how it looks: memory in GiB, bandwidth in GB/s, times in the unit
/// that fits. Values are in base units: seconds, bytes, fractions of one.
public enum Measure: Hashable, Sendable {
  case seconds
  case bytes
  case bytesPerSecond
  /// Shown as a percentage.
  case fraction
  /// Whole numbers.
  case count
  /// Any other number, with the unit that follows it; an empty unit for a pure number.
  case number(unit: String)

  /// A value as tables show it: `14.23 s`, `36.8 GiB`, `53.7 %`, `221,080`.
  public func text(_ value: Double) -> String {
    switch self {
    case .seconds:
      switch abs(value) {
      case 100...: Self.decimal(value, digits: 1) + " s"
      case 1...: Self.decimal(value, digits: 2) + " s"
      case 1e-3...: Self.decimal(value * 1e3, digits: 1) + " ms"
      case 0: "0 s"
      default: Self.decimal(value * 1e6, digits: 0) + " µs"
      }
    case .bytes: Self.decimal(value / 1_073_741_824, digits: 1) + " GiB"
    case .bytesPerSecond: Self.decimal(value / 1e9, digits: 1) + " GB/s"
    case .fraction: Self.decimal(value * 100, digits: 1) + " %"
    case .count: Self.grouped(value)
    case .number(let unit):
      (abs(value) < 100 ? Self.decimal(value, digits: 2) : Self.grouped(value)) + Self.suffix(unit)
    }
  }

  /// The unit that suits numbers up to `largest`, and how many base units it has.
  func unit(upTo largest: Double) -> (size: Double, name: String) {
    switch self {
    case .seconds: largest >= 2 ? (1, "s") : largest >= 2e-3 ? (1e-3, "ms") : (1e-6, "µs")
    case .bytes: largest >= 1_073_741_824 ? (1_073_741_824, "GiB") : (1_048_576, "MiB")
    case .bytesPerSecond: (1e9, "GB/s")
    case .fraction: (0.01, "%")
    case .count: (1, "")
    case .number(let unit): (1, unit)
    }
  }

  /// A number with a fixed count of decimal places, whatever the locale.
  public static func decimal(_ value: Double, digits: Int) -> String {
    String(format: "%.\(digits)f", locale: Locale(identifier: "en_US_POSIX"), value)
  }

  /// A whole number with its thousands apart: `221,080`.
  public static func grouped(_ value: Double) -> String {
    let digits = Array(decimal(value.rounded(), digits: 0))
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, digit != "-", (digits.count - index) % 3 == 0, digits[index - 1] != "-" {
        grouped.append(",")
      }
      grouped.append(digit)
    }
    return grouped
  }

  private static func suffix(_ unit: String) -> String { unit.isEmpty ? "" : " " + unit }
}
