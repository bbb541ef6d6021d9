public import Quantities

/// A neural network to be trained, independent of batch, length and cluster.
///
/// Two ways to write one down: the numbers of a transformer family, or an explicit graph of blocks.
/// Both become the same `LayerGraph` once a job says how long a sample is:
///
///     let job = TrainingJob(globalBatchSize: 512, sequenceLength: 2048)
///     let graph = try model.layerGraph(for: job)
///     graph.parameterCount
public struct Model: Hashable, Sendable {
  public enum Architecture: Hashable, Sendable {
    case transformer(TransformerFamily)
    case blocks(BlockGraph)
  }

  public var name: String
  public var architecture: Architecture
  /// Where the sizes come from.
  public var provenance: Provenance

  public init(name: String, architecture: Architecture, provenance: Provenance) {
    self.name = name
    self.architecture = architecture
    self.provenance = provenance
  }

  /// What is wrong with the model itself, whatever the job; empty for a sound model.
  public var problems: [ModelProblem] {
    switch architecture {
    case .transformer(let family): family.problems
    case .blocks(let graph): graph.problems
    }
  }

  /// The model laid out for samples of the job's lengths.
  ///
  /// - Throws: `ModelError` when the model contradicts itself, when the samples do not fit it, or
  ///   when sizes are beyond anything plausible (so that no later arithmetic can overflow).
  /// - Complexity: O(layers); operators are written once per layer class.
  public func layerGraph(for job: TrainingJob) throws(ModelError) -> LayerGraph {
    try job.checkLengths()
    let graph =
      switch architecture {
      case .transformer(let family): try family.layerGraph(for: job)
      case .blocks(let graph): try graph.layerGraph(for: job)
      }
    // In floating point, where even absurd sizes do not overflow.
    let sizes = graph.classes.map { $0.operators.reduce(0.0) { $0 + Double($1.parameterCount) } }
    let parameters = graph.layers.reduce(0.0) { $0 + sizes[$1.classIndex] }
    guard parameters <= ModelLimits.parameters else {
      throw .implausible("\(parameters) parameters", limit: "\(ModelLimits.parameters)")
    }
    return graph
  }
}

/// Sizes beyond which a description is taken for a slip of the pen.
///
/// They are far above anything built, and low enough that counts of parameters, elements and
/// operations per layer stay within 64-bit integers.
public enum ModelLimits {
  /// Features of a layer: hidden size, feed-forward size, channels.
  public static let features = 1 << 20
  /// Rows of an embedding table.
  public static let vocabulary = 1 << 24
  /// Layers, and repetitions of a block.
  public static let layers = 1 << 13
  /// Heads of an attention.
  public static let heads = 1 << 12
  /// Routed experts of a layer.
  public static let experts = 1 << 13
  /// Tokens of a sample.
  public static let sequenceLength = 1 << 24
  /// Height and width of an image.
  public static let imageSize = 1 << 14
  /// Samples per step.
  public static let globalBatchSize = 1 << 30
  /// Parameters of a whole model.
  public static let parameters = 1e15
}

extension TrainingJob {
  fileprivate func checkLengths() throws(ModelError) {
    for length in [sequenceLength, targetLength ?? sequenceLength] {
      guard (1...ModelLimits.sequenceLength).contains(length) else {
        throw .implausible("\(length) tokens per sample", limit: "\(ModelLimits.sequenceLength)")
      }
    }
    guard (1...ModelLimits.globalBatchSize).contains(globalBatchSize) else {
      throw .implausible("\(globalBatchSize) samples", limit: "\(ModelLimits.globalBatchSize)")
    }
  }
}
