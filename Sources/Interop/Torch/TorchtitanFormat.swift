import ModelDescription
import StrategySpace

/// A plan as a recipe for torchtitan: a Python function that returns a `Trainer.Config`
/// (pytorch/torchtitan b5bcd76c6; TOML was removed in 9810191bb).
public struct TorchtitanFormat: LaunchFormat {
  public let name = "torchtitan"
  public let fileName = "rhumb_recipe.py"
  public let summary = "a Python recipe for torchtitan"

  public init() {}

  public func write(_ launch: Launch) throws(Inexpressible) -> LaunchText {
    _ = try launch.decoderForTorchtitan()
    let parallelism = TorchtitanParallelism(launch, outputLayer: "lm_head")
    var notes = parallelism.notes
    let known = Self.recipes[launch.model.name]
    let base = known ?? ("llama3", "llama3_debugmodel")
    if known == nil {
      notes.append(
        "torchtitan has no recipe that is known for '\(launch.model.name)'; put yours in place of "
          + "\(base.1)")
    }
    var entries = parallelism.entries.map { ($0.key, Self.python($0.value)) }
    if launch.strategy.pipelineParallelSize > 1 {
      entries.append(("num_pp_microbatches", String(launch.microbatches)))
    }
    let checkpointing = recomputation(launch.strategy.recomputation, &notes)
    let length = launch.job.sequenceLength
    let lines =
      [
        PythonText.comment(launch.summary),
        "from torchtitan.config import ParallelismConfig",
        "from torchtitan.distributed.activation_checkpoint import FullAC, SelectiveAC",
        "from torchtitan.models.\(base.0).config_registry import \(base.1)",
        "from torchtitan.trainer import Trainer",
        "",
        "",
        "def rhumb_plan() -> Trainer.Config:",
        "    config = \(base.1)()",
        "    config.training.num_tokens_per_microbatch_per_dp_rank = "
          + "\(launch.strategy.microBatchSize) * \(length)",
        "    config.training.num_tokens_per_train_step = "
          + "\(launch.job.globalBatchSize) * \(length)",
        "    config.training.max_context_length = \(length)",
        "    config.activation_checkpoint = \(checkpointing)",
        "    config.parallelism = ParallelismConfig(",
      ] + entries.map { "        \($0.0)=\($0.1)," } + ["    )", "    return config", ""]
    return LaunchText(lines.joined(separator: "\n"), notes: notes)
  }

  private func recomputation(_ choice: Recomputation, _ notes: inout [String]) -> String {
    switch choice {
    case .none: return "None"
    case .selective: return "SelectiveAC.Config()"
    case .full(let layers):
      if let layers {
        notes.append(
          "torchtitan recomputes all layers or none; the plan recomputes \(layers) of each chunk")
      }
      return "FullAC.Config()"
    }
  }

  private static func python(_ value: TorchtitanParallelism.Value) -> String {
    switch value {
    case .number(let number): return String(number)
    case .flag(let flag): return PythonText.bool(flag)
    case .text(let text): return PythonText.string(text)
    case .modules(let parts):
      let lines = parts.map { "            \(PythonText.list($0)),\n" }
      return "[\n" + lines.joined() + "        ]"
    }
  }

  /// Modules and recipes of torchtitan for models of the catalogue.
  private static let recipes: [String: (module: String, recipe: String)] = [
    "llama-3-8b": ("llama3", "llama3_8b"), "llama-3-70b": ("llama3", "llama3_70b"),
    "llama-3.1-405b": ("llama3", "llama3_405b"),
  ]
}
