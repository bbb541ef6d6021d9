public import ClusterTopology
public import Quantities
public import StrategySpace

/// How long collectives take between ranks spread over a cluster.
///
/// Each group is a ring in which every rank is equally loaded. All devices of a node communicate on the same axis at the same time, so
/// the node's interfaces are shared: a group with `r` of a node's `d` devices gets `r / d` of the node's bandwidth. Sizes are those of
/// the whole tensor: what a rank holds after an all-gather, before a reduce-scatter, on both sides of an all-reduce.
public struct Collectives: Hashable, Sendable {
  public let cluster: Cluster

  public init(on cluster: Cluster) { self.cluster = cluster }

  /// What the ranks of a span talk over; `nil` when they cannot reach each other.
  public func transport(of span: GroupSpan) -> Transport? {
    span.nodes == 1
      ? cluster.groups[span.clusterGroups[0]].node.deviceLink.transport
      : cluster.network(joining: span.clusterGroups)?.transport
  }

  /// `(n−1)/n` of the tensor passes each rank, in `n − 1` steps.
  public func allGather(_ size: Bytes, over span: GroupSpan) -> Seconds {
    guard span.ranks > 1, size > .zero else { return .zero }
    let ring = ring(span)
    return size * ring.passedOn / ring.bandwidth + ring.latency
  }

  /// The same traffic as an all-gather, in the other direction.
  public func reduceScatter(_ size: Bytes, over span: GroupSpan) -> Seconds {
    allGather(size, over: span)
  }

  /// A reduce-scatter and an all-gather; small tensors go up and down a tree over the nodes instead.
  public func allReduce(_ size: Bytes, over span: GroupSpan) -> Seconds {
    guard span.ranks > 1, size > .zero else { return .zero }
    let ring = ring(span)
    return 2 * size * ring.passedOn / ring.allReduceBandwidth + min(2 * ring.latency, ring.treeLatency)
  }

  /// Each rank keeps `1/n` of its `size` and sends the rest, an equal part to each other rank.
  public func allToAll(_ size: Bytes, over span: GroupSpan) -> Seconds {
    guard span.ranks > 1, size > .zero else { return .zero }
    let ring = ring(span)
    let n = Double(span.ranks)
    let near = Double(span.ranksPerNode - 1) / n
    let far = Double(span.ranks - span.ranksPerNode) / n
    let inside = size * near / ring.linkBandwidth
    let outside = far > 0 ? size * far / (ring.networkBandwidth / span.ranksPerNode) : .zero
    return max(inside, outside) + ring.stepLatency
  }

  /// One message from each rank of a stage to its peer.
  public func send(_ size: Bytes, over span: GroupSpan) -> Seconds {
    guard span.ranks > 1, size > .zero else { return .zero }
    let ring = ring(span)
    return size / ring.bandwidth + ring.stepLatency
  }

  /// What a ring over the ranks of a span has to work with.
  private struct Ring {
    /// The part of the tensor that passes each rank: `(n − 1) / n`.
    var passedOn: Double
    /// Of the slowest hop.
    var bandwidth: BytesPerSecond
    var allReduceBandwidth: BytesPerSecond
    var linkBandwidth: BytesPerSecond
    /// Out of one node, for this group's share of the interfaces.
    var networkBandwidth: BytesPerSecond
    /// Once around.
    var latency: Seconds
    /// Up and down a tree over nodes, and through each node.
    var treeLatency: Seconds
    /// Of the slowest hop.
    var stepLatency: Seconds
  }

  private func ring(_ span: GroupSpan) -> Ring {
    let nodes = span.clusterGroups.map { cluster.groups[$0].node }
    let inside = nodes.map { $0.deviceLink.bandwidth * $0.deviceLink.efficiency }.min() ?? .zero
    let reducing =
      nodes.map { $0.deviceLink.bandwidth * $0.deviceLink.efficiency }.min() ?? .zero
    let linkLatency = nodes.map(\.deviceLink.latency).max() ?? .zero
    let n = Double(span.ranks)
    let passedOn = (n - 1) / n
    guard span.nodes > 1 else {
      return Ring(
        passedOn: passedOn, bandwidth: inside, allReduceBandwidth: reducing, linkBandwidth: inside,
        networkBandwidth: .zero, latency: (n - 1) * linkLatency, treeLatency: 2 * (n - 1) * linkLatency,
        stepLatency: linkLatency)
    }
    guard let network = cluster.network(joining: span.clusterGroups) else {
      preconditionFailure("validity rules refuse groups without a common network")
    }
    let share = nodes.map { Double(span.ranksPerNode) / Double($0.deviceCount) }.min() ?? 1
    var outside = network.nodeBandwidth * share
    if let shared = network.sharedBandwidth { outside = min(outside, shared / span.concurrent) }
    let slowest = span.ranksPerNode > 1 ? min(inside, outside) : outside
    let hops = Double(span.nodes)
    let inner = Double(span.ranksPerNode - 1)
    return Ring(
      passedOn: passedOn, bandwidth: slowest, allReduceBandwidth: slowest, linkBandwidth: inside,
      networkBandwidth: outside,
      latency: (n - hops) * linkLatency + (hops - 1) * network.latency,
      treeLatency: 2 * (hops.ceilingLog2 * network.latency + inner * linkLatency),
      stepLatency: network.latency)
  }
}

extension Double {
  /// The number of doublings that reach the value.
  fileprivate var ceilingLog2: Double {
    var doublings = 0.0
    var reached = 1.0
    while reached < self {
      reached *= 2
      doublings += 1
    }
    return doublings
  }
}
