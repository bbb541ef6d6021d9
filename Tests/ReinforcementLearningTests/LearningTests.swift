import Testing

@testable import ReinforcementLearning

/// A corridor of rooms: each step to the right costs 0.01, the last room pays 1, the way to the left
/// leads out and pays 0.2. From the first room on, walking right is worth more for a patient agent.
private struct Corridor: Environment {
  let length: Int
  private var room = 0
  var stateSize: Int { length }
  let actionCount = 3

  init(length: Int) { self.length = length }

  private var observation: Observation {
    var state = [Float](repeating: 0, count: length)
    state[room] = 1
    // The third action is never allowed and would pay most.
    return Observation(state: state, allowed: [true, true, false])
  }

  mutating func reset() -> Observation {
    room = 0
    return observation
  }

  mutating func step(_ action: Int) -> Consequence {
    if action == 2 { return Consequence(observation, reward: 100, isLast: true) }
    if action == 0 { return Consequence(observation, reward: 0.2, isLast: true) }
    if room == length - 1 { return Consequence(observation, reward: 1, isLast: true) }
    room += 1
    return Consequence(observation, reward: -0.01, isLast: false)
  }
}

@Suite("Learning")
struct LearningTests {
  private func settings(seed: UInt64, horizon: Int = 1) -> LearningSettings {
    var settings = LearningSettings()
    settings.hiddenSizes = [16]
    settings.batchSize = 16
    settings.learningRate = 1e-2
    settings.discount = 0.9
    settings.horizon = horizon
    settings.exploration = .init(actions: 200)
    settings.targetInterval = 20
    settings.replayCapacity = 500
    settings.seed = seed
    return settings
  }

  private func trained(_ settings: LearningSettings, actions: Int) -> (Agent, LearningCurve) {
    var corridor = Corridor(length: 3)
    var agent = Agent(stateSize: 3, actionCount: 3, settings)
    var curve = LearningCurve()
    while curve.actions < actions { agent.episode(in: &corridor, curve: &curve) }
    return (agent, curve)
  }

  @Test(
    "an agent learns the best way through a corridor", arguments: [1, 2], [1, 2, 3] as [UInt64])
  func corridor(horizon: Int, seed: UInt64) {
    let (agent, curve) = trained(settings(seed: seed, horizon: horizon), actions: 700)
    var corridor = Corridor(length: 3)
    #expect(abs(agent.network.play(&corridor) - 0.98) < 1e-5)
    #expect(curve.returns.count > 50 && agent.learned > 600)
    // The last room pays 1 to the right and 0.2 to the left.
    let values = agent.network.values(of: [0, 0, 1])
    #expect(abs(values[1] - 1) < 0.1 && abs(values[0] - 0.2) < 0.1)
  }

  @Test("the same seed gives the same agent, another seed another")
  func determinism() {
    let (one, two) = (
      trained(settings(seed: 4), actions: 120), trained(settings(seed: 4), actions: 120)
    )
    #expect(one.0.network == two.0.network && one.1 == two.1)
    #expect(trained(settings(seed: 5), actions: 120).0.network != one.0.network)
  }

  @Test("exploration falls in a straight line and then stays")
  func exploration() {
    let exploration = LearningSettings.Exploration(first: 1, last: 0.1, actions: 100)
    #expect(exploration.rate(after: 0) == 1)
    #expect(abs(exploration.rate(after: 50) - 0.55) < 1e-12)
    #expect(exploration.rate(after: 100) == 0.1 && exploration.rate(after: 1000) == 0.1)
  }

  @Test("the curve's stretches have the means of their episodes")
  func smoothing() {
    var curve = LearningCurve()
    curve.returns = [1, 3, 5, 7, 9]
    #expect(curve.smoothed(3).map(\.mean) == [2, 6, 9])
    #expect(curve.smoothed(3).map(\.episode) == [2, 4, 5])
    #expect(LearningCurve().smoothed(4).isEmpty)
  }
}
