import ClusterTopology
import StrategySpace
import Testing

/// How a set of ranks is spread, from the definition.
private func spread(
  _ ranks: [Int], of cluster: Cluster, _ placement: Placement
) -> GroupSpan {
  let devices = placement.devices(on: cluster)
  let places = ranks.map { cluster.location(ofDevice: devices[$0]) }
  let nodes = Dictionary(grouping: places) { [$0.group, $0.node] }
  let perGroup = Dictionary(grouping: places, by: \.group).values.map(\.count).sorted(by: >)
  return GroupSpan(
    ranks: ranks.count, nodes: nodes.count, ranksPerNode: nodes.values.map(\.count).min() ?? 0,
    clusterGroups: Set(places.map(\.group)).sorted(),
    crossingPairs: perGroup.count > 1 ? perGroup[0] * perGroup[1] : 0)
}

@Suite("Layouts")
struct LayoutTests {
  @Test("spans are what counting nodes and groups of nodes gives, on random clusters")
  func spans() {
    var random = SeededGenerator(seed: 3)
    var compared = 0
    while compared < 150 {
      let groups = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (
          nodes: Int.random(in: 1...4, using: &random),
          devices: [1, 2, 3, 4].randomElement(
            using: &random) ?? 1
        )
      }
      let cluster = Sample.cluster(groups)
      var placement = Sample.placement(
        cluster, Bool.random(using: &random) ? .dataOutermost : .pipelineOutermost)
      placement.segments.shuffle(using: &random)
      let count = cluster.deviceCount
      func divisor(of number: Int) -> Int {
        (1...number).filter { number % $0 == 0 }.randomElement(using: &random) ?? 1
      }
      let tensor = divisor(of: count)
      let pipeline = divisor(of: count / tensor)
      let context = divisor(of: count / tensor / pipeline)
      let strategy = Strategy(
        dataParallelSize: count / tensor / pipeline / context, tensorParallelSize: tensor,
        pipelineParallelSize: pipeline, contextParallelSize: context,
        expertParallelSize: divisor(of: count / pipeline))
      compare(strategy, placement, cluster)
      compared += 1
    }
  }

  private func compare(_ strategy: Strategy, _ placement: Placement, _ cluster: Cluster) {
    let layout = Layout(strategy, on: placement, of: cluster)
    let plan = Plan(strategy: strategy, placement: placement, split: StageSplit(chunks: []))
    let groups = plan.processGroups(on: cluster, hasExperts: true)
    for axis in ParallelAxis.allCases where axis != .pipeline {
      let ofAxis = groups.filter { $0.axis == axis }
      let crossing = ofAxis.count {
        spread($0.ranks, of: cluster, placement).clusterGroups.count > 1
      }
      for (stage, found) in layout.stages.enumerated() {
        let ranks = Set(strategy.ranks(ofStage: stage, order: placement.rankOrder))
        let expected = ofAxis.filter { ranks.contains($0.ranks[0]) }.map { group in
          var span = spread(group.ranks, of: cluster, placement)
          #expect(span == group.span)
          if span.clusterGroups.count > 1 { span.concurrent = crossing }
          return span
        }
        let isSecondName = axis == .dataContext && strategy.contextParallelSize == 1
        if !isSecondName {
          #expect(Set(found.spans(of: axis)) == Set(expected), "\(strategy) \(axis)")
        }
      }
    }
    for (stage, found) in layout.stages.enumerated() {
      let ranks = strategy.ranks(ofStage: stage, order: placement.rankOrder)
      #expect(found.clusterGroups == spread(ranks, of: cluster, placement).clusterGroups)
    }
  }

  @Test("stages are joined rank by rank, the last with the first")
  func boundaries() {
    // Three stages of four ranks: on one node, on two, and the last alone in another group.
    let cluster = Sample.cluster([(nodes: 1, devices: 6), (nodes: 1, devices: 6)])
    let strategy = Strategy(dataParallelSize: 4, pipelineParallelSize: 3)
    let layout = Layout(strategy, on: Sample.placement(cluster), of: cluster)
    func pair(_ groups: [Int], sharing concurrent: Int = 1) -> GroupSpan {
      GroupSpan(
        ranks: 2, nodes: groups.count, ranksPerNode: 2 / groups.count, clusterGroups: groups,
        concurrent: concurrent)
    }
    #expect(
      layout.boundaries == [
        [pair([0]), pair([0, 1], sharing: 2)], [pair([0, 1], sharing: 2), pair([1])],
        [pair([0, 1], sharing: 4)],
      ])
    #expect(Layout(Strategy(), on: Sample.placement(cluster), of: cluster).boundaries.isEmpty)
  }

  @Test("groups of all stages share what joins the groups of a cluster")
  func concurrency() {
    // Two replicas, each a run of ranks on its own cluster: every stage's pairs cross.
    let cluster = Sample.cluster([(nodes: 1, devices: 8), (nodes: 1, devices: 8)])
    let strategy = Strategy(
      dataParallelSize: 2, tensorParallelSize: 2, pipelineParallelSize: 4)
    let layout = Layout(strategy, on: Sample.placement(cluster, .dataOutermost), of: cluster)
    #expect(layout.stages.flatMap { $0.spans(of: .data) }.map(\.concurrent) == [8, 8, 8, 8])
    #expect(layout.stages.flatMap { $0.spans(of: .tensor) }.allSatisfy { $0.concurrent == 1 })
  }
}
