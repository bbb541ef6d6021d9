import ArgumentParser
import Configuration
import Interop
import Quantities
import Reports
import Rhumb
import SequencePlanning
import SequenceSimulation
import StrategySpace

struct SequencesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sequences",
    abstract: "Plan batches of sequences of very different lengths as groups of devices.",
    discussion: """
      Batches come from an instance file, from a file with a JSON array of lengths per line, or \
      line by line from standard input; then each line is answered as soon as it is planned, with \
      --format json by a line of JSON.

      With --model and --cluster the cost model says what groups cost. Otherwise published \
      coefficients do: those of a file given besides (also in the form of FlexSP's own code), or \
      Clusters/Profiles/flexsp-a100.json; --model then names one of their models.
      """)

  enum Effort: String, ExpressibleByArgument, CaseIterable { case fast, thorough }

  @Argument(help: "An instance, a file of lengths, a file of coefficients; - for standard input.")
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      "Compare plans with what a publication says: a file such as Reports/Published/flexsp.json.",
      valueName: "file"))
  var published: String?

  @OptionGroup var setting: SequenceSettingOptions

  @Option(help: "Round lengths up to multiples of this many tokens.")
  var padTo = 1

  @Option(
    help: ArgumentHelp(
      "programs certifies plans by linear programs, packing leaves that out, reference solves the "
        + "mixed-integer program of the FlexSP paper (for some ten sequences).",
      valueName: "solver"))
  var solver = "programs"

  @Option(help: "fast takes milliseconds for hundreds of sequences, thorough up to some seconds.")
  var effort = Effort.fast

  @Option(help: "The gap that is to be proved for each microbatch.")
  var gap = 0.01

  @Option(help: "Batches that are planned at the same time; plans do not depend on it.")
  var threads = 2

  @Option(
    help: ArgumentHelp(
      "How much slower a plan may be that makes do with the groups of earlier batches.",
      valueName: "fraction"))
  var reuse = 0.0

  @Option(help: "Show this batch, counted from 0, group by group, and simulate it.")
  var batch: Int?

  @Option(
    help: ArgumentHelp(
      "Write a trace of the batch (the first, without --batch) that Perfetto opens.",
      valueName: "file"))
  var trace: String?

  @Flag(help: "Add the processor time of each batch, which differs from run to run.")
  var statistics = false

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...1 << 20).contains(padTo) else {
      throw ValidationError("--pad-to must be between 1 and \(1 << 20), found \(padTo)")
    }
    guard (1...256).contains(threads) else {
      throw ValidationError("--threads must be between 1 and 256, found \(threads)")
    }
    guard (0...1).contains(gap) else {
      throw ValidationError("--gap must be between 0 and 1, found \(gap)")
    }
    guard (0...1).contains(reuse) else {
      throw ValidationError("--reuse must be between 0 and 1, found \(reuse)")
    }
    if let batch, batch < 0 {
      throw ValidationError("--batch counts from 0, found \(batch)")
    }
    _ = try choices()
    if published != nil, !files.isEmpty {
      throw ValidationError("--published names its own instances and coefficients")
    }
    if published != nil, trace != nil || batch != nil {
      throw ValidationError(
        "--published compares whole instances; --batch and --trace show one batch")
    }
  }

  private func choices() throws -> SequenceChoices {
    var choices = try setting.choices()
    choices.solver = try word(solver, SequencePlanner.Solver.self, "--solver")
    return choices
  }

  func run() async throws {
    if let published { return try compare(published) }
    try await reportingAsync {
      let inputs = try SequenceInputs(files)
      let setting = try sequenceErrors(in: "--model") {
        try self.setting.setting(
          catalogOptions.planner(), choices(), inputs.coefficients, inputs.instance)
      }
      for note in setting.notes { complain("note: \(note)") }
      var options = SequencePlanner.Options()
      options.solver = setting.solver
      options.effort = effort == .fast ? .fast : .thorough
      options.gap = gap
      var answers = SequenceAnswers(
        setting, format: output.format, isStream: inputs.isStream,
        selected: batch ?? (trace == nil ? nil : 0))
      let planner = try SequencePlanner(setting.costs, options)
      let run = try SequenceRun(planner, threads: threads, reuse: reuse, measures: statistics)
      try await run.plan(inputs.batches(paddedTo: padTo)) { batch, plan, time in
        try answers.add(batch, plan, cpuTime: time)
      }
      try answers.finish()
      if let trace { try OutputFile(trace).write(answers.trace()) }
    }
  }

  private func compare(_ path: String) throws {
    let clock = statistics ? { Seconds(Terminal.threadProcessorTime()) } : nil
    try reporting {
      let published = try PublishedSequences.read(path: path)
      try sequenceErrors(in: path) {
        try output.print(catalogOptions.planner().compare(published, clock: clock))
      }
    }
  }
}
