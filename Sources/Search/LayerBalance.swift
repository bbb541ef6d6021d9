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
/// - Complexity: O(layers) per bound tried on equal stages, O(chunks · layers) on unequal ones; a few
///   bounds for a few kinds of layers, at most about 20 on unequal stages.
struct LayerBalance {
  private let layerCount: Int
  private let stageOfChunk: [Int]
  private let chunkCount: Int
  /// By stage: time of the first `l` layers, `l` from 0 to all. Stages that are alike share
  /// storage.
  private let prefixes: [[Double]]
  /// Whether every layer takes equally long on all stages.
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
    if isUniform { return equalSplit() }
    var low = 0.0
    var high = prefixes.map { $0[layerCount] }.max() ?? 0
    var starts = PossibleStarts(chunkCount: chunkCount, layerCount: layerCount)
    while high - low > high * Self.precision {
      let middle = (low + high) / 2
      find(&starts, bound: middle)
      if starts.canComplete { high = middle } else { low = middle }
    }
    // The slack absorbs rounding in sums that are equal in principle.
    let bound = high * (1 + Self.precision)
    find(&starts, bound: bound)
    let even = evenStarts(bound: bound) { starts.first(of: $0, from: $1) }
    return StageSplit(starts: even, layerCount: layerCount)
  }

  /// Of the slowest chunk's time.
  private static let precision = 1e-6

  private func prefix(_ chunk: Int) -> [Double] { prefixes[stageOfChunk[chunk]] }

  // MARK: Equal stages

  /// The split over stages that are alike: the least bound is found from below, each time raised to
  /// the least that lets some chunk take one layer more.
  private func equalSplit() -> StageSplit {
    let prefix = prefixes[0]
    let total = prefix[layerCount]
    let slowest = (0..<layerCount).reduce(0.0) { max($0, prefix[$1 + 1] - prefix[$1]) }
    var bound = max(slowest, total / Double(chunkCount))
    while let higher = nextBound(above: bound * (1 + Self.precision)) { bound = higher }
    bound *= 1 + Self.precision
    // A chunk can start wherever the layers behind it fit into the chunks that follow.
    var earliest = [Int](repeating: layerCount, count: chunkCount + 1)
    for chunk in (0..<chunkCount).reversed() {
      let end = earliest[chunk + 1]
      var start = end - 1
      while start > chunk, prefix[end] - prefix[start - 1] <= bound { start -= 1 }
      earliest[chunk] = start
    }
    let even = evenStarts(bound: bound) { chunk, layer in
      let start = max(layer, earliest[chunk])
      return start <= layerCount - (chunkCount - chunk) ? start : layerCount + 1
    }
    return StageSplit(starts: even, layerCount: layerCount)
  }

  /// The least bound that changes what chunks take which each take as many layers as a bound allows
  /// and leave one for each chunk after them; `nil` when these take all layers.
  private func nextBound(above bound: Double) -> Double? {
    let prefix = prefixes[0]
    var next = Double.infinity
    var start = 0
    var length = 1
    for chunk in 0..<chunkCount {
      let last = layerCount - (chunkCount - 1 - chunk)
      // Most chunks take as many layers as the one before.
      var end = min(start + length, last)
      while end > start + 1, prefix[end] - prefix[start] > bound { end -= 1 }
      while end < last, prefix[end + 1] - prefix[start] <= bound { end += 1 }
      if end < last { next = min(next, prefix[end + 1] - prefix[start]) }
      length = end - start
      start = end
    }
    return start == layerCount ? nil : next
  }

  // MARK: Unequal stages

  /// Finds the starts that let every chunk stay within the bound and none be empty.
  private func find(_ starts: inout PossibleStarts, bound: Double) {
    for chunk in (0..<chunkCount).reversed() {
      starts.find(chunk, prefix: prefix(chunk), bound: bound)
    }
  }

  /// Gives each chunk the share of what remains that is closest to the average.
  ///
  /// - Parameter possible: the first layer from a given one on with which a chunk can start.
  private func evenStarts(
    bound: Double, _ possible: (_ chunk: Int, _ layer: Int) -> Int
  ) -> [Int] {
    var starts = [0]
    for chunk in 0..<(chunkCount - 1) {
      let prefix = prefix(chunk)
      let start = starts[chunk]
      let share = (prefix[layerCount] - prefix[start]) / Double(chunkCount - chunk)
      var end = possible(chunk + 1, start + 1)
      while true {
        let longer = possible(chunk + 1, end + 1)
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

/// By chunk: the layers with which it can start such that it and all later chunks are possible.
private struct PossibleStarts {
  private let chunkCount: Int
  private let layerCount: Int
  /// By chunk and layer: the first possible start from that layer on; beyond the end of the model
  /// if there is none.
  private var firsts: [Int32]

  init(chunkCount: Int, layerCount: Int) {
    self.chunkCount = chunkCount
    self.layerCount = layerCount
    firsts = Array(repeating: Int32(layerCount + 1), count: (chunkCount + 1) * (layerCount + 2))
    // Behind the last chunk, only the end of the model will do.
    for layer in 0...layerCount { firsts[index(chunkCount, layer)] = Int32(layerCount) }
  }

  private func index(_ chunk: Int, _ layer: Int) -> Int { chunk * (layerCount + 2) + layer }

  /// Whether the first chunk can start with the first layer.
  var canComplete: Bool { firsts[0] == 0 }

  func first(of chunk: Int, from layer: Int) -> Int { Int(firsts[index(chunk, layer)]) }

  /// Finds the starts of a chunk; the last chunk comes first.
  ///
  /// - Parameter prefix: the time of the first layers, by their number, on the chunk's stage.
  mutating func find(_ chunk: Int, prefix: [Double], bound: Double) {
    let (row, next) = (index(chunk, 0), index(chunk + 1, 0))
    var first = Int32(layerCount + 1)
    // Each chunk needs a layer of its own.
    for start in (chunk...layerCount - chunkCount + chunk).reversed() {
      // The fewest layers that the later chunks leave to this one.
      let end = Int(firsts[next + start + 1])
      if end <= layerCount && prefix[end] - prefix[start] <= bound { first = Int32(start) }
      firsts[row + start] = first
    }
  }
}
