import ClusterTopology
import CostModel
import ModelDescription
import Quantities
import StrategySpace

/// How fast a group's devices can be for given degrees: a microbatch through each layer, its ranks on
/// the group's first nodes. What bounds are made of, since no layout makes them faster.
///
/// Experts that are spread over replicas take as many of these as they need.
struct FastestPasses {
  private let model: CostModel
  private var known: [Key: [Seconds]?] = [:]

  private struct Key: Hashable {
    var degrees: MeshDegrees
    var recomputation: Recomputation
    var group: Int
  }

  init(_ model: CostModel) { self.model = model }

  /// By layer class; `nil` when the group has too few devices for one replica.
  mutating func times(_ strategy: Strategy, onGroup group: Int) -> [Seconds]? {
    let key = Key(
      degrees: MeshDegrees(strategy), recomputation: strategy.recomputation, group: group)
    if let found = known[key] { return found }
    let found = computed(strategy, group)
    known[key] = .some(found)
    return found
  }

  /// Through all layers, each on the fastest of the groups; zero when that cannot be told.
  mutating func throughAll(_ strategy: Strategy, onGroups groups: some Sequence<Int>) -> Seconds {
    var fastest: [Seconds]?
    for group in groups {
      guard let times = times(strategy, onGroup: group) else { return .zero }
      fastest = fastest.map { zip($0, times).map { min($0, $1) } } ?? times
    }
    guard let fastest else { return .zero }
    return model.graph.layers.lazy.map { fastest[$0.classIndex] }.sum()
  }

  private func computed(_ strategy: Strategy, _ group: Int) -> [Seconds]? {
    var alone = strategy
    (alone.dataParallelSize, alone.pipelineParallelSize) = (1, 1)
    let experts = strategy.expertParallelSize * strategy.expertTensorParallelSize
    while alone.stageRankCount % experts != 0, alone.dataParallelSize < strategy.dataParallelSize {
      alone.dataParallelSize += 1
    }
    guard alone.stageRankCount % experts == 0 else { return nil }
    let perNode = model.cluster.groups[group].node.deviceCount
    let nodes = (alone.rankCount + perNode - 1) / perNode
    guard nodes <= model.cluster.groups[group].count,
      nodes == 1 || model.cluster.network(joining: [group]) != nil
    else { return nil }
    let placement = Placement(
      rankOrder: .pipelineOutermost, segments: [Placement.Segment(group: group, nodes: nodes)])
    let layout = Layout(alone, on: placement, of: model.cluster)
    return model.costs(of: alone, over: model.channels(of: layout)).passTimes(onStage: 0, alone)
  }
}
