import ArgumentParser
import Configuration
import Foundation
import Interop
import ModelDescription
import Rhumb
import Search
import StrategySpace

/// Where descriptions are looked up.
struct CatalogOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The directory that holds Models/ and Clusters/.", valueName: "dir"))
  var catalog: String?

  func planner() throws(InvalidInput) -> Planner {
    if let catalog {
      guard let found = Catalog(atFirstOf: [catalog]) else {
        throw InvalidInput(file: catalog, "holds no Models/ and Clusters/")
      }
      return Planner(catalog: found)
    }
    let candidates = Catalog.candidates(
      environment: ProcessInfo.processInfo.environment["RHUMB_CATALOG"],
      currentDirectory: FileManager.default.currentDirectoryPath,
      executable: Bundle.main.executablePath)
    // Without a catalogue, paths still work; a name is then reported as unknown.
    return Planner(catalog: Catalog(atFirstOf: candidates) ?? Catalog(root: "."))
  }
}

/// A job: from a file, from options, or from a file with options over it.
struct JobOptions: ParsableArguments {
  @Argument(help: "A job file; options given besides win over it.")
  var job: String?

  @Option(help: "The model: a file or a name from Models/.")
  var model: String?

  @Option(help: "The cluster: a file or a name from Clusters/, with :<nodes> if wanted.")
  var cluster: String?

  @Option(help: "Measured times of layers, a file: they win over the cost model.")
  var profile: String?

  @Option(help: "Samples per optimizer step.")
  var globalBatchSize: Int?

  @Option(help: "Tokens per sample.")
  var sequenceLength: Int?

  @Option(help: "bf16, fp16, fp8 or fp32; by default what the devices compute in.")
  var precision: String?

  @Option(help: "adam, sgd-momentum or sgd.")
  var optimizer: String?

  @Option(
    help: ArgumentHelp("Choices to keep as given: tp=8,pp=4,zero=1,…", valueName: "choices"))
  var fix: [String] = []

  @Option(help: "Fraction of the usable memory to leave free.")
  var memoryHeadroom: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Model, batch and strategy from the arguments of a Megatron-LM script.", valueName: "args"))
  var megatronArgs: String?

  @Option(help: "Ranks that --megatron-args are for.")
  var worldSize: Int?

  @Option(
    help: ArgumentHelp(
      "Batch, precision, ZeRO stage and degrees from a DeepSpeed JSON.", valueName: "file"))
  var deepspeed: String?

  /// Whatever is wrong with the options themselves is reported before any file is read.
  func validate() throws {
    try validateMegatron()
    let hasBatch = globalBatchSize != nil || deepspeed != nil
    if job == nil, megatronArgs == nil,
      model == nil || cluster == nil || !hasBatch || sequenceLength == nil
    {
      throw ValidationError(
        "give a job file, or --model, --cluster, --global-batch-size and --sequence-length")
    }
    var description = Self.blank
    try asUsage { try apply(to: &description) }
  }

  private func validateMegatron() throws {
    guard megatronArgs != nil else {
      if worldSize != nil { throw ValidationError("--world-size is for --megatron-args") }
      return
    }
    if job != nil { throw ValidationError("--megatron-args take the place of a job file") }
    guard let worldSize, worldSize > 0 else {
      throw ValidationError("--megatron-args need --world-size, the ranks of the run")
    }
    if cluster == nil { throw ValidationError("--megatron-args need --cluster") }
  }

  /// What --megatron-args say, with what was read differently told on standard error.
  func megatronRun() throws -> MegatronRun? {
    guard let megatronArgs, let worldSize else { return nil }
    let run = try MegatronRun.read(megatronArgs, worldSize: worldSize)
    for note in run.notes { complain("note: \(note)") }
    if !run.unread.isEmpty { complain("not read: \(run.unread.joined(separator: " "))") }
    return run
  }

  /// The problem, within bounds if a command takes them; `run` where arguments of Megatron-LM
  /// describe it.
  func problem(
    _ planner: Planner, within bounds: [String] = [], of run: MegatronRun? = nil
  ) throws -> PlanningProblem {
    guard let run else { return try planner.problem(for: description(within: bounds)) }
    var description = Self.blank
    description.model = .init(run.model.name)
    description.training = run.job
    description.precision = run.job.precision
    try applyDeepSpeed(to: &description)
    try apply(to: &description)
    try description.limits.restrict(to: bounds, "--limit")
    description.cluster = .init(
      try planner.clusterName(description.cluster.text, holding: run.strategy.rankCount))
    return try planner.problem(for: description, model: model == nil ? run.model : nil)
  }

  /// The job, within bounds if a command takes them.
  func description(within bounds: [String] = []) throws -> JobDescription {
    var description = try job.map { try JobFile.read(path: $0) } ?? Self.blank
    try applyDeepSpeed(to: &description)
    try apply(to: &description)
    try description.limits.restrict(to: bounds, "--limit")
    return description
  }

  /// What options are written over when there is no file.
  private static let blank = JobDescription(
    model: .init(""), cluster: .init(""),
    training: TrainingJob(globalBatchSize: 1, sequenceLength: 1), precision: nil,
    limits: StrategyLimits())

  private func applyDeepSpeed(to description: inout JobDescription) throws {
    if let deepspeed { try DeepSpeedConfig.read(path: deepspeed).apply(to: &description) }
  }

  private func apply(to description: inout JobDescription) throws {
    if let model { description.model = .init(model) }
    if let cluster { description.cluster = .init(cluster) }
    if let profile { description.profile = .init(profile) }
    if let globalBatchSize {
      description.training.globalBatchSize = try inRange(
        globalBatchSize, 1...JobFile.batchLimit, "--global-batch-size")
    }
    if let sequenceLength {
      description.training.sequenceLength = try inRange(
        sequenceLength, 1...JobFile.lengthLimit, "--sequence-length")
    }
    if let precision {
      description.precision = try word(precision, PrecisionName.self, "--precision").precision
    }
    if let optimizer {
      description.training.optimizer = try word(optimizer, Optimizer.self, "--optimizer")
    }
    if let memoryHeadroom {
      guard (0...0.9).contains(memoryHeadroom) else {
        throw ValidationError(
          "--memory-headroom must be between 0 and 0.9, found \(memoryHeadroom)")
      }
      description.limits.memoryHeadroom = memoryHeadroom
    }
    try description.limits.restrict(to: fix, "--fix")
  }

  private func inRange(_ value: Int, _ range: ClosedRange<Int>, _ option: String) throws -> Int {
    guard range.contains(value) else {
      throw ValidationError(
        "\(option) must be between \(range.lowerBound) and \(range.upperBound), found \(value)")
    }
    return value
  }
}

extension StrategyLimits {
  /// Applies what a user typed behind `option`; only `--limit` takes bounds.
  mutating func restrict(to texts: [String], _ option: String) throws(InvalidInput) {
    var seen: [Restriction] = []
    for text in texts {
      for restriction in try Restriction.list(text, source: option) {
        let key = restriction.key
        if option != "--limit", restriction.relation != .equal {
          throw InvalidInput(
            file: option,
            "takes choices such as \(key)=\(restriction.value), found the bound '\(text)'")
        }
        if seen.contains(where: { $0.key == key && $0.relation == restriction.relation }) {
          throw InvalidInput(file: option, "'\(key)' is given more than once")
        }
        seen.append(restriction)
        try apply(restriction, source: option)
      }
    }
  }
}

/// The value of an option that takes one of the words of an enumeration.
func word<E: RawRepresentable & CaseIterable>(
  _ text: String, _ type: E.Type, _ option: String
) throws -> E where E.RawValue == String {
  guard let value = E(rawValue: text) else {
    let words = E.allCases.map(\.rawValue)
    throw ValidationError("\(option) is '\(text)'; \(hint(for: text, among: words))")
  }
  return value
}
