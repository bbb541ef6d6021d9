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
  /// The ends of each curve in full; between them near the plans of the ends and of the neighbour.
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
    let total = along.values.count * across.count
    var points: [SweepDocument.Point] = []
    var (evaluated, pruned) = (0, 0)
    for other in across {
      var problems: [PlanningProblem] = []
      for value in along.values {
        var changed = SweepPoint(sweep.job, cluster)
        try changed.set(along, value)
        if let other { try changed.set(sweep.factors[1], other) }
        problems.append(try changed.problem(for: model, self))
      }
      var results = [SearchResult?](repeating: nil, count: problems.count)
      // The ends first: what they find is where the points between them look.
      let ends = [0, problems.count - 1]
      let order = ends + problems.indices.filter { !ends.contains($0) }
      for index in order where results[index] == nil {
        progress(points.count + results.count { $0 != nil }, total)
        let near =
          effort == .thorough || ends.contains(index)
          ? [] : (ends + [index - 1]).flatMap { results[$0]?.candidates ?? [] }
        let result = problems[index].best(near: near.map(\.plan.strategy))
        evaluated += result.statistics.evaluated
        pruned += result.statistics.pruned
        results[index] = result
      }
      for (index, result) in results.enumerated() {
        guard let result else { continue }
        let values = [along.values[index]] + (other.map { [$0] } ?? [])
        points.append(
          SweepDocument.Point(
            values, result, of: problems[index], price: sweep.pricePerDeviceHour))
      }
    }
    return SweepDocument(
      model: sweep.job.model.text, cluster: sweep.job.cluster.text,
      factors: sweep.factors.map { .init(name: $0.kind.rawValue, values: $0.values) },
      points: points, evaluated: evaluated, pruned: pruned)
  }
}

extension PlanningProblem {
  /// The best few plans, near some strategies if there are any; where nothing near them fits,
  /// anywhere.
  fileprivate func best(near strategies: [Strategy]) -> SearchResult {
    if !strategies.isEmpty {
      let result = UniformSearch(costs, within: limits.near(strategies), keeping: 2).run()
      if !result.candidates.isEmpty { return result }
    }
    return UniformSearch(costs, within: limits, keeping: 2).run()
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
