import ClusterTopology
public import CostModel
import ModelDescription
import Quantities
public import StrategySpace

/// Plans for a price: the fastest ones on different numbers of nodes, since on the same nodes the
/// fastest is also the cheapest.
///
/// Of each group none, the first 1, 2, 4, … and all nodes are tried, in all combinations.
public struct PricedChoices {
  private let model: CostModel
  private let limits: StrategyLimits
  private let method: SearchMethod
  private let budget: LearnedSearch.Budget

  public init(
    _ model: CostModel, within limits: StrategyLimits, by method: SearchMethod,
    for budget: LearnedSearch.Budget = .init()
  ) {
    self.budget = budget
    self.model = model
    self.limits = limits
    self.method = method
  }

  /// The fastest plan on each choice of nodes, and what came closest where none fits.
  public func run(monitor: SearchMonitor? = nil) -> SearchResult {
    var all = SearchResult(candidates: [], statistics: SearchStatistics(), nearest: nil)
    for counts in choices {
      let used = counts.indices.filter { counts[$0] > 0 }
      guard let part = model.cluster.part(used, counts) else { continue }
      let costs = CostModel(model.graph, model.job, on: part, timings: model.timings)
      let result = method.search(
        costs, within: limits, keeping: 1, for: budget, monitor: monitor)
      for var candidate in result.candidates {
        for index in candidate.plan.placement.segments.indices {
          let group = candidate.plan.placement.segments[index].group
          candidate.plan.placement.segments[index].group = used[group]
        }
        if !all.candidates.contains(candidate) { all.candidates.append(candidate) }
      }
      all.statistics.add(result.statistics)
      all.nearest = all.nearest ?? result.nearest
    }
    all.candidates = all.candidates.ranked()
    if !all.candidates.isEmpty { all.nearest = nil }
    return all
  }

  /// Node counts by group.
  private var choices: [[Int]] {
    model.cluster.groups.reduce([[]]) { choices, group in
      let powers = (0..<Int.bitWidth).lazy.map { 1 << $0 }.prefix { $0 < group.count }
      let counts = [0] + powers + [group.count]
      return choices.flatMap { choice in counts.map { choice + [$0] } }
    }
  }
}

extension Cluster {
  /// Some of the groups with other node counts, and the links among them; `nil` for no group.
  fileprivate func part(_ kept: [Int], _ counts: [Int]) -> Cluster? {
    guard !kept.isEmpty else { return nil }
    var groups = kept.map { self.groups[$0] }
    for (index, group) in kept.enumerated() { groups[index].count = counts[group] }
    let links = links.compactMap { link -> GroupLink? in
      var link = link
      link.groups = link.groups.compactMap { kept.firstIndex(of: $0) }
      return link.groups.count > 1 ? link : nil
    }
    return Cluster(name: name, groups: groups, links: links)
  }
}
