public import Quantities

/// Nodes in groups, each group joined by its own fabric, and the links between groups.
///
/// Devices are numbered through: groups in order, nodes of a group in order, devices of a node in
/// order.
public struct Cluster: Hashable, Sendable {
  public var name: String
  public var groups: [NodeGroup]
  public var links: [GroupLink]

  public init(name: String, groups: [NodeGroup], links: [GroupLink]) {
    precondition(!groups.isEmpty, "a cluster has at least one group of nodes")
    self.name = name
    self.groups = groups
    self.links = links
  }

  public var deviceCount: Int { groups.reduce(0) { $0 + $1.deviceCount } }
  public var nodeCount: Int { groups.reduce(0) { $0 + $1.count } }
}

/// Equal nodes on one fabric.
public struct NodeGroup: Hashable, Sendable {
  public var name: String
  public var node: NodeType
  public var count: Int
  /// How many times the nodes' bandwidth exceeds what the fabric carries between them; 1 when it
  /// blocks nothing.
  public var oversubscription: Double
  /// What a device costs per hour; `nil` where nobody said.
  public var devicePrice: Money?

  public init(
    name: String, node: NodeType, count: Int, oversubscription: Double = 1,
    devicePrice: Money? = nil
  ) {
    self.devicePrice = devicePrice
    self.name = name
    self.node = node
    self.count = count
    self.oversubscription = oversubscription
  }

  public var deviceCount: Int { count * node.deviceCount }
}

/// A network that joins groups: their nodes reach each other over its transport.
public struct GroupLink: Hashable, Sendable {
  /// Indices of the groups that it joins, ascending.
  public var groups: [Int]
  public var transport: Transport
  /// What all traffic between two of the groups shares, one direction; `nil` when only the nodes'
  /// interfaces limit it.
  public var sharedBandwidth: BytesPerSecond?
  /// Added to the interfaces' own latency.
  public var latency: Seconds
  /// What a gigabyte (10⁹ bytes) that crosses costs.
  public var trafficPrice: Money
  public var provenance: Provenance

  public init(
    groups: [Int], transport: Transport, sharedBandwidth: BytesPerSecond? = nil,
    latency: Seconds = .zero, trafficPrice: Money = .zero, provenance: Provenance
  ) {
    self.trafficPrice = trafficPrice
    self.groups = groups
    self.transport = transport
    self.sharedBandwidth = sharedBandwidth
    self.latency = latency
    self.provenance = provenance
  }
}
