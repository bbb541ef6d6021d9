import ClusterTopology
import CostModel
import ModelDescription
import Quantities
import StrategySpace
import Testing

@testable import Search

/// A small job on a small cluster.
struct Problem: Sendable, CustomTestStringConvertible {
  var name: String
  var cluster: Cluster
  var experts = 0
  var hidden = 1024
  var attention = AttentionKernel.unfused
  var limits = StrategyLimits()

  var testDescription: String { name }

  func costs() throws -> CostModel {
    try Sample.costs(on: cluster, hidden: hidden, experts: experts, attention: attention)
  }
}

/// Every plan of a problem that fits, by plain loops over the definition of the space: no bounds,
/// no dominance, every recomputation choice and every count of recomputed layers.
private func allPlans(_ problem: Problem, _ costs: CostModel) -> [Candidate] {
  let traits = ModelTraits(costs.graph, costs.job)
  let limits = problem.limits
  var found: [Candidate] = []
  for segments in NodeChoices.placements(on: costs.cluster) {
    let devices = segments.map { $0.nodes * costs.cluster.groups[$0.group].node.deviceCount }
      .reduce(0, +)
    let space = StrategySpace(traits, on: devices, within: limits)
    for order in limits.rankOrders {
      let placement = Placement(rankOrder: order, segments: segments)
      space.forEachMesh { mesh in
        guard mesh.violation(for: traits) == nil,
          mesh.violation(on: placement, of: costs.cluster) == nil
        else { return }
        let layout = Layout(mesh, on: placement, of: costs.cluster)
        let mesh = (
          costs: costs.costs(of: mesh, over: costs.channels(of: layout)),
          schedules: space.schedules(of: mesh)
        )
        for schedule in mesh.schedules {
          for recomputation in limits.recomputations {
            var strategy = schedule
            strategy.recomputation = recomputation
            guard strategy.violation(for: traits) == nil,
              let split = costs.balancedSplit(of: strategy, on: placement)
            else { continue }
            var choices = [recomputation]
            if recomputation == .full() {
              choices += (1..<traits.blockCount).map { .full(layersPerChunk: $0) }
            }
            for zero in limits.zeroStages ?? ZeROStage.allCases {
              strategy.zeroStage = zero
              if limits.violation(of: strategy) != nil { continue }
              for choice in choices {
                strategy.recomputation = choice
                let step = mesh.costs.stepCost(of: strategy, split: split)
                let peaks = step.peakMemory.map(\.total)
                guard costs.memoryViolation(peaks, on: layout) == nil else { continue }
                found.append(
                  Candidate(
                    plan: Plan(strategy: strategy, placement: placement, split: split),
                    estimatedTime: step.estimatedTime, peakMemory: peaks.max() ?? .zero))
              }
            }
          }
        }
      }
    }
  }
  return found
}

@Suite("Search over uniform strategies")
struct UniformSearchTests {
  static let problems: [Problem] = {
    let node = Sample.node()
    var narrow = StrategyLimits()
    narrow.microBatchSize = .atMost(2)
    narrow.contextParallelSize = .exactly(1)
    var problems = [
      Problem(name: "one node", cluster: Sample.cluster([(node, 1)])),
      Problem(
        name: "one node with little memory",
        cluster: Sample.cluster([(Sample.node(gibibytes: 1.1), 1)])),
      Problem(
        name: "two nodes, experts", cluster: Sample.cluster([(node, 2)]), experts: 4,
        limits: narrow),
      Problem(
        name: "unequal clusters",
        cluster: Sample.cluster([
          (Sample.node(devices: 2), 1), (Sample.node(devices: 2, speed: 2, .roce), 1),
        ]), hidden: 2048),
      Problem(
        name: "unequal clusters with little memory, fused attention",
        cluster: Sample.cluster([
          (Sample.node(devices: 2, gibibytes: 2.5), 1),
          (Sample.node(devices: 2, speed: 0.5, memoryBandwidth: 2, gibibytes: 4, .roce), 1),
        ]), hidden: 2048, attention: .fused),
    ]
    var explicit = StrategyLimits()
    explicit.zeroStages = [.gradients, .parameters]
    explicit.pipelineParallelSize = .exactly(2)
    problems.append(
      Problem(
        name: "a pipeline of sharded stages", cluster: Sample.cluster([(node, 1)]),
        limits: explicit))
    return problems
  }()

  private func search(
    _ costs: CostModel, _ limits: StrategyLimits, keeping count: Int = 5
  ) -> SearchResult {
    UniformSearch(costs, within: limits, keeping: count).run()
  }

  @Test("finds what trying everything finds", arguments: problems)
  func naive(_ problem: Problem) throws {
    let costs = try problem.costs()
    let all = allPlans(problem, costs)
    let found = search(costs, problem.limits)
    let fastest = try #require(all.map(\.estimatedTime).min())
    let equals = all.filter { $0.estimatedTime <= fastest * timeTolerance }
    let best = try #require(equals.min { $0.isPreferred(to: $1) })
    #expect(found.candidates.first?.estimatedTime == best.estimatedTime)
    #expect(found.candidates.first?.peakMemory == best.peakMemory)
    #expect(found.candidates.first?.plan.strategy == best.plan.strategy)
    #expect(found.nearest == nil)
    // Whatever is listed is a plan, and costs what the plan costs.
    for candidate in found.candidates {
      #expect(all.contains { $0.plan == candidate.plan && $0 == candidate })
    }
  }

  @Test("pruning never removes a plan that belongs on the list", arguments: problems)
  func pruning(_ problem: Problem) throws {
    let costs = try problem.costs()
    // With room for every mesh nothing is pruned.
    let whole = search(costs, problem.limits, keeping: 100_000)
    #expect(whole.statistics.pruned == 0)
    for count in [1, 3] {
      let short = search(costs, problem.limits, keeping: count)
      #expect(short.candidates == Array(whole.candidates.prefix(count)))
    }
  }

  @Test("the order in which limits are written changes nothing", arguments: problems)
  func limitOrder(_ problem: Problem) throws {
    let costs = try problem.costs()
    var reversed = problem.limits
    reversed.zeroStages?.reverse()
    reversed.recomputations.reverse()
    reversed.rankOrders.reverse()
    reversed.contextParallelKinds.reverse()
    reversed.schedules.reverse()
    #expect(
      search(costs, reversed).candidates == search(costs, problem.limits).candidates)
  }

  @Test("every strategy is timed, pruned, or rejected once", arguments: problems)
  func counts(_ problem: Problem) throws {
    let costs = try problem.costs()
    let traits = ModelTraits(costs.graph, costs.job)
    var expected = 0
    for segments in NodeChoices.placements(on: costs.cluster) {
      let devices = segments.map { $0.nodes * costs.cluster.groups[$0.group].node.deviceCount }
        .reduce(0, +)
      let space = StrategySpace(traits, on: devices, within: problem.limits)
      space.forEachMesh { mesh in
        // Both rank orders are one without a pipeline, and when there is nothing but a pipeline.
        let orders = mesh.pipelineParallelSize > 1 && mesh.dataParallelSize > 1 ? 2 : 1
        expected +=
          orders * space.schedules(of: mesh).count
          * (problem.limits.zeroStages ?? ZeROStage.allCases).count
      }
    }
    let statistics = search(costs, problem.limits).statistics
    #expect(statistics.evaluated > 0)
    #expect(
      statistics.evaluated + statistics.pruned + statistics.rejected.values.reduce(0, +)
        == expected)
  }

  @Test("no allowed part of a cluster is faster than what the search over all of it finds")
  func subsets() throws {
    let groups = [
      (node: Sample.node(devices: 2), count: 2),
      (node: Sample.node(devices: 2, speed: 0.1, memoryBandwidth: 0.1, .roce), count: 1),
    ]
    var limits = StrategyLimits()
    limits.microBatchSize = .atMost(4)
    func best(_ groups: [(node: NodeType, count: Int)]) throws -> Seconds {
      let costs = try Sample.costs(on: Sample.cluster(groups))
      return try #require(search(costs, limits).candidates.first).estimatedTime
    }
    let whole = try best(groups)
    let parts = [
      try best([groups[0]]), try best([groups[1]]), try best([(groups[0].node, 1)]),
    ]
    for part in parts { #expect(whole <= part * timeTolerance) }
    // The second group only holds the first one up, so the best plan leaves it out.
    #expect(whole <= parts[0] && whole >= parts[0] / timeTolerance)
  }

  @Test("sharded gradients are not proposed for a pipeline, and counted, unless asked for")
  func shardedPipelines() throws {
    let costs = try Sample.costs(on: Sample.cluster([(Sample.node(gibibytes: 1.1), 1)]))
    var limits = StrategyLimits()
    limits.pipelineParallelSize = .exactly(2)
    let usual = search(costs, limits, keeping: 100)
    #expect(usual.candidates.allSatisfy { $0.plan.strategy.zeroStage <= .optimizer })
    #expect(usual.statistics.rejected["zero_pipeline", default: 0] > 0)
    limits.zeroStages = [.gradients]
    let asked = search(costs, limits, keeping: 100)
    #expect(!asked.candidates.isEmpty)
    #expect(asked.candidates.allSatisfy { $0.plan.strategy.zeroStage == .gradients })
    #expect(asked.statistics.rejected["zero_pipeline"] == nil)
  }

  @Test("when nothing fits, the strategy that lacks least memory is named")
  func nearMiss() throws {
    let costs = try Sample.costs(on: Sample.cluster([(Sample.node(gibibytes: 0.1), 1)]))
    let result = search(costs, StrategyLimits())
    #expect(result.candidates.isEmpty)
    #expect(result.statistics.evaluated == 0)
    #expect(result.statistics.rejected["memory", default: 0] > 0)
    let nearest = try #require(result.nearest)
    #expect(nearest.violation.rule == "memory")
    #expect(nearest.strategy.recomputation == .full())
  }

  static let emptySpaces: [(change: @Sendable (inout StrategyLimits) -> Void, message: String)] = [
    (
      { $0.tensorParallelSize = .exactly(3) },
      "dp·tp·pp·cp = 1·3·1·1 = 3 ranks, the cluster has 4 devices"
    ),
    (
      { $0.microBatchSize = .exactly(5) },
      "dp·mbs = 4·5 does not divide the global batch of 4"
    ),
    (
      {
        $0.pipelineParallelSize = .exactly(2)
        $0.virtualPipelineSize = .exactly(7)
      }, "pp·vp = 14 exceeds the 6 layers of the model"
    ),
  ]

  @Test("limits that leave nothing to try are explained", arguments: emptySpaces)
  func emptySpace(change: @Sendable (inout StrategyLimits) -> Void, message: String) throws {
    let costs = try Sample.costs(on: Sample.cluster([(Sample.node(), 1)]))
    var limits = StrategyLimits()
    change(&limits)
    let result = search(costs, limits)
    #expect(result.candidates.isEmpty)
    #expect(result.nearest?.violation.message == message)
    #expect(result.statistics.rejected.values.reduce(0, +) == 1)
  }
}
