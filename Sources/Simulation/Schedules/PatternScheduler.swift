/// Builds an order of passes from a stable pattern, by running the pipeline: whatever has its turn
/// first runs first, and may come before its turn where that would leave a stage idle.
///
/// In the steady state that is the pattern; while the pipeline fills and drains, where the pattern
/// has gaps, passes move up.
struct PatternScheduler {
  private let pattern: StablePattern
  private let limit: Int
  /// Units by which a pass may overtake others.
  private let leeway: Int
  /// Whether a stage waits for a pass whose turn it is, if that arrives within the time that
  /// gradients of weights take.
  private let isPatient: Bool
  private var pipeline: PipelineRun

  init(
    _ pattern: StablePattern, _ costs: PipelineCosts, microbatches: Int, limit: Int, leeway: Int,
    isPatient: Bool
  ) {
    self.pattern = pattern
    self.limit = limit
    self.leeway = leeway
    self.isPatient = isPatient
    let stages = Array(costs.stages.indices)
    pipeline = PipelineRun(
      costs, stageOfChunk: stages + stages.reversed(), microbatches: microbatches)
  }

  /// - Returns: `nil` if passes that moved up leave no room for those that they overtook.
  /// - Complexity: O(passes · log stages).
  mutating func schedule() -> Schedule? {
    while let (stage, time) = pipeline.nextDecision() { decide(stage, at: time) }
    return pipeline.schedule
  }

  private struct Candidate {
    var kind: Action.Kind
    var chunk: Int
    var turn: Int
  }

  private mutating func decide(_ stage: Int, at time: Int64) {
    var ready: [Candidate] = []
    /// The turn of the first pass that is left, whether it could run or not.
    var first = Int.max
    var next = (arrival: PipelineRun.unknown, turn: Int.max)
    let forwardsRemain = pipeline.chunksOfStage[stage].contains {
      pipeline.nextForward[$0] < pipeline.microbatchCount
    }
    let isFull = pipeline.held(onStage: stage) >= limit

    for chunk in pipeline.chunksOfStage[stage] {
      let counts = [
        pipeline.nextForward[chunk], pipeline.nextInputGradient[chunk],
        pipeline.nextWeightGradient[chunk],
      ]
      for (kind, count) in zip([Action.Kind.forward, .inputGradient, .weightGradient], counts)
      where count < pipeline.microbatchCount {
        let turn = pattern.turn(of: kind, chunk, count)
        first = min(first, turn)
        let arrival: Int64
        switch kind {
        case .forward:
          if isFull { continue }
          arrival = pipeline.activationArrival(chunk)
        case .inputGradient, .backward: arrival = pipeline.gradientArrival(chunk)
        case .weightGradient:
          arrival = counts[1] > count ? time : PipelineRun.unknown
        }
        if arrival <= time {
          ready.append(Candidate(kind: kind, chunk: chunk, turn: turn))
        } else if (arrival, turn) < next {
          next = (arrival, turn)
        }
      }
    }

    // Nothing waits for gradients of weights while the pipeline drains.
    func claim(_ candidate: Candidate) -> (Int, Int) {
      let isLate = candidate.kind == .weightGradient && !forwardsRemain
      return (isLate ? 1 : 0, candidate.turn)
    }
    let allowed = ready.filter { $0.turn <= first + leeway || claim($0).0 == 1 }
    guard let best = allowed.min(by: { claim($0) < claim($1) }) else {
      if next.arrival != PipelineRun.unknown { pipeline.wait(stage, until: next.arrival) }
      return
    }
    let patience = isPatient ? pipeline.costs.stages[stage].weightGradient : 0
    if best.kind != .inputGradient, (0, next.turn) < claim(best), next.arrival - time < patience {
      pipeline.wait(stage, until: next.arrival)
    } else {
      pipeline.run(best.kind, best.chunk, at: time)
    }
  }
}
