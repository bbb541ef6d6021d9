public import Configuration
public import Quantities

/// One node as NCCL sees it: the XML that it writes to `NCCL_TOPO_DUMP_FILE`
/// (NVIDIA/nccl 5067397c, `src/graph/xml.cc`).
public struct NCCLTopology: Hashable, Sendable {
  public struct Device: Hashable, Sendable {
    /// Compute capability: 80 for A100, 90 for H100.
    public var capability: Int?
    /// NVLinks, to other devices or to a switch.
    public var links: Int
  }

  public struct Interface: Hashable, Sendable {
    public var name: String
    public var bandwidth: BytesPerSecond
    /// Whether it reads and writes device memory.
    public var reachesDevices: Bool
  }

  public var devices: [Device]
  public var interfaces: [Interface]

  public static func read(path: String) throws(InvalidInput) -> NCCLTopology {
    try read(text: SourceFile.text(ofFile: path), path: path)
  }

  /// - Throws: `InvalidInput` for what is no such file.
  public static func read(text: String, path: String) throws(InvalidInput) -> NCCLTopology {
    let tags = try MarkupTags(text, path: path).tags
    guard tags.first?.name == "system" else {
      throw InvalidInput(
        file: path, "does not begin with <system>; expected what NCCL_TOPO_DUMP_FILE names")
    }
    var topology = NCCLTopology(devices: [], interfaces: [])
    for tag in tags {
      func number(_ key: String) throws(InvalidInput) -> Int? {
        guard let text = tag.attributes[key] else { return nil }
        guard let number = Int(text), number >= 0, number < 1 << 40 else {
          throw InvalidInput([
            Diagnostic(
              file: path, position: .init(line: tag.line, column: 1),
              message: "'\(key)' of <\(tag.name)> must be a whole number, found '\(text)'")
          ])
        }
        return number
      }
      switch tag.name {
      case "gpu": topology.devices.append(Device(capability: try number("sm"), links: 0))
      case "nvlink":
        guard !topology.devices.isEmpty else { continue }
        topology.devices[topology.devices.count - 1].links += try number("count") ?? 1
      case "net":
        // Mbit/s.
        let speed = Double(try number("speed") ?? 0)
        topology.interfaces.append(
          Interface(
            name: tag.attributes["name"] ?? "", bandwidth: BytesPerSecond(speed * 1e6 / 8),
            reachesDevices: try number("gdr") == 1))
      default: continue
      }
    }
    if topology.devices.isEmpty { throw InvalidInput(file: path, "describes no <gpu>") }
    return topology
  }

  /// What training uses: the fastest interfaces that reach device memory, or the fastest at all.
  public var trainingInterfaces: [Interface] {
    let reaching = interfaces.filter(\.reachesDevices)
    let usable = reaching.isEmpty ? interfaces : reaching
    let fastest = usable.map(\.bandwidth).max()
    return usable.filter { $0.bandwidth == fastest }
  }
}
