/// What every pipeline stage does in one training step, in order.
///
/// A schedule is data: the order of passes on each stage and nothing else. Times follow from it by
/// running each pass as early as its inputs allow.
public struct Schedule: Hashable, Sendable {
  /// A way through the pipeline: some microbatches take some chunks, first to last.
  public struct Lane: Hashable, Sendable {
    public var chunks: Range<Int>
    public var microbatches: Range<Int>

    public init(chunks: Range<Int>, microbatches: Range<Int>) {
      self.chunks = chunks
      self.microbatches = microbatches
    }
  }

  /// By stage: its passes in order.
  public var stages: [[Action]]
  /// By chunk: the stage that holds it.
  public var stageOfChunk: [Int]
  /// All microbatches take all chunks, except where a model runs in two directions at once.
  public var lanes: [Lane]

  public init(stages: [[Action]], stageOfChunk: [Int], microbatchCount: Int) {
    self.init(
      stages: stages, stageOfChunk: stageOfChunk,
      lanes: [Lane(chunks: stageOfChunk.indices, microbatches: 0..<microbatchCount)])
  }

  /// - Precondition: the lanes cover all chunks in order and without overlap, and every chunk sits
  ///   on one of the stages.
  public init(stages: [[Action]], stageOfChunk: [Int], lanes: [Lane]) {
    precondition(lanes.flatMap { Array($0.chunks) } == Array(stageOfChunk.indices))
    precondition(stageOfChunk.allSatisfy { stages.indices.contains($0) })
    self.stages = stages
    self.stageOfChunk = stageOfChunk
    self.lanes = lanes
  }

  public var stageCount: Int { stages.count }
  public var chunkCount: Int { stageOfChunk.count }
  public var microbatchCount: Int { lanes.map(\.microbatches.upperBound).max() ?? 0 }

  /// Passes of all stages together.
  public var actionCount: Int { stages.reduce(0) { $0 + $1.count } }

  /// By chunk: whether microbatches enter the pipeline here.
  var isFirstChunk: [Bool] { chunkFlags { $0.chunks.lowerBound } }
  /// By chunk: whether microbatches turn from forward to backward here.
  var isLastChunk: [Bool] { chunkFlags { $0.chunks.upperBound - 1 } }

  private func chunkFlags(_ marked: (Lane) -> Int) -> [Bool] {
    var flags = [Bool](repeating: false, count: chunkCount)
    for lane in lanes where !lane.chunks.isEmpty { flags[marked(lane)] = true }
    return flags
  }
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
  /// Whether the pass and the next one on the stage run as one, each computing while the other
  /// communicates.
  public var overlapsNext: Bool

  public init(_ kind: Kind, chunk: Int, microbatch: Int, overlapsNext: Bool = false) {
    self.kind = kind
    self.chunk = chunk
    self.microbatch = microbatch
    self.overlapsNext = overlapsNext
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
