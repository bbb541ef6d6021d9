/// A pipeline that runs while the order of its passes is being decided.
///
/// Whoever decides is asked whenever a stage is free and something may have changed; what it runs
/// comes in the order of microbatches in each chunk. Backward passes are split.
struct PipelineRun {
  let costs: PipelineCosts
  let stageOfChunk: [Int]
  let microbatchCount: Int
  /// By stage: its chunks, first to last.
  let chunksOfStage: [[Int]]

  /// By chunk: the next microbatch of each kind of pass.
  private(set) var nextForward: [Int]
  private(set) var nextInputGradient: [Int]
  private(set) var nextWeightGradient: [Int]
  /// By chunk and microbatch: when the input of a pass arrives; `unknown` before it is on its way.
  private var activationArrival: [Int64]
  private var gradientArrival: [Int64]
  /// By stage.
  private var freeAt: [Int64]
  private var order: [[Action]]
  private var wakeUps: EventQueue

  /// Later than anything.
  static let unknown = Int64.max

  init(_ costs: PipelineCosts, stageOfChunk: [Int], microbatches: Int) {
    self.costs = costs
    self.stageOfChunk = stageOfChunk
    microbatchCount = microbatches
    let (stageCount, chunkCount) = (costs.stages.count, stageOfChunk.count)
    var chunksOfStage = [[Int]](repeating: [], count: stageCount)
    for (chunk, stage) in stageOfChunk.enumerated() { chunksOfStage[stage].append(chunk) }
    self.chunksOfStage = chunksOfStage
    nextForward = Array(repeating: 0, count: chunkCount)
    nextInputGradient = nextForward
    nextWeightGradient = nextForward
    activationArrival = Array(repeating: Self.unknown, count: chunkCount * microbatches)
    gradientArrival = activationArrival
    for microbatch in 0..<microbatches { activationArrival[microbatch] = 0 }
    freeAt = Array(repeating: 0, count: stageCount)
    order = Array(repeating: [], count: stageCount)
    wakeUps = EventQueue(streamCount: stageCount)
    for stage in 0..<stageCount { wakeUps.push(time: 0, stream: Int32(stage)) }
  }

  /// The next time at which a free stage may decide.
  mutating func nextDecision() -> (stage: Int, time: Int64)? {
    while let (time, stage) = wakeUps.pop() {
      if freeAt[Int(stage)] <= time { return (Int(stage), time) }
    }
    return nil
  }

  /// The order that was decided; `nil` if passes were left over.
  var schedule: Schedule? {
    let passes = 3 * microbatchCount
    guard order.indices.allSatisfy({ order[$0].count == passes * chunksOfStage[$0].count })
    else { return nil }
    return Schedule(stages: order, stageOfChunk: stageOfChunk, microbatchCount: microbatchCount)
  }

  /// When the input of a chunk's next forward pass arrives.
  func activationArrival(_ chunk: Int) -> Int64 {
    activationArrival[chunk * microbatchCount + nextForward[chunk]]
  }

  /// When the input of a chunk's next pass for gradients of inputs arrives.
  func gradientArrival(_ chunk: Int) -> Int64 {
    gradientArrival[chunk * microbatchCount + nextInputGradient[chunk]]
  }

  /// Activations that a chunk holds.
  func held(_ chunk: Int) -> Int { nextForward[chunk] - nextWeightGradient[chunk] }

  /// Activations that a stage holds.
  func held(onStage stage: Int) -> Int { chunksOfStage[stage].reduce(0) { $0 + held($1) } }

  /// Asks again at a later time.
  mutating func wait(_ stage: Int, until time: Int64) {
    wakeUps.push(time: time, stream: Int32(stage))
  }

  /// Runs the next pass of a kind through a chunk.
  mutating func run(_ kind: Action.Kind, _ chunk: Int, at time: Int64) {
    let stage = stageOfChunk[chunk]
    let end = time + costs.stages[stage].duration(of: kind)
    freeAt[stage] = end
    wakeUps.push(time: end, stream: Int32(stage))
    let microbatch: Int
    switch kind {
    case .forward:
      microbatch = nextForward[chunk]
      nextForward[chunk] += 1
      if chunk + 1 < stageOfChunk.count {
        let arrival = announce(to: stageOfChunk[chunk + 1], from: stage, at: time, end: end)
        activationArrival[(chunk + 1) * microbatchCount + microbatch] = arrival
      } else {
        gradientArrival[chunk * microbatchCount + microbatch] = end
      }
    case .inputGradient, .backward:
      microbatch = nextInputGradient[chunk]
      nextInputGradient[chunk] += 1
      if chunk > 0 {
        let arrival = announce(to: stageOfChunk[chunk - 1], from: stage, at: time, end: end)
        gradientArrival[(chunk - 1) * microbatchCount + microbatch] = arrival
      }
    case .weightGradient:
      microbatch = nextWeightGradient[chunk]
      nextWeightGradient[chunk] += 1
    }
    order[stage].append(Action(kind, chunk: chunk, microbatch: microbatch))
  }

  /// Wakes the receiver now, as it may want to wait, and when the pass's result arrives.
  private mutating func announce(to receiver: Int, from stage: Int, at time: Int64, end: Int64)
    -> Int64
  {
    guard receiver != stage else { return end }
    let arrival = end + costs.transfer
    wakeUps.push(time: time, stream: Int32(receiver))
    wakeUps.push(time: arrival, stream: Int32(receiver))
    return arrival
  }
}
