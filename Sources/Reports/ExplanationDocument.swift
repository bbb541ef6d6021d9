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
    /// `null` when a rule refuses it.
    @OrNull public var stepTimeSeconds: Double? = nil
    @OrNull public var peakMemoryBytes: Double? = nil
    @OrNull public var violation: ViolationSummary? = nil

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

  public var html: String { page.html }

  private var page: Page {
    var page = plan.page
    page.add(.heading("What one change would do"))
    var table = TextTable([
      ("change", .left), ("step", .right), ("slower by", .right), ("memory", .right),
      ("verdict", .left),
    ])
    for alternative in alternatives {
      let time = alternative.stepTimeSeconds
      let difference = time.map { time in
        // What shows as 0.0 % is no difference.
        let exact = time / plan.stepTimeSeconds - 1
        return abs(exact) < 0.0005 ? 0 : exact
      }
      table.add([
        alternative.change, time.map(Format.seconds) ?? "-",
        difference.map { ($0 > 0 ? "+" : "") + Format.percent($0) } ?? "-",
        alternative.peakMemoryBytes.map(Format.memory) ?? "-",
        alternative.violation?.message ?? verdict(difference ?? 0),
      ])
    }
    page.add(.table(table))
    return page
  }

  private func verdict(_ difference: Double) -> String {
    difference < 0 ? "faster" : difference == 0 ? "as fast" : "slower"
  }
}
