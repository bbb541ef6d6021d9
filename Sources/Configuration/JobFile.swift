public import ModelDescription
import Quantities
public import StrategySpace

/// A job as a user writes it: what to train, where, and which strategies are allowed.
public struct JobDescription: Hashable, Sendable {
  /// A reference to a model: a name of the catalogue or a path.
  public var model: Reference
  /// A reference to a cluster, with node counts if given.
  public var cluster: Reference
  public var training: TrainingJob
  /// `nil` leaves the choice to what the devices can compute in: BF16, FP16 or single precision.
  public var precision: Precision?
  public var limits: StrategyLimits
  /// A path to measured times of the model's layers, which win over the cost model.
  public var profile: Reference?
  public var objective: PlanObjective

  public init(
    model: Reference, cluster: Reference, training: TrainingJob, precision: Precision?,
    limits: StrategyLimits, profile: Reference? = nil, objective: PlanObjective = PlanObjective()
  ) {
    self.objective = objective
    self.profile = profile
    self.model = model
    self.cluster = cluster
    self.training = training
    self.precision = precision
    self.limits = limits
  }

  /// A name or path, and where it was written.
  public struct Reference: Hashable, Sendable {
    public var text: String
    /// `nil` when it came from the command line.
    public var place: Place?

    public struct Place: Hashable, Sendable {
      public var file: String
      public var position: Diagnostic.Position?
    }

    public init(_ text: String, place: Place? = nil) {
      self.text = text
      self.place = place
    }
  }
}

/// Reads job files.
public enum JobFile {
  /// Largest global batch: far above any, low enough for exact arithmetic.
  public static let batchLimit = 1 << 24
  public static let lengthLimit = 1 << 24

  public static func read(path: String) throws(InvalidInput) -> JobDescription {
    try read(SourceFile(path: path))
  }

  public static func read(text: String, path: String) throws(InvalidInput) -> JobDescription {
    try read(SourceFile(text: text, path: path))
  }

  private static func read(_ file: SourceFile) throws(InvalidInput) -> JobDescription {
    try file.expect(.job)
    return try file.read { description(in: $0) }
  }

  /// The job of a mapping, which may have other keys too.
  public static func description(in root: MappingReader) -> JobDescription {
    let precision = root.choiceIfPresent("precision", of: PrecisionName.self)?.precision
    return JobDescription(
      model: root.reference("model"), cluster: root.reference("cluster"),
      training: root.trainingJob(precision: precision ?? .bfloat16), precision: precision,
      limits: root.strategyLimits(),
      profile: root.referenceIfPresent("profile"), objective: root.objective())
  }
}

/// The precisions a job may name.
public enum PrecisionName: String, CaseIterable, Sendable {
  case bf16, fp16, fp8, nvfp4, fp32

  public var precision: Precision {
    switch self {
    case .bf16: .bfloat16
    case .fp16: .float16
    case .fp8: .float8
    case .nvfp4: .blockFloat4
    case .fp32: .float32
    }
  }

  /// The name of one of the four precisions.
  public init?(_ precision: Precision) {
    guard let name = Self.allCases.first(where: { $0.precision == precision }) else { return nil }
    self = name
  }
}

extension MappingReader {
  func reference(_ key: String) -> JobDescription.Reference {
    JobDescription.Reference(
      string(key), place: .init(file: sink.file, position: position(of: key)))
  }

  func referenceIfPresent(_ key: String) -> JobDescription.Reference? {
    stringIfPresent(key).map {
      JobDescription.Reference($0, place: .init(file: sink.file, position: position(of: key)))
    }
  }

  /// What plans are chosen by.
  fileprivate func objective() -> PlanObjective {
    var objective = PlanObjective()
    guard let mapping = mappingIfPresent("objective") else { return objective }
    objective.minimizes = mapping.choice("minimize", of: PlanObjective.Goal.self)
    objective.stepTimeLimit = mapping.durationIfPresent("step_time_at_most")
    objective.priceLimit = mapping.numberIfPresent("price_at_most", in: 0...1e12).map { Money($0) }
    return objective
  }

  /// The keys of a job that describe the training step.
  func trainingJob(precision: Precision) -> TrainingJob {
    TrainingJob(
      globalBatchSize: integer("global_batch_size", in: 1...JobFile.batchLimit),
      sequenceLength: integer("sequence_length", in: 1...JobFile.lengthLimit),
      targetLength: integerIfPresent("target_length", in: 1...JobFile.lengthLimit),
      precision: precision,
      optimizer: choiceIfPresent("optimizer", of: Optimizer.self) ?? .adam,
      attention: choiceIfPresent("attention", of: AttentionKernel.self) ?? .fused,
      expertLoadImbalance: numberIfPresent("expert_load_imbalance", in: 1...1000) ?? 1,
      vocabularyDivisor: integerIfPresent("vocabulary_divisor", in: 1...(1 << 20)) ?? 128,
      framework: choiceIfPresent("framework", of: Framework.self) ?? .megatron)
  }

  fileprivate func strategyLimits() -> StrategyLimits {
    var limits = StrategyLimits()
    limits.memoryHeadroom = numberIfPresent("memory_headroom", in: 0...0.9) ?? 0
    guard let allowed = mappingIfPresent("strategy") else { return limits }
    limits.dataParallelSize = allowed.sizeLimit("data_parallel_size")
    limits.tensorParallelSize = allowed.sizeLimit("tensor_parallel_size")
    limits.pipelineParallelSize = allowed.sizeLimit("pipeline_parallel_size")
    limits.virtualPipelineSize = allowed.sizeLimit("virtual_pipeline_size")
    limits.contextParallelSize = allowed.sizeLimit("context_parallel_size")
    limits.expertParallelSize = allowed.sizeLimit("expert_parallel_size")
    limits.expertTensorParallelSize = allowed.sizeLimit("expert_tensor_parallel_size")
    limits.microBatchSize = allowed.sizeLimit("micro_batch_size")
    limits.sequenceParallel = allowed.flagIfPresent("sequence_parallel")
    if let kinds = allowed.choices("context_parallel_kind", of: ContextParallelKind.self) {
      limits.contextParallelKinds = kinds
    }
    if let schedules = allowed.choices("schedule", of: PipelineSchedule.self) {
      limits.schedules = schedules
    }
    if let orders = allowed.choices("rank_order", of: RankOrder.self) { limits.rankOrders = orders }
    if let stages = allowed.oneOrMoreIntegers("zero_stage", in: 0...3) {
      limits.zeroStages = stages.compactMap(ZeROStage.init(rawValue:))
    }
    if let choices = allowed.recomputations("recomputation") { limits.recomputations = choices }
    if let overlap = allowed.mappingIfPresent("overlap") { limits.overlap = overlap.overlap() }
    return limits
  }

  /// Which communication runs behind compute; what is left out keeps its default.
  func overlap() -> Overlap {
    let usual = Overlap()
    return Overlap(
      gradientReduction: flagIfPresent("gradient_reduction") ?? usual.gradientReduction,
      parameterGather: flagIfPresent("parameter_gather") ?? usual.parameterGather,
      tensorParallel: flagIfPresent("tensor_parallel") ?? usual.tensorParallel,
      pipelineTransfers: flagIfPresent("pipeline_transfers") ?? usual.pipelineTransfers)
  }

  /// A degree: one value, a list of values, or `{at_least: …, at_most: …}`.
  private func sizeLimit(_ key: String) -> SizeLimit {
    let sizes = 1...Strategy.largestSize
    guard isMapping(key), let range = mappingIfPresent(key) else {
      return SizeLimit(values: oneOrMoreIntegers(key, in: sizes))
    }
    let least = range.integerIfPresent("at_least", in: sizes) ?? sizes.lowerBound
    let most = range.integerIfPresent("at_most", in: sizes) ?? sizes.upperBound
    if least > most {
      report("'\(key)' allows nothing: at_least \(least) is above at_most \(most)", key: key)
      return SizeLimit()
    }
    return SizeLimit(range: least...most)
  }

  private func oneOrMoreIntegers(_ key: String, in range: ClosedRange<Int>) -> [Int]? {
    isList(key) ? integersIfPresent(key, in: range) : integerIfPresent(key, in: range).map { [$0] }
  }

  private func oneOrMoreStrings(_ key: String) -> [String]? {
    isList(key) ? stringsIfPresent(key) : stringIfPresent(key).map { [$0] }
  }

  private func choices<E: RawRepresentable & CaseIterable>(
    _ key: String, of type: E.Type
  ) -> [E]? where E.RawValue == String {
    let words = E.allCases.map(\.rawValue)
    return oneOrMoreStrings(key)?.compactMap { text in
      if let value = E(rawValue: text) { return value }
      report("'\(key)' has unknown value '\(text)'; \(hint(for: text, among: words))", key: key)
      return nil
    }
  }

  private func recomputations(_ key: String) -> [Recomputation]? {
    oneOrMoreStrings(key)?.compactMap { text in
      if let value = Recomputation(text) { return value }
      report(
        "'\(key)' has unknown value '\(text)'; expected none, selective, full or full:<layers per chunk>",
        key: key)
      return nil
    }
  }
}
