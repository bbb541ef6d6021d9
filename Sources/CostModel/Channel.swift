public import ClusterTopology
public import Quantities
public import StrategySpace

/// What the ranks of a group communicate through, and how long their collectives take.
///
/// Each group is a ring in which every rank is equally loaded. All devices of a node communicate on
/// the same axis at the same time, so the node's interfaces are shared: a group with `r` of a
/// node's `d` devices gets `r / d` of the node's bandwidth. Sizes are those of the whole tensor:
/// what a rank holds after an all-gather, before a reduce-scatter, on both sides of an all-reduce.
public struct Channel: Hashable, Sendable {
  public let transport: Transport
  public let ranks: Int
  /// Of the ring's slowest hop.
  let bandwidth: BytesPerSecond
  let allReduceBandwidth: BytesPerSecond
  /// Between devices of a node.
  let linkBandwidth: BytesPerSecond
  /// Out of one node, for this group's share of the interfaces; zero within a node.
  let networkBandwidth: BytesPerSecond
  /// Of what joins groups of the cluster, this group's share; `nil` where nothing limits that.
  let sharedBandwidth: BytesPerSecond?
  /// As in `GroupSpan`.
  let crossingPairs: Int
  let ranksPerNode: Int
  /// Once around the ring.
  let ringLatency: Seconds
  /// Up and down a tree over the nodes, and through each node.
  let treeLatency: Seconds
  /// Of the slowest hop.
  let hopLatency: Seconds

  /// - Precondition: the groups of nodes that the span covers share a network; rules refuse others.
  public init(_ span: GroupSpan, on cluster: Cluster) {
    let nodes = span.clusterGroups.map { cluster.groups[$0].node }
    let links = nodes.map(\.deviceLink)
    let inside = links.map { $0.bandwidth * $0.efficiency }.min() ?? .zero
    let linkLatency = links.map(\.latency).max() ?? .zero
    let inner = Double(span.ranksPerNode - 1)
    ranks = span.ranks
    ranksPerNode = span.ranksPerNode
    linkBandwidth = inside
    crossingPairs = span.crossingPairs
    guard span.nodes > 1 else {
      transport = links[0].transport
      bandwidth = inside
      allReduceBandwidth = links.map { $0.bandwidth * $0.allReduceEfficiency }.min() ?? .zero
      networkBandwidth = .zero
      sharedBandwidth = nil
      ringLatency = inner * linkLatency
      treeLatency = 2 * inner * linkLatency
      hopLatency = linkLatency
      return
    }
    guard let network = cluster.network(joining: span.clusterGroups) else {
      preconditionFailure("groups without a common network are refused before they are priced")
    }
    let share = nodes.map { Double(span.ranksPerNode) / Double($0.deviceCount) }.min() ?? 1
    transport = network.transport
    networkBandwidth = network.nodeBandwidth * share
    sharedBandwidth = network.sharedBandwidth.map { $0 / span.concurrent }
    let outside = min(networkBandwidth, sharedBandwidth ?? networkBandwidth)
    bandwidth = span.ranksPerNode > 1 ? min(inside, outside) : outside
    allReduceBandwidth = bandwidth
    let hops = Double(span.nodes - 1)
    ringLatency = hops * network.latency + Double(span.ranks - span.nodes) * linkLatency
    let doublings = Double(Int.bitWidth - (span.nodes - 1).leadingZeroBitCount)
    treeLatency = 2 * (doublings * network.latency + inner * linkLatency)
    hopLatency = network.latency
  }
}

extension Channel {
  /// `(n−1)/n` of the tensor passes each rank, in `n − 1` steps.
  public func allGather(_ size: Bytes) -> Seconds {
    size > .zero ? size * passedOn / bandwidth + ringLatency : .zero
  }

  /// The same traffic as an all-gather, in the other direction.
  public func reduceScatter(_ size: Bytes) -> Seconds { allGather(size) }

  /// A reduce-scatter and an all-gather; the steps of small ones go up and down a tree instead.
  public func allReduce(_ size: Bytes) -> Seconds {
    guard size > .zero else { return .zero }
    return 2 * size * passedOn / allReduceBandwidth + min(2 * ringLatency, treeLatency)
  }

  /// Each rank keeps `1/n` of its `size` and sends the rest, an equal part to each other rank.
  ///
  /// What stays in the node, what leaves it, and what crosses between groups of the cluster travel
  /// at the same time. Over a shared link goes a part from each rank on one side to each on the
  /// other.
  ///
  /// - Parameter copies: how many equal parts of a rank's data go to ranks at random, of which those for
  ///   one node cross the network once.
  public func allToAll(_ size: Bytes, copies: Int = 1) -> Seconds {
    guard size > .zero else { return .zero }
    let part = size / ranks
    let inside = part * (ranksPerNode - 1) / linkBandwidth
    let far = ranks - ranksPerNode
    let once = copies > 1 && far > 0 ? distinctNodes(of: copies) / Double(copies) : 1
    let outside = far > 0 ? part * (Double(far) * once) / (networkBandwidth / ranksPerNode) : .zero
    let across = sharedBandwidth.map { part * (Double(crossingPairs) * once) / $0 } ?? .zero
    return max(inside, outside, across) + hopLatency
  }

  /// The nodes that as many copies reach when each goes to any of them: `N · (1 − (1 − 1/N)^copies)`.
  private func distinctNodes(of copies: Int) -> Double {
    let nodes = Double(ranks) / Double(ranksPerNode)
    var missed = 1.0
    for _ in 0..<copies { missed *= 1 - 1 / nodes }
    return nodes * (1 - missed)
  }

  /// One message from each rank to its peer.
  public func send(_ size: Bytes) -> Seconds {
    size > .zero ? size / bandwidth + hopLatency : .zero
  }

  /// The part of the tensor that passes each rank.
  private var passedOn: Double { Double(ranks - 1) / Double(ranks) }
}

extension DeviceLink {
  /// The fraction of the link's bandwidth that an all-reduce reaches as bus bandwidth.
  fileprivate var allReduceEfficiency: Double { switchReductionEfficiency ?? efficiency }
}

/// The channels of a layout: for each stage and axis those of the distinct ways in which its groups
/// span the cluster.
public struct LayoutChannels: Sendable {
  public let layout: Layout
  /// By stage.
  public let stages: [StageChannels]
  /// By stage: to its peers in the next stage, around to the first.
  public let boundaries: [[Channel]]

  init(_ layout: Layout, on cluster: Cluster) {
    self.layout = layout
    stages = layout.stages.map { StageChannels($0, on: cluster) }
    boundaries = layout.boundaries.map { spans in spans.map { Channel($0, on: cluster) } }
  }
}

/// The channels of one pipeline stage; none where the axis has one rank.
public struct StageChannels: Hashable, Sendable {
  public let clusterGroups: [Int]
  public let tensor: [Channel]
  public let context: [Channel]
  public let dataContext: [Channel]
  public let expert: [Channel]
  public let expertTensor: [Channel]
  public let expertData: [Channel]

  init(_ stage: StageLayout, on cluster: Cluster) {
    func channels(_ axis: ParallelAxis) -> [Channel] {
      stage.spans(of: axis).map { Channel($0, on: cluster) }
    }
    clusterGroups = stage.clusterGroups
    tensor = channels(.tensor)
    context = channels(.context)
    dataContext = channels(.dataContext)
    expert = channels(.expert)
    expertTensor = channels(.expertTensor)
    expertData = channels(.expertData)
  }
}

extension [Channel] {
  /// The longest time that one of the groups takes.
  func slowest(_ duration: (Channel) -> Seconds) -> Seconds {
    var slowest = Seconds.zero
    for channel in self { slowest = Swift.max(slowest, duration(channel)) }
    return slowest
  }
}
