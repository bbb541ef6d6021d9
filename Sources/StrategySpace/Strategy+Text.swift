extension Recomputation: CustomStringConvertible, LosslessStringConvertible {
  /// `none`, `selective`, `full`, or `full:4` for four layers of each chunk.
  public var description: String {
    switch self {
    case .none: "none"
    case .selective: "selective"
    case .full(nil): "full"
    case .full(let layers?): "full:\(layers)"
    }
  }

  public init?(_ description: String) {
    switch description {
    case "none": self = .none
    case "selective": self = .selective
    case "full": self = .full()
    default:
      guard description.hasPrefix("full:"), let layers = Int(description.dropFirst(5)), layers > 0
      else { return nil }
      self = .full(layersPerChunk: layers)
    }
  }
}

extension Strategy: CustomStringConvertible {
  /// The degrees in short form, ones left out: `dp8 tp4 pp2 mbs1 zero1 full`.
  public var description: String {
    var parts = stages.isEmpty ? ["dp\(dataParallelSize)"] : stageParts
    if stages.isEmpty, tensorParallelSize > 1 { parts.append("tp\(tensorParallelSize)") }
    if sequenceParallel { parts.append("sp") }
    if pipelineParallelSize > 1 { parts.append("pp\(pipelineParallelSize)") }
    if virtualPipelineSize > 1 { parts.append("vp\(virtualPipelineSize)") }
    if contextParallelSize > 1 {
      parts.append("cp\(contextParallelSize)")
      if contextParallelKind == .ulysses { parts.append("ulysses") }
    }
    if expertParallelSize > 1 { parts.append("ep\(expertParallelSize)") }
    if expertTensorParallelSize > 1 { parts.append("etp\(expertTensorParallelSize)") }
    if zeroStage > .none { parts.append("zero\(zeroStage.rawValue)") }
    if stages.isEmpty { parts.append("mbs\(microBatchSize)") }
    if recomputation != .none { parts.append("recompute-\(recomputation)") }
    if pipelineParallelSize > 1 { parts.append(schedule.rawValue) }
    return parts.joined(separator: " ")
  }

  /// Runs of equal stages: `2×(dp8 tp4 mbs1)`.
  private var stageParts: [String] {
    var runs: [(degrees: StageDegrees, count: Int)] = []
    for degrees in stages {
      if degrees == runs.last?.degrees {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((degrees, 1))
      }
    }
    return runs.map { "\($0.count)×(\($0.degrees))" }
  }
}

extension StageDegrees: CustomStringConvertible {
  /// `dp8 tp4 mbs1`.
  public var description: String {
    "dp\(dataParallelSize) tp\(tensorParallelSize) mbs\(microBatchSize)"
  }
}
