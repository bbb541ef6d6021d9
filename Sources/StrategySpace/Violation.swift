public import ModelDescription
public import Quantities

/// Why a strategy cannot run, with the numbers: infeasibility is an answer, not an error.
public enum Violation: Hashable, Sendable {
  case size(name: String, Int)
  case ranks(Strategy, devices: Int)
  case batch(dataParallel: Int, microBatch: Int, globalBatch: Int)
  case nothingToSplit(tensorParallel: Int)
  case heads(Int, tensorParallel: Int)
  case keyValueHeads(Int, tensorParallel: Int)
  case sequenceParallelAlone
  case sequenceParallelLength(Int, divisor: Int)
  case contextWithoutAttention(contextParallel: Int)
  case contextOfDependentRows(contextParallel: Int)
  case contextLength(Int, contextParallel: Int)
  case ulyssesHeads(Int, divisor: Int)
  case noExperts(expertParallel: Int, expertTensorParallel: Int)
  case experts(Int, expertParallel: Int)
  case expertTensorParallel(Int, tensorParallel: Int)
  case expertRanks(block: Int, stageRanks: Int)
  case expertsNeedSequenceParallel(tensorParallel: Int)
  case expertRankOrder(expertBlock: Int, tensorContext: Int)
  case stages(Int, layers: Int)
  case interleavingDegrees(stages: Int, chunks: Int)
  case interleavingSchedule(PipelineSchedule, chunks: Int)
  case interleavingLayers(chunks: Int, layers: Int)
  case interleavingMicrobatches(Int, stages: Int)
  case selectiveWithoutMatrix(hasAttention: Bool)
  case recomputedLayers(Int, layers: Int)
  case shardedPipeline(ZeROStage, stages: Int)
  case noNetwork(groups: [String])
  case precision(NumberFormat, device: String)
  case stageCount(Int, stages: Int)
  case firstStage(StageDegrees, strategy: StageDegrees)
  case stageSamples(stage: Int, Int, first: Int)
  case unequalStages(PipelineSchedule)
  case unequalStagesInterleaved(RankOrder)
  /// Something outside what the job allows, in words.
  case limit(String)
  case memory(stage: Int, needed: Bytes, usable: Bytes, device: String)
}

/// The properties of a model and job that decide which strategies are valid.
public struct ModelTraits: Hashable, Sendable {
  /// Heads of each kind of attention; empty without attention.
  public var heads: [AttentionHeads]
  public var expertCount: Int
  public var hasTensorSplits: Bool
  public var layerCount: Int
  public var blockCount: Int
  /// Sequence lengths that context parallelism would divide.
  public var sequenceLengths: [Int]
  /// Whether no layer but attention mixes the rows of a sample: recurrence and convolution do.
  public var isDivisibleBySequence: Bool
  public var globalBatchSize: Int
  public var attention: AttentionKernel
  /// Whether selective recomputation chooses among all operators, not attention alone.
  public var selectsOperators: Bool

  public struct AttentionHeads: Hashable, Sendable {
    public var queries: Int
    public var keyValues: Int
  }

  public init(_ graph: LayerGraph, _ job: TrainingJob) {
    heads = []
    expertCount = 0
    hasTensorSplits = false
    sequenceLengths = []
    isDivisibleBySequence = true
    for op in graph.classes.lazy.flatMap(\.operators) {
      if op.split != .replicated && op.split != .sequence { hasTensorSplits = true }
      switch op.kind {
      case .attention(let core):
        let found = AttentionHeads(queries: core.heads, keyValues: core.keyValueHeads)
        if !heads.contains(found) { heads.append(found) }
        for length in [core.queryLength, core.keyLength] where !sequenceLengths.contains(length) {
          sequenceLengths.append(length)
        }
      case .recurrence, .convolution: isDivisibleBySequence = false
      case .matrixProduct(let product) where op.isExpert:
        expertCount = max(expertCount, product.matrices)
      default: break
      }
    }
    layerCount = graph.layers.count
    blockCount = graph.blockCount
    globalBatchSize = job.globalBatchSize
    attention = job.attention
    selectsOperators = job.framework.selectsOperators
  }
}
