public import ClusterTopology
public import StrategySpace

/// The sets of nodes that a search for uniform strategies tries, each with every order of its groups that can matter.
///
/// All groups in full, every subset of them (so that a plan is never slower than one that leaves a
/// group out), and of each single group also its first 1, 2, 4, … nodes. Where these hold a plan at
/// all, counts between are tried too.
enum NodeChoices {
  /// Clusters of more groups are searched without subsets and reorderings beyond this number of
  /// groups.
  static let groupLimit = 4

  /// Whether all subsets and orders of a cluster's groups are tried.
  static func coversAllGroups(of cluster: Cluster) -> Bool { cluster.groups.count <= groupLimit }

  static func placements(on cluster: Cluster) -> [[Placement.Segment]] {
    let groups = Array(cluster.groups.indices)
    guard coversAllGroups(of: cluster) else { return [cluster.allNodes] }
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
    return choices + cluster.groups.indices.flatMap { powersOfTwo(of: $0, in: cluster) }
  }

  /// The first 1, 2, 4, … nodes of a group, short of all.
  static func powersOfTwo(of group: Int, in cluster: Cluster) -> [[Placement.Segment]] {
    parts(of: group, in: cluster) { nodes, _ in nodes & (nodes - 1) == 0 }
  }

  /// Counts of nodes of single groups between the powers of two, above half of the group: all of
  /// up to sixteen nodes, three quarters of more.
  static func countsBetween(on cluster: Cluster) -> [[Placement.Segment]] {
    guard coversAllGroups(of: cluster) else { return [] }
    return cluster.groups.indices.flatMap { countsBetween(of: $0, in: cluster) }
  }

  static func countsBetween(of group: Int, in cluster: Cluster) -> [[Placement.Segment]] {
    parts(of: group, in: cluster) { nodes, all in
      2 * nodes > all && nodes & (nodes - 1) != 0 && (all <= 16 || 4 * nodes == 3 * all)
    }
  }

  /// Whole multiples of 1, 2, 3, … nodes of each of some groups, so that equal stages of so many nodes
  /// stay inside groups: of groups of 3 and 5 nodes, 2 and 4. Where groups are equal, or larger than
  /// sixteen nodes, next to nothing is gained by that, and nothing is tried.
  static func aligned(_ groups: [Int], in cluster: Cluster) -> [[Placement.Segment]] {
    let counts = groups.map { cluster.groups[$0].count }
    guard let fewest = counts.min(), let most = counts.max(), fewest < most, most <= 16 else {
      return []
    }
    var found: [[Int]] = [counts]
    for stage in 2...max(2, fewest) {
      let choice = counts.map { $0 / stage * stage }
      if stage <= fewest, !found.contains(choice) { found.append(choice) }
    }
    return found.dropFirst().map { choice in
      zip(groups, choice).map { Placement.Segment(group: $0, nodes: $1) }
    }
  }

  /// The first nodes of a group, for the numbers of nodes that are wanted of so many.
  private static func parts(
    of group: Int, in cluster: Cluster, where isWanted: (_ nodes: Int, _ all: Int) -> Bool
  ) -> [[Placement.Segment]] {
    let all = cluster.groups[group].count
    return (1..<max(1, all)).filter { isWanted($0, all) }
      .map { [Placement.Segment(group: group, nodes: $0)] }
  }

  static func permutations(_ items: [Int]) -> [[Int]] {
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
