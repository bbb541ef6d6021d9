import ModelDescription
import StrategySpace

/// A plan as assignments of shell variables, and nothing else:
///
///     eval "$(rhumb plan job.yaml --format shell)"
///     torchrun --nnodes="$RHUMB_NODES" … pretrain_gpt.py "${RHUMB_MEGATRON_ARGUMENTS[@]}"
public struct ShellFormat: LaunchFormat {
  public let name = "shell"
  public let fileName = "plan.sh"
  public let summary = "assignments for eval in bash"

  public init() {}

  public func write(_ launch: Launch) -> LaunchText {
    let strategy = launch.strategy
    var sizes = [
      ("NODES", launch.nodeCount), ("WORLD_SIZE", strategy.rankCount),
      ("DATA_PARALLEL_SIZE", strategy.dataParallelSize),
      ("TENSOR_PARALLEL_SIZE", strategy.tensorParallelSize),
      ("PIPELINE_PARALLEL_SIZE", strategy.pipelineParallelSize),
      ("VIRTUAL_PIPELINE_SIZE", strategy.virtualPipelineSize),
      ("CONTEXT_PARALLEL_SIZE", strategy.contextParallelSize),
      ("EXPERT_PARALLEL_SIZE", strategy.expertParallelSize),
      ("ZERO_STAGE", strategy.zeroStage.rawValue),
      ("MICRO_BATCH_SIZE", strategy.microBatchSize), ("MICROBATCHES", launch.microbatches),
      ("GLOBAL_BATCH_SIZE", launch.job.globalBatchSize),
      ("SEQUENCE_LENGTH", launch.job.sequenceLength),
    ]
    if let devices = launch.devicesPerNode { sizes.insert(("DEVICES_PER_NODE", devices), at: 1) }
    var lines = sizes.map { "RHUMB_\($0.0)=\($0.1)" }
    var notes: [String] = []
    do {
      let (flags, found) = try MegatronFormat.flags(for: launch)
      notes = found
      let words = flags.map(\.shellText).joined(separator: " ")
      lines.append("RHUMB_MEGATRON_ARGUMENTS=(\(words))")
    } catch {
      notes = [error.description]
    }
    return LaunchText(lines.joined(separator: "\n") + "\n", notes: notes)
  }
}
