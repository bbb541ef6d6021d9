import Quantities

extension PackingProblem {
  /// A time that no packing can beat, from three closed forms.
  ///
  /// No microbatch is faster than what runs behind its groups, `SequenceCosts.microbatchFloor`.
  /// The longest sequence needs the group in which it is fastest. And all sequences together need
  /// device-seconds: at a deadline `C` each takes at least those of its cheapest degree among the
  /// degrees in which it meets the deadline, and `N` devices offer `N · (C − fixed)`.
  ///
  /// - Complexity: O(classes · degrees), some forty times.
  func closedFormBound() -> Double {
    let fixed = costs.degrees.map(\.fixed.value).min() ?? 0
    var alone = costs.microbatchFloor.value
    for c in 0..<classCount {
      var fastest = Double.infinity
      for k in 0..<degreeCount {
        fastest = min(fastest, time(k, c) + costs.degrees[k].fixed.value)
      }
      alone = max(alone, fastest)
    }
    func isImpossible(by deadline: Double) -> Bool {
      work(by: deadline) > Double(deviceCount) * (deadline - fixed)
    }
    guard isImpossible(by: alone) else { return alone }
    var impossible = alone
    var possible = fixed + work(by: .infinity) / Double(deviceCount)
    if isImpossible(by: possible) {
      impossible = possible
      repeat { possible = fixed + (possible - fixed) * 1.5 } while isImpossible(by: possible)
    }
    for _ in 0..<40 where possible - impossible > 1e-6 * possible {
      let middle = (impossible + possible) / 2
      if isImpossible(by: middle) { impossible = middle } else { possible = middle }
    }
    return impossible
  }

  /// Device-seconds that the sequences need at least when each meets `deadline`.
  private func work(by deadline: Double) -> Double {
    var total = 0.0
    for c in 0..<classCount {
      var least = Double.infinity
      for k in 0..<degreeCount where time(k, c) <= room(k, by: deadline) {
        least = min(least, work(k, c))
      }
      total += least * Double(classes.counts[c])
    }
    return total
  }
}
