import ClusterTopology
import CostModel
import Figures
import ModelDescription
import Quantities
public import Search
import StrategySpace

/// The best plan at each point of a sweep (`rhumb.sweep/1`). Times are the closed form's.
public struct SweepDocument: ReportDocument {
  public let schema = "rhumb.sweep/1"
  public var model: String
  public var cluster: String
  public var factors: [Factor]
  /// The first factor varies fastest.
  public var points: [Point]
  /// Strategies timed and skipped, over all points.
  public var evaluated: Int
  public var pruned: Int
  /// Whether every point was planned: not when somebody stopped the sweep.
  public var complete: Bool

  public struct Factor: Encodable, Hashable, Sendable {
    /// As the sweep file calls it.
    public var name: String
    /// In base units.
    public var values: [Double]

    public init(name: String, values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  public struct Point: Codable, Hashable, Sendable {
    /// Of each factor, in their order.
    public var values: [Double]
    /// Of the cluster, unless the best plan leaves some idle.
    public var devicesUsed: Int
    /// Null where nothing fits, like all that follows.
    @OrNull public var strategy: String?
    @OrNull public var stepTimeSeconds: Double?
    @OrNull public var samplesPerSecond: Double?
    @OrNull public var tokensPerSecond: Double?
    @OrNull public var modelFlopsUtilization: Double?
    @OrNull public var peakMemoryBytes: Double?
    /// Of one step; `null` without a price.
    @OrNull public var stepPrice: Double?
    /// Why nothing fits.
    @OrNull public var violation: ViolationSummary?

    /// - Parameter price: of a device for an hour.
    public init(
      _ values: [Double], _ result: SearchResult, of problem: PlanningProblem, price: Double?
    ) {
      self.values = values
      devicesUsed = problem.costs.cluster.deviceCount
      violation = result.nearest.map { ViolationSummary($0.violation) }
      guard let best = result.candidates.first else { return }
      let seconds = best.estimatedTime.value
      let batch = Double(problem.costs.job.globalBatchSize)
      let rate = problem.modelFLOPsPerSample.value * batch / seconds
      strategy = best.plan.strategy.description
      devicesUsed = best.plan.strategy.rankCount
      stepTimeSeconds = seconds
      samplesPerSecond = batch / seconds
      tokensPerSecond = problem.tokensPerSample.map { Double($0) * batch / seconds }
      modelFlopsUtilization = rate / best.plan.peak(problem.costs).value
      peakMemoryBytes = best.peakMemory.value
      stepPrice = price.map { $0 * Double(devicesUsed) * seconds / 3600 }
    }
  }

  public init(
    model: String, cluster: String, factors: [Factor], points: [Point], evaluated: Int,
    pruned: Int, complete: Bool
  ) {
    self.model = model
    self.cluster = cluster
    self.factors = factors
    self.points = points
    self.evaluated = evaluated
    self.pruned = pruned
    self.complete = complete
  }

  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  public var html: String { page.html }

  /// A line for each point, names of columns first; quantities in base units, as in JSON.
  public var csv: String {
    let header =
      factors.map(\.name) + [
        "devices_used", "step_time_seconds", "samples_per_second", "tokens_per_second",
        "model_flops_utilization", "peak_memory_bytes", "step_price", "strategy", "violation",
      ]
    let rows = points.map { point -> [String] in
      let costs = [
        point.stepTimeSeconds, point.samplesPerSecond, point.tokensPerSecond,
        point.modelFlopsUtilization, point.peakMemoryBytes, point.stepPrice,
      ]
      return point.values.map(\.plain) + ["\(point.devicesUsed)"] + costs.map { $0?.plain ?? "" }
        + [point.strategy ?? "", point.violation?.message ?? ""]
    }
    return ([header] + rows).map { row in
      row.map(\.csvField).joined(separator: ",") + "\n"
    }.joined()
  }
}

extension Double {
  /// Without a fraction when there is none.
  fileprivate var plain: String {
    self == rounded() && magnitude < 1e15 ? String(Int(self)) : description
  }
}

extension String {
  /// Quoted where a reader would be misled (RFC 4180).
  fileprivate var csvField: String {
    contains { "\",\n\r".contains($0) } ? "\"\(replacing("\"", with: "\"\""))\"" : self
  }
}
