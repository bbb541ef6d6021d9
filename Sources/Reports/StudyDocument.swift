public import Quantities

/// Published runs beside simulations of the jobs that repeat them (`rhumb.study/1`).
public struct StudyDocument: ReportDocument {
  public let schema = "rhumb.study/1"
  public var title: String
  public var source: String
  public var fits: [Fit]
  public var tables: [Table]
  public var divisions: [Division]

  /// A bandwidth that was fitted to one run.
  public struct Fit: Encodable, Hashable, Sendable {
    public var transport: String
    /// The run that it was fitted to.
    public var run: String
    /// Out of and into a node.
    public var bytesPerSecond: Double
    /// Over what the hardware's descriptions give.
    public var factor: Double
    /// Whether the run's ratio could be met.
    public var isMet: Bool

    public init(
      transport: String, run: String, bandwidth: BytesPerSecond, factor: Double, isMet: Bool
    ) {
      self.transport = transport
      self.run = run
      bytesPerSecond = bandwidth.value
      self.factor = factor
      self.isMet = isMet
    }
  }

  public struct Table: Encodable, Hashable, Sendable {
    public var name: String
    public var note: String
    public var tolerance: Double
    public var reference: String
    public var runs: [Run]

    public init(
      name: String, note: String, tolerance: Double, reference: String, runs: [Run]
    ) {
      self.name = name
      self.note = note
      self.tolerance = tolerance
      self.reference = reference
      self.runs = runs
    }
  }

  public struct Run: Encodable, Hashable, Sendable {
    public var name: String
    public var job: String
    public var strategy: String
    /// By stage.
    public var blocks: [Int]
    public var stepTimeSeconds: Double
    public var samplesPerSecond: Double
    /// Over the reference's step.
    public var timesAsLong: Double
    @OrNull public var publishedTimesAsLong: Double?
    /// Whether a bandwidth was fitted to this run.
    public var isFitted: Bool

    public init(
      name: String, job: String, strategy: String, blocks: [Int], stepTime: Seconds,
      samples: Int, timesAsLong: Double, published: Double?, isFitted: Bool
    ) {
      self.name = name
      self.job = job
      self.strategy = strategy
      self.blocks = blocks
      stepTimeSeconds = stepTime.value
      samplesPerSecond = Double(samples) / stepTime.value
      self.timesAsLong = timesAsLong
      publishedTimesAsLong = published
      self.isFitted = isFitted
    }

    /// Of the ratio.
    var error: Double? { publishedTimesAsLong.map { timesAsLong / $0 - 1 } }
  }

  /// Layers divided in proportion to speed, and the best division that there is.
  public struct Division: Encodable, Hashable, Sendable {
    public var name: String
    public var speeds: [Double]
    public var alpha: Double
    public var proportional: [Int]
    @OrNull public var published: [Int]?
    /// Of all divisions, where a run was simulated with each of them.
    @OrNull public var best: [Int]?
    @OrNull public var proportionalSeconds: Double?
    @OrNull public var bestSeconds: Double?

    public init(
      name: String, speeds: [Double], alpha: Double, proportional: [Int], published: [Int]? = nil,
      best: [Int]? = nil, proportionalTime: Seconds? = nil, bestTime: Seconds? = nil
    ) {
      self.name = name
      self.speeds = speeds
      self.alpha = alpha
      self.proportional = proportional
      self.published = published
      self.best = best
      proportionalSeconds = proportionalTime?.value
      bestSeconds = bestTime?.value
    }
  }

  public init(
    title: String, source: Provenance, fits: [Fit], tables: [Table], divisions: [Division]
  ) {
    self.title = title
    self.source = source.source
    self.fits = fits
    self.tables = tables
    self.divisions = divisions
  }
}
