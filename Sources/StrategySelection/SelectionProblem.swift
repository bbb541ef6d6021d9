/// One strategy per node: the core of sharding a tensor program, as a pure problem.
///
/// Every node of a graph takes one of its strategies. A strategy has a cost, every edge has a cost
/// for each pair of strategies of its two nodes, and a node uses memory over a half-open interval
/// of time, how much depends on its strategy. At no time may the sum of usages exceed the limit;
/// the total cost is to be least.
///
/// Source of the problem and of its file format: M. D. Moffitt and P. Fegade, *The ASPLOS 2025 /
/// EuroSys 2025 Contest on Intra-Operator Parallelism for Distributed Deep Learning*, ASPLOS 2025.
/// Costs are in units of the instance's choosing, usages commonly in bytes.
public struct SelectionProblem: Sendable {
  /// Costs from here on forbid a strategy or a pair of strategies.
  public static let forbidden: Int64 = 1_000_000_000_000_000_000

  public struct Edge: Sendable {
    public var first: Int
    public var second: Int

    public init(first: Int, second: Int) {
      self.first = first
      self.second = second
    }
  }

  public var name: String
  /// When each node uses memory: from the lower bound on, until just before the upper bound.
  public var intervals: [Range<Int64>]
  /// Node `i` owns the entries `strategies[i]` of `costs` and of `usages`.
  public var strategyOffsets: [Int]
  public var costs: [Int64]
  public var usages: [Int64]
  public var edges: [Edge]
  /// Edge `e` owns `edgeCosts[tableOffsets[e]..<tableOffsets[e + 1]]`: a row per strategy of its
  /// first node, a column per strategy of its second.
  public var tableOffsets: [Int]
  public var edgeCosts: [Int64]
  public var usageLimit: Int64

  /// A problem from its parts, which have to fit together as their descriptions say.
  public init(
    name: String, intervals: [Range<Int64>], strategyOffsets: [Int], costs: [Int64],
    usages: [Int64], edges: [Edge], tableOffsets: [Int], edgeCosts: [Int64], usageLimit: Int64
  ) {
    self.name = name
    self.intervals = intervals
    self.strategyOffsets = strategyOffsets
    self.costs = costs
    self.usages = usages
    self.edges = edges
    self.tableOffsets = tableOffsets
    self.edgeCosts = edgeCosts
    self.usageLimit = usageLimit
  }

  public var nodeCount: Int { intervals.count }

  /// Where in `costs` and `usages` the strategies of a node are.
  public func strategies(of node: Int) -> Range<Int> {
    strategyOffsets[node]..<strategyOffsets[node + 1]
  }

  public func strategyCount(of node: Int) -> Int {
    strategyOffsets[node + 1] - strategyOffsets[node]
  }
}

/// Something wrong with an instance, and where in its text.
public struct SelectionInputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Both count from 1; columns count bytes.
  public var line: Int
  public var column: Int
  public var message: String

  public var description: String { "\(line):\(column): \(message)" }
}
