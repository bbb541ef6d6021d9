extension Schedule {
  /// ZB-H1: the backward pass in two, so that gradients of weights can fill the bubble.
  ///
  /// Stage `s` warms up as in 1F1B. From then on it computes the gradient of an input as soon as it
  /// can, since the stage before waits for it, and that of the weights `s` microbatches later.
  /// Every stage so holds at most `p` microbatches, and the step takes `m(f + b + w) + (p − 1)(f +
  /// b − w)` with equal stages and free transfers.
  ///
  /// Source: Qi et al. 2023, Zero Bubble Pipeline Parallelism, arXiv:2401.10241, section 2.
  public static func zeroBubbleH1(stages: Int, microbatches: Int) -> Schedule {
    zeroBubble(
      stages: stages, microbatches: microbatches, warmUp: { stages - $0 }, delay: { $0 })
  }

  /// ZB-H2: ZB-H1 with so many more microbatches in flight that stages never wait in the middle.
  ///
  /// Stage `s` warms up with `2(p − s) − 1` microbatches and delays gradients of weights by `2s`,
  /// so every stage holds at most `2p − 1`. If `f = b = w` and `m ≥ 2p − 1` stages wait only for
  /// the first microbatch to arrive and the last to leave.
  ///
  /// Source: as ZB-H1.
  public static func zeroBubbleH2(stages: Int, microbatches: Int) -> Schedule {
    zeroBubble(
      stages: stages, microbatches: microbatches, warmUp: { 2 * (stages - $0) - 1 },
      delay: { 2 * $0 })
  }

  private static func zeroBubble(
    stages: Int, microbatches: Int, warmUp: (_ stage: Int) -> Int, delay: (_ stage: Int) -> Int
  ) -> Schedule {
    let orders = (0..<stages).map { stage in
      let admitted = min(warmUp(stage), microbatches)
      var actions = (0..<admitted).map { Action(.forward, chunk: stage, microbatch: $0) }
      for turn in 0..<(microbatches + delay(stage)) {
        if turn < microbatches {
          actions.append(Action(.inputGradient, chunk: stage, microbatch: turn))
        }
        if turn >= delay(stage) {
          actions.append(
            Action(.weightGradient, chunk: stage, microbatch: turn - delay(stage)))
        }
        if turn + admitted < microbatches {
          actions.append(Action(.forward, chunk: stage, microbatch: turn + admitted))
        }
      }
      return actions
    }
    return Schedule(
      stages: orders, stageOfChunk: Array(0..<stages), microbatchCount: microbatches)
  }
}
