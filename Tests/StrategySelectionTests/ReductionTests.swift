import Testing

@testable import StrategySelection

@Suite("Reductions of the network")
struct ReductionTests {
  /// The least cost of what a network still leaves open, judged in the problem itself.
  private func leastCost(of network: CostNetwork, in problem: SelectionProblem) -> Int64? {
    if network.isContradictory { return nil }
    let checker = SelectionChecker(problem)
    let search = SearchNetwork(network)
    let costs = search.allChoices.compactMap { choices -> Int64? in
      let index = Dictionary(uniqueKeysWithValues: zip(search.nodes, choices))
      let expanded = network.expanded { Int(index[$0] ?? 0) }
      guard let verdict = checker.verdict(on: expanded), verdict.isFeasible else { return nil }
      // The network's own account must agree.
      let assignment = Assignment(choices, in: search)
      #expect(assignment.isFeasible)
      #expect(assignment.cost == Double(verdict.cost))
      return Int64(verdict.cost)
    }
    return costs.min()
  }

  @Test("the least cost stays the same", arguments: RandomProblem.some)
  func exact(random: RandomProblem) {
    let reduced = NetworkReduction.reduce(random.problem)
    #expect(leastCost(of: reduced, in: random.problem) == random.leastCost)
  }

  @Test("strategies that bounds rule out are in no choice as good", arguments: RandomProblem.some)
  func pruning(random: RandomProblem) {
    guard let least = random.leastCost else { return }
    let reduced = NetworkReduction.reduce(random.problem)
    let network = SearchNetwork(reduced)
    var ascent = DualAscent(network, prices: MemoryPrices(pointCount: network.pointCount))
    for limit in [Double(least), Double(least) + 7] {
      for _ in 0..<20 {
        ascent.step(towards: limit)
        #expect(ascent.bound <= Double(least) + 1e-6)
      }
      let plausible = ascent.plausibleStrategies(below: limit)
      for choices in network.allChoices {
        let assignment = Assignment(choices, in: network)
        guard assignment.isFeasible, assignment.cost <= limit else { continue }
        for (variable, choice) in choices.enumerated() {
          #expect(plausible[variable].contains(Int(choice)))
        }
      }
    }
  }

  @Test("points of time stand for all times", arguments: RandomProblem.some)
  func timeAxis(random: RandomProblem) throws {
    let problem = random.problem
    let axis = TimeAxis(problem.intervals)
    for choices in random.allChoices.prefix(50) {
      var usage = [Int64](repeating: 0, count: axis.pointCount)
      for (node, choice) in choices.enumerated() {
        for point in axis.points[node] {
          usage[Int(point)] += problem.usages[problem.strategyOffsets[node] + choice]
        }
      }
      let verdict = try #require(SelectionChecker(problem).verdict(on: choices))
      #expect(usage.max() ?? 0 == verdict.peakUsage)
    }
  }

  @Test("a chain of operators that must agree becomes one decision")
  func merging() {
    let count = 50
    var problem = SelectionProblem(
      name: "chain", intervals: (0..<Int64(count)).map { $0..<$0 + 2 },
      strategyOffsets: (0...count).map { 2 * $0 }, costs: (0..<2 * count).map { Int64($0 % 7) },
      usages: (0..<2 * count).map { Int64($0 % 2) }, edges: [], tableOffsets: [0], edgeCosts: [],
      usageLimit: 1)
    for node in 1..<count {
      problem.edges.append(.init(first: node - 1, second: node))
      problem.edgeCosts += [0, SelectionProblem.forbidden, SelectionProblem.forbidden, 0]
      problem.tableOffsets.append(4 * node)
    }
    let reduced = NetworkReduction.reduce(problem)
    #expect(reduced.variables.count(where: \.isPresent) <= 1)
    // The second strategy of two neighbours exceeds the limit.
    #expect(StrategySelector().solve(problem).choices == Array(repeating: 0, count: count))
  }
}

@Suite("Forest moves")
struct ForestMoveTests {
  @Test("the forest gets the best choices that it can have", arguments: UInt64(1)...20)
  func exact(seed: UInt64) {
    let random = RandomProblem(seed: seed, tightness: 0.5, forbids: seed % 2 == 0)
    let network = SearchNetwork(CostNetwork(random.problem))
    var move = ForestMove(network)
    var source = RandomSource(seed: random.seed)
    var prices = MemoryPrices(pointCount: network.pointCount)
    prices.update { point, _ in Double(point % 3) }
    func pricedCost(_ assignment: Assignment) -> Double {
      zip(assignment.usage, prices.prices).reduce(assignment.cost) { $0 + $1.0 * $1.1 }
    }
    for round in 0..<4 {
      let start = Assignment(
        (0..<network.variableCount).map { Int32(source.below(network.width($0))) }, in: network)
      if round < 2 {
        move.growEverywhere(&source)
      } else {
        move.grow(from: source.below(network.variableCount), size: 3, &source)
      }
      move.solve(start.choices, prices.sums)
      var moved = start
      for variable in move.order {
        moved.set(Int(variable), to: Int(move.choices[Int(variable)]), in: network)
      }
      let isInForest = Set(move.order)
      let best = network.allChoices.filter { choices in
        choices.indices.allSatisfy {
          isInForest.contains(Int32($0)) || choices[$0] == start.choices[$0]
        }
      }.map { pricedCost(Assignment($0, in: network)) }.min()
      // What is updated step by step is what is computed afresh.
      if moved.hasLostDigits { moved = Assignment(moved.choices, in: network) }
      #expect(pricedCost(moved) == best)
      let fresh = Assignment(moved.choices, in: network)
      #expect(moved.usage == fresh.usage)
      #expect(moved.cost == fresh.cost)
      #expect(moved.crowdedPoints == fresh.crowdedPoints)
    }
  }
}
