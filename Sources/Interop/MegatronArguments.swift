public import ModelDescription
public import StrategySpace

/// A plan's parallelism as arguments for Megatron-LM's training scripts.
///
/// Covers what a planner decides: degrees, batch, schedule, recomputation, sharding, overlap. What
/// the model is (layers, heads, vocabulary) stays with the user's own script. Flags as of
/// NVIDIA/Megatron-LM d98e8a64dd.
public struct MegatronArguments: Hashable, Sendable {
  /// One flag with its values each, ready to be joined by spaces.
  public var arguments: [String]
  /// What Megatron-LM cannot express, or needs besides.
  public var notes: [String] = []

  public init(_ plan: Plan, _ graph: LayerGraph, _ job: TrainingJob) {
    let strategy = plan.strategy
    arguments = [
      "--tensor-model-parallel-size \(strategy.tensorParallelSize)",
      "--pipeline-model-parallel-size \(strategy.pipelineParallelSize)",
      "--micro-batch-size \(strategy.microBatchSize)",
      "--global-batch-size \(job.globalBatchSize)",
      "--seq-length \(job.sequenceLength)",
    ]
    if !strategy.stages.isEmpty {
      notes.append(
        "Megatron-LM runs stages of equal degrees only; these are the first stage's, the plan's stages "
          + "are \(strategy)")
    }
    addPrecision(job)
    addSequenceAndContext(strategy)
    addPipeline(plan, graph)
    addExperts(strategy, graph)
    addRecomputation(strategy)
    addDataParallelism(strategy)
    if plan.placement.rankOrder == .dataOutermost {
      arguments.append("--use-tp-pp-dp-mapping")
    }
  }

  private mutating func addPrecision(_ job: TrainingJob) {
    switch job.precision {
    case .bfloat16: arguments.append("--bf16")
    case .float16: arguments.append("--fp16")
    case .float8: arguments += ["--bf16", "--fp8-format hybrid"]
    default:
      notes.append("the script must set the job's precision, \(job.precision.name)")
    }
  }

  private mutating func addSequenceAndContext(_ strategy: Strategy) {
    if strategy.sequenceParallel { arguments.append("--sequence-parallel") }
    guard strategy.contextParallelSize > 1 else { return }
    arguments.append("--context-parallel-size \(strategy.contextParallelSize)")
    arguments.append(
      "--cp-comm-type \(strategy.contextParallelKind == .ring ? "p2p" : "a2a")")
  }

  private mutating func addPipeline(_ plan: Plan, _ graph: LayerGraph) {
    let strategy = plan.strategy
    guard strategy.pipelineParallelSize > 1 else { return }
    let layout = pipelineLayout(plan.split, graph)
    let blocks = plan.split.chunks.map { range in
      range.filter { graph.layerClass(of: $0).role == .block }.count
    }
    let isEven = Set(blocks).count == 1
    if isEven {
      if strategy.virtualPipelineSize > 1 {
        arguments.append("--num-layers-per-virtual-pipeline-stage \(blocks[0])")
      }
    } else {
      arguments.append("--pipeline-model-parallel-layout '\(layout)'")
    }
    if strategy.schedule != .oneForwardOneBackward, strategy.schedule != .interleaved {
      notes.append(
        "Megatron-LM has no '\(strategy.schedule.rawValue)' schedule; these arguments run 1F1B")
    }
    if graph.layers.count(where: { graph.classes[$0.classIndex].role == .input }) > 1 {
      notes.append("the layout names several embeddings, which Megatron-LM may not accept")
    }
  }

  /// One letter per layer, chunks divided by bars: `Ettt|tttL`.
  private func pipelineLayout(_ split: StageSplit, _ graph: LayerGraph) -> String {
    split.chunks.map { range in
      range.map { layer in
        switch graph.layerClass(of: layer).role {
        case .input: "E"
        case .block: "t"
        case .output: "L"
        }
      }.joined()
    }.joined(separator: "|")
  }

  private mutating func addExperts(_ strategy: Strategy, _ graph: LayerGraph) {
    let hasExperts = graph.classes.contains { $0.operators.contains(where: \.isExpert) }
    guard hasExperts else { return }
    arguments += [
      "--expert-model-parallel-size \(strategy.expertParallelSize)",
      "--expert-tensor-parallel-size \(strategy.expertTensorParallelSize)",
      "--moe-token-dispatcher-type alltoall", "--moe-grouped-gemm",
    ]
  }

  private mutating func addRecomputation(_ strategy: Strategy) {
    switch strategy.recomputation {
    case .none: break
    case .selective: arguments.append("--recompute-granularity selective")
    case .full(let layers):
      arguments.append("--recompute-granularity full")
      if let layers {
        arguments += ["--recompute-method block", "--recompute-num-layers \(layers)"]
      } else {
        arguments += ["--recompute-method uniform", "--recompute-num-layers 1"]
      }
    }
  }

  private mutating func addDataParallelism(_ strategy: Strategy) {
    switch strategy.zeroStage {
    case .none: break
    case .optimizer: arguments.append("--use-distributed-optimizer")
    case .gradients:
      arguments += [
        "--use-distributed-optimizer", "--use-megatron-fsdp",
        "--data-parallel-sharding-strategy optim_grads",
      ]
    case .parameters:
      arguments += [
        "--use-distributed-optimizer", "--use-megatron-fsdp",
        "--data-parallel-sharding-strategy optim_grads_params",
      ]
    }
    if strategy.overlap.gradientReduction { arguments.append("--overlap-grad-reduce") }
    if strategy.zeroStage > .none, strategy.overlap.gradientReduction,
      strategy.overlap.parameterGather
    {
      arguments.append("--overlap-param-gather")
    }
    if strategy.overlap.tensorParallel, strategy.sequenceParallel {
      arguments.append("--tp-comm-overlap")
    }
  }
}
