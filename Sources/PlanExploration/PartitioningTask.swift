public import ReinforcementLearning

/// Auto-MAP's explorers of operator partitioning and of data parallelism: one linked group of
/// dimensions after the other is split or left whole.
///
/// The state holds for each group 1 when it is split, 0 when it is whole, −1 while it is undecided,
/// and which one is next. An episode ends when all are decided, or with the first conflict.
public struct PartitioningTask: PlanTask {
  public enum Reward: String, Hashable, Sendable, CaseIterable {
    /// As published: 0.4 for each split dimension, 0.1 for each whole one, and −1 and the end for a
    /// conflict. It wants as much split as possible, whatever that takes.
    case published
    /// What a decision saves of the step's time, as a part of the time with nothing split. Layouts
    /// may change between operations, at their price.
    case time
  }

  public let problem: PartitioningProblem
  public let reward: Reward
  public private(set) var found: (plan: [Bool], cost: Double)?
  /// Choices whose time was computed.
  public private(set) var evaluated = 0
  private var choice: [Bool] = []
  private var total: Float = 0
  private var known: [[Bool]: PartitioningProblem.Evaluation] = [:]
  /// What rewards of the published kind are divided by.
  private let unit: Float

  public init(_ problem: PartitioningProblem, reward: Reward) {
    self.problem = problem
    self.reward = reward
    // Rewards of thousands of dimensions would swamp the penalty of a conflict.
    unit = Float(max(1, problem.decisions.map(\.count).max() ?? 1))
  }

  public var stateSize: Int { 2 * max(1, problem.decisions.count) }
  public let actionCount = 2

  public mutating func reset() -> Observation {
    choice = []
    total = 0
    found = nil
    return observation
  }

  /// Action 1 splits the next group, 0 leaves it whole.
  public mutating func step(_ action: Int) -> Consequence {
    let index = choice.count
    let isSplit = action == 1
    let before = reward == .time ? cost(of: choice) : 0
    choice.append(isSplit)
    let isComplete = choice.count >= problem.decisions.count
    switch reward {
    case .published:
      if isSplit, conflicts(index) {
        return Consequence(observation, reward: -1, isLast: true)
      }
      let count = problem.decisions.isEmpty ? 0 : Float(problem.decisions[index].count)
      let gain = (isSplit ? 0.4 : 0.1) * count
      total += gain
      if isComplete { found = (choice, -Double(total)) }
      return Consequence(observation, reward: gain / unit, isLast: isComplete)
    case .time:
      let after = isSplit ? cost(of: choice) : before
      if isComplete { found = (choice, after) }
      return Consequence(
        observation, reward: Float((before - after) / cost(of: [])), isLast: isComplete)
    }
  }

  /// Whether a group that was just split splits a variable twice, or makes a tensor change its
  /// layout.
  private mutating func conflicts(_ index: Int) -> Bool {
    excludes(index) || evaluation(of: choice).isConflicting
  }

  /// Whether a group cannot be split with those that are, or not at all.
  private func excludes(_ index: Int) -> Bool {
    problem.excluded[index].contains { $0 == index || ($0 < choice.count && choice[$0]) }
  }

  private mutating func cost(of choice: [Bool]) -> Double { evaluation(of: choice).cost }

  /// Of a choice whose other groups are left whole.
  private mutating func evaluation(of choice: [Bool]) -> PartitioningProblem.Evaluation {
    var whole = choice
    while whole.last == false { whole.removeLast() }
    if let known = known[whole] { return known }
    evaluated += 1
    let evaluation = problem.evaluate(whole)
    known[whole] = evaluation
    return evaluation
  }

  private var observation: Observation {
    let count = max(1, problem.decisions.count)
    var state = [Float](repeating: -1, count: count) + [Float](repeating: 0, count: count)
    for (index, isSplit) in choice.enumerated() where index < count {
      state[index] = isSplit ? 1 : 0
    }
    if choice.count < count { state[count + choice.count] = 1 }
    var allowed = [true, true]
    // With its price, splitting a variable twice is no choice at all.
    if choice.count < problem.decisions.count, reward == .time {
      allowed[1] = !excludes(choice.count)
    }
    if problem.decisions.isEmpty { allowed[1] = false }
    return Observation(state: state, allowed: allowed)
  }

  /// The best of all choices, by trying them; `nil` when there are more than `limit` that split no
  /// variable twice.
  public func optimum(limit: Int = 100_000) -> (plan: [Bool], cost: Double)? {
    guard let choices = choices(limit: limit) else { return nil }
    var task = self
    var best: (plan: [Bool], cost: Double)?
    for choice in choices {
      _ = task.reset()
      var isDone = problem.decisions.isEmpty && task.step(0).isLast
      for isSplit in choice where !isDone { isDone = task.step(isSplit ? 1 : 0).isLast }
      if let found = task.found, found.cost < best?.cost ?? .infinity { best = found }
    }
    return best
  }

  /// All choices that split no variable twice, in a fixed order.
  private func choices(limit: Int) -> [[Bool]]? {
    var choices: [[Bool]] = [[]]
    for index in problem.decisions.indices {
      var longer: [[Bool]] = []
      for choice in choices {
        longer.append(choice + [false])
        let excluded = problem.excluded[index]
        if !excluded.contains(where: { $0 == index || ($0 < choice.count && choice[$0]) }) {
          longer.append(choice + [true])
        }
      }
      guard longer.count <= limit else { return nil }
      choices = longer
    }
    return choices
  }
}
