/// Everything `rhumb plan` found (`rhumb.plans/1`).
public struct PlansDocument: ReportDocument {
  public let schema = "rhumb.plans/1"
  public var job: JobSummary
  public var clusterGroups: [ClusterGroupSummary]
  /// Fastest first; empty when nothing fits.
  public var plans: [PlanDocument]
  /// Every plan that was simulated and fits, the listed ones among them.
  public var considered: [ConsideredPlan] = []
  /// Plans of which no other is both faster and a tenth smaller in memory; only if asked for.
  public var front: [FrontSummary]?
  /// What the best plan would be if the cluster were a little different; empty unless a report was
  /// asked for.
  public var sensitivity: [SensitivitySummary] = []
  public var search: SearchSummary
  /// When nothing fits: what came closest, and what would have to change.
  @OrNull public var nearest: NearestSummary?
  /// What each group of nodes is worth; absent where only uniform strategies were searched.
  public var groupContributions: [GroupContributionSummary]?
  /// What one network throughout would make of a step; empty where one joins all groups anyway.
  public var networks: [NetworkSummary] = []
  /// Where the numbers behind the prediction come from.
  public var inputs: [InputSummary]
  /// Pictures of the best plan, which no JSON holds.
  public var pictures: PlanPictures? = nil

  private enum CodingKeys: String, CodingKey {
    case schema, job, clusterGroups, plans, considered, front, sensitivity, search, nearest
    case groupContributions, networks, inputs
  }
}

/// A plan as a point: what it costs.
public struct ConsideredPlan: Encodable, Hashable, Sendable {
  /// The strategy in short form.
  public var label: String
  public var stepTimeSeconds: Double
  /// Of the rank that needs most.
  public var peakMemoryBytes: Double

  public init(label: String, stepTimeSeconds: Double, peakMemoryBytes: Double) {
    self.label = label
    self.stepTimeSeconds = stepTimeSeconds
    self.peakMemoryBytes = peakMemoryBytes
  }
}

/// A plan that trades time for memory.
public struct FrontSummary: Encodable, Hashable, Sendable {
  public var strategy: StrategySummary
  public var devices: Int
  public var stepTimeSeconds: Double
  /// Of the rank that needs most.
  public var peakMemoryBytes: Double
  /// Which part of its usable memory the fullest device holds.
  public var memoryShare: Double
  /// Of a step, in the cluster's currency; `null` without prices.
  @OrNull public var stepPrice: Double?
}

public struct ClusterGroupSummary: Encodable, Hashable, Sendable {
  public var name: String
  public var nodes: Int
  public var node: String
  public var devicesPerNode: Int
  public var device: String
  @OrNull public var transport: String?
}

public struct SearchSummary: Encodable, Hashable, Sendable {
  public var evaluated: Int
  public var pruned: Int
  /// Strategies that cannot run, by the rule that they break.
  public var rejected: [String: Int]
  /// `null` unless statistics were asked for, so that equal input gives equal output.
  @OrNull public var cpuSeconds: Double?
  /// Whether the whole space was covered, and no plan of it can be faster than the first one.
  public var complete: Bool
  /// `null` where only the closed form tells plans that were not simulated apart.
  @OrNull public var proof: WinnerProofSummary?
  /// How an agent learned; only there where one searched.
  public var learning: LearningSummary?
}

/// What shows that no other plan of the space is faster when it is simulated.
public struct WinnerProofSummary: Encodable, Hashable, Sendable {
  /// Plans simulated besides the best of the closed form.
  public var simulated: Int
  /// No plan that was not simulated is faster; `null` when none could be.
  @OrNull public var boundOfOthersSeconds: Double?
}

/// What an agent's search went through.
public struct LearningSummary: Encodable, Hashable, Sendable {
  public var seed: UInt64
  public var episodes: Int
  /// Strategies to choose from.
  public var strategies: Int
  /// By episode the sum of rewards.
  public var returns: [Double]
  /// The least estimated time of a step that was found, and that of all strategies.
  @OrNull public var foundSeconds: Double?
  @OrNull public var exactSeconds: Double?
  @OrNull public var regret: Double?
}

/// How long a step takes without some groups of nodes.
public struct GroupContributionSummary: Encodable, Hashable, Sendable {
  public var groups: [String]
  public var isUsed: Bool
  /// Of the best plan without them, by the closed form; `null` when none fits.
  @OrNull public var stepTimeWithoutSeconds: Double?
  /// Of the best plan that may use them, by the closed form.
  public var stepTimeSeconds: Double
}

/// How long a step would take if one network joined all nodes.
public struct NetworkSummary: Encodable, Hashable, Sendable {
  public var transport: String
  /// Of the best plan, by the closed form; `null` when none fits.
  @OrNull public var stepTimeSeconds: Double?
  /// Of the best plan on the cluster as it is, by the closed form.
  public var stepTimeNowSeconds: Double
}

public struct NearestSummary: Encodable, Hashable, Sendable {
  public var strategy: StrategySummary
  public var violation: ViolationSummary
  /// What would make something fit; empty unless memory is lacking.
  public var remedies: [RemedySummary] = []
}

/// A change with which a plan fits.
public struct RemedySummary: Encodable, Hashable, Sendable {
  /// `on 4 times the nodes (8)`.
  public var change: String
  /// Of the best plan then, in short form.
  public var strategy: String
  /// By the closed form.
  public var estimatedStepTimeSeconds: Double

  public init(change: String, strategy: String, estimatedStepTimeSeconds: Double) {
    self.change = change
    self.strategy = strategy
    self.estimatedStepTimeSeconds = estimatedStepTimeSeconds
  }
}

public struct InputSummary: Encodable, Hashable, Sendable {
  /// What the numbers describe: a device, link or interface.
  public var subject: String
  /// `measured`, `published` or `assumed`.
  public var evidence: String
  public var source: String
}
