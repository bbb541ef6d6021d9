import Foundation
import ReinforcementLearning

// One learning step of a double, dueling network, and a classic control problem.
print(processorName())
let failed = stepsPerSecond() < 80
let solved = (1...5).count { balances(seed: UInt64($0)) }
print("cart and pole: \(solved) of 5 seeds stand 475 of 500 steps on average")
exit(failed || solved < 4 ? 1 : 0)

/// Learning steps per second of CPU time, of a network 256-512-512-64 on batches of 64.
func stepsPerSecond() -> Double {
  var settings = LearningSettings()
  settings.hiddenSizes = [512, 512]
  var agent = Agent(stateSize: 256, actionCount: 64, settings)
  var random = RandomSource(seed: 1)
  func state() -> Observation {
    Observation(
      state: (0..<256).map { _ in Float(random.fraction()) },
      allowed: Array(repeating: true, count: 64))
  }
  func observe(_ count: Int) {
    for _ in 0..<count {
      let before = state()
      let action = agent.explore(before)
      agent.observe(
        before.state, action,
        Consequence(state(), reward: Float(random.fraction()), isLast: false))
    }
  }
  observe(80)
  let learned = agent.learned
  let clock = CPUClock()
  observe(300)
  let rate = Double(agent.learned - learned) / clock.milliseconds * 1e3
  print("double DQN, 256-512-512-64, batch 64: \(Int(rate)) steps/s of CPU time (at least 80)")
  return rate
}

/// Whether an agent learns to balance: the mean of 20 episodes of at most 500 steps, unseen ones.
func balances(seed: UInt64) -> Bool {
  var settings = LearningSettings()
  settings.hiddenSizes = [64, 64]
  settings.learningRate = 1e-3
  settings.discount = 0.99
  settings.horizon = 3
  settings.exploration = .init(last: 0.02, actions: 4000)
  settings.targetInterval = 200
  settings.replayCapacity = 10_000
  settings.seed = seed
  var agent = Agent(stateSize: 4, actionCount: 2, settings)
  var cart = CartPole(seed: seed)
  var curve = LearningCurve()
  let clock = CPUClock()
  var mean = 0.0
  while curve.actions < 60_000 {
    agent.episode(in: &cart, limit: 500, curve: &curve)
    guard curve.episodes % 20 == 0 else { continue }
    var unseen = CartPole(seed: 1000 + seed)
    mean = (0..<20).reduce(0) { sum, _ in sum + agent.network.play(&unseen, limit: 500) } / 20
    if mean >= 475 { break }
  }
  print(
    "  seed \(seed): \(Int(mean)) steps after \(curve.actions) actions, "
      + "\(Int(clock.milliseconds)) ms")
  return mean >= 475
}
