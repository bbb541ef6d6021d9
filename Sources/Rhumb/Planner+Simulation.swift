public import ClusterTopology
import Configuration
import CostModel
public import Quantities
public import Reports
public import Search
public import Simulation
public import StrategySpace

/// What is asked about one step of a plan.
public struct SimulationQuestion: Sendable {
  /// Another order of passes than that of the plan's schedule, and what messages call it.
  public var schedule: (order: Schedule, source: String)?
  /// Links that carry less than they should, whatever the reason.
  public var degradations: [LinkDegradation]
  /// What goes wrong during the step.
  public var scenario: Scenario
  public var detail: SimulationDetail
  /// Steps to simulate with the scenario's jitter; zero for none but the one.
  public var runs: Int
  public var reliability: Reliability?

  /// How often a job fails, and what checkpoints cost.
  public struct Reliability: Hashable, Sendable {
    public var meanTimeBetweenFailures: Seconds
    public var checkpoint: Seconds
    public var restart: Seconds

    public init(meanTimeBetweenFailures: Seconds, checkpoint: Seconds, restart: Seconds) {
      self.meanTimeBetweenFailures = meanTimeBetweenFailures
      self.checkpoint = checkpoint
      self.restart = restart
    }
  }

  public init(
    schedule: (order: Schedule, source: String)? = nil, degradations: [LinkDegradation] = [],
    scenario: Scenario = Scenario(), detail: SimulationDetail = .passes, runs: Int = 0,
    reliability: Reliability? = nil
  ) {
    self.schedule = schedule
    self.degradations = degradations
    self.scenario = scenario
    self.detail = detail
    self.runs = runs
    self.reliability = reliability
  }
}

extension Planner {
  /// Simulates one step of a plan, and answers what was asked about it.
  ///
  /// With `runs`, the step itself is simulated without jitter, and its distribution with it.
  ///
  /// - Throws: `InfeasiblePlan` when a rule refuses the plan, `InvalidInput` for a schedule or a
  ///   link that does not fit it.
  public func simulate(
    _ plan: Plan, of problem: PlanningProblem, answering question: SimulationQuestion
  ) throws -> (plan: RankedPlan, document: SimulationDocument) {
    let problem = try degraded(problem, by: question.degradations)
    try refuse(plan.strategy, plan.placement, problem)
    try checkScenario(question.scenario, plan.strategy.pipelineParallelSize)
    if let schedule = question.schedule { try check(schedule, against: plan.strategy) }
    var scenario = question.scenario
    if question.runs > 0 { scenario.jitter = nil }
    let ranked = try simulating(problem, schedule: question.schedule?.source) {
      () throws(SimulationError) in
      try RankedPlan(
        plan, problem.costs, schedule: question.schedule?.order, under: scenario,
        detail: question.detail)
    }
    var document = SimulationDocument(ranked, of: problem)
    document.conditions = conditions(question)
    if question.runs > 0 {
      let distribution = try simulating(problem) { () throws(SimulationError) in
        try stepTimeDistribution(
          of: ranked.step, schedule: ranked.simulation.schedule, under: question.scenario,
          runs: question.runs, replicas: plan.strategy.dataParallelSize)
      }
      document.add(distribution, replicas: plan.strategy.dataParallelSize)
    }
    if let reliability = question.reliability {
      document.addGoodput(
        meanTimeBetweenFailures: reliability.meanTimeBetweenFailures,
        checkpoint: reliability.checkpoint, restart: reliability.restart)
    }
    return (ranked, document)
  }

  private func degraded(
    _ problem: PlanningProblem, by degradations: [LinkDegradation]
  ) throws(InvalidInput) -> PlanningProblem {
    guard !degradations.isEmpty else { return problem }
    var cluster = problem.costs.cluster
    for degradation in degradations {
      guard let degraded = cluster.degraded(by: degradation) else {
        let known = cluster.degradableLinks
        throw InvalidInput(
          file: "--degrade",
          "cluster '\(problem.clusterName)' has no link '\(degradation.link)' of limited bandwidth"
            + "; " + hint(for: degradation.link.description, among: known))
      }
      cluster = degraded
    }
    var problem = problem
    problem.costs = CostModel(problem.costs.graph, problem.costs.job, on: cluster)
    return problem
  }

  /// Stages that a scenario names exist.
  private func checkScenario(_ scenario: Scenario, _ stages: Int) throws(InvalidInput) {
    if let stage = scenario.computeSlowdown.keys.max(), stage >= stages {
      throw InvalidInput(file: "--slow", "names stage \(stage), the plan has \(stages) stages")
    }
    if let stage = scenario.interruptions.map(\.stage).max(), stage >= stages {
      throw InvalidInput(file: "--interrupt", "names stage \(stage), the plan has \(stages) stages")
    }
  }

  /// A schedule from elsewhere must hold its chunks where the plan does: that is where their layers
  /// were priced.
  private func check(
    _ schedule: (order: Schedule, source: String), against strategy: Strategy
  ) throws(InvalidInput) {
    let (order, source) = schedule
    guard order.stageCount == strategy.pipelineParallelSize,
      order.chunkCount == strategy.chunkCount
    else {
      throw InvalidInput(
        file: source,
        "has \(order.stageCount) ranks with \(order.chunkCount) stages, the plan "
          + "\(strategy.pipelineParallelSize) with \(strategy.chunkCount)")
    }
    for (chunk, stage) in order.stageOfChunk.enumerated() {
      let home = strategy.stage(ofChunk: chunk)
      guard stage == home else {
        throw InvalidInput(
          file: source, "rank \(stage) runs stage \(chunk), which the plan has on rank \(home)")
      }
    }
  }

  /// What was asked for beside the plan itself, in words.
  private func conditions(_ question: SimulationQuestion) -> [String] {
    var words: [String] = []
    if let schedule = question.schedule { words.append("schedule from \(schedule.source)") }
    words += question.degradations.map { "\($0.link) at \($0.remaining) of its bandwidth" }
    words += question.scenario.computeSlowdown.sorted { $0.key < $1.key }
      .map { "stage \($0.key) computes \($0.value) times as long" }
    words += question.scenario.interruptions.map { interruption in
      let time = interruption.time
      return "nothing leaves stage \(interruption.stage) from "
        + "\(Double(time.lowerBound) / 1e9) s to \(Double(time.upperBound) / 1e9) s"
    }
    if let jitter = question.scenario.jitter {
      words.append("computations vary by \(jitter.deviation), seed \(jitter.seed)")
    }
    return words
  }
}
