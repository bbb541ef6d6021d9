import PipelinePlanner
import Testing

@Suite("Stages of graphs that are no chains")
struct StagePlannerTests {
  /// A path down, a path up, and between them narrow skips that take a node each. The order of the
  /// nodes is that of a program: every skip stands where it is used.
  static func skipGraph(depth: Int, skipWork: Double = 1) -> WorkGraph {
    var nodes: [WorkGraph.Node] = []
    var tensors: [WorkGraph.Tensor] = []
    var downs: [Int] = []
    func add(_ name: String, _ work: Double, _ inputs: [(Int, Double)]) -> Int {
      nodes.append(WorkGraph.Node(name, work: work))
      for (producer, bytes) in inputs {
        tensors.append(
          WorkGraph.Tensor(
            "\(nodes[producer].name)>\(name)", from: producer, to: [nodes.count - 1], bytes: bytes))
      }
      return nodes.count - 1
    }
    for level in 0..<depth {
      let input = downs.last.map { [($0, Double(64 >> level))] } ?? []
      downs.append(add("down\(level)", 10, input))
    }
    var last = downs[depth - 1]
    for level in (0..<(depth - 1)).reversed() {
      let skip = add("skip\(level)", skipWork, [(downs[level], Double(128 >> level))])
      last = add("up\(level)", 10, [(skip, Double(16 >> level)), (last, Double(64 >> level))])
    }
    return WorkGraph(nodes: nodes, tensors: tensors)
  }

  /// Two towers that meet at the end.
  static let towers: WorkGraph = {
    var nodes = (0..<4).map { WorkGraph.Node("image\($0)", work: 9) }
    nodes += (0..<4).map { WorkGraph.Node("text\($0)", work: 9) }
    nodes.append(WorkGraph.Node("loss", work: 2))
    var tensors: [WorkGraph.Tensor] = []
    for tower in [0, 4] {
      for level in 0..<3 {
        tensors.append(
          WorkGraph.Tensor("x", from: tower + level, to: [tower + level + 1], bytes: 50))
      }
      tensors.append(WorkGraph.Tensor("y", from: tower + 3, to: [8], bytes: 1))
    }
    return WorkGraph(nodes: nodes, tensors: tensors)
  }()

  static let cases: [(WorkGraph, Int)] = [
    (skipGraph(depth: 4), 2), (skipGraph(depth: 4), 3), (skipGraph(depth: 5), 2),
    (skipGraph(depth: 4, skipWork: 0), 3), (towers, 2), (towers, 3), (towers, 4),
  ]

  /// The fewest bytes of all assignments that respect order and balance.
  static func leastBytes(_ graph: WorkGraph, stages: Int, limit: Double) -> Double {
    let before = graph.nodes.indices.map { node in
      graph.tensors.filter { $0.consumers.contains(node) }.map(\.producer)
    }
    var assignment: [Int] = []
    var work = [Double](repeating: 0, count: stages)
    var best = Double.infinity
    func extend() {
      let node = assignment.count
      guard node < graph.nodes.count else {
        best = min(best, graph.cutBytes(of: assignment))
        return
      }
      let earliest = before[node].map { assignment[$0] }.max() ?? 0
      for stage in earliest..<stages where work[stage] + graph.nodes[node].work <= limit {
        assignment.append(stage)
        work[stage] += graph.nodes[node].work
        extend()
        work[stage] -= graph.nodes[node].work
        assignment.removeLast()
      }
    }
    extend()
    return best
  }

  @Test("send as few bytes as trying everything finds", arguments: cases.indices)
  func exhaustive(index: Int) {
    let (graph, count) = Self.cases[index]
    let found = StagePlanner().assign(graph, stages: count)
    #expect(graph.isOrdered(found.stages))
    #expect(found.heaviestWork <= found.workLimit)
    #expect(found.cutBytes == graph.cutBytes(of: found.stages))
    #expect(
      found.cutBytes == Self.leastBytes(graph, stages: count, limit: found.workLimit))
  }

  /// Every cut of one order into consecutive stages within the limit.
  static func leastOrderedBytes(
    _ graph: WorkGraph, order: [Int], stages: Int, limit: Double
  ) -> Double {
    var best = Double.infinity
    func cut(_ boundaries: [Int]) {
      guard boundaries.count == stages - 1 else {
        for next in (boundaries.last ?? 0)...order.count { cut(boundaries + [next]) }
        return
      }
      var assignment = order
      for (position, node) in order.enumerated() {
        assignment[node] = boundaries.count { $0 <= position }
      }
      guard graph.work(of: assignment, count: stages).allSatisfy({ $0 <= limit }) else { return }
      best = min(best, graph.cutBytes(of: assignment))
    }
    cut([])
    return best
  }

  /// Orders that a planner would lay the graph out in.
  static func orders(of graph: WorkGraph) -> [[Int]] {
    func order(_ pick: (inout [Int]) -> Int) -> [Int] {
      var counts = graph.nodes.indices.map { node in
        Set(graph.tensors.filter { $0.consumers.contains(node) }.map(\.producer)).count
      }
      var ready = graph.nodes.indices.filter { counts[$0] == 0 }
      var order: [Int] = []
      while !ready.isEmpty {
        let node = pick(&ready)
        order.append(node)
        for next in Set(graph.tensors.filter { $0.producer == node }.flatMap(\.consumers)).sorted()
        {
          counts[next] -= 1
          if counts[next] == 0 { ready.append(next) }
        }
      }
      return order
    }
    return [
      Array(graph.nodes.indices), order { $0.removeFirst() }, order { $0.removeLast() },
    ]
  }

  @Test("beat every cut of a program's own order where long skips cross", arguments: [2, 3, 4])
  func skips(count: Int) {
    let graph = Self.skipGraph(depth: 5)
    let found = StagePlanner().assign(graph, stages: count)
    let orders = Self.orders(of: graph)
    let cuts = orders.map {
      Self.leastOrderedBytes(graph, order: $0, stages: count, limit: found.workLimit)
    }
    #expect(cuts.allSatisfy { found.cutBytes <= $0 })
    #expect(found.cutBytes < cuts[0])
  }

  @Test("stay as balanced as they can be, and are the same every time")
  func balance() {
    let graph = Self.skipGraph(depth: 6)
    for count in 1...6 {
      let found = StagePlanner().assign(graph, stages: count)
      #expect(found.heaviestWork <= found.workLimit)
      #expect(found == StagePlanner().assign(graph, stages: count))
      #expect(found.cutBytes <= found.orderedCutBytes)
    }
  }

  @Test("of 96 equal layers lie between layers, and their program stays small")
  func repeatedLayers() {
    var nodes: [WorkGraph.Node] = []
    var tensors: [WorkGraph.Tensor] = []
    for layer in 0..<96 {
      for step in 0..<20 {
        nodes.append(WorkGraph.Node("\(layer).\(step)", work: step % 5 == 0 ? 10 : 0))
        let node = nodes.count - 1
        // Within a layer more is passed on than between layers, and a residual runs beside.
        if node > 0 {
          tensors.append(
            WorkGraph.Tensor("x", from: node - 1, to: [node], bytes: step == 0 ? 10 : 40))
        }
        if step == 19 {
          tensors.append(WorkGraph.Tensor("r", from: node - 19, to: [node], bytes: 10))
        }
      }
    }
    let graph = WorkGraph(nodes: nodes, tensors: tensors)
    for count in [4, 8] {
      let found = StagePlanner().assign(graph, stages: count)
      #expect(found.cutBytes == 10 * Double(count - 1))
      for node in nodes.indices where node % 20 != 0 {
        #expect(found.stages[node] == found.stages[node - 1])
      }
    }
  }
}
