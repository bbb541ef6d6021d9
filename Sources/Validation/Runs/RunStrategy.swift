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
      stated.dataParallelSize == nil
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
    _ words: String, _ dialect: ShardingDialect, _ assumptions: inout Assumptions
  ) throws(SkippedRun) -> Precision {
    let precision: Precision
    switch words.lowercased() {
    case let words where words.hasPrefix("bf16"): precision = .bfloat16
    case let words where words.hasPrefix("fp16"): precision = .float16
    case let words where words.contains("fp8") || words.contains("fp4"): precision = .float8
    case "": throw SkippedRun("the precision is not stated")
    default: throw SkippedRun("precision '\(words)' is not modelled")
    }
    if words.lowercased().contains("fp4") {
      assumptions.note("precision '\(words)': computed in fp8")
    }
    if words.contains("not stated") { assumptions.note("precision '\(words)': bf16") }
    return dialect.habitual(precision)
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

  func recomputation(
    of run: MeasuredRun, _ family: TransformerFamily, _ strategy: Strategy,
    _ job: TrainingJob, _ assumptions: inout Assumptions
  ) -> Recomputation {
    let words = run.strategy.recomputation.lowercased()
    switch words {
    case "":
      return .none
    case let words where words.hasPrefix("none"): return .none
    case let words where words.contains("norm") && words.contains("act"):
      assumptions.note("recompute '\(words)': cheap operators, taken as none")
      return .none
    case let words where words.hasPrefix("full"): return .full()
    case "selective", "selective (attention)":
      if job.attention.keepsScores { return .selective }
      assumptions.note("recompute '\(words)': fused attention keeps nothing to recompute")
      return .none
    case "selective (op)", "selective (per-op)", "selective (layer)":
      // Where utilisations with and without recomputation are published, a forward pass computed
      // again is a third of the other work; else every second product, or layer, is.
      var part = 0.5
      if let model = run.value(of: "mfu"), let hardware = run.value(of: "hfu"), hardware > model {
        part = min(1, 3 * (hardware / model - 1))
      }
      let layers = max(1, Int((Double(family.layers / strategy.chunkCount) * part).rounded()))
      assumptions.note("recompute '\(words)': taken as \(layers) layers of each chunk")
      return .full(layersPerChunk: layers)
    default:
      assumptions.note("recompute '\(words)' is not modelled: none")
      return .none
    }
  }
}
