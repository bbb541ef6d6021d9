extension Schedule {
  /// Visits all passes in an order in which each comes after everything that it needs, and after
  /// the pass before it on its stage.
  ///
  /// A pass needs: forward, the forward pass of the chunk before; backward, its own forward pass
  /// and the gradient of the chunk behind; a weight gradient, its input gradient. Two passes that
  /// run as one need what either needs, and are visited one right after the other.
  ///
  /// - Throws: `InvalidSchedule` for a pass that is foreign to its stage, comes twice or never, or
  ///   for stages that wait for each other.
  /// - Complexity: O(passes).
  public func visitInOrder(_ visit: (_ stage: Int, _ action: Action) -> Void)
    throws(InvalidSchedule)
  {
    try checkCompleteness()
    try walk(visit)
  }

  /// The same for a schedule that is known to be complete.
  func walk(_ visit: (_ stage: Int, _ action: Action) -> Void) throws(InvalidSchedule) {
    var progress = ScheduleProgress(self)
    var waiting = Array((0..<stageCount).reversed())
    while let stage = waiting.popLast() {
      while progress.position[stage] < stages[stage].count {
        let position = progress.position[stage]
        let action = stages[stage][position]
        guard progress.missingInput(ofPassAt: position, on: stage) == nil else { break }
        visit(stage, action)
        if let woken = progress.complete(action, on: stage) { waiting.append(woken) }
      }
    }
    try progress.checkThatNoneWaits()
  }
}

/// How far every stage has come, and which passes are done.
private struct ScheduleProgress {
  let schedule: Schedule
  /// By stage: its passes that are done.
  var position: [Int]
  /// By microbatch and chunk: a bit for each kind of pass that is done.
  private var done: [UInt8]
  private let isFirstChunk: [Bool]
  private let isLastChunk: [Bool]

  init(_ schedule: Schedule) {
    self.schedule = schedule
    position = [Int](repeating: 0, count: schedule.stageCount)
    done = [UInt8](repeating: 0, count: schedule.chunkCount * schedule.microbatchCount)
    isFirstChunk = schedule.isFirstChunk
    isLastChunk = schedule.isLastChunk
  }

  private func passes(of microbatch: Int, in chunk: Int) -> UInt8 {
    done[microbatch * schedule.chunkCount + chunk]
  }

  /// The pass that must come before the one at a position, or before the one that runs with it.
  func missingInput(ofPassAt position: Int, on stage: Int) -> Action? {
    let actions = schedule.stages[stage]
    if let missing = missingInput(of: actions[position]) { return missing }
    guard actions[position].overlapsNext, position + 1 < actions.count else { return nil }
    return missingInput(of: actions[position + 1])
  }

  private func missingInput(of action: Action) -> Action? {
    let (chunk, microbatch) = (action.chunk, action.microbatch)
    switch action.kind {
    case .forward:
      guard !isFirstChunk[chunk],
        passes(of: microbatch, in: chunk - 1) & Action.Kind.forward.bit == 0
      else { return nil }
      return Action(.forward, chunk: chunk - 1, microbatch: microbatch)
    case .backward, .inputGradient:
      if passes(of: microbatch, in: chunk) & Action.Kind.forward.bit == 0 {
        return Action(.forward, chunk: chunk, microbatch: microbatch)
      }
      guard !isLastChunk[chunk],
        passes(of: microbatch, in: chunk + 1) & Action.Kind.inputGradientBits == 0
      else { return nil }
      return Action(.inputGradient, chunk: chunk + 1, microbatch: microbatch)
    case .weightGradient:
      guard passes(of: microbatch, in: chunk) & Action.Kind.inputGradientBits == 0 else {
        return nil
      }
      return Action(.inputGradient, chunk: chunk, microbatch: microbatch)
    }
  }

  /// Marks a pass as done.
  ///
  /// - Returns: the stage whose next pass may have waited for it.
  mutating func complete(_ action: Action, on stage: Int) -> Int? {
    position[stage] += 1
    done[action.microbatch * schedule.chunkCount + action.chunk] |= action.kind.bit
    let woken: Int
    switch action.kind {
    case .forward where !isLastChunk[action.chunk]:
      woken = schedule.stageOfChunk[action.chunk + 1]
    case .backward where !isFirstChunk[action.chunk],
      .inputGradient where !isFirstChunk[action.chunk]:
      woken = schedule.stageOfChunk[action.chunk - 1]
    default: return nil
    }
    return woken == stage ? nil : woken
  }

  /// No stage is stuck.
  func checkThatNoneWaits() throws(InvalidSchedule) {
    for (stage, actions) in schedule.stages.enumerated() where position[stage] < actions.count {
      let action = actions[position[stage]]
      guard let input = missingInput(ofPassAt: position[stage], on: stage) else { continue }
      throw InvalidSchedule(
        stage: stage, position: position[stage], action: action,
        reason: .deadlock(waitsFor: input, onStage: schedule.stageOfChunk[input.chunk]))
    }
  }
}

extension Action.Kind {
  var bit: UInt8 { 1 << rawValue }
  static let inputGradientBits = Action.Kind.backward.bit | Action.Kind.inputGradient.bit
  static let weightGradientBits = Action.Kind.backward.bit | Action.Kind.weightGradient.bit
}
