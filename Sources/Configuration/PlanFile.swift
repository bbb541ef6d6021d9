public import ModelDescription
public import StrategySpace

/// A plan as it is written to a file: the strategy and where it runs, with the job that it is for.
///
/// The file refers to model and cluster; costs in it are for readers and are computed anew by
/// whoever loads it.
public struct PlanDescription: Hashable, Sendable {
  public var model: JobDescription.Reference
  public var cluster: JobDescription.Reference
  public var profile: JobDescription.Reference?
  public var training: TrainingJob
  public var strategy: Strategy
  public var rankOrder: RankOrder
  /// Names of the cluster's groups and how many of their nodes are used, in rank order.
  public var nodes: [NodesOfGroup]
  /// The first layer of each chunk, counting every layer of the graph.
  public var chunkStarts: [Int]
  /// Where the file says so.
  public var chunkStartsPosition: Diagnostic.Position?

  public struct NodesOfGroup: Hashable, Sendable {
    public var group: String
    public var count: Int
    /// Devices of the last node that stay idle.
    public var idleDevices: Int
    /// Where the file says so.
    public var position: Diagnostic.Position?
  }
}

/// Reads plan files (`rhumb.plan/1`).
public enum PlanFile {
  public static let schema = "rhumb.plan/1"

  public static func read(path: String) throws(InvalidInput) -> PlanDescription {
    try read(SourceFile(path: path))
  }

  public static func read(text: String, path: String) throws(InvalidInput) -> PlanDescription {
    try read(SourceFile(text: text, path: path))
  }

  /// Reads a file that is already parsed.
  public static func read(_ file: SourceFile) throws(InvalidInput) -> PlanDescription {
    // A file of another schema may differ in any key: say that, and nothing else.
    try file.expect(.plan)
    try file.read { root in
      let found = root.string("schema")
      root.ignoreOtherKeys()
      if found == "rhumb.plans/1" {
        root.report(
          "lists several plans; give one of the plan files beside it, such as 'plan-1.json'",
          key: "schema")
      } else if root.isFreeOfErrors, found != schema {
        root.report(
          "is of schema '\(found)', expected '\(schema)'; plan the job again with this version",
          key: "schema")
      }
    }
    return try file.read { root in
      _ = root.string("schema")
      let job = root.mapping("job")
      // What follows from model, cluster and strategy is a result too.
      job.ignore(["parameters", "devices", "nodes"])
      let precision = job.choice("precision", of: PrecisionName.self).precision
      let description = PlanDescription(
        model: job.reference("model"), cluster: job.reference("cluster"),
        profile: job.referenceIfPresent("profile"),
        training: job.trainingJob(precision: precision),
        strategy: root.mapping("strategy").strategy(),
        rankOrder: root.choice("rank_order", of: RankOrder.self),
        nodes: root.mappings("nodes").map {
          PlanDescription.NodesOfGroup(
            group: $0.string("group"), count: $0.integer("count", in: 1...(1 << 20)),
            idleDevices: $0.integerIfPresent("idle_devices", in: 1...(1 << 20)) ?? 0,
            position: $0.position)
        },
        chunkStarts: root.integers("chunk_starts", in: 0...(1 << 20)),
        chunkStartsPosition: root.position(of: "chunk_starts"))
      // Everything else in the file is a result.
      root.ignoreOtherKeys()
      return description
    }
  }
}

extension MappingReader {
  /// A strategy with every choice written out.
  fileprivate func strategy() -> Strategy {
    let sizes = 1...Strategy.largestSize
    let recomputation = string("recomputation")
    ignore(["label"])
    if !recomputation.isEmpty, Recomputation(recomputation) == nil {
      report(
        "'recomputation' has unknown value '\(recomputation)'; expected none, selective, full or full:<layers per chunk>",
        key: "recomputation")
    }
    var strategy = Strategy(
      dataParallelSize: integer("data_parallel_size", in: sizes),
      tensorParallelSize: integer("tensor_parallel_size", in: sizes),
      pipelineParallelSize: integer("pipeline_parallel_size", in: sizes),
      virtualPipelineSize: integer("virtual_pipeline_size", in: sizes),
      contextParallelSize: integer("context_parallel_size", in: sizes),
      contextParallelKind: choice("context_parallel_kind", of: ContextParallelKind.self),
      expertParallelSize: integer("expert_parallel_size", in: sizes),
      expertTensorParallelSize: integer("expert_tensor_parallel_size", in: sizes),
      sequenceParallel: flag("sequence_parallel"),
      zeroStage: ZeROStage(rawValue: integer("zero_stage", in: 0...3)) ?? .none,
      microBatchSize: integer("micro_batch_size", in: sizes),
      recomputation: Recomputation(recomputation) ?? .none,
      schedule: choice("schedule", of: PipelineSchedule.self),
      overlap: mapping("overlap").overlap())
    // What the stages must have in common is a rule, not a matter of form.
    strategy.stages = (mappingsIfPresent("stages") ?? []).map {
      StageDegrees(
        tensorParallelSize: $0.integer("tensor_parallel_size", in: sizes),
        dataParallelSize: $0.integer("data_parallel_size", in: sizes),
        microBatchSize: $0.integer("micro_batch_size", in: sizes))
    }
    return strategy
  }
}
