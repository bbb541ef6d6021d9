import ArgumentParser
import Configuration
import Reports
import Rhumb
import Validation

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Predict published runs and compare with what was measured.",
    discussion: """
      Tables have the columns of those in Reports/Measured, where a README explains them. A \
      runs.csv beside a table says which of its runs are fit for scoring.
      """)

  enum Tier: String, ExpressibleByArgument, CaseIterable {
    case main, extra, all

    var tier: MeasuredRun.Tier? { self == .all ? nil : self == .main ? .main : .extra }
  }

  @Argument(help: "Tables of measured runs, or the runs.csv that names them.")
  var files: [String]

  @Option(help: "Runs to score: main (and those without a tier), extra or all.")
  var tier = Tier.main

  @Option(help: ArgumentHelp("Only this family: a table's name without .csv.", valueName: "name"))
  var family: [String] = []

  @Flag(help: "List every run with the parts of its predicted step time.")
  var verbose = false

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var measured: MeasuredRuns?
    try reporting { measured = try MeasuredRuns(files: files) }
    guard let measured else { return }
    for file in measured.otherFiles { complain("\(file): holds no runs, left aside") }
    var runs: [MeasuredRun] = []
    try asUsage { runs = try measured.runs(of: tier.tier, families: family) }
    try reporting {
      let result = try catalogOptions.planner().validate(runs)
      try output.print(ValidationDocument(result, listsRuns: verbose))
    }
  }
}
