/// Makes a network smaller without losing its best choices.
///
/// In turns, until nothing changes: strategies without a partner on some edge go; a node that
/// another one decides is merged into it; edges that are sums of two node costs go; strategies that
/// another one is never worse than go; so do strategies that alone exceed the limit; nodes with at
/// most two neighbours are eliminated if their usage does not depend on their strategy.
struct NetworkReduction {
  private(set) var network: CostNetwork
  /// How many strategies each node of the problem has.
  private let widths: [Int]

  private var edgeQueue = Worklist()
  private var variableQueue = Worklist()

  /// The reduced network of a problem, or one that `isContradictory`.
  static func reduce(_ problem: SelectionProblem) -> CostNetwork {
    var reduction = NetworkReduction(CostNetwork(problem))
    for edge in reduction.network.edges.indices { reduction.edgeQueue.insert(edge) }
    for variable in reduction.network.variables.indices { reduction.variableQueue.insert(variable) }
    reduction.run()
    return reduction.network
  }

  /// The network without some strategies, reduced further.
  ///
  /// - Parameter kept: for each variable that loses strategies, those that remain, by index.
  static func reduce(_ network: CostNetwork, keeping kept: [Int: Set<Int>]) -> CostNetwork {
    var reduction = NetworkReduction(network)
    for (variable, strategies) in kept.sorted(by: { $0.key < $1.key }) {
      reduction.restrict(variable) { strategies.contains($0) }
    }
    reduction.run()
    return reduction.network
  }

  private init(_ network: CostNetwork) {
    self.network = network
    widths = network.strategyCounts
  }

  private mutating func run() {
    repeat {
      runToEnd()
      if network.isContradictory { return }
      for variable in network.dropUncriticalPoints() { variableQueue.insert(variable) }
      dropStrategiesBeyondCapacity()
    } while !network.isContradictory && !variableQueue.isEmpty
    if network.capacity.contains(where: { $0 < 0 }) { network.isContradictory = true }
  }

  private mutating func dropStrategiesBeyondCapacity() {
    let least = network.capacity.min() ?? 0
    for variable in network.variables.indices where network.variables[variable].isPresent {
      let kept = network.strategiesWithinCapacity(of: variable, leastCapacity: least)
      if kept.count < network.variables[variable].strategyCount {
        restrict(variable) { kept.contains($0) }
        if network.isContradictory { return }
      }
    }
  }

  private mutating func runToEnd() {
    while !network.isContradictory {
      if let edge = edgeQueue.next() {
        if network.edges[edge].isPresent { simplify(edge: edge) }
      } else if let variable = variableQueue.next() {
        if network.variables[variable].isPresent { simplify(variable: variable) }
      } else {
        return
      }
    }
  }

  // MARK: Edges

  private mutating func simplify(edge: Int) {
    let (first, second) = (network.edges[edge].first, network.edges[edge].second)
    let support = Support(
      network.edges[edge].table, columns: network.variables[second].strategyCount)
    if support.rows.contains(0) || support.columns.contains(0) {
      // Both sides at once would mix up the indices; the other side's turn comes next time.
      if support.rows.contains(0) {
        restrict(first) { support.rows[$0] > 0 }
      } else {
        restrict(second) { support.columns[$0] > 0 }
      }
      return
    }
    if network.variables[first].strategyCount == 1 { return fix(first) }
    if network.variables[second].strategyCount == 1 { return fix(second) }
    let isFunction = support.rows.allSatisfy { $0 == 1 }
    let isInverse = support.columns.allSatisfy { $0 == 1 }
    if isFunction || isInverse {
      let firstHasLess =
        network.variables[first].edges.count < network.variables[second].edges.count
      if isFunction, !(isInverse && firstHasLess) {
        merge(second, into: first, along: edge, support.partnerOfRow)
      } else {
        merge(first, into: second, along: edge, support.partnerOfColumn)
      }
    } else {
      separate(edge)
    }
  }

  /// How many finite entries each row and column of a table has, and where the last one is.
  private struct Support {
    var rows: [Int]
    var columns: [Int]
    var partnerOfRow: [Int]
    var partnerOfColumn: [Int]

    init(_ table: [Double], columns width: Int) {
      rows = Array(repeating: 0, count: table.count / width)
      partnerOfRow = rows
      columns = Array(repeating: 0, count: width)
      partnerOfColumn = columns
      for row in rows.indices {
        for column in 0..<width where table[row * width + column].isFinite {
          rows[row] += 1
          columns[column] += 1
          partnerOfRow[row] = column
          partnerOfColumn[column] = row
        }
      }
    }
  }

  /// Merges a node into the one that decides it.
  ///
  /// - Parameter choice: the node's strategy for each strategy of the decider.
  private mutating func merge(
    _ variable: Int, into decider: Int, along edge: Int, _ choice: [Int]
  ) {
    let table = network.table(of: edge, rowsFor: decider)
    let width = network.variables[variable].strategyCount
    for strategy in choice.indices {
      network.variables[decider].costs[strategy] +=
        network.variables[variable].costs[choice[strategy]]
        + table[strategy * width + choice[strategy]]
    }
    network.variables[decider].usage.add(network.variables[variable].usage.selecting(choice))
    remove(variable, deciders: [decider]) { choice[$0[0]] }
    network.edges[edge].isPresent = false
    for moved in network.variables[variable].edges.map(Int.init)
    where network.edges[moved].isPresent {
      let other = network.edges[moved].other(than: variable)
      let columns = network.variables[other].strategyCount
      let rows = network.table(of: moved, rowsFor: variable)
      network.edges[moved].isPresent = false
      let table = choice.flatMap { rows[($0 * columns)..<(($0 + 1) * columns)] }
      edgeQueue.insert(network.addEdge(decider, other, table))
      variableQueue.insert(other)
    }
    variableQueue.insert(decider)
  }

  /// Removes an edge whose table is a sum of a cost per row and a cost per column.
  private mutating func separate(_ edge: Int) {
    let (first, second) = (network.edges[edge].first, network.edges[edge].second)
    let columns = network.variables[second].strategyCount
    let table = network.edges[edge].table
    for row in 0..<(table.count / columns) {
      for column in 0..<columns
      where table[row * columns + column] != table[row * columns] + table[column] - table[0] {
        return
      }
    }
    if table.contains(.infinity) { return }
    for row in network.variables[first].costs.indices {
      network.variables[first].costs[row] += table[row * columns]
    }
    for column in 0..<columns {
      network.variables[second].costs[column] += table[column] - table[0]
    }
    network.edges[edge].isPresent = false
    variableQueue.insert(first)
    variableQueue.insert(second)
  }

  // MARK: Variables

  private mutating func simplify(variable: Int) {
    let costs = network.variables[variable].costs
    if costs.contains(.infinity) {
      restrict(variable) { costs[$0].isFinite }
      if network.isContradictory { return }
    }
    if network.variables[variable].strategyCount == 1 { return fix(variable) }
    network.compactEdges(of: variable)
    network.tidyUsage(of: variable)
    if network.variables[variable].usage.segments.isEmpty,
      network.variables[variable].edges.count <= 2
    {
      if eliminate(variable) { return }
    }
    let kept = network.undominatedStrategies(of: variable)
    if kept.count < network.variables[variable].strategyCount {
      restrict(variable) { kept.contains($0) }
      if kept.count == 1 { fix(variable) } else { variableQueue.insert(variable) }
    }
  }

  private mutating func restrict(_ variable: Int, to isKept: (Int) -> Bool) {
    network.restrict(
      variable, to: (0..<network.variables[variable].strategyCount).filter(isKept))
    for edge in network.variables[variable].edges.map(Int.init) {
      edgeQueue.insert(edge)
      variableQueue.insert(network.edges[edge].other(than: variable))
    }
    variableQueue.insert(variable)
  }

  /// Takes a variable with one strategy out.
  private mutating func fix(_ variable: Int) {
    network.tidyUsage(of: variable)
    network.constant += network.variables[variable].costs[0]
    for edge in network.variables[variable].edges.map(Int.init)
    where network.edges[edge].isPresent {
      let other = network.edges[edge].other(than: variable)
      let row = network.edges[edge].table
      for strategy in row.indices { network.variables[other].costs[strategy] += row[strategy] }
      network.edges[edge].isPresent = false
      variableQueue.insert(other)
    }
    remove(variable, deciders: []) { _ in 0 }
  }

  /// The most entries that the table between two neighbours of an eliminated node may have.
  private static let largestNewTable = 65_536

  /// Takes a variable out whose best strategy depends on at most two others, and on no memory.
  ///
  /// - Returns: whether it did.
  private mutating func eliminate(_ variable: Int) -> Bool {
    let costs = network.variables[variable].costs
    let edges = network.variables[variable].edges.map(Int.init)
    let others = edges.map { network.edges[$0].other(than: variable) }
    let counts = others.map { network.variables[$0].strategyCount }
    if counts.reduce(1, *) > Self.largestNewTable { return false }
    let tables = zip(edges, others).map { network.table(of: $0, rowsFor: $1) }
    var best: [Int] = []
    var least: [Double] = []
    for pair in 0..<counts.reduce(1, *) {
      let rows = counts.count == 2 ? [pair / counts[1], pair % counts[1]] : [pair]
      var (strategy, cost) = (0, Double.infinity)
      for candidate in costs.indices {
        var sum = costs[candidate]
        for (table, row) in zip(tables, rows) { sum += table[row * costs.count + candidate] }
        if sum < cost { (strategy, cost) = (candidate, sum) }
      }
      best.append(strategy)
      least.append(cost)
    }
    for edge in edges { network.edges[edge].isPresent = false }
    remove(variable, deciders: others) {
      $0.count == 2 ? best[$0[0] * counts[1] + $0[1]] : best[$0.first ?? 0]
    }
    switch others.count {
    case 0: network.constant += least[0]
    case 1:
      for strategy in least.indices {
        network.variables[others[0]].costs[strategy] += least[strategy]
      }
    default: edgeQueue.insert(network.addEdge(others[0], others[1], least))
    }
    for other in others { variableQueue.insert(other) }
    return true
  }

  /// Notes that a node follows from others.
  ///
  /// - Parameter choice: the node's remaining strategy for remaining strategies of the deciders.
  private mutating func remove(_ node: Int, deciders: [Int], _ choice: ([Int]) -> Int) {
    let origins = network.variables[node].origins
    var removal = Removal(node: node, deciders: deciders, choices: [])
    switch deciders.count {
    case 0: removal.choices = [origins[choice([])]]
    case 1:
      removal.choices = Array(repeating: 0, count: widths[deciders[0]])
      for (strategy, origin) in network.variables[deciders[0]].origins.enumerated() {
        removal.choices[Int(origin)] = origins[choice([strategy])]
      }
    default:
      removal.width = widths[deciders[1]]
      removal.choices = Array(repeating: 0, count: widths[deciders[0]] * removal.width)
      for (row, rowOrigin) in network.variables[deciders[0]].origins.enumerated() {
        for (column, origin) in network.variables[deciders[1]].origins.enumerated() {
          removal.choices[Int(rowOrigin) * removal.width + Int(origin)] =
            origins[choice([row, column])]
        }
      }
    }
    network.removals.append(removal)
    network.variables[node].isPresent = false
  }
}

/// A queue of numbers, each in it at most once.
private struct Worklist {
  private var numbers: [Int] = []
  private var head = 0
  private var isWaiting: [Bool] = []

  var isEmpty: Bool { head == numbers.count }

  mutating func insert(_ number: Int) {
    while isWaiting.count <= number { isWaiting.append(false) }
    if isWaiting[number] { return }
    isWaiting[number] = true
    numbers.append(number)
  }

  mutating func next() -> Int? {
    if isEmpty {
      numbers.removeAll(keepingCapacity: true)
      head = 0
      return nil
    }
    let number = numbers[head]
    head += 1
    isWaiting[number] = false
    return number
  }
}
