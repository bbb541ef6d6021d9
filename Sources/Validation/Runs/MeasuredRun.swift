/// A published training run as its row states it; what the source leaves open is `nil`.
///
/// Words stay as they were published. `RunInterpreter` turns them into a model, a cluster and a
/// strategy.
public struct MeasuredRun: Hashable, Sendable {
  public var id: String
  /// The table that the run comes from.
  public var family: String
  /// How fit for scoring the run is, where an index of runs says so.
  public var tier: Tier?
  /// The metric to score, where an index of runs says so.
  public var primaryMetric: String?
  public var model: StatedModel
  public var machine: StatedMachine
  public var strategy: StatedStrategy
  public var notes: String
  public var figures: [Figure]
  /// What is wrong with a field of one of the rows, if anything is.
  public var defect: String?

  /// The metric of a run that ran out of memory.
  public static let outOfMemory = "out_of_memory"

  public var ranOutOfMemory: Bool { value(of: Self.outOfMemory) != nil }

  public enum Tier: String, Hashable, Sendable, CaseIterable {
    /// Fully specified.
    case main
    /// Something is missing, or nearly the same run is among the main ones.
    case extra
  }

  /// One published figure.
  public struct Figure: Hashable, Sendable {
    public var metric: String
    public var value: Double
    public var unit: String
  }

  public struct StatedModel: Hashable, Sendable {
    public var name: String
    /// In billions.
    public var parameters: Double?
    public var layers: Int?
    public var hiddenSize: Int?
    public var feedForwardSize: Int?
    public var heads: Int?
    public var keyValueHeads: Int?
    public var vocabularySize: Int?
    public var sequenceLength: Int?
    public var isGated: Bool?
    public var experts: Int?
    public var expertsPerToken: Int?
  }

  public struct StatedMachine: Hashable, Sendable {
    public var device: String
    public var devices: Int?
    public var devicesPerNode: Int?
    public var interconnect: String
  }

  public struct StatedStrategy: Hashable, Sendable {
    public var dataParallelSize: Int?
    public var tensorParallelSize: Int?
    public var pipelineParallelSize: Int?
    public var virtualPipelineSize: Int?
    public var contextParallelSize: Int?
    public var expertParallelSize: Int?
    public var sequenceParallel: Bool?
    /// How parameters and states are shared out over data-parallel ranks.
    public var sharding: String
    public var microBatchSize: Int?
    public var globalBatchSize: Int?
    public var precision: String
    public var recomputation: String
    public var attentionKernel: String
  }

  /// The figure of one metric.
  func value(of metric: String) -> Double? { figures.first { $0.metric == metric }?.value }

  /// The first figure of one of the metrics, in their order.
  public func figure(_ metrics: String...) -> Figure? {
    for metric in metrics {
      if let figure = figures.first(where: { $0.metric == metric }) { return figure }
    }
    return nil
  }
}

extension MeasuredRun.StatedStrategy {
  /// The devices that the degrees take, if all of them are stated.
  var statedDevices: Int? {
    guard let data = dataParallelSize, let tensor = tensorParallelSize,
      let pipeline = pipelineParallelSize
    else { return nil }
    return [data, tensor, pipeline, contextParallelSize ?? 1].reduce(1) {
      $0.multipliedReportingOverflow(by: $1).partialValue
    }
  }
}
