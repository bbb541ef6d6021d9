import ArgumentParser
import Configuration
import Foundation
import Reports
import StrategySelection

struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Choose one strategy per node of a graph, at least cost within a memory limit.",
    discussion: """
      Instances have the format of the ASPLOS 2025 / EuroSys 2025 contest on intra-operator \
      parallelism. The last line of output is the list of choices; progress goes to standard error.
      """)

  @Argument(help: "The instance, a JSON file.")
  var instance: String

  @Option(
    help: """
      Rounds of the search, 400 unless there is a time limit; the same number gives the same answer.
      """)
  var iterations: Int?

  @Option(
    help: ArgumentHelp(
      "Stop after this time, measured from the start; answers then depend on the machine.",
      valueName: "seconds"))
  var timeLimit: Double?

  @Option(help: "The seed of the search.")
  var seed: UInt64 = 1

  @Flag(help: "Say nothing on the way.")
  var quiet = false

  @OptionGroup var output: OutputOptions

  private static let defaultRounds = 400
  /// About thirty years, in seconds.
  private static let longestTime = 1e9

  func validate() throws {
    if let iterations, iterations < 1 {
      throw ValidationError("--iterations must be at least 1, found \(iterations)")
    }
    if let timeLimit, !(timeLimit > 0 && timeLimit <= Self.longestTime) {
      throw ValidationError(
        "--time-limit must be more than 0 and at most \(Self.longestTime) seconds, "
          + "found \(timeLimit)")
    }
  }

  func run() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let end = timeLimit.map { start + .seconds($0) }
    try reporting {
      let problem = try Self.read(instance)
      let rounds = iterations ?? (end == nil ? Self.defaultRounds : .max)
      let selection = StrategySelector(iterations: rounds, seed: seed).solve(
        problem, shouldStop: { end.map { clock.now >= $0 } ?? false },
        report: { if !quiet { complain(Self.line(for: $0)) } })
      let document = SelectionDocument(selection, of: problem)
      if selection.isInfeasible {
        complain("infeasible: no choice of strategies keeps the limit and avoids what is forbidden")
        throw Outcome.infeasible
      }
      if !quiet || !document.isFeasible { complain(document.summary) }
      guard document.isFeasible else { throw Outcome.infeasible }
      try output.print(document)
    }
  }

  private static func line(for progress: StrategySelector.Progress) -> String {
    let cost = progress.cost.map { "cost \($0)" } ?? "nothing feasible yet"
    let bound = progress.bound.map { ", bound \($0)" } ?? ""
    return "round \(progress.iteration): \(cost)\(bound), \(progress.variableCount) nodes open"
  }

  private static func read(_ path: String) throws(InvalidInput) -> SelectionProblem {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw InvalidInput(file: path, "no such file")
    }
    if isDirectory.boolValue { throw InvalidInput(file: path, "is a directory, expected a file") }
    guard
      let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    else { throw InvalidInput(file: path, "cannot be read (permission?)") }
    if data.isEmpty { throw InvalidInput(file: path, "the file is empty") }
    let result = data.withUnsafeBytes { bytes in
      Result { () throws(SelectionInputError) in try SelectionProblem(json: bytes) }
    }
    do {
      return try result.get()
    } catch {
      throw InvalidInput([
        Diagnostic(
          file: path, position: .init(line: error.line, column: error.column),
          message: error.message)
      ])
    }
  }
}
