import ClusterTopology
public import Configuration
public import Quantities

/// Names of the catalogue for the parts of a node that another tool describes only in part.
///
/// `nvidia-smi` and NCCL tell how many devices and interfaces there are and how they are joined,
/// not of which make. What they leave open is asked for, with what it may be.
public struct NodeGuess: Sendable {
  public var catalog: Catalog
  /// What the user says.
  public var device: String
  public var link: String?
  public var interface: String?

  public init(catalog: Catalog, device: String, link: String? = nil, interface: String? = nil) {
    self.catalog = catalog
    self.device = device
    self.link = link
    self.interface = interface
  }

  /// A node as a description, in a cluster of `nodes` of them.
  ///
  /// - Parameters:
  ///   - hasNVLink: whether every two devices are joined by NVLink.
  ///   - interfaces: how many, and how fast where that is known.
  /// - Throws: `InvalidInput` that says what to give.
  public func cluster(
    named name: String, devices: Int, hasNVLink: Bool,
    interfaces: (count: Int, bandwidth: BytesPerSecond?),
    nodes: Int, source: String
  ) throws(InvalidInput) -> ClusterDraft {
    try known(device, .device, "--device")
    let link = try link(hasNVLink: hasNVLink)
    var installed: [NodeDraft.Interfaces] = []
    if interfaces.count > 0 {
      let interface = try interface(bandwidth: interfaces.bandwidth)
      installed = [NodeDraft.Interfaces(interface: interface, count: interfaces.count)]
    } else if let interface {
      try known(interface, .interface, "--interface")
      installed = [NodeDraft.Interfaces(interface: interface, count: 1)]
    }
    if installed.isEmpty, nodes > 1 {
      throw InvalidInput(
        file: source, "shows no interface: give --interface, or nodes cannot reach each other")
    }
    let node = NodeDraft(
      name: name, device: device, deviceCount: devices, link: link, interfaces: installed,
      provenance: Provenance(.measured, source))
    return ClusterDraft(
      name: name,
      groups: [ClusterDraft.Group(name: "nodes", node: .described(node), count: nodes)],
      remarks: [
        "From \(source). TCP is what nodes fall back to: add an Ethernet interface where there is one."
      ])
  }

  private func known(
    _ name: String, _ kind: Catalog.Kind, _ option: String
  ) throws(InvalidInput) {
    if Catalog.isPath(name) || catalog.path(of: kind, named: name) != nil { return }
    throw InvalidInput(
      file: option,
      "no \(kind.rawValue) '\(name)'; \(hint(for: name, among: catalog.names(of: kind)))")
  }

  /// The link that the user names, or the one that most nodes of the catalogue with this device have.
  private func link(hasNVLink: Bool) throws(InvalidInput) -> String {
    if let link {
      try known(link, .link, "--link")
      return link
    }
    var nodes: [String: Int] = [:]
    for name in catalog.names(of: .node) {
      guard let path = catalog.path(of: .node, named: name) else { continue }
      let parts = try SourceFile(path: path).read { root in
        root.ignoreOtherKeys()
        return (root.stringIfPresent("device"), root.stringIfPresent("link"))
      }
      if parts.0 == device, let link = parts.1, link.hasPrefix("nvlink") == hasNVLink {
        nodes[link, default: 0] += 1
      }
    }
    let usual = nodes.filter { $0.value == nodes.values.max() }
    if usual.count == 1, let link = usual.first?.key { return link }
    let kind = hasNVLink ? "NVLink" : "PCIe"
    let choices = catalog.names(of: .link).filter { $0.hasPrefix("nvlink") == hasNVLink }
    throw InvalidInput(
      file: "--link",
      "which \(kind) joins the devices is not in the file; give its path or one of the names "
        + choices.joined(separator: ", "))
  }

  private func interface(bandwidth: BytesPerSecond?) throws(InvalidInput) -> String {
    if let interface {
      try known(interface, .interface, "--interface")
      return interface
    }
    var choices: [String] = []
    for name in catalog.names(of: .interface) {
      guard let path = catalog.path(of: .interface, named: name) else { continue }
      let found = try SourceFile(path: path).read { root in
        root.ignoreOtherKeys()
        return root.bandwidth("bandwidth")
      }
      if bandwidth == nil || bandwidth == found { choices.append(name) }
    }
    if choices.count == 1 { return choices[0] }
    throw InvalidInput(
      file: "--interface",
      "which interface joins the nodes is not in the file; give its path or one of the names "
        + (choices.isEmpty ? catalog.names(of: .interface) : choices).joined(separator: ", "))
  }
}

extension Catalog {
  /// The devices of a kind of node, by name or path.
  public func deviceCount(ofNode reference: String) throws(InvalidInput) -> Int {
    guard let path = Catalog.isPath(reference) ? reference : path(of: .node, named: reference)
    else {
      throw InvalidInput(
        file: "--node", "no node '\(reference)'; \(hint(for: reference, among: names(of: .node)))")
    }
    return try SourceFile(path: path).read { root in
      root.ignoreOtherKeys()
      return root.integer("devices", in: 1...1024)
    }
  }
}
