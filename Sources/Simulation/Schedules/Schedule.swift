/// What every pipeline stage does in one training step, in order.
///
/// A schedule is data: the order of passes on each stage and nothing else. Times follow from it by
/// running each pass as early as its inputs allow.
public struct Schedule: Hashable, Sendable {
  /// By stage: its passes in order.
  public var stages: [[Action]]
  /// By chunk: the stage that holds it.
  public var stageOfChunk: [Int]
  public var microbatchCount: Int

  public init(stages: [[Action]], stageOfChunk: [Int], microbatchCount: Int) {
    self.stages = stages
    self.stageOfChunk = stageOfChunk
    self.microbatchCount = microbatchCount
  }

  public var stageCount: Int { stages.count }
  public var chunkCount: Int { stageOfChunk.count }

  /// Passes of all stages together.
  public var actionCount: Int { stages.reduce(0) { $0 + $1.count } }
}

/// One pass of one microbatch through one chunk of layers.
public struct Action: Hashable, Sendable {
  public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    case forward
    /// Gradients of inputs and weights in one pass.
    case backward
    /// Gradients of the chunk's input only: all that the chunk before it waits for.
    case inputGradient
    /// Gradients of the chunk's weights, after those of its input.
    case weightGradient
  }

  public var kind: Kind
  /// The chunk of layers: its number in the whole pipeline, as in `StageSplit.chunks`.
  public var chunk: Int
  public var microbatch: Int

  public init(_ kind: Kind, chunk: Int, microbatch: Int) {
    self.kind = kind
    self.chunk = chunk
    self.microbatch = microbatch
  }
}

extension Action: CustomStringConvertible {
  /// In the notation of PyTorch's pipeline schedules, `<stage><action><microbatch>`: `3F0`.
  public var description: String { "\(chunk)\(kind.letter)\(microbatch)" }
}

extension Action.Kind {
  /// The letter of PyTorch's pipeline schedules.
  public var letter: String {
    switch self {
    case .forward: "F"
    case .backward: "B"
    case .inputGradient: "I"
    case .weightGradient: "W"
    }
  }

  /// Whether the pass sends gradients to the chunk before.
  public var yieldsInputGradient: Bool { self == .backward || self == .inputGradient }

  /// Whether gradients of weights are complete after the pass.
  public var yieldsWeightGradient: Bool { self == .backward || self == .weightGradient }
}
