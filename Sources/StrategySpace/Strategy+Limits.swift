extension Strategy {
  /// The one strategy that limits fix, with defaults for what they leave open.
  public init(fixedBy limits: StrategyLimits, _ model: ModelTraits, devices: Int) {
    func least(_ limit: SizeLimit) -> Int { limit.values?.first ?? limit.range.lowerBound }
    let tensor = least(limits.tensorParallelSize)
    let pipeline = least(limits.pipelineParallelSize)
    let context = least(limits.contextParallelSize)
    let virtual = least(limits.virtualPipelineSize)
    let usual = StrategyLimits()
    // Sizes are bounded so that products of four fit.
    let replicas = max(1, devices / (tensor * pipeline * context))
    self.init(
      dataParallelSize: limits.dataParallelSize.values?.first ?? replicas,
      tensorParallelSize: tensor, pipelineParallelSize: pipeline, virtualPipelineSize: virtual,
      contextParallelSize: context,
      contextParallelKind: limits.contextParallelKinds.first ?? .ring,
      expertParallelSize: least(limits.expertParallelSize),
      expertTensorParallelSize: least(limits.expertTensorParallelSize),
      zeroStage: limits.zeroStages?.first ?? .none,
      microBatchSize: least(limits.microBatchSize),
      recomputation: limits.recomputations.first ?? .none,
      overlap: limits.overlap)
    let named = limits.schedules == usual.schedules ? nil : limits.schedules.first
    let usualSchedule: PipelineSchedule = virtual > 1 ? .interleaved : .oneForwardOneBackward
    let schedule = pipeline > 1 ? named ?? usualSchedule : usualSchedule
    self = scheduled(schedule, within: limits.overlap)
    if limits.virtualPipelineSize.values == nil, let chunks = schedule.chunksPerStage {
      virtualPipelineSize = chunks
    }
    if let fixed = limits.sequenceParallel {
      sequenceParallel = fixed
    } else if tensor > 1, !model.sequenceLengths.isEmpty {
      var split = self
      split.sequenceParallel = true
      if split.violation(for: model) == nil { sequenceParallel = true }
    }
  }
}
