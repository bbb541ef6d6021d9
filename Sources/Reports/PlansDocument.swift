/// Everything `rhumb plan` found (`rhumb.plans/1`).
public struct PlansDocument: ReportDocument {
  public let schema = "rhumb.plans/1"
  public var job: JobSummary
  public var clusterGroups: [ClusterGroupSummary]
  /// Fastest first; empty when nothing fits.
  public var plans: [PlanDocument]
  /// Every plan that was simulated and fits, the listed ones among them.
  public var considered: [ConsideredPlan] = []
  /// What the best plan would be if the cluster were a little different; empty unless a report was
  /// asked for.
  public var sensitivity: [SensitivitySummary] = []
  public var search: SearchSummary
  /// When nothing fits: what came closest, and what would have to change.
  @OrNull public var nearest: NearestSummary?
  /// Where the numbers behind the prediction come from.
  public var inputs: [InputSummary]
  /// Pictures of the best plan, which no JSON holds.
  public var pictures: PlanPictures? = nil

  private enum CodingKeys: String, CodingKey {
    case schema, job, clusterGroups, plans, considered, sensitivity, search, nearest, inputs
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
  public var complete: Bool
}

public struct NearestSummary: Encodable, Hashable, Sendable {
  public var strategy: StrategySummary
  public var violation: ViolationSummary
}

public struct InputSummary: Encodable, Hashable, Sendable {
  /// What the numbers describe: a device, link or interface.
  public var subject: String
  /// `measured`, `published` or `assumed`.
  public var evidence: String
  public var source: String
}
