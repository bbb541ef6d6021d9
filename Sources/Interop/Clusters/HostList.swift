public import Configuration

/// Hosts of a job, with their numbers of devices where the list says so.
public struct HostList: Hashable, Sendable {
  public struct Host: Hashable, Sendable {
    public var name: String
    /// Devices of the host.
    public var slots: Int?
  }

  public var hosts: [Host]

  /// More than any cluster that was built.
  private static let limit = ClusterReference.nodeLimit

  /// Reads a hostfile: a host per line, `slots=<n>` behind it or `:<n>` at its end (MPICH), `#`
  /// before comments.
  ///
  /// - Throws: `InvalidInput` with every line that is none.
  public static func read(path: String) throws(InvalidInput) -> HostList {
    try read(text: SourceFile.text(ofFile: path), path: path)
  }

  public static func read(text: String, path: String) throws(InvalidInput) -> HostList {
    var hosts: [Host] = []
    var problems: [Diagnostic] = []
    var lines: [String: Int] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let word = words.first else { continue }
      func report(_ message: String) {
        problems.append(
          Diagnostic(
            file: path, position: .init(line: index + 1, column: 1), message: message))
      }
      guard var host = host(word) else {
        report("'\(word)' is no name of a host; expected lines such as 'worker-1 slots=8'")
        continue
      }
      if let first = lines[host.name] {
        report("'\(host.name)' stands in line \(first) already")
        continue
      }
      lines[host.name] = index + 1
      for word in words.dropFirst() {
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0] == "slots", let slots = Self.slots(parts[1]) else {
          report("'\(word)' is unknown behind a host; expected slots=<devices>")
          continue
        }
        host.slots = slots
      }
      hosts.append(host)
    }
    if !problems.isEmpty { throw InvalidInput(problems) }
    if hosts.isEmpty { throw InvalidInput(file: path, "names no host") }
    return HostList(hosts: hosts)
  }

  /// `worker-1`, `10.0.0.1`, `fe80::1`, or `worker-1:8`; `nil` for what no host can be called.
  private static func host(_ word: String) -> Host? {
    if isName(word) { return Host(name: word) }
    let colons = word.split(separator: ":", omittingEmptySubsequences: false)
    if colons.count == 2, isName(colons[0]), let slots = slots(colons[1]) {
      return Host(name: String(colons[0]), slots: slots)
    }
    // The sixteen bits of an IPv6 address in hexadecimal.
    let isAddress =
      (3...8).contains(colons.count)
      && colons.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isHexDigit) }
    return isAddress ? Host(name: word) : nil
  }

  /// Letters, digits, `-` and `_` between dots, as hosts are called (RFC 1123, and the underscore
  /// that Slurm and containers allow).
  private static func isName(_ text: some StringProtocol) -> Bool {
    text.utf8.count <= 253
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        !label.isEmpty && label.first != "-"
          && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
      }
  }

  private static func slots(_ text: some StringProtocol) -> Int? {
    wholeNumber(String(text)).flatMap { (1...1024).contains($0) ? $0 : nil }
  }

  /// Reads a node list of Slurm: `gpu[001-016,020],login1`.
  ///
  /// - Throws: `InvalidInput` for what is no such list.
  public static func read(slurm text: String, source: String) throws(InvalidInput) -> HostList {
    var names: [String] = []
    for part in split(text) {
      let found = expand(part[...])
      guard let found, names.count + found.count <= limit, found.allSatisfy(isName) else {
        throw InvalidInput(
          file: source,
          "'\(part)' is no node list; expected names such as gpu[001-016,020],login1")
      }
      names += found
    }
    let hosts = names.map { Host(name: $0) }
    if hosts.isEmpty { throw InvalidInput(file: source, "names no host") }
    if Set(names).count != names.count {
      throw InvalidInput(file: source, "names a host more than once")
    }
    return HostList(hosts: hosts)
  }

  /// The entries between commas or spaces that stand in no brackets.
  private static func split(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == "," || character.isWhitespace, depth == 0 {
        parts.append("")
      } else if !character.isWhitespace {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  /// One entry with its brackets written out, from the left; `nil` when they make no sense.
  private static func expand(_ text: Substring) -> [String]? {
    guard let open = text.firstIndex(of: "[") else {
      return text.contains("]") ? nil : [String(text)]
    }
    guard let close = text[open...].firstIndex(of: "]") else { return nil }
    let prefix = String(text[..<open])
    guard !prefix.contains("]"), let rest = expand(text[text.index(after: close)...]) else {
      return nil
    }
    var middles: [String] = []
    for range in text[text.index(after: open)..<close].split(
      separator: ",", omittingEmptySubsequences: false)
    {
      guard let numbers = numbers(range) else { return nil }
      middles += numbers
      if middles.count * rest.count > limit { return nil }
    }
    return middles.flatMap { middle in rest.map { prefix + middle + $0 } }
  }

  /// `007-012` with its leading zeros kept, or one number.
  private static func numbers(_ range: Substring) -> [String]? {
    let ends = range.split(separator: "-", omittingEmptySubsequences: false)
    let digits = ends.allSatisfy { end in
      !end.isEmpty && end.count < 10 && end.allSatisfy { $0.isASCII && $0.isNumber }
    }
    guard digits, (1...2).contains(ends.count), let first = Int(ends[0]),
      let last = Int(ends[ends.count - 1]), first <= last, last - first < limit
    else { return nil }
    let width = ends[0].count
    return (first...last).map { number in
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
  }
}

extension HostList {
  /// A cluster of as many nodes of one kind, named by the catalogue or a path.
  ///
  /// - Parameter devices: devices of that kind of node, which slots must not exceed.
  public func cluster(
    of node: String, devices: Int, name: String, source: String
  ) throws(InvalidInput) -> ClusterDraft {
    if let host = hosts.first(where: { ($0.slots ?? devices) != devices }) {
      throw InvalidInput(
        file: source,
        "host '\(host.name)' has \(host.slots ?? 0) slots, a node '\(node)' has \(devices) devices")
    }
    let group = ClusterDraft.Group(name: "nodes", node: .named(node), count: hosts.count)
    return ClusterDraft(
      name: name, groups: [group],
      remarks: ["\(hosts.count) \(hosts.count == 1 ? "host" : "hosts"), from \(source)."])
  }
}
