import ClusterTopology
public import Configuration
import CostModel
import ModelDescription
import Quantities
public import Reports
import Search
import StrategySpace

/// How hard a sweep looks at each point.
public enum SweepEffort: Hashable, Sendable {
  /// Both ends of the first curve in full; all others near the plans of their neighbours.
  case fast
  /// Every point in full.
  case thorough
}

extension Planner {
  /// The best plan at every point of a sweep, by the closed form.
  ///
  /// - Parameter progress: hears how many points of how many are planned, now and then; at `false`
  ///   the sweep ends with those.
  /// - Throws: `InvalidInput` for files that cannot be read and for values that the cluster or the
  ///   model does not allow.
  public func sweep(
    _ sweep: SweepDescription, effort: SweepEffort = .fast,
    progress: @escaping (Int, Int) -> Bool = { _, _ in true }
  ) throws(InvalidInput) -> SweepDocument {
    let model = try model(sweep.job.model)
    let cluster = try cluster(sweep.job.cluster)
    let along = sweep.factors[0]
    let across: [Double?] = sweep.factors.count > 1 ? sweep.factors[1].values : [nil]
    let count = along.values.count * across.count
    var curves: [[SearchResult]] = []
    var points: [SweepDocument.Point] = []
    sweeping: for other in across {
      curves.append([])
      for value in along.values {
        var point = SweepPoint(sweep.job, cluster)
        try point.set(along, value)
        if let other { try point.set(sweep.factors[1], other) }
        let problem = try point.problem(for: model, self)
        let neighbours = SweepNeighbours(
          curves, along, effort, nodeSize: cluster.groups[0].node.deviceCount)
        var isStopped = !progress(points.count, count)
        let result = problem.best(near: neighbours) { _ in
          isStopped = isStopped || !progress(points.count, count)
          return !isStopped
        }
        if isStopped { break sweeping }
        curves[curves.count - 1].append(result)
        points.append(
          SweepDocument.Point(
            [value] + (other.map { [$0] } ?? []), result, of: problem,
            price: sweep.pricePerDeviceHour))
      }
    }
    let statistics = curves.joined().map(\.statistics)
    return SweepDocument(
      model: sweep.job.model.text, cluster: sweep.job.cluster.text,
      factors: sweep.factors.map { .init(name: $0.kind.rawValue, values: $0.values) },
      points: points, evaluated: statistics.map(\.evaluated).reduce(0, +),
      pruned: statistics.map(\.pruned).reduce(0, +), complete: points.count == count)
  }
}

/// What is known of the next point of a sweep from those before it.
private struct SweepNeighbours {
  /// The best of the same point of the curve before, and of the point before on this curve.
  let closest: [Strategy]
  /// The best at both ends of the first curve.
  let ends: [Strategy]
  /// What was found for fewer whole nodes; more nodes can do that too.
  let fewerNodes: SearchResult?
  /// Whether to look everywhere, not only near what is known.
  let searchesAll: Bool

  /// - Parameter curves: the last of them lacks the point in question.
  init(
    _ curves: [[SearchResult]], _ along: SweepFactor, _ effort: SweepEffort, nodeSize: Int
  ) {
    let curve = curves[curves.count - 1]
    let index = curve.count
    let isFirst = curves.count == 1
    let before = isFirst ? nil : curves[curves.count - 2][index]
    closest = ([before].compactMap { $0 } + curve.suffix(1)).compactMap(\.best)
    ends = isFirst ? [] : [curves[0].first, curves[0].last].compactMap { $0?.best }
    searchesAll = effort == .thorough || isFirst && (index == 0 || index == along.values.count - 1)
    fewerNodes = curve.last.flatMap { last in
      let isWhole = (last.best?.rankCount ?? 0) >= nodeSize
      return along.kind == .devices && along.values[index] >= along.values[index - 1] && isWhole
        ? last : nil
    }
  }
}

extension PlanningProblem {
  /// The best plan of all; near what is known unless that leads nowhere.
  fileprivate func best(
    near neighbours: SweepNeighbours, monitor: @escaping SearchMonitor
  ) -> SearchResult {
    let nearby =
      neighbours.searchesAll || neighbours.closest.isEmpty
      ? nil : bestOnAllNodes(near: neighbours, monitor)
    var result: SearchResult
    if let nearby, !nearby.candidates.isEmpty || neighbours.fewerNodes != nil {
      result = nearby
    } else {
      result =
        UniformSearch(
          costs, within: limits, keeping: 1, knowing: candidates(like: neighbours.closest),
          monitor: monitor
        ).run()
    }
    if let fewer = neighbours.fewerNodes { result.keepIfBetter(fewer) }
    return result
  }

  /// The best plan on all nodes near some strategies; where nothing near them fits, with any number
  /// of stages.
  private func bestOnAllNodes(
    near neighbours: SweepNeighbours, _ monitor: @escaping SearchMonitor
  ) -> SearchResult {
    let known = candidates(like: neighbours.closest)
    var near = limits.near(
      Array(neighbours.closest.prefix(1)), and: neighbours.closest.dropFirst() + neighbours.ends)
    func found() -> SearchResult {
      UniformSearch(
        costs, within: near, keeping: 1, usesAllNodes: true, knowing: known, monitor: monitor
      ).run()
    }
    let result = found()
    if !result.candidates.isEmpty { return result }
    near.pipelineParallelSize = limits.pipelineParallelSize
    return found()
  }

  /// What plans of given degrees come to here, on all nodes: bounds for a search that finds them
  /// too.
  private func candidates(like strategies: [Strategy]) -> [Candidate] {
    strategies.compactMap { strategy in
      UniformSearch(costs, within: limits.like(strategy), keeping: 1, usesAllNodes: true).run()
        .candidates.first
    }
  }
}

extension SearchResult {
  fileprivate var best: Strategy? { candidates.first?.plan.strategy }

  /// Takes over what was found for part of the devices, if it is faster.
  fileprivate mutating func keepIfBetter(_ other: SearchResult) {
    guard let theirs = other.candidates.first else { return }
    if let ours = candidates.first, ours.estimatedTime <= theirs.estimatedTime { return }
    candidates = other.candidates
    nearest = nil
  }
}

/// A job on a cluster, changed as a sweep asks.
private struct SweepPoint {
  private var job: JobDescription
  private var cluster: Cluster

  init(_ job: JobDescription, _ cluster: Cluster) {
    self.job = job
    self.cluster = cluster
  }

  mutating func set(_ factor: SweepFactor, _ value: Double) throws(InvalidInput) {
    switch factor.kind {
    case .devices: try setDevices(Int(value), factor)
    case .globalBatchSize: job.training.globalBatchSize = Int(value)
    case .sequenceLength: job.training.sequenceLength = Int(value)
    case .interfaceBandwidth:
      cluster = cluster.settingInterfaceBandwidth(BytesPerSecond(value))
    case .deviceMemory: cluster = cluster.settingMemory(Bytes(value))
    }
  }

  /// Whole nodes, or a part of one.
  private mutating func setDevices(
    _ count: Int, _ factor: SweepFactor
  ) throws(InvalidInput) {
    func invalid(_ message: String) -> InvalidInput {
      InvalidInput([
        Diagnostic(
          file: factor.place.file, position: factor.place.position,
          message: "'devices': \(job.cluster.text) has \(message)")
      ])
    }
    guard cluster.groups.count == 1 else {
      throw invalid("\(cluster.groups.count) groups of nodes, only those of one can be varied")
    }
    let perNode = cluster.groups[0].node.deviceCount
    if count % perNode == 0 {
      cluster.groups[0].count = count / perNode
    } else if perNode % count == 0 {
      cluster.groups[0].count = 1
      cluster.groups[0].node.deviceCount = count
    } else {
      throw invalid(
        "nodes of \(perNode) devices; \(count) are neither whole nodes nor an even part of one")
    }
  }

  func problem(for model: Model, _ planner: Planner) throws(InvalidInput) -> PlanningProblem {
    try planner.problem(for: job, model, on: cluster)
  }
}

extension Planner {
  /// The best plan at one point of a sweep, of all that the job allows.
  func sweepPoint(
    _ sweep: SweepDescription, _ values: [Double]
  ) throws(InvalidInput) -> (SweepDocument.Point, SearchStatistics) {
    var point = SweepPoint(sweep.job, try cluster(sweep.job.cluster))
    for (factor, value) in zip(sweep.factors, values) { try point.set(factor, value) }
    let problem = try point.problem(for: try model(sweep.job.model), self)
    let result = UniformSearch(problem.costs, within: problem.limits, keeping: 1).run()
    return (
      SweepDocument.Point(values, result, of: problem, price: sweep.pricePerDeviceHour),
      result.statistics
    )
  }
}
