import Configuration
import CostModel
import ModelDescription
import Quantities
import StrategySpace
import Testing

@Suite("Memory of model states")
struct ModelStateTests {
  @Test(
    "weights, gradients and optimizer states are those counted from first principles, to the byte",
    arguments: MegatronModelStates.all)
  func megatron(_ expected: MegatronModelStates) throws {
    var model = try ModelFile.read(path: shipped.modelPath(named: expected.model))
    if let vocabulary = expected.vocabulary, case .transformer(var family) = model.architecture {
      family.vocabularySize = vocabulary
      model.architecture = .transformer(family)
    }
    let strategy = expected.strategy
    let job = TrainingJob(
      globalBatchSize: strategy.dataParallelSize * 16, sequenceLength: 2048, attention: .unfused)
    let graph = try model.layerGraph(for: job)
    let costs = CostModel(graph, job, on: Sample.cluster(for: strategy))
    #expect(strategy.violation(for: ModelTraits(graph, job)) == nil)

    // The embedding goes with the first blocks, the output layer with the last.
    var chunks: [Range<Int>] = []
    for (index, stage) in expected.stages.enumerated() {
      let start = chunks.last?.upperBound ?? 0
      let ends = (index == 0 ? 1 : 0) + (index + 1 == expected.stages.count ? 1 : 0)
      chunks.append(start..<start + stage.layers + ends)
    }
    #expect(chunks.last?.upperBound == graph.layers.count)

    let memory = costs.step(of: strategy, chunks).stages.map(\.residentMemory)
    #expect(memory.map { $0.weights.value / 2 } == expected.stages.map { Double($0.parameters) })
    let states = memory.map { ($0.weights + $0.gradients + $0.optimizerStates).value }
    #expect(states[expected.fullest] == states.max())
    #expect(memory[expected.fullest].weights.value == expected.weights)
    #expect(memory[expected.fullest].gradients.value == expected.gradients)
    #expect(memory[expected.fullest].optimizerStates.value == expected.optimizer)
  }

  @Test(
    "sharded over all data-parallel ranks, every parameter is held exactly once",
    arguments: ["llama-2-7b", "mixtral-8x7b", "resnet-50"], [1, 2, 4])
  func conserved(model: String, pipeline: Int) throws {
    let job = TrainingJob(globalBatchSize: 64, sequenceLength: 2048, vocabularyDivisor: 1)
    let graph = try ModelFile.read(path: shipped.modelPath(named: model)).layerGraph(for: job)
    let experts = ModelTraits(graph, job).expertCount > 0
    let strategy = Strategy(
      dataParallelSize: 8, pipelineParallelSize: pipeline, expertParallelSize: experts ? 4 : 1,
      zeroStage: .parameters)
    let costs = CostModel(graph, job, on: Sample.cluster(for: strategy))
    let step = costs.step(of: strategy, evenChunks(graph.layers.count, pipeline))
    let held = step.stages.map(\.residentMemory.weights).sum() * strategy.stageRankCount
    #expect(held.value == Double(2 * graph.parameterCount))
  }

  @Test("ZeRO divides first optimizer states, then gradients, then weights by the replicas")
  func zero() throws {
    let job = TrainingJob(globalBatchSize: 64, sequenceLength: 2048, vocabularyDivisor: 1)
    let graph = try ModelFile.read(path: shipped.modelPath(named: "llama-2-7b"))
      .layerGraph(for: job)
    let parameters = Double(graph.parameterCount)
    for stage in ZeROStage.allCases {
      let strategy = Strategy(dataParallelSize: 4, contextParallelSize: 2, zeroStage: stage)
      let costs = CostModel(graph, job, on: Sample.cluster(for: strategy))
      let memory = costs.step(of: strategy, [0..<graph.layers.count]).stages[0].residentMemory
      func share(from sharding: ZeROStage) -> Double { stage >= sharding ? 8 : 1 }
      #expect(memory.weights.value == 2 * parameters / share(from: .parameters))
      #expect(memory.gradients.value == 4 * parameters / share(from: .gradients))
      #expect(memory.optimizerStates.value == 12 * parameters / share(from: .optimizer))
    }
  }

  @Test("a stage holds one copy of a shared table, however many of its layers use it")
  func sharedTables() throws {
    // T5 shares its table between encoder, decoder and output layer.
    let job = TrainingJob(globalBatchSize: 8, sequenceLength: 512)
    let graph = try ModelFile.read(path: shipped.modelPath(named: "t5-base"))
      .layerGraph(for: job)
    #expect(graph.sharedWeights.count == 2)
    let table = Double((32_128 + 255) / 256 * 256 * 768 / 2)
    let decoder = graph.sharedWeights[0].user
    let layers = graph.layers.count
    func weights(_ chunks: [Range<Int>]) throws -> [Double] {
      let strategy = Strategy(
        tensorParallelSize: 2, pipelineParallelSize: chunks.count, sequenceParallel: true)
      let costs = CostModel(graph, job, on: Sample.cluster(for: strategy))
      return costs.step(of: strategy, chunks).stages.map { $0.residentMemory.weights.value / 2 }
    }
    let whole = try weights([0..<layers])[0]
    let halves = try weights([0..<decoder, decoder..<layers])
    #expect(halves[0] + halves[1] == whole + table)
    let thirds = try weights([0..<decoder, decoder..<layers - 1, layers - 1..<layers])
    #expect(thirds.reduce(0, +) == whole + 2 * table)
  }

  @Test("the gradients of a copy are reduced over data-parallel ranks like any others")
  func copiesAreReduced() throws {
    let job = TrainingJob(globalBatchSize: 16, sequenceLength: 1024)
    let graph = try ModelFile.read(path: shipped.modelPath(named: "gpt2-small"))
      .layerGraph(for: job)
    let strategy = Strategy(dataParallelSize: 4, pipelineParallelSize: 2)
    let costs = CostModel(graph, job, on: Sample.cluster(for: strategy))
    let step = costs.step(of: strategy, [0..<8, 8..<graph.layers.count])
    for stage in step.stages {
      let reduction = stage.chunks[0].runs.map { $0.gradientReduction * $0.count }.sum()
      // Four ranks of one node: a ring at 100 GB/s, without latency.
      let expected = 2 * stage.residentMemory.gradients * 0.75 / .gigabytes(100)
      #expect(abs(reduction / expected - 1) < 1e-12)
      #expect(stage.sharedWeightReduction > .zero)
    }
  }
}
