import ModelDescription
public import Quantities
public import StrategySpace

/// What a stage costs for any run of layers: sums over layers, so that each answer is a few additions.
///
/// For searches that divide layers. Leaves out transfers to the neighbours, and what comes once per
/// step.
///
/// A class, so that inner loops of searches share one.
public final class StageProfile: Sendable {
  private let model: CostModel
  private let strategy: Strategy
  private let sharing: StateSharing
  private let costs: [LayerCost]
  private let sharedParameters: [Double]
  /// Of the first `l` layers, `l` from 0 to all.
  private let passes: [Seconds]
  private let kept: [Bytes]
  private let parameters: [ParameterCount]

  /// - Parameter strategy: as the stage sees it; see `Strategy.onStage`.
  public init(_ costs: MeshCosts, ofStage stage: Int, _ strategy: Strategy) {
    let kind = costs.kinds[stage]
    model = costs.model
    self.strategy = strategy
    sharing = StateSharing(strategy, model.job)
    self.costs = costs.layerCosts[kind]
    sharedParameters = costs.sharedParameters[kind]
    var passes = [Seconds.zero]
    var kept = [Bytes.zero]
    var parameters = [ParameterCount()]
    for (index, layer) in model.graph.layers.enumerated() {
      let cost = self.costs[layer.classIndex]
      let recomputed = strategy.recomputes(model.graph.classes[layer.classIndex])
      let backward = costs.backward(of: cost, recomputed: recomputed, strategy).total
      passes.append(passes[index] + cost.forward.total + backward)
      kept.append(kept[index] + costs.kept(cost, recomputed: recomputed, strategy))
      var sum = parameters[index]
      sum.add(cost, count: 1)
      parameters.append(sum)
    }
    (self.passes, self.kept, self.parameters) = (passes, kept, parameters)
  }

  /// One microbatch through layers, forward and backward.
  public func pass(_ layers: Range<Int>) -> Seconds {
    passes[layers.upperBound] - passes[layers.lowerBound]
  }

  /// What a rank holds at most.
  ///
  /// - Parameter microbatches: how many of them are in flight.
  public func peakMemory(_ layers: Range<Int>, microbatches: Int) -> Bytes {
    var largest = LayerMemory()
    for run in model.runs where run.layers.overlaps(layers) {
      let recomputed = strategy.recomputes(model.graph.classes[run.classIndex])
      largest.add(costs[run.classIndex], recomputed: recomputed, strategy.recomputation)
    }
    let resident = sharing.residentMemory(of: parameters(of: layers), largest: largest)
    return resident.total + (kept[layers.upperBound] - kept[layers.lowerBound]) * microbatches
  }

  /// With the weights of other stages' layers that a layer uses too.
  private func parameters(of layers: Range<Int>) -> ParameterCount {
    var held = ParameterCount()
    held.dense = parameters[layers.upperBound].dense - parameters[layers.lowerBound].dense
    held.expert = parameters[layers.upperBound].expert - parameters[layers.lowerBound].expert
    for (shared, count) in zip(model.graph.sharedWeights, sharedParameters)
    where layers.contains(shared.user) && !layers.contains(shared.owner) {
      held.dense += count
    }
    return held
  }
}

extension Strategy {
  /// Whether all layers of a class are recomputed whole.
  fileprivate func recomputes(_ layer: LayerClass) -> Bool {
    if case .full = recomputation { return layer.role == .block }
    return false
  }
}
