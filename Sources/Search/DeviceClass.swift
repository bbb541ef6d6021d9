import ClusterTopology
import StrategySpace

/// Groups of nodes that a search treats as one kind.
///
/// With up to four groups each is a kind of its own; of more, those with equal nodes are taken
/// together.
struct DeviceClass: Hashable {
  /// Indices into `Cluster.groups`, in the order in which ranks take them.
  var groups: [Int]
  var deviceCount: Int
  var devicesPerNode: Int

  static func all(of cluster: Cluster) -> [DeviceClass] {
    let separate = NodeChoices.coversAllGroups(of: cluster)
    var classes: [[Int]] = []
    for (index, group) in cluster.groups.enumerated() {
      let twin = classes.firstIndex { cluster.groups[$0[0]].node == group.node }
      if !separate, let twin { classes[twin].append(index) } else { classes.append([index]) }
    }
    return classes.map { groups in
      // Not in the order in which the cluster happens to list them.
      let ordered = groups.sorted {
        let (a, b) = (cluster.groups[$0], cluster.groups[$1])
        return (b.count, a.name) < (a.count, b.name)
      }
      return DeviceClass(
        groups: ordered, deviceCount: groups.reduce(0) { $0 + cluster.groups[$1].deviceCount },
        devicesPerNode: cluster.groups[groups[0]].node.deviceCount)
    }
  }

  /// All of its nodes.
  func allNodes(of cluster: Cluster) -> [Placement.Segment] {
    groups.map { Placement.Segment(group: $0, nodes: cluster.groups[$0].count) }
  }

  /// The first nodes that hold so many devices.
  ///
  /// - Precondition: there are as many.
  func segments(ofDevices count: Int, in cluster: Cluster) -> [Placement.Segment] {
    var segments: [Placement.Segment] = []
    var rest = count
    for group in groups where rest > 0 {
      let taken = min(rest, cluster.groups[group].deviceCount)
      let nodes = (taken + devicesPerNode - 1) / devicesPerNode
      segments.append(
        Placement.Segment(
          group: group, nodes: nodes, idleDevices: nodes * devicesPerNode - taken))
      rest -= taken
    }
    return segments
  }
}
