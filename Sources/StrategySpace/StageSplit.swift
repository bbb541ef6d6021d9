/// Which layers of a model each chunk of a pipeline holds.
///
/// Chunk `c` of `p·v` is the `c / p`-th chunk of stage `c % p`; without interleaving chunks are
/// stages.
public struct StageSplit: Hashable, Sendable {
  /// One contiguous range of `LayerGraph.layers` per chunk, in order, none empty, together all
  /// layers.
  public var chunks: [Range<Int>]

  public init(chunks: [Range<Int>]) { self.chunks = chunks }

  /// From the first layer of each chunk.
  public init(starts: [Int], layerCount: Int) {
    chunks = zip(starts, starts.dropFirst() + [layerCount]).map { $0..<$1 }
  }

  /// The chunks that a strategy gives to one stage, in the order in which a microbatch first comes
  /// to them.
  public func chunks(ofStage stage: Int, of strategy: Strategy) -> [Range<Int>] {
    chunks(
      ofStage: stage, stageCount: strategy.pipelineParallelSize,
      layout: strategy.schedule.chunkLayout)
  }

  /// The chunks of one stage, in the order in which a microbatch first comes to them.
  ///
  /// With a bidirectional layout `chunks` has one entry per stage, and a stage holds two of them.
  public func chunks(
    ofStage stage: Int, stageCount: Int, layout: PipelineSchedule.ChunkLayout = .looped
  ) -> [Range<Int>] {
    switch layout {
    case .looped: stride(from: stage, to: chunks.count, by: stageCount).map { chunks[$0] }
    case .vShaped: [chunks[stage], chunks[2 * stageCount - 1 - stage]]
    case .bidirectional: [chunks[stage], chunks[stageCount - 1 - stage]]
    }
  }
}

extension StageSplit {
  /// Layers for stages of different speed, `⌊α · layers · speed / Σ speeds⌋` each, the rest for the
  /// last stage.
  ///
  /// An approximation of the division whose slowest stage is fastest, within one layer. Source: the
  /// self-adapting partition of Holmes (Yang et al. 2023, arXiv:2312.03549), whose released scripts
  /// divide as `α = 1` does.
  ///
  /// - Returns: `nil` when there are fewer layers than stages, or a speed is not positive.
  public static func layers(
    _ count: Int, inProportionTo speeds: [Double], alpha: Double = 1
  ) -> [Int]? {
    let sum = speeds.reduce(0, +)
    guard count >= speeds.count, speeds.allSatisfy({ $0 > 0 }), sum.isFinite else { return nil }
    var rest = count
    return speeds.enumerated().map { index, speed in
      let later = speeds.count - 1 - index
      let share = later == 0 ? rest : Int(alpha * Double(count) * speed / sum)
      // Each later stage keeps a layer.
      let taken = min(max(1, share), rest - later)
      rest -= taken
      return taken
    }
  }
}
