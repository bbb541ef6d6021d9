import ClusterTopology
import CostModel
import ModelDescription
import Quantities
import StrategySpace

/// What a stage of one kind can do: how long its layers take, and how many fit.
///
/// A class, since all mixes with stages of the kind fill in the same tables.
final class StageCapacity {
  let profile: StageProfile
  private let usableMemory: Bytes
  /// By layer: how many layers of the model's most frequent class come before it.
  private let repeatedBefore: [Int]
  /// How many such layers there are.
  let repeatedCount: Int
  /// What one of them takes.
  private let repeatedTime: Seconds
  /// By microbatches in flight.
  private var farthest: [Int: [Int]] = [:]
  private var mostRepeated: [Int: Int] = [:]

  init(_ profile: StageProfile, of graph: LayerGraph, usableMemory: Bytes) {
    self.profile = profile
    self.usableMemory = usableMemory
    let repeated = graph.repeatedLayers
    repeatedBefore = graph.layers.indices.reduce(into: [0]) { counts, layer in
      counts.append(counts[layer] + (repeated.contains(layer) ? 1 : 0))
    }
    repeatedCount = repeated.count
    repeatedTime = repeated.first.map { profile.pass($0..<($0 + 1)) } ?? .zero
  }

  /// The end of the longest run of layers from a first one on that fits; that layer itself where none
  /// does.
  ///
  /// - Parameter held: microbatches in flight.
  func farthest(from start: Int, holding held: Int) -> Int { ends(holding: held)[start] }

  /// How many layers of the model's most frequent class a stage can hold, and within a time.
  func repeatedLayers(holding held: Int, within time: Seconds) -> Int {
    if mostRepeated[held] == nil {
      mostRepeated[held] =
        ends(holding: held).enumerated().map { repeatedBefore[$1] - repeatedBefore[$0] }.max() ?? 0
    }
    let room = mostRepeated[held] ?? 0
    guard repeatedTime > .zero, time > .zero else { return time > .zero ? room : 0 }
    return min(room, Int(min(time / repeatedTime * (1 + Self.rounding), Double(room))))
  }

  private static let rounding = 1e-9

  /// What fits from a layer on also fits without it: the ends ascend.
  private func ends(holding held: Int) -> [Int] {
    if let known = farthest[held] { return known }
    let count = repeatedBefore.count - 1
    var end = 0
    let found = (0..<count).map { start in
      end = max(end, start)
      while end < count,
        profile.peakMemory(start..<(end + 1), microbatches: held) <= usableMemory
      {
        end += 1
      }
      return end
    }
    farthest[held] = found
    return found
  }
}

extension LayerGraph {
  /// The layers of the class that most of them are of.
  var repeatedLayers: [Int] {
    var counts = classes.map { _ in 0 }
    for layer in layers { counts[layer.classIndex] += 1 }
    guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }) else { return [] }
    return layers.indices.filter { layers[$0].classIndex == most }
  }
}
