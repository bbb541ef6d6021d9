/// What each episode of a training brought.
public struct LearningCurve: Hashable, Sendable {
  /// The sum of rewards, by episode.
  public internal(set) var returns: [Double] = []
  /// Actions taken in all episodes.
  public internal(set) var actions = 0

  public init() {}

  public var episodes: Int { returns.count }

  /// Returns averaged over stretches of equal length, at most `count` of them: what a picture shows.
  public func smoothed(_ count: Int) -> [(episode: Int, mean: Double)] {
    let length = max(1, (returns.count + count - 1) / max(1, count))
    return stride(from: 0, to: returns.count, by: length).map { start in
      let part = returns[start..<min(returns.count, start + length)]
      return (start + part.count, part.reduce(0, +) / Double(part.count))
    }
  }
}

extension Agent {
  /// Plays one episode, exploring and learning, and adds the sum of its rewards to the curve.
  ///
  /// - Parameter limit: steps after which an episode is given up.
  public mutating func episode<Task: Environment>(
    in environment: inout Task, limit: Int = .max, curve: inout LearningCurve
  ) {
    var observation = environment.reset()
    var total = 0.0
    for _ in 0..<limit {
      let action = explore(observation)
      let consequence = environment.step(action)
      observe(observation.state, action, consequence)
      total += Double(consequence.reward)
      curve.actions += 1
      if consequence.isLast { break }
      observation = consequence.observation
    }
    forgetRecent()
    curve.returns.append(total)
  }
}

extension ValueNetwork {
  /// Plays one episode, always taking the best action, and returns the sum of its rewards.
  public func play<Task: Environment>(_ environment: inout Task, limit: Int = .max) -> Double {
    var observation = environment.reset()
    var total = 0.0
    for _ in 0..<limit {
      let consequence = environment.step(bestAction(in: observation))
      total += Double(consequence.reward)
      if consequence.isLast { break }
      observation = consequence.observation
    }
    return total
  }
}
