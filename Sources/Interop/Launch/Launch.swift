public import ClusterTopology
public import ModelDescription
public import StrategySpace

/// A plan with everything that a launcher asks about it.
public struct Launch: Sendable {
  public var plan: Plan
  public var model: Model
  /// The model laid out for the job.
  public var graph: LayerGraph
  public var job: TrainingJob
  public var cluster: Cluster
  /// The plan's pipeline schedule in the form of PyTorch's runtime; `nil` without a pipeline, and
  /// for a schedule that the form has no words for.
  public var scheduleCSV: String?
  /// Names of the hosts in rank order; made up from the cluster's groups where nobody says.
  public var hosts: [String]

  /// - Parameter hosts: names of the hosts in rank order, one per node of the plan.
  public init(
    _ plan: Plan, model: Model, graph: LayerGraph, job: TrainingJob, cluster: Cluster,
    scheduleCSV: String? = nil, hosts: [String]? = nil
  ) {
    self.plan = plan
    self.model = model
    self.graph = graph
    self.job = job
    self.cluster = cluster
    self.scheduleCSV = scheduleCSV
    self.hosts =
      hosts
      ?? plan.placement.segments.flatMap { segment in
        (0..<segment.nodes).map { "\(cluster.groups[segment.group].name)-\($0)" }
      }
  }

  var strategy: Strategy { plan.strategy }

  var nodeCount: Int { plan.placement.segments.reduce(0) { $0 + $1.nodes } }

  /// The groups of the cluster that the plan uses, in rank order.
  var groups: [NodeGroup] { plan.placement.segments.map { cluster.groups[$0.group] } }

  /// Nodes in rank order: runs of one group of the cluster with as many devices in use on each.
  var nodeRuns: [(group: NodeGroup, segment: Placement.Segment, nodes: Int, devices: Int)] {
    zip(groups, plan.placement.segments).flatMap { group, segment in
      let devices = group.node.deviceCount
      // Some of the last node's devices may stay idle.
      let partial = segment.idleDevices > 0 ? 1 : 0
      return [
        (group, segment, segment.nodes - partial, devices),
        (group, segment, partial, devices - segment.idleDevices),
      ].filter { $0.2 > 0 }
    }
  }

  /// Devices per node where all nodes use as many.
  var devicesPerNode: Int? {
    let counts = Set(nodeRuns.map(\.devices))
    return counts.count == 1 ? counts.first : nil
  }

  var microbatches: Int { strategy.microbatchCount(globalBatchSize: job.globalBatchSize) }

  var hasExperts: Bool { graph.classes.contains { $0.operators.contains(where: \.isExpert) } }

  /// `llama-3-70b on 64 devices: dp2 tp8 sp pp4 mbs1`, for the head of a file.
  var summary: String { "\(model.name) on \(strategy.rankCount) devices: \(strategy)" }
}
