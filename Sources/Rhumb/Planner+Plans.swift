import ClusterTopology
public import Configuration
import CostModel
import Interop
import ModelDescription
import Quantities
public import Reports
public import Search
public import Simulation
public import StrategySpace

/// A plan that cannot be evaluated, and the rule that refuses it.
public struct InfeasiblePlan: Error, Hashable, Sendable, CustomStringConvertible {
  public var violation: Violation

  public var description: String { violation.message }
}

extension Planner {
  /// Searches the strategies that a problem allows, simulates the best and ranks them.
  ///
  /// - Parameters:
  ///   - count: plans to keep.
  ///   - method: how to search; `nil` leaves it to the cluster.
  ///   - simulations: plans to simulate, at least as many: the estimate ranks all others.
  ///   - clock: reads the processor time used so far, in seconds, when the report is to state it.
  public func plan(
    _ problem: PlanningProblem, keeping count: Int, by method: SearchMethod? = nil,
    simulating simulations: Int? = nil, clock: (() -> Double)? = nil
  ) throws -> PlansDocument {
    document(
      of: try outcome(
        of: problem, by: method, simulating: max(count, simulations ?? count), clock: clock),
      keeping: count)
  }

  /// The same, as plans that can be looked at further.
  ///
  /// - Parameters:
  ///   - method: how to search; `nil` leaves it to the cluster.
  ///   - budget: how long `dqn` learns.
  ///   - monitor: hears how far the search is, and may stop it.
  public func outcome(
    of problem: PlanningProblem, by method: SearchMethod? = nil,
    for budget: LearnedSearch.Budget = .init(), simulating simulations: Int,
    clock: (() -> Double)? = nil, monitor: SearchMonitor? = nil
  ) throws -> PlanningOutcome {
    let start = clock?()
    let method = method ?? SearchMethod(for: problem.costs.cluster)
    let objective = problem.objective
    if objective.asksForPrice { try requirePrices(of: problem) }
    var result =
      objective.asksForPrice
      ? PricedChoices(problem.costs, within: problem.limits, by: method, for: budget)
        .run(monitor: monitor)
      : method.search(
        problem.costs, within: problem.limits, keeping: simulations, for: budget,
        monitor: monitor)
    // Limits may leave nothing to try at all: then what they fix says why.
    if result.candidates.isEmpty, result.nearest == nil { result.nearest = fixedMiss(of: problem) }
    let simulated = try simulating(problem) { () throws(SimulationError) in
      try result.simulated(problem.costs)
    }
    // The simulator may find more held at once than the estimate does.
    let headroom = problem.limits.memoryHeadroom
    var plans: [RankedPlan] = []
    var fastestRefused = Seconds(.infinity)
    for plan in simulated {
      if let violation = plan.memoryViolation(problem.costs, headroom: headroom) {
        result.refuse(plan, violation)
        fastestRefused = min(fastestRefused, plan.stepTime)
      } else if let violation = objective.violation(of: plan, problem) {
        result.refuse(plan, violation)
      } else {
        plans.append(plan)
      }
    }
    if method == .uniform, !objective.asksForPrice, result.statistics.isComplete,
      let best = plans.first
    {
      let (faster, proof) = UniformSearch(problem.costs, within: problem.limits, keeping: 1)
        .prove(best.stepTime, knowing: simulated.map(\.plan))
      result.proof = proof
      // With a little more recomputation, a plan that the simulator refused may be the fastest.
      result.statistics.isComplete = proof.isComplete && fastestRefused >= best.stepTime
      if !faster.isEmpty { plans = (plans + faster).ranked(keeping: plans.count) }
    }
    if objective.minimizes == .price {
      // Plans of one price stay in the order of their times.
      plans = plans.enumerated().sorted {
        ($0.element.price?.total.value ?? 0, $0.offset)
          < ($1.element.price?.total.value ?? 0, $1.offset)
      }.map(\.element)
    }
    if !plans.isEmpty { result.nearest = nil }
    let spent = clock.flatMap { now in start.map { now() - $0 } }
    return PlanningOutcome(problem: problem, plans: plans, result: result, cpuSeconds: spent)
  }

  /// The outcome of a search as a document.
  public func document(of outcome: PlanningOutcome, keeping count: Int) -> PlansDocument {
    let problem = outcome.problem
    var document = PlansDocument(
      outcome.plans.prefix(count).enumerated().map { self.document($1, rank: $0 + 1, of: problem) },
      outcome.result, of: problem, cpuSeconds: outcome.cpuSeconds)
    document.considered = outcome.plans.map { ConsideredPlan($0) }
    if outcome.plans.isEmpty, case .memory? = outcome.result.nearest?.violation {
      document.nearest?.remedies = remedies(for: problem)
    }
    if let best = outcome.result.candidates.map(\.estimatedTime).min() {
      document.networks = outcome.result.onUniformNetworks(problem.costs, within: problem.limits)
        .map { NetworkSummary($0, now: best) }
    }
    return document
  }

  /// The same with everything that a report shows: pictures of the best plan, and what would change
  /// the answer.
  ///
  /// - Parameter progress: see `sensitivity(of:progress:)`, which takes nearly all of the time.
  public func report(
    of outcome: PlanningOutcome, keeping count: Int,
    progress: (Int, Int) -> Bool = { _, _ in true }
  ) throws -> PlansDocument {
    var document = self.document(of: outcome, keeping: count)
    if let best = outcome.best, let first = document.plans.first {
      document.pictures = PlanPictures(best, first, of: outcome.problem)
      document.sensitivity = try sensitivity(of: outcome, progress: progress)
    }
    return document
  }

  private func requirePrices(of problem: PlanningProblem) throws(InvalidInput) {
    let unpriced = problem.costs.cluster.groups.filter { $0.devicePrice == nil }.map(\.name)
    guard unpriced.isEmpty else {
      throw InvalidInput(
        file: "'\(problem.clusterName)'",
        "the job asks for prices, but 'price_per_device_hour' is missing for "
          + unpriced.map { "group '\($0)'" }.joined(separator: ", "))
    }
  }

  /// Prices and simulates one plan.
  ///
  /// - Parameters:
  ///   - scenario: what goes wrong during the step.
  ///   - detail: how finely passes are simulated.
  /// - Throws: `InfeasiblePlan` when a rule refuses it. One that lacks memory alone is evaluated
  ///   all the same: see `memoryViolation`.
  public func evaluate(
    _ plan: Plan, of problem: PlanningProblem, under scenario: Scenario = Scenario(),
    detail: SimulationDetail = .passes
  ) throws -> RankedPlan {
    try refuse(plan.strategy, plan.placement, problem)
    return try simulating(problem) { () throws(SimulationError) in
      try RankedPlan(plan, problem.costs, under: scenario, detail: detail)
    }
  }

  /// What cannot be simulated because of its size or schedule is the job's fault, and is reported
  /// as such.
  /// - Parameter schedule: what messages call a schedule that a user brought.
  func simulating<T>(
    _ problem: PlanningProblem, schedule: String? = nil, _ body: () throws(SimulationError) -> T
  ) throws -> T {
    do {
      return try body()
    } catch {
      if let schedule, error.concernsSchedule {
        throw InvalidInput(file: schedule, error.description)
      }
      switch error {
      case .tooManyTasks, .tooLong, .noSuchSchedule, .chunkCount:
        throw InvalidInput(
          file: "'\(problem.modelName)' on '\(problem.clusterName)'", error.description)
      default: throw error
      }
    }
  }

  public func document(
    _ ranked: RankedPlan, rank: Int = 1, of problem: PlanningProblem
  ) -> PlanDocument {
    let launch = MegatronArguments(ranked.plan, problem.costs.graph, problem.costs.job)
    return PlanDocument(
      ranked, rank: rank, of: problem, launch: (launch.arguments, launch.notes))
  }

  /// The problem and plan that a plan file describes.
  ///
  /// - Throws: `InvalidInput` when the file, its model or its cluster cannot be read or do not fit
  ///   each other.
  public func load(
    _ description: PlanDescription, from path: String
  ) throws(InvalidInput) -> (PlanningProblem, Plan) {
    let job = JobDescription(
      model: description.model, cluster: description.cluster, training: description.training,
      precision: description.training.precision, limits: StrategyLimits(),
      profile: description.profile)
    let problem = try problem(for: job)
    return (problem, try plan(description, of: problem, from: path))
  }

  /// The plan that a plan file describes, of a problem that is loaded already.
  func plan(
    _ description: PlanDescription, of problem: PlanningProblem, from path: String
  ) throws(InvalidInput) -> Plan {
    let cluster = problem.costs.cluster
    let layers = problem.costs.graph.layers.count
    func invalid(_ message: String, at position: Diagnostic.Position?) -> InvalidInput {
      InvalidInput([Diagnostic(file: path, position: position, message: message)])
    }
    var segments: [Placement.Segment] = []
    for nodes in description.nodes {
      guard let group = cluster.groups.firstIndex(where: { $0.name == nodes.group }) else {
        let known = cluster.groups.map(\.name)
        throw invalid(
          "the cluster has no group '\(nodes.group)'; \(hint(for: nodes.group, among: known))",
          at: nodes.position)
      }
      let available = cluster.groups[group].count
      if nodes.count > available {
        throw invalid(
          "the plan uses \(nodes.count) nodes of '\(nodes.group)', the cluster has \(available)",
          at: nodes.position)
      }
      if segments.contains(where: { $0.group == group }) {
        throw invalid("the plan lists group '\(nodes.group)' twice", at: nodes.position)
      }
      let perNode = cluster.groups[group].node.deviceCount
      if nodes.idleDevices >= perNode {
        throw invalid(
          "the plan leaves \(nodes.idleDevices) devices of the last node of '\(nodes.group)' idle, "
            + "a node has \(perNode)", at: nodes.position)
      }
      segments.append(
        Placement.Segment(group: group, nodes: nodes.count, idleDevices: nodes.idleDevices))
    }
    let starts = description.chunkStarts
    let chunks = description.strategy.chunkCount
    let ascends = zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 }
    guard starts.count == chunks, starts.first == 0, ascends, starts.last ?? 0 < layers else {
      throw invalid(
        "'chunk_starts' needs a layer for each of \(chunks) chunks, ascending from 0 and below "
          + "\(layers); found \(starts)", at: description.chunkStartsPosition)
    }
    return Plan(
      strategy: description.strategy,
      placement: Placement(rankOrder: description.rankOrder, segments: segments),
      split: StageSplit(starts: starts, layerCount: layers))
  }
}

extension SimulationError {
  /// Whether a schedule that a user brought is at fault.
  fileprivate var concernsSchedule: Bool {
    switch self {
    case .invalidSchedule, .stageCount, .microbatchCount, .chunkCount: true
    default: false
    }
  }
}
