/// A physical quantity: a number that knows its unit.
///
/// Quantities of one kind add, subtract, compare and scale; quantities of different kinds combine
/// only where the combination means something (`Bytes / BytesPerSecond → Seconds`). They are stored
/// as `Double`, which holds every whole number of bytes or operations up to 2⁵³ exactly.
public protocol Quantity: Hashable, Comparable, Sendable, AdditiveArithmetic {
  /// The number, in the unit that the type is named after.
  var value: Double { get set }

  init(_ value: Double)
}

extension Quantity {
  @inlinable
  public init(_ value: Int) { self.init(Double(value)) }

  @inlinable
  public static var zero: Self { Self(0.0) }

  @inlinable
  public var isFinite: Bool { value.isFinite }

  @inlinable
  public static func + (a: Self, b: Self) -> Self { Self(a.value + b.value) }

  @inlinable
  public static func - (a: Self, b: Self) -> Self { Self(a.value - b.value) }

  @inlinable
  public static func += (a: inout Self, b: Self) { a.value += b.value }

  @inlinable
  public static func -= (a: inout Self, b: Self) { a.value -= b.value }

  @inlinable
  public static func < (a: Self, b: Self) -> Bool { a.value < b.value }

  @inlinable
  public static func * (a: Self, factor: Double) -> Self { Self(a.value * factor) }

  @inlinable
  public static func * (factor: Double, a: Self) -> Self { Self(factor * a.value) }

  @inlinable
  public static func * (a: Self, factor: Int) -> Self { Self(a.value * Double(factor)) }

  @inlinable
  public static func * (factor: Int, a: Self) -> Self { Self(Double(factor) * a.value) }

  @inlinable
  public static func / (a: Self, divisor: Double) -> Self { Self(a.value / divisor) }

  @inlinable
  public static func / (a: Self, divisor: Int) -> Self { Self(a.value / Double(divisor)) }

  /// The ratio of two quantities of one kind, a plain number.
  @inlinable
  public static func / (a: Self, b: Self) -> Double { a.value / b.value }
}

extension Sequence where Element: Quantity {
  /// The sum of the elements, zero for none.
  @inlinable
  public func sum() -> Element { reduce(.zero, +) }
}
