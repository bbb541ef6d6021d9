import ArgumentParser
import Configuration
import Foundation
import Interop
import Reports
import Rhumb
import Search
import Simulation
import StrategySpace

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Search the strategies of a job, simulate the best and print them ranked.")

  enum Method: String, ExpressibleByArgument, CaseIterable { case uniform, heterogeneous, dqn }
  enum Effort: String, ExpressibleByArgument, CaseIterable { case fast, thorough }

  @OptionGroup var jobOptions: JobOptions
  @Option(help: ArgumentHelp("Bounds to stay within: 'tp<=8,mbs>=2'", valueName: "bounds"))
  var limit: [String] = []

  @OptionGroup var catalogOptions: CatalogOptions

  /// Plans are printed like every report, and as assignments for a shell's `eval`.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown, html, shell
  }

  @Option(help: "How to print the result; shell: the best plan as assignments to eval.")
  var format = Format.text

  @Option(
    help: ArgumentHelp(
      "uniform tries every strategy with equal stages, heterogeneous unequal stages too, dqn lets an "
        + "agent learn which pay; by default what suits the cluster."))
  var search: Method?

  @OptionGroup var learning: LearningOptions

  @Option(help: "fast simulates twice as many plans as it prints, thorough eight times as many.")
  var effort = Effort.fast

  @Option(help: "Plans to print.")
  var top = 5

  @Flag(help: "Add the front of time against memory: the fastest plans that need less and less.")
  var front = false

  @Flag(help: "Add the search's own figures, which differ from run to run.")
  var statistics = false

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "Write the report (index.html, report.md), plans, launch files and a trace into a directory.",
      valueName: "dir"))
  var directory: String?

  func validate() throws {
    guard (1...1000).contains(top) else {
      throw ValidationError("--top must be between 1 and 1000, found \(top)")
    }
    if search != .dqn, learning.isGiven {
      throw ValidationError("--episodes and --seed are for --search dqn")
    }
    if directory?.isEmpty == true { throw ValidationError("--output must name a directory") }
    if directory != nil, jobOptions.megatronArgs != nil, jobOptions.model == nil {
      throw ValidationError(
        "--output writes plans that name their model: save it by 'rhumb import megatron' and give "
          + "its path as --model besides --megatron-args")
    }
    var limits = StrategyLimits()
    try asUsage { try limits.restrict(to: limit, "--limit") }
  }

  func run() throws {
    let clock: (() -> Double)? = statistics ? { Terminal.processorTime() } : nil
    try reporting {
      let planner = try catalogOptions.planner()
      let run = try jobOptions.megatronRun()
      let problem = try jobOptions.problem(planner, within: limit, of: run)
      // A directory that cannot be written is better known before the search than after it.
      let directory = try directory.map { try OutputDirectory($0) }
      let progress = ProgressLine()
      Interruption.heed()
      let outcome = try planner.outcome(
        of: problem, by: search.map(\.searchMethod), for: learning.budget,
        simulating: effort == .fast ? 2 * top : 8 * top, clock: clock, monitor: progress.monitor)
      let front =
        front && !Interruption.isAsked
        ? try planner.front(
          of: outcome, by: search.map(\.searchMethod), for: learning.budget,
          monitor: progress.monitor) : nil
      progress.finish()
      if Interruption.isAsked {
        complain("interrupted: this is the best that was found until then")
      }
      // Only a report shows what costs more planning.
      let isReport = (directory != nil || format == .html) && !Interruption.isAsked
      let report = ProgressLine()
      var document =
        isReport
        ? try planner.report(of: outcome, keeping: top) { done, all in
          report.show(Double(done) / Double(all)) { "what would change the answer" }
          return !Interruption.isAsked
        }
        : planner.document(of: outcome, keeping: top)
      report.finish()
      document.front = front.map { $0.map { FrontSummary($0, problem.costs) } }
      try directory?.write(files(of: document, outcome))
      if let format = OutputFormat(rawValue: format.rawValue) {
        try emit(document, as: format)
      } else {
        try printAssignments(document, planner, problem)
      }
      if document.plans.isEmpty { throw Outcome.infeasible }
    }
  }

  /// The best plan as assignments on standard output, and nothing else there.
  private func printAssignments(
    _ document: PlansDocument, _ planner: Planner, _ problem: PlanningProblem
  ) throws {
    guard let best = document.plans.first else {
      complain(document.text(width: Terminal.width))
      return
    }
    let text = ShellFormat().write(try planner.launch(best, of: problem))
    for note in text.notes { complain("note: \(note)") }
    try emit(text.content)
  }

  private func files(
    of document: PlansDocument, _ outcome: PlanningOutcome
  ) throws -> [(name: String, text: String)] {
    var files = [
      ("index.html", document.html), ("report.md", document.markdown),
      ("plans.json", try document.json()),
    ]
    if let best = outcome.best {
      files.append(("trace.json", ChromeTrace(best.simulation).json()))
    }
    for plan in document.plans {
      files.append(("plan-\(plan.rank).json", try plan.json()))
      files.append(("megatron-\(plan.rank).sh", plan.megatronScript))
    }
    return files
  }
}

extension PlanCommand.Method {
  fileprivate var searchMethod: SearchMethod {
    switch self {
    case .dqn: .dqn
    case .uniform: .uniform
    case .heterogeneous: .heterogeneous
    }
  }
}
