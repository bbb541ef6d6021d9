import ClusterTopology
import CostModel
import ModelDescription
public import Reports
public import Search
import StrategySpace

extension Planner {
  /// Prices and simulates the one strategy that a problem's limits fix.
  ///
  /// Degrees that are not fixed are 1, the data-parallel size fills the cluster; nothing is
  /// recomputed or sharded unless fixed; sequence parallelism is on where it is valid.
  ///
  /// - Throws: `InfeasiblePlan` when a rule refuses the strategy. A lack of memory alone is
  ///   reported in the document.
  public func estimate(_ problem: PlanningProblem) throws -> PlanDocument {
    let (strategy, placement) = fixedChoice(of: problem)
    try refuse(strategy, placement, problem)
    guard let split = problem.costs.balancedSplit(of: strategy, on: placement) else {
      let layers = problem.costs.graph.layers.count
      throw InfeasiblePlan(violation: .stages(strategy.chunkCount, layers: layers))
    }
    let plan = Plan(strategy: strategy, placement: placement, split: split)
    return document(try evaluate(plan, of: problem), of: problem)
  }

  /// The strategy that a problem's limits fix, and why it cannot run; `nil` when it can.
  func fixedMiss(of problem: PlanningProblem) -> NearMiss? {
    let (strategy, placement) = fixedChoice(of: problem)
    do {
      try refuse(strategy, placement, problem)
      return nil
    } catch {
      return NearMiss(strategy: strategy, violation: error.violation)
    }
  }

  /// What a problem's limits fix, with defaults for what they leave open, on the whole cluster.
  private func fixedChoice(of problem: PlanningProblem) -> (Strategy, Placement) {
    let cluster = problem.costs.cluster
    let strategy = Strategy(
      fixedBy: problem.limits, ModelTraits(problem.costs.graph, problem.costs.job),
      devices: cluster.deviceCount)
    let segments = cluster.groups.indices.map {
      Placement.Segment(group: $0, nodes: cluster.groups[$0].count)
    }
    let order = problem.limits.rankOrders.first ?? .pipelineOutermost
    return (strategy, Placement(rankOrder: order, segments: segments))
  }

  func refuse(
    _ strategy: Strategy, _ placement: Placement, _ problem: PlanningProblem
  ) throws(InfeasiblePlan) {
    let violation =
      strategy.violation(for: ModelTraits(problem.costs.graph, problem.costs.job))
      ?? strategy.violation(on: placement, of: problem.costs.cluster)
      ?? problem.costs.precisionViolation(on: placement)
    if let violation { throw InfeasiblePlan(violation: violation) }
  }
}

extension Strategy {
  /// The one strategy that limits fix, with defaults for what they leave open.
  fileprivate init(fixedBy limits: StrategyLimits, _ model: ModelTraits, devices: Int) {
    func only(_ limit: SizeLimit) -> Int? { limit.values?.first }
    let tensor = only(limits.tensorParallelSize) ?? 1
    let pipeline = only(limits.pipelineParallelSize) ?? 1
    let context = only(limits.contextParallelSize) ?? 1
    let virtual = only(limits.virtualPipelineSize) ?? 1
    let usual = StrategyLimits()
    // Sizes are bounded so that products of four fit.
    let replicas = max(1, devices / (tensor * pipeline * context))
    self.init(
      dataParallelSize: only(limits.dataParallelSize) ?? replicas,
      tensorParallelSize: tensor, pipelineParallelSize: pipeline, virtualPipelineSize: virtual,
      contextParallelSize: context,
      contextParallelKind: limits.contextParallelKinds.first ?? .ring,
      expertParallelSize: only(limits.expertParallelSize) ?? 1,
      expertTensorParallelSize: only(limits.expertTensorParallelSize) ?? 1,
      zeroStage: limits.zeroStages == usual.zeroStages ? .none : limits.zeroStages.first ?? .none,
      microBatchSize: only(limits.microBatchSize) ?? 1,
      recomputation: limits.recomputations.first ?? .none,
      schedule: limits.schedules == usual.schedules
        ? (virtual > 1 ? .interleaved : .oneForwardOneBackward)
        : limits.schedules.first ?? .oneForwardOneBackward,
      overlap: limits.overlap)
    if let fixed = limits.sequenceParallel {
      sequenceParallel = fixed
    } else if tensor > 1, !model.sequenceLengths.isEmpty {
      var split = self
      split.sequenceParallel = true
      if split.violation(for: model) == nil { sequenceParallel = true }
    }
  }
}
