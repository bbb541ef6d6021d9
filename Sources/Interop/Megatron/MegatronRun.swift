public import Configuration
public import ModelDescription
import Quantities
public import StrategySpace

/// What arguments of Megatron-LM say about a run: model, job and strategy.
///
///     let run = try MegatronRun.read("--num-layers 32 …", worldSize: 64)
///
/// Defaults are Megatron-LM's own. Flags that say nothing about size or division of the work are
/// left aside and listed.
public struct MegatronRun: Hashable, Sendable {
  public var model: Model
  public var job: TrainingJob
  public var strategy: Strategy
  public var rankOrder: RankOrder
  /// Layers in the user's count by chunk, where the arguments say or imply it.
  public var blocks: [Int]?
  /// What was read differently from how it is written, a sentence each without its full stop.
  public var notes: [String]
  /// Flags that mean nothing here.
  public var unread: [String]

  /// - Parameters:
  ///   - text: the arguments, quoted as for a shell; words before the first flag are left aside.
  ///   - worldSize: ranks of the run.
  ///   - source: what messages call the text.
  /// - Throws: `InvalidInput` with everything that is wrong.
  public static func read(
    _ text: String, worldSize: Int, source: String = "--megatron-args"
  ) throws(InvalidInput) -> MegatronRun {
    var reader = MegatronRunReader(try MegatronArgumentList(text, source: source))
    reader.refuseOtherKinds()
    reader.readLayout()
    let family = reader.family()
    let strategy = reader.strategy(worldSize: worldSize, family)
    let job = reader.job(strategy)
    let blocks = reader.blocks(strategy, layers: family.layers)
    reader.refuseCombinations(strategy)
    let order: RankOrder =
      reader.list.has("--use-tp-pp-dp-mapping") ? .dataOutermost : .pipelineOutermost
    return MegatronRun(
      model: try reader.model(family), job: job, strategy: strategy, rankOrder: order,
      blocks: blocks,
      notes: reader.notes, unread: reader.list.unread)
  }
}

extension MegatronRun {
  /// The model alone, for which batch and ranks do not matter.
  public static func readModel(_ text: String, source: String) throws(InvalidInput) -> Model {
    var reader = MegatronRunReader(try MegatronArgumentList(text, source: source))
    reader.refuseOtherKinds()
    return try reader.model(reader.family())
  }
}

/// Reads a run, a concern at a time; values are placeholders once something is wrong.
struct MegatronRunReader {
  var list: MegatronArgumentList
  var notes: [String] = []
  var layout: MegatronLayout?

  init(_ list: MegatronArgumentList) { self.list = list }

  /// - Throws: `InvalidInput` with all that was found wrong until now.
  mutating func model(_ family: TransformerFamily) throws(InvalidInput) -> Model {
    if list.problems.isEmpty, let problem = family.problems.first {
      list.report("the model contradicts itself: \(problem.message)")
    }
    if !list.problems.isEmpty { throw InvalidInput(list.problems) }
    return Model(
      name: "megatron-arguments", architecture: .transformer(family),
      provenance: Provenance(.published, "arguments of Megatron-LM, given by the user"))
  }

  /// Flags that make another model or another division of it than can be described.
  mutating func refuseOtherKinds() {
    let others = [
      "--hybrid-layer-pattern": "layers of state-space models",
      "--hybrid-override-pattern": "layers of state-space models",
      "--hybrid-context-parallel": "context parallelism that changes from batch to batch",
    ]
    for (flag, meaning) in others.sorted(by: { $0.key < $1.key }) where list.has(flag) {
      list.report("'\(flag)' asks for \(meaning), which plans cannot describe")
    }
  }

  // MARK: The job

  mutating func job(_ strategy: Strategy) -> TrainingJob {
    let perStep = strategy.dataParallelSize * strategy.microBatchSize
    return TrainingJob(
      globalBatchSize: list.integer("--global-batch-size", in: 1...JobFile.batchLimit) ?? perStep,
      sequenceLength: list.required(
        "--seq-length", in: 1...JobFile.lengthLimit, "the tokens of a sample"),
      precision: precision(), optimizer: optimizer(),
      attention: usesUnfusedAttention ? .unfused : .fused,
      vocabularyDivisor: list.integer("--make-vocab-size-divisible-by", in: 1...(1 << 20)) ?? 128)
  }

  private var usesUnfusedAttention: Bool {
    mutating get {
      let kernels = ["flash", "fused", "unfused", "local", "auto"]
      let backend = list.word("--attention-backend", of: kernels)
      return backend == "unfused" || backend == "local"
    }
  }

  private mutating func precision() -> Precision {
    let (bf16, fp16) = (list.has("--bf16"), list.has("--fp16"))
    if bf16, fp16 { list.report("'--bf16' and '--fp16' exclude each other") }
    if list.word("--fp8-format", of: ["e4m3", "hybrid"]) != nil { return .float8 }
    return bf16 ? .bfloat16 : fp16 ? .float16 : .float32
  }

  private mutating func optimizer() -> Optimizer {
    let momentum = list.number("--sgd-momentum", in: 0...1) ?? 0.9
    switch list.word("--optimizer", of: ["adam", "sgd"]) {
    case "sgd": return momentum == 0 ? .sgd : .sgdMomentum
    default: return .adam
    }
  }

  // MARK: The strategy

  /// Beyond any run; products of it with a batch fit an `Int`.
  private static let mostRanks = 1 << 24

  mutating func strategy(worldSize: Int, _ family: TransformerFamily) -> Strategy {
    let sizes = 1...Strategy.largestSize
    var strategy = Strategy(
      tensorParallelSize: list.integer("--tensor-model-parallel-size", in: sizes) ?? 1,
      pipelineParallelSize: list.integer("--pipeline-model-parallel-size", in: sizes) ?? 1,
      contextParallelSize: list.integer("--context-parallel-size", in: sizes) ?? 1,
      microBatchSize: list.required("--micro-batch-size", in: sizes, "samples per microbatch"))
    for (flag, size) in [
      ("--tensor-parallel-num-weight-shards", strategy.tensorParallelSize),
      ("--expert-tensor-parallel-num-weight-shards", expertTensorParallelSize(strategy)),
    ] {
      if let shards = list.integer(flag, in: sizes), shards != size {
        list.report("'\(flag) \(shards)' asks for weight shards, which plans cannot describe")
      }
    }
    let modelRanks =
      strategy.tensorParallelSize * strategy.pipelineParallelSize * strategy.contextParallelSize
    if worldSize < 1 || worldSize > Self.mostRanks {
      list.report("a run has 1 to \(Self.mostRanks) ranks, found \(worldSize)")
      return strategy
    }
    if worldSize % modelRanks != 0 {
      list.report(
        "\(worldSize) ranks are no multiple of \(modelRanks), the product of tensor, pipeline and "
          + "context parallelism")
    }
    strategy.dataParallelSize = max(1, worldSize / modelRanks)
    let kinds = ["p2p", "a2a", "allgather", "a2a+p2p"]
    let kind = list.word("--cp-comm-type", of: kinds) ?? "p2p"
    if strategy.contextParallelSize > 1 {
      strategy.contextParallelKind = kind == "a2a" ? .ulysses : .ring
      if kind == "allgather" || kind == "a2a+p2p" {
        notes.append("context parallelism by '\(kind)' is read as a ring")
      }
    }
    if list.has("--sequence-parallel") {
      if strategy.tensorParallelSize > 1 {
        strategy.sequenceParallel = true
      } else {
        notes.append(
          "sequence parallelism needs tensor parallelism and is off, as in Megatron-LM")
      }
    }
    readExperts(&strategy, family)
    readChunks(&strategy, layers: family.layers)
    strategy.recomputation = recomputation()
    readSharding(&strategy)
    return strategy
  }

  private mutating func readExperts(_ strategy: inout Strategy, _ family: TransformerFamily) {
    let sizes = 1...Strategy.largestSize
    let expertParallel = list.integer("--expert-model-parallel-size", in: sizes) ?? 1
    guard family.experts != nil else {
      if expertParallel > 1 {
        list.report("'--expert-model-parallel-size \(expertParallel)' needs --num-experts")
      }
      return
    }
    strategy.expertParallelSize = expertParallel
    strategy.expertTensorParallelSize = expertTensorParallelSize(strategy)
  }

  /// Megatron-LM's default is the tensor-parallel size, not 1.
  private mutating func expertTensorParallelSize(_ strategy: Strategy) -> Int {
    list.integer("--expert-tensor-parallel-size", in: 1...Strategy.largestSize)
      ?? strategy.tensorParallelSize
  }

  private mutating func recomputation() -> Recomputation {
    let isSelective = list.has("--recompute-activations")
    let granularity =
      list.word("--recompute-granularity", of: ["full", "selective"])
      ?? (isSelective ? "selective" : nil)
    let method = list.word("--recompute-method", of: ["uniform", "block"])
    let layers = list.integer("--recompute-num-layers", in: 1...ModelLimits.layers)
    switch granularity {
    case nil: return .none
    case "full":
      if method == "block" { return .full(layersPerChunk: layers ?? 1) }
      if method == nil { list.report("'--recompute-granularity full' needs --recompute-method") }
      if let layers, layers > 1 {
        notes.append("recomputation of \(layers) layers at a time is read as layer by layer")
      }
      return .full()
    default:
      _ = list.has("--recompute-modules")
      if usesUnfusedAttention { return .selective }
      notes.append(
        "selective recomputation is left out: fused attention keeps nothing that it would free")
      return .none
    }
  }

  private mutating func readSharding(_ strategy: inout Strategy) {
    let words = ["no_shard", "optim", "optim_grads", "optim_grads_params"]
    let sharding = list.word("--data-parallel-sharding-strategy", of: words)
    let isDistributed = list.has("--use-distributed-optimizer")
    if list.has("--use-torch-fsdp2") {
      strategy.zeroStage = .parameters
    } else if list.has("--use-megatron-fsdp") {
      let stage = words.firstIndex(of: sharding ?? "no_shard") ?? 0
      strategy.zeroStage = ZeROStage(rawValue: stage) ?? .none
    } else {
      strategy.zeroStage = isDistributed ? .optimizer : .none
    }
    let reduces = list.has("--overlap-grad-reduce")
    let gathers = list.has("--overlap-param-gather")
    if gathers, !reduces { list.report("'--overlap-param-gather' needs --overlap-grad-reduce") }
    let interleaves = strategy.virtualPipelineSize > 1
    strategy.overlap = Overlap(
      gradientReduction: reduces,
      // Without sharding there is nothing to gather, and the choice keeps its default.
      parameterGather: strategy.zeroStage == .none ? Overlap().parameterGather : gathers,
      tensorParallel: list.has("--tp-comm-overlap"),
      pipelineTransfers: list.has("--no-overlap-p2p-communication") ? false : interleaves)
    if strategy.pipelineParallelSize == 1 { strategy.overlap.pipelineTransfers = false }
  }
}
