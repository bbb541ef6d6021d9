/// What one simulated step of a plan does (`rhumb.simulation/1`).
public struct SimulationDocument: ReportDocument {
  public let schema = "rhumb.simulation/1"
  public var job: JobSummary
  public var strategy: StrategySummary
  public var microbatches: Int
  /// What was asked for beside the plan itself, in words.
  public var conditions: [String] = []
  public var stepTimeSeconds: Double
  /// The estimate that a search ranks by, for the plan's own schedule and without contention.
  public var estimatedStepTimeSeconds: Double
  /// Of the step time, what waiting for links adds that several transfers and collectives share.
  public var contentionSeconds: Double
  /// Stages' time spent waiting for other stages, of all stages' time.
  public var bubbleFraction: Double
  public var simulatedTasks: Int
  /// Links that can be crowded; of nodes that are loaded alike only the first is named.
  public var sharedLinks: [Link]
  public var stages: [Stage]
  public var criticalPath: Path
  @OrNull public var distribution: Distribution? = nil
  @OrNull public var goodput: GoodputSummary? = nil
  /// What does not fit; the step is simulated all the same.
  @OrNull public var violation: ViolationSummary? = nil

  public struct Link: Encodable, Hashable, Sendable {
    public var name: String
    public var bandwidthBytesPerSecond: Double
  }

  /// A class of ranks that all do the same: those of one pipeline stage.
  public struct Stage: Encodable, Hashable, Sendable {
    public var ranks: Int
    /// The parts add up to the step time.
    public var breakdownSeconds: BreakdownSummary
    /// The fraction of the step in which each stream is busy.
    public var utilization: UtilizationSummary
    public var memoryBytes: MemorySummary
    /// Passes whose activations are held at the peak.
    public var peakActivationsInFlight: Int
    /// The most that is held in each of equal parts of the step.
    public var memoryTimeline: [MemorySample]
  }

  public struct UtilizationSummary: Encodable, Hashable, Sendable {
    public var compute: Double
    public var tensorParallel: Double
    public var contextParallel: Double
    public var expertParallel: Double
    public var sendActivations: Double
    public var sendGradients: Double
    public var dataParallel: Double
  }

  public struct MemorySample: Encodable, Hashable, Sendable {
    /// When the part of the step begins.
    public var startSeconds: Double
    public var peakBytes: Double
  }

  /// The chain of work that decides the step time.
  public struct Path: Encodable, Hashable, Sendable {
    /// By kind of work, most first; they add up to the step time.
    public var shares: [Share]
    /// The path from start to end, in few enough parts to read.
    public var phases: [Phase]
  }

  public struct Share: Encodable, Hashable, Sendable {
    public var work: String
    public var seconds: Double
  }

  public struct Phase: Encodable, Hashable, Sendable {
    public var startSeconds: Double
    public var endSeconds: Double
    /// The stages that the path passes, first and last of them.
    public var stages: [Int]
    public var shares: [Share]
  }

  /// Step times over many runs with jitter.
  public struct Distribution: Encodable, Hashable, Sendable {
    public var runs: Int
    /// Pipelines that vary each for itself; a step waits for the slowest.
    public var replicas: Int
    public var meanSeconds: Double
    public var quantiles: [Quantile]
  }

  public struct Quantile: Encodable, Hashable, Sendable {
    public var fraction: Double
    public var seconds: Double
  }

  /// Progress of a long run under failures.
  public struct GoodputSummary: Encodable, Hashable, Sendable {
    public var meanTimeBetweenFailuresSeconds: Double
    public var checkpointSeconds: Double
    public var restartSeconds: Double
    /// The best interval between checkpoints.
    public var stepsPerCheckpoint: Int
    /// Of all time, what goes into steps that count.
    public var fraction: Double
    /// `null` where no step ever counts.
    @OrNull public var effectiveStepTimeSeconds: Double?
  }

  public func text(width: Int) -> String { page.text(width: width) }

  public var markdown: String { page.markdown }

  public var html: String { page.html }
}
