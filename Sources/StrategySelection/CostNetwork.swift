/// A problem while it is being reduced: variables with costs and usage, edges with tables.
///
/// Variables carry the numbers of the nodes they began as. Forbidden costs are infinite.
struct CostNetwork {
  struct Variable {
    var costs: [Double]
    /// The node's strategy that each remaining one is.
    var origins: [Int32]
    var usage: UsageProfile
    /// Numbers of edges, some of which may be gone.
    var edges: [Int32] = []
    var isPresent = true

    var strategyCount: Int { costs.count }
  }

  struct Edge {
    var first: Int
    var second: Int
    /// A row per strategy of `first`, a column per strategy of `second`.
    var table: [Double]
    var isPresent = true

    func other(than variable: Int) -> Int { variable == first ? second : first }
  }

  var variables: [Variable]
  var edges: [Edge] = []
  /// What remains of the limit at each point of time.
  var capacity: [Double]
  /// How the nodes that are gone follow from those that remain, in the order of their removal.
  var removals: [Removal] = []
  /// How many strategies each node has in the problem.
  let strategyCounts: [Int]
  /// Cost that every choice has.
  var constant = 0.0
  /// No choice avoids what is forbidden and keeps the limit.
  var isContradictory = false

  /// Which of the points at first each remaining one was.
  var pointOrigins: [Int]
  /// Changes of the capacity at the points where they begin, not yet in `capacity`.
  var capacityChanges: [Double]

  init(_ problem: SelectionProblem) {
    func cost(_ value: Int64) -> Double {
      value >= SelectionProblem.forbidden ? .infinity : Double(value)
    }
    let axis = TimeAxis(problem.intervals)
    strategyCounts = (0..<problem.nodeCount).map(problem.strategyCount)
    pointOrigins = Array(0..<axis.pointCount)
    variables = (0..<problem.nodeCount).map { node in
      let strategies = problem.strategies(of: node)
      return Variable(
        costs: problem.costs[strategies].map(cost),
        origins: (0..<Int32(strategies.count)).map(\.self),
        usage: UsageProfile(
          points: axis.points[node], amounts: problem.usages[strategies].map(Double.init)))
    }
    capacity = Array(repeating: Double(problem.usageLimit), count: axis.pointCount)
    capacityChanges = Array(repeating: 0, count: axis.pointCount + 1)
    edges.reserveCapacity(problem.edges.count)
    for (number, edge) in problem.edges.enumerated() {
      let table = problem.edgeCosts[problem.tableOffsets[number]..<problem.tableOffsets[number + 1]]
      _ = addEdge(edge.first, edge.second, table.map(cost))
    }
  }

  /// The strategies of all nodes of the problem, from those of the variables that remain.
  ///
  /// - Parameter choice: the strategy of a variable, by index among those that remain.
  func expanded(_ choice: (_ variable: Int) -> Int) -> [Int] {
    var strategies = [Int](repeating: 0, count: variables.count)
    for variable in variables.indices where variables[variable].isPresent {
      strategies[variable] = Int(variables[variable].origins[choice(variable)])
    }
    for removal in removals.reversed() {
      strategies[removal.node] = removal.choice(given: strategies)
    }
    return strategies
  }

  /// Forgets edges that are gone.
  mutating func compactEdges(of variable: Int) {
    variables[variable].edges.removeAll { !edges[Int($0)].isPresent }
  }

  /// The table of an edge with rows for `variable`.
  func table(of edge: Int, rowsFor variable: Int) -> [Double] {
    let (first, table) = (edges[edge].first, edges[edge].table)
    if first == variable { return table }
    let rows = variables[edges[edge].second].strategyCount
    return transposed(table, rows: table.count / rows, columns: rows)
  }

  /// Adds an edge with rows for `first`, to the one between the two variables if there is one.
  ///
  /// - Returns: the edge's number.
  mutating func addEdge(_ first: Int, _ second: Int, _ table: [Double]) -> Int {
    let (scanned, sought) =
      variables[first].edges.count < variables[second].edges.count
      ? (first, second) : (second, first)
    for number in variables[scanned].edges.map(Int.init)
    where edges[number].isPresent && edges[number].other(than: scanned) == sought {
      let addend =
        edges[number].first == first
        ? table
        : transposed(
          table, rows: variables[first].strategyCount, columns: variables[second].strategyCount)
      for index in addend.indices { edges[number].table[index] += addend[index] }
      return number
    }
    edges.append(Edge(first: first, second: second, table: table))
    variables[first].edges.append(Int32(edges.count - 1))
    variables[second].edges.append(Int32(edges.count - 1))
    return edges.count - 1
  }

  /// Keeps some strategies of a variable, by index, and drops the others.
  mutating func restrict(_ variable: Int, to kept: [Int]) {
    let before = variables[variable].strategyCount
    variables[variable].costs = kept.map { variables[variable].costs[$0] }
    variables[variable].origins = kept.map { variables[variable].origins[$0] }
    variables[variable].usage = variables[variable].usage.selecting(kept)
    compactEdges(of: variable)
    for edge in variables[variable].edges.map(Int.init) {
      let table = edges[edge].table
      if edges[edge].first == variable {
        let columns = table.count / before
        edges[edge].table = kept.flatMap { table[($0 * columns)..<(($0 + 1) * columns)] }
      } else {
        let rows = table.count / before
        var result: [Double] = []
        result.reserveCapacity(rows * kept.count)
        for row in 0..<rows { for column in kept { result.append(table[row * before + column]) } }
        edges[edge].table = result
      }
    }
    if kept.isEmpty { isContradictory = true }
  }

  mutating func tidyUsage(of variable: Int) {
    variables[variable].usage.tidy { points, amount in
      capacityChanges[Int(points.lowerBound)] -= amount
      capacityChanges[Int(points.upperBound)] += amount
    }
  }

  /// Puts what `tidyUsage` took away into `capacity`.
  mutating func settleCapacity() {
    var change = 0.0
    for point in capacity.indices {
      change += capacityChanges[point]
      capacity[point] += change
    }
    capacityChanges = Array(repeating: 0, count: capacity.count + 1)
  }
}

func transposed(_ table: [Double], rows: Int, columns: Int) -> [Double] {
  [Double](unsafeUninitializedCapacity: table.count) { result, count in
    for row in 0..<rows {
      for column in 0..<columns { result[column * rows + row] = table[row * columns + column] }
    }
    count = table.count
  }
}
