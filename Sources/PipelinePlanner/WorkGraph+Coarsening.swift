/// A graph whose nodes are groups of another's nodes.
struct CoarseGraph {
  var graph: WorkGraph
  /// By node of the finer graph its group.
  var groupOfNode: [Int]
}

extension WorkGraph {
  /// Joins nodes into groups until there are few, without joining what stages should tell apart.
  ///
  /// Two groups are joined along the heaviest tensors first, and only where that closes no cycle for
  /// certain: where the second waits for nothing else, or nothing else waits for the first. So the
  /// operators of a cone join their root, and repeated blocks become one group each. Groups stay
  /// below `grain`, a share of the work of all.
  ///
  /// - Complexity: O(rounds · tensors · log tensors); each round halves what can be joined.
  func coarsened(below grain: Double) -> CoarseGraph {
    var groups = Array(nodes.indices)
    var work = nodes.map(\.work)
    func root(_ node: Int) -> Int {
      var node = node
      while groups[node] != node {
        groups[node] = groups[groups[node]]
        node = groups[node]
      }
      return node
    }
    var changes = true
    while changes {
      changes = false
      var bytes: [Edge: Double] = [:]
      for tensor in tensors {
        let from = root(tensor.producer)
        for to in Set(tensor.consumers.map(root)) where to != from {
          bytes[Edge(from: from, to: to), default: 0] += tensor.bytes
        }
      }
      var behind: [Int: Int] = [:]
      var before: [Int: Int] = [:]
      for edge in bytes.keys {
        behind[edge.from, default: 0] += 1
        before[edge.to, default: 0] += 1
      }
      var touched: Set<Int> = []
      let heaviest = bytes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      for (edge, _) in heaviest
      where behind[edge.from] == 1 || before[edge.to] == 1 {
        // Degrees are those of the round's beginning, so each group takes part once.
        guard !touched.contains(edge.from), !touched.contains(edge.to) else { continue }
        let sum = work[edge.from] + work[edge.to]
        guard sum <= grain || min(work[edge.from], work[edge.to]) == 0 else { continue }
        touched.formUnion([edge.from, edge.to])
        groups[edge.to] = edge.from
        work[edge.from] = sum
        changes = true
      }
    }
    return grouped(nodes.indices.map(root))
  }

  private struct Edge: Hashable, Comparable {
    var from: Int
    var to: Int

    static func < (a: Edge, b: Edge) -> Bool { (a.from, a.to) < (b.from, b.to) }
  }

  /// The graph of groups, in topological order.
  private func grouped(_ roots: [Int]) -> CoarseGraph {
    var members: [Int: [Int]] = [:]
    for (node, root) in roots.enumerated() { members[root, default: []].append(node) }
    // Groups whose predecessors are all placed, by their first node.
    var waits: [Int: Set<Int>] = [:]
    for tensor in tensors {
      for consumer in tensor.consumers where roots[consumer] != roots[tensor.producer] {
        waits[roots[consumer], default: []].insert(roots[tensor.producer])
      }
    }
    var followers: [Int: [Int]] = [:]
    for (group, before) in waits {
      for other in before { followers[other, default: []].append(group) }
    }
    var counts = waits.mapValues(\.count)
    var ready = members.keys.filter { counts[$0, default: 0] == 0 }.sorted(by: >)
    var index: [Int: Int] = [:]
    while let group = ready.popLast() {
      index[group] = index.count
      for follower in followers[group] ?? [] {
        counts[follower, default: 0] -= 1
        if counts[follower] == 0 {
          ready.insert(follower, at: ready.firstIndex { $0 < follower } ?? ready.count)
        }
      }
    }
    let groupOfNode = roots.map { index[$0] ?? 0 }
    var nodes = [Node](repeating: Node("", work: 0), count: index.count)
    for (node, group) in groupOfNode.enumerated() {
      nodes[group].work += self.nodes[node].work
      if nodes[group].name.isEmpty { nodes[group].name = self.nodes[node].name }
    }
    let tensors = tensors.compactMap { tensor -> Tensor? in
      let from = groupOfNode[tensor.producer]
      let to = Set(tensor.consumers.map { groupOfNode[$0] }).subtracting([from]).sorted()
      return to.isEmpty ? nil : Tensor(tensor.name, from: from, to: to, bytes: tensor.bytes)
    }
    return CoarseGraph(graph: WorkGraph(nodes: nodes, tensors: tensors), groupOfNode: groupOfNode)
  }
}
