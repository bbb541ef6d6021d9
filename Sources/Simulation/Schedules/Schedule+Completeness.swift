extension Schedule {
  /// Checks that every pass is there, once, and on the stage that holds its chunk.
  ///
  /// - Complexity: O(passes).
  func checkCompleteness() throws(InvalidSchedule) {
    var seen = [UInt8](repeating: 0, count: chunkCount * microbatchCount)
    for (stage, actions) in stages.enumerated() {
      for (position, action) in actions.enumerated() {
        func fail(_ reason: InvalidSchedule.Reason) -> InvalidSchedule {
          InvalidSchedule(stage: stage, position: position, action: action, reason: reason)
        }
        guard stageOfChunk.indices.contains(action.chunk) else {
          throw fail(.noSuchChunk(count: chunkCount))
        }
        guard
          lanes.contains(where: {
            $0.chunks.contains(action.chunk) && $0.microbatches.contains(action.microbatch)
          })
        else { throw fail(.noSuchMicrobatch) }
        let home = stageOfChunk[action.chunk]
        guard home == stage else { throw fail(.foreignChunk(home: home)) }
        let index = action.microbatch * chunkCount + action.chunk
        var excluded = action.kind.bit
        switch action.kind {
        case .forward: break
        case .backward: excluded |= Action.Kind.inputGradient.bit | Action.Kind.weightGradient.bit
        case .inputGradient, .weightGradient: excluded |= Action.Kind.backward.bit
        }
        guard seen[index] & excluded == 0 else { throw fail(.repeated) }
        seen[index] |= action.kind.bit
      }
    }
    for lane in lanes {
      for microbatch in lane.microbatches {
        for chunk in lane.chunks {
          guard let missing = missingKind(in: seen[microbatch * chunkCount + chunk])
          else { continue }
          let stage = stageOfChunk[chunk]
          throw InvalidSchedule(
            stage: stage, position: stages[stage].count,
            action: Action(missing, chunk: chunk, microbatch: microbatch), reason: .missing)
        }
      }
    }
  }

  private func missingKind(in passes: UInt8) -> Action.Kind? {
    if passes & Action.Kind.forward.bit == 0 { return .forward }
    if passes & Action.Kind.inputGradientBits == 0 { return .backward }
    if passes & Action.Kind.weightGradientBits == 0 { return .weightGradient }
    return nil
  }
}
