public import ClusterTopology
import CostModel
public import PipelinePlanner
import Quantities
import StrategySpace

extension ServerNetwork {
  /// The network of a cluster of one kind of node, as the cost model prices it; `nil` where there
  /// are several kinds, or nodes that no network joins.
  public init?(_ cluster: Cluster) {
    guard cluster.groups.count == 1 else { return nil }
    let group = cluster.groups[0]
    let perNode = group.node.deviceCount
    guard group.count == 1 || cluster.network(joining: [0]) != nil else { return nil }
    func channel(nodes: Int, _ perNode: Int) -> Channel {
      Channel(
        GroupSpan(
          ranks: nodes * perNode, nodes: nodes, ranksPerNode: perNode, clusterGroups: [0]),
        on: cluster)
    }
    // Times are lines in the size, so two points tell them.
    func line(_ time: (Bytes) -> Seconds) -> Line {
      let (one, two) = (time(Bytes(1e9)), time(Bytes(2e9)))
      return Line(latency: max(.zero, 2 * one - two), rate: Bytes(1e9) / (two - one))
    }
    let none = Line(latency: .zero, rate: BytesPerSecond(.infinity))
    self.init(
      servers: Array(repeating: perNode, count: group.count),
      inside: perNode > 1 ? line(channel(nodes: 1, 2).send) : none,
      across: group.count > 1 ? line(channel(nodes: 2, perNode).send) : none,
      reductions: (1...group.count).map { nodes in
        (1...perNode).map { devices in
          nodes * devices > 1 ? line(channel(nodes: nodes, devices).allReduce) : none
        }
      })
  }
}
