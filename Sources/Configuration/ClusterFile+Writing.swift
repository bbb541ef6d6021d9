public import Quantities
import Yams

/// A cluster as far as another tool's files tell it, to be written as a cluster file.
public struct ClusterDraft: Hashable, Sendable {
  public var name: String
  public var groups: [Group]
  /// Lines that stand before the file, for whoever completes it.
  public var remarks: [String]

  public init(name: String, groups: [Group], remarks: [String] = []) {
    self.name = name
    self.groups = groups
    self.remarks = remarks
  }

  public struct Group: Hashable, Sendable {
    public var name: String
    public var node: Node
    public var count: Int

    public init(name: String, node: Node, count: Int) {
      self.name = name
      self.node = node
      self.count = count
    }
  }

  public enum Node: Hashable, Sendable {
    /// A name of the catalogue or a path.
    case named(String)
    case described(NodeDraft)
  }
}

/// A node by the names of its parts.
public struct NodeDraft: Hashable, Sendable {
  public var name: String
  public var device: String
  public var deviceCount: Int
  public var link: String
  public var interfaces: [Interfaces]
  public var provenance: Provenance

  public struct Interfaces: Hashable, Sendable {
    public var interface: String
    public var count: Int

    public init(interface: String, count: Int) {
      self.interface = interface
      self.count = count
    }
  }

  public init(
    name: String, device: String, deviceCount: Int, link: String, interfaces: [Interfaces],
    provenance: Provenance
  ) {
    self.name = name
    self.device = device
    self.deviceCount = deviceCount
    self.link = link
    self.interfaces = interfaces
    self.provenance = provenance
  }
}

extension ClusterDraft {
  /// The text of a cluster file.
  public var text: String {
    let root = Yams.Node.block([
      ("name", Yams.Node(word: name)), ("groups", .list(groups.map(\.yaml))),
    ])
    // Serializing a tree of scalars, lists and mappings has no way to fail.
    let body = (try? Yams.serialize(node: root, width: -1, allowUnicode: true)) ?? ""
    let head = remarks.map { remark in
      "# " + remark.map { $0.isNewline ? " " : String($0) }.joined() + "\n"
    }
    return head.joined() + body
  }
}

extension ClusterDraft.Group {
  fileprivate var yaml: Yams.Node {
    let description: Yams.Node =
      switch node {
      case .named(let name): Yams.Node(word: name)
      case .described(let draft): draft.yaml
      }
    return .block([
      ("name", Yams.Node(word: name)), ("nodes", Yams.Node(count)), ("node", description),
    ])
  }
}

extension NodeDraft {
  fileprivate var yaml: Yams.Node {
    let installed = interfaces.map { entry -> Yams.Node in
      .line([("interface", Yams.Node(word: entry.interface)), ("count", Yams.Node(entry.count))])
    }
    return .block([
      ("name", Yams.Node(word: name)), ("device", Yams.Node(word: device)),
      ("devices", Yams.Node(deviceCount)), ("link", Yams.Node(word: link)),
      ("interfaces", installed.isEmpty ? nil : .list(installed)),
      (
        "source",
        .line([(provenance.evidence.rawValue, Yams.Node(quoted: provenance.source))])
      ),
    ])
  }
}
