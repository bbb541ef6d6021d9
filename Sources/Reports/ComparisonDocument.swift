import CostModel
import Quantities
public import Search
import Simulation
public import StrategySpace

/// Plans side by side, and what makes them differ (`rhumb.comparison/1`).
public struct ComparisonDocument: ReportDocument {
  public let schema = "rhumb.comparison/1"
  /// In the order in which they were given.
  public var entries: [Entry]
  /// Of each further entry to the first; entries without a plan are left out.
  public var differences: [Difference]

  public struct Entry: Encodable, Hashable, Sendable {
    /// As the user named it.
    public var name: String
    public var job: JobSummary
    /// `null` when nothing fits.
    @OrNull public var plan: Costs?
    @OrNull public var violation: ViolationSummary?

    /// - Parameter plan: `nil` when nothing fits; then `violation` says why.
    public init(
      _ name: String, _ plan: PlanDocument?, _ violation: Violation?, of problem: PlanningProblem
    ) {
      self.name = name
      job = JobSummary(problem)
      self.plan = plan.map { Costs($0) }
      self.violation = plan.map(\.violation) ?? violation.map { ViolationSummary($0) }
    }
  }

  /// A plan, and what it costs.
  public struct Costs: Encodable, Hashable, Sendable {
    public var strategy: StrategySummary
    public var devicesUsed: Int
    public var stepTimeSeconds: Double
    public var samplesPerSecond: Double
    @OrNull public var tokensPerSecond: Double?
    public var modelFlopsUtilization: Double
    public var breakdownSeconds: BreakdownSummary
    public var memoryBytes: MemorySummary
    public var usableMemoryBytes: Double

    init(_ plan: PlanDocument) {
      strategy = plan.strategy
      devicesUsed = plan.devicesUsed
      stepTimeSeconds = plan.stepTimeSeconds
      samplesPerSecond = plan.samplesPerSecond
      tokensPerSecond = plan.tokensPerSecond
      modelFlopsUtilization = plan.modelFlopsUtilization
      breakdownSeconds = plan.breakdownSeconds
      memoryBytes = plan.memoryBytes
      let fullest = plan.stages.max { $0.peakMemoryBytes < $1.peakMemoryBytes }
      usableMemoryBytes = fullest?.usableMemoryBytes ?? 0
    }
  }

  /// What the second of two plans has more than the first, term by term.
  public struct Difference: Encodable, Hashable, Sendable {
    public var from: String
    public var to: String
    public var stepTimeSeconds: Double
    public var breakdownSeconds: BreakdownSummary
    public var memoryBytes: MemorySummary
    /// `tensor_parallel_size 2 → 4`, for everything in which the strategies differ.
    public var strategyChanges: [String]
  }

  public init(_ entries: [Entry]) {
    self.entries = entries
    differences = []
    guard let first = entries.first, let base = first.plan else { return }
    differences = entries.dropFirst().compactMap { entry -> Difference? in
      guard let plan = entry.plan else { return nil }
      return Difference(
        from: first.name, to: entry.name,
        stepTimeSeconds: plan.stepTimeSeconds - base.stepTimeSeconds,
        breakdownSeconds: plan.breakdownSeconds - base.breakdownSeconds,
        memoryBytes: plan.memoryBytes - base.memoryBytes,
        strategyChanges: base.strategy.changes(to: plan.strategy).map {
          "\($0.what) \($0.from ?? "-") → \($0.to ?? "-")"
        })
    }
  }

  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  public var html: String { page.html }
}

extension BreakdownSummary {
  static func - (a: BreakdownSummary, b: BreakdownSummary) -> BreakdownSummary {
    BreakdownSummary(
      compute: a.compute - b.compute, optimizer: a.optimizer - b.optimizer,
      tensorParallel: a.tensorParallel - b.tensorParallel,
      contextParallel: a.contextParallel - b.contextParallel,
      expertParallel: a.expertParallel - b.expertParallel,
      pipelineParallel: a.pipelineParallel - b.pipelineParallel,
      dataParallel: a.dataParallel - b.dataParallel, bubble: a.bubble - b.bubble)
  }
}

extension MemorySummary {
  static func - (a: MemorySummary, b: MemorySummary) -> MemorySummary {
    MemorySummary(
      weights: a.weights - b.weights, gradients: a.gradients - b.gradients,
      optimizerStates: a.optimizerStates - b.optimizerStates,
      activations: a.activations - b.activations, working: a.working - b.working,
      total: a.total - b.total)
  }
}
