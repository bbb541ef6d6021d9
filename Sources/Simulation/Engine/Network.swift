public import CostModel
public import Quantities

/// The links that a graph's tasks share, and which tasks send over them.
///
/// A task that sends is one *flow* of equal streams, one per rank that sends. The task's duration
/// in the graph is that of being alone. A ring collective is one flow over all links of the ring,
/// as all of them move at the pace of the slowest.
public struct Network: Hashable, Sendable {
  public struct Flow: Hashable, Sendable {
    public var task: Int
    public var traffic: Traffic

    public init(task: Int, traffic: Traffic) {
      self.task = task
      self.traffic = traffic
    }
  }

  /// By link.
  public var capacities: [BytesPerSecond]
  public var flows: [Flow]

  public init(capacities: [BytesPerSecond], flows: [Flow] = []) {
    self.capacities = capacities
    self.flows = flows
  }
}
