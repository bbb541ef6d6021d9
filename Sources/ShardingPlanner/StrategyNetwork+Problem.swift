import Sharding
import StrategySelection
import TensorPrograms

extension StrategyNetwork {
  /// The network as a problem whose costs are whole numbers, with a limit on memory over time.
  ///
  /// - Parameter memoryLimit: bytes of one device; `nil` when everything fits even undivided.
  func problem(memoryLimit: Int?, costs: inout StepCosts) -> SelectionProblem {
    var builder = ProblemBuilder(secondsAtMost: nodes.reduce(0) { $0 + ($1.costs.max() ?? 0) })
    let usage = memoryLimit.map { _ in MemoryUsage(self) }
    for (index, node) in nodes.enumerated() {
      builder.addNode(node.costs, usage?.runs[index].first)
    }
    for (index, node) in nodes.enumerated() {
      guard let runs = usage?.runs[index] else { continue }
      for run in runs.dropFirst() { builder.addTwin(of: index, node.costs.count, run) }
    }
    let ordered = edges.sorted { a, b in
      (a.key.source.node, a.key.target, a.key.source.result, a.key.operand ?? -1)
        < (b.key.source.node, b.key.target, b.key.source.result, b.key.operand ?? -1)
    }
    for (edge, weight) in ordered {
      let sources = nodes[edge.source.node].results.map { $0[edge.source.result] }
      let targets = needed(edge)
      if edge.source.node == edge.target {
        builder.addCosts(
          to: edge.target,
          zip(sources, targets).map { pair in
            guard let from = pair.0, let to = pair.1 else { return 0 }
            return weight * costs.seconds(from: from, to: to, edge.type, isJoined: edge.isFinal)
          })
        continue
      }
      var table: [Double] = []
      table.reserveCapacity(sources.count * targets.count)
      for from in sources {
        for to in targets {
          guard let from, let to else {
            table.append(0)
            continue
          }
          table.append(
            weight * costs.seconds(from: from, to: to, edge.type, isJoined: edge.isFinal))
        }
      }
      builder.addEdge(edge.source.node, edge.target, table)
    }
    return builder.problem(usageLimit: Int64(memoryLimit ?? 0))
  }
}

/// Collects nodes and edges of a problem and turns seconds into whole numbers.
private struct ProblemBuilder {
  private var costs: [[Double]] = []
  private var usages: [[Int64]] = []
  private var intervals: [Range<Int64>] = []
  private var edges: [SelectionProblem.Edge] = []
  private var tableOffsets = [0]
  private var edgeCosts: [Int64] = []
  /// Whole numbers to the second: picoseconds, or less where a step takes very long.
  private let scale: Double

  private static let picoseconds = 1e12
  /// What all costs together may come to.
  private static let largestTotal = 0x1p46

  init(secondsAtMost: Double) {
    scale = min(Self.picoseconds, Self.largestTotal / max(secondsAtMost, .leastNormalMagnitude))
  }

  mutating func addNode(_ seconds: [Double], _ run: MemoryUsage.Run?) {
    costs.append(seconds)
    usages.append(run?.bytes ?? Array(repeating: 0, count: seconds.count))
    intervals.append(run?.points ?? 0..<0)
  }

  /// A node that takes the same strategy as another one and uses memory at other times.
  mutating func addTwin(of node: Int, _ width: Int, _ run: MemoryUsage.Run) {
    let twin = costs.count
    costs.append(Array(repeating: 0, count: width))
    usages.append(run.bytes)
    intervals.append(run.points)
    edges.append(.init(first: node, second: twin))
    for row in 0..<width {
      for column in 0..<width { edgeCosts.append(row == column ? 0 : SelectionProblem.forbidden) }
    }
    tableOffsets.append(edgeCosts.count)
  }

  mutating func addCosts(to node: Int, _ seconds: [Double]) {
    for (strategy, value) in seconds.enumerated() { costs[node][strategy] += value }
  }

  mutating func addEdge(_ first: Int, _ second: Int, _ seconds: [Double]) {
    if !seconds.contains(where: { $0 != 0 }) { return }
    edges.append(.init(first: first, second: second))
    edgeCosts += seconds.map(whole)
    tableOffsets.append(edgeCosts.count)
  }

  private func whole(_ seconds: Double) -> Int64 {
    Int64(min((seconds * scale).rounded(), Self.largestTotal))
  }

  func problem(usageLimit: Int64) -> SelectionProblem {
    var offsets = [0]
    for node in costs { offsets.append(offsets[offsets.count - 1] + node.count) }
    return SelectionProblem(
      name: "program", intervals: intervals, strategyOffsets: offsets,
      costs: costs.flatMap { $0.map(whole) }, usages: usages.flatMap { $0 }, edges: edges,
      tableOffsets: tableOffsets, edgeCosts: edgeCosts, usageLimit: usageLimit)
  }
}

/// What the nodes of a network use of memory at a few points of time: the fullest step of each of
/// equally long parts of the program.
private struct MemoryUsage {
  /// Points at which a node uses equally much, per strategy.
  struct Run {
    var points: Range<Int64>
    var bytes: [Int64]
  }

  private(set) var runs: [[Run]]

  private static let mostPoints = 24

  init(_ network: StrategyNetwork) {
    let program = network.program
    let points = Self.points(of: program)
    // Per node and result how many of its tensors live at each point.
    var counts = network.nodes.map { node in
      [[Int]](
        repeating: [Int](repeating: 0, count: points.count), count: node.results.first?.count ?? 0)
    }
    var types: [StrategyNetwork.Place: TensorType] = [:]
    for (tensor, place) in network.sources.enumerated() {
      guard let place else { continue }
      types[place] = program.types[tensor]
      let range = program.liveRanges.ranges[tensor]
      for (index, point) in points.enumerated() where range.contains(point) {
        counts[place.node][place.result][index] += 1
      }
    }
    runs = network.nodes.indices.map { index in
      let node = network.nodes[index]
      func bytes(at point: Int) -> [Int64] {
        node.results.map { layouts in
          layouts.enumerated().reduce(0) { sum, entry in
            let (result, layout) = entry
            let count = counts[index][result][point]
            guard count > 0, let layout, let type = types[.init(node: index, result: result)]
            else { return sum }
            return sum &+ Int64(count) &* Int64(layout.localBytes(of: type, on: network.mesh))
          }
        }
      }
      func signature(_ point: Int) -> [Int] { counts[index].map { $0[point] } }
      var runs: [Run] = []
      var start = 0
      while start < points.count {
        var end = start + 1
        while end < points.count, signature(end) == signature(start) { end += 1 }
        if signature(start).contains(where: { $0 > 0 }) {
          runs.append(Run(points: Int64(start)..<Int64(end), bytes: bytes(at: start)))
        }
        start = end
      }
      return runs
    }
  }

  private static func points(of program: ShardableProgram) -> [Int] {
    let live = program.liveBytes
    let width = max(1, (live.count + mostPoints - 1) / mostPoints)
    return stride(from: 0, to: live.count, by: width).compactMap { start in
      (start..<min(start + width, live.count)).max { (live[$0], $1) < (live[$1], $0) }
    }
  }
}

extension ShardableProgram {
  /// Bytes that live at each step when nothing is split.
  var liveBytes: [Int] {
    var changes = [Int](repeating: 0, count: liveRanges.stepCount + 1)
    for (tensor, steps) in liveRanges.ranges.enumerated() where !steps.isEmpty {
      changes[steps.lowerBound] &+= types[tensor].byteCount
      changes[steps.upperBound] &-= types[tensor].byteCount
    }
    var sum = 0
    return changes.dropLast().map { change in
      sum &+= change
      return sum
    }
  }
}
