import ArgumentParser
import ClusterTopology
import Configuration
import Quantities
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
      "Run the passes in the order of a PyTorch schedule file.", valueName: "file"))
  var scheduleCsv: String?

  @Option(
    help: ArgumentHelp(
      "Write the order of passes as a PyTorch schedule file.", valueName: "file"))
  var exportSchedule: String?

  @Option(
    help: ArgumentHelp(
      "Write a trace that Perfetto (ui.perfetto.dev) and chrome://tracing open.",
      valueName: "file"))
  var trace: String?

  @Option(help: "Ranks that the trace shows: first of each stage, or all.")
  var ranks = TracedRanks.first

  @Flag(help: "Simulate layer by layer, for a trace that shows each layer.")
  var layers = false

  @OptionGroup(title: "What if") var whatIf: WhatIfOptions
  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  enum TracedRanks: String, ExpressibleByArgument, CaseIterable {
    case first, all
  }

  func validate() throws {
    if schedule != nil, scheduleCsv != nil {
      throw ValidationError("give --schedule or --schedule-csv, not both")
    }
    _ = try chosenSchedule()
    _ = try whatIf.question()
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
      var question = try whatIf.question()
      question.detail = layers ? .layers : .passes
      if let scheduleCsv {
        question.schedule = (try ScheduleFile.read(path: scheduleCsv), scheduleCsv)
      }
      let (ranked, document) = try planner.simulate(plan, of: problem, answering: question)
      if let exportSchedule {
        guard let csv = ranked.simulation.schedule.csv else {
          throw InvalidInput(
            file: exportSchedule, "cannot be written: the format knows no model in two directions")
        }
        try OutputFile(exportSchedule).write(csv)
      }
      if let trace {
        let (strategy, order) = (plan.strategy, plan.placement.rankOrder)
        let shown = (0..<strategy.pipelineParallelSize).map { stage in
          let ofStage = strategy.ranks(ofStage: stage, order: order)
          return ranks == .all ? ofStage : Array(ofStage.prefix(1))
        }
        try OutputFile(trace).write(ChromeTrace(ranked.simulation, ranks: shown).json())
      }
      try output.print(document)
      if document.violation != nil { throw Outcome.infeasible }
    }
  }
}

/// Reads schedule files of PyTorch's pipeline runtime.
enum ScheduleFile {
  /// - Throws: `InvalidInput` with rank, step and reason, as a line of the file where there is one.
  static func read(path: String) throws(InvalidInput) -> Schedule {
    do {
      return try Schedule(csv: SourceFile.text(ofFile: path))
    } catch let error as InvalidScheduleFile {
      throw InvalidInput(file: path, error.description)
    } catch let error as InvalidInput {
      throw error
    } catch {
      throw InvalidInput(file: path, "cannot be read: \(error)")
    }
  }
}
