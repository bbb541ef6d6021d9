extension Schedule {
  /// Interleaved 1F1B: every stage holds several chunks of layers and takes turns with them.
  ///
  /// Microbatches go in groups of `p`: a stage runs a group through its first chunk, then through
  /// its second, and so on. Chunk `c` sits on stage `c mod p`. With equal stages and free transfers
  /// the bubble is `(p − 1)(f + b)/v`, a fraction `(p − 1)/(v·m)` of the work.
  ///
  /// Megatron-LM demands that `p` divides `m`. Here the last group may be smaller: the order is
  /// then that of a full group, without the passes of the microbatches that do not exist.
  ///
  /// Source: Narayanan et al. 2021, arXiv:2104.04473, section 2.2.
  public static func interleaved(
    stages: Int, chunksPerStage: Int, microbatches: Int
  ) -> Schedule {
    // Microbatch and local chunk of the n-th forward pass of any stage; backward passes take the
    // chunks in reverse.
    var turns: [(microbatch: Int, chunk: Int)] = []
    for group in stride(from: 0, to: microbatches, by: stages) {
      for chunk in 0..<chunksPerStage {
        for microbatch in group..<group + stages { turns.append((microbatch, chunk)) }
      }
    }
    let order = { (stage: Int) in
      let forward = turns.map {
        Action(.forward, chunk: $0.chunk * stages + stage, microbatch: $0.microbatch)
      }
      let backward = turns.map {
        Action(
          .backward, chunk: (chunksPerStage - 1 - $0.chunk) * stages + stage,
          microbatch: $0.microbatch)
      }
      let warmUp = min(
        2 * (stages - 1 - stage) + (chunksPerStage - 1) * stages + 1, turns.count)
      var actions = Array(forward[..<warmUp])
      for turn in turns.indices {
        actions.append(backward[turn])
        if turn + warmUp < turns.count { actions.append(forward[turn + warmUp]) }
      }
      return actions.filter { $0.microbatch < microbatches }
    }
    return Schedule(
      stages: (0..<stages).map(order),
      stageOfChunk: (0..<stages * chunksPerStage).map { $0 % stages },
      microbatchCount: microbatches)
  }
}
