public import ClusterTopology
public import Quantities

/// How long the kernels of a tensor program take on a device: the same durations that layers are
/// made of, for programs that have no layers.
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
