public import ReinforcementLearning

/// A decision process whose episodes end with a plan.
public protocol PlanTask: Environment {
  associatedtype Found

  /// The plan that the last episode ended with and what it costs, less being better; `nil` when it
  /// ended without one.
  var found: (plan: Found, cost: Double)? { get }
}

/// What an agent found while it learned.
public struct Exploration<Task: PlanTask> {
  /// The best plan of all episodes; `nil` when none ended with one.
  public private(set) var best: (plan: Task.Found, cost: Double)?
  /// By episode the least cost so far; infinite before the first plan.
  public private(set) var leastCosts: [Double] = []
  /// The returns.
  public private(set) var curve = LearningCurve()
  /// The network at the end.
  public private(set) var network: ValueNetwork
  /// The task at the end, with what it counted.
  public private(set) var task: Task

  /// Lets an agent learn on a task for some episodes, then once do what it thinks best.
  ///
  /// - Parameter isWanted: hears the number of episodes so far, and may end the exploration.
  /// - Complexity: O(episodes · (their steps + a learning step each)).
  public init(
    of task: Task, episodes: Int, _ settings: LearningSettings,
    isWanted: ((Int) -> Bool)? = nil
  ) {
    self.task = task
    var agent = Agent(
      stateSize: task.stateSize, actionCount: task.actionCount, settings)
    network = agent.network
    for episode in 0..<episodes {
      agent.episode(in: &self.task, curve: &curve)
      note(self.task.found)
      if let isWanted, !isWanted(episode + 1) { break }
    }
    _ = agent.network.play(&self.task)
    note(self.task.found)
    network = agent.network
  }

  private mutating func note(_ found: (plan: Task.Found, cost: Double)?) {
    if let found, found.cost < best?.cost ?? .infinity { best = found }
    leastCosts.append(best?.cost ?? .infinity)
  }

  /// The episode after which nothing better was found, from 1 on.
  public var bestEpisode: Int? {
    best.flatMap { best in leastCosts.firstIndex(of: best.cost).map { $0 + 1 } }
  }
}
