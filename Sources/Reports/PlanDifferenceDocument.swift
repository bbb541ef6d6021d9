/// What changes from one plan to another (`rhumb.difference/1`): choices, stages, launch arguments,
/// time and memory.
public struct PlanDifferenceDocument: ReportDocument {
  public let schema = "rhumb.difference/1"
  public var from: Side
  public var to: Side
  /// What was to be planned, and the choices made: only what differs.
  public var jobChanges: [Change]
  public var strategyChanges: [Change]
  /// Layers and devices, stage by stage: only those that differ.
  public var stageChanges: [Change]
  public var launchArguments: [Line]

  public struct Side: Encodable, Hashable, Sendable {
    /// As the user named it.
    public var name: String
    public var strategy: StrategySummary
    public var stepTimeSeconds: Double
    public var breakdownSeconds: BreakdownSummary
    public var memoryBytes: MemorySummary
    @OrNull public var violation: ViolationSummary?

    init(_ name: String, _ plan: PlanDocument) {
      self.name = name
      strategy = plan.strategy
      stepTimeSeconds = plan.stepTimeSeconds
      breakdownSeconds = plan.breakdownSeconds
      memoryBytes = plan.memoryBytes
      violation = plan.violation
    }
  }

  public struct Change: Encodable, Hashable, Sendable {
    /// The key of the job or plan file, or `stage 2`.
    public var what: String
    /// `null` where one side has no such thing.
    @OrNull public var from: String?
    @OrNull public var to: String?

    init(_ what: String, _ from: String?, _ to: String?) {
      self.what = what
      self.from = from
      self.to = to
    }
  }

  /// A launch argument that one side has and the other has not.
  public struct Line: Encodable, Hashable, Sendable {
    public enum Side: String, Encodable, Hashable, Sendable { case from, to }

    public var side: Side
    public var argument: String
  }

  public init(from: (name: String, plan: PlanDocument), to: (name: String, plan: PlanDocument)) {
    self.from = Side(from.name, from.plan)
    self.to = Side(to.name, to.plan)
    jobChanges = from.plan.job.changes(to: to.plan.job)
    strategyChanges =
      from.plan.strategy.changes(to: to.plan.strategy)
      + [Change("nodes", from.plan.nodeText, to.plan.nodeText)].filter { $0.from != $0.to }
      + [Change("rank_order", from.plan.rankOrder, to.plan.rankOrder)].filter { $0.from != $0.to }
    let count = max(from.plan.stages.count, to.plan.stages.count)
    stageChanges = (0..<count).map { stage in
      func text(_ plan: PlanDocument) -> String? {
        plan.stages.indices.contains(stage)
          ? "layers \(plan.stages[stage].layers) on devices \(Format.ranges(plan.stages[stage].devices))"
          : nil
      }
      return Change("stage \(stage)", text(from.plan), text(to.plan))
    }.filter { $0.from != $0.to }
    let (old, new) = (from.plan.megatronArguments, to.plan.megatronArguments)
    launchArguments =
      old.filter { !new.contains($0) }.map { Line(side: .from, argument: $0) }
      + new.filter { !old.contains($0) }.map { Line(side: .to, argument: $0) }
  }

  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  public var html: String { page.html }
}

extension PlanDocument {
  /// `infiniband 4, roce 3 (2 devices idle)`.
  fileprivate var nodeText: String {
    nodes.map { nodes in
      "\(nodes.group) \(nodes.count)" + (nodes.idleDevices.map { " (\($0) devices idle)" } ?? "")
    }.joined(separator: ", ")
  }
}

extension JobSummary {
  /// What differs, by the keys of job files.
  fileprivate func changes(to other: JobSummary) -> [PlanDifferenceDocument.Change] {
    let values: [(String, (JobSummary) -> String?)] = [
      ("model", \.model), ("cluster", \.cluster), ("profile", \.profile),
      ("global_batch_size", { "\($0.globalBatchSize)" }),
      ("sequence_length", { "\($0.sequenceLength)" }),
      ("target_length", { $0.targetLength.map { "\($0)" } }), ("precision", \.precision),
      ("optimizer", \.optimizer), ("attention", \.attention),
      ("expert_load_imbalance", { "\($0.expertLoadImbalance)" }),
      ("vocabulary_divisor", { "\($0.vocabularyDivisor)" }), ("framework", \.framework),
    ]
    return values.compactMap { key, value in
      value(self) == value(other) ? nil : .init(key, value(self), value(other))
    }
  }
}

extension StrategySummary {
  /// What differs, by the keys of plan files.
  func changes(to other: StrategySummary) -> [PlanDifferenceDocument.Change] {
    let values: [(String, (StrategySummary) -> String)] = [
      ("data_parallel_size", { "\($0.dataParallelSize)" }),
      ("tensor_parallel_size", { "\($0.tensorParallelSize)" }),
      ("pipeline_parallel_size", { "\($0.pipelineParallelSize)" }),
      ("virtual_pipeline_size", { "\($0.virtualPipelineSize)" }),
      ("context_parallel_size", { "\($0.contextParallelSize)" }),
      ("context_parallel_kind", \.contextParallelKind),
      ("expert_parallel_size", { "\($0.expertParallelSize)" }),
      ("expert_tensor_parallel_size", { "\($0.expertTensorParallelSize)" }),
      ("sequence_parallel", { "\($0.sequenceParallel)" }), ("zero_stage", { "\($0.zeroStage)" }),
      ("micro_batch_size", { "\($0.microBatchSize)" }), ("recomputation", \.recomputation),
      ("schedule", \.schedule),
      ("overlap.gradient_reduction", { "\($0.overlap.gradientReduction)" }),
      ("overlap.parameter_gather", { "\($0.overlap.parameterGather)" }),
      ("overlap.tensor_parallel", { "\($0.overlap.tensorParallel)" }),
      ("overlap.pipeline_transfers", { "\($0.overlap.pipelineTransfers)" }),
    ]
    return values.compactMap { key, value in
      value(self) == value(other) ? nil : .init(key, value(self), value(other))
    }
  }
}
