import Dispatch

/// Finds cheap strategies for the nodes of a problem within its limit, with a bound on what is
/// possible.
///
/// The problem is reduced first. Then two searches run side by side, in rounds of equal work: one
/// raises a lower bound and proposes choices, the other mends and improves them. As the two meet,
/// strategies that cannot be part of anything better are dropped, and the smaller problem goes the
/// same way. Results depend on the number of rounds alone, not on time or on threads.
public struct StrategySelector: Sendable {
  /// What is known between two rounds.
  public struct Progress: Sendable {
    public var iteration: Int
    public var cost: Int64?
    public var bound: Int64?
    /// Variables and strategies that are still open.
    public var variableCount: Int
    public var strategyCount: Int
  }

  public var iterations: Int
  public var seed: UInt64

  public init(iterations: Int = 400, seed: UInt64 = 1) {
    self.iterations = iterations
    self.seed = seed
  }

  /// - Parameters:
  ///   - shouldStop: asked between rounds; stops the search with what it has.
  ///   - report: called between rounds when something became better.
  public func solve(
    _ problem: SelectionProblem, shouldStop: () -> Bool = { false },
    report: (Progress) -> Void = { _ in }
  ) -> Selection {
    let reduced = NetworkReduction.reduce(problem)
    if reduced.isContradictory { return Selection(isInfeasible: true) }
    var search = SelectionSearch(reduced, seed: seed)
    while search.selection.iterations < iterations, !search.selection.isOptimal {
      if shouldStop() {
        search.stop()
        break
      }
      if search.runRound() { report(search.progress) }
    }
    return search.selection
  }
}

/// The state of a search between rounds.
private struct SelectionSearch {
  private(set) var selection = Selection()
  private var reduced: CostNetwork
  private var network: SearchNetwork
  private var ascent: DualAscent
  private var neighbourhoods: NeighbourhoodSearch
  /// What the ascent proposed in the last round.
  private var proposal: Proposal?
  private let seed: UInt64
  private var cost = Double.infinity
  private var bound = -Double.infinity
  /// How far cost and bound were apart when strategies were last dropped.
  private var distanceAtPruning = Double.infinity

  private struct Proposal: Sendable {
    var choices: [Int32]
    var prices: MemoryPrices
  }

  init(_ reduced: CostNetwork, seed: UInt64) {
    self.seed = seed
    self.reduced = reduced
    network = SearchNetwork(reduced)
    ascent = DualAscent(network, prices: MemoryPrices(pointCount: network.pointCount))
    neighbourhoods = NeighbourhoodSearch(network, seed: seed)
    finishIfDecided()
  }

  var progress: StrategySelector.Progress {
    StrategySelector.Progress(
      iteration: selection.iterations, cost: selection.cost, bound: selection.bound,
      variableCount: network.variableCount, strategyCount: network.costs.count)
  }

  mutating func stop() { selection.wasStopped = true }

  // MARK: Rounds

  /// How many steps of the ascent a round is, except that the first rounds are short, so that
  /// something feasible is there soon; how much work it is at least, with how many steps at most.
  private static let stepsPerRound = 8
  private static let mostStepsPerRound = 64
  private static let leastWork = 500_000

  /// - Returns: whether something became better.
  mutating func runRound() -> Bool {
    let before = (selection.cost, selection.bound)
    let steps = min(Self.stepsPerRound, 1 + selection.iterations)
    let quota = max(steps * ascent.work, Self.leastWork)
    let (cost, prices, proposal) = (cost, ascent.bestPrices, proposal)
    // Each of the two workers has one of the searches for itself.
    nonisolated(unsafe) var ascent = ascent
    nonisolated(unsafe) var neighbourhoods = neighbourhoods
    DispatchQueue.concurrentPerform(iterations: 2) { worker in
      if worker == 0 {
        let steps = max(steps, min(quota / max(ascent.work, 1), Self.mostStepsPerRound))
        for _ in 0..<steps { ascent.step(towards: cost) }
      } else {
        let start = neighbourhoods.work
        let newcomer = proposal.flatMap { neighbourhoods.consider($0.choices, at: $0.prices) }
        neighbourhoods.improve(
          newcomer, at: prices, quota: quota - (neighbourhoods.work - start))
      }
    }
    self.ascent = ascent
    self.neighbourhoods = neighbourhoods
    self.proposal = Proposal(choices: ascent.choices, prices: ascent.prices)
    selection.iterations += 1
    settle()
    return before != (selection.cost, selection.bound)
  }

  /// How far sums of a hundred thousand numbers may be from exact, of their value.
  private static let rounding = 1e-11

  /// Takes over what the round brought.
  private mutating func settle() {
    if let best = neighbourhoods.best { adopt(best.choices, cost: best.cost) }
    // Long sums are rounded, so the bound is taken a little lower.
    let safeBound =
      ascent.bound - Self.rounding * abs(ascent.bound) - network.roundingError
    bound = max(bound, min(safeBound, cost))
    if bound.isFinite {
      // Costs are whole numbers. Where nothing is feasible, bounds have no end.
      selection.bound = Int64(min(bound.rounded(.up), 0x1p62))
    }
    if cost - bound < 1 {
      selection.bound = selection.cost
    } else if cost.isFinite, cost - bound < Self.pruningProgress * distanceAtPruning {
      prune()
    }
  }

  private mutating func adopt(_ choices: [Int32], cost: Double) {
    guard cost < self.cost else { return }
    self.cost = cost
    selection.cost = Int64(cost)
    let indices = Dictionary(uniqueKeysWithValues: zip(network.nodes, choices))
    selection.choices = reduced.expanded { Int(indices[$0] ?? 0) }
  }

  // MARK: Pruning

  /// Strategies are dropped again when cost and bound are this much closer, and if at most this
  /// part of them would remain.
  private static let pruningProgress = 0.8
  private static let worthwhileRest = 0.9

  /// Drops the strategies that nothing cheaper than the best can have, and reduces what is left.
  private mutating func prune() {
    distanceAtPruning = cost - bound
    let plausible = ascent.plausibleStrategies(below: cost)
    let count = plausible.reduce(0) { $0 + $1.count }
    if Double(count) > Self.worthwhileRest * Double(network.costs.count) { return }
    var kept: [Int: Set<Int>] = [:]
    for (variable, strategies) in plausible.enumerated()
    where strategies.count < network.width(variable) {
      kept[network.nodes[variable]] = Set(strategies)
    }
    let oldPrices = Dictionary(
      uniqueKeysWithValues: zip(reduced.pointOrigins, ascent.bestPrices.prices))
    let smaller = NetworkReduction.reduce(reduced, keeping: kept)
    if smaller.isContradictory {
      selection.bound = selection.cost
      return
    }
    reduced = smaller
    network = SearchNetwork(reduced)
    var prices = MemoryPrices(pointCount: network.pointCount)
    prices.update { point, _ in oldPrices[smaller.pointOrigins[point]] ?? 0 }
    ascent = DualAscent(network, prices: prices)
    neighbourhoods = NeighbourhoodSearch(network, seed: seed &+ UInt64(selection.iterations))
    proposal = nil
    finishIfDecided()
  }

  /// Ends the search if no variable has more than one strategy left.
  private mutating func finishIfDecided() {
    guard network.variableCount == 0 else { return }
    adopt([], cost: network.constant)
    selection.bound = selection.cost
  }
}
