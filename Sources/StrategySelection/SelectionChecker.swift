/// Checks a choice of strategies against the problem as it was given, with nothing of the solver.
public struct SelectionChecker: Sendable {
  /// What a choice of strategies amounts to.
  public struct Verdict: Hashable, Sendable {
    /// The total cost; exact even where forbidden choices add up beyond 2⁶³.
    public var cost: Int128
    /// Nodes and edges whose cost is forbidden.
    public var forbiddenCount: Int
    /// The largest sum of usages at any time.
    public var peakUsage: Int64
    public var usageLimit: Int64

    public var isFeasible: Bool { forbiddenCount == 0 && peakUsage <= usageLimit }
  }

  private let problem: SelectionProblem

  public init(_ problem: SelectionProblem) { self.problem = problem }

  /// - Returns: `nil` if `choices` is not one strategy per node.
  /// - Complexity: O(n log n + m) for n nodes and m edges.
  public func verdict(on choices: [Int]) -> Verdict? {
    guard choices.count == problem.nodeCount else { return nil }
    for (node, choice) in choices.enumerated()
    where !(0..<problem.strategyCount(of: node)).contains(choice) { return nil }

    var verdict = Verdict(
      cost: 0, forbiddenCount: 0, peakUsage: 0, usageLimit: problem.usageLimit)
    func charge(_ cost: Int64) {
      verdict.cost += Int128(cost)
      if cost >= SelectionProblem.forbidden { verdict.forbiddenCount += 1 }
    }
    for (node, choice) in choices.enumerated() {
      charge(problem.costs[problem.strategyOffsets[node] + choice])
    }
    for (number, edge) in problem.edges.enumerated() {
      let columns = problem.strategyCount(of: edge.second)
      let entry = choices[edge.first] * columns + choices[edge.second]
      charge(problem.edgeCosts[problem.tableOffsets[number] + entry])
    }
    verdict.peakUsage = peakUsage(of: choices)
    return verdict
  }

  private func peakUsage(of choices: [Int]) -> Int64 {
    var changes: [(time: Int64, usage: Int64)] = []
    for (node, interval) in problem.intervals.enumerated() where !interval.isEmpty {
      let usage = problem.usages[problem.strategyOffsets[node] + choices[node]]
      changes.append((interval.lowerBound, usage))
      changes.append((interval.upperBound, -usage))
    }
    // At one time, what ends makes room before what starts: intervals are half-open.
    changes.sort { ($0.time, $0.usage) < ($1.time, $1.usage) }
    var usage: Int64 = 0
    var peak: Int64 = 0
    for change in changes {
      usage += change.usage
      peak = max(peak, usage)
    }
    return peak
  }
}
