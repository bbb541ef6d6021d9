public import Quantities

/// Which tasks of a graph send over links that others use as well, and how much.
///
/// A task that sends is one *flow*: a number of equal streams of bytes, each with a bandwidth that it
/// reaches when alone; the task's duration in the graph is that of being alone. A ring collective is
/// one flow over all links of the ring, as all of them move at the pace of the slowest.
public struct Traffic: Hashable, Sendable {
  /// What a flow puts on one link.
  public struct Crossing: Hashable, Sendable {
    public var link: Int
    /// Streams of the flow over this link: ranks of a node that send through one NIC, for example.
    public var streams: Int

    public init(link: Int, streams: Int = 1) {
      self.link = link
      self.streams = streams
    }
  }

  public struct Flow: Hashable, Sendable {
    public var task: Int
    /// What one stream reaches when alone.
    public var bandwidth: BytesPerSecond
    public var crossings: [Crossing]

    public init(task: Int, bandwidth: BytesPerSecond, crossings: [Crossing]) {
      self.task = task
      self.bandwidth = bandwidth
      self.crossings = crossings
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
