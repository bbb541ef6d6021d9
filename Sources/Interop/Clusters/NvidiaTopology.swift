public import Configuration
import Quantities

/// The table that `nvidia-smi topo -m` prints: how the devices and interfaces of one node are
/// joined.
public struct NvidiaTopology: Hashable, Sendable {
  /// How two of them are joined, from the fastest to the slowest.
  public enum Connection: Hashable, Sendable {
    /// Bonded NVLinks.
    case nvlink(Int)
    /// One PCIe bridge at most.
    case bridge
    /// Several PCIe bridges, but no host bridge.
    case bridges
    /// A PCIe host bridge, usually the CPU.
    case host
    /// Between host bridges of one NUMA node.
    case numaNode
    /// Across NUMA nodes.
    case system

    init?(_ word: Substring) {
      switch word {
      case "PIX": self = .bridge
      case "PXB": self = .bridges
      case "PHB": self = .host
      case "NODE": self = .numaNode
      case "SYS", "SOC": self = .system
      default:
        guard word.hasPrefix("NV"), let links = Int(word.dropFirst(2)), links > 0 else {
          return nil
        }
        self = .nvlink(links)
      }
    }
  }

  public var deviceCount: Int
  /// By device and device; `nil` with itself.
  public var devices: [[Connection?]]
  /// By interface and device.
  public var interfaces: [[Connection?]]

  public static func read(path: String) throws(InvalidInput) -> NvidiaTopology {
    try read(text: SourceFile.text(ofFile: path), path: path)
  }

  /// - Throws: `InvalidInput` for a text without such a table, and for cells that it cannot have.
  public static func read(text: String, path: String) throws(InvalidInput) -> NvidiaTopology {
    let lines = plain(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard let head = lines.firstIndex(where: { $0.contains("GPU0") }) else {
      throw InvalidInput(
        file: path, "holds no table of devices; expected the output of 'nvidia-smi topo -m'")
    }
    // Columns up to 'CPU Affinity' are devices and interfaces, in the order of the rows.
    let names = lines[head].split(whereSeparator: \.isWhitespace).prefix { $0 != "CPU" }
    let count = names.count { $0.hasPrefix("GPU") }
    var rows: [[Connection?]] = []
    for (offset, line) in lines[(head + 1)...].enumerated() where rows.count < names.count {
      let words = line.split(whereSeparator: \.isWhitespace)
      guard let name = words.first else { continue }
      func invalid(_ message: String) -> InvalidInput {
        let position = Diagnostic.Position(line: head + offset + 2, column: 1)
        return InvalidInput([Diagnostic(file: path, position: position, message: message)])
      }
      guard name == names[rows.count] else {
        throw invalid("expected the row of '\(names[rows.count])', found '\(name)'")
      }
      guard words.count > names.count else {
        throw invalid("the row of '\(name)' has fewer cells than the table has columns")
      }
      var row: [Connection?] = []
      for (column, word) in words[1...names.count].enumerated() {
        if word == "X", column == rows.count {
          row.append(nil)
        } else if let connection = Connection(word) {
          row.append(connection)
        } else {
          throw invalid(
            "'\(word)' is no connection; expected NV<links>, PIX, PXB, PHB, NODE, SYS or X")
        }
      }
      rows.append(row)
    }
    guard rows.count == names.count, count > 0 else {
      throw InvalidInput(
        file: path, "the table names \(names.count) rows, but has only \(rows.count)")
    }
    return NvidiaTopology(
      deviceCount: count, devices: rows[..<count].map { Array($0[..<count]) },
      interfaces: rows[count...].map { Array($0[..<count]) })
  }

  /// The text without the codes that underline its head on terminals.
  private static func plain(_ text: String) -> String {
    var result = ""
    var isCode = false
    for character in text.unicodeScalars {
      if character == "\u{1B}" {
        isCode = true
      } else if isCode {
        if character.properties.isAlphabetic { isCode = false }
      } else {
        result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// The fewest NVLinks between any two devices; `nil` where two have none.
  public var linksBetweenAll: Int? {
    let links = pairs.map(\.links)
    return links.contains(0) ? nil : links.min()
  }

  /// Two devices that no NVLink joins, where others are joined: a mesh that is not complete.
  public var unlinkedPair: (Int, Int)? {
    let pairs = pairs
    guard pairs.contains(where: { $0.links > 0 }) else { return nil }
    return pairs.first { $0.links == 0 }.map { ($0.first, $0.second) }
  }

  private var pairs: [(first: Int, second: Int, links: Int)] {
    devices.indices.flatMap { first in
      devices.indices.filter { $0 != first }.map { second in
        guard case .nvlink(let links)? = devices[first][second] else { return (first, second, 0) }
        return (first, second, links)
      }
    }
  }

  /// Interfaces that share a PCIe switch with a device, which training uses; all of them where none
  /// does.
  public var nearInterfaceCount: Int {
    let near = interfaces.count { row in
      row.contains { $0 == .bridge || $0 == .bridges }
    }
    return near > 0 ? near : interfaces.count
  }
}
