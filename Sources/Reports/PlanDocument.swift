/// One plan as a file holds it (`rhumb.plan/1`): what launchers need, and the costs it was chosen
/// for.
///
/// `job`, `strategy`, `rankOrder`, `nodes` and `chunkStarts` are the plan; the rest is computed
/// from them anew by whoever loads it.
public struct PlanDocument: ReportDocument {
  public let schema = "rhumb.plan/1"
  /// 1 for the fastest of a list.
  public var rank: Int
  public var job: JobSummary
  public var strategy: StrategySummary
  public var rankOrder: String
  public var nodes: [NodesOfGroup]
  public var chunkStarts: [Int]
  public var devicesUsed: Int
  public var stages: [StageSummary]
  public var groups: [GroupSummary]
  public var stepTimeSeconds: Double
  /// What a step costs; absent where the cluster states no prices.
  public var price: PriceSummary?
  /// The estimate that the search ranked by.
  public var estimatedStepTimeSeconds: Double
  public var samplesPerSecond: Double
  /// `null` for models without a sequence.
  @OrNull public var tokensPerSecond: Double? = nil
  public var modelFlopsPerSecondPerDevice: Double
  public var modelFlopsUtilization: Double
  /// Of the busiest stage; the parts add up to the step time.
  public var breakdownSeconds: BreakdownSummary
  /// Of the rank that needs most.
  public var memoryBytes: MemorySummary
  /// Why the plan cannot run all the same: a lack of memory.
  @OrNull public var violation: ViolationSummary? = nil
  /// Arguments for Megatron-LM that launch the plan.
  public var megatronArguments: [String]
  /// What a framework needs that the arguments cannot say.
  public var launchNotes: [String]
}

/// What a step costs, in the currency of the cluster file.
public struct PriceSummary: Encodable, Hashable, Sendable {
  public var perStep: Double
  /// Of `perStep`, what is paid for bytes over links.
  public var trafficPerStep: Double
  /// Per million samples of models that read no tokens.
  public var perMillionTokens: Double
}

public struct JobSummary: Encodable, Hashable, Sendable {
  public var model: String
  public var cluster: String
  /// The file of measured times that won over the cost model; absent without one.
  public var profile: String?
  public var globalBatchSize: Int
  public var sequenceLength: Int
  public var targetLength: Int?
  public var precision: String
  public var optimizer: String
  public var attention: String
  public var expertLoadImbalance: Double
  public var vocabularyDivisor: Int
  public var framework: String
  public var parameters: Int
  public var devices: Int
  public var nodes: Int
}

public struct StrategySummary: Encodable, Hashable, Sendable {
  public var dataParallelSize: Int
  public var tensorParallelSize: Int
  public var pipelineParallelSize: Int
  public var virtualPipelineSize: Int
  public var contextParallelSize: Int
  public var contextParallelKind: String
  public var expertParallelSize: Int
  public var expertTensorParallelSize: Int
  public var sequenceParallel: Bool
  public var zeroStage: Int
  public var microBatchSize: Int
  public var recomputation: String
  public var schedule: String
  public var overlap: OverlapSummary
  /// By stage, where stages differ; the degrees above are then those of the first. Absent where all
  /// stages are equal.
  public var stages: [StageDegreesSummary]?
  /// The degrees in short form, for people.
  public var label: String

  public struct StageDegreesSummary: Encodable, Hashable, Sendable {
    public var tensorParallelSize: Int
    public var dataParallelSize: Int
    public var microBatchSize: Int
  }

  public struct OverlapSummary: Encodable, Hashable, Sendable {
    public var gradientReduction: Bool
    public var parameterGather: Bool
    public var tensorParallel: Bool
    public var pipelineTransfers: Bool
  }
}

public struct ViolationSummary: Codable, Hashable, Sendable {
  public var rule: String
  public var message: String
}

public struct NodesOfGroup: Encodable, Hashable, Sendable {
  public var group: String
  public var count: Int
  /// Devices of the last node that stay idle; absent where none do.
  public var idleDevices: Int?
}

public struct StageSummary: Encodable, Hashable, Sendable {
  /// The first layer in the model's own count, embeddings and output layer not counted; of each
  /// chunk when there are several.
  public var firstLayer: Int
  public var layerCount: Int
  public var chunks: [ChunkSummary]
  public var hasEmbedding: Bool
  public var hasOutputLayer: Bool
  /// Devices of the cluster, numbered through groups and nodes.
  public var devices: [Int]
  public var deviceKind: String
  public var nodeGroups: [String]
  public var peakMemoryBytes: Double
  public var usableMemoryBytes: Double
  public var computeSeconds: Double
  public var breakdownSeconds: BreakdownSummary
  public var memoryBytes: MemorySummary

  public struct ChunkSummary: Encodable, Hashable, Sendable {
    public var firstLayer: Int
    public var layerCount: Int
  }
}

public struct GroupSummary: Encodable, Hashable, Sendable {
  public var axis: String
  public var ranks: [Int]
  public var transport: String
}

/// Where time goes; the parts add up to the step time.
public struct BreakdownSummary: Encodable, Hashable, Sendable {
  public var compute: Double
  public var optimizer: Double
  public var tensorParallel: Double
  public var contextParallel: Double
  public var expertParallel: Double
  public var pipelineParallel: Double
  public var dataParallel: Double
  public var bubble: Double
}

/// Where memory goes; `total` is the sum of the parts.
public struct MemorySummary: Encodable, Hashable, Sendable {
  public var weights: Double
  public var gradients: Double
  public var optimizerStates: Double
  public var activations: Double
  public var working: Double
  public var total: Double
}
