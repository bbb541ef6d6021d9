/// The values that a column, or the sum of a row, may take.
public struct Bounds: Hashable, Sendable {
  /// Minus infinity where there is none.
  public var lower: Double
  /// Infinity where there is none.
  public var upper: Double

  public static func atLeast(_ lower: Double) -> Bounds { Bounds(lower: lower, upper: .infinity) }

  public static func atMost(_ upper: Double) -> Bounds { Bounds(lower: -.infinity, upper: upper) }

  public static func between(_ lower: Double, _ upper: Double) -> Bounds {
    Bounds(lower: lower, upper: upper)
  }

  public static func equal(to value: Double) -> Bounds { Bounds(lower: value, upper: value) }

  public static let free = Bounds(lower: -.infinity, upper: .infinity)

  /// Zero or one, for a decision; the column still has to be declared `.integer`.
  public static let binary = Bounds(lower: 0, upper: 1)

  /// The whole numbers within these bounds, as bounds that are whole themselves.
  ///
  /// A bound that misses a whole number by less than 10⁻⁹ counts as that number.
  var wholeNumbers: Bounds {
    Bounds(lower: (lower - 1e-9).rounded(.up), upper: (upper + 1e-9).rounded(.down))
  }
}
