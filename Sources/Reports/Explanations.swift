/// Where each part of a report comes from, in a line: the sections of the cost model's guide.
extension BreakdownSummary {
  static func explanation(of part: String) -> String {
    switch part {
    case "compute":
      "kernels: FLOPs / (peak × efficiency) or bytes / bandwidth, recomputation included"
    case "tensor parallel":
      "all-gathers and reduce-scatters around split layers, S·(n−1)/n / B each"
    case "context parallel":
      "keys and values around the ring, or all-to-alls, not hidden by attention"
    case "expert parallel": "all-to-alls of routed tokens, times the load imbalance"
    case "pipeline transfers":
      "activations and gradients between stages, S / B, not hidden by compute"
    case "data parallel":
      "gradients reduced and parameters gathered, 2·S·(n−1)/n / B, not hidden by passes"
    case "optimizer": "bytes of states read and written / memory bandwidth"
    case "bubble": "waiting for other stages, from the simulated schedule"
    default: ""
    }
  }
}

extension MemorySummary {
  static func explanation(of part: String) -> String {
    switch part {
    case "weights":
      "bytes per parameter of the precision, divided by tp and pp, by ZeRO 3 over replicas"
    case "gradients": "bytes per parameter of the precision, by ZeRO 2 over replicas"
    case "optimizer states": "bytes per parameter of the optimizer, by ZeRO 1 over replicas"
    case "activations":
      "what operators save for the backward pass × microbatches in flight, simulated"
    case "working": "largest gradient of an activation, recomputed layer, gathered layers"
    default: ""
    }
  }
}

extension StrategySummary {
  /// The strategy in words, for those who do not read `dp16 tp2 pp2`.
  var words: String {
    var parts: [String] = []
    func add(_ size: Int, _ text: String) { if size > 1 { parts.append("\(size)\(text)") } }
    add(dataParallelSize, "-way data parallel")
    add(
      tensorParallelSize,
      "-way tensor parallel" + (sequenceParallel ? " with sequence parallelism" : ""))
    add(contextParallelSize, "-way context parallel (\(contextParallelKind))")
    add(expertParallelSize, "-way expert parallel")
    add(pipelineParallelSize, " pipeline stages on the \(schedule) schedule")
    add(virtualPipelineSize, " chunks of layers per stage")
    if zeroStage > 0 { parts.append("ZeRO stage \(zeroStage)") }
    parts.append("microbatches of \(microBatchSize)")
    parts.append(recomputation == "none" ? "no recomputation" : "\(recomputation) recomputation")
    return parts.joined(separator: ", ") + " (\(label))"
  }
}
