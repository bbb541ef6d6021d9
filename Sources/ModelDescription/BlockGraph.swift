/// A model written as a graph of blocks, for anything that is no plain transformer.
///
/// A block is a short program of operators that reads the batch or earlier blocks and hands one
/// tensor on. Repeated blocks chain on their first input. Shapes follow from the inputs; whatever
/// does not fit is found before anything is computed from it.
public struct BlockGraph: Hashable, Sendable {
  public var inputs: [GraphInput]
  /// In any order that has no cycle; layers are laid out in this order where the edges allow it.
  public var blocks: [Block]

  public init(inputs: [GraphInput], blocks: [Block]) {
    self.inputs = inputs
    self.blocks = blocks
  }
}

/// What one sample of the batch holds.
public struct GraphInput: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    /// Token identifiers, as many as the job's `sequenceLength`.
    case tokens
    /// Token identifiers, as many as the job's `targetLength`.
    case targetTokens
    /// Token identifiers of a length that the model fixes.
    case fixedTokens(length: Int)
    case image(channels: Int, height: Int, width: Int)
  }

  public var name: String
  public var form: Form

  public init(name: String, form: Form) {
    self.name = name
    self.form = form
  }
}

public struct Block: Hashable, Sendable {
  public var name: String
  /// Inputs of the graph or other blocks; operators call the first one `input`.
  public var inputs: [String]
  /// Layers of this kind in a row, each reading the one before as its first input.
  public var repetitions: Int
  public var operators: [BlockOperator]

  public init(
    name: String, inputs: [String], repetitions: Int = 1, operators: [BlockOperator]
  ) {
    self.name = name
    self.inputs = inputs
    self.repetitions = repetitions
    self.operators = operators
  }

  /// Blocks with a loss are the model's output, blocks with tables of embeddings its input.
  var role: LayerClass.Role {
    if operators.contains(where: \.kind.isLoss) { return .output }
    return operators.contains(where: \.kind.isEmbedding) ? .input : .block
  }
}

/// One operator of a block.
public struct BlockOperator: Hashable, Sendable {
  /// What later operators call its result; operators without a name are known as `previous` only.
  public var name: String?
  /// What it reads: names of operators of this block, of its inputs, `input` or `previous`.
  public var operands: [String]
  public var kind: Kind

  public init(_ kind: Kind, name: String? = nil, operands: [String] = ["previous"]) {
    self.name = name
    self.operands = operands
    self.kind = kind
  }

  public enum Kind: Hashable, Sendable {
    /// A matrix product per row. `inputs`, when given, is checked.
    case linear(
      outputs: Int, inputs: Int? = nil, hasBias: Bool = true, split: LinearSplit = .replicated)
    case convolution(ConvolutionShape)
    /// A convolution run backwards, which enlarges the image by its stride; its kernel is as large.
    case transposedConvolution(outputs: Int, stride: Int, hasBias: Bool = true)
    /// Attention with its four projections; a second operand is what it attends to.
    case attention(BlockAttention)
    /// Attention of ready queries (first operand) to keys and values (second and third operand).
    case attentionCore(heads: Int)
    case norm(BlockNorm)
    /// Vectors of a table instead of token identifiers.
    case embedding(entries: Int, features: Int)
    /// A learned vector added at each position.
    case positions(max: Int)
    /// A learned token put before the others.
    case classToken
    case recurrent(cell: RecurrentCell, hidden: Int, isBidirectional: Bool = false)
    case pooling(Pooling)
    case activation(Activation)
    case dropout(probability: Double)
    /// Element-wise sum of its operands.
    case add
    /// Operands side by side, in features or channels. With `crops`, larger images are cut to the
    /// first.
    case concatenate(crops: Bool = false)
    /// An image enlarged without parameters.
    case upsample(factor: Int)
    /// An image as one row of features.
    case flatten
    /// An image as a sequence of its positions.
    case tokens
    /// One token out of a sequence.
    case selectToken
    case loss(Loss)
  }
}

/// How a linear operator of a block graph is divided by tensor parallelism.
public enum LinearSplit: String, Hashable, Sendable, CaseIterable {
  case replicated
  case column
  case row
  case vocabulary
}

public struct ConvolutionShape: Hashable, Sendable {
  public var outputs: Int
  /// Height and width of the kernel.
  public var kernel: Int
  public var stride: Int
  /// Zeros added on each side.
  public var padding: Int
  public var groups: Int
  public var hasBias: Bool

  public init(
    outputs: Int, kernel: Int, stride: Int = 1, padding: Int = 0, groups: Int = 1,
    hasBias: Bool = true
  ) {
    self.outputs = outputs
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
    self.groups = groups
    self.hasBias = hasBias
  }
}

public struct BlockAttention: Hashable, Sendable {
  public var heads: Int
  public var keyValueHeads: Int
  public var isCausal: Bool
  public var hasBias: Bool

  public init(heads: Int, keyValueHeads: Int? = nil, isCausal: Bool = false, hasBias: Bool = true) {
    self.heads = heads
    self.keyValueHeads = keyValueHeads ?? heads
    self.isCausal = isCausal
    self.hasBias = hasBias
  }
}

public enum BlockNorm: String, Hashable, Sendable, CaseIterable {
  case layer
  case rms
  case batch
  case group
}

public enum RecurrentCell: String, Hashable, Sendable, CaseIterable {
  case lstm
  case gru
  case rnn

  /// Matrix products per step.
  public var gates: Int {
    switch self {
    case .lstm: 4
    case .gru: 3
    case .rnn: 1
    }
  }
}

public enum Pooling: Hashable, Sendable {
  case maximum(size: Int, stride: Int, padding: Int)
  case average(size: Int, stride: Int, padding: Int)
  /// The mean of all positions of an image, or of all tokens.
  case global
}

public enum Activation: String, Hashable, Sendable, CaseIterable {
  case relu
  case tanh
  case sigmoid
  case gelu
  case silu
  /// One half of the features gates the other.
  case swiglu

  /// Whether the gradient follows from the result, so that the input need not be kept.
  var keepsResult: Bool {
    switch self {
    case .relu, .tanh, .sigmoid: true
    case .gelu, .silu, .swiglu: false
    }
  }
}

public enum Loss: String, Hashable, Sendable, CaseIterable {
  /// Over the features of each row, or the channels of each position.
  case crossEntropy = "cross-entropy"
  case meanSquare = "mean-square"
  /// Every sample of the batch against every other (CLIP, Radford et al. 2021, arXiv:2103.00020).
  case contrastive
}

extension BlockOperator.Kind {
  var isLoss: Bool { if case .loss = self { true } else { false } }

  var isEmbedding: Bool {
    switch self {
    case .embedding, .positions, .classToken: true
    default: false
    }
  }
}
