import ArgumentParser
import Configuration
import Reports
import Rhumb
import Search
import Simulation
import StrategySpace

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Run one training step of a plan through the simulator.")

  @Argument(help: "A plan file, as rhumb plan --output writes it.")
  var plan: String

  @Option(help: "Another pipeline schedule than the plan's, such as gpipe, 1f1b or zb-h1.")
  var schedule: String?

  @Option(
    help: ArgumentHelp(
      "Write a trace that Perfetto (ui.perfetto.dev) and chrome://tracing open.",
      valueName: "file"))
  var trace: String?

  @Flag(help: "Simulate layer by layer, for a trace that shows each layer.")
  var layers = false

  @Option(
    help: ArgumentHelp(
      "Let a stage compute slower: 2=1.1 for stage 2 at 1.1 times the time.",
      valueName: "stage=factor"))
  var slow: [String] = []

  @Option(help: "Let each computation vary by this fraction (standard deviation) at random.")
  var jitter: Double?

  @Option(help: "The seed of the jitter.")
  var seed: UInt64 = 1

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    _ = try chosenSchedule()
    _ = try scenario()
  }

  private func scenario() throws -> Scenario {
    var scenario = Scenario()
    for text in slow {
      let parts = text.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let stage = Int(parts[0]), let factor = Double(parts[1]),
        (0...1e6).contains(factor), stage >= 0
      else { throw ValidationError("--slow must be stage=factor such as 2=1.1, found '\(text)'") }
      scenario.computeSlowdown[stage] = factor
    }
    if let jitter {
      guard (0...10).contains(jitter) else {
        throw ValidationError("--jitter must be between 0 and 10, found \(jitter)")
      }
      scenario.jitter = Scenario.Jitter(seed: seed, deviation: jitter)
    }
    return scenario
  }

  private func chosenSchedule() throws -> PipelineSchedule? {
    try schedule.map { try word($0, PipelineSchedule.self, "--schedule") }
  }

  func run() throws {
    try reporting {
      let planner = try catalogOptions.planner()
      var description = try PlanFile.read(path: plan)
      if let schedule = try chosenSchedule() {
        description.strategy = description.strategy.scheduled(schedule, within: Overlap())
      }
      let (problem, plan) = try planner.load(description, from: plan)
      let scenario = try scenario()
      if let stage = scenario.computeSlowdown.keys.max(),
        stage >= plan.strategy.pipelineParallelSize
      {
        throw InvalidInput(
          file: "--slow",
          "names stage \(stage), the plan has \(plan.strategy.pipelineParallelSize) stages")
      }
      let ranked = try planner.evaluate(
        plan, of: problem, under: scenario, detail: layers ? .layers : .passes)
      if let trace {
        try OutputFile(trace).write(ChromeTrace(ranked.simulation).json())
      }
      try output.print(SimulationDocument(ranked, of: problem))
    }
  }
}
