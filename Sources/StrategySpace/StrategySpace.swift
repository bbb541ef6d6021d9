/// All uniform strategies of a job on a number of devices: every rank takes part, every stage has
/// the same degrees.
public struct StrategySpace: Sendable {
  public let model: ModelTraits
  public let limits: StrategyLimits
  public let deviceCount: Int

  public init(_ model: ModelTraits, on deviceCount: Int, within limits: StrategyLimits) {
    self.model = model
    self.limits = limits
    self.deviceCount = deviceCount
  }

  /// The meshes: degrees and microbatch, with the free choices (schedule, ZeRO stage,
  /// recomputation) at their defaults.
  ///
  /// In a fixed order, from small tensor, pipeline and context degrees to large.
  public func forEachMesh(_ body: (Strategy) -> Void) {
    for t in limits.tensorParallelSize.divisors(of: deviceCount) {
      for p in limits.pipelineParallelSize.divisors(of: deviceCount / t) {
        for c in limits.contextParallelSize.divisors(of: deviceCount / t / p) {
          let d = deviceCount / t / p / c
          guard limits.dataParallelSize.contains(d) else { continue }
          let mesh = Strategy(
            dataParallelSize: d, tensorParallelSize: t, pipelineParallelSize: p,
            contextParallelSize: c, overlap: limits.overlap)
          for degrees in expertDegrees(of: mesh) { forEachMicroBatch(of: degrees, body) }
        }
      }
    }
  }

  /// The strategies of a mesh that differ in schedule and virtual stages.
  public func schedules(of mesh: Strategy) -> [Strategy] {
    var strategies: [Strategy] = []
    // Without a pipeline nothing is scheduled: every microbatch goes forward and backward at once.
    if mesh.pipelineParallelSize == 1 {
      let strategy = mesh.scheduled(.oneForwardOneBackward, within: limits.overlap)
      return limits.virtualPipelineSize.contains(1) ? [strategy] : []
    }
    for schedule in limits.schedules {
      var strategy = mesh.scheduled(schedule, within: limits.overlap)
      if schedule.chunksPerStage == 1 {
        if limits.virtualPipelineSize.contains(1) { strategies.append(strategy) }
        continue
      }
      if let chunks = schedule.chunksPerStage {
        strategy.virtualPipelineSize = chunks
        if limits.virtualPipelineSize.contains(chunks) { strategies.append(strategy) }
        continue
      }
      for v in virtualSizes(stages: mesh.pipelineParallelSize) {
        strategy.virtualPipelineSize = v
        strategies.append(strategy)
      }
    }
    return strategies
  }

  private func expertDegrees(of mesh: Strategy) -> [Strategy] {
    guard model.expertCount > 0 else {
      return limits.expertParallelSize.contains(1) && limits.expertTensorParallelSize.contains(1)
        ? [mesh] : []
    }
    var variants: [Strategy] = []
    for e in limits.expertParallelSize.divisors(of: model.expertCount) {
      for et in Set([1, mesh.tensorParallelSize]).sorted()
      where limits.expertTensorParallelSize.contains(et) && mesh.stageRankCount % (e * et) == 0 {
        var variant = mesh
        variant.expertParallelSize = e
        variant.expertTensorParallelSize = et
        variants.append(variant)
      }
    }
    return variants
  }

  private func forEachMicroBatch(of mesh: Strategy, _ body: (Strategy) -> Void) {
    guard model.globalBatchSize % mesh.dataParallelSize == 0 else { return }
    let perRank = model.globalBatchSize / mesh.dataParallelSize
    for size in limits.microBatchSize.divisors(of: perRank) {
      var strategy = mesh
      strategy.microBatchSize = size
      for kind in limits.contextParallelKinds {
        // Without context parallelism its kinds are the same: keep the first.
        if mesh.contextParallelSize == 1 && kind != limits.contextParallelKinds.first { continue }
        strategy.contextParallelKind = mesh.contextParallelSize == 1 ? .ring : kind
        for sequence in sequenceChoices(of: strategy) {
          strategy.sequenceParallel = sequence
          body(strategy)
        }
      }
    }
  }

  private func sequenceChoices(of mesh: Strategy) -> [Bool] {
    if let fixed = limits.sequenceParallel { return [fixed && mesh.tensorParallelSize > 1] }
    guard mesh.tensorParallelSize > 1, !model.sequenceLengths.isEmpty else { return [false] }
    var strategy = mesh
    strategy.sequenceParallel = true
    return [strategy.violation(for: model) == nil]
  }

  /// Virtual sizes that divide the layers evenly, counting embedding and output layer as layers or
  /// not.
  private func virtualSizes(stages: Int) -> [Int] {
    guard model.blockCount >= 2 * stages else { return [] }
    return (2...(model.blockCount / stages)).filter { v in
      limits.virtualPipelineSize.contains(v)
        && (model.blockCount % (stages * v) == 0 || (model.blockCount + 2) % (stages * v) == 0)
    }
  }
}
