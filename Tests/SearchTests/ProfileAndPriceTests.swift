import ClusterTopology
import CostModel
import ModelDescription
import Quantities
import StrategySpace
import Testing

@testable import Search

@Suite("Measured layers and prices")
struct ProfileAndPriceTests {
  private let strategy = Strategy(
    dataParallelSize: 2, tensorParallelSize: 2, pipelineParallelSize: 2, sequenceParallel: true)

  private func costs(
    of strategy: Strategy, _ model: CostModel
  ) throws -> (mesh: MeshCosts, plan: Plan) {
    let placement = Placement(
      rankOrder: .pipelineOutermost, segments: model.cluster.allNodes)
    let split = try #require(model.balancedSplit(of: strategy, on: placement))
    let layout = Layout(strategy, on: placement, of: model.cluster)
    return (
      model.costs(of: strategy, over: model.channels(of: layout)),
      Plan(strategy: strategy, placement: placement, split: split)
    )
  }

  @Test("a measured time wins over the cost model, and only where there is one")
  func measuredTimesWin() throws {
    let cluster = Sample.cluster([(Sample.node(), 2)])
    let computed = try Sample.costs(on: cluster)
    let key = LayerTimings.Key(
      layer: "block", device: "card", tensorParallelSize: 2, microBatchSize: 1)
    let timing = LayerTimings.Timing(forward: Seconds(1), backward: Seconds(2))
    let timed = CostModel(
      computed.graph, computed.job, on: cluster, timings: LayerTimings([key: timing]))
    let before = try costs(of: strategy, computed).mesh.passTimes(onStage: 0, strategy)
    let after = try costs(of: strategy, timed).mesh.passTimes(onStage: 0, strategy)
    for (index, layer) in computed.graph.classes.enumerated() {
      #expect(after[index] == (layer.role == .block ? Seconds(3) : before[index]))
    }
    var other = strategy
    (other.tensorParallelSize, other.dataParallelSize) = (1, 4)
    other.sequenceParallel = false
    let untouched = try costs(of: other, timed).mesh.passTimes(onStage: 0, other)
    #expect(untouched == (try costs(of: other, computed).mesh.passTimes(onStage: 0, other)))
  }

  @Test("a step costs what its devices cost while it lasts, and what crosses priced links")
  func prices() throws {
    var cluster = Sample.cluster([(Sample.node(), 1), (Sample.node(), 1)])
    let unpriced = try costs(of: strategy, try Sample.costs(on: cluster))
    #expect(unpriced.mesh.price(of: unpriced.plan, lasting: Seconds(3600)) == nil)
    cluster.groups[0].devicePrice = Money(2)
    cluster.groups[1].devicePrice = Money(0.5)
    let free = try costs(of: strategy, try Sample.costs(on: cluster))
    let hour = try #require(free.mesh.price(of: free.plan, lasting: Seconds(3600)))
    #expect(hour.devices == Money(4 * 2 + 4 * 0.5))
    #expect(hour.traffic == .zero)
    cluster.links[0].trafficPrice = Money(1)
    let priced = try costs(of: strategy, try Sample.costs(on: cluster))
    let price = try #require(priced.mesh.price(of: priced.plan, lasting: Seconds(3600)))
    // Two microbatches, both ways, of 1024 tokens of 1024 features in two bytes, over 4 pairs of ranks
    // of which each has half of a sequence.
    let bytes = 2.0 * 2 * 1024 * 1024 * 2 * 4 / 2
    #expect(abs(price.traffic.value - bytes / 1e9) < 1e-12)
    #expect(price.total == price.devices + price.traffic)
  }

  @Test("for a price, the fastest plan on each number of nodes is found")
  func everyNodeCount() throws {
    var cluster = Sample.cluster([(Sample.node(), 2)])
    cluster.groups[0].devicePrice = Money(1)
    var limits = StrategyLimits()
    limits.tensorParallelSize = .atMost(2)
    limits.contextParallelSize = .exactly(1)
    let costs = try Sample.costs(on: cluster, attention: .fused, batch: 64)
    let found = PricedChoices(costs, within: limits, by: .uniform).run().candidates
    #expect(Set(found.map { $0.plan.placement.segments[0].nodes }) == [1, 2])
    #expect(found.map(\.estimatedTime) == found.map(\.estimatedTime).sorted())
  }
}
