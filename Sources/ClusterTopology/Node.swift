public import Quantities

/// How the devices of one node reach each other.
public struct DeviceLink: Hashable, Sendable {
  public var name: String
  public var transport: Transport
  /// Per device, one direction, nominal.
  public var bandwidth: BytesPerSecond
  /// Fraction of `bandwidth` that collectives of large messages reach as bus bandwidth.
  public var efficiency: Double
  /// Per step of a collective.
  public var latency: Seconds
  /// Bus bandwidth of a large all-reduce that the switch reduces in flight (NVLink SHARP), as a
  /// fraction of `bandwidth`; may exceed 1, since less data moves. `nil` when the switch cannot.
  public var switchReductionEfficiency: Double?
  /// Where `bandwidth` comes from.
  public var provenance: Provenance
  /// Where `efficiency`, `latency` and `switchReductionEfficiency` come from.
  public var collectiveProvenance: Provenance

  /// - Parameter collectiveProvenance: The same as `provenance` when left out.
  public init(
    name: String, transport: Transport, bandwidth: BytesPerSecond, efficiency: Double,
    latency: Seconds, switchReductionEfficiency: Double? = nil, provenance: Provenance,
    collectiveProvenance: Provenance? = nil
  ) {
    self.name = name
    self.transport = transport
    self.bandwidth = bandwidth
    self.efficiency = efficiency
    self.latency = latency
    self.switchReductionEfficiency = switchReductionEfficiency
    self.provenance = provenance
    self.collectiveProvenance = collectiveProvenance ?? provenance
  }

  /// Whether the switch reduces in flight.
  public var reducesInSwitch: Bool { switchReductionEfficiency != nil }
}

/// A kind of network interface.
public struct NetworkInterface: Hashable, Sendable {
  public var name: String
  public var transport: Transport
  /// Per interface, one direction, nominal.
  public var bandwidth: BytesPerSecond
  /// Fraction of `bandwidth` that collectives of large messages reach as bus bandwidth.
  public var efficiency: Double
  /// Per step of a collective between nodes.
  public var latency: Seconds
  /// Where `bandwidth` comes from.
  public var provenance: Provenance
  /// Where `efficiency` and `latency` come from.
  public var collectiveProvenance: Provenance

  /// - Parameter collectiveProvenance: The same as `provenance` when left out.
  public init(
    name: String, transport: Transport, bandwidth: BytesPerSecond, efficiency: Double,
    latency: Seconds, provenance: Provenance, collectiveProvenance: Provenance? = nil
  ) {
    self.name = name
    self.transport = transport
    self.bandwidth = bandwidth
    self.efficiency = efficiency
    self.latency = latency
    self.provenance = provenance
    self.collectiveProvenance = collectiveProvenance ?? provenance
  }
}

/// A kind of node: equal devices, their links, and the interfaces to the outside.
///
/// A node is the domain in which devices reach each other without a network, so an NVL72 rack is
/// one node of 72 devices.
public struct NodeType: Hashable, Sendable {
  public struct Interfaces: Hashable, Sendable {
    public var interface: NetworkInterface
    public var count: Int

    public init(_ interface: NetworkInterface, count: Int) {
      self.interface = interface
      self.count = count
    }
  }

  public var name: String
  public var device: Device
  public var deviceCount: Int
  /// How devices of the node reach each other.
  public var deviceLink: DeviceLink
  /// At most one entry per transport.
  public var interfaces: [Interfaces]
  public var provenance: Provenance

  public init(
    name: String, device: Device, deviceCount: Int, deviceLink: DeviceLink,
    interfaces: [Interfaces], provenance: Provenance
  ) {
    self.name = name
    self.device = device
    self.deviceCount = deviceCount
    self.deviceLink = deviceLink
    self.interfaces = interfaces
    self.provenance = provenance
  }

  public func interfaces(_ transport: Transport) -> Interfaces? {
    interfaces.first { $0.interface.transport == transport }
  }
}
