import ClusterTopology
import ModelDescription
import Quantities
import Simulation
import StrategySpace
import Testing

@testable import CostModel

@Suite("Links that a step shares")
struct SharedLinkTests {
  /// The step of a strategy for blocks that hand on a megabyte each, with its shared links.
  private func step(_ strategy: Strategy, on cluster: Cluster) -> StepCost {
    let blocks = strategy.chunkCount
    let weights = Operator(
      "weights", .matrixProduct(MatrixProduct(rows: 1000, inputs: 1000, outputs: 1000)))
    let graph = LayerGraph(
      classes: [
        LayerClass(
          name: "block", role: .block, operators: [weights], outputElements: 1_000_000)
      ],
      layers: (0..<blocks).map {
        Layer(name: "\($0)", classIndex: 0, inputs: $0 > 0 ? [$0 - 1] : [])
      })
    let job = TrainingJob(globalBatchSize: 64, sequenceLength: 1)
    let costs = CostModel(graph, job, on: cluster)
    let layout = Layout(strategy, on: Sample.allNodes(of: cluster), of: cluster)
    let mesh = costs.costs(of: strategy, over: costs.channels(of: layout))
    let split = StageSplit(chunks: (0..<blocks).map { $0..<$0 + 1 })
    return mesh.sharingLinks(mesh.stepCost(of: strategy, split: split), split: split)
  }

  /// What a flow puts on a link, in GB/s.
  private func demand(of traffic: Traffic?, on link: Int) -> Double {
    guard let traffic else { return 0 }
    return traffic.crossings.filter { $0.link == link }
      .reduce(0) { $0 + traffic.bandwidth.gigabytes * Double($1.streams) }
  }

  @Test("gradients that are reduced and activations that travel crowd the interfaces of a node")
  func interfaces() {
    // Two stages of two nodes each: whichever flow is alone fills the 40 GB/s of each node.
    let step = step(
      Strategy(dataParallelSize: 8, pipelineParallelSize: 2),
      on: Sample.cluster([Sample.node()], count: 4))
    #expect(
      step.sharedLinks.map(\.name) == [
        "infiniband out of node 0 of group0", "infiniband into node 0 of group0",
        "infiniband out of node 2 of group0", "infiniband into node 2 of group0",
      ])
    #expect(step.sharedLinks.allSatisfy { $0.capacity == .gigabytes(40) })
    func links(_ traffic: Traffic?) -> [Int] { traffic?.crossings.map(\.link) ?? [] }
    #expect(step.stages.map { links($0.dataTraffic) } == [[0, 1], [2, 3]])
    #expect(links(step.stages[0].chunks[0].forwardTraffic) == [0, 3])
    #expect(links(step.stages[1].chunks[0].backwardTraffic) == [1, 2])
    #expect(demand(of: step.stages[0].dataTraffic, on: 0) == 40)
    #expect(demand(of: step.stages[0].chunks[0].forwardTraffic, on: 0) == 40)
  }

  @Test("axes that have a node to themselves, or none that leaves it, share nothing")
  func nothingShared() {
    let cluster = Sample.cluster([Sample.node()], count: 4)
    for strategy in [
      Strategy(dataParallelSize: 16), Strategy(dataParallelSize: 4, tensorParallelSize: 4),
      Strategy(dataParallelSize: 1, tensorParallelSize: 4, pipelineParallelSize: 4),
    ] {
      let links = step(strategy, on: cluster).sharedLinks
      #expect(strategy.pipelineParallelSize > 1 ? links.count == 4 : links.isEmpty)
    }
  }

  @Test("transfers of both kinds in one direction share what joins two groups of nodes")
  func betweenGroups() {
    // Activations of one chunk and gradients of another go the same way: 20 GB/s for each alone.
    let node = Sample.node(interfaces: [(.ethernet, 40)])
    let step = step(
      Strategy(
        dataParallelSize: 4, pipelineParallelSize: 2, virtualPipelineSize: 2,
        schedule: .interleaved),
      on: Sample.cluster([node, node], count: 1, shared: 20))
    #expect(step.sharedLinks.map(\.name) == ["group0 to group1", "group1 to group0"])
    #expect(step.sharedLinks.map(\.capacity) == [.gigabytes(20), .gigabytes(20)])
    #expect(demand(of: step.stages[0].chunks[0].forwardTraffic, on: 0) == 20)
    #expect(demand(of: step.stages[0].chunks[1].backwardTraffic, on: 0) == 20)
    #expect(demand(of: step.stages[1].chunks[0].forwardTraffic, on: 1) == 20)
  }

  @Test("a flow alone never exceeds a link, whatever the strategy")
  func alone() {
    var random = SeededGenerator(seed: 11)
    var shared = 0
    for _ in 0..<60 {
      let groups = Int.random(in: 1...2, using: &random)
      let cluster = Sample.cluster(
        (0..<groups).map { _ in
          Sample.node(interfaces: [(.ethernet, Double.random(in: 5...60, using: &random))])
        }, count: 8, shared: Bool.random(using: &random) ? 20 : nil)
      let pipeline = [1, 2, 4].randomElement(using: &random) ?? 1
      let tensor = [1, 2, 4].randomElement(using: &random) ?? 1
      let context = [1, 2].randomElement(using: &random) ?? 1
      let step = step(
        Strategy(
          dataParallelSize: cluster.deviceCount / pipeline / tensor / context,
          tensorParallelSize: tensor, pipelineParallelSize: pipeline,
          contextParallelSize: context), on: cluster)
      // Priced so that no flow needs more than the cluster has: no link was widened for one.
      let own =
        cluster.groups.map { $0.nodeBandwidth(over: .ethernet) }
        + cluster.links.compactMap(\.sharedBandwidth)
      for link in step.sharedLinks {
        #expect(own.contains { $0.value.rounded(.up) == link.capacity.value })
      }
      for stage in step.stages {
        let traffic =
          [stage.tensorTraffic, stage.contextTraffic, stage.dataTraffic]
          + stage.chunks.flatMap { [$0.forwardTraffic, $0.backwardTraffic] }
        for (link, capacity) in step.sharedLinks.map(\.capacity).enumerated() {
          #expect(traffic.allSatisfy { demand(of: $0, on: link) <= capacity.gigabytes })
        }
      }
      shared += step.sharedLinks.count
    }
    #expect(shared > 50)
  }
}
