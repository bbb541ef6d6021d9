public import ClusterTopology
public import Quantities
import StrategySpace

/// How long the kernels of a tensor program take on a device: the same durations that layers are made of,
/// for programs that have no layers.
public struct KernelTiming: Sendable {
  private let timing: DeviceTiming

  public init(_ device: Device) { timing = DeviceTiming(device: device) }

  /// The time of `batches` equal products `rows × inner` times `inner × columns`.
  public func product(
    rows: Double, inner: Double, columns: Double, batches: Double, format: NumberFormat
  ) -> Seconds {
    timing.product(rows: rows, inputs: inner, outputs: columns, batches: batches, format: format)
  }

  /// The time of moving `bytes` through the device's memory in kernels that are fused with others.
  public func stream(_ bytes: Bytes) -> Seconds {
    bytes / (timing.device.memoryBandwidth * timing.device.efficiency.memory)
  }
}

extension Channel {
  /// The channel of groups of `ranks` devices that stand `stride` devices apart, on a cluster of one kind
  /// of node.
  ///
  /// - Returns: `nil` when the cluster has several groups of nodes, or the groups leave it or do not fill
  ///   nodes evenly.
  public init?(ranks: Int, stride: Int, on cluster: Cluster) {
    guard cluster.groups.count == 1, ranks > 1, stride > 0, ranks <= cluster.deviceCount / stride
    else { return nil }
    let perNode = cluster.groups[0].node.deviceCount
    let ranksPerNode = max(1, min(ranks, perNode / stride))
    guard ranks % ranksPerNode == 0 else { return nil }
    let nodes = ranks / ranksPerNode
    self.init(
      GroupSpan(ranks: ranks, nodes: nodes, ranksPerNode: ranksPerNode, clusterGroups: [0]),
      on: cluster)
  }
}
