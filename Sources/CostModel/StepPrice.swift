import ClusterTopology
import ModelDescription
public import Quantities
public import StrategySpace

/// What one step of a plan costs.
public struct StepPrice: Hashable, Sendable {
  /// All devices of the nodes that are used, idle ones too, for as long as a step takes.
  public var devices: Money
  /// Bytes over links that are paid for.
  public var traffic: Money

  public var total: Money { devices + traffic }
}

extension MeshCosts {
  /// The price of a step, or `nil` when a group that the plan uses has no price.
  ///
  /// Counts what stages send each other and what data parallelism reduces and gathers; rings over
  /// several groups cross a link twice. Leaves out tensor, context and expert parallelism over links
  /// that are paid for, which no sensible plan has, and the gradients of weights that stages share.
  public func price(of plan: Plan, lasting duration: Seconds) -> StepPrice? {
    var perHour = Money.zero
    for segment in plan.placement.segments {
      let group = model.cluster.groups[segment.group]
      guard let price = group.devicePrice else { return nil }
      perHour += price * (segment.nodes * group.node.deviceCount)
    }
    let traffic = plan.strategy.pipelineParallelSize > 1 ? priceOfPipeline(plan) : .zero
    return StepPrice(
      devices: perHour * (duration.value / 3600), traffic: traffic + priceOfReduction(plan))
  }

  private func priceOfPipeline(_ plan: Plan) -> Money {
    let (strategy, split) = (plan.strategy, plan.split)
    let microbatches = strategy.microbatchCount(globalBatchSize: model.job.globalBatchSize)
    var price = Money.zero
    for (chunk, next) in zip(split.chunks.indices, split.chunks.indices.dropFirst()) {
      let (from, to) = (strategy.stage(ofChunk: chunk), strategy.stage(ofChunk: next))
      if from == to { continue }
      let boundary = abs(from - to) == 1 ? min(from, to) : layout.boundaries.count - 1
      let crossing = layout.boundaries[boundary].filter { $0.clusterGroups.count > 1 }
      guard let span = crossing.first else { continue }
      let layer = split.chunks[next].lowerBound
      let bytes = messageSize(from, to, before: layer) + messageSize(to, from, before: layer)
      price += bytes * (span.concurrent * microbatches) * priceOfGigabyte(across: crossing)
    }
    return price
  }

  private func priceOfReduction(_ plan: Plan) -> Money {
    var price = Money.zero
    for (stage, spans) in layout.stages.enumerated() {
      let crossing = spans.spans(of: .dataContext).filter { $0.clusterGroups.count > 1 }
      guard let span = crossing.first else { continue }
      let strategy = plan.strategy.onStage(stage)
      let bytes = reducedAndGathered(onStage: stage, plan)
      let hops = span.clusterGroups.count
      let rings = strategy.stageRankCount / span.ranks
      let share = Double(span.ranks - 1) / Double(span.ranks)
      price += bytes * (share * Double(hops * rings)) * priceOfGigabyte(across: crossing)
    }
    return price
  }

  private func priceOfGigabyte(across spans: [GroupSpan]) -> Money {
    spans.compactMap { model.cluster.network(joining: $0.clusterGroups)?.trafficPrice }.max()
      ?? .zero
  }
}

private func * (bytes: Bytes, price: Money) -> Money { price * (bytes.value / 1e9) }
