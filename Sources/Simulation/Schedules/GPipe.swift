extension Schedule {
  /// All forward passes, then all backward passes.
  ///
  /// Every stage holds the activations of all microbatches at its peak. With equal stages and free
  /// transfers a step takes `(m + p − 1)(f + b)`.
  ///
  /// Source: Huang et al. 2019, GPipe, arXiv:1811.06965.
  public static func gpipe(stages: Int, microbatches: Int) -> Schedule {
    let order = { (stage: Int) in
      (0..<microbatches).map { Action(.forward, chunk: stage, microbatch: $0) }
        + (0..<microbatches).map { Action(.backward, chunk: stage, microbatch: $0) }
    }
    return Schedule(
      stages: (0..<stages).map(order), stageOfChunk: Array(0..<stages),
      microbatchCount: microbatches)
  }
}
