public import ClusterTopology
import StrategySpace

extension Channel {
  /// The channel of groups of `ranks` devices that stand `stride` devices apart, on a cluster of
  /// one kind of node.
  ///
  /// - Returns: `nil` when the cluster has several groups of nodes, or the groups leave it or do
  ///   not fill
  ///   nodes evenly.
  public init?(ranks: Int, stride: Int, on cluster: Cluster) {
    guard cluster.groups.count == 1, ranks > 1, stride > 0, ranks <= cluster.deviceCount / stride
    else { return nil }
    let perNode = cluster.groups[0].node.deviceCount
    let ranksPerNode = max(1, min(ranks, perNode / stride))
    guard ranks % ranksPerNode == 0 else { return nil }
    let nodes = ranks / ranksPerNode
    self.init(
      GroupSpan(ranks: ranks, nodes: nodes, ranksPerNode: ranksPerNode, clusterGroups: [0]),
      on: cluster)
  }
}
