import ClusterTopology
import ModelDescription
import Quantities
import Testing

@testable import StrategySpace

/// A rule of validity: the last strategy that keeps it and the first that breaks it.
struct RuleCase: Sendable, CustomTestStringConvertible {
  var rule: String
  var message: String
  var inside: Strategy
  var outside: Strategy
  var experts = 8
  var attention = AttentionKernel.unfused
  var globalBatchSize = 96
  var change: @Sendable (inout ModelTraits) -> Void = { _ in }

  var testDescription: String { message }

  func traits() throws -> ModelTraits {
    var traits = try Sample.traits(
      experts: experts, attention: attention, globalBatchSize: globalBatchSize)
    change(&traits)
    return traits
  }
}

@Suite("Validity of strategies")
struct ValidityTests {
  static let largest = Strategy.largestSize

  static let rules: [RuleCase] = [
    RuleCase(
      rule: "sizes", message: "data_parallel_size is 0, must be between 1 and 32768",
      inside: Strategy(dataParallelSize: 1), outside: Strategy(dataParallelSize: 0)),
    RuleCase(
      rule: "sizes", message: "micro_batch_size is 32769, must be between 1 and 32768",
      inside: Strategy(microBatchSize: largest), outside: Strategy(microBatchSize: largest + 1),
      globalBatchSize: largest),
    RuleCase(
      rule: "batch",
      message: "dp·mbs = 5·2 does not divide the global batch of 96; the nearest dp that does is 4",
      inside: Strategy(dataParallelSize: 4, microBatchSize: 2),
      outside: Strategy(dataParallelSize: 5, microBatchSize: 2)),
    RuleCase(
      rule: "batch", message: "dp·mbs = 1·97 does not divide the global batch of 96",
      inside: Strategy(microBatchSize: 96), outside: Strategy(microBatchSize: 97)),
    RuleCase(
      rule: "tensor_parallel",
      message: "the model has no operator that tensor parallelism splits, tp is 2",
      inside: Strategy(), outside: Strategy(tensorParallelSize: 2), experts: 0
    ) { $0.hasTensorSplits = false },
    RuleCase(
      rule: "heads", message: "tp 32 does not divide 16 attention heads",
      inside: Strategy(tensorParallelSize: 16), outside: Strategy(tensorParallelSize: 32),
      experts: 0),
    RuleCase(
      rule: "heads", message: "tp 4 and 6 key-value heads divide neither way",
      inside: Strategy(tensorParallelSize: 2), outside: Strategy(tensorParallelSize: 4),
      experts: 0
    ) { $0.heads = [.init(queries: 24, keyValues: 6)] },
    RuleCase(
      rule: "sequence_parallel", message: "sequence parallelism needs tensor parallelism, tp is 1",
      inside: Strategy(tensorParallelSize: 2, sequenceParallel: true),
      outside: Strategy(sequenceParallel: true)),
    RuleCase(
      rule: "sequence_parallel", message: "tp·cp = 8 does not divide the sequence of 1020",
      inside: Strategy(
        tensorParallelSize: 2, contextParallelSize: 2, sequenceParallel: true),
      outside: Strategy(
        tensorParallelSize: 4, contextParallelSize: 2, sequenceParallel: true)
    ) { $0.sequenceLengths = [1020] },
    RuleCase(
      rule: "sequence_parallel",
      message: "experts under tensor parallelism need sequence parallelism, tp is 2",
      inside: Strategy(tensorParallelSize: 2, sequenceParallel: true),
      outside: Strategy(tensorParallelSize: 2)),
    RuleCase(
      rule: "context_parallel", message: "context parallelism needs attention, cp is 2",
      inside: Strategy(contextParallelSize: 1), outside: Strategy(contextParallelSize: 2)
    ) { $0.sequenceLengths = [] },
    RuleCase(
      rule: "context_parallel",
      message: "recurrent layers and convolutions cannot be divided over the sequence, cp is 2",
      inside: Strategy(contextParallelSize: 1), outside: Strategy(contextParallelSize: 2)
    ) { $0.isDivisibleBySequence = false },
    RuleCase(
      rule: "context_parallel", message: "2·cp = 16 does not divide the sequence of 1016",
      inside: Strategy(contextParallelSize: 4), outside: Strategy(contextParallelSize: 8)
    ) { $0.sequenceLengths = [1024, 1016] },
    RuleCase(
      rule: "context_parallel", message: "Ulysses splits heads: cp·tp = 32 does not divide 16",
      inside: Strategy(
        tensorParallelSize: 2, contextParallelSize: 8, contextParallelKind: .ulysses,
        sequenceParallel: true),
      outside: Strategy(
        tensorParallelSize: 2, contextParallelSize: 16, contextParallelKind: .ulysses,
        sequenceParallel: true)),
    RuleCase(
      rule: "expert_parallel", message: "the model has no routed experts, ep is 2 and etp is 1",
      inside: Strategy(dataParallelSize: 2),
      outside: Strategy(dataParallelSize: 2, expertParallelSize: 2), experts: 0),
    RuleCase(
      rule: "expert_parallel", message: "the model has no routed experts, ep is 1 and etp is 2",
      inside: Strategy(tensorParallelSize: 2),
      outside: Strategy(tensorParallelSize: 2, expertTensorParallelSize: 2), experts: 0),
    RuleCase(
      rule: "expert_parallel", message: "ep 16 does not divide 8 experts",
      inside: Strategy(dataParallelSize: 16, expertParallelSize: 8),
      outside: Strategy(dataParallelSize: 16, expertParallelSize: 16)),
    RuleCase(
      rule: "expert_parallel", message: "expert tensor parallelism is 2, must be 1 or tp (4)",
      inside: Strategy(
        tensorParallelSize: 4, expertTensorParallelSize: 4, sequenceParallel: true),
      outside: Strategy(
        tensorParallelSize: 4, expertTensorParallelSize: 2, sequenceParallel: true)),
    RuleCase(
      rule: "expert_parallel", message: "ep·etp = 8 does not divide the 12 ranks of a stage",
      inside: Strategy(dataParallelSize: 12, expertParallelSize: 4),
      outside: Strategy(dataParallelSize: 12, expertParallelSize: 8)),
    RuleCase(
      rule: "pipeline", message: "pp 13 exceeds the 12 layers of the model",
      inside: Strategy(pipelineParallelSize: 12), outside: Strategy(pipelineParallelSize: 13)),
    RuleCase(
      rule: "interleaving",
      message: "the interleaved schedule needs pp and vp above 1, found 2 and 1",
      inside: Strategy(
        pipelineParallelSize: 2, virtualPipelineSize: 2, schedule: .interleaved),
      outside: Strategy(pipelineParallelSize: 2, schedule: .interleaved)),
    RuleCase(
      rule: "interleaving", message: "vp 2 needs the interleaved schedule, found 1f1b",
      inside: Strategy(pipelineParallelSize: 2),
      outside: Strategy(pipelineParallelSize: 2, virtualPipelineSize: 2)),
    RuleCase(
      rule: "interleaving", message: "pp·vp = 14 exceeds the 12 layers of the model",
      inside: Strategy(
        pipelineParallelSize: 2, virtualPipelineSize: 6, schedule: .interleaved),
      outside: Strategy(
        pipelineParallelSize: 2, virtualPipelineSize: 7, schedule: .interleaved)),
    RuleCase(
      rule: "interleaving", message: "interleaving needs microbatches (3) divisible by pp (2)",
      inside: Strategy(
        pipelineParallelSize: 2, virtualPipelineSize: 2, microBatchSize: 48,
        schedule: .interleaved),
      outside: Strategy(
        pipelineParallelSize: 2, virtualPipelineSize: 2, microBatchSize: 32,
        schedule: .interleaved)),
    RuleCase(
      rule: "recomputation",
      message: "fused attention keeps no score matrix, selective recomputation has nothing to drop",
      inside: Strategy(recomputation: .full()), outside: Strategy(recomputation: .selective),
      attention: .fused),
    RuleCase(
      rule: "recomputation", message: "selective recomputation needs attention",
      inside: Strategy(), outside: Strategy(recomputation: .selective)
    ) { $0.heads = [] },
    RuleCase(
      rule: "recomputation", message: "cannot recompute 13 of 12 layers",
      inside: Strategy(recomputation: .full(layersPerChunk: 12)),
      outside: Strategy(recomputation: .full(layersPerChunk: 13))),
    RuleCase(
      rule: "recomputation", message: "cannot recompute 0 of 12 layers",
      inside: Strategy(recomputation: .full(layersPerChunk: 1)),
      outside: Strategy(recomputation: .full(layersPerChunk: 0))),
  ]

  @Test("a rule holds up to its edge, and says what broke it", arguments: rules)
  func rule(_ rule: RuleCase) throws {
    let traits = try rule.traits()
    #expect(rule.inside.violation(for: traits) == nil)
    let violation = rule.outside.violation(for: traits)
    #expect(violation?.message == rule.message)
    #expect(violation?.rule == rule.rule)
  }

  @Test("every rule on strategies has a case here")
  func coverage() {
    let tested = Set(Self.rules.map(\.rule))
    #expect(
      tested == [
        "sizes", "batch", "tensor_parallel", "heads", "sequence_parallel", "context_parallel",
        "expert_parallel", "pipeline", "interleaving", "recomputation",
      ])
  }

  @Test("a placement has as many devices as the strategy has ranks")
  func rankCount() {
    let cluster = Sample.cluster([(nodes: 2, devices: 4)])
    let placement = Sample.placement(cluster)
    let fits = Strategy(dataParallelSize: 2, tensorParallelSize: 4)
    #expect(fits.violation(on: placement, of: cluster) == nil)
    let violation = Strategy(dataParallelSize: 3, tensorParallelSize: 2)
      .violation(on: placement, of: cluster)
    #expect(violation?.rule == "device_count")
    #expect(
      violation?.message == "dp·tp·pp·cp = 3·2·1·1 = 6 ranks, the cluster has 8 devices")
  }

  @Test("groups without a common network cannot work together")
  func network() {
    let nodes = [
      Sample.node(devices: 1, transports: [.infiniband]),
      Sample.node(devices: 1, transports: [.roce]),
    ]
    let cluster = Cluster(
      name: "split",
      groups: [
        NodeGroup(name: "a", node: nodes[0], count: 2),
        NodeGroup(name: "b", node: nodes[1], count: 2),
      ],
      links: [GroupLink(groups: [0, 1], transport: .infiniband, provenance: Sample.source)])
    let alone = Placement(
      rankOrder: .pipelineOutermost, segments: [Placement.Segment(group: 1, nodes: 2)])
    #expect(Strategy(dataParallelSize: 2).violation(on: alone, of: cluster) == nil)
    let violation = Strategy(dataParallelSize: 4)
      .violation(on: Sample.placement(cluster), of: cluster)
    #expect(violation?.rule == "network")
    #expect(violation?.message == "groups 'a', 'b' share no network; add a link between them")
  }

  @Test(
    "with replicas outermost, experts fill exactly the ranks of a replica's stage",
    arguments: [
      (tensor: 2, context: 2, pipeline: 2, expert: 4, expertTensor: 1, isValid: true),
      (tensor: 2, context: 2, pipeline: 2, expert: 2, expertTensor: 2, isValid: true),
      (tensor: 2, context: 2, pipeline: 2, expert: 2, expertTensor: 1, isValid: false),
      (tensor: 2, context: 2, pipeline: 2, expert: 1, expertTensor: 2, isValid: false),
      (tensor: 2, context: 2, pipeline: 1, expert: 2, expertTensor: 1, isValid: true),
      (tensor: 2, context: 2, pipeline: 2, expert: 1, expertTensor: 1, isValid: true),
    ])
  func expertRankOrder(
    _ sizes: (
      tensor: Int, context: Int, pipeline: Int, expert: Int, expertTensor: Int, isValid: Bool
    )
  ) {
    let strategy = Strategy(
      dataParallelSize: 2, tensorParallelSize: sizes.tensor,
      pipelineParallelSize: sizes.pipeline, contextParallelSize: sizes.context,
      expertParallelSize: sizes.expert, expertTensorParallelSize: sizes.expertTensor,
      sequenceParallel: true)
    let cluster = Sample.cluster([(nodes: strategy.rankCount, devices: 1)])
    #expect(strategy.violation(on: Sample.placement(cluster), of: cluster) == nil)
    let violation = strategy.violation(
      on: Sample.placement(cluster, .dataOutermost), of: cluster)
    #expect((violation == nil) == sizes.isValid)
    if let violation {
      #expect(violation.rule == "expert_parallel")
      #expect(
        violation.message
          == "rank order tp-cp-ep-pp-dp needs etp·ep = tp·cp, found 2 and 4")
    }
  }

  @Test("sharded gradients in a pipeline are valid, but not tried unless the job names the stage")
  func shardedPipeline() throws {
    var limits = StrategyLimits()
    var strategy = Strategy(pipelineParallelSize: 2, zeroStage: .gradients)
    #expect(strategy.violation(for: try Sample.traits()) == nil)
    #expect(
      limits.violation(of: strategy)?.message
        == "ZeRO 2 with pp 2 is tried only when the job names the ZeRO stage")
    #expect(limits.violation(of: strategy)?.rule == "zero_pipeline")
    limits.zeroStages = [.gradients]
    #expect(limits.violation(of: strategy) == nil)
    limits.zeroStages = nil
    strategy.zeroStage = .optimizer
    #expect(limits.violation(of: strategy) == nil)
    strategy.zeroStage = .parameters
    strategy.pipelineParallelSize = 1
    #expect(limits.violation(of: strategy) == nil)
  }

  @Test("no sizes trap, whatever they are")
  func fuzz() throws {
    var random = SeededGenerator(seed: 11)
    let sizes = [
      Int.min, -1, 0, 1, 2, 3, 4, 6, 8, 12, 96, 1024, Strategy.largestSize,
      Strategy.largestSize + 1, Int.max,
    ]
    let cluster = Sample.cluster([(nodes: 2, devices: 4)])
    var valid = 0
    for round in 0..<20_000 {
      // Half of the rounds draw from sizes that often work.
      let drawn = round % 2 == 0 ? sizes : [1, 1, 1, 2, 4]
      func size() -> Int { drawn.randomElement(using: &random) ?? 1 }
      let strategy = Strategy(
        dataParallelSize: size(), tensorParallelSize: size(), pipelineParallelSize: size(),
        virtualPipelineSize: size(), contextParallelSize: size(),
        contextParallelKind: Bool.random(using: &random) ? .ring : .ulysses,
        expertParallelSize: size(), expertTensorParallelSize: size(),
        sequenceParallel: Bool.random(using: &random), microBatchSize: size(),
        recomputation: .full(layersPerChunk: size()),
        schedule: PipelineSchedule.allCases.randomElement(using: &random) ?? .gpipe)
      var traits = try Self.fuzzedTraits.get()
      traits.globalBatchSize = max(1, size())
      guard let violation = strategy.violation(for: traits) else {
        valid += 1
        let placement = Sample.placement(
          cluster, Bool.random(using: &random) ? .dataOutermost : .pipelineOutermost)
        _ = strategy.violation(on: placement, of: cluster)?.message
        #expect(strategy.rankCount > 0)
        continue
      }
      #expect(!violation.message.isEmpty)
    }
    #expect(valid > 100)
  }

  private static let fuzzedTraits = Result { try Sample.traits() }
}
