extension Schedule {
  /// DualPipe: two copies of the model in opposite directions, half of the microbatches each.
  ///
  /// A stage holds its chunk of one copy and that of its mirror image of the other, so it always
  /// has passes of both directions at hand. In the middle of a step each forward pass runs as one
  /// with a backward pass of the other direction, and one's communication hides behind the other's
  /// computation: meant for expert parallelism, where communication takes as long as computation.
  ///
  /// Chunks `0 ..< p` are the copy that starts on stage 0, chunks `p ..< 2p` the one that starts on
  /// the last stage.
  ///
  /// Source: DeepSeek-AI 2024, DeepSeek-V3 Technical Report, arXiv:2412.19437, section 3.2.1, and
  /// the published implementation, github.com/deepseek-ai/DualPipe, for the eight phases.
  ///
  /// - Returns: `nil` unless the number of stages is even, and that of microbatches even and at
  ///   least twice as large.
  public static func dualPipe(stages: Int, microbatches: Int) -> Schedule? {
    guard stages > 0, stages % 2 == 0, microbatches % 2 == 0, microbatches >= 2 * stages
    else { return nil }
    let half = microbatches / 2
    return Schedule(
      stages: (0..<stages).map { stage in
        var order = DualPipeOrder(stage: stage, stages: stages, half: half)
        return order.actions()
      },
      stageOfChunk: Array(0..<stages) + (0..<stages).reversed(),
      lanes: [
        Lane(chunks: 0..<stages, microbatches: 0..<half),
        Lane(chunks: stages..<2 * stages, microbatches: half..<microbatches),
      ])
  }
}

/// Writes down one stage's passes. Phase 0 is the direction that starts on the stage's half.
private struct DualPipeOrder {
  private let stages: Int
  /// Microbatches of one direction.
  private let half: Int
  /// The distance from the nearer end of the pipeline.
  private let depth: Int
  /// By phase: the stage's chunk, the first microbatch, and the next ones forward and backward.
  private let chunks: [Int]
  private let firstMicrobatch: [Int]
  private var forwards = [0, 0]
  private var backwards = [0, 0]
  /// Gradients of weights put off, oldest first.
  private var postponed: [Action] = []
  private var order: [Action] = []

  init(stage: Int, stages: Int, half: Int) {
    self.stages = stages
    self.half = half
    depth = min(stage, stages - 1 - stage)
    let down = (chunk: stage, first: 0)
    let up = (chunk: 2 * stages - 1 - stage, first: half)
    let phases = stage < stages / 2 ? [down, up] : [up, down]
    chunks = phases.map(\.chunk)
    firstMicrobatch = phases.map(\.first)
  }

  mutating func actions() -> [Action] {
    let distanceToMiddle = stages / 2 - depth - 1
    for _ in 0..<2 * distanceToMiddle { forward(0) }
    for _ in 0...depth {
      forward(0)
      forward(1)
    }
    for _ in 0..<distanceToMiddle {
      backward(1, split: true)
      weights()
      forward(1)
    }
    for turn in 0..<(half - stages + depth + 1) {
      // The two middle stages start this phase apart: their first gradient is at hand at once.
      forward(0, overlaps: turn > 0 || distanceToMiddle > 0)
      backward(1)
      forward(1, overlaps: true)
      backward(0)
    }
    for _ in 0..<distanceToMiddle {
      backward(1)
      forward(1, overlaps: true)
      backward(0)
    }
    // Halfway through the last pairs, gradients of weights begin to be put off to fill the end.
    let threshold = (depth + 1) / 2
    var splits = false
    for turn in 0...depth {
      if turn == threshold, depth % 2 == 1 { splits = true }
      backward(1, split: splits)
      if turn == threshold, depth % 2 == 0 { splits = true }
      backward(0, split: splits)
    }
    for _ in 0..<distanceToMiddle {
      weights()
      backward(0, split: true)
    }
    for _ in 0...depth { weights() }
    return order
  }

  private mutating func forward(_ phase: Int, overlaps: Bool = false) {
    let microbatch = firstMicrobatch[phase] + forwards[phase]
    forwards[phase] += 1
    order.append(
      Action(.forward, chunk: chunks[phase], microbatch: microbatch, overlapsNext: overlaps))
  }

  private mutating func backward(_ phase: Int, split: Bool = false) {
    let microbatch = firstMicrobatch[phase] + backwards[phase]
    backwards[phase] += 1
    guard split else {
      order.append(Action(.backward, chunk: chunks[phase], microbatch: microbatch))
      return
    }
    order.append(Action(.inputGradient, chunk: chunks[phase], microbatch: microbatch))
    postponed.append(Action(.weightGradient, chunk: chunks[phase], microbatch: microbatch))
  }

  private mutating func weights() {
    if !postponed.isEmpty { order.append(postponed.removeFirst()) }
  }
}
