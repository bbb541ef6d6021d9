import ClusterTopology
import ModelDescription
import Testing

@testable import StrategySpace

@Suite("Stages of different degrees")
struct StageDegreesTests {
  private let degrees = [
    StageDegrees(tensorParallelSize: 2, dataParallelSize: 2, microBatchSize: 2),
    StageDegrees(tensorParallelSize: 1, dataParallelSize: 4, microBatchSize: 1),
    StageDegrees(tensorParallelSize: 4, dataParallelSize: 2, microBatchSize: 2),
  ]

  @Test("ranks run through the stages")
  func ranks() {
    let strategy = Strategy().withStages(degrees)
    #expect(strategy.rankCount == 16)
    let ranks = (0..<3).map { strategy.ranks(ofStage: $0, order: .pipelineOutermost) }
    #expect(ranks == [Array(0..<4), Array(4..<8), Array(8..<16)])
    #expect(strategy.onStage(2).tensorParallelSize == 4)
    #expect(strategy.description == "1×(dp2 tp2 mbs2) 1×(dp4 tp1 mbs1) 1×(dp2 tp4 mbs2) pp3 1f1b")
  }

  @Test("equal stages make a uniform strategy")
  func equal() {
    let strategy = Strategy().withStages([degrees[0], degrees[0]])
    #expect(
      strategy
        == Strategy(
          dataParallelSize: 2, tensorParallelSize: 2, pipelineParallelSize: 2, microBatchSize: 2))
  }

  @Test("groups follow the degrees of their stage, and pipelines join all ranks")
  func groups() {
    let cluster = Sample.cluster([(nodes: 2, devices: 4), (nodes: 1, devices: 8)])
    let plan = Plan(
      strategy: Strategy().withStages(degrees), placement: Sample.placement(cluster),
      split: StageSplit(chunks: [0..<1, 1..<2, 2..<3]))
    let groups = plan.processGroups(on: cluster, hasExperts: false)
    func ranks(_ axis: ParallelAxis) -> [[Int]] { groups.filter { $0.axis == axis }.map(\.ranks) }
    #expect(ranks(.tensor) == [[0, 1], [2, 3], [8, 9, 10, 11], [12, 13, 14, 15]])
    #expect(
      ranks(.data) == [
        [0, 2], [1, 3], [4, 5, 6, 7], [8, 12], [9, 13], [10, 14], [11, 15],
      ])
    #expect(ranks(.pipeline).count == 8)
    #expect(ranks(.pipeline)[3] == [1, 5, 11])
  }

  @Test("what cannot run is refused, with the numbers")
  func refusals() {
    func message(_ change: (inout Strategy) -> Void) -> String? {
      var strategy = Strategy().withStages(degrees)
      change(&strategy)
      return strategy.stageViolation?.message
    }
    #expect(message { _ in } == nil)
    #expect(
      message { $0.pipelineParallelSize = 2 } == "degrees are given for 3 stages, pp is 2")
    #expect(
      message { $0.stages[1].microBatchSize = 2 }
        == "a microbatch of stage 1 has dp·mbs = 8 samples, of stage 0 4")
    #expect(
      message { $0.dataParallelSize = 4 }
        == "the first stage has dp2 tp2 mbs2, the strategy dp4 tp2 mbs2")
    #expect(
      message { $0.schedule = .zeroBubbleH1 }
        == "unequal stages run under gpipe, 1f1b or dapple-b, found zb-h1")
  }

  @Test("devices at the end of a segment may stay idle")
  func idleDevices() {
    let cluster = Sample.cluster([(nodes: 2, devices: 4), (nodes: 1, devices: 4)])
    let placement = Placement(
      rankOrder: .pipelineOutermost,
      segments: [.init(group: 0, nodes: 2, idleDevices: 2), .init(group: 1, nodes: 1)])
    #expect(placement.devices(on: cluster) == [0, 1, 2, 3, 4, 5, 8, 9, 10, 11])
    let strategy = Strategy(dataParallelSize: 5, tensorParallelSize: 2)
    #expect(strategy.violation(on: placement, of: cluster) == nil)
    let span = Layout(strategy, on: placement, of: cluster).stages[0].spans(of: .data)[0]
    #expect(span.nodes == 3)
    #expect(span.clusterGroups == [0, 1])
  }
}

@Suite("Layers in proportion to speed")
struct ProportionalSplitTests {
  @Test(
    "gives the divisions of the published scripts",
    arguments: [(48, [26, 22]), (30, [16, 14])])
  func published(layers: Int, expected: [Int]) {
    #expect(StageSplit.layers(layers, inProportionTo: [197, 160]) == expected)
  }

  @Test("α scales every share but the last")
  func alpha() {
    #expect(StageSplit.layers(48, inProportionTo: [197, 160], alpha: 1.05) == [27, 21])
    #expect(StageSplit.layers(30, inProportionTo: [197, 160], alpha: 1.05) == [17, 13])
  }

  @Test("every stage keeps a layer")
  func nobodyIsLeftOut() {
    #expect(StageSplit.layers(4, inProportionTo: [100, 1, 1]) == [2, 1, 1])
    #expect(StageSplit.layers(2, inProportionTo: [1, 1, 1]) == nil)
    #expect(StageSplit.layers(4, inProportionTo: [1, 0]) == nil)
  }
}
