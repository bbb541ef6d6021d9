extension CostNetwork {
  /// The strategies of a variable that alone, with all else at its least, keep the limit.
  ///
  /// Usage is tidy, so that what every strategy needs is already taken from the capacity.
  func strategiesWithinCapacity(of variable: Int, leastCapacity: Double) -> [Int] {
    var isKept = [Bool](repeating: true, count: variables[variable].strategyCount)
    for segment in variables[variable].usage.segments
    where segment.amounts.contains(where: { $0 > leastCapacity }) {
      let points = Int(segment.points.lowerBound)..<Int(segment.points.upperBound)
      guard let least = capacity[points].min() else { continue }
      for strategy in isKept.indices where segment.amounts[strategy] > least {
        isKept[strategy] = false
      }
    }
    return isKept.indices.filter { isKept[$0] }
  }
}
