extension Schedule {
  /// Breadth-first: every microbatch goes through a stage's first chunk before any goes through its
  /// second, and back likewise.
  ///
  /// A chunk's gradients are complete after one uninterrupted run of backward passes, and its
  /// parameters are needed in one run of forward passes: data-parallel communication, sharded
  /// parameters above all, then happens once per chunk instead of once per group of microbatches.
  /// The bubble is that of interleaving; activations of all microbatches are held, as with GPipe.
  ///
  /// Source: Lamy-Poirier 2023, Breadth-First Pipeline Parallelism, arXiv:2211.05953.
  public static func breadthFirst(
    stages: Int, chunksPerStage: Int, microbatches: Int
  ) -> Schedule {
    let order = { (stage: Int) in
      let chunks = (0..<chunksPerStage).map { $0 * stages + stage }
      return chunks.flatMap { chunk in
        (0..<microbatches).map { Action(.forward, chunk: chunk, microbatch: $0) }
      }
        + chunks.reversed().flatMap { chunk in
          (0..<microbatches).map { Action(.backward, chunk: chunk, microbatch: $0) }
        }
    }
    return Schedule(
      stages: (0..<stages).map(order),
      stageOfChunk: (0..<stages * chunksPerStage).map { $0 % stages },
      microbatchCount: microbatches)
  }
}
