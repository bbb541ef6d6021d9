import ClusterTopology
import CostModel
import ModelDescription
import Quantities
import Search
import StrategySpace
import Testing

/// All ways to cut `layers` into `count` parts, none empty.
private func splits(of layers: Range<Int>, into count: Int) -> [[Range<Int>]] {
  guard count > 1 else { return layers.isEmpty ? [] : [[layers]] }
  return layers.dropFirst().flatMap { cut in
    splits(of: cut..<layers.upperBound, into: count - 1).map {
      [layers.lowerBound..<cut] + $0
    }
  }
}

@Suite("Balancing layers over stages")
struct LayerBalanceTests {
  /// Layers of very different widths, bound by compute or by memory.
  private func randomGraph(
    _ layers: Int, using random: inout SeededGenerator
  ) -> LayerGraph {
    let classes = (0..<3).map { index in
      let product = MatrixProduct(
        rows: 1 << Int.random(in: 4...12, using: &random), inputs: 1024,
        outputs: 1 << Int.random(in: 6...13, using: &random))
      let traffic = Pointwise(
        forwardTraffic: 1 << Int.random(in: 10...26, using: &random), backwardTraffic: 1 << 20)
      return LayerClass(
        name: "\(index)", role: .block,
        operators: [
          Operator("product", .matrixProduct(product)), Operator("traffic", .pointwise(traffic)),
        ], outputElements: 1024)
    }
    return LayerGraph(
      classes: classes,
      layers: (0..<layers).map {
        Layer(
          name: "\($0)", classIndex: Int.random(in: 0..<3, using: &random),
          inputs: $0 > 0 ? [$0 - 1] : [])
      })
  }

  @Test("the slowest chunk is as fast as in the best of all divisions", arguments: 0..<120)
  func bruteForce(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let stages = Int.random(in: 2...4, using: &random)
    let chunks = Bool.random(using: &random) ? 1 : 2
    let layers = Int.random(in: stages * chunks...max(9, stages * chunks + 1), using: &random)
    // Every other device computes three times as fast, and moves a third of the bytes.
    let slow = Sample.node(devices: 1)
    let fast = Sample.node(devices: 1, speed: 3, memoryBandwidth: 1.0 / 3)
    let cluster = Sample.cluster((0..<stages).map { ($0 % 2 == seed % 2 ? slow : fast, 1) })
    let job = TrainingJob(globalBatchSize: 8, sequenceLength: 16)
    let costs = CostModel(randomGraph(layers, using: &random), job, on: cluster)
    let strategy = Strategy(
      pipelineParallelSize: stages, virtualPipelineSize: chunks,
      schedule: chunks > 1 ? .interleaved : .oneForwardOneBackward)
    let placement = Placement(rankOrder: .pipelineOutermost, segments: cluster.allNodes)
    let layout = Layout(strategy, on: placement, of: cluster)
    let mesh = costs.costs(of: strategy, over: costs.channels(of: layout))
    let times = (0..<stages).map { mesh.passTimes(onStage: $0, strategy) }
    func slowest(_ split: [Range<Int>]) -> Seconds {
      split.enumerated().map { chunk, layers in
        layers.map { times[chunk % stages][costs.graph.layers[$0].classIndex] }.sum()
      }.max() ?? .zero
    }
    let best = try #require(splits(of: 0..<layers, into: stages * chunks).map(slowest).min())
    let split = try #require(costs.balancedSplit(of: strategy, on: placement))
    #expect(split.chunks.count == stages * chunks)
    #expect(split.chunks.flatMap(\.self) == Array(0..<layers))
    #expect(split.chunks.allSatisfy { !$0.isEmpty })
    let rounding = 1 + 3e-6
    #expect(slowest(split.chunks) <= best * rounding)
  }

  @Test("of equally fast divisions the even one is taken")
  func even() throws {
    // The output layer is so slow that the blocks may lie almost anywhere.
    let block = LayerClass(
      name: "block", role: .block,
      operators: [
        Operator(
          "product", .matrixProduct(MatrixProduct(rows: 1024, inputs: 1024, outputs: 1024)))
      ], outputElements: 1)
    var output = block
    output.name = "output"
    output.operators = [
      Operator(
        "product", .matrixProduct(MatrixProduct(rows: 1024, inputs: 1024, outputs: 1 << 16)))
    ]
    let graph = LayerGraph(
      classes: [block, output],
      layers: (0..<13).map {
        Layer(name: "\($0)", classIndex: $0 == 12 ? 1 : 0, inputs: $0 > 0 ? [$0 - 1] : [])
      })
    let cluster = Sample.cluster([(Sample.node(), 1)])
    let costs = CostModel(
      graph, TrainingJob(globalBatchSize: 8, sequenceLength: 16), on: cluster)
    let split = costs.balancedSplit(
      of: Strategy(pipelineParallelSize: 4),
      on: Placement(rankOrder: .pipelineOutermost, segments: cluster.allNodes))
    #expect(split?.chunks.last == 12..<13)
    #expect(split?.chunks.dropLast().allSatisfy { $0.count >= 1 } == true)
  }

  @Test("fewer layers than chunks cannot be divided")
  func tooFewLayers() throws {
    let cluster = Sample.cluster([(Sample.node(), 2)])
    let costs = try Sample.costs(on: cluster, layers: 4)
    let placement = Placement(rankOrder: .pipelineOutermost, segments: cluster.allNodes)
    #expect(costs.balancedSplit(of: Strategy(pipelineParallelSize: 6), on: placement) != nil)
    #expect(costs.balancedSplit(of: Strategy(pipelineParallelSize: 8), on: placement) == nil)
  }
}
