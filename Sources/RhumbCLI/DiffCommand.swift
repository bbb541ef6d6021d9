import ArgumentParser
import Configuration
import Rhumb
import Search
import StrategySpace

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What changes from one plan to another: choices, stages, launch arguments, costs.")

  @Argument(help: "A plan file.")
  var from: String

  @Argument(help: "Another one, of the same job or not.")
  var to: String

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting {
      let planner = try catalogOptions.planner()
      let sides = try [from, to].map { path in
        let (problem, plan) = try planner.load(PlanFile.read(path: path), from: path)
        return (name: path, problem: problem, plan: plan)
      }
      try output.print(planner.difference(from: sides[0], to: sides[1]))
    }
  }
}
