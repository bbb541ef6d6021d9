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
  /// The links that tasks share.
  public internal(set) var network: Network
  /// By task.
  public internal(set) var labels: [TaskLabel] = []
  /// In an order that respects what each pass needs.
  public internal(set) var passes: [Pass] = []
  /// By chunk: the stage that holds it.
  public let stageOfChunk: [Int]
  public let stageCount: Int

  var stageIndices: Range<Int> { 0..<stageCount }

  /// The number of a stage's stream in the graph.
  static func stream(_ stream: StageStream, ofStage stage: Int) -> Int {
    stage * StageStream.allCases.count + stream.rawValue
  }

  /// Runs the step: by events if its tasks share links or a link is interrupted, in one pass
  /// otherwise.
  ///
  /// - Throws: `SimulationError.tooLong` if contention makes the step outlast the clock.
  func run() throws(SimulationError) -> Timeline {
    guard !network.flows.isEmpty || !graph.interruptions.isEmpty else { return graph.run() }
    guard let timeline = graph.run(sharing: network) else {
      throw .tooLong(StepCost.longestSerialDuration)
    }
    return timeline
  }
}

extension StepProgram {
  /// The cost of a chunk of the pipeline: the n-th chunk that a stage holds is the n-th of its
  /// costs.
  func chunkCost(_ chunk: Int, in step: StepCost) -> ChunkCost {
    let stage = stageOfChunk[chunk]
    return step.stages[stage].chunks[stageOfChunk[..<chunk].count { $0 == stage }]
  }
}
