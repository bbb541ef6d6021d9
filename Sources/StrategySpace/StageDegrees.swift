/// How one stage of a pipeline of unequal stages is divided.
///
/// All stages work on the same microbatch of the pipeline, `dataParallelSize · microBatchSize`
/// samples: a stage with more replicas gives each of them fewer samples.
public struct StageDegrees: Hashable, Sendable {
  public var tensorParallelSize: Int
  public var dataParallelSize: Int
  /// Samples per microbatch on one replica of the stage.
  public var microBatchSize: Int

  public init(tensorParallelSize: Int, dataParallelSize: Int, microBatchSize: Int) {
    self.tensorParallelSize = tensorParallelSize
    self.dataParallelSize = dataParallelSize
    self.microBatchSize = microBatchSize
  }

  /// Samples of one microbatch of the whole pipeline.
  public var samples: Int { dataParallelSize * microBatchSize }
}

extension Strategy {
  /// The strategy with stages of the given degrees; equal ones become a uniform strategy.
  public func withStages(_ stages: [StageDegrees]) -> Strategy {
    guard let first = stages.first else { return self }
    var strategy = self
    strategy.pipelineParallelSize = stages.count
    strategy.adopt(first)
    strategy.stages = stages.allSatisfy { $0 == first } ? [] : stages
    return strategy
  }

  /// The strategy as one of its stages sees it: with that stage's degrees, as if all were like it.
  public func onStage(_ stage: Int) -> Strategy {
    guard stages.indices.contains(stage) else { return self }
    var strategy = self
    strategy.adopt(stages[stage])
    strategy.sequenceParallel = sequenceParallel && strategy.tensorParallelSize > 1
    strategy.stages = []
    return strategy
  }

  private mutating func adopt(_ degrees: StageDegrees) {
    tensorParallelSize = degrees.tensorParallelSize
    dataParallelSize = degrees.dataParallelSize
    microBatchSize = degrees.microBatchSize
  }

  /// The first rank of a stage where stages follow each other; behind the last, all ranks.
  public func firstRank(ofStage stage: Int) -> Int {
    guard !stages.isEmpty else { return stage * stageRankCount }
    return stages.prefix(stage).reduce(0) {
      $0 + $1.dataParallelSize * $1.tensorParallelSize * contextParallelSize
    }
  }

  /// What is wrong with unequal stages as such; each stage's own degrees are checked besides.
  var stageViolation: Violation? {
    guard let first = stages.first else { return nil }
    if stages.count != pipelineParallelSize {
      return .stageCount(stages.count, stages: pipelineParallelSize)
    }
    let own = StageDegrees(
      tensorParallelSize: tensorParallelSize, dataParallelSize: dataParallelSize,
      microBatchSize: microBatchSize)
    if own != first { return .firstStage(first, strategy: own) }
    if let other = stages.firstIndex(where: { $0.samples != first.samples }) {
      return .stageSamples(stage: other, stages[other].samples, first: first.samples)
    }
    if ![.gpipe, .oneForwardOneBackward, .earlyBackward].contains(schedule) {
      return .unequalStages(schedule)
    }
    return nil
  }
}
