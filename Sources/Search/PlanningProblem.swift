public import CostModel
public import ModelDescription
public import Quantities
public import StrategySpace

/// What is to be planned: a model laid out for a job, the cluster it runs on, and the strategies
/// allowed.
public struct PlanningProblem: Sendable {
  /// What the user calls the model and the cluster, node counts included.
  public var modelName: String
  public var clusterName: String
  public var costs: CostModel
  public var limits: StrategyLimits
  /// Where measured times of layers come from, if any.
  public var profile: String?
  public var objective: PlanObjective
  /// What the graph was laid out from, where a launcher is to be told; costs do not need it.
  public var model: Model?

  public init(
    modelName: String, clusterName: String, costs: CostModel, limits: StrategyLimits,
    profile: String? = nil, objective: PlanObjective = PlanObjective(), model: Model? = nil
  ) {
    self.objective = objective
    self.profile = profile
    self.model = model
    self.modelName = modelName
    self.clusterName = clusterName
    self.costs = costs
    self.limits = limits
  }

  /// Arithmetic of one sample, forward and backward, without recomputation.
  ///
  /// Three times the forward products: the backward pass computes two for each (gradient of the
  /// input, gradient of the weights). What MFU counts.
  public var modelFLOPsPerSample: FLOPs {
    let perClass = costs.graph.classes.map { $0.operators.map(\.forwardFLOPs).sum() }
    return 3 * costs.graph.layers.map { perClass[$0.classIndex] }.sum()
  }

  /// What the price of a step is per million tokens, or per million samples of a model that reads no
  /// tokens.
  public func pricePerMillion(_ step: Money) -> Money {
    step * (1e6 / Double(costs.job.globalBatchSize * (tokensPerSample ?? 1)))
  }

  /// Tokens of one sample, as its embedding looks them up; `nil` for models that read no tokens.
  public var tokensPerSample: Int? {
    costs.graph.classes.lazy.flatMap(\.operators).compactMap { op in
      if case .lookup(let lookup) = op.kind { lookup.rows } else { nil }
    }.max()
  }
}
