/// A model laid out for one sample shape: layers in topological order, each of a class.
///
/// Identical layers share one class, so whatever is computed per class costs the same for 12 layers
/// and for 126.
public struct LayerGraph: Hashable, Sendable {
  /// The distinct layers.
  public var classes: [LayerClass]
  /// Every layer, producers before consumers. Pipeline stages are contiguous ranges of it.
  public var layers: [Layer]
  /// Parameters that two layers use together.
  public var sharedWeights: [SharedWeights]

  public init(classes: [LayerClass], layers: [Layer], sharedWeights: [SharedWeights] = []) {
    self.classes = classes
    self.layers = layers
    self.sharedWeights = sharedWeights
  }

  public func layerClass(of layer: Int) -> LayerClass { classes[layers[layer].classIndex] }

  /// Parameters of the whole model, shared ones counted once.
  public var parameterCount: Int {
    layers.reduce(0) { $0 + classes[$1.classIndex].parameterCount }
  }

  /// Layers that count as layers for users: neither embeddings nor output layers.
  public var blockCount: Int {
    layers.reduce(0) { $0 + (classes[$1.classIndex].role == .block ? 1 : 0) }
  }
}

public struct Layer: Hashable, Sendable {
  /// Unique in the graph: `block.17`, `encoder.3`.
  public var name: String
  /// Index into `LayerGraph.classes`.
  public var classIndex: Int
  /// Layers whose outputs this one reads, ascending; empty for layers that read the batch.
  public var inputs: [Int]

  public init(name: String, classIndex: Int, inputs: [Int]) {
    self.name = name
    self.classIndex = classIndex
    self.inputs = inputs
  }
}

/// What identical layers have in common.
public struct LayerClass: Hashable, Sendable {
  public enum Role: String, Hashable, Sendable {
    /// Embeddings: what turns the batch into activations. Not counted as a layer.
    case input
    /// A layer in the user's count.
    case block
    /// Final norm, output projection, loss. Not counted as a layer.
    case output
  }

  public var name: String
  public var role: Role
  /// In order of execution.
  public var operators: [Operator]
  /// Elements per sample that the layer hands to each layer that reads it: what a pipeline sends.
  public var outputElements: Int

  public init(name: String, role: Role, operators: [Operator], outputElements: Int) {
    self.name = name
    self.role = role
    self.operators = operators
    self.outputElements = outputElements
  }

  public var parameterCount: Int { operators.reduce(0) { $0 + $1.parameterCount } }
}

/// Parameters that live in one layer and are used by another too (tied embeddings).
///
/// When a pipeline puts the two on different stages, the user holds a copy whose gradient is summed
/// with the owner's each step.
public struct SharedWeights: Hashable, Sendable {
  public var owner: Int
  public var user: Int
  /// Parameters of the shared tensor.
  public var parameterCount: Int
  /// How tensor parallelism splits the shared tensor.
  public var split: TensorSplit

  public init(owner: Int, user: Int, parameterCount: Int, split: TensorSplit) {
    self.owner = owner
    self.user = user
    self.parameterCount = parameterCount
    self.split = split
  }
}
