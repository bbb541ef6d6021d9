import CostModel
import Quantities
public import Search
import Simulation
public import StrategySpace

/// Why a plan is as fast as it is (`rhumb.explanation/1`): its parts, and what each single change
/// of it would do.
public struct ExplanationDocument: ReportDocument {
  public let schema = "rhumb.explanation/1"
  public var plan: PlanDocument
  public var alternatives: [Alternative]

  /// The plan with one choice changed.
  public struct Alternative: Encodable, Hashable, Sendable {
    /// `tp 4 → 8`.
    public var change: String
    public var strategy: StrategySummary
    /// Left out, like its memory, when a rule refuses it.
    public var stepTimeSeconds: Double?
    public var peakMemoryBytes: Double?
    public var violation: ViolationSummary?

    public init(
      _ change: String, _ strategy: Strategy, _ ranked: RankedPlan?, _ violation: Violation?
    ) {
      self.change = change
      self.strategy = StrategySummary(strategy)
      stepTimeSeconds = ranked?.stepTime.value
      peakMemoryBytes = ranked.map { ranked in
        ranked.simulation.stages[ranked.fullestStage].peakMemory.total.value
      }
      self.violation = violation.map { ViolationSummary($0) }
    }
  }

  public init(plan: PlanDocument, alternatives: [Alternative]) {
    self.plan = plan
    self.alternatives = alternatives
  }

  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  private var page: Page {
    var page = plan.page
    page.add(.heading("What one change would do"))
    var table = TextTable([
      ("change", .left), ("step", .right), ("slower by", .right), ("memory", .right),
      ("verdict", .left),
    ])
    for alternative in alternatives {
      let time = alternative.stepTimeSeconds
      let difference = time.map { $0 / plan.stepTimeSeconds - 1 }
      table.add([
        alternative.change, time.map(Format.seconds) ?? "-",
        difference.map { ($0 > 0 ? "+" : "") + Format.percent($0) } ?? "-",
        alternative.peakMemoryBytes.map(Format.memory) ?? "-",
        alternative.violation.map(\.message)
          ?? ((difference ?? 0) < 0 ? "faster" : "fits, not faster"),
      ])
    }
    page.add(.table(table))
    return page
  }
}
