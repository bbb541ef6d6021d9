import Foundation

/// Raises the lower bound: prices memory where it is short, and bounds the cost at these prices.
///
/// At any prices that are not negative, the least cost of strategies and the memory they pay for,
/// less the price of the whole capacity, bounds the cost of every feasible choice from below
/// (Lagrangian relaxation of the limit). Prices follow the usage of the choices that come with the
/// bound, a smoothed subgradient, in steps that become shorter. Messages go on from where they
/// were, since prices change little at a time.
struct DualAscent {
  private let network: SearchNetwork
  private let messages: MessagePassing
  private(set) var prices: MemoryPrices
  private(set) var bound = -Double.infinity
  private(set) var bestPrices: MemoryPrices
  /// The choices that came with the last bound.
  private(set) var choices: [Int32]
  private var slope: [Double]
  private var cycle = 0
  private var stepInCycle = 0
  /// Stands for the cost of a feasible choice while none is known.
  private var assumedCost = 0.0

  init(_ network: SearchNetwork, prices: MemoryPrices) {
    self.network = network
    messages = MessagePassing(network)
    self.prices = prices
    bestPrices = prices
    choices = Array(repeating: 0, count: network.variableCount)
    slope = Array(repeating: 0, count: network.pointCount)
  }

  /// How many numbers a step reads, about.
  var work: Int { 2 * network.tableWork + 4 * network.amounts.count + 8 * network.pointCount }

  /// How much of the smoothed slope is kept from step to step.
  private static let inertia = 0.7
  /// A step is to gain this part of the cost, at the beginning and at the end of a cycle; cycles
  /// double in length, and their steps halve. Chosen by trial on the contest's published instances.
  private static let firstGain = 0.1
  private static let lastGain = 0.001
  private static let firstCycle = 200
  private static let assumedGrowth = 1.02
  private static let largestAssumption = 1e18

  /// One pass of messages, and a step of the prices.
  ///
  /// - Parameter cost: of the best feasible choice that is known, or infinite.
  mutating func step(towards cost: Double) {
    let here = evaluate()
    if here > bound {
      bound = here
      bestPrices = prices
    }
    if !cost.isFinite {
      assumedCost = min(max(assumedCost * Self.assumedGrowth, 2 * here, 1), Self.largestAssumption)
    }
    let progress = Double(stepInCycle) / Double(Self.firstCycle << cycle)
    let gain = Self.firstGain * pow(Self.lastGain / Self.firstGain, progress) / Double(1 << cycle)
    move(by: gain * (cost.isFinite ? cost : assumedCost))
    stepInCycle += 1
    if stepInCycle == Self.firstCycle << cycle {
      stepInCycle = 0
      cycle = min(cycle + 1, 8)
      prices = bestPrices
    }
  }

  private mutating func evaluate() -> Double {
    messages.setPrices(prices.sums)
    var bound = messages.pass(choosing: &choices)
    for point in prices.prices.indices {
      bound -= prices.prices[point] * network.capacity[point]
    }
    return bound
  }

  /// Moves the prices along the slope so that its own estimate of the bound rises by `gain`.
  private mutating func move(by gain: Double) {
    let usage = network.usage(of: choices)
    var norm = 0.0
    for point in slope.indices {
      let excess = usage[point] - network.capacity[point]
      slope[point] = Self.inertia * slope[point] + (1 - Self.inertia) * excess
      if slope[point] > 0 || prices.prices[point] > 0 { norm += slope[point] * slope[point] }
    }
    if norm == 0 { return }
    let step = gain / norm
    prices.update { [slope] point, price in max(0, price + step * slope[point]) }
  }

  /// For each variable, the strategies that a choice cheaper than `cost` may have.
  ///
  /// A second pass at the same prices starts from a consistent state, so that a variable's belief
  /// says how much the bound of the first pass rises at least when a strategy is forced.
  mutating func plausibleStrategies(below cost: Double) -> [[Int]] {
    prices = bestPrices
    let here = evaluate()
    _ = evaluate()
    bound = max(bound, here)
    // Half a unit for the rounding of long sums.
    let slack = cost - here + 0.5 + network.roundingError
    return (0..<network.variableCount).map { variable in
      let start = network.costStart(variable)
      return (0..<network.width(variable)).filter { messages.beliefs[start + $0] <= slack }
    }
  }
}

extension SearchNetwork {
  /// The sum of usages at each point.
  func usage(of choices: [Int32]) -> [Double] {
    var changes = [Double](repeating: 0, count: pointCount + 1)
    for variable in 0..<variableCount {
      for segment in segments(variable) {
        let amount = amounts[Int(amountStarts[segment]) + Int(choices[variable])]
        changes[Int(firstPoints[segment])] += amount
        changes[Int(endPoints[segment])] -= amount
      }
    }
    var sum = 0.0
    return (0..<pointCount).map { point in
      sum += changes[point]
      return sum
    }
  }
}
