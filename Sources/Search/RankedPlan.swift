public import CostModel
public import Quantities
public import Simulation
public import StrategySpace

/// A plan with its costs and a simulated step.
public struct RankedPlan: Sendable {
  public var plan: Plan
  public var layout: Layout
  public var step: StepCost
  public var simulation: SimulatedStep
  /// `nil` where the cluster states no prices.
  public var price: StepPrice?

  public var stepTime: Seconds { simulation.duration }

  /// Prices and simulates a plan.
  ///
  /// - Parameters:
  ///   - schedule: an order of passes; that of the strategy's schedule when `nil`.
  ///   - scenario: what goes wrong during the step.
  ///   - detail: how finely passes are simulated.
  /// - Precondition: no rule refuses the plan.
  public init(
    _ plan: Plan, _ model: CostModel, schedule: Schedule? = nil,
    under scenario: Scenario = Scenario(), detail: SimulationDetail = .passes
  ) throws(SimulationError) {
    self.plan = plan
    layout = Layout(plan.strategy, on: plan.placement, of: model.cluster)
    let costs = model.costs(of: plan.strategy, over: model.channels(of: layout))
    step = costs.stepCost(of: plan)
    let order = if let schedule { schedule } else { try Schedule(for: step) }
    simulation = try simulate(step, schedule: order, under: scenario, detail: detail)
    price = costs.price(of: plan, lasting: simulation.duration)
  }

  /// Which stage needs more memory than its devices have, by how much.
  ///
  /// - Parameter headroom: fraction of the usable memory that must stay free.
  public func memoryViolation(_ model: CostModel, headroom: Double = 0) -> Violation? {
    model.memoryViolation(
      simulation.stages.map(\.peakMemory.total), on: layout, headroom: headroom)
  }

  /// Which part of its usable memory the fullest device holds.
  public func memoryShare(_ model: CostModel) -> Double {
    model.memoryShare(simulation.stages.map(\.peakMemory.total), on: layout)
  }

  /// The stage whose rank needs most memory.
  public var fullestStage: Int {
    let totals = simulation.stages.map(\.peakMemory.total)
    return totals.indices.max { totals[$0] < totals[$1] } ?? 0
  }
}

extension Plan {
  /// What a step costs, by stage, and the links that its transfers share, before it is simulated.
  ///
  /// - Precondition: no rule refuses the plan.
  public func stepCost(_ model: CostModel) -> StepCost {
    let layout = Layout(strategy, on: placement, of: model.cluster)
    let costs = model.costs(of: strategy, over: model.channels(of: layout))
    return costs.stepCost(of: self)
  }
}

extension MeshCosts {
  fileprivate func stepCost(of plan: Plan) -> StepCost {
    sharingLinks(stepCost(of: plan.strategy, split: plan.split), split: plan.split)
  }
}

extension SearchResult {
  /// Simulates the candidates and ranks them by simulated time; of equally fast plans the one with
  /// less memory comes first, then the one that combines fewer kinds of parallelism.
  public func simulated(_ model: CostModel) throws(SimulationError) -> [RankedPlan] {
    var plans: [RankedPlan] = []
    for candidate in candidates { plans.append(try RankedPlan(candidate.plan, model)) }
    return plans.ranked()
  }
}

extension [RankedPlan] {
  /// The best first, one for each mesh.
  public func ranked(keeping count: Int) -> [RankedPlan] {
    var found: [RankedPlan] = []
    for plan in ranked() where found.count < count {
      if !found.contains(where: { MeshKey($0.plan) == MeshKey(plan.plan) }) { found.append(plan) }
    }
    return found
  }
}

extension RankedPlan: Rankable {
  var rankedTime: Seconds { stepTime }
  var rankedMemory: Bytes { simulation.stages.map(\.peakMemory.total).max() ?? .zero }
}
