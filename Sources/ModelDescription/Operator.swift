/// One operator of a layer: what it computes for one sample, and how it may be split over ranks.
///
/// All sizes are for **one sample** and the **unsplit** operator; the cost model divides them by
/// the degrees of a strategy. A *row* is what a matrix product is applied to: a token of a
/// sequence, a position of a feature map.
public struct Operator: Hashable, Sendable {
  /// Unique within its layer class, dotted: `attention.query_key_value`.
  public var name: String
  public var kind: Kind
  /// How tensor parallelism splits the operator.
  public var split: TensorSplit
  /// Whether the operator belongs to a routed expert: its parameters are spread over the
  /// expert-parallel group, and its rows are those that the router sends (already multiplied by the
  /// experts per token).
  public var isExpert: Bool
  /// What the forward pass keeps for the backward pass.
  public var saved: [SavedTensor]

  public init(
    _ name: String, _ kind: Kind, split: TensorSplit = .replicated, isExpert: Bool = false,
    saved: [SavedTensor] = []
  ) {
    self.name = name
    self.kind = kind
    self.split = split
    self.isExpert = isExpert
    self.saved = saved
  }

  public enum Kind: Hashable, Sendable {
    case matrixProduct(MatrixProduct)
    case attention(AttentionCore)
    case convolution(Convolution)
    case recurrence(Recurrence)
    case lookup(Lookup)
    /// Norm, activation, residual, pooling, softmax, loss: bound by memory bandwidth.
    case pointwise(Pointwise)
    case exchange(Exchange)
  }
}

/// How tensor parallelism over `t` ranks splits an operator.
public enum TensorSplit: String, Hashable, Sendable {
  /// Every rank does all of it and holds all parameters.
  case replicated
  /// Output features (or heads, channels) divided by `t`; parameters and bias too.
  case column
  /// Input features divided by `t`; the result is a partial sum; the bias is replicated.
  case row
  /// Rows of the vocabulary divided by `t`.
  case vocabulary
  /// Works on values that are already divided by `t` (between a column and a row split).
  case elements
  /// Works on whole values, or, under sequence parallelism, on `1/t` of the rows; parameters are
  /// replicated.
  case sequence
}

/// `rows × inputs` times `inputs × outputs`, once per repetition.
public struct MatrixProduct: Hashable, Sendable {
  public var rows: Int
  public var inputs: Int
  public var outputs: Int
  public var hasBias: Bool
  /// Weight matrices of this shape; above one they are routed experts that share `rows` among them.
  public var matrices: Int
  /// Whether the weights belong to another operator (a tied output layer): no parameters of its
  /// own.
  public var sharesWeights: Bool
  /// The outputs that a column split divides over fewer ranks than it has.
  public var replicated: ReplicatedOutputs?

  public init(
    rows: Int, inputs: Int, outputs: Int, hasBias: Bool = false, matrices: Int = 1,
    sharesWeights: Bool = false, replicated: ReplicatedOutputs? = nil
  ) {
    self.rows = rows
    self.inputs = inputs
    self.outputs = outputs
    self.hasBias = hasBias
    self.matrices = matrices
    self.sharesWeights = sharesWeights
    self.replicated = replicated
  }
}

/// Outputs of a product that come in few parts: keys and values of few heads. Ranks beyond `parts`
/// hold copies.
public struct ReplicatedOutputs: Hashable, Sendable {
  public var outputs: Int
  public var parts: Int

  public init(outputs: Int, parts: Int) {
    self.outputs = outputs
    self.parts = parts
  }
}

/// Scaled dot-product attention without its projections.
public struct AttentionCore: Hashable, Sendable {
  public var queryLength: Int
  public var keyLength: Int
  public var heads: Int
  /// Heads of keys and values; fewer than `heads` in grouped-query attention.
  public var keyValueHeads: Int
  /// Features per head of queries and keys.
  public var headSize: Int
  /// Features per head of values.
  public var valueHeadSize: Int
  public var isCausal: Bool
  /// Keys that one query sees at most (sliding window).
  public var window: Int?
  /// Whether attention probabilities go through dropout (a mask is kept when not fused).
  public var hasDropout: Bool

  public init(
    queryLength: Int, keyLength: Int, heads: Int, keyValueHeads: Int, headSize: Int,
    valueHeadSize: Int, isCausal: Bool, window: Int? = nil, hasDropout: Bool = false
  ) {
    self.queryLength = queryLength
    self.keyLength = keyLength
    self.heads = heads
    self.keyValueHeads = keyValueHeads
    self.headSize = headSize
    self.valueHeadSize = valueHeadSize
    self.isCausal = isCausal
    self.window = window
    self.hasDropout = hasDropout
  }
}

/// A two-dimensional convolution.
public struct Convolution: Hashable, Sendable {
  public var inputChannels: Int
  public var outputChannels: Int
  public var kernelHeight: Int
  public var kernelWidth: Int
  public var outputHeight: Int
  public var outputWidth: Int
  public var groups: Int
  public var hasBias: Bool

  public init(
    inputChannels: Int, outputChannels: Int, kernelHeight: Int, kernelWidth: Int,
    outputHeight: Int, outputWidth: Int, groups: Int = 1, hasBias: Bool = false
  ) {
    self.inputChannels = inputChannels
    self.outputChannels = outputChannels
    self.kernelHeight = kernelHeight
    self.kernelWidth = kernelWidth
    self.outputHeight = outputHeight
    self.outputWidth = outputWidth
    self.groups = groups
    self.hasBias = hasBias
  }
}

/// A recurrent layer: `steps` dependent steps of `gates` matrix products.
public struct Recurrence: Hashable, Sendable {
  public var steps: Int
  public var inputs: Int
  public var hidden: Int
  /// 4 for LSTM, 3 for GRU, 1 for a plain cell.
  public var gates: Int
  /// 2 when both directions are computed (each with its own weights).
  public var directions: Int
  /// Bias vectors per gate and direction (cuDNN keeps two).
  public var biases: Int

  public init(
    steps: Int, inputs: Int, hidden: Int, gates: Int, directions: Int = 1, biases: Int = 2
  ) {
    self.steps = steps
    self.inputs = inputs
    self.hidden = hidden
    self.gates = gates
    self.directions = directions
    self.biases = biases
  }
}

/// A table look-up: `rows` of `features` out of a table of `entries`.
public struct Lookup: Hashable, Sendable {
  public var rows: Int
  public var entries: Int
  public var features: Int
  /// Whether the table belongs to another operator (a decoder that shares the encoder's embedding).
  public var sharesWeights: Bool

  public init(rows: Int, entries: Int, features: Int, sharesWeights: Bool = false) {
    self.rows = rows
    self.entries = entries
    self.features = features
    self.sharesWeights = sharesWeights
  }
}

/// An operator bound by memory bandwidth, counted by the elements that cross HBM.
public struct Pointwise: Hashable, Sendable {
  /// Elements read and written forward.
  public var forwardTraffic: Int
  /// Elements read and written backward.
  public var backwardTraffic: Int
  public var parameters: Int

  public init(forwardTraffic: Int, backwardTraffic: Int, parameters: Int = 0) {
    self.forwardTraffic = forwardTraffic
    self.backwardTraffic = backwardTraffic
    self.parameters = parameters
  }
}

/// A communication that a strategy may need at this point of the layer; free when its degree is 1.
public struct Exchange: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// Before a column split. Forward: all-gather under sequence parallelism, else nothing.
    /// Backward: reduce-scatter, else all-reduce.
    case enterTensorParallel
    /// After a row or vocabulary split. Forward: reduce-scatter under sequence parallelism, else
    /// all-reduce. Backward: all-gather, else nothing.
    case leaveTensorParallel
    /// Tokens to the ranks of their experts, an all-to-all in the expert-parallel group.
    case dispatchToExperts
    /// Results back to the ranks of their tokens, an all-to-all.
    case combineFromExperts
  }

  public var kind: Kind
  /// Elements exchanged per sample, before any split (for experts: already times experts per
  /// token).
  public var elements: Int
  /// How many of them are copies of one token's, for as many experts; 1 outside experts.
  public var copies: Int

  public init(_ kind: Kind, elements: Int, copies: Int = 1) {
    self.kind = kind
    self.elements = elements
    self.copies = copies
  }
}

/// A tensor that the forward pass keeps for the backward pass.
public struct SavedTensor: Hashable, Sendable {
  public enum Storage: Hashable, Sendable {
    /// In the format activations are computed in (2 bytes in mixed precision).
    case activation
    /// One byte per element: a dropout mask.
    case mask
    /// Four bytes per element: statistics, logits kept by the loss.
    case float32
  }

  /// Elements per sample before any split.
  public var elements: Int
  public var storage: Storage
  /// `elements`: divided by tensor parallelism. `sequence`: divided only under sequence
  /// parallelism. `replicated`: never divided.
  public var split: TensorSplit
  /// Whether it exists only when attention is not fused: scores, probabilities and their mask, the
  /// `s²` tensors that selective recomputation drops.
  public var isAttentionMatrix: Bool

  public init(
    elements: Int, storage: Storage = .activation, split: TensorSplit,
    isAttentionMatrix: Bool = false
  ) {
    self.elements = elements
    self.storage = storage
    self.split = split
    self.isAttentionMatrix = isAttentionMatrix
  }
}
