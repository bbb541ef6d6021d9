import ArgumentParser
import Configuration
import ModelDescription
import Rhumb

/// A tensor program: from a file, or the training step of a model.
struct ProgramOptions: ParsableArguments {
  @Argument(help: "StableHLO text.")
  var program: String?

  @Option(help: "The model whose training step is the program: a file or a name from Models/.")
  var model: String?

  @Option(help: "Samples per step, for --model.")
  var globalBatchSize: Int?

  @Option(help: "Tokens per sample, for --model.")
  var sequenceLength: Int?

  @Option(help: "Tokens per sample of the decoder of an encoder–decoder model.")
  var targetLength: Int?

  @Option(help: "What --model computes in: bf16, fp16 or fp32; parameters have 32 bits.")
  var precision: String?

  @Option(help: "The optimizer of --model: adam, sgd-momentum or sgd.")
  var optimizer: String?

  @Flag(help: "Write query, key and value, and both halves of a gated layer, as one product each.")
  var joinProducts = false

  /// What messages and reports call the program.
  var name: String { program ?? model ?? "" }

  func validate() throws {
    guard (program == nil) != (model == nil) else {
      throw ValidationError("give a program, or --model and --global-batch-size")
    }
    let numbers = [globalBatchSize, sequenceLength, targetLength]
    let isPlain = numbers.allSatisfy { $0 == nil } && precision == nil && optimizer == nil
    if model == nil, !isPlain || joinProducts {
      throw ValidationError(
        "--global-batch-size, --sequence-length, --target-length, --precision, --optimizer and "
          + "--join-products are for --model")
    }
    if model != nil { _ = try job() }
  }

  /// The job that the model's step is written for.
  ///
  /// - Parameter microbatches: into how many parts the batch is divided, of which the program is one.
  private func job(microbatches: Int = 1) throws -> TrainingJob {
    guard let globalBatchSize else { throw ValidationError("--model needs --global-batch-size") }
    let limits = [
      ("--global-batch-size", globalBatchSize, JobFile.batchLimit),
      ("--sequence-length", sequenceLength ?? 1, JobFile.lengthLimit),
      ("--target-length", targetLength ?? 1, JobFile.lengthLimit),
    ]
    for (option, value, limit) in limits where !(1...limit).contains(value) {
      throw ValidationError("\(option) must be between 1 and \(limit), found \(value)")
    }
    let name = try precision.map { try word($0, PrecisionName.self, "--precision") } ?? .bf16
    guard name != .fp8 else {
      throw ValidationError("--precision is 'fp8'; programs are written in bf16, fp16 or fp32")
    }
    return TrainingJob(
      globalBatchSize: globalBatchSize / microbatches, sequenceLength: sequenceLength ?? 1,
      targetLength: targetLength, precision: name.precision,
      optimizer: try optimizer.map { try word($0, Optimizer.self, "--optimizer") } ?? .adam)
  }

  /// Reads the text, or lowers the model.
  func source(_ planner: Planner, microbatches: Int = 1) throws -> ProgramSource {
    if let program { return try ProgramSource(path: program) }
    let reference = JobDescription.Reference(name)
    if sequenceLength == nil, try planner.model(reference).readsTokens {
      throw InvalidInput(file: name, "reads tokens: give --sequence-length")
    }
    if let globalBatchSize, globalBatchSize % microbatches != 0 {
      throw InvalidInput(
        file: name,
        "a batch of \(globalBatchSize) cannot be divided into \(microbatches) microbatches")
    }
    return ProgramSource(
      try planner.trainingProgram(
        of: reference, for: job(microbatches: microbatches), joinsProducts: joinProducts),
      ofModel: name)
  }
}
