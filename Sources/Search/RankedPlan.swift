public import CostModel
public import Quantities
public import Simulation
public import StrategySpace

/// A plan with its costs and a simulated step.
public struct RankedPlan: Sendable {
  public var plan: Plan
  public var step: StepCost
  public var simulation: SimulatedStep

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
    step = plan.stepCost(model)
    let order = if let schedule { schedule } else { try Schedule(for: step) }
    simulation = try simulate(step, schedule: order, under: scenario, detail: detail)
  }

  /// Which stage needs more memory than its devices have, by how much.
  ///
  /// - Parameter headroom: fraction of the usable memory that must stay free.
  public func memoryViolation(_ model: CostModel, headroom: Double = 0) -> Violation? {
    let layout = Layout(plan.strategy, on: plan.placement, of: model.cluster)
    return model.memoryViolation(
      simulation.stages.map(\.peakMemory.total), on: layout, headroom: headroom)
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
    return costs.sharingLinks(costs.stepCost(of: strategy, split: split), split: split)
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

extension RankedPlan: Rankable {
  var rankedTime: Seconds { stepTime }
  var rankedMemory: Bytes { simulation.stages.map(\.peakMemory.total).max() ?? .zero }
}
