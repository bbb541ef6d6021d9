import ClusterTopology
import ModelDescription
import Quantities
import StrategySpace
import Testing

@testable import Search

@Suite("What one network throughout would make of a step")
struct UniformNetworkTests {
  private func networks(of cluster: Cluster) throws -> (now: Seconds, [UniformNetwork]) {
    let costs = try Sample.costs(on: cluster, layers: 4, attention: .fused, batch: 8)
    var limits = StrategyLimits()
    limits.contextParallelSize = .exactly(1)
    limits.recomputations = [.none]
    let result = HeterogeneousSearch(costs, within: limits, keeping: 1).run()
    let now = try #require(result.candidates.first?.estimatedTime)
    return (now, result.onUniformNetworks(costs, within: limits))
  }

  @Test("a hybrid lies between the better network and Ethernet")
  func hybrid() throws {
    let (now, networks) = try networks(
      of: Sample.cluster([(Sample.node(), 1), (Sample.node(.roce), 1)]))
    #expect(networks.count == 2)
    #expect(networks.map(\.transport).last == .ethernet)
    #expect(try #require(networks.first?.time) <= now * timeTolerance)
    #expect(try #require(networks.last?.time) >= now)
  }

  @Test("nothing is said of groups that share a network already")
  func joined() throws {
    var cluster = Sample.cluster([(Sample.node(), 1), (Sample.node(speed: 2), 1)])
    cluster.links[0].transport = .infiniband
    #expect(try networks(of: cluster).1.isEmpty)
  }
}
