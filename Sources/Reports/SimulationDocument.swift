import CostModel
import Quantities
public import Search
import Simulation
import StrategySpace

/// What one simulated step of a plan does (`rhumb.simulation/1`).
public struct SimulationDocument: ReportDocument {
  public let schema = "rhumb.simulation/1"
  public var job: JobSummary
  public var strategy: StrategySummary
  public var microbatches: Int
  public var stepTimeSeconds: Double
  /// The closed form, for comparison.
  public var estimatedStepTimeSeconds: Double
  /// Stages' time spent waiting for other stages, of all stages' time.
  public var bubbleFraction: Double
  public var simulatedTasks: Int
  public var stages: [Stage]

  public struct Stage: Encodable, Hashable, Sendable {
    /// The parts add up to the step time.
    public var breakdownSeconds: BreakdownSummary
    public var memoryBytes: MemorySummary
    /// Passes whose activations are held at the peak.
    public var peakActivationsInFlight: Int
  }

  public init(_ ranked: RankedPlan, of problem: PlanningProblem) {
    job = JobSummary(problem)
    strategy = StrategySummary(ranked.plan.strategy)
    microbatches = ranked.step.microbatchCount
    stepTimeSeconds = ranked.stepTime.value
    estimatedStepTimeSeconds = ranked.step.estimatedTime.value
    bubbleFraction = ranked.simulation.bubbleFraction
    simulatedTasks = ranked.simulation.program.graph.taskCount
    stages = ranked.simulation.stages.map {
      Stage(
        breakdownSeconds: BreakdownSummary($0.time), memoryBytes: MemorySummary($0.peakMemory),
        peakActivationsInFlight: $0.peakActivationsInFlight)
    }
  }

  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  public var html: String { page.html }

  private var page: Page {
    var page = Page()
    page.add(.title("\(job.model) on \(job.cluster), \(strategy.label)"))
    page.add(
      .text(
        "\(Format.seconds(stepTimeSeconds)) per step of \(microbatches) microbatches; stages wait "
          + "for each other \(Format.percent(bubbleFraction)) of the time; closed form "
          + "\(Format.seconds(estimatedStepTimeSeconds)); \(Format.count(simulatedTasks)) tasks."))
    page.add(.heading("Where each stage's time goes"))
    let parts = stages.first?.breakdownSeconds.parts.map(\.0) ?? []
    let shown = parts.indices.filter { part in
      stages.contains { $0.breakdownSeconds.parts[part].1 != 0 }
    }
    var times = TextTable([("stage", .right)] + shown.map { (parts[$0], .right) })
    for (index, stage) in stages.enumerated() {
      times.add(
        ["\(index)"] + shown.map { Format.seconds(stage.breakdownSeconds.parts[$0].1) })
    }
    page.add(.table(times))
    page.add(.heading("Memory of each stage at its peak"))
    var memory = TextTable([
      ("stage", .right), ("weights", .right), ("gradients", .right), ("optimizer", .right),
      ("activations", .right), ("working", .right), ("total", .right), ("in flight", .right),
    ])
    for (index, stage) in stages.enumerated() {
      memory.add(
        ["\(index)"] + stage.memoryBytes.parts.map { Format.memory($0.1) }
          + [Format.memory(stage.memoryBytes.total), "\(stage.peakActivationsInFlight)"])
    }
    page.add(.table(memory))
    return page
  }
}
