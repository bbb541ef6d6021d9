import ClusterTopology
import ModelDescription
public import Quantities
public import StrategySpace

extension CostModel {
  /// Whether a device that a placement uses cannot compute in the job's format.
  public func precisionViolation(on placement: Placement) -> Violation? {
    let format = job.precision.compute
    for segment in placement.segments {
      let device = cluster.groups[segment.group].node.device
      if device.peak(format) == nil { return .precision(format, device: device.name) }
    }
    return nil
  }

  /// The first stage whose peak memory exceeds what a device of it can give.
  ///
  /// - Parameters:
  ///   - peaks: by stage.
  ///   - headroom: fraction of the usable memory that must stay free.
  public func memoryViolation(
    _ peaks: [Bytes], on layout: Layout, headroom: Double = 0
  ) -> Violation? {
    for (stage, needed) in peaks.enumerated() {
      for group in layout.stages[stage].clusterGroups {
        let device = cluster.groups[group].node.device
        let usable = device.usableMemory * (1 - headroom)
        if needed > usable {
          return .memory(stage: stage, needed: needed, usable: usable, device: device.name)
        }
      }
    }
    return nil
  }

  /// Which part of its usable memory the fullest device holds.
  ///
  /// - Parameter peaks: by stage, as for `memoryViolation`.
  public func memoryShare(_ peaks: [Bytes], on layout: Layout) -> Double {
    zip(peaks, layout.stages).flatMap { needed, stage in
      stage.clusterGroups.map { needed / cluster.groups[$0].node.device.usableMemory }
    }.max() ?? 0
  }
}
