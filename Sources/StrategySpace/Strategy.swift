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
  /// By stage: its degrees, where these differ from stage to stage; empty when all stages are equal.
  /// The strategy's own degrees are then those of the first stage.
  public var stages: [StageDegrees] = []

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
  public var rankCount: Int { firstRank(ofStage: pipelineParallelSize) }

  /// Ranks of one pipeline stage, of the first where stages differ.
  public var stageRankCount: Int { dataParallelSize * contextParallelSize * tensorParallelSize }

  /// Ranks among which dense parameters are replicated, and states sharded: data times context.
  public var dataContextSize: Int { dataParallelSize * contextParallelSize }

  /// Ranks among which one expert's parameters are replicated.
  public var expertDataParallelSize: Int {
    stageRankCount / (expertParallelSize * expertTensorParallelSize)
  }

  /// Chunks of layers in the whole pipeline.
  public var chunkCount: Int { pipelineParallelSize * virtualPipelineSize }

  /// The stage that holds a chunk.
  public func stage(ofChunk chunk: Int) -> Int {
    switch schedule.chunkLayout {
    case .looped, .bidirectional: chunk % pipelineParallelSize
    case .vShaped: min(chunk, 2 * pipelineParallelSize - 1 - chunk)
    }
  }

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
  /// sequence. Under PyTorch's trainers all but attention and every second matrix product.
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
  /// 1F1B with twice the warm-up, which hides transfers (Fan et al. 2021, DAPPLE's policy B,
  /// arXiv:2007.01045). DAPPLE's policy A is 1F1B.
  case earlyBackward = "dapple-b"
  /// All microbatches through one chunk before the next chunk (Lamy-Poirier 2023, arXiv:2211.05953).
  case breadthFirst = "breadth-first"
  /// Gradients of weights apart from those of inputs, with the memory of 1F1B (Qi et al. 2023,
  /// arXiv:2401.10241).
  case zeroBubbleH1 = "zb-h1"
  /// The same with up to twice the memory, and next to no bubble.
  case zeroBubbleH2 = "zb-h2"
  /// Two chunks per rank, laid out as a V: the memory of 1F1B and next to no bubble.
  case zeroBubbleV = "zb-v"
  /// The V with about half the memory of 1F1B (Qi et al. 2024, arXiv:2405.15362).
  case vHalf = "v-half"
  /// The V with about a third of the memory of 1F1B.
  case vMin = "v-min"
  /// Two copies of the model in opposite directions, forward and backward passes overlapped
  /// (DeepSeek-AI 2024, arXiv:2412.19437).
  case dualPipe = "dualpipe"
}

extension Strategy {
  /// The strategy under another schedule, whose transfers run as frameworks run them.
  ///
  /// - Parameter allowed: what may run behind compute at all.
  public func scheduled(_ schedule: PipelineSchedule, within allowed: Overlap) -> Strategy {
    var strategy = self
    strategy.schedule = schedule
    strategy.overlap.pipelineTransfers =
      allowed.pipelineTransfers && schedule.usuallyOverlapsTransfers
    return strategy
  }
}

extension PipelineSchedule {
  /// Whether frameworks run this schedule's transfers behind compute: Megatron-LM does so when
  /// chunks interleave, and waits for each transfer in its plain 1F1B; DeepSpeed always waits.
  public var usuallyOverlapsTransfers: Bool {
    switch self {
    case .gpipe, .oneForwardOneBackward, .earlyBackward: false
    case .interleaved, .breadthFirst, .zeroBubbleH1, .zeroBubbleH2, .zeroBubbleV, .vHalf, .vMin,
      .dualPipe:
      true
    }
  }

  /// Where chunks of layers sit.
  public enum ChunkLayout: Hashable, Sendable {
    /// Chunk `c` on stage `c mod p`.
    case looped
    /// Chunks go down the stages and back up: stage `s` holds chunks `s` and `2p − 1 − s`.
    case vShaped
    /// As many chunks as stages, each held twice: stage `s` holds chunks `s` and `p − 1 − s`.
    case bidirectional
  }

  public var chunkLayout: ChunkLayout {
    switch self {
    case .gpipe, .oneForwardOneBackward, .interleaved, .earlyBackward, .breadthFirst,
      .zeroBubbleH1, .zeroBubbleH2:
      .looped
    case .zeroBubbleV, .vHalf, .vMin: .vShaped
    case .dualPipe: .bidirectional
    }
  }

  /// Whether gradients of weights are computed in passes of their own.
  public var splitsBackward: Bool {
    switch self {
    case .gpipe, .oneForwardOneBackward, .interleaved, .earlyBackward, .breadthFirst: false
    case .zeroBubbleH1, .zeroBubbleH2, .zeroBubbleV, .vHalf, .vMin, .dualPipe: true
    }
  }

  /// How many chunks each stage may hold: `nil` where the strategy is free to choose.
  public var chunksPerStage: Int? {
    switch self {
    case .gpipe, .oneForwardOneBackward, .earlyBackward, .zeroBubbleH1, .zeroBubbleH2: 1
    case .interleaved, .breadthFirst: nil
    case .zeroBubbleV, .vHalf, .vMin, .dualPipe: 2
    }
  }
}

/// Which communication runs behind compute.
public struct Overlap: Hashable, Sendable {
  /// Gradient buckets are reduced behind the backward pass.
  public var gradientReduction: Bool
  /// Updated parameters are gathered behind the next forward pass (sharded optimizer).
  public var parameterGather: Bool
  /// Tensor-parallel collectives are cut up and run behind their matrix products.
  public var tensorParallel: Bool
  /// Activations and gradients travel between stages while these compute. Otherwise a stage waits
  /// until what it sent has arrived.
  public var pipelineTransfers: Bool

  public init(
    gradientReduction: Bool = true, parameterGather: Bool = true, tensorParallel: Bool = false,
    pipelineTransfers: Bool = true
  ) {
    self.gradientReduction = gradientReduction
    self.parameterGather = parameterGather
    self.tensorParallel = tensorParallel
    self.pipelineTransfers = pipelineTransfers
  }
}
