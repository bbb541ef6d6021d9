/// Work that depends on other work, to be cut into pipeline stages: what a chain of layers is not.
///
/// Nodes stand in topological order. A tensor is sent once to each stage that needs it and does not
/// compute it, from where it is computed.
public struct WorkGraph: Sendable {
  public struct Node: Hashable, Sendable {
    public var name: String
    /// What stages are balanced by, in floating-point operations or any other unit.
    public var work: Double

    public init(_ name: String, work: Double) {
      self.name = name
      self.work = work
    }
  }

  public struct Tensor: Hashable, Sendable {
    public var name: String
    public var producer: Int
    /// Nodes behind the producer.
    public var consumers: [Int]
    public var bytes: Double

    public init(_ name: String, from producer: Int, to consumers: [Int], bytes: Double) {
      self.name = name
      self.producer = producer
      self.consumers = consumers
      self.bytes = bytes
    }
  }

  public var nodes: [Node]
  public var tensors: [Tensor]

  /// - Precondition: every tensor leads from a node to later ones.
  public init(nodes: [Node], tensors: [Tensor]) {
    for tensor in tensors {
      precondition(
        nodes.indices.contains(tensor.producer)
          && tensor.consumers.allSatisfy { nodes.indices.contains($0) && $0 > tensor.producer },
        "a tensor leads to later nodes")
    }
    self.nodes = nodes
    self.tensors = tensors.filter { !$0.consumers.isEmpty }
  }

  public var totalWork: Double { nodes.reduce(0) { $0 + $1.work } }

  /// Bytes that one microbatch sends forward between the stages of an assignment.
  /// - Complexity: O(consumers of all tensors).
  public func cutBytes(of stages: [Int]) -> Double {
    tensors.reduce(0) { sum, tensor in
      sum + tensor.bytes * Double(destinations(of: tensor, in: stages).count)
    }
  }

  /// The stages that a tensor is sent to, ascending.
  public func destinations(of tensor: Tensor, in stages: [Int]) -> [Int] {
    Set(tensor.consumers.map { stages[$0] }).subtracting([stages[tensor.producer]]).sorted()
  }

  /// Work by stage.
  public func work(of stages: [Int], count: Int) -> [Double] {
    var work = [Double](repeating: 0, count: count)
    for (node, stage) in stages.enumerated() { work[stage] += nodes[node].work }
    return work
  }

  /// Whether no tensor leads to an earlier stage.
  public func isOrdered(_ stages: [Int]) -> Bool {
    tensors.allSatisfy { tensor in
      tensor.consumers.allSatisfy { stages[$0] >= stages[tensor.producer] }
    }
  }

  /// Per node those before it and those behind it, directly.
  var neighbours: (before: [[Int]], behind: [[Int]]) {
    var before = [Set<Int>](repeating: [], count: nodes.count)
    var behind = before
    for tensor in tensors {
      for consumer in tensor.consumers {
        before[consumer].insert(tensor.producer)
        behind[tensor.producer].insert(consumer)
      }
    }
    return (before.map { $0.sorted() }, behind.map { $0.sorted() })
  }

  /// Per node the work of all nodes that it waits for and its own, and of all that wait for it and
  /// its own.
  /// - Complexity: O(nodes · (nodes / 64 + tensors)).
  var closures: (before: [Double], behind: [Double]) {
    let (before, behind) = neighbours
    func sums(_ order: [Int], _ next: [[Int]]) -> [Double] {
      let words = (nodes.count + 63) / 64
      var sets = [[UInt64]](repeating: [], count: nodes.count)
      var sums = [Double](repeating: 0, count: nodes.count)
      for node in order {
        var set = [UInt64](repeating: 0, count: words)
        set[node / 64] |= 1 << UInt64(node % 64)
        for other in next[node] {
          for word in 0..<words { set[word] |= sets[other][word] }
        }
        sets[node] = set
        for other in nodes.indices where set[other / 64] >> UInt64(other % 64) & 1 == 1 {
          sums[node] += nodes[other].work
        }
      }
      return sums
    }
    return (
      sums(Array(nodes.indices), before), sums(Array(nodes.indices.reversed()), behind)
    )
  }
}
