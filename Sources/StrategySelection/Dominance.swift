extension CostNetwork {
  /// How many numbers are compared at most to find dominated strategies of one variable.
  private static let dominanceEffort = 5_000_000

  /// The strategies that remain once those are gone that another one is never worse than: it uses
  /// no more memory at any time, and changing to it never costs anything, whatever the neighbours
  /// do (soft neighbourhood substitutability).
  ///
  /// Source: C. Lecoutre, O. Roussel and D. Dehani, *WCSP integration of soft neighborhood
  /// substitutability*, CP 2012.
  func undominatedStrategies(of variable: Int) -> [Int] {
    let costs = variables[variable].costs
    let usage = variables[variable].usage
    let count = costs.count
    let tables = variables[variable].edges.map { table(of: Int($0), rowsFor: variable) }
    let entries = tables.reduce(0) { $0 + $1.count / count }
    var effort = 0

    /// The most that changing from one strategy to another can cost.
    func largestIncrease(from old: Int, to new: Int) -> Double {
      var increase = costs[new] - costs[old]
      for table in tables {
        let width = table.count / count
        var largest = -Double.infinity
        for column in 0..<width where table[old * width + column].isFinite {
          largest = max(largest, table[new * width + column] - table[old * width + column])
        }
        increase += largest
      }
      return increase
    }

    // What a strategy costs where every neighbour takes its first or its last one: a change that is
    // never worse is not worse there. This tells most pairs apart at once.
    func sample(_ column: (_ width: Int) -> Int) -> [Double] {
      (0..<count).map { row in
        tables.reduce(costs[row]) { sum, table in
          let width = table.count / count
          return sum + table[row * width + column(width)]
        }
      }
    }
    let samples = [sample { _ in 0 }, sample { $0 - 1 }]

    var isKept = [Bool](repeating: true, count: count)
    for old in 0..<count where effort < Self.dominanceEffort {
      effort += count
      for new in 0..<count where new != old && isKept[new] {
        guard samples.allSatisfy({ $0[new] <= $0[old] }), usage.isNoMore(new, than: old) else {
          continue
        }
        effort += entries
        if largestIncrease(from: old, to: new) <= 0 {
          isKept[old] = false
          break
        }
      }
    }
    return (0..<count).filter { isKept[$0] }
  }
}
