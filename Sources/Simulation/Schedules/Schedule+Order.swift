extension Schedule {
  /// Visits all passes in an order in which each comes after everything that it needs, and after
  /// the pass before it on its stage.
  ///
  /// A pass needs: forward, the forward pass of the chunk before; backward, its own forward pass
  /// and the gradient of the chunk behind; a weight gradient, its input gradient.
  ///
  /// - Throws: `InvalidSchedule` for a pass that is foreign to its stage, comes twice or never, or
  ///   for stages that wait for each other.
  /// - Complexity: O(passes).
  public func visitInOrder(_ visit: (_ stage: Int, _ action: Action) -> Void)
    throws(InvalidSchedule)
  {
    var progress = ScheduleProgress(self)
    try progress.checkShape()
    var waiting = Array((0..<stageCount).reversed())
    while let stage = waiting.popLast() {
      while progress.position[stage] < stages[stage].count {
        let action = stages[stage][progress.position[stage]]
        guard progress.missingInput(of: action) == nil else { break }
        visit(stage, action)
        if let woken = progress.complete(action, on: stage) { waiting.append(woken) }
      }
    }
    try progress.checkCompletion()
  }
}

/// How far every stage has come, and which passes are done.
private struct ScheduleProgress {
  let schedule: Schedule
  /// By stage: its passes that are done.
  var position: [Int]
  /// By microbatch and chunk: a bit for each kind of pass that is done.
  private var done: [UInt8]

  init(_ schedule: Schedule) {
    self.schedule = schedule
    position = [Int](repeating: 0, count: schedule.stageCount)
    done = [UInt8](repeating: 0, count: schedule.chunkCount * schedule.microbatchCount)
  }

  private static func bit(_ kind: Action.Kind) -> UInt8 { 1 << kind.rawValue }
  private static let inputGradient = bit(.backward) | bit(.inputGradient)

  private func passes(of microbatch: Int, in chunk: Int) -> UInt8 {
    done[microbatch * schedule.chunkCount + chunk]
  }

  /// The pass that must come first, if any.
  func missingInput(of action: Action) -> Action? {
    let (chunk, microbatch) = (action.chunk, action.microbatch)
    switch action.kind {
    case .forward:
      guard chunk > 0, passes(of: microbatch, in: chunk - 1) & Self.bit(.forward) == 0
      else { return nil }
      return Action(.forward, chunk: chunk - 1, microbatch: microbatch)
    case .backward, .inputGradient:
      if passes(of: microbatch, in: chunk) & Self.bit(.forward) == 0 {
        return Action(.forward, chunk: chunk, microbatch: microbatch)
      }
      guard chunk + 1 < schedule.chunkCount,
        passes(of: microbatch, in: chunk + 1) & Self.inputGradient == 0
      else { return nil }
      return Action(.inputGradient, chunk: chunk + 1, microbatch: microbatch)
    case .weightGradient:
      guard passes(of: microbatch, in: chunk) & Self.inputGradient == 0 else { return nil }
      return Action(.inputGradient, chunk: chunk, microbatch: microbatch)
    }
  }

  /// Marks a pass as done.
  ///
  /// - Returns: the stage whose next pass may have waited for it.
  mutating func complete(_ action: Action, on stage: Int) -> Int? {
    position[stage] += 1
    done[action.microbatch * schedule.chunkCount + action.chunk] |= Self.bit(action.kind)
    let woken: Int
    switch action.kind {
    case .forward: woken = action.chunk + 1
    case .backward, .inputGradient: woken = action.chunk - 1
    case .weightGradient: return nil
    }
    guard schedule.stageOfChunk.indices.contains(woken) else { return nil }
    let other = schedule.stageOfChunk[woken]
    return other == stage ? nil : other
  }

  /// Every pass belongs to its stage and comes once.
  func checkShape() throws(InvalidSchedule) {
    var seen = [UInt8](repeating: 0, count: done.count)
    for (stage, actions) in schedule.stages.enumerated() {
      for (position, action) in actions.enumerated() {
        func fail(_ reason: InvalidSchedule.Reason) -> InvalidSchedule {
          InvalidSchedule(stage: stage, position: position, action: action, reason: reason)
        }
        guard schedule.stageOfChunk.indices.contains(action.chunk) else {
          throw fail(.noSuchChunk(count: schedule.chunkCount))
        }
        guard 0 <= action.microbatch, action.microbatch < schedule.microbatchCount else {
          throw fail(.noSuchMicrobatch(count: schedule.microbatchCount))
        }
        let home = schedule.stageOfChunk[action.chunk]
        guard home == stage else { throw fail(.foreignChunk(home: home)) }
        let index = action.microbatch * schedule.chunkCount + action.chunk
        var excluded = Self.bit(action.kind)
        switch action.kind {
        case .forward: break
        case .backward: excluded |= Self.bit(.inputGradient) | Self.bit(.weightGradient)
        case .inputGradient, .weightGradient: excluded |= Self.bit(.backward)
        }
        guard seen[index] & excluded == 0 else { throw fail(.repeated) }
        seen[index] |= Self.bit(action.kind)
      }
    }
    for (index, passes) in seen.enumerated() {
      let (microbatch, chunk) = index.quotientAndRemainder(dividingBy: schedule.chunkCount)
      let missing: Action.Kind
      if passes & Self.bit(.forward) == 0 {
        missing = .forward
      } else if passes & Self.inputGradient == 0 {
        missing = .backward
      } else if passes & (Self.bit(.backward) | Self.bit(.weightGradient)) == 0 {
        missing = .weightGradient
      } else {
        continue
      }
      let stage = schedule.stageOfChunk[chunk]
      throw InvalidSchedule(
        stage: stage, position: schedule.stages[stage].count,
        action: Action(missing, chunk: chunk, microbatch: microbatch), reason: .missing)
    }
  }

  /// No stage is stuck.
  func checkCompletion() throws(InvalidSchedule) {
    for (stage, actions) in schedule.stages.enumerated() where position[stage] < actions.count {
      let action = actions[position[stage]]
      guard let input = missingInput(of: action) else { continue }
      throw InvalidSchedule(
        stage: stage, position: position[stage], action: action,
        reason: .deadlock(waitsFor: input, onStage: schedule.stageOfChunk[input.chunk]))
    }
  }
}
