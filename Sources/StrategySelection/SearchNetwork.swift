/// A reduced network laid out for the search: numbers in a row, neighbours in lists.
///
/// Shapes: `V` variables, `k(v)` strategies of a variable, `P` points of time. For each neighbour
/// `u` of `v`, `v` has a table of `k(u)` rows and `k(v)` columns, so that what `u`'s strategy means
/// for `v` is a row. Tables that are equal are stored once.
struct SearchNetwork: Sendable {
  let variableCount: Int
  let pointCount: Int
  /// The node of the problem that each variable stands for.
  let nodes: [Int]
  let widths: FixedBuffer<Int32>
  /// Variable `v` owns the costs `costStarts[v]..<costStarts[v + 1]`.
  let costStarts: FixedBuffer<Int32>
  let costs: FixedBuffer<Double>
  /// Variable `v` has the links `linkStarts[v]..<linkStarts[v + 1]`.
  let linkStarts: FixedBuffer<Int32>
  let neighbours: FixedBuffer<Int32>
  let tableStarts: FixedBuffer<Int32>
  let tables: FixedBuffer<Double>
  /// Variable `v` has the usage segments `segmentStarts[v]..<segmentStarts[v + 1]`.
  let segmentStarts: FixedBuffer<Int32>
  let firstPoints: FixedBuffer<Int32>
  let endPoints: FixedBuffer<Int32>
  /// Where a segment's amounts begin, one per strategy.
  let amountStarts: FixedBuffer<Int32>
  let amounts: FixedBuffer<Double>
  let capacity: FixedBuffer<Double>
  let constant: Double
  /// How far sums may be from exact because forbidden costs take part in them.
  let roundingError: Double
  /// How many numbers the tables have, each counted from both of its sides.
  let tableWork: Int

  /// Stands for a forbidden cost among finite ones: more than allowed costs should add up to,
  /// little enough for whole numbers beside a few of it to stay exact.
  static let forbiddenCost = 0x1p50

  init(_ network: CostNetwork) {
    func finite(_ cost: Double) -> Double { min(cost, Self.forbiddenCost) }
    let present = network.variables.indices.filter { network.variables[$0].isPresent }
    var indices = [Int](repeating: -1, count: network.variables.count)
    for (index, node) in present.enumerated() { indices[node] = index }

    var tables: [Double] = []
    var known: [[Double]: Int32] = [:]
    func store(_ table: [Double]) -> Int32 {
      if let start = known[table] { return start }
      let start = Int32(tables.count)
      known[table] = start
      tables += table.map(finite)
      return start
    }

    var costStarts: [Int32] = [0]
    var linkStarts: [Int32] = [0]
    var segmentStarts: [Int32] = [0]
    var costs: [Double] = []
    var neighbours: [Int32] = []
    var tableStarts: [Int32] = []
    var (firstPoints, endPoints): ([Int32], [Int32]) = ([], [])
    var amountStarts: [Int32] = []
    var amounts: [Double] = []
    for node in present {
      let variable = network.variables[node]
      costs += variable.costs.map(finite)
      costStarts.append(Int32(costs.count))
      for edge in variable.edges.map(Int.init) where network.edges[edge].isPresent {
        let other = network.edges[edge].other(than: node)
        neighbours.append(Int32(indices[other]))
        tableStarts.append(store(network.table(of: edge, rowsFor: other)))
      }
      linkStarts.append(Int32(neighbours.count))
      for segment in variable.usage.segments {
        firstPoints.append(segment.points.lowerBound)
        endPoints.append(segment.points.upperBound)
        amountStarts.append(Int32(amounts.count))
        amounts += segment.amounts
      }
      segmentStarts.append(Int32(firstPoints.count))
    }
    variableCount = present.count
    pointCount = network.capacity.count
    nodes = present
    widths = FixedBuffer(present.map { Int32(network.variables[$0].strategyCount) }, or: 0)
    self.costStarts = FixedBuffer(costStarts, or: 0)
    self.costs = FixedBuffer(costs, or: 0)
    self.linkStarts = FixedBuffer(linkStarts, or: 0)
    self.neighbours = FixedBuffer(neighbours, or: 0)
    self.tableStarts = FixedBuffer(tableStarts, or: 0)
    self.tables = FixedBuffer(tables, or: 0)
    self.segmentStarts = FixedBuffer(segmentStarts, or: 0)
    self.firstPoints = FixedBuffer(firstPoints, or: 0)
    self.endPoints = FixedBuffer(endPoints, or: 0)
    self.amountStarts = FixedBuffer(amountStarts, or: 0)
    self.amounts = FixedBuffer(amounts, or: 0)
    capacity = FixedBuffer(network.capacity, or: 0)
    constant = network.constant
    let isForbidden: (Double) -> Bool = { $0 >= Self.forbiddenCost }
    let hasForbidden = costs.contains(where: isForbidden) || tables.contains(where: isForbidden)
    roundingError = hasForbidden ? Self.forbiddenCost * 0x1p-40 : 0
    tableWork = 2 * network.edges.reduce(0) { $0 + ($1.isPresent ? $1.table.count : 0) }
  }

  @inline(__always) func width(_ variable: Int) -> Int { Int(widths[variable]) }
  @inline(__always) func costStart(_ variable: Int) -> Int { Int(costStarts[variable]) }
  @inline(__always) func links(_ variable: Int) -> Range<Int> {
    Int(linkStarts[variable])..<Int(linkStarts[variable + 1])
  }
  @inline(__always) func segments(_ variable: Int) -> Range<Int> {
    Int(segmentStarts[variable])..<Int(segmentStarts[variable + 1])
  }
}
