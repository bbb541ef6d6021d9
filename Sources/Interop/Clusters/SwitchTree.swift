public import Configuration

/// The fabric of a cluster as Slurm's `topology.conf` tells it: switches over switches over nodes,
/// or blocks of nodes.
public struct SwitchTree: Hashable, Sendable {
  public struct Switch: Hashable, Sendable {
    public var name: String
    public var nodes: [String]
    public var switches: [String]
  }

  public var switches: [Switch]

  public static func read(path: String) throws(InvalidInput) -> SwitchTree {
    try read(text: SourceFile.text(ofFile: path), path: path)
  }

  /// - Throws: `InvalidInput` with every line that is wrong.
  public static func read(text: String, path: String) throws(InvalidInput) -> SwitchTree {
    var switches: [Switch] = []
    var problems: [Diagnostic] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      if words.isEmpty { continue }
      do {
        if let found = try entry(words, path) { switches.append(found) }
      } catch {
        problems += error.diagnostics.map {
          Diagnostic(
            file: path, position: .init(line: index + 1, column: 1), message: $0.message)
        }
      }
    }
    if !problems.isEmpty { throw InvalidInput(problems) }
    if switches.isEmpty {
      throw InvalidInput(file: path, "names no switch (SwitchName=… Nodes=…) and no block")
    }
    let tree = SwitchTree(switches: switches)
    try tree.check(path)
    return tree
  }

  private static func entry(
    _ words: [Substring], _ path: String
  ) throws(InvalidInput) -> Switch? {
    var found = Switch(name: "", nodes: [], switches: [])
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw InvalidInput(file: path, "'\(word)' is no key=value") }
      switch parts[0].lowercased() {
      case "switchname", "blockname": found.name = parts[1]
      case "nodes": found.nodes = try HostList.read(slurm: parts[1], source: path).hosts.map(\.name)
      case "switches":
        found.switches = try HostList.read(slurm: parts[1], source: path).hosts.map(\.name)
      // What a link is worth to Slurm's scheduler, and the sizes it groups blocks to.
      case "linkspeed", "blocksizes": continue
      default:
        throw InvalidInput(
          file: path,
          "unknown key '\(parts[0])'; "
            + hint(for: parts[0], among: ["SwitchName", "BlockName", "Nodes", "Switches"]))
      }
    }
    if found.name.isEmpty {
      // A line of block sizes alone names nothing.
      if found.nodes.isEmpty, found.switches.isEmpty { return nil }
      throw InvalidInput(file: path, "a line must begin with SwitchName= or BlockName=")
    }
    if found.nodes.isEmpty, found.switches.isEmpty {
      throw InvalidInput(file: path, "'\(found.name)' joins nothing; give Nodes= or Switches=")
    }
    return found
  }

  private func check(_ path: String) throws(InvalidInput) {
    let names = switches.map(\.name)
    if Set(names).count != names.count {
      throw InvalidInput(file: path, "a switch is named more than once")
    }
    for found in switches {
      if let unknown = found.switches.first(where: { !names.contains($0) }) {
        throw InvalidInput(
          file: path,
          "'\(found.name)' joins '\(unknown)', which is not described; "
            + hint(for: unknown, among: names))
      }
    }
    let nodes = switches.flatMap(\.nodes)
    if Set(nodes).count != nodes.count {
      throw InvalidInput(file: path, "a node hangs on more than one switch")
    }
  }

  /// Switches that no other switch joins.
  public var roots: [Switch] {
    let below = Set(switches.flatMap(\.switches))
    return switches.filter { !below.contains($0.name) }
  }

  /// The nodes below a switch; each is counted once even where switches form a ring.
  public func nodes(below root: Switch) -> [String] {
    var seen: Set<String> = []
    var waiting = [root.name]
    var nodes: [String] = []
    while let name = waiting.popLast() {
      guard seen.insert(name).inserted, let found = switches.first(where: { $0.name == name })
      else { continue }
      nodes += found.nodes
      waiting += found.switches
    }
    return nodes
  }

  /// A cluster of one group per fabric.
  public func cluster(of node: String, name: String, source: String) -> ClusterDraft {
    let groups = roots.map { root in
      ClusterDraft.Group(
        name: root.name, node: .named(node), count: max(1, nodes(below: root).count))
    }
    let leaves = switches.filter { !$0.nodes.isEmpty }.map(\.nodes.count)
    let sizes = Set(leaves).sorted().map(String.init).joined(separator: ", ")
    var remarks = [
      "From \(source); leaf switches or blocks: \(leaves.count), of \(sizes) nodes.",
      "The file says nothing of bandwidths: where the fabric above the leaves is narrower than its",
      "nodes together, add to the group oversubscription: <nodes' bandwidth over the fabric's>.",
    ]
    if groups.count > 1 {
      remarks += [
        "The groups hang on no common switch: say under 'links' how they reach each other."
      ]
    }
    return ClusterDraft(name: name, groups: groups, remarks: remarks)
  }
}
