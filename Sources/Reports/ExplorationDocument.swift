/// What agents found while they learned to plan, beside the exact optimum and, where there is one,
/// what was published (`rhumb.exploration/1`).
public struct ExplorationDocument: ReportDocument {
  public let schema = "rhumb.exploration/1"
  public var title: String
  /// Where published figures come from; `null` without them.
  @OrNull public var source: String?
  public var settings: [Setting]
  /// Pipelines by DAPPLE's planner; empty unless published ones were asked for.
  public var pipelines: [Pipeline]

  public init(
    title: String, source: String? = nil, settings: [Setting], pipelines: [Pipeline] = []
  ) {
    self.title = title
    self.source = source
    self.settings = settings
    self.pipelines = pipelines
  }

  /// One task on one model and cluster.
  public struct Setting: Encodable, Hashable, Sendable {
    /// `operators`, `data` or `pipeline`.
    public var task: String
    public var model: String
    public var cluster: String
    /// What costs measure: `reward` (negative, as published) or `seconds`.
    public var objective: String
    /// What Auto-MAP's agent decides one by one, and what is left after linking.
    public var dimensions: Int
    public var decisions: Int
    /// The least cost of all plans; `null` where there are too many to try.
    @OrNull public var exactCost: Double?
    public var runs: [Run]
    /// The best plan of the first run.
    public var plan: [Choice]
    /// Of the first run: by episode the return, and the least cost so far (`null` before a plan).
    public var returns: [Double]
    public var leastCosts: [Double?]
    @OrNull public var published: String?

    public init(
      task: String, model: String, cluster: String, objective: String, dimensions: Int,
      decisions: Int, exactCost: Double?, runs: [Run], plan: [Choice], returns: [Double],
      leastCosts: [Double], published: String? = nil
    ) {
      self.task = task
      self.model = model
      self.cluster = cluster
      self.objective = objective
      self.dimensions = dimensions
      self.decisions = decisions
      self.exactCost = exactCost
      self.runs = runs
      self.plan = plan
      self.returns = returns
      self.leastCosts = leastCosts.map { $0.isFinite ? $0 : nil }
      self.published = published
    }
  }

  /// One agent.
  public struct Run: Encodable, Hashable, Sendable {
    public var seed: UInt64
    public var episodes: Int
    /// `null` when no episode ended with a plan.
    @OrNull public var cost: Double?
    /// The first episode that found it.
    @OrNull public var bestEpisode: Int?
    /// How far above the exact optimum, as a fraction of it.
    @OrNull public var regret: Double?
    /// Processor time; `null` unless asked for.
    @OrNull public var cpuSeconds: Double?

    public init(
      seed: UInt64, episodes: Int, cost: Double?, bestEpisode: Int?, regret: Double?,
      cpuSeconds: Double?
    ) {
      self.seed = seed
      self.episodes = episodes
      self.cost = cost
      self.bestEpisode = bestEpisode
      self.regret = regret
      self.cpuSeconds = cpuSeconds
    }
  }

  /// What a plan does with one part of the model.
  public struct Choice: Encodable, Hashable, Sendable {
    public var part: String
    public var choice: String

    public init(_ part: String, _ choice: String) {
      self.part = part
      self.choice = choice
    }
  }

  /// A pipeline by DAPPLE's planner.
  public struct Pipeline: Encodable, Hashable, Sendable {
    public var model: String
    public var cluster: String
    public var plan: String
    @OrNull public var seconds: Double?
    public var published: String

    public init(
      model: String, cluster: String, plan: String, seconds: Double?, published: String
    ) {
      self.model = model
      self.cluster = cluster
      self.plan = plan
      self.seconds = seconds
      self.published = published
    }
  }

  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  public var html: String { page.html }
}

extension ExplorationDocument.Setting {
  /// Regrets of all runs that have one, ascending.
  var regrets: [Double] { runs.compactMap(\.regret).sorted() }

  func costText(_ cost: Double) -> String {
    objective == "seconds" ? Format.seconds(cost) : Format.number(-cost, digits: 1)
  }

  var name: String { "\(task), \(model) on \(cluster)" }
}
