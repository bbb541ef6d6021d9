import ModelDescription
import StrategySpace

/// What torchtitan's two forms of configuration have in common.
struct TorchtitanParallelism {
  /// Keys of `ParallelismConfig` with their values as Python and TOML both write them, in order.
  var entries: [(key: String, value: Value)] = []
  var notes: [String] = []

  enum Value {
    case number(Int)
    case flag(Bool)
    case text(String)
    case modules([[String]])
  }

  /// - Parameter outputLayer: the module's name of the output layer.
  init(_ launch: Launch, outputLayer: String) {
    let strategy = launch.strategy
    addData(strategy)
    entries.append(("tensor_parallel_degree", .number(strategy.tensorParallelSize)))
    if strategy.tensorParallelSize > 1 {
      entries.append(("enable_sequence_parallel", .flag(strategy.sequenceParallel)))
    }
    addPipeline(launch, outputLayer)
    entries.append(("context_parallel_degree", .number(strategy.contextParallelSize)))
    if strategy.contextParallelSize > 1, strategy.contextParallelKind == .ulysses {
      notes.append("torchtitan has ring context parallelism only; this is a ring")
    }
    if launch.hasExperts { addExperts(strategy) }
    if launch.graph.classes.contains(where: \.isPrediction) {
      notes.append("torchtitan has no modules of multi-token prediction; they are left out")
    }
    if strategy.pipelineParallelSize > 1, launch.plan.placement.rankOrder == .dataOutermost {
      notes.append("torchtitan's mesh has the pipeline outermost; the plan has data outermost")
    }
  }

  private mutating func addData(_ strategy: Strategy) {
    let size = strategy.dataParallelSize
    // FSDP shards over context ranks too, and torchtitan multiplies them in by itself.
    let shards = strategy.zeroStage > .none
    entries.append(("data_parallel_replicate_degree", .number(shards ? 1 : size)))
    entries.append(("data_parallel_shard_degree", .number(shards ? size : 1)))
    if shards {
      let resharding = strategy.zeroStage == .parameters ? "always" : "never"
      entries.append(("fsdp_reshard_after_forward", .text(resharding)))
    }
    if strategy.zeroStage == .optimizer, strategy.dataContextSize > 1 {
      notes.append(
        "torchtitan has no sharded optimizer alone; this is FSDP that keeps gathered parameters, "
          + "which shards gradients too")
    }
    if strategy.zeroStage == .none, strategy.contextParallelSize > 1 {
      notes.append("torchtitan shards parameters over context-parallel ranks; the plan does not")
    }
  }

  private mutating func addPipeline(_ launch: Launch, _ outputLayer: String) {
    let strategy = launch.strategy
    entries.append(("pipeline_parallel_degree", .number(strategy.pipelineParallelSize)))
    guard strategy.pipelineParallelSize > 1 else { return }
    entries.append(("module_fqns_per_model_part", .modules(modules(launch, outputLayer))))
    if let builtIn = Self.schedules[strategy.schedule] {
      entries.append(("pipeline_parallel_schedule", .text(builtIn)))
    } else if launch.scheduleCSV != nil {
      entries.append(("pipeline_parallel_schedule", .text("PipelineScheduleMulti")))
      entries.append(
        ("pipeline_parallel_schedule_csv", .text(PipelineScheduleFormat().fileName)))
      notes.append(
        "the schedule '\(strategy.schedule.rawValue)' is in pipeline.csv (--format pipeline-csv)")
    } else {
      entries.append(("pipeline_parallel_schedule", .text("1F1B")))
      notes.append("torchtitan cannot run '\(strategy.schedule.rawValue)'; this runs 1F1B")
    }
  }

  /// Names of PyTorch's built-in schedules that run exactly what the plan says.
  private static let schedules: [PipelineSchedule: String] = [
    .gpipe: "GPipe", .oneForwardOneBackward: "1F1B", .interleaved: "Interleaved1F1B",
    .breadthFirst: "LoopedBFS", .zeroBubbleV: "ZBVZeroBubble",
  ]

  /// By chunk, the modules of torchtitan's decoder that it holds.
  private func modules(_ launch: Launch, _ outputLayer: String) -> [[String]] {
    var layer = 0
    return launch.plan.split.chunks.map { range in
      range.flatMap { index -> [String] in
        switch launch.graph.layerClass(of: index).role {
        case .input: return ["tok_embeddings"]
        case .block:
          layer += 1
          return ["layers.\(layer - 1)"]
        case .output:
          return launch.graph.layerClass(of: index).isPrediction ? [] : ["norm", outputLayer]
        }
      }
    }
  }

  private mutating func addExperts(_ strategy: Strategy) {
    entries.append(("expert_parallel_degree", .number(strategy.expertParallelSize)))
    if strategy.expertTensorParallelSize > 1 {
      notes.append(
        "torchtitan splits no expert over ranks (etp \(strategy.expertTensorParallelSize)); "
          + "its experts are whole")
    }
  }
}

extension Launch {
  /// - Throws: `Inexpressible` for what torchtitan has no model of.
  func decoderForTorchtitan() throws(Inexpressible) -> TransformerFamily {
    guard case .transformer(let family) = model.architecture, family.kind == .decoder else {
      throw Inexpressible("torchtitan trains decoders; '\(model.name)' is none")
    }
    return family
  }
}
