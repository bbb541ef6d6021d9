public import Quantities

/// What is to be trained per optimizer step, independent of where.
public struct TrainingJob: Hashable, Sendable {
  /// Samples (sequences, images) per optimizer step over all ranks.
  public var globalBatchSize: Int
  /// Tokens per sample; of the encoder, for encoder–decoder models.
  public var sequenceLength: Int
  /// Tokens per sample of the decoder of an encoder–decoder model; `sequenceLength` when `nil`.
  public var targetLength: Int?
  public var precision: Precision
  public var optimizer: Optimizer
  /// How attention is computed.
  public var attention: AttentionKernel
  /// Rows of the busiest expert over the average; 1 is perfect balance.
  public var expertLoadImbalance: Double
  /// Vocabularies are padded to a multiple of this times the tensor-parallel size (Megatron-LM:
  /// 128).
  public var vocabularyDivisor: Int
  /// Whose kernels and habits the step runs with.
  public var framework: Framework
  /// Whether the gradient of the logits takes the place of what the loss kept (the fused losses of
  /// Megatron-LM and FlashAttention), or memory of its own.
  public var computesLossInPlace: Bool

  public init(
    globalBatchSize: Int, sequenceLength: Int, targetLength: Int? = nil,
    precision: Precision = .bfloat16, optimizer: Optimizer = .adam,
    attention: AttentionKernel = .fused, expertLoadImbalance: Double = 1,
    vocabularyDivisor: Int = 128, framework: Framework = .megatron,
    computesLossInPlace: Bool = true
  ) {
    self.globalBatchSize = globalBatchSize
    self.sequenceLength = sequenceLength
    self.targetLength = targetLength
    self.precision = precision
    self.optimizer = optimizer
    self.attention = attention
    self.expertLoadImbalance = expertLoadImbalance
    self.vocabularyDivisor = vocabularyDivisor
    self.framework = framework
    self.computesLossInPlace = computesLossInPlace
  }
}

/// The formats of a training run.
public struct Precision: Hashable, Sendable {
  /// What matrix products compute in.
  public var compute: NumberFormat
  /// What activations are stored and sent in.
  public var activations: NumberFormat
  public var weights: NumberFormat
  /// What gradients are accumulated in.
  public var gradients: NumberFormat
  /// What gradients are sent in when data-parallel ranks reduce them.
  public var gradientReduction: NumberFormat
  /// Whether the optimizer keeps a 32-bit copy of the weights.
  public var keepsMasterWeights: Bool
  /// Whether the gradients of the backward pass, in the activations' format, are held besides those that
  /// they are added to (DeepSpeed's `BF16_Optimizer`).
  public var keepsComputedGradients = false

  public init(
    compute: NumberFormat, activations: NumberFormat, weights: NumberFormat,
    gradients: NumberFormat, gradientReduction: NumberFormat? = nil, keepsMasterWeights: Bool
  ) {
    self.compute = compute
    self.activations = activations
    self.weights = weights
    self.gradients = gradients
    self.gradientReduction = gradientReduction ?? gradients
    self.keepsMasterWeights = keepsMasterWeights
  }

  /// BF16 with 32-bit gradient accumulation and master weights, Megatron-LM's default: 18 bytes per
  /// parameter with Adam.
  public static let bfloat16 = Precision(
    compute: .bfloat16, activations: .bfloat16, weights: .bfloat16, gradients: .float32,
    keepsMasterWeights: true)
  /// FP16 with FP16 gradients and master weights (Megatron-LM): 16 bytes per parameter with Adam.
  public static let float16 = Precision(
    compute: .float16, activations: .float16, weights: .float16, gradients: .float16,
    keepsMasterWeights: true)
  /// FP8 matrix products, everything else as in `bfloat16` (Transformer Engine).
  public static let float8 = Precision(
    compute: .float8, activations: .bfloat16, weights: .bfloat16, gradients: .float32,
    keepsMasterWeights: true)
  /// NVFP4 matrix products, everything else as in `bfloat16` (Transformer Engine).
  public static let blockFloat4 = Precision(
    compute: .blockFloat4, activations: .bfloat16, weights: .bfloat16, gradients: .float32,
    keepsMasterWeights: true)
  /// BF16 compute over 32-bit weights that are gathered and reduced in BF16 (PyTorch FSDP's usual
  /// mixed precision): 16 bytes per parameter with Adam.
  public static let bfloat16OverFloat32 = Precision(
    compute: .bfloat16, activations: .bfloat16, weights: .float32, gradients: .float32,
    gradientReduction: .bfloat16, keepsMasterWeights: false)
  /// Single precision throughout, TF32 matrix products where the device has them.
  public static let float32 = Precision(
    compute: .tensorFloat32, activations: .float32, weights: .float32, gradients: .float32,
    keepsMasterWeights: false)
}

extension Precision {
  /// The short name of one of the usual precisions, otherwise that of its compute format.
  public var name: String { self == .float32 ? "fp32" : compute.rawValue }
}

public enum Optimizer: String, Hashable, Sendable, CaseIterable {
  case adam
  case sgdMomentum = "sgd-momentum"
  case sgd

  /// 32-bit state tensors per parameter, master weights aside.
  public var statesPerParameter: Int {
    switch self {
    case .adam: 2
    case .sgdMomentum: 1
    case .sgd: 0
    }
  }
}

public enum AttentionKernel: String, Hashable, Sendable, CaseIterable {
  /// One kernel that never writes the score matrix (FlashAttention-2 and later, cuDNN).
  case fused
  /// The first generation of such kernels (Dao et al. 2022, arXiv:2205.14135).
  case firstFused = "flash-1"
  /// Batched matrix products, softmax and dropout as separate kernels.
  case unfused
}

extension AttentionKernel {
  /// Whether the score matrix is written to memory, and kept for the backward pass.
  public var keepsScores: Bool { self == .unfused }
}

/// Software that a training step runs on, as far as the step's cost depends on it.
public enum Framework: String, Hashable, Sendable, CaseIterable {
  /// Megatron-LM and what is built on it (NeMo, Megatron Bridge).
  case megatron
  /// Megatron's kernels under DeepSpeed, and InternEvo.
  case deepSpeed = "deepspeed"
  /// PyTorch, operator by operator.
  case pytorch
  /// PyTorch through its compiler.
  case torchCompile = "torch-compile"
}

extension Framework {
  /// Whether neighbouring operators that are bound by memory share a kernel.
  public var fusesPointwise: Bool { self != .pytorch }

  /// Whether recomputing a layer ends once everything that backward needs is back, which leaves out
  /// the products behind it; otherwise it runs to the layer's end.
  ///
  /// Source: `torch.utils.checkpoint` without re-entrance (`set_checkpoint_early_stop`); Megatron-LM's
  /// `CheckpointFunction` calls the whole layer again.
  public var stopsRecomputationEarly: Bool { self == .pytorch || self == .torchCompile }

  /// Whether recomputing selectively chooses among all operators of a layer; otherwise it computes the
  /// core of unfused attention again.
  ///
  /// Source: torchtitan's `selective_ac_option = "op"`; Korthikanti et al. 2022, arXiv:2205.05198.
  public var selectsOperators: Bool { self == .pytorch || self == .torchCompile }

  /// Whether tensor-parallel ranks that hold a pipeline boundary's tensor whole send a part each,
  /// which the receivers gather.
  ///
  /// Source: Narayanan et al. 2021, arXiv:2104.04473, section 4.1; DeepSpeed's `PartitionedTensor`.
  public var scattersBoundaries: Bool { self == .megatron || self == .deepSpeed }

  /// Whether a token whose experts are on one node travels there once, to be copied behind the network,
  /// and results are added up before they return; otherwise each of its copies travels.
  ///
  /// Source: DeepEP (deepseek-ai/DeepEP), Megatron-LM's flexible token dispatcher.
  public var sendsTokensOncePerNode: Bool { self == .megatron }

  /// Whether the product that computes a gradient adds it to those of the microbatches before;
  /// otherwise a kernel of its own does. Sharded parameters are added up in shards, at no cost worth
  /// counting.
  ///
  /// Source: Megatron-LM's `gradient_accumulation_fusion`.
  public var accumulatesInProduct: Bool { self != .deepSpeed }

  /// Whether tensor-parallel ranks reduce the gradient of a product's input while they compute that
  /// of its weights.
  ///
  /// Source: Megatron-LM's `LinearWithGradAccumulationAndAsyncCommunication`.
  public var hidesInputGradients: Bool { self == .megatron }
}
