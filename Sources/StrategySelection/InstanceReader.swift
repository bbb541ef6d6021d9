extension SelectionProblem {
  /// Reads an instance in the contest's format.
  ///
  /// Keys may come in any order, so lists are read as they are and compared with each other once
  /// everything is there.
  /// - Complexity: O(bytes).
  public init(json bytes: UnsafeRawBufferPointer) throws(SelectionInputError) {
    self = try InstanceReader.read(bytes)
  }
}

/// Lists of lists of numbers, all in one array.
private struct NestedList {
  var values: [Int64] = []
  var offsets = [0]
  /// Where in the file each inner list begins.
  var places: [Int] = []

  var count: Int { places.count }

  mutating func read(from scanner: inout InstanceScanner) throws(SelectionInputError) {
    try scanner.array { scanner throws(SelectionInputError) in
      places.append(scanner.nextPosition())
      try scanner.array { scanner throws(SelectionInputError) in
        values.append(try scanner.wholeNumber())
      }
      offsets.append(values.count)
    }
  }

  func length(_ index: Int) -> Int { offsets[index + 1] - offsets[index] }
}

private struct InstanceReader {
  var name = ""
  var intervals = NestedList()
  var costs = NestedList()
  var usages = NestedList()
  var ends = NestedList()
  var edgeCosts = NestedList()
  var usageLimit: Int64 = 0
  /// Where each key is; it is written as the path to it.
  var seen: [String: Int] = [:]

  static func read(_ bytes: UnsafeRawBufferPointer) throws(SelectionInputError) -> SelectionProblem
  {
    var scanner = InstanceScanner(bytes)
    var reader = InstanceReader()
    try scanner.object { scanner, key throws(SelectionInputError) in
      try reader.note(key, among: ["problem"], in: scanner)
      try scanner.object { scanner, key throws(SelectionInputError) in
        try reader.problem(key, &scanner)
      }
    }
    try scanner.end()
    return try reader.checked(scanner)
  }

  private mutating func problem(
    _ key: String, _ scanner: inout InstanceScanner
  ) throws(SelectionInputError) {
    try note(key, among: ["name", "nodes", "edges", "usage_limit"], in: scanner)
    switch key {
    case "name": name = try scanner.string()
    case "usage_limit": usageLimit = try scanner.wholeNumber()
    case "nodes":
      try scanner.object { scanner, key throws(SelectionInputError) in
        try note("nodes." + key, among: Self.nodeKeys, in: scanner)
        switch key {
        case "intervals": try intervals.read(from: &scanner)
        case "costs": try costs.read(from: &scanner)
        default: try usages.read(from: &scanner)
        }
      }
    default:
      try scanner.object { scanner, key throws(SelectionInputError) in
        try note("edges." + key, among: Self.edgeKeys, in: scanner)
        if key == "nodes" {
          try ends.read(from: &scanner)
        } else {
          try edgeCosts.read(from: &scanner)
        }
      }
    }
  }

  private static let nodeKeys = ["nodes.intervals", "nodes.costs", "nodes.usages"]
  private static let edgeKeys = ["edges.nodes", "edges.costs"]

  private mutating func note(
    _ path: String, among known: [String], in scanner: InstanceScanner
  ) throws(SelectionInputError) {
    if !known.contains(path) {
      let names = known.map { "'\($0)'" }.joined(separator: ", ")
      throw scanner.error(
        "'\(path)' is not a key of an instance; here it has \(names)", at: scanner.keyPosition)
    }
    if seen.updateValue(scanner.keyPosition, forKey: path) != nil {
      throw scanner.error("'\(path)' is given twice", at: scanner.keyPosition)
    }
  }

  private func checked(_ scanner: InstanceScanner) throws(SelectionInputError) -> SelectionProblem {
    for path in ["problem", "nodes", "edges", "usage_limit"] + Self.nodeKeys + Self.edgeKeys
    where seen[path] == nil {
      throw scanner.error("the instance has no '\(path)'")
    }
    try checkNodes(scanner)
    try checkEdges(scanner)
    return SelectionProblem(
      name: name,
      intervals: (0..<intervals.count).map {
        intervals.values[2 * $0]..<intervals.values[2 * $0 + 1]
      },
      strategyOffsets: costs.offsets, costs: costs.values, usages: usages.values,
      edges: (0..<ends.count).map {
        Edge(first: Int(ends.values[2 * $0]), second: Int(ends.values[2 * $0 + 1]))
      },
      tableOffsets: edgeCosts.offsets, edgeCosts: edgeCosts.values, usageLimit: usageLimit)
  }

  private typealias Edge = SelectionProblem.Edge

  private func checkNodes(_ scanner: InstanceScanner) throws(SelectionInputError) {
    for (path, list) in [("nodes.costs", costs), ("nodes.usages", usages)]
    where list.count != intervals.count {
      throw scanner.error(
        "\(path) lists \(list.count) nodes, nodes.intervals \(intervals.count)", at: seen[path])
    }
    for node in 0..<intervals.count {
      guard intervals.length(node) == 2 else {
        throw scanner.error(
          "nodes.intervals[\(node)] has \(intervals.length(node)) numbers; an interval has 2",
          at: intervals.places[node])
      }
      let (start, end) = (intervals.values[2 * node], intervals.values[2 * node + 1])
      if start > end {
        throw scanner.error(
          "nodes.intervals[\(node)] ends before it starts: [\(start), \(end)]",
          at: intervals.places[node])
      }
      if costs.length(node) == 0 {
        throw scanner.error("nodes.costs[\(node)] has no strategy", at: costs.places[node])
      }
      if usages.length(node) != costs.length(node) {
        throw scanner.error(
          "nodes.usages[\(node)] has \(usages.length(node)) strategies, nodes.costs[\(node)] "
            + "\(costs.length(node))", at: usages.places[node])
      }
    }
    // What all nodes use together must be a number, whatever is chosen.
    var largestSum: Int64 = 0
    for node in 0..<usages.count {
      let largest = usages.values[usages.offsets[node]..<usages.offsets[node + 1]].max() ?? 0
      let (sum, overflows) = largestSum.addingReportingOverflow(largest)
      if overflows {
        throw scanner.error(
          "the usages up to nodes.usages[\(node)] add up to 2⁶³ or more", at: usages.places[node])
      }
      largestSum = sum
    }
  }

  private func checkEdges(_ scanner: InstanceScanner) throws(SelectionInputError) {
    if edgeCosts.count != ends.count {
      throw scanner.error(
        "edges.costs lists \(edgeCosts.count) edges, edges.nodes \(ends.count)",
        at: seen["edges.costs"])
    }
    for edge in 0..<ends.count {
      guard ends.length(edge) == 2 else {
        throw scanner.error(
          "edges.nodes[\(edge)] has \(ends.length(edge)) nodes; an edge has 2",
          at: ends.places[edge])
      }
      let (first, second) = (ends.values[2 * edge], ends.values[2 * edge + 1])
      for node in [first, second] where node >= intervals.count {
        throw scanner.error(
          "edges.nodes[\(edge)] names node \(node); the last is \(intervals.count - 1)",
          at: ends.places[edge])
      }
      if first == second {
        throw scanner.error(
          "edges.nodes[\(edge)] joins node \(first) with itself", at: ends.places[edge])
      }
      let (rows, columns) = (costs.length(Int(first)), costs.length(Int(second)))
      if edgeCosts.length(edge) != rows * columns {
        throw scanner.error(
          "edges.costs[\(edge)] has \(edgeCosts.length(edge)) costs; \(rows) × \(columns) "
            + "strategies need \(rows * columns)", at: edgeCosts.places[edge])
      }
    }
  }
}
