internal import CostModel

/// One training step as a task graph, with the meaning of its tasks.
public struct StepProgram: Sendable {
  /// One pass of a microbatch through a chunk, as the tasks that it became.
  public struct Pass: Hashable, Sendable {
    public var stage: Int
    public var action: Action
    /// The pass's first compute.
    public var firstTask: Int
    public var lastTask: Int
  }

  public internal(set) var graph: TaskGraph
  /// By task.
  public internal(set) var labels: [TaskLabel] = []
  /// In an order that respects what each pass needs.
  public internal(set) var passes: [Pass] = []
  /// By chunk: the stage that holds it.
  public let stageOfChunk: [Int]
  public let stageCount: Int

  var stageIndices: Range<Int> { 0..<stageCount }
}

extension StepProgram {
  /// The cost of a chunk of the pipeline: the n-th chunk that a stage holds is the n-th of its
  /// costs.
  func chunkCost(_ chunk: Int, in step: StepCost) -> ChunkCost {
    let stage = stageOfChunk[chunk]
    return step.stages[stage].chunks[stageOfChunk[..<chunk].count { $0 == stage }]
  }
}
