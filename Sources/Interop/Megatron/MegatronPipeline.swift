import ModelDescription
import StrategySpace

/// A plan's layers on the stages that Megatron-LM can run: 1F1B, or its interleaved form with chunk
/// `c` on stage `c mod p`.
struct MegatronPipeline: Hashable {
  var stages: Int
  /// Chunks per stage.
  var chunksPerStage: Int
  /// Layers in the user's count, by chunk.
  var blocks: [Int]
  /// Modules of multi-token prediction, by chunk.
  var predictions: [Int]
  /// Where this is not the plan.
  var notes: [String] = []

  init(_ plan: Plan, _ graph: LayerGraph) {
    let strategy = plan.strategy
    stages = strategy.pipelineParallelSize
    chunksPerStage = strategy.virtualPipelineSize
    blocks = plan.split.chunks.map { range in
      range.count { graph.layerClass(of: $0).role == .block }
    }
    predictions = plan.split.chunks.map { range in
      range.count { graph.layerClass(of: $0).isPrediction }
    }
    useKnownSchedule(strategy, plan.split)
    keepPredictionsTogether()
  }

  /// Whether all chunks hold as many layers, which Megatron-LM assumes unless told otherwise.
  var isEven: Bool {
    Set(blocks).count == 1 && predictions.dropLast().allSatisfy { $0 == 0 }
  }

  /// The layers of the first and last stage where all others hold as many.
  var unevenEnds: (first: Int?, last: Int?)? {
    guard chunksPerStage == 1, stages > 1, !blocks.contains(0),
      predictions.dropLast().allSatisfy({ $0 == 0 })
    else { return nil }
    if stages == 2 { return (blocks[0], nil) }
    let middle = blocks[1]
    guard blocks[1..<(stages - 1)].allSatisfy({ $0 == middle }) else { return nil }
    return (
      blocks[0] == middle ? nil : blocks[0], blocks[stages - 1] == middle ? nil : blocks[stages - 1]
    )
  }

  /// One letter per layer, chunks divided by bars: `Ettt|tttL`.
  var layout: String {
    blocks.indices.map { chunk in
      (chunk == 0 ? "E" : "") + String(repeating: "t", count: blocks[chunk])
        + String(repeating: "m", count: predictions[chunk]) + (chunk == blocks.count - 1 ? "L" : "")
    }.joined(separator: "|")
  }

  /// Schedules that Megatron-LM has not become the one with the same layers per stage that it has.
  private mutating func useKnownSchedule(_ strategy: Strategy, _ split: StageSplit) {
    let schedule = strategy.schedule
    guard stages > 1 else { return }
    switch schedule {
    case .oneForwardOneBackward, .interleaved: return
    case .breadthFirst:
      notes.append(
        "Megatron-LM has no '\(schedule.rawValue)' schedule; these arguments run its interleaved one"
      )
    case .gpipe, .earlyBackward, .zeroBubbleH1, .zeroBubbleH2, .zeroBubbleV, .vHalf, .vMin,
      .dualPipe:
      notes.append("Megatron-LM has no '\(schedule.rawValue)' schedule; these arguments run 1F1B")
    }
    guard schedule.chunkLayout != .looped else { return }
    // The layers of a V or of two directions, dealt out anew in one direction.
    let byStage = (0..<stages).map { stage in
      blocks.indices.filter { strategy.stage(ofChunk: $0) == stage }.map { blocks[$0] }.reduce(0, +)
    }
    let total = predictions.reduce(0, +)
    blocks = byStage
    predictions = Array(repeating: 0, count: stages - 1) + [total]
    chunksPerStage = 1
  }

  /// Megatron-LM wants all of these modules in one chunk, the last of its stage and not on the
  /// first stage if that has several.
  private mutating func keepPredictionsTogether() {
    let holders = predictions.indices.filter { predictions[$0] > 0 }
    guard let holder = holders.first else { return }
    let isLastOfItsStage = holder >= (chunksPerStage - 1) * stages
    let isAllowed = isLastOfItsStage && (chunksPerStage == 1 || holder % stages != 0)
    if holders.count == 1, isAllowed, blocks[(holder + 1)...].allSatisfy({ $0 == 0 }) { return }
    notes.append(
      "Megatron-LM keeps the modules of multi-token prediction together; these arguments put them "
        + "on the last stage")
    let total = predictions.reduce(0, +)
    predictions = Array(repeating: 0, count: predictions.count - 1) + [total]
  }
}

extension LayerClass {
  /// Whether the layer is a module of multi-token prediction.
  var isPrediction: Bool { role == .output && name == "prediction" }
}
