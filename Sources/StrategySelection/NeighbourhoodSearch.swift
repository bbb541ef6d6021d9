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

  /// Scales of the prices at which changes are tried: they decide how much memory is worth saving.
  private static let scales = [0, 0.25, 0.5, 1, 2]
  /// One change out of so many begins with forcing a variable.
  private static let kickPeriod = 4
  private static let sweepsAfterKick = 3

  /// Tries changes of the best choice, for as much work as `quota`.
  mutating func improve(at prices: MemoryPrices, quota: Int) {
    guard var current = best, network.variableCount > 0 else { return }
    let priceSums = Self.scales.map { scale in prices.sums.map { $0 * scale } }
    let end = work + quota
    while work < end {
      work += 64
      if random.below(Self.kickPeriod) == 0, network.neighbours.count > 0 {
        kick(&current, priceSums)
      } else {
        step(&current, priceSums)
      }
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

  /// Forces a variable to another strategy, lets those around follow, and goes back if that is no
  /// gain. Variables with many neighbours come first: no forest contains them with all of these.
  private mutating func kick(_ current: inout Assignment, _ priceSums: [[Double]]) {
    let before = current
    let variable = Int(network.neighbours[random.below(network.neighbours.count)])
    let links = network.links(variable)
    let other = 1 + random.below(network.width(variable) - 1)
    let choice = (Int(current.choices[variable]) + other) % network.width(variable)
    current.set(variable, to: choice, in: network)
    work += network.pointCount / 4
    let level = random.below(priceSums.count)
    let size = randomSize()
    for _ in 0..<Self.sweepsAfterKick {
      let neighbour = Int(network.neighbours[links.lowerBound + random.below(links.count)])
      move.grow(from: neighbour, size: size, without: variable, &random)
      solve(&current, priceSums[level])
    }
    move.grow(from: variable, size: size, &random)
    solve(&current, priceSums[level])
    if !current.isFeasible || current.cost > before.cost { current = before }
  }
}
