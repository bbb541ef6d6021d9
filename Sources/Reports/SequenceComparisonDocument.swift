import Foundation
public import Quantities
public import SequencePlanning

/// Planned batches beside what a publication says of them (`rhumb.sequence-comparison/1`).
public struct SequenceComparisonDocument: ReportDocument {
  public let schema = "rhumb.sequence-comparison/1"
  public var title: String
  /// Where the published figures, the lengths and the predictions of the published solver come from.
  public var source: String
  public var lengths: String
  public var solverSource: String
  public var coefficients: String
  public var settings: [Setting]
  /// Processor time of each plan; empty unless asked for.
  public var cpuSeconds: [Double]

  /// One model on one list of lengths. All times are seconds per batch.
  public struct Setting: Encodable, Hashable, Sendable {
    public var data: String
    public var model: String
    public var thousandPositions: Int
    public var devices: Int
    public var batches: [Batch]
    @OrNull public var published: Factors?

    public init(
      data: String, model: String, thousandPositions: Int, devices: Int, batches: [Batch],
      published: Factors?
    ) {
      self.data = data
      self.model = model
      self.thousandPositions = thousandPositions
      self.devices = devices
      self.batches = batches
      self.published = published
    }
  }

  public struct Batch: Encodable, Hashable, Sendable {
    public var times: Times
    /// The largest of a microbatch.
    public var worstGap: Double
    public var globalGap: Double
    /// By the published solver and its baselines.
    @OrNull public var predicted: Times?

    public init(_ plan: SequencePlan, _ times: Times, predicted: Times?) {
      self.times = times
      worstGap = plan.microbatches.map(\.gap).max() ?? 0
      globalGap = plan.globalGap
      self.predicted = predicted
    }
  }

  /// Seconds by way of running a batch; `null` where it cannot run, or nobody says.
  public struct Times: Encodable, Hashable, Sendable {
    public var mixed: Double
    @OrNull public var fixedDegree: Double?
    @OrNull public var bestDegree: Double?
    @OrNull public var contextParallel: Double?

    public init(
      mixed: Double, fixedDegree: Double?, bestDegree: Double?, contextParallel: Double?
    ) {
      self.mixed = mixed
      self.fixedDegree = fixedDegree
      self.bestDegree = bestDegree
      self.contextParallel = contextParallel
    }
  }

  /// How many times as long other ways take as a mix of degrees.
  public struct Factors: Encodable, Hashable, Sendable {
    @OrNull public var overFixedDegree: Double?
    @OrNull public var overBestDegree: Double?
    @OrNull public var overContextParallel: Double?

    public init(
      overFixedDegree: Double?, overBestDegree: Double?, overContextParallel: Double?
    ) {
      self.overFixedDegree = overFixedDegree
      self.overBestDegree = overBestDegree
      self.overContextParallel = overContextParallel
    }
  }

  public init(
    title: String, source: String, lengths: String, solverSource: String, coefficients: String,
    settings: [Setting], cpuTimes: [Seconds]
  ) {
    self.title = title
    self.source = source
    self.lengths = lengths
    self.solverSource = solverSource
    self.coefficients = coefficients
    self.settings = settings
    cpuSeconds = cpuTimes.map(\.value)
  }
}

extension SequenceComparisonDocument.Setting {
  /// The sum over all batches, `nil` where one of them has none.
  func sum(_ time: KeyPath<SequenceComparisonDocument.Times, Double?>) -> Double? {
    let times = batches.compactMap { $0.times[keyPath: time] }
    return times.count == batches.count ? times.reduce(0, +) : nil
  }

  var mixed: Double { batches.reduce(0) { $0 + $1.times.mixed } }

  /// Of the sums over all batches.
  var factors: SequenceComparisonDocument.Factors {
    SequenceComparisonDocument.Factors(
      overFixedDegree: sum(\.fixedDegree).map { $0 / mixed },
      overBestDegree: sum(\.bestDegree).map { $0 / mixed },
      overContextParallel: sum(\.contextParallel).map { $0 / mixed })
  }
}
