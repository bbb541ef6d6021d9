import Quantities

extension Violation {
  /// A short name under which rejected strategies are counted.
  public var rule: String {
    switch self {
    case .size: "sizes"
    case .ranks: "device_count"
    case .batch: "batch"
    case .nothingToSplit: "tensor_parallel"
    case .heads, .keyValueHeads: "heads"
    case .sequenceParallelAlone, .sequenceParallelLength, .expertsNeedSequenceParallel:
      "sequence_parallel"
    case .contextWithoutAttention, .contextOfDependentRows, .contextLength, .ulyssesHeads:
      "context_parallel"
    case .noExperts, .experts, .expertTensorParallel, .expertRanks, .expertRankOrder:
      "expert_parallel"
    case .stages: "pipeline"
    case .stageCount, .firstStage, .stageSamples, .unequalStages, .unequalStagesInterleaved:
      "stages"
    case .interleavingDegrees, .interleavingSchedule, .interleavingLayers,
      .interleavingMicrobatches:
      "interleaving"
    case .selectiveWithoutMatrix, .recomputedLayers: "recomputation"
    case .shardedPipeline: "zero_pipeline"
    case .noNetwork: "network"
    case .precision: "precision"
    case .limit: "limits"
    case .memory: "memory"
    }
  }

  /// What failed, by how much, and what would do.
  public var message: String {
    switch self {
    case .size(let name, let size):
      "\(name) is \(size), must be between 1 and \(Strategy.largestSize)"
    case .ranks(let strategy, let devices): Self.ranksMessage(strategy, devices)
    case .batch(let dataParallel, let microBatch, let globalBatch):
      Self.batchMessage(dataParallel, microBatch, globalBatch)
    case .nothingToSplit(let t):
      "the model has no operator that tensor parallelism splits, tp is \(t)"
    case .heads(let heads, let t): "tp \(t) does not divide \(heads) attention heads"
    case .keyValueHeads(let heads, let t):
      "tp \(t) and \(heads) key-value heads divide neither way"
    case .sequenceParallelAlone: "sequence parallelism needs tensor parallelism, tp is 1"
    case .sequenceParallelLength(let length, let divisor):
      "tp·cp = \(divisor) does not divide the sequence of \(length)"
    case .contextWithoutAttention(let c): "context parallelism needs attention, cp is \(c)"
    case .contextOfDependentRows(let c):
      "recurrent layers and convolutions cannot be divided over the sequence, cp is \(c)"
    case .contextLength(let length, let c):
      "2·cp = \(2 * c) does not divide the sequence of \(length)"
    case .ulyssesHeads(let heads, let divisor):
      "Ulysses splits heads: cp·tp = \(divisor) does not divide \(heads)"
    case .noExperts(let e, let et):
      "the model has no routed experts, ep is \(e) and etp is \(et)"
    case .experts(let experts, let e): "ep \(e) does not divide \(experts) experts"
    case .expertTensorParallel(let size, let t):
      "expert tensor parallelism is \(size), must be 1 or tp (\(t))"
    case .expertRanks(let block, let ranks):
      "ep·etp = \(block) does not divide the \(ranks) ranks of a stage"
    case .expertsNeedSequenceParallel(let t):
      "experts under tensor parallelism need sequence parallelism, tp is \(t)"
    case .expertRankOrder(let expertBlock, let tensorContext):
      "rank order \(RankOrder.dataOutermost.rawValue) needs etp·ep = tp·cp, found \(expertBlock) and \(tensorContext)"
    case .stages(let stages, let layers): "pp \(stages) exceeds the \(layers) layers of the model"
    case .interleavingDegrees(let p, let v):
      "the interleaved schedule needs pp and vp above 1, found \(p) and \(v)"
    case .interleavingSchedule(let schedule, let v):
      switch schedule.chunksPerStage {
      case 1?: "vp \(v) needs the interleaved schedule, found \(schedule.rawValue)"
      case let chunks?: "\(schedule.rawValue) runs \(chunks) chunks on a stage, vp is \(v)"
      case nil: "vp \(v) does not suit the \(schedule.rawValue) schedule"
      }
    case .interleavingLayers(let chunks, let layers):
      "pp·vp = \(chunks) exceeds the \(layers) layers of the model"
    case .interleavingMicrobatches(let count, let p):
      "interleaving needs microbatches (\(count)) divisible by pp (\(p))"
    case .selectiveWithoutMatrix(let hasAttention):
      hasAttention
        ? "fused attention keeps no score matrix, selective recomputation has nothing to drop"
        : "selective recomputation needs attention"
    case .recomputedLayers(let asked, let layers):
      "cannot recompute \(asked) of \(layers) layers"
    case .shardedPipeline(let stage, let stages):
      "ZeRO \(stage.rawValue) with pp \(stages) is tried only when the job names the ZeRO stage"
    case .noNetwork(let groups):
      "groups \(groups.map { "'\($0)'" }.joined(separator: ", ")) share no network; add a link between them"
    case .stageCount(let given, let stages):
      "degrees are given for \(given) stages, pp is \(stages)"
    case .firstStage(let first, let own):
      "the first stage has \(first), the strategy \(own)"
    case .stageSamples(let stage, let samples, let first):
      "a microbatch of stage \(stage) has dp·mbs = \(samples) samples, of stage 0 \(first)"
    case .unequalStages(let schedule):
      "unequal stages run under gpipe, 1f1b or dapple-b, found \(schedule.rawValue)"
    case .unequalStagesInterleaved(let order):
      "unequal stages are runs of ranks, which rank order \(order.rawValue) breaks up"
    case .precision(let format, let device): "\(device) cannot compute in \(format.rawValue)"
    case .limit(let text): text
    case .memory(let stage, let needed, let usable, let device):
      "stage \(stage) needs \(needed.inGiB), \(device) has \(usable.inGiB) usable"
    }
  }

  private static func ranksMessage(_ strategy: Strategy, _ devices: Int) -> String {
    guard strategy.stages.isEmpty else {
      return "the stages have \(strategy.rankCount) ranks, the nodes \(devices) devices"
    }
    let sizes = [
      ("dp", strategy.dataParallelSize), ("tp", strategy.tensorParallelSize),
      ("pp", strategy.pipelineParallelSize), ("cp", strategy.contextParallelSize),
    ]
    let names = sizes.map(\.0).joined(separator: "·")
    let values = sizes.map { String($0.1) }.joined(separator: "·")
    return "\(names) = \(values) = \(strategy.rankCount) ranks, the cluster has \(devices) devices"
  }

  private static func batchMessage(_ d: Int, _ microBatch: Int, _ globalBatch: Int) -> String {
    let problem = "dp·mbs = \(d)·\(microBatch) does not divide the global batch of \(globalBatch)"
    let nearest = stride(from: min(d, globalBatch), through: 1, by: -1).first {
      globalBatch % ($0 * microBatch) == 0
    }
    return problem + (nearest.map { "; the nearest dp that does is \($0)" } ?? "")
  }
}

extension Bytes {
  /// Memory as it is printed: `79.2 GiB`.
  var inGiB: String {
    let tenths = Int((gibibytes * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) GiB"
  }
}
