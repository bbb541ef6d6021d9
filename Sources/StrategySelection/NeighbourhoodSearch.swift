import Foundation

/// Looks for good feasible choices: mends those that use too much memory, improves those that do not.
struct NeighbourhoodSearch {
  private let network: SearchNetwork
  private var move: ForestMove
  private var random: RandomSource
  /// The best feasible choice that is known in this network.
  private(set) var best: Assignment?
  /// Numbers read so far, about.
  private(set) var work = 0
  private var undo: [(variable: Int32, choice: Int32)] = []

  init(_ network: SearchNetwork, seed: UInt64) {
    self.network = network
    move = ForestMove(network)
    random = RandomSource(seed: seed)
  }

  /// Sweeps at the given prices before a choice is looked at; and sweeps with rising prices to mend
  /// it. Chosen by trial, as are the scales of prices below.
  private static let sweeps = 4
  private static let mendingSweeps = 24
  private static let rise = 1.6

  /// Improves a choice at the given prices, mends it where it uses too much memory, and keeps it if
  /// it is the best.
  mutating func consider(_ choices: [Int32], at prices: MemoryPrices) {
    var assignment = Assignment(choices, in: network)
    keepIfBest(assignment)
    for _ in 0..<Self.sweeps {
      sweep(&assignment, prices.sums)
      keepIfBest(assignment)
    }
    if assignment.isFeasible { return }
    // A price for points that had none: what memory costs on average, or anything at all.
    let total = prices.prices.reduce(0, +)
    let typical = total > 0 ? total / Double(max(prices.prices.count, 1)) : 1e-6
    var raised = prices
    for _ in 0..<Self.mendingSweeps {
      raised.update { [assignment] point, price in
        assignment.usage[point] > network.capacity[point]
          ? max(price, typical) * Self.rise : price
      }
      sweep(&assignment, raised.sums)
      keepIfBest(assignment)
      if assignment.isFeasible { return }
    }
  }

  private mutating func sweep(_ assignment: inout Assignment, _ priceSums: [Double]) {
    move.growEverywhere(&random)
    solve(&assignment, priceSums)
  }

  /// Gives the forest its best choices, and remembers what they were.
  private mutating func solve(_ assignment: inout Assignment, _ priceSums: [Double]) {
    move.solve(assignment.choices, priceSums)
    work += move.work
    undo.removeAll(keepingCapacity: true)
    for variable in move.order {
      let (old, new) = (assignment.choices[Int(variable)], move.choices[Int(variable)])
      if old == new { continue }
      undo.append((variable, old))
      assignment.set(Int(variable), to: Int(new), in: network)
      work += network.width(Int(variable)) + network.pointCount / 8
    }
    if assignment.hasLostDigits { assignment = Assignment(assignment.choices, in: network) }
  }

  private mutating func keepIfBest(_ assignment: Assignment) {
    if assignment.isFeasible, assignment.cost < best?.cost ?? .infinity { best = assignment }
  }

  /// Tries forests around random variables, for as much work as `quota`; prices of memory between
  /// nothing and twice the given ones decide how much of it is worth saving.
  mutating func improve(at prices: MemoryPrices, quota: Int) {
    guard var current = best, network.variableCount > 0 else { return }
    let scaled = [0, 0.25, 0.5, 1, 2].map { scale in prices.sums.map { $0 * scale } }
    let end = work + quota
    while work < end {
      let largest = Double(max(network.variableCount, 16))
      let size = Int(8 * exp2(random.unit() * log2(largest / 8)))
      move.grow(from: random.below(network.variableCount), size: size, &random)
      for level in random.below(scaled.count)..<scaled.count {
        let cost = current.cost
        solve(&current, scaled[level])
        if current.isFeasible, current.cost <= cost { break }
        for (variable, choice) in undo.reversed() {
          current.set(Int(variable), to: Int(choice), in: network)
        }
      }
      work += 64
      keepIfBest(current)
    }
  }
}
