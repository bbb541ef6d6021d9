/// The value below which `fraction` of the values lie, between two values in proportion; `nil` for
/// none.
///
/// - Complexity: O(n log n).
public func quantile(_ values: [Double], _ fraction: Double) -> Double? {
  let sorted = values.sorted()
  guard let last = sorted.last else { return nil }
  let place = Double(sorted.count - 1) * fraction
  let below = Int(place)
  guard below + 1 < sorted.count else { return last }
  return sorted[below] + (sorted[below + 1] - sorted[below]) * (place - Double(below))
}

public func median(_ values: [Double]) -> Double? { quantile(values, 0.5) }
