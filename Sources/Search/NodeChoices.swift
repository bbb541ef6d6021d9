public import ClusterTopology
public import StrategySpace

/// The sets of nodes that a search tries, each with every order of its groups that can matter.
///
/// All groups in full, every subset of them (so that a plan is never slower than one that leaves a
/// group out), and of each single group also the first 1, 2, 4, … nodes.
enum NodeChoices {
  /// Clusters of more groups are searched without subsets and reorderings beyond this number of
  /// groups.
  static let groupLimit = 4

  static func placements(on cluster: Cluster) -> [[Placement.Segment]] {
    let groups = Array(cluster.groups.indices)
    guard groups.count <= groupLimit else {
      return [cluster.allNodes]
    }
    var choices: [[Placement.Segment]] = []
    // Larger sets first: of two equally fast plans the search keeps the one found first.
    let subsets = (1..<(1 << groups.count))
      .map { mask in groups.filter { mask & (1 << $0) != 0 } }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1) }
    for subset in subsets {
      for order in permutations(subset) {
        choices.append(order.map { Placement.Segment(group: $0, nodes: cluster.groups[$0].count) })
      }
    }
    for group in groups {
      for nodes in counts(below: cluster.groups[group].count) {
        choices.append([Placement.Segment(group: group, nodes: nodes)])
      }
    }
    return choices
  }

  /// All smaller counts of up to sixteen nodes; of more, the powers of two and their halves more.
  private static func counts(below count: Int) -> [Int] {
    (1..<max(1, count)).reversed().filter { nodes in
      let odd = nodes >> nodes.trailingZeroBitCount
      return count <= 16 || odd == 1 || odd == 3
    }
  }

  private static func permutations(_ items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.flatMap { first in
      permutations(items.filter { $0 != first }).map { [first] + $0 }
    }
  }
}

extension Cluster {
  /// All groups in full, in the order of the cluster.
  public var allNodes: [Placement.Segment] {
    groups.indices.map { Placement.Segment(group: $0, nodes: groups[$0].count) }
  }
}
