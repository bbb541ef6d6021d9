@testable import StrategySelection

/// A small problem made up from a seed, with its best choices by trying all.
struct RandomProblem: CustomStringConvertible {
  let seed: UInt64
  let problem: SelectionProblem

  var description: String { "problem \(seed)" }

  /// - Parameters:
  ///   - tightness: how far the limit is from what always fits (0) to the least (1).
  ///   - forbids: whether some strategies and pairs are forbidden, which makes problems smaller.
  init(
    seed: UInt64, nodes: Int = 5, strategies: Int = 4, tightness: Double, forbids: Bool = true
  ) {
    self.seed = seed
    var random = RandomSource(seed: seed)
    var problem = SelectionProblem(
      name: "random", intervals: [], strategyOffsets: [0], costs: [], usages: [], edges: [],
      tableOffsets: [0], edgeCosts: [], usageLimit: 0)
    var (most, least) = (0, 0)
    for _ in 0..<nodes {
      let count = 1 + random.below(strategies)
      let start = Int64(random.below(8))
      problem.intervals.append(start..<start + Int64(random.below(5)))
      let usages = (0..<count).map { _ in random.below(10) }
      problem.usages += usages.map(Int64.init)
      most += usages.max() ?? 0
      least += usages.min() ?? 0
      for _ in 0..<count {
        problem.costs.append(
          forbids && random.below(12) == 0 ? SelectionProblem.forbidden : Int64(random.below(50)))
      }
      problem.strategyOffsets.append(problem.costs.count)
    }
    problem.usageLimit = Int64(Double(most) - tightness * Double(most - least / 2))
    for _ in 0..<(nodes + random.below(nodes)) {
      let first = random.below(nodes)
      let second = (first + 1 + random.below(nodes - 1)) % nodes
      let (rows, columns) = (problem.strategyCount(of: first), problem.strategyCount(of: second))
      // A third of the edges are permutations, as between operators that must be split alike.
      let isStrict = forbids && random.below(3) == 0
      for row in 0..<rows {
        for column in 0..<columns {
          let isForbidden =
            isStrict ? row % columns != column % rows : forbids && random.below(10) == 0
          problem.edgeCosts.append(
            isForbidden ? SelectionProblem.forbidden : Int64(random.below(40)))
        }
      }
      problem.edges.append(.init(first: first, second: second))
      problem.tableOffsets.append(problem.edgeCosts.count)
    }
    self.problem = problem
  }

  /// Every choice there is.
  var allChoices: [[Int]] {
    (0..<problem.nodeCount).reduce([[]]) { choices, node in
      choices.flatMap { choice in
        (0..<problem.strategyCount(of: node)).map { choice + [$0] }
      }
    }
  }

  /// The least cost within the limit, by trying all; `nil` if nothing is feasible, or if nobody
  /// tried.
  private(set) var leastCost: Int64?

  /// The problem with its least cost.
  private var solved: RandomProblem {
    let checker = SelectionChecker(problem)
    var result = self
    result.leastCost =
      allChoices.compactMap(checker.verdict).filter(\.isFeasible).map { Int64($0.cost) }.min()
    return result
  }

  /// Problems with what trying all found.
  static let some: [RandomProblem] = (1...36).map {
    RandomProblem(seed: $0, tightness: Double($0 % 5) / 5).solved
  }
}

extension SearchNetwork {
  /// Every choice of its variables.
  var allChoices: [[Int32]] {
    (0..<variableCount).reduce([[]]) { choices, variable in
      choices.flatMap { choice in (0..<widths[variable]).map { choice + [$0] } }
    }
  }
}
