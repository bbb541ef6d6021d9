import ArgumentParser
import Configuration
import Reports
import Rhumb

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why a plan is as fast as it is, and what each change of it would do.")

  @Argument(help: "A plan file, as rhumb plan --output writes it.")
  var plan: String

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting {
      let planner = try catalogOptions.planner()
      let (problem, plan) = try planner.load(PlanFile.read(path: plan), from: plan)
      try output.print(planner.explain(plan, of: problem))
    }
  }
}
