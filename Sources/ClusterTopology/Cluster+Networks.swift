public import Quantities

/// The network that a set of nodes talks over, as its slowest member allows.
public struct Network: Hashable, Sendable {
  public var transport: Transport
  /// Bus bandwidth that collectives reach into (and out of) one node, over all its interfaces.
  public var nodeBandwidth: BytesPerSecond
  public var latency: Seconds
  /// What all traffic that crosses between groups shares; `nil` within a group or without such a
  /// limit.
  public var sharedBandwidth: BytesPerSecond?
  /// Indices of the `Cluster.links` that it crosses.
  public var links: [Int]
}

extension Cluster {
  /// The best network that all nodes of the given groups share, or `nil` when they cannot reach
  /// each other.
  ///
  /// Groups share a transport when each has interfaces of it and links of that transport connect
  /// them. "Best" is RDMA before TCP, then the highest bandwidth into the slowest node. InfiniBand
  /// and RoCE never join: a mixed set falls back to Ethernet.
  public func network(joining groupIndices: some Collection<Int>) -> Network? {
    Transport.betweenNodes
      .compactMap { network(over: $0, joining: groupIndices) }
      .max { a, b in
        (a.transport.isRemoteDirectMemoryAccess ? 1 : 0, a.nodeBandwidth)
          < (b.transport.isRemoteDirectMemoryAccess ? 1 : 0, b.nodeBandwidth)
      }
  }

  private func network(over transport: Transport, joining groupIndices: some Collection<Int>)
    -> Network?
  {
    guard let path = linksConnecting(groupIndices, over: transport) else { return nil }
    var slowest = BytesPerSecond(.infinity)
    var latency = Seconds.zero
    for index in groupIndices {
      let group = groups[index]
      guard let installed = group.node.interfaces(transport) else { return nil }
      slowest = min(slowest, group.nodeBandwidth(over: installed))
      latency = max(latency, installed.interface.latency)
    }
    return Network(
      transport: transport, nodeBandwidth: slowest,
      latency: latency + path.map { links[$0].latency }.sum(),
      sharedBandwidth: path.compactMap { links[$0].sharedBandwidth }.min(), links: path)
  }

  /// Indices of the links of one transport that connect the groups; none for a single group,
  /// `nil` when they do not connect.
  private func linksConnecting(
    _ groupIndices: some Collection<Int>, over transport: Transport
  ) -> [Int]? {
    guard let first = groupIndices.first else { return nil }
    var reached: Set = [first]
    var used: [Int] = []
    let usable = links.indices.filter { links[$0].transport == transport }
    while !groupIndices.allSatisfy(reached.contains) {
      // Prefer a link that brings in a wanted group; otherwise one that leads on.
      let leading = usable.filter { index in
        let joined = links[index].groups
        return joined.contains(where: reached.contains) && !joined.allSatisfy(reached.contains)
      }
      guard
        let next = leading.first(where: { index in
          links[index].groups.contains { !reached.contains($0) && groupIndices.contains($0) }
        }) ?? leading.first
      else { return nil }
      used.append(next)
      reached.formUnion(links[next].groups)
    }
    return used
  }
}

extension NodeGroup {
  /// Bus bandwidth that collectives reach out of one node over its interfaces of a transport; zero
  /// if it has none.
  public func nodeBandwidth(over transport: Transport) -> BytesPerSecond {
    node.interfaces(transport).map(nodeBandwidth) ?? .zero
  }

  fileprivate func nodeBandwidth(over installed: NodeType.Interfaces) -> BytesPerSecond {
    let interface = installed.interface
    return interface.bandwidth * installed.count * interface.efficiency / oversubscription
  }
}

/// Where a device sits.
public struct DeviceLocation: Hashable, Sendable {
  public var group: Int
  /// Within the group.
  public var node: Int
  /// Within the node.
  public var slot: Int

  public init(group: Int, node: Int, slot: Int) {
    self.group = group
    self.node = node
    self.slot = slot
  }
}

extension Cluster {
  /// Where device `index` sits; `index` counts through all groups.
  public func location(ofDevice index: Int) -> DeviceLocation {
    var rest = index
    for (number, group) in groups.enumerated() {
      if rest < group.deviceCount {
        return DeviceLocation(
          group: number, node: rest / group.node.deviceCount, slot: rest % group.node.deviceCount)
      }
      rest -= group.deviceCount
    }
    preconditionFailure("device \(index) of a cluster of \(deviceCount)")
  }
}
