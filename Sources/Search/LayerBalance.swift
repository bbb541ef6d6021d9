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
/// - Complexity: O(chunks · log layers) per bound tried, about 35 bounds; O(chunks · layers) then.
struct LayerBalance {
  private let layerCount: Int
  private let stageOfChunk: [Int]
  private let chunkCount: Int
  /// By stage: time of the first `l` layers, `l` from 0 to all. Stages that are alike share
  /// storage.
  private let prefixes: [[Double]]
  /// Whether a layer takes equally long on all stages.
  private let isUniform: Bool

  init(_ costs: MeshCosts, _ strategy: Strategy, _ graph: LayerGraph) {
    layerCount = graph.layers.count
    chunkCount = strategy.chunkCount
    stageOfChunk = (0..<chunkCount).map(strategy.stage(ofChunk:))
    var prefixes: [[Double]] = []
    for stage in 0..<strategy.pipelineParallelSize {
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
    isUniform = prefixes.allSatisfy { $0 == prefixes[0] }
  }

  /// The split, or `nil` when there are fewer layers than chunks.
  func split() -> StageSplit? {
    guard chunkCount <= layerCount else { return nil }
    if chunkCount == 1 { return StageSplit(chunks: [0..<layerCount]) }
    var low = 0.0
    var high = prefixes.map { $0[layerCount] }.max() ?? 0
    while high - low > high * Self.precision {
      let middle = (low + high) / 2
      if isPossible(bound: middle) { high = middle } else { low = middle }
    }
    // The slack absorbs rounding in sums that are equal in principle.
    let bound = high * (1 + Self.precision)
    let starts = evenStarts(bound: bound, possible: possibleStarts(bound: bound))
    return StageSplit(starts: starts, layerCount: layerCount)
  }

  private static let precision = 1e-9

  private func prefix(_ chunk: Int) -> [Double] { prefixes[stageOfChunk[chunk]] }

  /// Whether the layers can be divided within a bound.
  ///
  /// On equal stages it is enough that chunks which each take as many layers as the bound allows,
  /// and leave one for each chunk after them, take them all.
  private func isPossible(bound: Double) -> Bool {
    guard isUniform else { return possibleStarts(bound: bound)[0][0] == 0 }
    var start = 0
    for chunk in 0..<chunkCount {
      let prefix = prefix(chunk)
      let last = layerCount - (chunkCount - 1 - chunk)
      var (end, beyond) = (start, last + 1)
      while beyond - end > 1 {
        let middle = (end + beyond) / 2
        if prefix[middle] - prefix[start] <= bound { end = middle } else { beyond = middle }
      }
      if end == start { return false }
      start = end
    }
    return start == layerCount
  }

  /// By chunk and layer: the first layer from there on with which the chunk can start such that it
  /// and all later chunks stay within the bound and none is empty; beyond the last layer if there
  /// is none.
  ///
  /// Behind the last chunk, only the end of the model will do.
  private func possibleStarts(bound: Double) -> [[Int]] {
    let none = layerCount + 1
    var possible = [[Int]](repeating: [], count: chunkCount + 1)
    possible[chunkCount] = [Int](repeating: layerCount, count: layerCount + 1) + [none]
    for chunk in (0..<chunkCount).reversed() {
      let prefix = prefix(chunk)
      let next = possible[chunk + 1]
      var starts = [Int](repeating: none, count: layerCount + 2)
      for start in (0..<layerCount).reversed() {
        // The fewest layers that the later chunks leave to this one.
        let end = next[start + 1]
        let fits = end <= layerCount && prefix[end] - prefix[start] <= bound
        starts[start] = fits ? start : starts[start + 1]
      }
      possible[chunk] = starts
    }
    return possible
  }

  /// Gives each chunk the share of what remains that is closest to the average.
  private func evenStarts(bound: Double, possible: [[Int]]) -> [Int] {
    var starts = [0]
    for chunk in 0..<(chunkCount - 1) {
      let prefix = prefix(chunk)
      let next = possible[chunk + 1]
      let start = starts[chunk]
      let share = (prefix[layerCount] - prefix[start]) / Double(chunkCount - chunk)
      var end = next[start + 1]
      while true {
        let longer = next[end + 1]
        guard longer <= layerCount, prefix[longer] - prefix[start] <= bound,
          abs(prefix[longer] - prefix[start] - share) <= abs(prefix[end] - prefix[start] - share)
        else { break }
        end = longer
      }
      starts.append(end)
    }
    return starts
  }
}
