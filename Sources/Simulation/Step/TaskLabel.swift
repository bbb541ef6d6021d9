/// What a task of a training step does, and where.
public struct TaskLabel: Hashable, Sendable {
  public enum Work: UInt8, Hashable, Sendable, CaseIterable {
    case forward
    case backward
    case inputGradient
    case weightGradient
    case tensorCommunication
    case contextCommunication
    case expertCommunication
    /// Activations on their way to the next chunk.
    case activationTransfer
    /// Gradients of activations on their way to the previous chunk.
    case gradientTransfer
    /// Parameters gathered for a layer.
    case parameterGather
    /// Gradients summed over data-parallel ranks.
    case gradientReduction
    /// Gradients of tied weights summed over the stages that share them.
    case sharedWeightReduction
    case optimizer
  }

  public var work: Work
  /// The stage whose stream the task occupies.
  public var stage: Int32
  /// The chunk in the whole pipeline; `nil` for the optimizer and shared weights.
  public var chunk: Int32?
  public var microbatch: Int32?
  /// The layer in its chunk, for tasks that stand for one layer.
  public var layer: Int32?

  public init(
    _ work: Work, stage: Int, chunk: Int? = nil, microbatch: Int? = nil, layer: Int? = nil
  ) {
    self.work = work
    self.stage = Int32(stage)
    self.chunk = chunk.map { Int32($0) }
    self.microbatch = microbatch.map { Int32($0) }
    self.layer = layer.map { Int32($0) }
  }
}

/// The streams of one stage. Tasks of one stream run one after the other.
public enum StageStream: Int, Hashable, Sendable, CaseIterable {
  case compute
  case tensor
  case context
  case expert
  case sendForward
  case sendBackward
  /// Gathers and reductions run over the same links, so they take turns.
  case data
}

extension TaskLabel.Work {
  public var stream: StageStream {
    switch self {
    case .forward, .backward, .inputGradient, .weightGradient, .optimizer: .compute
    case .tensorCommunication: .tensor
    case .contextCommunication: .context
    case .expertCommunication: .expert
    case .activationTransfer: .sendForward
    case .gradientTransfer: .sendBackward
    case .parameterGather, .gradientReduction, .sharedWeightReduction: .data
    }
  }

  public var isTransfer: Bool { self == .activationTransfer || self == .gradientTransfer }
}
