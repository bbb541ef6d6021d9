public import StrategySelection

/// One strategy per node of an instance, with what it costs (`rhumb.selection/1`).
public struct SelectionDocument: ReportDocument {
  public let schema = "rhumb.selection/1"
  public var instance: String
  public var isFeasible: Bool
  public var isOptimal: Bool
  /// Whether a time limit ended the search, so that another run may end elsewhere.
  public var wasStopped: Bool
  public var iterations: Int
  public var cost: Int64?
  public var bound: Int64?
  public var gap: Double?
  public var peakUsage: Int64?
  public var usageLimit: Int64
  public var choices: [Int]?

  public init(_ selection: Selection, of problem: SelectionProblem) {
    instance = problem.name
    let verdict = selection.choices.flatMap { SelectionChecker(problem).verdict(on: $0) }
    isFeasible = verdict?.isFeasible ?? false
    isOptimal = selection.isOptimal
    wasStopped = selection.wasStopped
    iterations = selection.iterations
    cost = selection.cost
    bound = selection.bound
    gap = selection.gap
    peakUsage = verdict?.peakUsage
    usageLimit = problem.usageLimit
    choices = selection.choices
  }

  /// The list of choices, as the contest wants it: one line.
  public func text(width: Int) -> String { choicesLine + "\n" }

  public var markdown: String {
    var page = Page()
    page.add(.title(instance))
    page.add(.text(summary))
    page.add(.code([choicesLine]))
    return page.markdown
  }

  /// What was found, in a sentence.
  public var summary: String {
    let rounds = "\(iterations) rounds" + (wasStopped ? ", stopped by the time limit" : "")
    guard let cost, let gap, let peakUsage else { return "no feasible choice found in \(rounds)" }
    let quality =
      isOptimal
      ? "which is optimal" : "at most \(Format.number(gap * 100, digits: 2)) % above the least"
    return "cost \(cost), \(quality); uses \(peakUsage) of \(usageLimit); \(rounds)"
  }

  private var choicesLine: String {
    "[" + (choices ?? []).map(String.init).joined(separator: ", ") + "]"
  }
}
