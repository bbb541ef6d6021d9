import LinearPrograms

/// The assignment of few nodes to stages as a program in whole numbers.
///
/// A binary `z[n, s]` says that node `n` lies on stage `s` or earlier, so precedence is `z` of a
/// consumer at most that of its producer, stage by stage, and work on a stage is a difference of
/// two. A tensor's `y[t, s]` says that it is sent to stage `s`. Windows fix many `z`: a node with more work
/// before it than the first `s` stages may hold lies behind them.
struct StageProgram {
  private var program = LinearProgram(.minimize)
  private let graph: WorkGraph
  private let stageCount: Int
  /// By node and stage but the last: the variable, or what it is fixed to.
  private var isUpTo: [[Term]] = []

  private enum Term {
    case fixed(Double)
    case column(LinearProgram.Column)
  }

  init(_ graph: WorkGraph, stages: Int, workLimit limit: Double, atMost bound: Double) {
    self.graph = graph
    stageCount = stages
    addStages(workLimit: limit)
    addPrecedence()
    addBalance(workLimit: limit)
    addBytes(atMost: bound)
  }

  /// - Returns: `nil` when the node limit came before any solution.
  func solve(nodeLimit: Int) -> (stages: [Int], isOptimal: Bool)? {
    var options = SolveOptions()
    options.nodeLimit = nodeLimit
    options.presolves = true
    guard let solution = try? program.solve(options), !solution.columnValues.isEmpty else {
      return nil
    }
    let stages = graph.nodes.indices.map { node in
      isUpTo[node].firstIndex { term in
        switch term {
        case .fixed(let value): value > 0.5
        case .column(let column): solution.value(of: column) > 0.5
        }
      } ?? stageCount - 1
    }
    return (stages, solution.status == .optimal)
  }

  private mutating func addStages(workLimit limit: Double) {
    let (before, behind) = graph.closures
    for node in graph.nodes.indices {
      let earliest = Self.stagesNeeded(before[node], limit) - 1
      let latest = stageCount - Self.stagesNeeded(behind[node], limit)
      var terms: [Term] = []
      for stage in 0..<(stageCount - 1) {
        if stage < earliest {
          terms.append(.fixed(0))
        } else if stage >= latest {
          terms.append(.fixed(1))
        } else {
          terms.append(.column(program.addColumn("", .between(0, 1), kind: .integer)))
        }
      }
      isUpTo.append(terms)
      for stage in 1..<max(1, stageCount - 1) {
        addRow([(terms[stage - 1], 1), (terms[stage], -1)], atMost: 0)
      }
    }
  }

  private static func stagesNeeded(_ work: Double, _ limit: Double) -> Int {
    limit > 0 ? max(1, Int((work / limit - 1e-9).rounded(.up))) : 1
  }

  private mutating func addPrecedence() {
    for (node, others) in graph.neighbours.behind.enumerated() {
      for other in others {
        for stage in 0..<(stageCount - 1) {
          addRow([(isUpTo[other][stage], 1), (isUpTo[node][stage], -1)], atMost: 0)
        }
      }
    }
  }

  /// Whether a node lies on a stage, as a sum of terms.
  private func isOn(_ stage: Int, _ node: Int, times factor: Double) -> [(Term, Double)] {
    var terms: [(Term, Double)] = []
    terms.append((stage < stageCount - 1 ? isUpTo[node][stage] : .fixed(1), factor))
    if stage > 0 { terms.append((isUpTo[node][stage - 1], -factor)) }
    return terms
  }

  private mutating func addBalance(workLimit limit: Double) {
    guard limit > 0 else { return }
    for stage in 0..<stageCount {
      let terms = graph.nodes.indices.flatMap { node in
        isOn(stage, node, times: graph.nodes[node].work / limit)
      }
      addRow(terms, atMost: 1 + 1e-9)
    }
  }

  private mutating func addBytes(atMost bound: Double) {
    let scale = max(bound, 1)
    var sum: [(LinearProgram.Column, Double)] = []
    for tensor in graph.tensors {
      for stage in 1..<max(1, stageCount) {
        let cost = tensor.bytes / scale
        let sent = program.addColumn("", cost: cost, .between(0, 1))
        sum.append((sent, cost))
        for consumer in tensor.consumers {
          // On the stage, and the producer before it.
          addRow(
            isOn(stage, consumer, times: 1) + isOn(stage, tensor.producer, times: -1)
              + [(.column(sent), -1)], atMost: 0)
        }
      }
    }
    if bound > 0 { program.addRow("", sum, .atMost(bound / scale * (1 + 1e-9))) }
  }

  /// A row over terms; fixed ones move to the right.
  private mutating func addRow(_ terms: [(Term, Double)], atMost bound: Double) {
    var bound = bound
    var sums: [LinearProgram.Column: Double] = [:]
    var order: [LinearProgram.Column] = []
    for (term, factor) in terms {
      switch term {
      case .fixed(let value): bound -= value * factor
      case .column(let column):
        if sums[column] == nil { order.append(column) }
        sums[column, default: 0] += factor
      }
    }
    let entries = order.compactMap { column in
      sums[column].flatMap { $0 == 0 ? nil : (column, $0) }
    }
    guard !entries.isEmpty else {
      if bound < -1e-9 { isInfeasible() }
      return
    }
    program.addRow("", entries, .atMost(bound))
  }

  /// A row that nothing satisfies.
  private mutating func isInfeasible() {
    let column = program.addColumn("", .between(0, 0))
    program.addRow("", [(column, 1)], .atLeast(1))
  }
}
