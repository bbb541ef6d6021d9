/// What an agent sees.
public struct Observation: Hashable, Sendable {
  public var state: [Float]
  /// By action, whether it may be taken; at least one may, unless the episode has ended.
  public var allowed: [Bool]

  public init(state: [Float], allowed: [Bool]) {
    self.state = state
    self.allowed = allowed
  }
}

/// What an action led to.
public struct Consequence: Hashable, Sendable {
  public var observation: Observation
  public var reward: Float
  public var isLast: Bool

  public init(_ observation: Observation, reward: Float, isLast: Bool) {
    self.observation = observation
    self.reward = reward
    self.isLast = isLast
  }
}

/// A task in episodes: a decision process with finitely many actions.
public protocol Environment {
  var stateSize: Int { get }
  var actionCount: Int { get }

  /// Begins an episode.
  mutating func reset() -> Observation

  /// Takes an action that the last observation allows.
  mutating func step(_ action: Int) -> Consequence
}
