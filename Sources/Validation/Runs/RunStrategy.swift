import ClusterTopology
import ModelDescription
import Quantities
import StrategySpace

extension RunInterpreter {
  /// The mesh: the degrees that the columns state, the data-parallel size from what remains of the
  /// devices.
  func degrees(
    of run: MeasuredRun, _ cluster: Cluster, _ dialect: ShardingDialect,
    _ assumptions: inout Assumptions
  ) throws(SkippedRun) -> Strategy {
    let stated = run.strategy
    func degree(_ size: Int?, _ column: String) -> Int {
      if size == nil { assumptions.note("\(column) blank: 1") }
      return size ?? 1
    }
    if stated.tensorParallelSize == nil, stated.pipelineParallelSize == nil,
      stated.dataParallelSize == nil, !stated.sharesParameters
    {
      throw SkippedRun("the parallel degrees are not stated")
    }
    let tensor = degree(stated.tensorParallelSize, "tp")
    let pipeline = degree(stated.pipelineParallelSize, "pp")
    let context = degree(stated.contextParallelSize, "cp")
    let virtual = degree(stated.virtualPipelineSize, "vp")
    let devices = cluster.deviceCount
    let model = tensor.multipliedReportingOverflow(by: pipeline).partialValue
      .multipliedReportingOverflow(by: context).partialValue
    guard model > 0, devices % model == 0 else {
      throw SkippedRun("tp \(tensor), pp \(pipeline), cp \(context) do not fill \(devices) devices")
    }
    let data = devices / model
    if let published = stated.dataParallelSize, published != data {
      assumptions.note("dp \(published) does not fill \(devices) devices: \(data)")
    }
    if stated.sharding.contains("HSDP") || stated.sharding.contains(" group of ")
      || stated.sharding.contains("DP across") || stated.sharding.contains("x DP")
      || stated.sharding.contains("FSDP+DP")
    {
      assumptions.note("'\(stated.sharding)' is taken as sharded over all data-parallel ranks")
    }
    let splitsSequence = stated.sequenceParallel ?? (tensor > 1)
    if stated.sequenceParallel == nil, tensor > 1 { assumptions.note("sp blank: true") }
    return Strategy(
      dataParallelSize: data, tensorParallelSize: tensor, pipelineParallelSize: pipeline,
      virtualPipelineSize: pipeline > 1 ? virtual : 1, contextParallelSize: context,
      expertParallelSize: run.model.experts == nil ? 1 : stated.expertParallelSize ?? 1,
      sequenceParallel: splitsSequence && tensor > 1,
      zeroStage: data * context > 1 ? dialect.zeroStage : .none,
      microBatchSize: stated.microBatchSize ?? 1
    ).scheduled(
      pipeline > 1 && virtual > 1 ? .interleaved : .oneForwardOneBackward, within: Overlap())
  }

  func globalBatch(
    of stated: MeasuredRun.StatedStrategy, _ strategy: inout Strategy,
    _ assumptions: inout Assumptions
  ) throws(SkippedRun) -> Int {
    guard let batch = stated.globalBatchSize else {
      guard let micro = stated.microBatchSize, strategy.pipelineParallelSize == 1 else {
        throw SkippedRun("the batch size is not stated")
      }
      assumptions.note("global_batch blank: one microbatch per rank")
      return micro * strategy.dataParallelSize
    }
    if stated.microBatchSize == nil { assumptions.note("micro_batch blank: 1") }
    if strategy.microbatchCount(globalBatchSize: batch) == 0 {
      throw SkippedRun(
        "\(batch) sequences do not divide into microbatches of \(strategy.microBatchSize) on "
          + "\(strategy.dataParallelSize) data-parallel ranks")
    }
    return batch
  }

  func precision(
    of stated: MeasuredRun.StatedStrategy, on device: Device, _ dialect: ShardingDialect,
    _ assumptions: inout Assumptions
  ) throws(SkippedRun) -> Precision {
    let words = stated.precision
    let precision: Precision
    var isAmbiguous = false
    let usual: Precision = device.peak(.bfloat16) == nil ? .float16 : .bfloat16
    switch words.lowercased() {
    case let words where words.contains("bf16") && words.contains("fp16"):
      precision = .bfloat16
      isAmbiguous = true
      assumptions.note("precision '\(words)': bf16")
    case let words where words.hasPrefix("bf16") || words.contains("bfloat16"):
      precision = .bfloat16
    case let words where words.hasPrefix("fp16") || words.contains("float16"):
      precision = .float16
    case let words where words.contains("fp4"): precision = .blockFloat4
    case let words where words.contains("fp8"): precision = .float8
    case let words where words.hasPrefix("fp32") || words.hasPrefix("tf32"): precision = .float32
    case "":
      precision = usual
      assumptions.note("precision blank: \(usual.name)")
    default: throw SkippedRun("precision '\(words)' is not modelled")
    }
    var habitual = dialect.habitual(precision)
    habitual.keepsComputedGradients =
      precision == .bfloat16 && !isAmbiguous && stated.namesDeepSpeed
    return habitual
  }

  /// Selective recomputation exists for the matrices that only unfused attention keeps; fused
  /// attention needs hardware that FlashAttention-2 supports, tensor cores with BF16.
  func attention(
    of stated: MeasuredRun.StatedStrategy, on cluster: Cluster, _ assumptions: inout Assumptions
  ) -> AttentionKernel {
    let words = stated.attentionKernel.lowercased()
    if words.hasPrefix("unfused") { return .unfused }
    if words == "flash" {
      assumptions.note("attention_kernel 'flash' without a version: the first")
      return .firstFused
    }
    if !words.isEmpty { return .fused }
    let isSelective = stated.recomputation.hasPrefix("selective")
    let lacksFusion = cluster.groups[0].node.device.peak(.bfloat16) == nil
    let isOld = stated.precision == "fp16"
    let kernel: AttentionKernel = isSelective || lacksFusion || isOld ? .unfused : .fused
    assumptions.note("attention_kernel blank: \(kernel.rawValue)")
    return kernel
  }

  /// What a run computes again; `nil` where the columns leave it open.
  func recomputation(
    of run: MeasuredRun, _ job: TrainingJob, _ assumptions: inout Assumptions
  ) -> Recomputation? {
    let words = run.strategy.recomputation.lowercased()
    switch words {
    case "": return nil
    case let words where words.hasPrefix("none"): return Recomputation.none
    case let words where words.contains("norm") && words.contains("act"):
      assumptions.note("recompute '\(words)': cheap operators, taken as none")
      return Recomputation.none
    case let words where words.hasPrefix("full"): return .full()
    case let words where words.hasPrefix("selective") && words.contains("layer"):
      assumptions.note("recompute '\(words)': how many layers is not stated")
      return nil
    case let words where words.hasPrefix("selective"):
      if job.attention.keepsScores || job.framework.selectsOperators { return .selective }
      assumptions.note("recompute '\(words)': fused attention keeps nothing to recompute")
      return Recomputation.none
    default:
      assumptions.note("recompute '\(words)' is not modelled: as if it were blank")
      return nil
    }
  }
}

extension MeasuredRun.StatedStrategy {
  /// Whether a column names DeepSpeed, not ZeRO alone, which others do as well.
  fileprivate var namesDeepSpeed: Bool {
    (sharding + " " + attentionKernel).lowercased().contains("deepspeed")
  }

  /// Whether the words for sharding say that all ranks share out the parameters, which leaves no other
  /// degree open.
  fileprivate var sharesParameters: Bool { ShardingDialect(sharding).zeroStage == .parameters }
}
