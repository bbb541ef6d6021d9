import ArgumentParser
import Configuration
import Reports
import Rhumb

struct EstimateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "estimate",
    abstract: "Time and memory of one given strategy, term by term.",
    discussion: """
      Degrees left out of --fix are 1, the data-parallel size fills the cluster, nothing is \
      recomputed or sharded.
      """)

  @OptionGroup var jobOptions: JobOptions
  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting {
      let planner = try catalogOptions.planner()
      let run = try jobOptions.megatronRun()
      let problem = try jobOptions.problem(planner, of: run)
      // Arguments of Megatron-LM say it all; --fix then changes nothing.
      let document =
        try run.map { try planner.estimate(planner.plan(of: $0, for: problem), of: problem) }
        ?? planner.estimate(problem)
      try output.print(document)
      if let violation = document.violation {
        complain("infeasible: \(violation.message)")
        throw Outcome.infeasible
      }
    }
  }
}
