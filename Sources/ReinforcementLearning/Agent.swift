/// A deep Q-learning agent: it values actions with a network and learns from what it went through.
///
/// Source: Mnih et al. 2015, Human-level control through deep reinforcement learning; with double
/// and dueling networks, priorities and several steps as Hessel et al. 2018, arXiv:1710.02298,
/// combine them. The same seed gives the same agent: there is one thread and one order of sums.
public struct Agent: Sendable {
  public let settings: LearningSettings
  public private(set) var network: ValueNetwork
  /// Learning steps so far.
  public private(set) var learned = 0
  private var target: ValueNetwork
  private var optimizer: Adam
  private var memory: ReplayMemory
  private var random: RandomSource
  private var taken = 0
  /// The last steps of the running episode, at most as many as the horizon.
  private var recent: [(state: [Float], action: Int, reward: Float)] = []

  public init(stateSize: Int, actionCount: Int, _ settings: LearningSettings) {
    var random = RandomSource(seed: settings.seed)
    self.init(
      ValueNetwork(
        sizes: [stateSize] + settings.hiddenSizes + [actionCount], isDueling: settings.isDueling,
        random: &random),
      settings, random)
  }

  /// An agent that learns further from what a network knows.
  public init(_ network: ValueNetwork, _ settings: LearningSettings) {
    self.init(network, settings, RandomSource(seed: settings.seed))
  }

  private init(_ network: ValueNetwork, _ settings: LearningSettings, _ random: RandomSource) {
    self.settings = settings
    self.network = network
    self.random = random
    target = network
    optimizer = Adam(for: network, rate: settings.learningRate)
    memory = ReplayMemory(
      capacity: settings.replayCapacity, priorityExponent: settings.priorityExponent,
      importanceExponent: settings.importanceExponent)
  }

  /// The action that the agent takes while it learns: now and then a random one.
  public mutating func explore(_ observation: Observation) -> Int {
    let rate = settings.exploration.rate(after: taken)
    taken += 1
    guard random.fraction() < rate else { return network.bestAction(in: observation) }
    let allowed = observation.allowed.indices.filter { observation.allowed[$0] }
    return allowed.isEmpty ? 0 : allowed[random.index(below: allowed.count)]
  }

  /// Remembers a step, and learns when it is time to.
  public mutating func observe(_ state: [Float], _ action: Int, _ consequence: Consequence) {
    recent.append((state, action, consequence.reward))
    if consequence.isLast {
      while !recent.isEmpty { remember(consequence) }
    } else if recent.count == settings.horizon {
      remember(consequence)
    }
    if taken % settings.learningInterval == 0, memory.transitions.count >= settings.batchSize {
      learn()
    }
  }

  /// An episode that was cut off has no further steps to wait for.
  mutating func forgetRecent() { recent.removeAll() }

  /// Turns the oldest of the recent steps into a transition to where the last one led.
  private mutating func remember(_ consequence: Consequence) {
    var (reward, factor) = (Float(0), Float(1))
    for step in recent {
      reward += factor * step.reward
      factor *= settings.discount
    }
    memory.insert(
      ReplayMemory.Transition(
        state: recent[0].state, action: recent[0].action, reward: reward,
        discount: consequence.isLast ? 0 : factor, next: consequence.observation))
    recent.removeFirst()
  }

  /// One step of the optimizer on one batch.
  mutating func learn() {
    let sample = memory.sample(settings.batchSize, &random)
    let batch = sample.indices.map { memory.transitions[$0] }
    let targets = targets(of: batch)
    let trace = network.trace(batch.flatMap(\.state))
    var gradient = [Float](repeating: 0, count: trace.values.count)
    for (row, transition) in batch.enumerated() {
      let place = row * network.actionCount + transition.action
      let error = trace.values[place] - targets[row]
      // The derivative of Huber's loss: an error beyond 1 pulls no harder than 1.
      gradient[place] = sample.weights[row] * min(1, max(-1, error)) / Float(batch.count)
      memory.setSurprise(error, of: sample.indices[row])
    }
    optimizer.step(&network, along: network.gradients(trace, gradient))
    learned += 1
    if learned % settings.targetInterval == 0 { target = network }
  }

  /// What the values should have been, by the rewards and the best next action.
  private func targets(of batch: [ReplayMemory.Transition]) -> [Float] {
    let next = batch.flatMap(\.next.state)
    let valued = target.values(of: next)
    let chosen = settings.isDouble ? network.values(of: next) : valued
    return batch.enumerated().map { row, transition in
      guard transition.discount > 0 else { return transition.reward }
      let start = row * network.actionCount
      let action = best(chosen[start..<(start + network.actionCount)], transition.next.allowed)
      return transition.reward + transition.discount * valued[start + action]
    }
  }
}

extension ValueNetwork {
  /// The allowed action of the highest value; of equal ones the first.
  public func bestAction(in observation: Observation) -> Int {
    best(values(of: observation.state)[...], observation.allowed)
  }
}

/// The first of the highest allowed values.
private func best(_ values: ArraySlice<Float>, _ allowed: [Bool]) -> Int {
  var best = 0
  var highest = -Float.infinity
  for (action, value) in values.enumerated() where allowed[action] && value > highest {
    (best, highest) = (action, value)
  }
  return best
}
