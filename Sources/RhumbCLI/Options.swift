import ArgumentParser
import Configuration
import Foundation
import ModelDescription
import Reports
import Rhumb
import StrategySpace

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown
}

struct OutputOptions: ParsableArguments {
  @Option(help: "How to print the result: text, json or markdown.")
  var format = OutputFormat.text

  func print(_ document: some ReportDocument) throws {
    let text =
      switch format {
      case .text: document.text(width: Terminal.width)
      case .markdown: document.markdown
      case .json: try document.json()
      }
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}

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

  @Option(help: ArgumentHelp("Bounds to stay within: 'tp<=8,mbs>=2'", valueName: "bounds"))
  var limit: [String] = []

  @Option(help: "Fraction of the usable memory to leave free.")
  var memoryHeadroom: Double?

  func description() throws -> JobDescription {
    var description = try fileOrOptions()
    if let model { description.model = .init(model) }
    if let cluster { description.cluster = .init(cluster) }
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
    do {
      for text in fix { try restrict(&description.limits, text, "--fix") }
      for text in limit { try restrict(&description.limits, text, "--limit") }
    } catch {
      throw ValidationError(
        error.diagnostics.map { "\($0.file): \($0.message)" }.joined(separator: "\n"))
    }
    return description
  }

  private func fileOrOptions() throws -> JobDescription {
    if let job { return try JobFile.read(path: job) }
    guard let model, let cluster, let globalBatchSize, let sequenceLength else {
      throw ValidationError(
        "give a job file, or --model, --cluster, --global-batch-size and --sequence-length")
    }
    return JobDescription(
      model: .init(model), cluster: .init(cluster),
      training: TrainingJob(globalBatchSize: globalBatchSize, sequenceLength: sequenceLength),
      precision: nil, limits: StrategyLimits())
  }

  private func restrict(
    _ limits: inout StrategyLimits, _ text: String, _ source: String
  ) throws(InvalidInput) {
    for restriction in try Restriction.list(text, source: source) {
      try limits.apply(restriction, source: source)
    }
  }

  private func inRange(_ value: Int, _ range: ClosedRange<Int>, _ option: String) throws -> Int {
    guard range.contains(value) else {
      throw ValidationError(
        "\(option) must be between \(range.lowerBound) and \(range.upperBound), found \(value)")
    }
    return value
  }

  private func word<E: RawRepresentable & CaseIterable>(
    _ text: String, _ type: E.Type, _ option: String
  ) throws -> E where E.RawValue == String {
    guard let value = E(rawValue: text) else {
      let words = E.allCases.map(\.rawValue)
      throw ValidationError("\(option) is '\(text)'; \(hint(for: text, among: words))")
    }
    return value
  }
}
