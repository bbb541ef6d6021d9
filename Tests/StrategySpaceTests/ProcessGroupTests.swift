import ClusterTopology
import StrategySpace
import Testing

/// Megatron-LM's own rule for groups of ranks (`RankGenerator` in parallel_state.py), spelled out:
/// a rank is a number whose digits are its coordinates, first axis of the order fastest; a group is
/// all ranks that differ in the digits of the wanted axes alone.
private func megatronGroups(
  _ wanted: Set<String>, sizes: [(axis: String, size: Int)]
) -> [[Int]] {
  let count = sizes.reduce(1) { $0 * $1.size }
  var groups: [[Int]: [Int]] = [:]
  for rank in 0..<count {
    var rest = rank
    var others: [Int] = []
    for (axis, size) in sizes {
      if !wanted.contains(axis) { others.append(rest % size) }
      rest /= size
    }
    groups[others, default: []].append(rank)
  }
  return groups.values.sorted { $0[0] < $1[0] }
}

extension Strategy {
  fileprivate func megatronSizes(
    _ order: RankOrder, forExperts: Bool
  ) -> [(axis: String, size: Int)] {
    order.rawValue.split(separator: "-").map { axis in
      let size =
        switch axis {
        case "tp": forExperts ? expertTensorParallelSize : tensorParallelSize
        case "cp": forExperts ? 1 : contextParallelSize
        case "ep": forExperts ? expertParallelSize : 1
        case "dp": forExperts ? expertDataParallelSize : dataParallelSize
        default: pipelineParallelSize
        }
      return (String(axis), size)
    }
  }
}

@Suite("Ranks and process groups")
struct ProcessGroupTests {
  static let strategies: [Strategy] = [
    Strategy(dataParallelSize: 3, tensorParallelSize: 2, pipelineParallelSize: 2),
    Strategy(
      dataParallelSize: 2, tensorParallelSize: 2, pipelineParallelSize: 3, contextParallelSize: 2),
    Strategy(
      dataParallelSize: 4, tensorParallelSize: 2, pipelineParallelSize: 2, contextParallelSize: 2,
      expertParallelSize: 4, expertTensorParallelSize: 1),
    Strategy(
      dataParallelSize: 2, tensorParallelSize: 4, pipelineParallelSize: 2, contextParallelSize: 2,
      expertParallelSize: 2, expertTensorParallelSize: 4),
    Strategy(dataParallelSize: 8, tensorParallelSize: 3, expertParallelSize: 12),
  ]

  @Test(
    "ranks and coordinates are one to one, stage after stage", arguments: strategies,
    RankOrder.allCases)
  func coordinates(strategy: Strategy, order: RankOrder) {
    let stages = (0..<strategy.pipelineParallelSize).map {
      strategy.ranks(ofStage: $0, order: order)
    }
    #expect(stages.flatMap(\.self).sorted() == Array(0..<strategy.rankCount))
    for (stage, ranks) in stages.enumerated() {
      // Data, context, tensor, the last fastest.
      for (position, rank) in ranks.enumerated() {
        let place = MeshCoordinates(
          data: position / strategy.tensorParallelSize / strategy.contextParallelSize,
          pipeline: stage,
          context: position / strategy.tensorParallelSize % strategy.contextParallelSize,
          tensor: position % strategy.tensorParallelSize)
        #expect(strategy.rank(at: place, order: order) == rank)
      }
    }
    let firstRanks = stages.map { $0[0] }
    let stride =
      order == .pipelineOutermost
      ? strategy.stageRankCount : strategy.tensorParallelSize * strategy.contextParallelSize
    #expect(firstRanks == strategy.pipelineParallelSize.multiples(of: stride))
  }

  @Test(
    "groups are those of Megatron-LM", arguments: strategies, RankOrder.allCases)
  func megatron(strategy: Strategy, order: RankOrder) {
    let cluster = Sample.cluster([(nodes: strategy.rankCount, devices: 1)])
    let placement = Sample.placement(cluster, order)
    guard strategy.violation(on: placement, of: cluster) == nil else {
      // Megatron-LM refuses such experts in this order, too.
      #expect(order == .dataOutermost)
      #expect(strategy.expertDataParallelSize != strategy.dataParallelSize)
      return
    }
    let plan = Plan(strategy: strategy, placement: placement, split: StageSplit(chunks: []))
    let hasExperts = strategy.expertParallelSize > 1
    let groups = Dictionary(
      grouping: plan.processGroups(on: cluster, hasExperts: hasExperts), by: \.axis)
    let dense = strategy.megatronSizes(order, forExperts: false)
    let expert = strategy.megatronSizes(order, forExperts: true)
    func expected(_ axes: Set<String>, _ sizes: [(axis: String, size: Int)]) -> [[Int]]? {
      let groups = megatronGroups(axes, sizes: sizes)
      return groups[0].count > 1 ? groups : nil
    }
    func found(_ axis: ParallelAxis) -> [[Int]]? {
      groups[axis]?.map(\.ranks).sorted { $0[0] < $1[0] }
    }
    #expect(found(.tensor) == expected(["tp"], dense))
    #expect(found(.context) == expected(["cp"], dense))
    #expect(found(.data) == expected(["dp"], dense))
    #expect(found(.pipeline) == expected(["pp"], dense))
    #expect(found(.expertTensor) == expected(["tp"], expert))
    #expect(found(.expert) == expected(["ep"], expert))
    #expect(found(.expertData) == (hasExperts ? expected(["dp"], expert) : nil))
    // Listed only where it differs from the data-parallel axis.
    #expect(
      found(.dataContext)
        == (strategy.contextParallelSize > 1 ? expected(["dp", "cp"], dense) : nil))
  }

  @Test("the groups of every axis hold each rank once", arguments: strategies, RankOrder.allCases)
  func partition(strategy: Strategy, order: RankOrder) {
    let cluster = Sample.cluster([(nodes: strategy.rankCount, devices: 1)])
    let plan = Plan(
      strategy: strategy, placement: Sample.placement(cluster, order),
      split: StageSplit(chunks: []))
    let groups = Dictionary(
      grouping: plan.processGroups(on: cluster, hasExperts: true), by: \.axis)
    #expect(!groups.isEmpty)
    for (axis, groups) in groups {
      #expect(
        groups.flatMap(\.ranks).sorted() == Array(0..<strategy.rankCount), "axis \(axis)")
    }
  }

  @Test("experts leave no groups in a model without experts")
  func noExperts() {
    let cluster = Sample.cluster([(nodes: 1, devices: 8)])
    let plan = Plan(
      strategy: Strategy(dataParallelSize: 8), placement: Sample.placement(cluster),
      split: StageSplit(chunks: []))
    #expect(plan.processGroups(on: cluster, hasExperts: false).map(\.axis) == [.data])
    #expect(plan.processGroups(on: cluster, hasExperts: true).map(\.axis) == [.data, .expertData])
  }
}

extension Int {
  /// `0, n, 2n, …`, this many.
  fileprivate func multiples(of n: Int) -> [Int] { (0..<self).map { $0 * n } }
}
