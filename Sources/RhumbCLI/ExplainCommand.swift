import ArgumentParser
import Configuration
import Reports
import Rhumb
import StrategySpace

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why a plan is as fast as it is, and what each change of it would do.")

  @Argument(help: "A plan file, as rhumb plan --output writes it.")
  var plan: String

  @Option(
    help: ArgumentHelp(
      "Ask about one other choice instead of every single change: tp=8,pp=4,…",
      valueName: "choices"))
  var instead: [String] = []

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws { _ = try choices() }

  private func choices() throws -> StrategyLimits? {
    guard !instead.isEmpty else { return nil }
    var limits = StrategyLimits()
    try asUsage { try limits.restrict(to: instead, "--instead") }
    return limits
  }

  func run() throws {
    try reporting {
      let planner = try catalogOptions.planner()
      let (problem, plan) = try planner.load(PlanFile.read(path: plan), from: plan)
      try output.print(planner.explain(plan, of: problem, instead: choices()))
    }
  }
}
