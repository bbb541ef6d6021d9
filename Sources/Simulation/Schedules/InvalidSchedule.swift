/// Why a schedule cannot run: the stage, the pass and what is wrong with it.
public struct InvalidSchedule: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case noSuchChunk(count: Int)
    /// The microbatch does not exist, or does not come through this chunk.
    case noSuchMicrobatch
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
    "stage \(stage), step \(position): " + Self.explanation(of: action.description, reason)
  }

  static func explanation(of action: String, _ reason: Reason) -> String {
    switch reason {
    case .noSuchChunk(let count):
      "\(action) names a chunk that does not exist; there are chunks 0 to \(count - 1)"
    case .noSuchMicrobatch:
      "\(action) names a microbatch that does not come through this chunk"
    case .foreignChunk(let home):
      "\(action) runs a chunk that stage \(home) holds"
    case .repeated:
      "\(action) repeats a pass that this microbatch has already made"
    case .missing:
      "\(action) is missing; every microbatch needs one forward and one backward pass through "
        + "every chunk"
    case .deadlock(let input, let stage):
      "\(action) waits for \(input) on stage \(stage), which never comes first (deadlock)"
    }
  }
}
