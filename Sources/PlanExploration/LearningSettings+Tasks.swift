public import ReinforcementLearning

extension LearningSettings {
  /// For partitioning: small networks, since a program has few decisions.
  ///
  /// As published, but for the discount where rewards are times saved: these add up to the whole.
  public static func partitioning(
    _ task: PartitioningTask, episodes: Int, seed: UInt64
  ) -> LearningSettings {
    var settings = LearningSettings()
    settings.discount = task.reward == .time ? 1 : 0.6
    settings.exploration = .init(
      actions: max(1, episodes * max(1, task.problem.decisions.count) / 2))
    settings.seed = seed
    return settings
  }

  /// For pipelines: the only reward comes at the end, so it is taken back over the whole episode.
  public static func pipelineCuts(
    _ task: PipelineCuts, episodes: Int, seed: UInt64
  ) -> LearningSettings {
    let steps = 2 * (task.stageCount - 1)
    var settings = LearningSettings()
    settings.learningRate = 1e-3
    settings.discount = 1
    settings.horizon = steps
    settings.exploration = .init(last: 0.25, actions: max(1, episodes * steps * 7 / 10))
    settings.replayCapacity = 20_000
    settings.seed = seed
    return settings
  }
}
