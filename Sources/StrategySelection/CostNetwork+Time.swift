extension CostNetwork {
  /// Forgets the points of time at which the limit cannot be exceeded, and those at which it is
  /// kept whenever it is kept at a neighbouring point.
  ///
  /// - Returns: the variables whose usage became simpler.
  mutating func dropUncriticalPoints() -> [Int] {
    for variable in variables.indices where variables[variable].isPresent {
      tidyUsage(of: variable)
    }
    settleCapacity()
    let isKept = criticalPoints()
    if isKept.allSatisfy(\.self) { return [] }
    var newIndex: [Int32] = [0]
    for kept in isKept { newIndex.append(newIndex[newIndex.count - 1] + (kept ? 1 : 0)) }
    pointOrigins = zip(pointOrigins, isKept).filter(\.1).map(\.0)
    capacity = zip(capacity, isKept).filter(\.1).map(\.0)
    capacityChanges = Array(repeating: 0, count: capacity.count + 1)
    var changed: [Int] = []
    for variable in variables.indices where variables[variable].isPresent {
      let before = variables[variable].usage.segments.count
      variables[variable].usage.renumber(newIndex)
      if variables[variable].usage.segments.count != before { changed.append(variable) }
    }
    return changed
  }

  private func criticalPoints() -> [Bool] {
    var usageChange = [Double](repeating: 0, count: capacity.count + 1)
    // Whether any usage grows or falls from the point before.
    var grows = [Bool](repeating: false, count: capacity.count + 1)
    var falls = grows
    for variable in variables where variable.isPresent {
      let segments = variable.usage.segments
      for (index, segment) in segments.enumerated() {
        let (start, end) = (Int(segment.points.lowerBound), Int(segment.points.upperBound))
        let largest = segment.amounts.max() ?? 0
        usageChange[start] += largest
        usageChange[end] -= largest
        let isAdjoined =
          index + 1 < segments.count && segments[index + 1].points.lowerBound == end
        let next =
          isAdjoined ? segments[index + 1].amounts : segment.amounts.map { _ in 0 }
        grows[end] = grows[end] || zip(segment.amounts, next).contains { $0 < $1 }
        falls[end] = falls[end] || zip(segment.amounts, next).contains { $0 > $1 }
        if index == 0 || segments[index - 1].points.upperBound != start { grows[start] = true }
      }
    }

    var isKept = [Bool](repeating: false, count: capacity.count)
    var kept: [(point: Int, grows: Bool, falls: Bool)] = []
    var usage = 0.0
    // What changed since the last kept point.
    var (hasGrown, hasFallen) = (false, false)
    for point in capacity.indices {
      usage += usageChange[point]
      hasGrown = hasGrown || grows[point]
      hasFallen = hasFallen || falls[point]
      if usage <= capacity[point] { continue }
      var isNeeded = true
      while let last = kept.last {
        if !hasGrown, capacity[point] >= capacity[last.point] {
          isNeeded = false
          break
        }
        guard !hasFallen, capacity[last.point] >= capacity[point] else { break }
        hasGrown = hasGrown || last.grows
        hasFallen = hasFallen || last.falls
        kept.removeLast()
      }
      if isNeeded {
        kept.append((point, hasGrown, hasFallen))
        (hasGrown, hasFallen) = (false, false)
      }
    }
    for entry in kept { isKept[entry.point] = true }
    return isKept
  }
}
