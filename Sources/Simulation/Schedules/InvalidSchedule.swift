/// Why a schedule cannot run: the stage, the pass and what is wrong with it.
public struct InvalidSchedule: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case noSuchChunk(count: Int)
    case noSuchMicrobatch(count: Int)
    case foreignChunk(home: Int)
    case repeated
    case missing
    case deadlock(waitsFor: Action, onStage: Int)
  }

  public var stage: Int
  /// The pass's place in the stage's order, from 0; the order's length for a pass that is missing.
  public var position: Int
  public var action: Action
  public var reason: Reason

  public init(stage: Int, position: Int, action: Action, reason: Reason) {
    self.stage = stage
    self.position = position
    self.action = action
    self.reason = reason
  }
}

extension InvalidSchedule: CustomStringConvertible {
  public var description: String {
    "stage \(stage), step \(position): \(action) \(explanation)"
  }

  private var explanation: String {
    switch reason {
    case .noSuchChunk(let count):
      "names chunk \(action.chunk), but the schedule has chunks 0 to \(count - 1)"
    case .noSuchMicrobatch(let count):
      "names microbatch \(action.microbatch), but the step has microbatches 0 to \(count - 1)"
    case .foreignChunk(let home):
      "runs chunk \(action.chunk), which stage \(home) holds"
    case .repeated:
      "repeats a pass that this microbatch has already made"
    case .missing:
      "is missing: every microbatch needs one forward and one backward pass through every chunk"
    case .deadlock(let input, let stage):
      "waits for \(input) on stage \(stage), which never comes first (deadlock)"
    }
  }
}
