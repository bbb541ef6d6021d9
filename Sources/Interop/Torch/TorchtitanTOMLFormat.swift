import ModelDescription
import StrategySpace

/// A plan as a TOML file for torchtitan as it was before 23 February 2026.
public struct TorchtitanTOMLFormat: LaunchFormat {
  public let name = "torchtitan-toml"
  public let fileName = "torchtitan.toml"
  public let summary = "a TOML file for torchtitan before February 2026"

  public init() {}

  public func write(_ launch: Launch) throws(Inexpressible) -> LaunchText {
    _ = try launch.decoderForTorchtitan()
    let strategy = launch.strategy
    var parallelism = TorchtitanParallelism(launch, outputLayer: "output")
    var notes = parallelism.notes.filter { !$0.contains("(etp ") }
    if launch.hasExperts {
      parallelism.entries.append(
        ("expert_tensor_parallel_degree", .number(strategy.expertTensorParallelSize)))
    }
    if strategy.pipelineParallelSize > 1 {
      parallelism.entries.append(
        ("pipeline_parallel_microbatch_size", .number(strategy.microBatchSize)))
    }
    notes.append("the file leaves [model] name and flavor to you: torchtitan's names differ")
    // With a pipeline, the local batch is all that a rank's stages see in a step.
    let local =
      strategy.pipelineParallelSize > 1
      ? strategy.microBatchSize * launch.microbatches : strategy.microBatchSize
    var lines = [
      ShellText.comment(launch.summary),
      "[training]",
      "local_batch_size = \(local)",
      "global_batch_size = \(launch.job.globalBatchSize)",
      "seq_len = \(launch.job.sequenceLength)",
      "",
      "[activation_checkpoint]",
    ]
    switch strategy.recomputation {
    case .none: lines.append("mode = \"none\"")
    case .selective: lines += ["mode = \"selective\"", "selective_ac_option = \"op\""]
    case .full: lines.append("mode = \"full\"")
    }
    if case .full(let layers?) = strategy.recomputation {
      notes.append(
        "torchtitan recomputes all layers or none; the plan recomputes \(layers) of each chunk")
    }
    lines += ["", "[parallelism]"]
    lines += parallelism.entries.map { "\($0.key) = \(Self.toml($0.value))" }
    return LaunchText(lines.joined(separator: "\n") + "\n", notes: notes)
  }

  private static func toml(_ value: TorchtitanParallelism.Value) -> String {
    switch value {
    case .number(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    // Basic strings escape as Python's do.
    case .text(let text): return PythonText.string(text)
    case .modules(let parts):
      let lists = parts.map { "  \(PythonText.list($0)),\n" }
      return "[\n" + lists.joined() + "]"
    }
  }
}
