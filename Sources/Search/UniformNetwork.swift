public import ClusterTopology
public import CostModel
import ModelDescription
public import Quantities
public import StrategySpace

/// What a job would take if one network joined all nodes of a cluster that has several.
public struct UniformNetwork: Hashable, Sendable {
  public var transport: Transport
  /// Of the best plan, by the closed form; `nil` when none fits.
  public var time: Seconds?
}

extension SearchResult {
  /// How long a step would take with the best network of any group throughout, and with Ethernet
  /// alone; empty where one network with direct memory access joins all groups.
  ///
  /// The best of the plans found and of uniform ones near them, on all nodes.
  public func onUniformNetworks(
    _ model: CostModel, within limits: StrategyLimits
  ) -> [UniformNetwork] {
    guard !candidates.isEmpty else { return [] }
    return model.cluster.uniformNetworks.map { transport, cluster in
      let changed = CostModel(model.graph, model.job, on: cluster, timings: model.timings)
      let trial = PlanTrial(changed, headroom: limits.memoryHeadroom)
      var times = candidates.compactMap { candidate -> Seconds? in
        let plan = candidate.plan
        let layout = Layout(plan.strategy, on: plan.placement, of: cluster)
        let costs = changed.costs(of: plan.strategy, over: changed.channels(of: layout))
        guard case .success(let found) = trial.candidate(plan, costs) else { return nil }
        return found.estimatedTime
      }
      let near = limits.near(candidates.prefix(5).map(\.plan.strategy))
      let found = UniformSearch(changed, within: near, keeping: 1, usesAllNodes: true).run()
      times += found.candidates.map(\.estimatedTime)
      return UniformNetwork(transport: transport, time: times.min())
    }
  }
}

extension Cluster {
  /// The cluster with one network throughout: the fastest that a group has, and Ethernet.
  fileprivate var uniformNetworks: [(Transport, Cluster)] {
    let own = groups.indices.compactMap { network(joining: [$0]) }
      .filter(\.transport.isRemoteDirectMemoryAccess)
    let isJoined = network(joining: groups.indices)?.transport.isRemoteDirectMemoryAccess ?? false
    guard groups.count > 1, !isJoined,
      let best = own.max(by: { $0.nodeBandwidth < $1.nodeBandwidth })
    else { return [] }
    return [best.transport, .ethernet].compactMap { transport in
      joined(by: transport).map { (transport, $0) }
    }
  }

  /// All nodes on one network: each with its own interfaces of a transport, or with those of the group
  /// that has the fastest; `nil` when none has any.
  private func joined(by transport: Transport) -> Cluster? {
    let fastest = groups.max {
      $0.nodeBandwidth(over: transport) < $1.nodeBandwidth(over: transport)
    }
    guard let interfaces = fastest?.node.interfaces(transport) else { return nil }
    var cluster = self
    for index in groups.indices {
      cluster.groups[index].node.interfaces = [
        groups[index].node.interfaces(transport) ?? interfaces
      ]
    }
    cluster.links = [
      GroupLink(
        groups: Array(groups.indices), transport: transport,
        provenance: interfaces.interface.provenance)
    ]
    return cluster
  }
}
