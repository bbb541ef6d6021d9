import ModelDescription
import Quantities
import StrategySpace

/// A plan as settings for NeMo's Megatron-Bridge: a Python function that changes a recipe's
/// `ConfigContainer`.
///
/// Its fields carry the names of Megatron-LM's flags, so they are made from those.
public struct MegatronBridgeFormat: LaunchFormat {
  public let name = "nemo"
  public let fileName = "rhumb_nemo.py"
  public let summary = "Python settings for NeMo's Megatron-Bridge"

  public init() {}

  public func write(_ launch: Launch) throws(Inexpressible) -> LaunchText {
    guard case .transformer = launch.model.architecture else {
      throw Inexpressible(
        "'\(launch.model.name)' is a graph of blocks; Megatron-Bridge builds transformers only")
    }
    let plan = MegatronArguments(launch.plan, launch.graph, launch.job)
    var settings = Self.defaults
    for flag in plan.flags {
      guard let setting = Self.setting(flag, launch.strategy) else { continue }
      settings.removeAll { $0.field == setting.field }
      settings.append(setting)
    }
    settings.append(
      Setting("model.pipeline_dtype", "torch.\(launch.job.precision.activations.torchName)"))
    settings.append(Setting("dataset.seq_length", String(launch.job.sequenceLength)))
    if launch.strategy.virtualPipelineSize > 1, launch.strategy.pipelineParallelSize > 1 {
      let chunks = MegatronPipeline(launch.plan, launch.graph).chunksPerStage
      if chunks > 1 {
        settings.removeAll { $0.field == "model.virtual_pipeline_model_parallel_size" }
        settings.append(
          Setting("model.virtual_pipeline_model_parallel_size", String(chunks)))
      }
    }
    let lines =
      [
        PythonText.comment(launch.summary), "import torch", "", "",
        "def apply(config):",
        "    \"\"\"Set the plan's parallelism on a recipe's ConfigContainer.\"\"\"",
      ] + settings.map { "    config.\($0.field) = \($0.value)" } + ["    return config", ""]
    var notes = plan.notes
    if plan.flags.contains(where: { $0.name == "--tp-comm-overlap" }) {
      notes.append(
        "overlapped tensor parallelism is set by CommOverlapConfig(tp_comm_overlap=True)")
    }
    if plan.flags.contains(where: { $0.name == "--fp8-format" }) {
      notes.append("FP8 is set by the recipe's mixed_precision")
    }
    return LaunchText(lines.joined(separator: "\n"), notes: notes)
  }

  private struct Setting {
    var field: String
    var value: String

    init(_ field: String, _ value: String) {
      self.field = field
      self.value = value
    }
  }

  /// What a recipe may have set otherwise and the plan's flags leave out.
  private static let defaults = [
    Setting("model.sequence_parallel", "False"),
    Setting("model.context_parallel_size", "1"),
    Setting("model.virtual_pipeline_model_parallel_size", "None"),
    Setting("model.pipeline_model_parallel_layout", "None"),
    Setting("model.recompute_granularity", "None"),
    Setting("ddp.use_distributed_optimizer", "False"),
    Setting("ddp.overlap_grad_reduce", "False"),
    Setting("ddp.overlap_param_gather", "False"),
    Setting("ddp.use_megatron_fsdp", "False"),
    Setting("ddp.data_parallel_sharding_strategy", "\"no_shard\""),
  ]

  /// The field that a flag sets; `nil` for flags that a recipe has other means for.
  private static func setting(_ flag: MegatronFlag, _ strategy: Strategy) -> Setting? {
    guard let field = fields[flag.name] else { return nil }
    guard let value = flag.values.first else {
      return Setting(field, flag.name.hasPrefix("--no-") ? "False" : "True")
    }
    return Setting(field, Int(value) == nil ? PythonText.string(value) : value)
  }

  private static let fields = [
    "--tensor-model-parallel-size": "model.tensor_model_parallel_size",
    "--pipeline-model-parallel-size": "model.pipeline_model_parallel_size",
    "--pipeline-model-parallel-layout": "model.pipeline_model_parallel_layout",
    "--decoder-first-pipeline-num-layers": "model.num_layers_in_first_pipeline_stage",
    "--decoder-last-pipeline-num-layers": "model.num_layers_in_last_pipeline_stage",
    "--no-overlap-p2p-communication": "model.overlap_p2p_comm",
    "--context-parallel-size": "model.context_parallel_size",
    "--cp-comm-type": "model.cp_comm_type",
    "--sequence-parallel": "model.sequence_parallel",
    "--expert-model-parallel-size": "model.expert_model_parallel_size",
    "--expert-tensor-parallel-size": "model.expert_tensor_parallel_size",
    "--moe-token-dispatcher-type": "model.moe_token_dispatcher_type",
    "--moe-grouped-gemm": "model.moe_grouped_gemm",
    "--recompute-granularity": "model.recompute_granularity",
    "--recompute-method": "model.recompute_method",
    "--recompute-num-layers": "model.recompute_num_layers",
    "--seq-length": "model.seq_length",
    "--micro-batch-size": "train.micro_batch_size",
    "--global-batch-size": "train.global_batch_size",
    "--use-distributed-optimizer": "ddp.use_distributed_optimizer",
    "--overlap-grad-reduce": "ddp.overlap_grad_reduce",
    "--overlap-param-gather": "ddp.overlap_param_gather",
    "--use-megatron-fsdp": "ddp.use_megatron_fsdp",
    "--data-parallel-sharding-strategy": "ddp.data_parallel_sharding_strategy",
    "--ckpt-format": "checkpoint.ckpt_format",
    "--use-tp-pp-dp-mapping": "dist.use_tp_pp_dp_mapping",
  ]
}

extension NumberFormat {
  fileprivate var torchName: String {
    switch self {
    case .bfloat16: "bfloat16"
    case .float16: "float16"
    default: "float32"
    }
  }
}
