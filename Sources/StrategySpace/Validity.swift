public import ClusterTopology
import ModelDescription

extension Strategy {
  /// The first rule that the strategy breaks for a model, or `nil` when it can run on enough
  /// devices.
  ///
  /// Rules are those of Megatron-LM and DeepSpeed where they agree. Memory is not judged here: it
  /// needs costs.
  public func violation(for model: ModelTraits) -> Violation? {
    if !stages.isEmpty {
      return stageViolation
        ?? stages.indices.lazy.compactMap { onStage($0).violation(for: model) }.first
    }
    return sizeViolation ?? batchViolation(model) ?? tensorViolation(model) ?? contextViolation(
      model)
      ?? expertViolation(model) ?? pipelineViolation(model) ?? recomputationViolation(model)
  }

  /// The first rule that a placement of the strategy breaks.
  public func violation(on placement: Placement, of cluster: Cluster) -> Violation? {
    let devices = placement.segments.reduce(0) { $0 + $1.deviceCount(in: cluster) }
    if rankCount != devices { return .ranks(self, devices: devices) }
    if !stages.isEmpty, placement.rankOrder != .pipelineOutermost {
      return .unequalStagesInterleaved(placement.rankOrder)
    }
    let expertBlock = expertTensorParallelSize * expertParallelSize
    let tensorContext = tensorParallelSize * contextParallelSize
    // With one stage both orders are the same.
    if placement.rankOrder == .dataOutermost, pipelineParallelSize > 1, expertBlock > 1,
      expertBlock != tensorContext
    {
      return .expertRankOrder(expertBlock: expertBlock, tensorContext: tensorContext)
    }
    let used = Set(placement.segments.map(\.group)).sorted()
    let nodes = placement.segments.reduce(0) { $0 + $1.nodes }
    if nodes > 1, cluster.network(joining: used) == nil {
      return .noNetwork(groups: used.map { cluster.groups[$0].name })
    }
    return nil
  }

  private var sizeViolation: Violation? {
    let sizes = [
      ("data_parallel_size", dataParallelSize), ("tensor_parallel_size", tensorParallelSize),
      ("pipeline_parallel_size", pipelineParallelSize),
      ("virtual_pipeline_size", virtualPipelineSize),
      ("context_parallel_size", contextParallelSize),
      ("expert_parallel_size", expertParallelSize),
      ("expert_tensor_parallel_size", expertTensorParallelSize),
      ("micro_batch_size", microBatchSize),
    ]
    for (name, size) in sizes where size < 1 || size > Self.largestSize {
      return .size(name: name, size)
    }
    return nil
  }

  /// The largest degree: above any cluster, and products of four of them still fit an `Int`.
  public static let largestSize = 1 << 15

  private func batchViolation(_ model: ModelTraits) -> Violation? {
    microbatchCount(globalBatchSize: model.globalBatchSize) > 0
      ? nil
      : .batch(
        dataParallel: dataParallelSize, microBatch: microBatchSize,
        globalBatch: model.globalBatchSize)
  }

  private func tensorViolation(_ model: ModelTraits) -> Violation? {
    let t = tensorParallelSize
    if sequenceParallel, t == 1 { return .sequenceParallelAlone }
    guard t > 1 else { return nil }
    if !model.hasTensorSplits { return .nothingToSplit(tensorParallel: t) }
    for heads in model.heads {
      if heads.queries % t != 0 { return .heads(heads.queries, tensorParallel: t) }
      if heads.keyValues % t != 0 && t % heads.keyValues != 0 {
        return .keyValueHeads(heads.keyValues, tensorParallel: t)
      }
    }
    let divisor = t * contextParallelSize
    if sequenceParallel, let length = model.sequenceLengths.first(where: { $0 % divisor != 0 }) {
      return .sequenceParallelLength(length, divisor: divisor)
    }
    return nil
  }

  private func contextViolation(_ model: ModelTraits) -> Violation? {
    let c = contextParallelSize
    guard c > 1 else { return nil }
    if model.sequenceLengths.isEmpty { return .contextWithoutAttention(contextParallel: c) }
    if !model.isDivisibleBySequence { return .contextOfDependentRows(contextParallel: c) }
    // Each rank takes one part from the front and one from the back, so that causal work is equal.
    if let length = model.sequenceLengths.first(where: { $0 % (2 * c) != 0 }) {
      return .contextLength(length, contextParallel: c)
    }
    if contextParallelKind == .ulysses {
      let divisor = c * tensorParallelSize
      for heads in model.heads where heads.queries % divisor != 0 {
        return .ulyssesHeads(heads.queries, divisor: divisor)
      }
    }
    return nil
  }

  private func expertViolation(_ model: ModelTraits) -> Violation? {
    let e = expertParallelSize
    guard model.expertCount > 0 else {
      return e > 1 || expertTensorParallelSize > 1
        ? .noExperts(expertParallel: e, expertTensorParallel: expertTensorParallelSize) : nil
    }
    if model.expertCount % e != 0 { return .experts(model.expertCount, expertParallel: e) }
    if expertTensorParallelSize != 1 && expertTensorParallelSize != tensorParallelSize {
      return .expertTensorParallel(expertTensorParallelSize, tensorParallel: tensorParallelSize)
    }
    let block = e * expertTensorParallelSize
    if stageRankCount % block != 0 {
      return .expertRanks(block: block, stageRanks: stageRankCount)
    }
    if tensorParallelSize > 1, !sequenceParallel {
      return .expertsNeedSequenceParallel(tensorParallel: tensorParallelSize)
    }
    return nil
  }

  private func pipelineViolation(_ model: ModelTraits) -> Violation? {
    let p = pipelineParallelSize
    let v = virtualPipelineSize
    if p > max(1, model.blockCount) { return .stages(p, layers: model.blockCount) }
    if schedule.chunksPerStage == nil {
      if v < 2 || p < 2 { return .interleavingDegrees(stages: p, chunks: v) }
    } else if schedule == .dualPipe {
      return .limit("dualpipe holds every layer twice, which plans cannot describe")
    } else if let chunks = schedule.chunksPerStage, v != chunks {
      return .interleavingSchedule(schedule, chunks: v)
    } else if schedule.chunkLayout == .vShaped, p < 2 {
      return .interleavingDegrees(stages: p, chunks: v)
    }
    guard v > 1 else { return nil }
    if p * v > model.blockCount {
      return .interleavingLayers(chunks: p * v, layers: model.blockCount)
    }
    let microbatches = microbatchCount(globalBatchSize: model.globalBatchSize)
    return microbatches % p == 0 ? nil : .interleavingMicrobatches(microbatches, stages: p)
  }

  private func recomputationViolation(_ model: ModelTraits) -> Violation? {
    if recomputation == .selective, !model.selectsOperators,
      model.heads.isEmpty || !model.attention.keepsScores
    {
      return .selectiveWithoutMatrix(hasAttention: !model.heads.isEmpty)
    }
    if case .full(let layers?) = recomputation, layers < 1 || layers > max(1, model.blockCount) {
      return .recomputedLayers(layers, layers: model.blockCount)
    }
    return nil
  }
}
