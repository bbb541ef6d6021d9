public import CostModel
import ModelDescription
import Quantities
public import StrategySpace

extension CostModel {
  /// The most even division of the layers over the chunks of a strategy; see `LayerBalance`.
  ///
  /// - Returns: `nil` when there are fewer layers than chunks.
  public func balancedSplit(of strategy: Strategy, on placement: Placement) -> StageSplit? {
    let layout = Layout(strategy, on: placement, of: cluster)
    return LayerBalance(costs(of: strategy, over: channels(of: layout)), strategy, graph).split()
  }
}

/// Divides layers over the chunks of a pipeline so that the slowest chunk is as fast as possible.
///
/// A chunk's time is what its layers take forward and backward on its stage. Among the divisions
/// with the least possible maximum the most even one is taken: each chunk's share is as close to
/// the average of what remains as the bound allows.
///
/// - Complexity: O(chunks · log layers) per bound tried, about 50 bounds.
struct LayerBalance {
  private let layerCount: Int
  private let stageCount: Int
  private let chunkCount: Int
  /// By stage: time of the first `l` layers, `l` from 0 to all. Stages that are alike share
  /// storage.
  private let prefixes: [[Double]]

  init(_ costs: MeshCosts, _ strategy: Strategy, _ graph: LayerGraph) {
    layerCount = graph.layers.count
    stageCount = strategy.pipelineParallelSize
    chunkCount = strategy.chunkCount
    var prefixes: [[Double]] = []
    for stage in 0..<stageCount {
      if let twin = (0..<stage).first(where: { costs.isAlike($0, stage) }) {
        prefixes.append(prefixes[twin])
        continue
      }
      let times = costs.passTimes(onStage: stage, strategy)
      var sum = 0.0
      prefixes.append(
        [0]
          + graph.layers.map { layer in
            sum += times[layer.classIndex].value
            return sum
          })
    }
    self.prefixes = prefixes
  }

  /// The split, or `nil` when there are fewer layers than chunks.
  func split() -> StageSplit? {
    guard chunkCount <= layerCount else { return nil }
    if chunkCount == 1 { return StageSplit(chunks: [0..<layerCount]) }
    var low = 0.0
    var high = prefixes.map { $0[layerCount] }.max() ?? 0
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if latestStarts(bound: middle) != nil { high = middle } else { low = middle }
    }
    // The search converges from above; the slack absorbs rounding in sums that are equal in
    // principle.
    let bound = high * (1 + 1e-9)
    guard let latest = latestStarts(bound: bound) else { return nil }
    let even = evenStarts(bound: bound, latest: latest)
    return StageSplit(starts: fits(even, bound) ? even : latest, layerCount: layerCount)
  }

  /// Where stages differ, a layer that was passed on for evenness may be too much for the next stage.
  private func fits(_ starts: [Int], _ bound: Double) -> Bool {
    starts.indices.allSatisfy { chunk in
      let prefix = prefix(chunk)
      let end = chunk + 1 < chunkCount ? starts[chunk + 1] : layerCount
      return prefix[end] - prefix[starts[chunk]] <= bound
    }
  }

  private func prefix(_ chunk: Int) -> [Double] { prefixes[chunk % stageCount] }

  /// By chunk: the earliest layer it may start with so that it and all later chunks stay within the
  /// bound; `nil` when that leaves layers over.
  private func latestStarts(bound: Double) -> [Int]? {
    var starts = [Int](repeating: 0, count: chunkCount)
    var end = layerCount
    for chunk in (0..<chunkCount).reversed() {
      let prefix = prefix(chunk)
      // Each earlier chunk needs a layer of its own.
      var start = max(chunk, firstIndex(of: prefix, atLeast: prefix[end] - bound))
      start = min(start, end - 1)
      if prefix[end] - prefix[start] > bound { return nil }
      starts[chunk] = start
      end = start
    }
    return end == 0 ? starts : nil
  }

  private func evenStarts(bound: Double, latest: [Int]) -> [Int] {
    var starts = [0]
    for chunk in 0..<(chunkCount - 1) {
      let prefix = prefix(chunk)
      let start = starts[chunk]
      let share = (prefix[layerCount] - prefix[start]) / Double(chunkCount - chunk)
      // Boundaries that this chunk can reach and the later ones can complete.
      let least = max(start + 1, latest[chunk + 1])
      let most = max(
        least,
        min(
          layerCount - (chunkCount - chunk - 1),
          lastIndex(of: prefix, atMost: prefix[start] + bound)))
      var end = min(max(firstIndex(of: prefix, atLeast: prefix[start] + share), least), most)
      // The boundary before may be closer to the share.
      if end > least,
        prefix[end] - prefix[start] - share > share - (prefix[end - 1] - prefix[start])
      {
        end -= 1
      }
      starts.append(end)
    }
    return starts
  }

  private func firstIndex(of prefix: [Double], atLeast value: Double) -> Int {
    var low = 0
    var high = layerCount
    while low < high {
      let middle = (low + high) / 2
      if prefix[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func lastIndex(of prefix: [Double], atMost value: Double) -> Int {
    var low = 0
    var high = layerCount
    while low < high {
      let middle = (low + high + 1) / 2
      if prefix[middle] <= value { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
