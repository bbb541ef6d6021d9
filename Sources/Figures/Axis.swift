import Foundation

/// One axis of a picture: what it shows, and how values are spaced.
public struct Axis: Hashable, Sendable {
  public enum Spacing: Hashable, Sendable { case linear, logarithmic }

  public var label: String
  public var measure: Measure
  public var spacing: Spacing
  /// Whether a linear axis starts at zero, as lengths of bars need it.
  public var startsAtZero: Bool

  public init(
    _ label: String, _ measure: Measure, spacing: Spacing = .linear, startsAtZero: Bool = true
  ) {
    self.label = label
    self.measure = measure
    self.spacing = spacing
    self.startsAtZero = startsAtZero
  }
}

/// A label on an axis.
struct Tick: Hashable {
  var value: Double
  var text: String
}

/// An axis with bounds: from values to places between 0 and 1.
struct Scale: Hashable {
  let axis: Axis
  let lower: Double
  let upper: Double
  let ticks: [Tick]
  /// Of the ticks; empty where every tick names its own.
  let unit: String

  /// Fits an axis around values. What is not finite, or not above zero on a logarithmic axis, is
  /// left aside.
  init(_ axis: Axis, around values: some Sequence<Double>) {
    self.axis = axis
    let shown = values.filter { $0.isFinite && (axis.spacing == .linear || $0 > 0) }
    let least = shown.min() ?? 0
    let most = shown.max() ?? 1
    switch axis.spacing {
    case .linear:
      let low = axis.startsAtZero ? min(0, least) : least
      let high = axis.startsAtZero ? max(0, most) : most
      let (size, name) = axis.measure.unit(upTo: max(abs(low), abs(high)))
      let step = Self.step(from: low / size, to: high / size, whole: axis.measure == .count)
      let first = (low / size / step).rounded(.down)
      let last = max((high / size / step).rounded(.up), first + 1)
      lower = first * step * size
      upper = last * step * size
      let digits = max(0, -Int(log10(step).rounded(.down)))
      ticks = (0...Int(last - first)).map { index in
        let value = (first + Double(index)) * step
        let text =
          digits > 0 ? Measure.decimal(value, digits: digits) : Measure.grouped(value)
        return Tick(value: value * size, text: text)
      }
      unit = name
    case .logarithmic:
      // A margin, so that no mark sits on the frame.
      lower = (shown.isEmpty ? 1 : least) / 1.25
      upper = (shown.isEmpty ? 10 : most) * 1.25
      ticks = Self.logarithmicTicks(from: lower, to: upper, axis.measure)
      unit = ""
    }
  }

  /// 0 at the lower end of the axis, 1 at the upper.
  func position(_ value: Double) -> Double {
    switch axis.spacing {
    case .linear: (value - lower) / (upper - lower)
    case .logarithmic: log(value / lower) / log(upper / lower)
    }
  }

  /// A round step that divides the span into four to eight parts.
  private static func step(from low: Double, to high: Double, whole: Bool) -> Double {
    let span = high - low
    guard span > 0, span.isFinite else { return max(abs(high), 1) }
    let magnitude = pow(10, (log10(span) - 0.8).rounded(.down))
    let step = [1, 2, 5, 10].map { $0 * magnitude }.first { span / $0 <= 8 } ?? 10 * magnitude
    return whole ? max(1, step) : step
  }

  private static func logarithmicTicks(
    from low: Double, to high: Double, _ measure: Measure
  ) -> [Tick] {
    // Binary units have round numbers of their own.
    let size = measure.unit(upTo: high).size
    let decades = log10(high / low)
    let factors = decades > 3 ? [1.0] : [1.0, 2, 5]
    let first = Int(log10(low / size).rounded(.down))
    let last = Int(log10(high / size).rounded(.up))
    let values = (first...max(first, last)).flatMap { power in
      factors.map { $0 * pow(10, Double(power)) }
    }
    return values.map { $0 * size }.filter { $0 >= low && $0 <= high }.map { value in
      let (size, name) = measure.unit(upTo: value * 2.0001)
      let number = value / size
      let digits = max(0, -Int(log10(number * 1.0001).rounded(.down)))
      let text = digits > 0 ? Measure.decimal(number, digits: digits) : Measure.grouped(number)
      return Tick(value: value, text: name.isEmpty ? text : "\(text) \(name)")
    }
  }
}
