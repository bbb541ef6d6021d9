import ClusterTopology
public import CostModel
public import Quantities
public import Search
import Simulation
public import StrategySpace

extension PlansDocument {
  /// Describes the outcome of a search.
  ///
  /// - Parameter cpuSeconds: what the search cost, or `nil` to leave it out.
  public init(
    _ plans: [PlanDocument], _ result: SearchResult, of problem: PlanningProblem,
    cpuSeconds: Double?
  ) {
    let cluster = problem.costs.cluster
    self.init(
      job: JobSummary(problem), clusterGroups: ClusterGroupSummary.all(of: cluster), plans: plans,
      search: SearchSummary(
        evaluated: result.statistics.evaluated, pruned: result.statistics.pruned,
        rejected: result.statistics.rejected, cpuSeconds: cpuSeconds,
        complete: result.statistics.isComplete, proof: result.proof.map(WinnerProofSummary.init),
        learning: result.learning.map(LearningSummary.init)),
      nearest: result.nearest.map {
        NearestSummary(
          strategy: StrategySummary($0.strategy), violation: ViolationSummary($0.violation))
      }, groupContributions: GroupContributionSummary.all(of: result, cluster),
      inputs: InputSummary.all(of: cluster))
  }
}

extension LearningSummary {
  init(_ record: LearningRecord) {
    self.init(
      seed: record.seed, episodes: record.episodes, strategies: record.spaceSize,
      returns: record.returns,
      foundSeconds: record.leastCosts.last.flatMap { $0.isFinite ? $0 : nil },
      exactSeconds: record.exact?.value, regret: record.regret)
  }
}

extension GroupContributionSummary {
  static func all(of result: SearchResult, _ cluster: Cluster) -> [GroupContributionSummary]? {
    guard let best = result.candidates.map(\.estimatedTime).min(), !result.contributions.isEmpty
    else { return nil }
    return result.contributions.map { contribution in
      GroupContributionSummary(
        groups: contribution.groups.map { cluster.groups[$0].name }, isUsed: contribution.isUsed,
        stepTimeWithoutSeconds: contribution.timeWithout?.value, stepTimeSeconds: best.value)
    }
  }

  /// `slows a step by 4.0 %` and the like.
  var verdict: String {
    guard let without = stepTimeWithoutSeconds else { return "nothing fits without it" }
    let change = without / stepTimeSeconds - 1
    if !isUsed { return "left out: it would not make a step faster" }
    return "without it a step takes \(Format.percent(change)) longer"
  }
}

extension NetworkSummary {
  public init(_ network: UniformNetwork, now: Seconds) {
    self.init(
      transport: network.transport.rawValue, stepTimeSeconds: network.time?.value,
      stepTimeNowSeconds: now.value)
  }

  /// `with infiniband between all nodes a step would take 13.2 s, 6.8 % less`.
  var clause: String {
    guard let stepTimeSeconds else {
      return "with \(transport) between all nodes nothing would fit"
    }
    let change = stepTimeSeconds / stepTimeNowSeconds - 1
    return
      "with \(transport) between all nodes a step would take \(Format.seconds(stepTimeSeconds)), "
      + "\(Format.percent(abs(change))) \(change < 0 ? "less" : "longer")"
  }
}

extension ConsideredPlan {
  public init(_ ranked: RankedPlan) {
    self.init(
      label: ranked.plan.strategy.description, stepTimeSeconds: ranked.stepTime.value,
      peakMemoryBytes: ranked.simulation.stages.map(\.peakMemory.total).max()?.value ?? 0)
  }
}

extension FrontSummary {
  public init(_ ranked: RankedPlan, _ model: CostModel) {
    self.init(
      strategy: StrategySummary(ranked.plan.strategy), devices: ranked.plan.strategy.rankCount,
      stepTimeSeconds: ranked.stepTime.value,
      peakMemoryBytes: ranked.simulation.stages[ranked.fullestStage].peakMemory.total.value,
      memoryShare: ranked.memoryShare(model), stepPrice: ranked.price?.total.value)
  }
}

extension ViolationSummary {
  public init(_ violation: Violation) {
    self.init(rule: violation.rule, message: violation.message)
  }
}

extension ClusterGroupSummary {
  static func all(of cluster: Cluster) -> [ClusterGroupSummary] {
    cluster.groups.enumerated().map { index, group in
      ClusterGroupSummary(
        name: group.name, nodes: group.count, node: group.node.name,
        devicesPerNode: group.node.deviceCount, device: group.node.device.name,
        transport: cluster.network(joining: [index])?.transport.rawValue)
    }
  }
}

extension InputSummary {
  /// The sources of all numbers that describe a cluster, each once, in a fixed order.
  static func all(of cluster: Cluster) -> [InputSummary] {
    var inputs: [InputSummary] = []
    func add(_ subject: String, _ provenance: Provenance) {
      let input = InputSummary(
        subject: subject, evidence: provenance.evidence.rawValue, source: provenance.source)
      if !inputs.contains(input) { inputs.append(input) }
    }
    for node in cluster.groups.map(\.node) {
      add("device \(node.device.name)", node.device.provenance)
      for (curve, source) in node.device.efficiency.sources.sorted(by: { $0.key < $1.key }) {
        add("device \(node.device.name): \(curve)", source)
      }
      add("link \(node.deviceLink.name)", node.deviceLink.provenance)
      add("link \(node.deviceLink.name): collectives", node.deviceLink.collectiveProvenance)
      for installed in node.interfaces {
        let interface = installed.interface
        add("interface \(interface.name)", interface.provenance)
        add("interface \(interface.name): collectives", interface.collectiveProvenance)
      }
    }
    for link in cluster.links {
      let names = link.groups.map { cluster.groups[$0].name }.joined(separator: ", ")
      add("link between \(names)", link.provenance)
    }
    return inputs
  }
}

extension WinnerProofSummary {
  public init(_ proof: WinnerProof) {
    self.init(
      simulated: proof.simulated, boundOfOthersSeconds: proof.boundOfOthers?.value)
  }
}
