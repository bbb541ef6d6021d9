import ClusterTopology
import ModelDescription
import Quantities
import StrategySpace

/// How a framework shares parameters and states out over data-parallel ranks, recognised by the
/// words of the `zero_or_fsdp` column.
///
/// With the words come habits that no column states: what gradients are reduced in, what runs
/// behind compute, whether the vocabulary is padded.
enum ShardingDialect: Equatable {
  /// Every rank holds all; gradients are summed after the last backward pass (Megatron-LM's own
  /// data parallelism of 2021).
  case replicated
  /// DeepSpeed's and InternEvo's ZeRO, by stage.
  case zero(ZeROStage)
  /// Megatron-LM's distributed optimizer; as NeMo and Megatron Bridge set it up for speed, or, where the
  /// words name Megatron-LM itself, with its defaults.
  case distributedOptimizer(isTuned: Bool)
  /// Parameters sharded by Megatron-LM or NeMo.
  case megatronFSDP
  /// PyTorch's first FSDP, which reduces in the compute format.
  case fsdp1
  /// PyTorch's second, which torchtitan and NeMo Automodel let reduce in 32 bits.
  case fsdp2

  init(_ words: String) {
    let words = words.lowercased()
    if words.contains("megatron-fsdp") || words.contains("fsdp+dp") {
      self = .megatronFSDP
    } else if words.contains("fsdp2") {
      self = .fsdp2
    } else if words.hasPrefix("fsdp") || words.hasPrefix("hsdp") {
      self = .fsdp1
    } else if words.contains("distributed") {
      self = .distributedOptimizer(
        isTuned: words.contains("distributed optimizer") && !words.contains("megatron"))
    } else if let stage = Self.zeroStage(words) {
      self = .zero(stage)
    } else {
      self = .replicated
    }
  }

  /// `ZeRO-1`, `zero 2`, `DeepSpeed ZeRO3`.
  private static func zeroStage(_ words: String) -> ZeROStage? {
    guard let found = words.firstRange(of: "zero") else { return nil }
    let digit = words[found.upperBound...].first { $0 != "-" && $0 != " " && $0 != "_" }
    return digit?.wholeNumberValue.flatMap(ZeROStage.init(rawValue:))
  }

  var zeroStage: ZeROStage {
    switch self {
    case .replicated: .none
    case .zero(let stage): stage
    case .distributedOptimizer: .optimizer
    case .megatronFSDP, .fsdp1, .fsdp2: .parameters
    }
  }

  /// Megatron-LM and what is built on it pad; PyTorch's trainers do not.
  var padsVocabulary: Bool {
    switch self {
    case .replicated, .zero, .distributedOptimizer, .megatronFSDP: true
    case .fsdp1, .fsdp2: false
    }
  }

  /// Whose kernels run: PyTorch's trainers call them one by one, unless they say that a compiler or
  /// Transformer Engine fuses them.
  func framework(_ notes: String) -> Framework {
    switch self {
    case .replicated, .distributedOptimizer, .megatronFSDP: return .megatron
    case .zero: return .deepSpeed
    case .fsdp1, .fsdp2:
      let words = notes.lowercased()
      let fused = ["compile", "kernels: te", "maxtext", "jax"]
      return fused.contains(where: words.contains) ? .torchCompile : .pytorch
    }
  }

  /// A precision as the framework uses it.
  func habitual(_ precision: Precision) -> Precision {
    var precision = precision
    switch self {
    case .replicated, .zero, .distributedOptimizer(isTuned: false): break
    case .distributedOptimizer(isTuned: true), .megatronFSDP:
      // `grad_reduce_in_fp32 = False` in NeMo's and Megatron Bridge's performance recipes.
      precision.gradients = precision.activations
      precision.gradientReduction = precision.activations
    case .fsdp1, .fsdp2:
      // PyTorch shards 32-bit parameters, which are their own master copy.
      precision.weights = .float32
      precision.gradients = .float32
      precision.gradientReduction = self == .fsdp1 ? precision.activations : .float32
      precision.keepsMasterWeights = false
    }
    return precision
  }

  func overlap(_ strategy: Strategy, on device: Device) -> Overlap {
    switch self {
    case .replicated:
      return Overlap(gradientReduction: false, parameterGather: false)
    case .zero:
      // DeepSpeed's pipeline engine reduces after the last microbatch; without a pipeline the
      // reduction follows the backward pass. Parameters are gathered right behind the update.
      return Overlap(
        gradientReduction: strategy.pipelineParallelSize == 1, parameterGather: false)
    case .distributedOptimizer(let isTuned):
      // NeMo turns user buffers on where tensor parallelism splits the sequence, from Hopper on.
      let buffers = isTuned && strategy.sequenceParallel && device.peak(.float8) != nil
      return Overlap(tensorParallel: buffers)
    case .megatronFSDP, .fsdp1, .fsdp2:
      return Overlap()
    }
  }
}
