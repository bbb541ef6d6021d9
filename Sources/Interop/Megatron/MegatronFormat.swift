import ModelDescription
import StrategySpace

/// All arguments of Megatron-LM for a plan: parallelism and model.
///
///     torchrun … pretrain_gpt.py $(rhumb export plan-1.json --format megatron) --data-path …
public struct MegatronFormat: LaunchFormat {
  public let name = "megatron"
  public let fileName = "megatron.args"
  public let summary = "arguments for Megatron-LM's pretrain_gpt.py, a flag per line"

  public init() {}

  public func write(_ launch: Launch) throws(Inexpressible) -> LaunchText {
    let (flags, notes) = try MegatronFormat.flags(for: launch)
    let lines = flags.map { $0.words.joined(separator: " ") }
    return LaunchText(lines.joined(separator: "\n") + "\n", notes: notes)
  }

  /// Flags and notes for parallelism, then for the model.
  static func flags(
    for launch: Launch
  ) throws(Inexpressible) -> (flags: [MegatronFlag], notes: [String]) {
    let model = try MegatronModel(launch.model, for: launch.job)
    if case .transformer(let family) = launch.model.architecture, launch.hasExperts,
      launch.strategy.expertTensorParallelSize > 1,
      !model.flags.contains(where: { $0.name == "--disable-bias-linear" })
    {
      throw Inexpressible(
        "Megatron-LM splits no experts with biases over tensor parallelism; "
          + "'\(launch.model.name)' has \(family.experts?.count ?? 0) of them: plan it with etp=1")
    }
    let plan = MegatronArguments(launch.plan, launch.graph, launch.job)
    return (plan.flags + model.flags, plan.notes + model.notes)
  }

  /// The value of CUDA_DEVICE_MAX_CONNECTIONS: tensor and context parallelism before Blackwell want
  /// one queue so that kernels start in order, Megatron-FSDP wants several.
  static func deviceConnections(for launch: Launch) -> Int {
    launch.strategy.zeroStage >= .gradients ? 8 : 1
  }
}
