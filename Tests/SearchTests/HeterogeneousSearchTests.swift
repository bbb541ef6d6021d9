import ClusterTopology
import CostModel
import ModelDescription
import Quantities
import StrategySpace
import Testing

@testable import Search

@Suite("Search over clusters that are not uniform")
struct HeterogeneousSearchTests {
  /// A space that unoptimised code walks in a moment.
  private var limits: StrategyLimits {
    var limits = StrategyLimits()
    limits.tensorParallelSize = .atMost(2)
    limits.microBatchSize = .atMost(2)
    limits.contextParallelSize = .exactly(1)
    limits.virtualPipelineSize = .exactly(1)
    limits.zeroStages = [.optimizer]
    limits.recomputations = [.none]
    return limits
  }

  private func result(on cluster: Cluster) throws -> SearchResult {
    let costs = try Sample.costs(on: cluster, layers: 4, attention: .fused, batch: 4)
    return HeterogeneousSearch(costs, within: limits, keeping: 1).run()
  }

  private func time(on cluster: Cluster) throws -> Double {
    try result(on: cluster).candidates.first?.estimatedTime.value ?? .infinity
  }

  /// A few groups of random nodes, all joined by Ethernet.
  private func randomCluster(seed: Int) -> Cluster {
    var random = SeededGenerator(seed: UInt64(seed))
    let groups = (0..<Int.random(in: 2...3, using: &random)).map { _ in
      let node = Sample.node(
        devices: [2, 4].randomElement(using: &random) ?? 2,
        speed: [0.2, 0.5, 1, 2].randomElement(using: &random) ?? 1,
        gibibytes: [6, 12, 24].randomElement(using: &random) ?? 12,
        [.infiniband, .roce].randomElement(using: &random) ?? .roce)
      return (node, Int.random(in: 1...2, using: &random))
    }
    return Sample.cluster(groups)
  }

  /// The groups that `keep` names, and the links among them.
  private func part(of cluster: Cluster, keeping keep: [Int]) -> Cluster {
    Cluster(
      name: cluster.name, groups: keep.map { cluster.groups[$0] },
      links: keep.count < 2
        ? []
        : [
          GroupLink(groups: Array(keep.indices), transport: .ethernet, provenance: Sample.source)
        ])
  }

  @Test("a plan is never slower than the best uniform one", arguments: 0..<12)
  func neverWorseThanUniform(seed: Int) throws {
    let cluster = randomCluster(seed: seed)
    let costs = try Sample.costs(on: cluster, layers: 4, attention: .fused, batch: 4)
    let uniform = UniformSearch(costs, within: limits, keeping: 1).run()
    let best = uniform.candidates.first?.estimatedTime.value ?? .infinity
    #expect(try time(on: cluster) <= best * timeTolerance)
  }

  @Test("a plan is never slower than the best one without some of the groups", arguments: 0..<12)
  func neverWorseThanLess(seed: Int) throws {
    let cluster = randomCluster(seed: seed)
    let all = try result(on: cluster)
    let best = all.candidates.first?.estimatedTime.value ?? .infinity
    for (index, contribution) in all.contributions.enumerated() {
      let rest = cluster.groups.indices.filter { $0 != index }
      let without = try time(on: part(of: cluster, keeping: rest))
      #expect(best <= without * timeTolerance)
      // What the search says of the group is what a search without it finds.
      let told = contribution.timeWithout?.value ?? .infinity
      #expect(told == without || abs(told / without - 1) < timeTolerance - 1)
      #expect(contribution.groups == [index])
    }
  }

  @Test("the order in which groups are listed does not matter", arguments: 0..<12)
  func orderInvariance(seed: Int) throws {
    let cluster = randomCluster(seed: seed)
    let reversed = part(of: cluster, keeping: cluster.groups.indices.reversed())
    let times = try (time(on: cluster), time(on: reversed))
    #expect(times.0 == times.1 || abs(times.0 - times.1) <= 1e-9 * times.0)
  }

  @Test("a faster network never makes the best plan slower", arguments: 0..<12)
  func monotoneInNetworks(seed: Int) throws {
    let cluster = randomCluster(seed: seed)
    var faster = cluster
    // Of one group, or of all.
    for group in faster.groups.indices where seed % 2 == 0 || group == 0 {
      for index in faster.groups[group].node.interfaces.indices {
        let interface = faster.groups[group].node.interfaces[index].interface
        faster.groups[group].node.interfaces[index].interface.bandwidth = interface.bandwidth * 2
      }
    }
    #expect(try time(on: faster) <= time(on: cluster) * timeTolerance)
  }

  @Test("equal groups are worth the same, and telling them apart finds nothing better")
  func interchangeableGroups() throws {
    let cluster = Sample.cluster([
      (Sample.node(devices: 2), 1), (Sample.node(devices: 2, .roce), 1),
      (Sample.node(devices: 2), 1),
    ])
    let found = try result(on: cluster)
    #expect(found.contributions[0].timeWithout == found.contributions[2].timeWithout)
    var different = cluster
    different.groups[2].node.interfaces[0].interface.latency = .microseconds(5.000001)
    let (a, b) = (try time(on: cluster), try time(on: different))
    #expect(abs(a / b - 1) < timeTolerance - 1)
  }

  @Test("stages on faster devices take more layers")
  func unequalDevices() throws {
    let cluster = Sample.cluster([
      (Sample.node(speed: 1, memoryBandwidth: 1, gibibytes: 24), 1),
      (Sample.node(speed: 3, memoryBandwidth: 3, gibibytes: 24), 1),
    ])
    let costs = try Sample.costs(on: cluster, layers: 12, attention: .fused, batch: 32)
    let best = try #require(
      HeterogeneousSearch(costs, within: limits, keeping: 1).run().candidates.first)
    let fast = best.plan.placement.segments.map(\.group)
    #expect(fast.contains(1))
    if best.plan.strategy.pipelineParallelSize == 2, fast.count == 2 {
      let layers = best.plan.split.chunks.map(\.count)
      #expect(fast[0] == 1 ? layers[0] > layers[1] : layers[1] > layers[0])
    }
  }

  @Test("groups that only hold others up are left out")
  func leavesSlowGroupsOut() throws {
    let cluster = Sample.cluster([
      (Sample.node(speed: 1), 2), (Sample.node(devices: 1, speed: 0.01), 1),
    ])
    let found = try result(on: cluster)
    let best = try #require(found.candidates.first)
    #expect(best.plan.placement.segments.map(\.group) == [0])
    #expect(found.contributions.map(\.isUsed) == [true, false])
    #expect(found.contributions[1].timeWithout == best.estimatedTime)
    #expect(try #require(found.contributions[0].timeWithout) > best.estimatedTime)
  }

  @Test("equal stages, spelled out, cost what a uniform strategy costs")
  func spelledOut() throws {
    let cluster = Sample.cluster([(Sample.node(), 2), (Sample.node(speed: 2, .roce), 2)])
    let costs = try Sample.costs(on: cluster)
    let uniform = Strategy(
      dataParallelSize: 2, tensorParallelSize: 2, pipelineParallelSize: 4, sequenceParallel: true,
      zeroStage: .optimizer)
    var spelled = uniform
    spelled.stages = Array(
      repeating: StageDegrees(
        tensorParallelSize: 2, dataParallelSize: 2, microBatchSize: 1), count: 4)
    let placement = Placement(rankOrder: .pipelineOutermost, segments: cluster.allNodes)
    let steps = try [uniform, spelled].map { strategy in
      #expect(strategy.violation(on: placement, of: cluster) == nil)
      let layout = Layout(strategy, on: placement, of: cluster)
      let split = try #require(costs.balancedSplit(of: strategy, on: placement))
      return costs.costs(of: strategy, over: costs.channels(of: layout))
        .stepCost(of: strategy, split: split)
    }
    #expect(steps[0].stages == steps[1].stages)
    #expect(steps[0].estimatedTime == steps[1].estimatedTime)
  }
}
