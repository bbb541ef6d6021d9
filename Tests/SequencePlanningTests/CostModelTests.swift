import ClusterTopology
import Configuration
import CostModel
import Foundation
import ModelDescription
import Quantities
import SequencePlanning
import StrategySpace
import Testing

@Suite("Coefficients from the cost model")
struct CostModelTests {
  /// A step of equal sequences: every group holds `count` of `length` tokens, in each microbatch.
  struct Batch: CustomStringConvertible {
    var model = "llama-3-8b"
    var cluster = "dgx-h100:4"
    var parallelism = SequenceParallelism.allToAll
    var zero = ZeROStage.parameters
    var degree: Int
    var count: Int
    var length: Int
    var microbatches = 2

    var description: String {
      "\(model) on \(cluster), \(parallelism) \(degree), ZeRO \(zero.rawValue): "
        + "\(microbatches) × \(count) × \(length)"
    }
  }

  /// Relative difference that coefficients may have from the cost model: kernels are a little less
  /// efficient on short sequences, which a sum of powers of the length cannot say.
  static let tolerance = 0.03

  static func modelled(_ batch: Batch) throws -> ModelledSequenceCosts {
    var options = ModelledSequenceCosts.Options()
    options.parallelism = batch.parallelism
    options.zeroStage = batch.zero
    return try ModelledSequenceCosts(
      of: Ready.model(batch.model), Ready.job, on: Ready.cluster(batch.cluster), options)
  }

  /// The step as the cost model prices it.
  static func step(
    _ batch: Batch
  ) throws -> (costs: CostModel, placement: Placement, step: StepCost) {
    let cluster = try Ready.cluster(batch.cluster)
    let strategy = Strategy(
      dataParallelSize: cluster.deviceCount / batch.degree, contextParallelSize: batch.degree,
      contextParallelKind: batch.parallelism == .ring ? .ring : .ulysses, zeroStage: batch.zero,
      microBatchSize: batch.count)
    var job = Ready.job
    job.sequenceLength = batch.length
    job.globalBatchSize = batch.count * strategy.dataParallelSize * batch.microbatches
    let costs = CostModel(try Ready.model(batch.model).layerGraph(for: job), job, on: cluster)
    let placement = Placement(
      rankOrder: .pipelineOutermost,
      segments: cluster.groups.enumerated().map { .init(group: $0, nodes: $1.count) })
    let layout = Layout(strategy, on: placement, of: cluster)
    let step = costs.costs(of: strategy, over: costs.channels(of: layout)).stepCost(
      of: strategy, split: StageSplit(starts: [0], layerCount: costs.graph.layers.count))
    return (costs, placement, step)
  }

  /// The same for rings, whose steps on short parts wait for the host: no straight line has that kink.
  private static let ringTolerance = 0.14

  static let batches = [
    Batch(degree: 1, count: 2, length: 4_096),
    Batch(degree: 2, count: 4, length: 4_096),
    Batch(degree: 8, count: 1, length: 65_536),
    Batch(degree: 8, count: 16, length: 2_048),
    Batch(degree: 16, count: 1, length: 131_072),
    Batch(degree: 32, count: 2, length: 65_536, microbatches: 4),
    Batch(parallelism: .ring, degree: 8, count: 1, length: 65_536),
    Batch(parallelism: .ring, degree: 32, count: 1, length: 131_072),
    Batch(parallelism: .ring, degree: 16, count: 32, length: 4_096),
    Batch(parallelism: .ring, degree: 32, count: 8, length: 32_768),
    Batch(zero: .optimizer, degree: 8, count: 4, length: 8_192),
    Batch(zero: .gradients, degree: 8, count: 4, length: 8_192),
    Batch(model: "mixtral-8x7b", cluster: "dgx-h100:8", degree: 16, count: 2, length: 32_768),
    Batch(model: "mixtral-8x7b", cluster: "dgx-h100:8", degree: 8, count: 1, length: 16_384),
    Batch(cluster: "a100-ethernet-25g:2", degree: 4, count: 1, length: 8_192),
  ]

  @Test("a step of equal sequences takes as long as the cost model says", arguments: batches)
  func steps(batch: Batch) throws {
    let modelled = try Self.modelled(batch)
    let degree = try #require(modelled.costs.costs(ofDegree: batch.degree))
    let group = degree.time(ofSequence: batch.length) * batch.count + degree.fixed
    let predicted =
      max(group, modelled.costs.microbatchFloor) * batch.microbatches + modelled.timePerStep
    let estimated = try Self.step(batch).step.estimatedTime
    let tolerance = batch.parallelism == .ring ? Self.ringTolerance : Self.tolerance
    #expect(abs(predicted / estimated - 1) < tolerance)
    #expect(modelled.largestFitError < 2 * tolerance)
  }

  @Test(
    "a group holds as many tokens as the memory, not more", arguments: [1, 8, 32],
    [ZeROStage.optimizer, .parameters])
  func memory(degree: Int, zero: ZeROStage) throws {
    let batch = Batch(zero: zero, degree: degree, count: 1, length: 0)
    let capacity = try #require(Self.modelled(batch).costs.costs(ofDegree: degree)).tokenCapacity
    for (factor, fits) in [(0.999, true), (1.001, false)] {
      var full = batch
      full.length = Int(Double(capacity) * factor)
      let (costs, placement, step) = try Self.step(full)
      let layout = Layout(step.strategy, on: placement, of: costs.cluster)
      let violation = costs.memoryViolation(step.peakMemory.map(\.total), on: layout)
      #expect((violation == nil) == fits)
    }
  }

  @Test("heads limit all-to-all groups, and neither rings nor hybrid groups over nodes")
  func heads() throws {
    // 32 heads on 64 devices.
    func modelled(_ parallelism: SequenceParallelism) throws -> ModelledSequenceCosts {
      try Self.modelled(
        Batch(cluster: "dgx-h100:8", parallelism: parallelism, degree: 1, count: 1, length: 1))
    }
    let ulysses = try modelled(.allToAll)
    #expect(ulysses.costs.degrees.map(\.degree) == [1, 2, 4, 8, 16, 32])
    #expect(ulysses.refused.map(\.degree) == [64])
    for parallelism in [SequenceParallelism.ring, .hybrid] {
      let all = try modelled(parallelism)
      #expect(all.costs.degrees.map(\.degree) == [1, 2, 4, 8, 16, 32, 64])
      #expect(all.refused == [])
    }
  }

  @Test("experts do not stand in the way of hybrid groups")
  func experts() throws {
    let modelled = try Self.modelled(
      Batch(model: "qwen3-30b-a3b", parallelism: .hybrid, degree: 1, count: 1, length: 1))
    #expect(modelled.costs.degrees.map(\.degree) == [1, 2, 4, 8, 16, 32])
  }

  @Test("a hybrid group is the all-to-all group within a node, and a ring between nodes")
  func hybrid() throws {
    func costs(_ parallelism: SequenceParallelism, _ degree: Int) throws -> DegreeCosts {
      let batch = Batch(parallelism: parallelism, degree: degree, count: 1, length: 1)
      return try #require(Self.modelled(batch).costs.costs(ofDegree: degree))
    }
    #expect(try costs(.hybrid, 8) == costs(.allToAll, 8))
    let hybrid = try costs(.hybrid, 32)
    let ulysses = try costs(.allToAll, 32)
    #expect(hybrid.perSquaredToken == ulysses.perSquaredToken)
    #expect(hybrid.perToken < ulysses.perToken)
    #expect(hybrid.hiddenPerToken > .zero)
    // Long attention hides the ring between nodes, and nothing hides an all-to-all between them.
    #expect(hybrid.time(ofSequence: 131_072) < ulysses.time(ofSequence: 131_072))
  }

  @Test("blocks never straddle a node, and use what powers of two there are")
  func blocks() throws {
    let six = try Self.modelled(
      Batch(cluster: "gb200-nvl72:2", degree: 1, count: 1, length: 1))
    // 72 devices in a node: eight divides them, sixteen does not.
    #expect(six.costs.degrees.map(\.degree) == [1, 2, 4, 8])
  }

  @Test("learned positions limit sequences, not groups")
  func positions() throws {
    let modelled = try Self.modelled(
      Batch(model: "gpt2-small", cluster: "dgx-a100:1", degree: 1, count: 1, length: 1))
    #expect(modelled.costs.positionLimit == 1_024)
    #expect(modelled.costs.longestSequence > 1_024)
    let planner = try SequencePlanner(modelled.costs)
    #expect(
      throws: SequencePlanningError.sequenceBeyondPositions(
        sequence: 1, length: 1_025, positions: 1_024)
    ) { try planner.plan([1_024, 1_025]) }
    let plan = try planner.plan(Array(repeating: 1_024, count: 100))
    #expect(
      PlanChecker(modelled.costs).violations(
        in: plan, of: Array(repeating: 1_024, count: 100)) == [])
  }

  @Test(
    "a model without sequences, or without room, is refused with the reason",
    arguments: [
      ("vit-l", "dgx-a100:1", "does not attend over one sequence"),
      ("gpt-3-175b", "rtx-4090:1", "no room"),
      ("gnmt-16", "dgx-a100:1", "does not attend over one sequence"),
      ("t5-base", "dgx-a100:1", "does not attend over one sequence"),
    ])
  func refused(model: String, cluster: String, words: String) throws {
    let error = #expect(throws: SequencePlanningError.self) {
      try Self.modelled(Batch(model: model, cluster: cluster, degree: 1, count: 1, length: 1))
    }
    #expect(error?.description.contains(words) == true)
  }
}

/// Models and clusters that ship with the project.
enum Ready {
  static let job = TrainingJob(globalBatchSize: 1, sequenceLength: 1)

  private static let catalog = Catalog(
    root: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path)

  static func model(_ name: String) throws -> Model {
    try ModelFile.read(path: catalog.modelPath(named: name))
  }

  static func cluster(_ name: String) throws -> Cluster {
    try catalog.cluster(ClusterReference(name))
  }
}
