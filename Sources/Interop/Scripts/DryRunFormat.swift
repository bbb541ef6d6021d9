import ModelDescription
import StrategySpace

/// The frameworks' own checks of a plan on one device or none, to hold beside our figures.
public struct DryRunFormat: LaunchFormat {
  public let name = "dry-run"
  public let fileName = "dry-run.sh"
  public let summary = "commands that try the plan on one device, by the frameworks' own means"

  public init() {}

  public func write(_ launch: Launch) -> LaunchText {
    let strategy = launch.strategy
    var lines = [ShellText.comment(launch.summary)]
    var notes = ["memory of NCCL's buffers shows in none of these: no communicator is made"]
    if let flags = try? MegatronFormat.flags(for: launch).flags {
      // One rank of every stage: stages differ in what they hold.
      let ranks = (0..<strategy.pipelineParallelSize).map { stage in
        strategy.ranks(ofStage: stage, order: launch.plan.placement.rankOrder)[0]
      }
      let usual =
        "--fake-process-group --transformer-impl local --mock-data --tokenizer-type NullTokenizer "
        + "--lr 1e-4 --min-lr 1e-5 --train-iters 3"
      lines += [
        "",
        "# Megatron-LM, on one device, in its directory: a rank of every stage by itself.",
        "ranks=(\(ranks.map(String.init).joined(separator: " ")))",
        "for rank in \"${ranks[@]}\"; do",
        "  WORLD_SIZE=\(strategy.rankCount) RANK=$rank LOCAL_RANK=0 \\",
        "  MASTER_ADDR=localhost MASTER_PORT=29500 \\",
        "  CUDA_DEVICE_MAX_CONNECTIONS=\(MegatronFormat.deviceConnections(for: launch)) \\",
        "  python pretrain_gpt.py \(usual) \\",
        flags.map { "    " + $0.shellText }.joined(separator: " \\\n"),
        "done",
      ]
    } else {
      notes.append("Megatron-LM has no script for this model")
    }
    if (try? launch.decoderForTorchtitan()) != nil {
      lines += [
        "",
        "# torchtitan, without a device, in its directory; rhumb_recipe.py as a config registry.",
        "NGPU=\(strategy.rankCount) COMM_MODE=fake_backend CONFIG=rhumb_plan ./run_train.sh",
      ]
    }
    lines += [
      "",
      "# DeepSpeed's own estimate of model states, without a device.",
      "python - <<'PYTHON'",
    ]
    let largest = launch.graph.classes.map(\.parameterCount).max() ?? 0
    let modelParallel = strategy.tensorParallelSize * strategy.pipelineParallelSize
    let devices = launch.devicesPerNode ?? 1
    lines += [
      "from deepspeed.runtime.zero.stage3 import "
        + "estimate_zero3_model_states_mem_needs_all_cold as estimate",
      "estimate(total_params=\(launch.graph.parameterCount / modelParallel), "
        + "largest_layer_params=\(largest / strategy.tensorParallelSize), "
        + "num_gpus_per_node=\(devices), num_nodes=\(launch.nodeCount))",
      "PYTHON",
    ]
    return LaunchText(lines.joined(separator: "\n") + "\n", notes: notes)
  }
}
