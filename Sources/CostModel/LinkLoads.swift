import ClusterTopology
import Quantities
import StrategySpace

/// What the transfers and collectives of a step put on the links of a cluster, found from where
/// its ranks sit.
///
/// A collective is a ring: one stream out of and one into each node that it passes, and one over
/// each link between the groups of the cluster that it joins. So is an all-to-all, which loads the
/// interfaces alike. A transfer between stages is a stream for each pair of ranks.
///
/// Streams go at the pace of their channel, which already has the share of its axis: alone, a flow
/// fits all links that it crosses.
struct LinkLoads {
  /// A link in one direction.
  private enum Place: Hashable {
    /// All interfaces of one transport of a node.
    case interfaces(of: Int, Transport, outward: Bool)
    /// A link of the cluster between two of its groups.
    case between(link: Int, from: Int, to: Int)
  }

  /// What one flow puts on a link.
  private struct Load: Hashable {
    var flow: Int
    var streams: Int
  }

  private let cluster: Cluster
  /// By rank: its node, numbered through the cluster, and the group of that.
  private let nodeOfRank: [Int]
  private let groupOfRank: [Int]
  private var networks: [[Int]: Network] = [:]

  /// By flow: what one of its streams reaches, in whole bytes per second.
  private var bandwidths: [BytesPerSecond] = []
  /// In order of appearance.
  private var places: [(place: Place, loads: [Load])] = []
  private var indexOfPlace: [Place: Int] = [:]

  init(_ placement: Placement, on cluster: Cluster) {
    self.cluster = cluster
    let firstNodes = cluster.groups.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let locations = placement.devices(on: cluster).map { cluster.location(ofDevice: $0) }
    nodeOfRank = locations.map { firstNodes[$0.group] + $0.node }
    groupOfRank = locations.map(\.group)
  }

  // MARK: Flows

  /// Adds a collective that all groups of ranks take part in at the same time.
  ///
  /// - Returns: the flow's number, or `nil` if it leaves no node.
  mutating func addCollective(
    of groups: some Sequence<[Int]>, through channels: [Channel]
  ) -> Int? {
    guard let flow = addFlow(channels) else { return nil }
    for ranks in groups {
      var nodes: [Int] = []
      var joined: [Int] = []
      for rank in ranks {
        if nodeOfRank[rank] != nodes.last { nodes.append(nodeOfRank[rank]) }
        if groupOfRank[rank] != joined.last { joined.append(groupOfRank[rank]) }
      }
      guard nodes.count > 1, let network = network(joining: joined) else { continue }
      for node in nodes {
        add(flow, to: .interfaces(of: node, network.transport, outward: true))
        add(flow, to: .interfaces(of: node, network.transport, outward: false))
      }
      guard joined.count > 1 else { continue }
      for (index, group) in joined.enumerated() {
        cross(network, from: group, to: joined[(index + 1) % joined.count], flow)
      }
    }
    return flow
  }

  /// Adds a transfer of which each rank of a stage sends its part to its peers in another.
  ///
  /// - Returns: the flow's number, or `nil` if it leaves no node.
  mutating func addTransfer(from: [Int], to: [Int], through channels: [Channel]) -> Int? {
    guard let flow = addFlow(channels) else { return nil }
    for (sender, receiver) in Layout.peers(from, to)
    where nodeOfRank[sender] != nodeOfRank[receiver] {
      let (source, target) = (groupOfRank[sender], groupOfRank[receiver])
      guard let network = network(joining: source == target ? [source] : [source, target])
      else { continue }
      add(flow, to: .interfaces(of: nodeOfRank[sender], network.transport, outward: true))
      add(flow, to: .interfaces(of: nodeOfRank[receiver], network.transport, outward: false))
      if source != target { cross(network, from: source, to: target, flow) }
    }
    return flow
  }

  private mutating func addFlow(_ channels: [Channel]) -> Int? {
    let leaving = channels.filter { $0.networkBandwidth > .zero }
    guard let slowest = leaving.map(\.bandwidth).min() else { return nil }
    bandwidths.append(BytesPerSecond(slowest.value.rounded(.down)))
    return bandwidths.count - 1
  }

  private mutating func network(joining groups: [Int]) -> Network? {
    let sorted = groups.sorted()
    if let known = networks[sorted] { return known }
    networks[sorted] = cluster.network(joining: sorted)
    return networks[sorted]
  }

  private mutating func cross(_ network: Network, from: Int, to: Int, _ flow: Int) {
    for link in network.links where cluster.links[link].sharedBandwidth != nil {
      // Whatever goes over a link of two groups in one direction shares it, wherever it is from.
      let ends = cluster.links[link].groups
      let passed =
        ends.count == 2 ? (from < to ? (ends[0], ends[1]) : (ends[1], ends[0])) : (from, to)
      add(flow, to: .between(link: link, from: passed.0, to: passed.1))
    }
  }

  private mutating func add(_ flow: Int, to place: Place) {
    if indexOfPlace[place] == nil {
      indexOfPlace[place] = places.count
      places.append((place, []))
    }
    guard let index = indexOfPlace[place] else { return }
    let last = places[index].loads.count - 1
    if last >= 0, places[index].loads[last].flow == flow {
      places[index].loads[last].streams += 1
    } else {
      places[index].loads.append(Load(flow: flow, streams: 1))
    }
  }

  // MARK: Links

  /// The links on which flows can get in each other's way, and by flow what it puts on them.
  ///
  /// Links that all flows fit at the same time are left out. Nodes on which the same flows load
  /// their interfaces alike are one link: what happens on one of them happens on all.
  func contended() -> (links: [SharedLink], traffic: [Traffic]) {
    var links: [SharedLink] = []
    var traffic = bandwidths.map { Traffic(bandwidth: $0, crossings: []) }
    var known: Set<Kind> = []
    for (place, loads) in places {
      let demands = loads.map { bandwidths[$0.flow] * $0.streams }
      // Where shares were not divided evenly, a flow alone may still never exceed its price.
      let capacity = max(
        BytesPerSecond(capacity(of: place).value.rounded(.up)), demands.max() ?? .zero)
      guard demands.sum() > capacity else { continue }
      guard known.insert(Kind(capacity: capacity, loads: loads)).inserted else { continue }
      for load in loads {
        traffic[load.flow].crossings.append(
          Traffic.Crossing(link: links.count, streams: load.streams))
      }
      links.append(SharedLink(name: name(of: place), capacity: capacity))
    }
    return (links, traffic)
  }

  /// All that tells one link from another.
  private struct Kind: Hashable {
    var capacity: BytesPerSecond
    var loads: [Load]
  }

  private func capacity(of place: Place) -> BytesPerSecond {
    switch place {
    case .interfaces(let node, let transport, _):
      cluster.groups[group(ofNode: node).index].nodeBandwidth(over: transport)
    case .between(let link, _, _): cluster.links[link].sharedBandwidth ?? .zero
    }
  }

  private func name(of place: Place) -> String {
    switch place {
    case .interfaces(let node, let transport, let outward):
      let group = group(ofNode: node)
      return "\(transport.rawValue) \(outward ? "out of" : "into") node \(node - group.first) of "
        + cluster.groups[group.index].name
    case .between(_, let from, let to):
      return "\(cluster.groups[from].name) to \(cluster.groups[to].name)"
    }
  }

  private func group(ofNode node: Int) -> (index: Int, first: Int) {
    var first = 0
    for (index, group) in cluster.groups.enumerated() {
      if node < first + group.count { return (index, first) }
      first += group.count
    }
    preconditionFailure("node \(node) of a cluster of \(first)")
  }
}
