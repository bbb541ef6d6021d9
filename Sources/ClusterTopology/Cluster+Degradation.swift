internal import Quantities

/// A link of a cluster that carries less than it should.
public struct LinkDegradation: Hashable, Sendable {
  public enum Link: Hashable, Sendable {
    /// All links of a transport: inside the nodes, or their interfaces to the outside. In one group
    /// of nodes, or in all when `nil`.
    case transport(Transport, inGroup: String?)
    /// What the traffic between two groups of nodes shares.
    case between(String, String)
  }

  public var link: Link
  /// What is left of the bandwidth, above 0 and at most 1.
  public var remaining: Double

  public init(_ link: Link, remaining: Double) {
    self.link = link
    self.remaining = remaining
  }
}

extension Cluster {
  /// The cluster with a degraded link.
  ///
  /// - Returns: `nil` if the cluster has no such link, or nothing limits it that could be degraded.
  public func degraded(by degradation: LinkDegradation) -> Cluster? {
    var cluster = self
    var isFound = false
    func degrade(_ bandwidth: inout BytesPerSecond) {
      bandwidth = bandwidth * degradation.remaining
      isFound = true
    }
    switch degradation.link {
    case .transport(let transport, let name):
      for group in groups.indices where name == nil || groups[group].name == name {
        if cluster.groups[group].node.deviceLink.transport == transport {
          degrade(&cluster.groups[group].node.deviceLink.bandwidth)
        }
        for index in groups[group].node.interfaces.indices
        where groups[group].node.interfaces[index].interface.transport == transport {
          degrade(&cluster.groups[group].node.interfaces[index].interface.bandwidth)
        }
      }
    case .between(let a, let b):
      for link in links.indices {
        let names = links[link].groups.map { groups[$0].name }
        guard a != b, names.contains(a), names.contains(b) else { continue }
        if var shared = links[link].sharedBandwidth {
          degrade(&shared)
          cluster.links[link].sharedBandwidth = shared
        }
      }
    }
    return isFound ? cluster : nil
  }

  /// The links that `degraded(by:)` knows, in words: `ethernet`, `group:ethernet`, `group+group`.
  public var degradableLinks: [String] {
    var names: [String] = []
    for group in groups {
      let transports =
        [group.node.deviceLink.transport] + group.node.interfaces.map(\.interface.transport)
      for transport in transports.map(\.rawValue) {
        if !names.contains(transport) { names.append(transport) }
        if groups.count > 1 { names.append("\(group.name):\(transport)") }
      }
    }
    for link in links where link.sharedBandwidth != nil {
      let joined = link.groups.map { groups[$0].name }
      for (index, name) in joined.enumerated() {
        names += joined[(index + 1)...].map { "\(name)+\($0)" }
      }
    }
    return names
  }
}

extension LinkDegradation.Link: CustomStringConvertible, LosslessStringConvertible {
  public var description: String {
    switch self {
    case .transport(let transport, nil): transport.rawValue
    case .transport(let transport, let group?): "\(group):\(transport.rawValue)"
    case .between(let a, let b): "\(a)+\(b)"
    }
  }

  /// Reads `ethernet`, `group:ethernet` or `group+group`.
  public init?(_ description: String) {
    let ends = description.split(separator: "+", omittingEmptySubsequences: false)
    let parts = description.split(separator: ":", omittingEmptySubsequences: false)
    if ends.count == 2, !ends[0].isEmpty, !ends[1].isEmpty {
      self = .between(String(ends[0]), String(ends[1]))
    } else if parts.count == 2, let transport = Transport(rawValue: String(parts[1])) {
      self = .transport(transport, inGroup: String(parts[0]))
    } else if let transport = Transport(rawValue: description) {
      self = .transport(transport, inGroup: nil)
    } else {
      return nil
    }
  }
}
