import ArgumentParser
import Configuration
import Reports
import Rhumb
import StrategySpace

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Run one training step of a plan through the simulator.")

  @Argument(help: "A plan file, as rhumb plan --output writes it.")
  var plan: String

  @Option(help: "Another pipeline schedule than the plan's: gpipe, 1f1b or interleaved.")
  var schedule: String?

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { _ = try chosenSchedule() }

  private func chosenSchedule() throws -> PipelineSchedule? {
    try schedule.map { try word($0, PipelineSchedule.self, "--schedule") }
  }

  func run() throws {
    try reporting {
      let planner = try catalogOptions.planner()
      var description = try PlanFile.read(path: plan)
      if let schedule = try chosenSchedule() { description.strategy.schedule = schedule }
      let (problem, plan) = try planner.load(description, from: plan)
      let ranked = try planner.evaluate(plan, of: problem)
      try output.print(SimulationDocument(ranked, of: problem))
    }
  }
}
