/// How a user names a cluster: by catalogue name or path, optionally with node counts.
///
/// `dgx-h100` as described, `dgx-h100:16` with 16 nodes, `hybrid-ib-roce:2+6` with 2 nodes in its
/// first group and 6 in its second.
public struct ClusterReference: Hashable, Sendable, CustomStringConvertible {
  /// A name of the catalogue or the path of a file.
  public var target: String
  /// Nodes per group, in the order of the groups; `nil` leaves the counts of the description.
  public var nodeCounts: [Int]?

  /// The most nodes that a cluster may have: far beyond any that was built.
  public static let nodeLimit = 100_000

  public init(target: String, nodeCounts: [Int]? = nil) {
    self.target = target
    self.nodeCounts = nodeCounts
  }

  /// Parses a reference as a user writes it.
  ///
  /// - Throws: `InvalidInput` when the counts are not whole numbers from 1 on, or their sum exceeds
  ///   `nodeLimit`.
  public init(_ text: String) throws(InvalidInput) {
    func invalid(_ message: String) -> InvalidInput {
      InvalidInput(file: "'\(text)'", message)
    }
    // A colon before the last slash belongs to a directory.
    let lastName = text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let parts = lastName.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2 else {
      throw invalid("more than one ':'; expected <cluster> or <cluster>:<nodes>[+<nodes>…]")
    }
    guard parts.count == 2 else {
      self.init(target: text)
      if text.isEmpty { throw invalid("the cluster has no name") }
      return
    }
    self.init(target: String(text.dropLast(parts[1].count + 1)))
    if target.isEmpty { throw invalid("the cluster before ':' has no name") }

    var counts: [Int] = []
    for word in parts[1].split(separator: "+", omittingEmptySubsequences: false) {
      guard let count = wholeNumber(String(word)), count >= 0 else {
        let found = word.isEmpty ? "nothing" : "'\(word)'"
        throw invalid("a node count must be a whole number such as 8, found \(found)")
      }
      if count == 0 { throw invalid("a node count must be at least 1, found 0") }
      counts.append(count)
    }
    guard counts.allSatisfy({ $0 <= Self.nodeLimit }), counts.reduce(0, +) <= Self.nodeLimit else {
      throw invalid("more than \(Self.nodeLimit) nodes, beyond any cluster that was built")
    }
    nodeCounts = counts
  }

  public var description: String {
    guard let nodeCounts else { return target }
    return target + ":" + nodeCounts.map(String.init).joined(separator: "+")
  }
}
