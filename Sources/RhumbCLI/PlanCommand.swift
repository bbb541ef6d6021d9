import ArgumentParser
import Configuration
import Foundation
import Reports
import Rhumb

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Search the strategies of a job, simulate the best and print them ranked.")

  enum Search: String, ExpressibleByArgument, CaseIterable { case uniform }
  enum Effort: String, ExpressibleByArgument, CaseIterable { case fast, thorough }

  @OptionGroup var jobOptions: JobOptions
  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "How to search: uniform tries every strategy with equal stages.")
  var search = Search.uniform

  @Option(help: "fast simulates the plans it prints; thorough simulates eight times as many.")
  var effort = Effort.fast

  @Option(help: "Plans to print.")
  var top = 5

  @Flag(help: "Add the search's own figures, which differ from run to run.")
  var statistics = false

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp("Write plan files and the report into a directory.", valueName: "dir"))
  var directory: String?

  func validate() throws {
    guard (1...1000).contains(top) else {
      throw ValidationError("--top must be between 1 and 1000, found \(top)")
    }
  }

  func run() throws {
    let clock: (() -> Double)? = statistics ? { Terminal.processorTime() } : nil
    try reporting {
      let planner = try catalogOptions.planner()
      let problem = try planner.problem(for: jobOptions.description())
      let document = try planner.plan(
        problem, keeping: top, simulating: effort == .fast ? top : 8 * top, clock: clock)
      if let directory { try write(document, to: directory) }
      try output.print(document)
      if document.plans.isEmpty { throw Outcome.infeasible }
    }
  }

  private func write(_ document: PlansDocument, to directory: String) throws {
    var files: [(name: String, text: String)] = [
      ("plans.json", try document.json()), ("report.md", document.markdown),
    ]
    for plan in document.plans { files.append(("plan-\(plan.rank).json", try plan.json())) }
    try OutputDirectory(directory).write(files)
  }
}
