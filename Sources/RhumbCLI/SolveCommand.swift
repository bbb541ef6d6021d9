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
    var deadline = timeLimit.map { Deadline(after: .seconds($0)) }
    try reporting {
      let problem = try Self.read(instance)
      let rounds = iterations ?? (deadline == nil ? Self.defaultRounds : .max)
      var hasAnswer = false
      let selection = StrategySelector(iterations: rounds, seed: seed).solve(
        problem, shouldStop: { deadline?.comesBeforeAnotherRound(hasAnswer: hasAnswer) ?? false },
        report: { progress in
          hasAnswer = progress.cost != nil
          if !quiet { complain(Self.line(for: progress)) }
        })
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

/// A time by which an answer has to be written, asked about between the rounds of a search.
private struct Deadline {
  private let clock = ContinuousClock()
  private let end: ContinuousClock.Instant
  private var roundStart: ContinuousClock.Instant?
  private var longestRound = Duration.zero

  /// What is kept back for writing the answer, and how much longer than any before the next round
  /// may take on a busy machine.
  private static let reserve = Duration.milliseconds(200)
  private static let caution = 2.0

  init(after limit: Duration) { end = clock.now + limit }

  /// Whether to stop now: with an answer, when another round might end too late; without one, when
  /// the time is over.
  mutating func comesBeforeAnotherRound(hasAnswer: Bool) -> Bool {
    let now = clock.now
    if let roundStart { longestRound = max(longestRound, now - roundStart) }
    roundStart = now
    return hasAnswer ? now + longestRound * Self.caution + Self.reserve >= end : now >= end
  }
}
