extension Schedule {
  /// 1F1B: after a warm-up, each stage alternates one forward and one backward pass.
  ///
  /// Stage `s` of `p` starts with `p − s` forward passes, so that it holds the activations of at
  /// most `min(p − s, m)` microbatches, however many there are. With equal stages and free
  /// transfers a step takes `(m + p − 1)(f + b)`, as with GPipe.
  ///
  /// Source: Narayanan et al. 2021, PipeDream-Flush, arXiv:2006.09503 and arXiv:2104.04473,
  /// section 2.2.
  public static func oneForwardOneBackward(stages: Int, microbatches: Int) -> Schedule {
    oneForwardOneBackward(
      inFlight: (0..<stages).map { stages - $0 }, microbatches: microbatches)
  }

  /// 1F1B with a given number of microbatches in flight on each stage.
  static func oneForwardOneBackward(inFlight: [Int], microbatches: Int) -> Schedule {
    let order = { (stage: Int) in
      let warmUp = min(inFlight[stage], microbatches)
      var actions = (0..<warmUp).map { Action(.forward, chunk: stage, microbatch: $0) }
      for microbatch in 0..<microbatches {
        actions.append(Action(.backward, chunk: stage, microbatch: microbatch))
        if microbatch + warmUp < microbatches {
          actions.append(Action(.forward, chunk: stage, microbatch: microbatch + warmUp))
        }
      }
      return actions
    }
    return Schedule(
      stages: inFlight.indices.map(order), stageOfChunk: Array(inFlight.indices),
      microbatchCount: microbatches)
  }
}
