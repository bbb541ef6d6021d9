public import ClusterTopology
import Quantities

extension Catalog {
  /// Reads the cluster that a user refers to: a name of the catalogue or a path, with node counts
  /// if given.
  ///
  ///     let cluster = try catalog.cluster(ClusterReference("dgx-h100:16"))
  ///
  /// - Throws: `InvalidInput` with everything that is wrong in the cluster's file and in the
  ///   hardware files that it refers to.
  public func cluster(_ reference: ClusterReference) throws(InvalidInput) -> Cluster {
    let path = try path(of: .cluster, referredToAs: reference.target)
    return try cluster(SourceFile(path: path), nodeCounts: reference.nodeCounts)
  }

  /// Reads a cluster from a file that is already parsed.
  ///
  /// - Parameter nodeCounts: Nodes per group in place of those in the file.
  public func cluster(
    _ file: SourceFile, nodeCounts: [Int]? = nil
  ) throws(InvalidInput) -> Cluster {
    try file.expect(.cluster)
    return try file.read { root in
      let reader = HardwareReader(catalog: self, mapping: root, files: [file.path])
      return reader.cluster(nodeCounts: nodeCounts)
    }
  }
}

extension HardwareReader {
  fileprivate func cluster(nodeCounts: [Int]?) -> Cluster {
    let name = mapping.string("name")
    var entries = mapping.mappings("groups")
    if let nodeCounts, !entries.isEmpty, nodeCounts.count != entries.count {
      let counts = nodeCounts.map(String.init).joined(separator: "+")
      mapping.report(
        "the cluster has \(counted(entries.count, "group")), but ':\(counts)' gives "
          + counted(nodeCounts.count, "node count"), key: "groups")
    }
    if entries.isEmpty { entries = [mapping.placeholder("groups")] }
    var groups = groups(entries)
    let links = links(joining: groups)
    if let nodeCounts {
      for (index, count) in zip(groups.indices, nodeCounts) { groups[index].count = count }
    }
    let cluster = Cluster(name: name, groups: groups, links: links)
    // Whatever is wrong already would only be repeated in other words.
    if mapping.sink.diagnostics.isEmpty { check(cluster, entries) }
    return cluster
  }

  private func groups(_ entries: [MappingReader]) -> [NodeGroup] {
    var groups: [NodeGroup] = []
    for entry in entries {
      let name = entry.string("name")
      if !name.isEmpty, groups.contains(where: { $0.name == name }) {
        entry.report("a second group named '\(name)'", key: "name")
      }
      groups.append(
        NodeGroup(
          name: name,
          node: within(entry).description("node", of: .node) { $0.nodeType() },
          count: entry.integer("nodes", in: 1...ClusterReference.nodeLimit),
          oversubscription: entry.numberIfPresent("oversubscription", in: 1...1000) ?? 1,
          devicePrice: entry.numberIfPresent("price_per_device_hour", in: 0...1e6)
            .map { Money($0) }))
    }
    return groups
  }

  private func links(joining groups: [NodeGroup]) -> [GroupLink] {
    (mapping.mappingsIfPresent("links") ?? []).map { entry in
      let transport = within(entry).transport(Transport.betweenNodes, "between groups")
      let joined = joinedGroups(entry, groups)
      if let transport {
        for index in joined { check(groups[index], hasInterfaceFor: transport, entry) }
      }
      return GroupLink(
        groups: joined, transport: transport ?? .ethernet,
        sharedBandwidth: entry.bandwidthIfPresent("shared_bandwidth"),
        latency: entry.durationIfPresent("latency") ?? .zero,
        trafficPrice: Money(entry.numberIfPresent("price_per_gigabyte", in: 0...1e6) ?? 0),
        provenance: entry.provenance())
    }
  }

  /// The indices of the groups that a link names, ascending.
  private func joinedGroups(_ entry: MappingReader, _ groups: [NodeGroup]) -> [Int] {
    let names = entry.strings("between")
    let known = Set(groups.map(\.name)).subtracting([""]).sorted()
    var joined: Set<Int> = []
    for name in names where !known.isEmpty {
      guard let index = groups.firstIndex(where: { $0.name == name }) else {
        entry.report("no group named '\(name)'; \(hint(for: name, among: known))", key: "between")
        continue
      }
      if !joined.insert(index).inserted {
        entry.report("group '\(name)' is linked with itself", key: "between")
      }
    }
    if names.count == 1 {
      entry.report(
        "a link is between at least two groups, found only '\(names[0])'", key: "between")
    }
    return joined.sorted()
  }

  private func check(
    _ group: NodeGroup, hasInterfaceFor transport: Transport, _ link: MappingReader
  ) {
    // A node without a name could not be read: that is reported already.
    if group.node.name.isEmpty || group.node.interfaces(transport) != nil { return }
    let others = group.node.interfaces.map(\.interface.transport.rawValue)
    let has = others.isEmpty ? "no interface at all" : "only \(others.joined(separator: ", "))"
    link.report(
      "group '\(group.name)' has no \(transport.rawValue) interface: "
        + "node '\(group.node.name)' has \(has)",
      key: "transport")
  }

  /// Whether all devices can reach each other, and the whole is of a size that was ever built.
  private func check(_ cluster: Cluster, _ entries: [MappingReader]) {
    if cluster.nodeCount > ClusterReference.nodeLimit {
      mapping.report(
        "more than \(ClusterReference.nodeLimit) nodes, beyond any cluster that was built",
        key: "groups")
    }
    // Missing keys are only reported in the end; without a node there is nothing to connect.
    if cluster.groups.contains(where: { $0.node.name.isEmpty }) { return }
    for (group, entry) in zip(cluster.groups, entries)
    where group.node.interfaces.isEmpty && group.count > 1 {
      entry.report(
        "the \(group.count) nodes cannot reach each other: "
          + "node '\(group.node.name)' has no interface",
        key: "node")
    }
    for second in cluster.groups.indices {
      for first in 0..<second where cluster.network(joining: [first, second]) == nil {
        let names = (cluster.groups[first].name, cluster.groups[second].name)
        mapping.report(
          "groups '\(names.0)' and '\(names.1)' cannot reach each other: no transport joins them; "
            + "add to 'links' {between: [\(names.0), \(names.1)], transport: …, source: …} "
            + "with a transport that both have",
          key: "groups")
      }
    }
  }
}

/// `1 group`, `2 groups`.
private func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
