/// A point of the strategy space: how one training step is divided, independent of where it runs.
///
/// Ranks form a mesh of data × pipeline × context × tensor parallelism. Expert parallelism divides
/// the routed experts over the ranks of one pipeline stage; it takes no ranks of its own.
public struct Strategy: Hashable, Sendable {
  public var dataParallelSize: Int
  public var tensorParallelSize: Int
  public var pipelineParallelSize: Int
  /// Chunks of layers per pipeline rank; above 1 the schedule interleaves them.
  public var virtualPipelineSize: Int
  public var contextParallelSize: Int
  public var contextParallelKind: ContextParallelKind
  public var expertParallelSize: Int
  /// Ranks that one expert is split over: 1, or the tensor-parallel size.
  public var expertTensorParallelSize: Int
  /// Whether norms and residuals between tensor-parallel regions are split over the sequence
  /// (Megatron).
  public var sequenceParallel: Bool
  public var zeroStage: ZeROStage
  /// Samples per microbatch on one data-parallel rank.
  public var microBatchSize: Int
  public var recomputation: Recomputation
  public var schedule: PipelineSchedule
  public var overlap: Overlap

  public init(
    dataParallelSize: Int = 1, tensorParallelSize: Int = 1, pipelineParallelSize: Int = 1,
    virtualPipelineSize: Int = 1, contextParallelSize: Int = 1,
    contextParallelKind: ContextParallelKind = .ring, expertParallelSize: Int = 1,
    expertTensorParallelSize: Int = 1, sequenceParallel: Bool = false,
    zeroStage: ZeROStage = .none, microBatchSize: Int = 1, recomputation: Recomputation = .none,
    schedule: PipelineSchedule = .oneForwardOneBackward, overlap: Overlap = Overlap()
  ) {
    self.dataParallelSize = dataParallelSize
    self.tensorParallelSize = tensorParallelSize
    self.pipelineParallelSize = pipelineParallelSize
    self.virtualPipelineSize = virtualPipelineSize
    self.contextParallelSize = contextParallelSize
    self.contextParallelKind = contextParallelKind
    self.expertParallelSize = expertParallelSize
    self.expertTensorParallelSize = expertTensorParallelSize
    self.sequenceParallel = sequenceParallel
    self.zeroStage = zeroStage
    self.microBatchSize = microBatchSize
    self.recomputation = recomputation
    self.schedule = schedule
    self.overlap = overlap
  }

  /// Ranks that the strategy occupies.
  public var rankCount: Int { stageRankCount * pipelineParallelSize }

  /// Ranks of one pipeline stage.
  public var stageRankCount: Int { dataParallelSize * contextParallelSize * tensorParallelSize }

  /// Ranks among which dense parameters are replicated, and states sharded: data times context.
  public var dataContextSize: Int { dataParallelSize * contextParallelSize }

  /// Ranks among which one expert's parameters are replicated.
  public var expertDataParallelSize: Int {
    stageRankCount / (expertParallelSize * expertTensorParallelSize)
  }

  /// Chunks of layers in the whole pipeline.
  public var chunkCount: Int { pipelineParallelSize * virtualPipelineSize }

  /// Microbatches per step and data-parallel rank; zero when the batch does not divide.
  public func microbatchCount(globalBatchSize: Int) -> Int {
    let perStep = dataParallelSize * microBatchSize
    return globalBatchSize % perStep == 0 ? globalBatchSize / perStep : 0
  }
}

public enum ContextParallelKind: String, Hashable, Sendable, CaseIterable {
  /// Keys and values travel around a ring behind the attention of the local queries.
  case ring
  /// All-to-all turns a split over the sequence into a split over heads and back
  /// (DeepSpeed-Ulysses).
  case ulysses
}

/// What is sharded over data-parallel ranks (Rajbhandari et al. 2020, arXiv:1910.02054).
public enum ZeROStage: Int, Hashable, Sendable, CaseIterable, Comparable {
  case none = 0
  /// Optimizer states: Megatron's distributed optimizer.
  case optimizer = 1
  /// Optimizer states and gradients.
  case gradients = 2
  /// Optimizer states, gradients and parameters: FSDP.
  case parameters = 3

  public static func < (a: ZeROStage, b: ZeROStage) -> Bool { a.rawValue < b.rawValue }
}

/// What the backward pass computes again instead of keeping.
public enum Recomputation: Hashable, Sendable {
  case none
  /// The core of attention (scores, softmax, dropout): the memory that grows with the square of the
  /// sequence.
  case selective
  /// Whole layers; `layersPerChunk` of each chunk, all of them when `nil`.
  case full(layersPerChunk: Int? = nil)
}

extension Recomputation: Comparable {
  /// In the order of the declaration, and by the number of layers.
  public static func < (a: Recomputation, b: Recomputation) -> Bool { a.amount < b.amount }

  private var amount: (Int, Int) {
    switch self {
    case .none: (0, 0)
    case .selective: (1, 0)
    case .full(let layers): (2, layers ?? .max)
    }
  }
}

public enum PipelineSchedule: String, Hashable, Sendable, CaseIterable {
  /// All forwards, then all backwards.
  case gpipe
  /// One forward, one backward, in steady state (PipeDream-Flush).
  case oneForwardOneBackward = "1f1b"
  /// 1F1B over several chunks per rank (Narayanan et al. 2021, arXiv:2104.04473).
  case interleaved
}

/// Which communication runs behind compute.
public struct Overlap: Hashable, Sendable {
  /// Gradient buckets are reduced behind the backward pass.
  public var gradientReduction: Bool
  /// Updated parameters are gathered behind the next forward pass (sharded optimizer).
  public var parameterGather: Bool
  /// Tensor-parallel collectives are cut up and run behind their matrix products.
  public var tensorParallel: Bool

  public init(
    gradientReduction: Bool = true, parameterGather: Bool = true, tensorParallel: Bool = false
  ) {
    self.gradientReduction = gradientReduction
    self.parameterGather = parameterGather
    self.tensorParallel = tensorParallel
  }
}
