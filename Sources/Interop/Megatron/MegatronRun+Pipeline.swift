import ModelDescription
import StrategySpace

extension MegatronRunReader {
  /// Chunks per stage, from the one flag of three that states them.
  mutating func readChunks(_ strategy: inout Strategy, layers: Int) {
    let perChunk = list.integer(
      "--num-layers-per-virtual-pipeline-stage", in: 1...ModelLimits.layers)
    let perRank = list.integer("--num-virtual-stages-per-pipeline-rank", in: 1...ModelLimits.layers)
    let layout = layout
    if [perChunk != nil, perRank != nil, layout != nil].count(where: { $0 }) > 1 {
      list.report(
        "'--num-layers-per-virtual-pipeline-stage', '--num-virtual-stages-per-pipeline-rank' and "
          + "'--pipeline-model-parallel-layout' exclude each other")
      return
    }
    let stages = strategy.pipelineParallelSize
    var chunks = perRank ?? 1
    if let perChunk {
      let perStage = (layers + accountedEnds) / stages
      if (layers + accountedEnds) % stages != 0 || perStage % perChunk != 0 {
        list.report("\(perChunk) layers per virtual stage do not divide \(layers) over \(stages)")
        return
      }
      chunks = perStage / perChunk
    }
    if let layout {
      if layout.chunks.count % stages != 0 {
        list.report("the layout has \(layout.chunks.count) parts, no multiple of \(stages) stages")
        return
      }
      chunks = layout.chunks.count / stages
    }
    guard chunks > 1 else { return }
    if stages == 1 { list.report("virtual stages need a pipeline of at least 2 stages") }
    strategy.virtualPipelineSize = chunks
    strategy.schedule = .interleaved
  }

  /// Layers in the user's count by chunk; `nil` when they do not divide, which is reported.
  mutating func blocks(_ strategy: Strategy, layers: Int) -> [Int]? {
    let (stages, chunks) = (strategy.pipelineParallelSize, strategy.chunkCount)
    let first = list.integer("--decoder-first-pipeline-num-layers", in: 1...ModelLimits.layers)
    let last = list.integer("--decoder-last-pipeline-num-layers", in: 1...ModelLimits.layers)
    let ends = accountedEnds
    if list.has("--pipeline-model-parallel-layout"), layout == nil { return nil }
    if let layout {
      if layout.blocks.reduce(0, +) != layers {
        list.report(
          "the layout places \(layout.blocks.reduce(0, +)) layers, the model has \(layers)")
        return nil
      }
      return layout.blocks
    }
    if first != nil || last != nil {
      return uneven(first: first, last: last, strategy, layers: layers)
    }
    guard (layers + ends) % chunks == 0 else {
      list.report(
        "\(layers) layers\(ends > 0 ? " with \(ends) ends counted as layers" : "") do not divide "
          + "over \(stages) stages"
          + (chunks > stages ? " of \(strategy.virtualPipelineSize) chunks" : ""))
      return nil
    }
    var counts = Array(repeating: (layers + ends) / chunks, count: chunks)
    if list.has("--account-for-embedding-in-pipeline-split") { counts[0] -= 1 }
    if list.has("--account-for-loss-in-pipeline-split") { counts[chunks - 1] -= 1 }
    return counts
  }

  /// By chunk, where the first or last stage has a count of its own: each stage deals its layers out
  /// to its chunks evenly.
  private mutating func uneven(
    first: Int?, last: Int?, _ strategy: Strategy, layers: Int
  ) -> [Int]? {
    let (stages, chunks) = (strategy.pipelineParallelSize, strategy.virtualPipelineSize)
    let middle = stages - (first == nil ? 0 : 1) - (last == nil ? 0 : 1)
    let left = layers - (first ?? 0) - (last ?? 0)
    guard middle > 0 ? left > 0 && left % middle == 0 : middle == 0 && left == 0 else {
      list.report(
        "\(left) layers do not divide over \(max(0, middle)) stages between first and last")
      return nil
    }
    var counts = Array(repeating: middle > 0 ? left / middle : 0, count: stages)
    if let first { counts[0] = first }
    if let last { counts[stages - 1] = last }
    if let odd = counts.first(where: { $0 % chunks != 0 }) {
      list.report("\(odd) layers of a stage do not divide over its \(chunks) virtual stages")
      return nil
    }
    return (0..<chunks).flatMap { _ in counts.map { $0 / chunks } }
  }

  /// Embedding and loss, where they count as a layer.
  private var accountedEnds: Int {
    mutating get {
      (list.has("--account-for-embedding-in-pipeline-split") ? 1 : 0)
        + (list.has("--account-for-loss-in-pipeline-split") ? 1 : 0)
    }
  }

  mutating func readLayout() {
    guard let text = list.text("--pipeline-model-parallel-layout") else { return }
    layout = MegatronLayout(text)
    if layout == nil {
      list.report(
        "'--pipeline-model-parallel-layout' is '\(text)'; expected letters E, t, m, L divided by |, "
          + "such as Et*7|t*9|t*7L")
    }
  }
}
