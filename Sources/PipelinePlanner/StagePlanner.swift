/// Cuts a graph of work into pipeline stages: balanced, and with few bytes between them.
///
/// Every stage gets at most `1 + tolerance` times the average work; where single nodes are too
/// heavy for that, as little as a cut of the given order can do. Among those the cut with the fewest bytes
/// is searched by a program in whole numbers over groups of nodes, then single nodes are moved. The result is
/// never worse than the best cut of the given order.
///
/// Source of the program: Rhino's stage planning (windows of earliest and latest stages from the
/// work before and behind a node, tolerance 8 %); here in cumulative form.
public struct StagePlanner: Sendable {
  /// Work that a stage may have beyond the average, as a share of it.
  public var tolerance = 0.08
  /// Nodes of branch and bound.
  public var nodeLimit = 400
  /// Groups that the program decides about, at most.
  public var groupLimit = 40

  public init() {}

  /// An assignment of nodes to stages.
  public struct Assignment: Hashable, Sendable {
    /// By node.
    public var stages: [Int]
    public var stageCount: Int
    public var cutBytes: Double
    /// What the best cut of the given order would send, for comparison.
    public var orderedCutBytes: Double
    /// The work that a stage could have, and what the heaviest has.
    public var workLimit: Double
    public var heaviestWork: Double
    /// Whether the program over groups was solved to its end.
    public var isOptimal: Bool
  }

  /// The stages of a graph; fewer than `count` where there are fewer nodes with work.
  ///
  /// - Precondition: `count` is at least 1.
  /// - Complexity: that of branch and bound within its limit; everything else O(nodes²·stages).
  public func assign(_ graph: WorkGraph, stages count: Int) -> Assignment {
    precondition(count > 0, "a pipeline has a stage")
    let average = graph.totalWork / Double(count)
    let bottleneck = graph.leastBottleneck(stages: count)
    let limit = max((1 + tolerance) * average, bottleneck * (1 + 1e-9))
    let ordered = graph.orderedCut(stages: count, workLimit: limit)
    let orderedBytes = graph.cutBytes(of: ordered)
    var best = Found(
      stages: graph.improved(ordered, stages: count, workLimit: limit), isOptimal: false)
    if count > 1 {
      for groupLimit in [groupLimit, 2 * groupLimit] {
        guard refine(&best, graph, stages: count, workLimit: limit, groupLimit) else { continue }
        break
      }
    } else {
      best.isOptimal = true
    }
    return Assignment(
      stages: best.stages, stageCount: count, cutBytes: graph.cutBytes(of: best.stages),
      orderedCutBytes: orderedBytes, workLimit: limit,
      heaviestWork: graph.work(of: best.stages, count: count).max() ?? 0,
      isOptimal: best.isOptimal)
  }

  private struct Found {
    var stages: [Int]
    var isOptimal: Bool
  }

  /// Solves the program over so many groups at most and takes what is better.
  ///
  /// - Returns: whether groups as coarse as these have a solution.
  private func refine(
    _ best: inout Found, _ graph: WorkGraph, stages count: Int, workLimit limit: Double,
    _ groupLimit: Int
  ) -> Bool {
    let coarse = groups(of: graph, stages: count, atMost: groupLimit)
    let start = coarse.graph.orderedCut(stages: count, workLimit: limit)
    let isFeasible = coarse.graph.work(of: start, count: count).allSatisfy { $0 <= limit }
    let bound = isFeasible ? coarse.graph.cutBytes(of: start) : graph.cutBytes(of: best.stages)
    let program = StageProgram(coarse.graph, stages: count, workLimit: limit, atMost: bound)
    let solved = program.solve(nodeLimit: nodeLimit)
    for candidate in [solved?.stages, isFeasible ? start : nil].compactMap({ $0 }) {
      let fine = coarse.groupOfNode.map { candidate[$0] }
      let improved = graph.improved(fine, stages: count, workLimit: limit)
      if graph.cutBytes(of: improved) < graph.cutBytes(of: best.stages) { best.stages = improved }
    }
    best.isOptimal = solved?.isOptimal ?? false
    return solved != nil
  }

  /// Groups fine enough for the balance, as far as the limit on their number allows.
  private func groups(of graph: WorkGraph, stages: Int, atMost groupLimit: Int) -> CoarseGraph {
    let average = graph.totalWork / Double(stages)
    var coarse = graph.coarsened(below: average * tolerance)
    for share in [0.125, 0.17, 0.25, 0.34, 0.5] where coarse.graph.nodes.count > groupLimit {
      coarse = graph.coarsened(below: average * share)
    }
    return coarse
  }
}

extension WorkGraph {
  /// The least work of the heaviest stage among cuts of the given order.
  func leastBottleneck(stages count: Int) -> Double {
    var (low, high) = (nodes.map(\.work).max() ?? 0, totalWork)
    // Bisection over sums; 60 halvings exhaust the precision.
    for _ in 0..<60 where high - low > high * 1e-12 {
      let middle = (low + high) / 2
      var (needed, current) = (1, 0.0)
      for node in nodes {
        if current + node.work > middle { (needed, current) = (needed + 1, 0) }
        current += node.work
      }
      if needed <= count { high = middle } else { low = middle }
    }
    return high
  }

  /// The cut of the given order that passes on the fewest bytes from stage to stage, within a limit
  /// on work. What is needed later counts at each boundary.
  /// - Complexity: O(nodes · (window + tensors)).
  func orderedCut(stages count: Int, workLimit limit: Double) -> [Int] {
    // Bytes alive before each position.
    var changes = [Double](repeating: 0, count: nodes.count + 1)
    for tensor in tensors {
      changes[tensor.producer + 1] += tensor.bytes
      if let last = tensor.consumers.max(), last < nodes.count { changes[last + 1] -= tensor.bytes }
    }
    var alive = changes
    for position in 1..<(nodes.count + 1) { alive[position] += alive[position - 1] }
    var sums = [0.0]
    for node in nodes { sums.append(sums[sums.count - 1] + node.work) }
    var cost = [Double](repeating: .infinity, count: nodes.count + 1)
    cost[0] = 0
    var starts: [[Int]] = []
    for stage in 0..<count {
      var next = [Double](repeating: .infinity, count: nodes.count + 1)
      var from = [Int](repeating: 0, count: nodes.count + 1)
      for end in 0...nodes.count {
        for start in (0...end).reversed() {
          if sums[end] - sums[start] > limit { break }
          let total = cost[start] + (stage > 0 && start < nodes.count ? alive[start] : 0)
          if total < next[end] { (next[end], from[end]) = (total, start) }
        }
      }
      cost = next
      starts.append(from)
    }
    var stages = [Int](repeating: 0, count: nodes.count)
    var end = nodes.count
    for stage in (0..<count).reversed() {
      let start = starts[stage][end]
      for node in start..<end { stages[node] = stage }
      end = start
    }
    return stages
  }

  /// Moves single nodes to neighbouring stages while that saves bytes.
  func improved(_ assignment: [Int], stages count: Int, workLimit limit: Double) -> [Int] {
    var stages = assignment
    let (before, behind) = neighbours
    var touching = [[Int]](repeating: [], count: nodes.count)
    for (index, tensor) in tensors.enumerated() {
      for node in Set([tensor.producer] + tensor.consumers) { touching[node].append(index) }
    }
    var work = work(of: stages, count: count)
    func bytes(at node: Int) -> Double {
      touching[node].reduce(0) { sum, index in
        sum + tensors[index].bytes * Double(destinations(of: tensors[index], in: stages).count)
      }
    }
    var changes = true
    var rounds = 0
    while changes, rounds < 32 {
      changes = false
      rounds += 1
      for node in nodes.indices {
        let earliest = before[node].map { stages[$0] }.max() ?? stages[node]
        let latest = behind[node].map { stages[$0] }.min() ?? stages[node]
        let own = stages[node]
        guard earliest < latest else { continue }
        var best = (stage: own, bytes: bytes(at: node))
        for stage in earliest...latest
        where stage != own && work[stage] + nodes[node].work <= limit {
          stages[node] = stage
          let bytes = bytes(at: node)
          if bytes < best.bytes { best = (stage, bytes) }
        }
        stages[node] = best.stage
        if best.stage != own {
          work[own] -= nodes[node].work
          work[best.stage] += nodes[node].work
          changes = true
        }
      }
    }
    return stages
  }
}
