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
  /// - Parameter progress: called before each point with its number and how many there are.
  /// - Throws: `InvalidInput` for files that cannot be read and for values that the cluster or the
  ///   model does not allow.
  public func sweep(
    _ sweep: SweepDescription, effort: SweepEffort = .fast,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(InvalidInput) -> SweepDocument {
    let model = try model(sweep.job.model)
    let cluster = try cluster(sweep.job.cluster)
    let along = sweep.factors[0]
    let across: [Double?] = sweep.factors.count > 1 ? sweep.factors[1].values : [nil]
    var curves: [[SearchResult]] = []
    var points: [SweepDocument.Point] = []
    for other in across {
      var curve: [SearchResult] = []
      let ends = curves.first.flatMap { first in first.first.map { [$0] + first.suffix(1) } } ?? []
      for (index, value) in along.values.enumerated() {
        progress(points.count, along.values.count * across.count)
        var point = SweepPoint(sweep.job, cluster)
        try point.set(along, value)
        if let other { try point.set(sweep.factors[1], other) }
        let problem = try point.problem(for: model, self)
        // The same point of the curve before is closer than the point before of the same curve.
        let neighbours = (curves.last.map { [$0[index]] } ?? []) + curve.suffix(1)
        let known = neighbours.compactMap(\.best)
        let isEnd = curves.isEmpty && (index == 0 || index == along.values.count - 1)
        // What whole nodes do, more nodes can do too.
        let fewer = curve.last.flatMap { last in
          let isWhole = (last.best?.rankCount ?? 0) >= cluster.groups[0].node.deviceCount
          return along.kind == .devices && value >= along.values[index - 1] && isWhole ? last : nil
        }
        var result =
          effort == .thorough || isEnd
          ? problem.best()
          : problem.best(
            near: Array(known.prefix(1)), and: known.dropFirst() + ends.compactMap(\.best),
            besides: fewer)
        if let fewer { result.keepIfBetter(fewer) }
        curve.append(result)
        points.append(
          SweepDocument.Point(
            [value] + (other.map { [$0] } ?? []), result, of: problem,
            price: sweep.pricePerDeviceHour))
      }
      curves.append(curve)
    }
    let statistics = curves.joined().map(\.statistics)
    return SweepDocument(
      model: sweep.job.model.text, cluster: sweep.job.cluster.text,
      factors: sweep.factors.map { .init(name: $0.kind.rawValue, values: $0.values) },
      points: points, evaluated: statistics.map(\.evaluated).reduce(0, +),
      pruned: statistics.map(\.pruned).reduce(0, +))
  }
}

extension PlanningProblem {
  /// The best plan of all.
  fileprivate func best() -> SearchResult {
    UniformSearch(costs, within: limits, keeping: 1).run()
  }

  /// The best plan on all nodes near some strategies; where nothing near them fits, with any number
  /// of stages; and unless there is a plan besides, the best of all.
  fileprivate func best(
    near strategies: [Strategy], and ends: [Strategy], besides other: SearchResult?
  ) -> SearchResult {
    guard !strategies.isEmpty else { return best() }
    var near = limits.near(strategies, and: ends)
    var result = UniformSearch(costs, within: near, keeping: 1, usesAllNodes: true).run()
    if !result.candidates.isEmpty { return result }
    near.pipelineParallelSize = limits.pipelineParallelSize
    result = UniformSearch(costs, within: near, keeping: 1, usesAllNodes: true).run()
    return result.candidates.isEmpty && other == nil ? best() : result
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
