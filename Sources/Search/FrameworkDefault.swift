import ClusterTopology
public import CostModel
import StrategySpace

/// How a job runs when nobody plans it: a framework's own rule of thumb, with its options at their
/// defaults. What planned strategies are to be compared with.
///
/// Each rule goes from step to step until something fits; of a step, the fastest microbatch is
/// taken, and layers are recomputed in full where nothing fits without. That flatters the
/// defaults: a user would have to find both.
public enum FrameworkDefault: String, Hashable, Sendable, CaseIterable {
  /// Tensor parallelism within a node as far as the model needs it to fit, then pipeline stages,
  /// data parallelism over the rest; plain 1F1B, no sequence parallelism, no sharded optimizer, no
  /// overlap.
  ///
  /// Source: Narayanan et al. 2021, arXiv:2104.04473, takeaways 1 and 2; the defaults of
  /// Megatron-LM's `TransformerConfig` and `DistributedDataParallelConfig`.
  case megatron
  /// Data parallelism alone, with the lowest ZeRO stage that fits; gradients are reduced after the
  /// backward pass, except in stage 3.
  ///
  /// Source: DeepSpeed's configuration reference, `zero_optimization.stage` and `overlap_comm`.
  case deepspeed
  /// Data parallelism alone, everything sharded over all devices, layers gathered one ahead.
  ///
  /// Source: PyTorch's `FullyShardedDataParallel`, `ShardingStrategy.FULL_SHARD` by default.
  case fsdp

  /// The best plan of the first step within which one fits.
  ///
  /// - Parameter headroom: fraction of the usable memory to leave free.
  public func search(
    _ model: CostModel, headroom: Double, keeping count: Int, monitor: SearchMonitor? = nil
  ) -> SearchResult {
    let devices = model.cluster.groups.map(\.node.deviceCount).min() ?? 1
    var result = SearchResult(candidates: [], statistics: SearchStatistics())
    for var limits in steps(nodeSize: devices, deviceCount: model.cluster.deviceCount) {
      limits.memoryHeadroom = headroom
      for recomputation in [Recomputation.none, .full()] {
        limits.recomputations = [recomputation]
        result =
          UniformSearch(
            model, within: limits, keeping: count, usesAllNodes: true, monitor: monitor
          ).run()
        if !result.candidates.isEmpty { return result }
      }
    }
    return result
  }

  /// What the rule tries, in its order.
  private func steps(nodeSize: Int, deviceCount: Int) -> [StrategyLimits] {
    var limits = StrategyLimits()
    limits.contextParallelSize = .exactly(1)
    limits.schedules = [.oneForwardOneBackward]
    limits.rankOrders = [.pipelineOutermost]
    switch self {
    case .megatron:
      limits.sequenceParallel = false
      limits.zeroStages = [.none]
      limits.overlap = Overlap(
        gradientReduction: false, parameterGather: false, pipelineTransfers: false)
      let tensor = Self.doublings(upTo: nodeSize)
      let pipeline = Self.doublings(upTo: deviceCount / (tensor.last ?? 1)).dropFirst()
      return (tensor.map { ($0, 1) } + pipeline.map { (tensor.last ?? 1, $0) }).map { t, p in
        limits.tensorParallelSize = .exactly(t)
        limits.pipelineParallelSize = .exactly(p)
        return limits
      }
    case .deepspeed:
      return ZeROStage.allCases.map { stage in
        limits.overlap.gradientReduction = stage == .parameters
        limits.overlap.parameterGather = stage == .parameters
        return limits.dataParallel(stage)
      }
    case .fsdp:
      return [limits.dataParallel(.parameters)]
    }
  }

  private static func doublings(upTo most: Int) -> [Int] {
    Array(sequence(first: 1) { $0 * 2 <= most ? $0 * 2 : nil })
  }
}

extension StrategyLimits {
  /// These limits with nothing but data parallelism, sharded as the stage says.
  fileprivate func dataParallel(_ stage: ZeROStage) -> StrategyLimits {
    var limits = self
    limits.tensorParallelSize = .exactly(1)
    limits.pipelineParallelSize = .exactly(1)
    limits.expertParallelSize = .exactly(1)
    limits.zeroStages = [stage]
    return limits
  }
}
