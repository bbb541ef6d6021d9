import ArgumentParser
import Configuration
import Reports
import Rhumb

struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Simulate the runs of a publication and compare their ratios with it.",
    discussion: """
      A study file names jobs, what was published of them, and which bandwidths may be fitted to \
      which of them. Jobs that fix their strategy are simulated as they are; of others the best plan.
      """)

  @Argument(help: "A study file, such as Reports/Published/holmes.yaml.")
  var study: String

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting {
      let planner = try catalogOptions.planner()
      try output.print(planner.study(StudyFile.read(path: study)))
    }
  }
}
