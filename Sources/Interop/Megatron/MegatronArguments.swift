public import ModelDescription
public import StrategySpace

/// A plan's parallelism as arguments for Megatron-LM's training scripts.
///
/// Covers what a planner decides: degrees, batch, layers per stage, recomputation, sharding,
/// overlap, rank order. `MegatronModel` has those that describe the model. Flags as of
/// NVIDIA/Megatron-LM d98e8a64dd.
public struct MegatronArguments: Hashable, Sendable {
  public private(set) var flags: [MegatronFlag] = []
  /// What Megatron-LM cannot express, or needs besides.
  public private(set) var notes: [String] = []

  /// One flag with its values each, as a shell reads them.
  public var arguments: [String] { flags.map(\.shellText) }

  public init(_ plan: Plan, _ graph: LayerGraph, _ job: TrainingJob) {
    let strategy = plan.strategy
    add("--tensor-model-parallel-size", strategy.tensorParallelSize)
    add("--pipeline-model-parallel-size", strategy.pipelineParallelSize)
    add("--micro-batch-size", strategy.microBatchSize)
    add("--global-batch-size", job.globalBatchSize)
    add("--seq-length", job.sequenceLength)
    if !strategy.stages.isEmpty {
      notes.append(
        "Megatron-LM runs stages of equal degrees only; these are the first stage's, the plan's "
          + "stages are \(strategy)")
    }
    addPrecision(job)
    addOptimizer(job)
    addSequenceAndContext(strategy)
    addPipeline(plan, graph)
    addExperts(strategy, graph)
    addRecomputation(strategy)
    addDataParallelism(strategy)
    addRankOrder(plan)
  }

  private mutating func add(_ name: String) { flags.append(MegatronFlag(name)) }

  private mutating func add(_ name: String, _ value: Int) {
    flags.append(MegatronFlag(name, value))
  }

  private mutating func add(_ name: String, _ value: String) {
    flags.append(MegatronFlag(name, value))
  }

  // MARK: The job

  private mutating func addPrecision(_ job: TrainingJob) {
    switch job.precision {
    case .bfloat16: add("--bf16")
    case .float16: add("--fp16")
    case .float8:
      add("--bf16")
      add("--fp8-format", "hybrid")
    case .float32: break
    default:
      notes.append("the script must set the job's precision, \(job.precision.name)")
    }
  }

  private mutating func addOptimizer(_ job: TrainingJob) {
    switch job.optimizer {
    case .adam: break
    case .sgdMomentum: add("--optimizer", "sgd")
    case .sgd:
      add("--optimizer", "sgd")
      add("--sgd-momentum", "0")
    }
    if job.attention == .unfused { add("--attention-backend", "unfused") }
  }

  // MARK: Inside a stage

  private mutating func addSequenceAndContext(_ strategy: Strategy) {
    if strategy.sequenceParallel { add("--sequence-parallel") }
    guard strategy.contextParallelSize > 1 else { return }
    add("--context-parallel-size", strategy.contextParallelSize)
    add("--cp-comm-type", strategy.contextParallelKind == .ring ? "p2p" : "a2a")
  }

  private mutating func addExperts(_ strategy: Strategy, _ graph: LayerGraph) {
    guard graph.classes.contains(where: { $0.operators.contains(where: \.isExpert) }) else {
      return
    }
    add("--expert-model-parallel-size", strategy.expertParallelSize)
    add("--expert-tensor-parallel-size", strategy.expertTensorParallelSize)
    add("--moe-token-dispatcher-type", "alltoall")
    add("--moe-grouped-gemm")
  }

  private mutating func addRecomputation(_ strategy: Strategy) {
    switch strategy.recomputation {
    case .none: break
    case .selective: add("--recompute-granularity", "selective")
    case .full(let layers):
      add("--recompute-granularity", "full")
      add("--recompute-method", layers == nil ? "uniform" : "block")
      add("--recompute-num-layers", layers ?? 1)
    }
  }

  // MARK: The pipeline

  private mutating func addPipeline(_ plan: Plan, _ graph: LayerGraph) {
    guard plan.strategy.pipelineParallelSize > 1 else { return }
    let pipeline = MegatronPipeline(plan, graph)
    notes += pipeline.notes
    if pipeline.isEven {
      if pipeline.chunksPerStage > 1 {
        add("--num-layers-per-virtual-pipeline-stage", pipeline.blocks[0])
      }
    } else if let ends = pipeline.unevenEnds {
      if let first = ends.first { add("--decoder-first-pipeline-num-layers", first) }
      if let last = ends.last { add("--decoder-last-pipeline-num-layers", last) }
    } else {
      add("--pipeline-model-parallel-layout", pipeline.layout)
    }
    addTransfers(plan.strategy, pipeline)
  }

  /// Megatron-LM's interleaved schedule overlaps transfers unless told not to, its plain one never.
  private mutating func addTransfers(_ strategy: Strategy, _ pipeline: MegatronPipeline) {
    let isOverlapped = pipeline.chunksPerStage > 1
    guard strategy.overlap.pipelineTransfers != isOverlapped else { return }
    if isOverlapped, pipeline.stages > 2 {
      add("--no-overlap-p2p-communication")
    } else if isOverlapped {
      notes.append(
        "Megatron-LM interleaves on two stages only with overlapped transfers; these arguments "
          + "overlap them")
    } else {
      notes.append("Megatron-LM's 1F1B waits for every transfer between stages")
    }
  }

  // MARK: Data parallelism

  private mutating func addDataParallelism(_ strategy: Strategy) {
    switch strategy.zeroStage {
    case .none: break
    case .optimizer: add("--use-distributed-optimizer")
    case .gradients: addFullySharded("optim_grads")
    case .parameters: addFullySharded("optim_grads_params")
    }
    let overlap = strategy.overlap
    if overlap.gradientReduction { add("--overlap-grad-reduce") }
    if strategy.zeroStage > .none, overlap.parameterGather {
      if overlap.gradientReduction {
        add("--overlap-param-gather")
      } else {
        notes.append(
          "Megatron-LM gathers parameters behind compute only if it reduces gradients behind "
            + "compute too; these arguments do neither")
      }
    }
    if overlap.tensorParallel, strategy.sequenceParallel { add("--tp-comm-overlap") }
    if overlap.tensorParallel, !strategy.sequenceParallel {
      notes.append(
        "Megatron-LM overlaps tensor parallelism only with sequence parallelism; these arguments "
          + "do not")
    }
  }

  private mutating func addFullySharded(_ strategy: String) {
    add("--use-distributed-optimizer")
    add("--use-megatron-fsdp")
    add("--data-parallel-sharding-strategy", strategy)
    add("--ckpt-format", "fsdp_dtensor")
  }

  /// Megatron-LM lays experts out in every model, and refuses a rank order that does not end in the
  /// pipeline where they and dense layers would be replicated differently.
  private mutating func addRankOrder(_ plan: Plan) {
    let strategy = plan.strategy
    guard plan.placement.rankOrder == .dataOutermost, strategy.pipelineParallelSize > 1 else {
      return
    }
    let hasExperts = flags.contains { $0.name == "--expert-model-parallel-size" }
    let expertBlock =
      hasExperts
      ? strategy.expertParallelSize * strategy.expertTensorParallelSize
      : strategy.tensorParallelSize
    if expertBlock == strategy.tensorParallelSize * strategy.contextParallelSize {
      add("--use-tp-pp-dp-mapping")
    } else {
      notes.append(
        "Megatron-LM cannot keep the rank order \(plan.placement.rankOrder.rawValue) with these "
          + "degrees; these arguments run \(RankOrder.pipelineOutermost.rawValue)")
    }
  }
}
