import Foundation

/// Looks for good feasible choices: mends what uses too much memory, improves what does not.
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

  /// Sweeps at the given prices before a choice is looked at, and sweeps at rising prices to mend
  /// it. Chosen by trial, as are the other numbers here.
  private static let sweeps = 4
  private static let mendingSweeps = 12
  private static let rise = 2.0

  /// Improves a choice at the given prices, mends it where it uses too much memory, and keeps it if
  /// it is the best.
  ///
  /// - Returns: what became of it if it is feasible.
  mutating func consider(_ choices: [Int32], at prices: MemoryPrices) -> Assignment? {
    var assignment = Assignment(choices, in: network)
    keepIfBest(assignment)
    for _ in 0..<Self.sweeps {
      sweep(&assignment, prices.sums)
      keepIfBest(assignment)
    }
    // A price for points that had none: what memory costs on average, or anything at all.
    let total = prices.prices.reduce(0, +)
    let typical = total > 0 ? total / Double(prices.prices.count) : 1e-6
    var raised = prices
    for _ in 0..<Self.mendingSweeps where !assignment.isFeasible {
      // Mending only costs more.
      if let best, assignment.cost >= best.cost { return nil }
      raised.update { [assignment] point, price in
        assignment.usage[point] > network.capacity[point]
          ? max(price, typical) * Self.rise : price
      }
      sweep(&assignment, raised.sums)
      keepIfBest(assignment)
    }
    return assignment.isFeasible ? assignment : nil
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

  /// Scales of the prices at which changes are tried: they decide how much memory is worth saving.
  private static let scales = [0, 0.25, 0.5, 1, 2]
  /// How much worse than the best a choice may be to be improved nevertheless.
  private static let worthImproving = 1.02

  /// Changes the best choice, and one that may become the best, for as much work as `quota`.
  mutating func improve(_ newcomer: Assignment?, at prices: MemoryPrices, quota: Int) {
    let priceSums = Self.scales.map { scale in prices.sums.map { $0 * scale } }
    let start = work
    if let newcomer, let best, newcomer.cost > best.cost,
      newcomer.cost < Self.worthImproving * best.cost
    {
      improve(newcomer, priceSums, until: start + quota / 2)
    }
    if let best { improve(best, priceSums, until: start + quota) }
  }

  private mutating func improve(
    _ assignment: Assignment, _ priceSums: [[Double]], until end: Int
  ) {
    if network.variableCount == 0 { return }
    var current = assignment
    while work < end {
      work += 64
      step(&current, priceSums)
      keepIfBest(current)
    }
  }

  /// A size of a neighbourhood: small ones and large ones are equally likely.
  private mutating func randomSize() -> Int {
    let largest = Double(max(network.variableCount, 16))
    return Int(8 * exp2(random.unit() * log2(largest / 8)))
  }

  /// Gives a forest around a random variable its best choices, at prices that keep the limit.
  private mutating func step(_ current: inout Assignment, _ priceSums: [[Double]]) {
    move.grow(from: random.below(network.variableCount), size: randomSize(), &random)
    for level in random.below(priceSums.count)..<priceSums.count {
      let cost = current.cost
      solve(&current, priceSums[level])
      if current.isFeasible, current.cost <= cost { return }
      for (variable, choice) in undo.reversed() {
        current.set(Int(variable), to: Int(choice), in: network)
      }
    }
  }
}
