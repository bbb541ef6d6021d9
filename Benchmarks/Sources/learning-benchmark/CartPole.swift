import Foundation
import ReinforcementLearning

/// A pole on a cart that is pushed to the left or right: 1 for each step in which it stands.
///
/// Source: Barto, Sutton and Anderson 1983, Neuronlike adaptive elements that can solve difficult
/// learning control problems; steps, starts and limits as in OpenAI Gym's CartPole-v1.
struct CartPole: Environment {
  let stateSize = 4
  let actionCount = 2
  private var random: RandomSource
  private var position = 0.0
  private var velocity = 0.0
  private var angle = 0.0
  private var spin = 0.0

  init(seed: UInt64) { random = RandomSource(seed: seed) }

  private var observation: Observation {
    Observation(
      state: [position, velocity, angle, spin].map { Float($0) }, allowed: [true, true])
  }

  mutating func reset() -> Observation {
    func start() -> Double { (random.fraction() - 0.5) * 0.1 }
    (position, velocity, angle, spin) = (start(), start(), start(), start())
    return observation
  }

  mutating func step(_ action: Int) -> Consequence {
    let force = action == 1 ? 10.0 : -10.0
    // Masses of cart and pole 1 and 0.1, half the pole's length 0.5, gravity 9.8, steps of 0.02 s.
    let push = (force + 0.05 * spin * spin * sin(angle)) / 1.1
    let turn =
      (9.8 * sin(angle) - cos(angle) * push)
      / (0.5 * (4 / 3 - 0.1 * cos(angle) * cos(angle) / 1.1))
    let drive = push - 0.05 * turn * cos(angle) / 1.1
    position += 0.02 * velocity
    velocity += 0.02 * drive
    angle += 0.02 * spin
    spin += 0.02 * turn
    let hasFallen = abs(position) > 2.4 || abs(angle) > 12 * Double.pi / 180
    return Consequence(observation, reward: 1, isLast: hasFallen)
  }
}
