import CostModel
import Quantities
public import Search
import Simulation
public import StrategySpace

/// Why a plan is as fast as it is (`rhumb.explanation/1`): its parts, what each single change of it
/// would do, and what would have to change for another plan to win.
public struct ExplanationDocument: ReportDocument {
  public let schema = "rhumb.explanation/1"
  public var plan: PlanDocument
  /// The plan with one choice changed, or with those that were asked about.
  public var alternatives: [Alternative]
  /// The fastest of the alternatives that fit; `null` when none does.
  @OrNull public var runnerUp: RunnerUp?

  public struct Alternative: Encodable, Hashable, Sendable {
    /// `tp 4 → 8`.
    public var change: String
    public var strategy: StrategySummary
    /// `null` when a rule refuses it.
    @OrNull public var stepTimeSeconds: Double? = nil
    @OrNull public var peakMemoryBytes: Double? = nil
    @OrNull public var violation: ViolationSummary? = nil
    /// The part of the step that makes most of the difference to the plan, and how much of it.
    @OrNull public var decidingPart: String? = nil
    @OrNull public var decidingSeconds: Double? = nil

    /// - Parameter plan: what it is an alternative to.
    public init(
      _ change: String, _ strategy: Strategy, _ ranked: RankedPlan?, _ violation: Violation?,
      to plan: RankedPlan
    ) {
      self.change = change
      self.strategy = StrategySummary(strategy)
      self.violation = violation.map { ViolationSummary($0) }
      guard let ranked else { return }
      stepTimeSeconds = ranked.stepTime.value
      peakMemoryBytes = ranked.simulation.stages[ranked.fullestStage].peakMemory.total.value
      let difference = ranked.breakdown - plan.breakdown
      let isSlower = ranked.stepTime > plan.stepTime
      let deciding = difference.parts.max { isSlower ? $0.1 < $1.1 : $0.1 > $1.1 }
      if let deciding, deciding.1 != 0 {
        decidingPart = deciding.0
        decidingSeconds = deciding.1
      }
    }
  }

  /// A plan that would win if something were different.
  public struct RunnerUp: Encodable, Hashable, Sendable {
    public var change: String
    public var strategy: StrategySummary
    public var stepTimeSeconds: Double
    /// For each figure of the cluster.
    public var breakEvens: [BreakEven]

    public init(
      change: String, strategy: StrategySummary, stepTimeSeconds: Double, breakEvens: [BreakEven]
    ) {
      self.change = change
      self.strategy = strategy
      self.stepTimeSeconds = stepTimeSeconds
      self.breakEvens = breakEvens
    }
  }

  public struct BreakEven: Encodable, Hashable, Sendable {
    /// `network bandwidth`, `compute efficiency`, …
    public var figure: String
    /// What it would have to be multiplied by; `null` when no factor from 1/8 to 8 does.
    @OrNull public var factor: Double?

    public init(figure: String, factor: Double?) {
      self.figure = figure
      self.factor = factor
    }
  }

  public init(plan: PlanDocument, alternatives: [Alternative], runnerUp: RunnerUp?) {
    self.plan = plan
    self.alternatives = alternatives
    self.runnerUp = runnerUp
  }

  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  public var html: String { page.html }
}

extension RankedPlan {
  /// Of the busiest stage.
  fileprivate var breakdown: BreakdownSummary {
    BreakdownSummary(simulation.stages[simulation.busiestStage].time)
  }
}
