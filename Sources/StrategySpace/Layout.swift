public import ClusterTopology

/// A strategy's process groups laid onto a cluster: for each stage and axis, what its groups span.
///
/// Groups that span alike are one entry, so a layout stays small however many ranks there are.
public struct Layout: Hashable, Sendable {
  public var placement: Placement
  /// By stage.
  public var stages: [StageLayout]
  /// By stage: what separates its ranks from their peers in the next stage; the last stage's next
  /// is the first, which interleaved schedules send to and tied embeddings are summed over. Empty
  /// without a pipeline.
  public var boundaries: [[GroupSpan]]

  /// - Precondition: the placement has at least as many devices as the strategy has ranks.
  /// - Complexity: O(ranks · axes).
  public init(_ strategy: Strategy, on placement: Placement, of cluster: Cluster) {
    let devices = DeviceMap(placement, cluster)
    precondition(strategy.rankCount <= devices.count, "more ranks than devices")
    self.placement = placement
    let order = placement.rankOrder
    let ranks = (0..<strategy.pipelineParallelSize).map {
      strategy.ranks(ofStage: $0, order: order)
    }
    stages = ranks.enumerated().map { stage, ranks in
      StageLayout(strategy.onStage(stage), ranks: ranks, devices: devices)
    }
    for axis in ParallelAxis.allCases {
      let crossing = stages.map { $0.crossing[axis] ?? 0 }.reduce(0, +)
      for stage in stages.indices { stages[stage].share(axis, among: crossing) }
    }
    boundaries =
      ranks.count == 1
      ? []
      : ranks.indices.map { stage in
        let next = ranks[(stage + 1) % ranks.count]
        var (spans, crossing) = distinct(
          Self.peers(ranks[stage], next).lazy.map { from, to in
            devices.span(of: [min(from, to), max(from, to)])
          })
        spans.share(among: crossing)
        return spans
      }
  }
}

/// What one pipeline stage runs on.
public struct StageLayout: Hashable, Sendable {
  /// The groups of the cluster that the stage's ranks sit in, ascending.
  public var clusterGroups: [Int]
  private var spans: [ParallelAxis: [GroupSpan]] = [:]
  /// By axis: how many groups cross from one group of the cluster to another.
  fileprivate var crossing: [ParallelAxis: Int] = [:]

  /// The distinct ways in which the stage's groups of an axis span the cluster.
  public func spans(of axis: ParallelAxis) -> [GroupSpan] { spans[axis] ?? [] }

  init(_ strategy: Strategy, ranks: [Int], devices: DeviceMap) {
    clusterGroups = devices.span(of: ranks).clusterGroups
    for axis in ParallelAxis.allCases where axis != .pipeline {
      let pattern = strategy.groups(of: axis)
      guard pattern.size > 1 else { continue }
      (spans[axis], crossing[axis]) = distinct(
        (0..<pattern.groupCount).lazy.map { index in
          let base = pattern.base(ofGroup: index)
          return devices.span(
            of: (0..<pattern.size).lazy.map { ranks[base + $0 * pattern.stride] })
        })
    }
  }

  fileprivate mutating func share(_ axis: ParallelAxis, among groups: Int) {
    spans[axis]?.share(among: groups)
  }
}

/// How the ranks of a group are spread: all that a collective's duration depends on.
public struct GroupSpan: Hashable, Sendable {
  public var ranks: Int
  public var nodes: Int
  /// Of the node that holds fewest of them: the width with which a ring leaves every node.
  public var ranksPerNode: Int
  /// Ascending indices into `Cluster.groups`.
  public var clusterGroups: [Int]
  /// Groups of the same axis, of all stages, that communicate at the same time and share what joins
  /// the cluster's groups; 1 within one of those.
  public var concurrent: Int
  /// Pairs of a rank in one group of the cluster with a rank in another, for the two groups with
  /// most: what an all-to-all sends over the link between them. Zero within one group.
  public var crossingPairs: Int

  /// - Parameter crossingPairs: `nil` if the ranks are divided evenly over the cluster's groups.
  public init(
    ranks: Int, nodes: Int, ranksPerNode: Int, clusterGroups: [Int], concurrent: Int = 1,
    crossingPairs: Int? = nil
  ) {
    self.ranks = ranks
    self.nodes = nodes
    self.ranksPerNode = ranksPerNode
    self.clusterGroups = clusterGroups
    self.concurrent = concurrent
    let each = ranks / max(1, clusterGroups.count)
    self.crossingPairs = crossingPairs ?? (clusterGroups.count > 1 ? each * each : 0)
  }
}

/// Which node each rank sits on.
struct DeviceMap {
  /// By rank: a node number unique in the placement.
  private var nodes: [Int32] = []
  /// By node number: the group of the cluster.
  private var groups: [Int] = []

  var count: Int { nodes.count }

  init(_ placement: Placement, _ cluster: Cluster) {
    for segment in placement.segments {
      let devices = cluster.groups[segment.group].node.deviceCount
      for _ in 0..<segment.nodes {
        nodes.append(contentsOf: repeatElement(Int32(groups.count), count: devices))
        groups.append(segment.group)
      }
      nodes.removeLast(segment.idleDevices)
    }
  }

  func span(of ranks: some Sequence<Int>) -> GroupSpan {
    var total = 0
    var fewest = Int.max
    var nodeCount = 0
    var clusterGroups: [Int] = []
    // Of the groups of the cluster passed so far: ranks of the fullest, pairs of the fullest two.
    var (inGroup, fullest, pairs) = (0, 0, 0)
    var current: Int32 = -1
    var onCurrent = 0
    // Ranks of a group ascend, so the members on one node are neighbours.
    for rank in ranks {
      total += 1
      if nodes[rank] == current {
        onCurrent += 1
        inGroup += 1
        continue
      }
      if nodeCount > 0 { fewest = min(fewest, onCurrent) }
      current = nodes[rank]
      onCurrent = 1
      nodeCount += 1
      let group = groups[Int(current)]
      if !clusterGroups.contains(group) {
        clusterGroups.append(group)
        pairs = max(pairs, fullest * inGroup)
        fullest = max(fullest, inGroup)
        inGroup = 0
      }
      inGroup += 1
    }
    return GroupSpan(
      ranks: total, nodes: nodeCount, ranksPerNode: min(fewest, onCurrent),
      clusterGroups: clusterGroups.sorted(), crossingPairs: max(pairs, fullest * inGroup))
  }
}

extension Layout {
  /// Who talks to whom between two stages: rank by rank, or, where one stage has fewer ranks, each of
  /// these to an equal number of neighbours.
  ///
  /// - Precondition: neither stage is empty.
  public static func peers(_ some: [Int], _ others: [Int]) -> [(Int, Int)] {
    let count = max(some.count, others.count)
    return (0..<count).map {
      (some[$0 * some.count / count], others[$0 * others.count / count])
    }
  }
}

/// The different elements, in order of appearance (few are expected), and how many of all elements
/// cross between groups of the cluster.
private func distinct(_ spans: some Sequence<GroupSpan>) -> (spans: [GroupSpan], crossing: Int) {
  var found: [GroupSpan] = []
  var crossing = 0
  for span in spans {
    if span.clusterGroups.count > 1 { crossing += 1 }
    if !found.contains(span) { found.append(span) }
  }
  return (found, crossing)
}

extension [GroupSpan] {
  /// Notes how many groups share what joins the cluster's groups.
  fileprivate mutating func share(among groups: Int) {
    for index in indices where self[index].clusterGroups.count > 1 {
      self[index].concurrent = groups
    }
  }
}
