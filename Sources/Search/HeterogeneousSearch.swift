import ClusterTopology
public import CostModel
import ModelDescription
import PipelinePlanner
import Quantities
public import StrategySpace

/// Search over clusters that are not uniform: uniform strategies, and pipelines whose stages differ.
///
/// Every subset of the cluster's groups is searched, smaller ones first, so that a larger one starts
/// from the best that is known for its parts and a plan is never slower than one that leaves groups
/// out. On each subset all uniform strategies are tried, then mixes of stages: for each class of
/// devices a tensor-parallel size and a number of replicas, and for each mix the best division of
/// layers and devices over stages (`PipelineSearch`). Mixes whose devices are too slow even if they
/// never wait are skipped.
public struct HeterogeneousSearch {
  private let model: CostModel
  private let limits: StrategyLimits
  private let traits: ModelTraits
  private let classes: [DeviceClass]
  private let trial: PlanTrial
  private let count: Int
  private var uniform: UniformSearch
  private var mixes: StageMixes
  private var evaluated = 0
  private var pruned = 0
  /// By subset of the classes, as bits.
  private var found: [Int: BestPlans] = [:]

  /// - Parameters:
  ///   - count: plans to keep.
  ///   - monitor: hears now and then how far the search is, and may stop it.
  public init(
    _ model: CostModel, within limits: StrategyLimits, keeping count: Int,
    monitor: SearchMonitor? = nil
  ) {
    self.model = model
    self.limits = limits
    self.count = count
    traits = ModelTraits(model.graph, model.job)
    classes = DeviceClass.all(of: model.cluster)
    trial = PlanTrial(model, headroom: limits.memoryHeadroom)
    uniform = UniformSearch(model, within: limits, keeping: count, monitor: monitor)
    mixes = StageMixes(model, within: limits, classes)
  }

  /// Classes of devices of which all subsets and orders are tried.
  static let classLimit = 4

  public consuming func run() -> SearchResult {
    let isComplete = classes.count <= Self.classLimit
    let all = (1 << classes.count) - 1
    let subsets =
      isComplete
      ? (1...all).sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) } : [all]
    for (number, subset) in subsets.enumerated() where !uniform.isStopped {
      search(subset, upTo: Double(number + 1) / Double(subsets.count))
    }
    if uniform.isStopped { for best in found.values { uniform.best.insert(best) } }
    var result = uniform.result()
    result.statistics.evaluated += evaluated
    result.statistics.pruned += pruned
    result.statistics.isComplete = isComplete && !uniform.isStopped
    if result.statistics.isComplete, classes.count > 1 {
      result.contributions = contributions(to: result)
    }
    return result
  }

  private func contributions(to result: SearchResult) -> [GroupContribution] {
    let used = result.candidates.first?.plan.placement.segments.map(\.group) ?? []
    let all = (1 << classes.count) - 1
    return classes.enumerated().map { index, deviceClass in
      GroupContribution(
        groups: deviceClass.groups, timeWithout: found[all & ~(1 << index)]?.fastest?.estimatedTime,
        isUsed: deviceClass.groups.contains(where: used.contains))
    }
  }

  /// Searches plans that use all classes of a subset, and adds them to what its parts allow.
  ///
  /// - Parameter fraction: how much of the whole search is done then.
  private mutating func search(_ subset: Int, upTo fraction: Double) {
    let used = classes.indices.filter { subset & (1 << $0) != 0 }
    // Of parts only the best one matters.
    uniform.best = BestPlans(limit: used.count == classes.count ? count : 1)
    for index in used {
      if let part = found[subset & ~(1 << index)] { uniform.best.insert(part) }
    }
    let orders = NodeChoices.permutations(used)
    let cluster = model.cluster
    uniform.search(
      orders.map { $0.flatMap { classes[$0].allNodes(of: cluster) } }, upTo: fraction)
    if used.count == 1, classes[used[0]].groups.count == 1 {
      let group = classes[used[0]].groups[0]
      uniform.search(NodeChoices.powersOfTwo(of: group, in: cluster), upTo: fraction)
      if uniform.best.fastest != nil {
        uniform.search(NodeChoices.countsBetween(of: group, in: cluster), upTo: fraction)
      }
    }
    // Stages of one kind of device are best equal: the uniform strategies above.
    if used.count > 1 || classes[used[0]].groups.count > 1 { searchMixes(of: used, orders) }
    found[subset] = uniform.best
  }

  private mutating func searchMixes(of used: [Int], _ orders: [[Int]]) {
    let groups = used.flatMap { classes[$0].groups }
    let placement = Placement(
      rankOrder: .pipelineOutermost,
      segments: groups.map { Placement.Segment(group: $0, nodes: 1) })
    guard limits.rankOrders.contains(.pipelineOutermost),
      model.cluster.network(joining: groups) != nil,
      model.precisionViolation(on: placement) == nil, canHoldStates(groups)
    else { return }
    let candidates = mixes.mixes(of: used, below: limit)
    for (number, mix) in candidates.enumerated() where !uniform.isStopped {
      if mix.lowerBound >= limit {
        pruned += candidates.count - number
        return
      }
      evaluated += 1
      let profiles = mix.kinds.map { mixes.profile($0) }
      for order in orders { search(mix, profiles, order.compactMap(used.firstIndex(of:))) }
    }
  }

  /// Whether the devices of some groups have room for the model's states, each of them kept once.
  private func canHoldStates(_ groups: [Int]) -> Bool {
    let (precision, optimizer) = (model.job.precision, model.job.optimizer)
    let perParameter =
      precision.weights.bytesPerElement + precision.gradients.bytesPerElement
      + 4 * (optimizer.statesPerParameter + (precision.keepsMasterWeights ? 1 : 0))
    let room = groups.map { group in
      let members = model.cluster.groups[group]
      return members.node.device.usableMemory * (1 - limits.memoryHeadroom) * members.deviceCount
    }.sum()
    return Bytes(model.graph.parameterCount * perParameter) <= room
  }

  /// Finds the best pipeline of a mix, its classes in the given order.
  private mutating func search(_ mix: StageMix, _ profiles: [StageProfile], _ order: [Int]) {
    var mix = mix
    mix.kinds = order.map { mix.kinds[$0] }
    let costs = StageMixCosts(
      model, mix, order.map { profiles[$0] }, classes, headroom: limits.memoryHeadroom)
    let search = PipelineSearch(
      costs, objective: .step(microbatches: mix.microbatches), tolerance: Self.tolerance)
    guard let best = search.best(below: limit * Self.slack) else { return }
    let plan = plan(best, mix)
    for stage in mixes.zeroStages {
      var variant = plan
      variant.strategy.zeroStage = stage
      insert(variant)
    }
  }

  /// Unequal stages are looked for where they are faster than what is known.
  private var limit: Seconds { uniform.best.fastest?.estimatedTime ?? Seconds(.infinity) }

  /// What a pipeline must be better by to be looked for.
  private static let tolerance = 1e-3
  /// How much the program's objective may exceed the closed form that plans are ranked by.
  static let slack = 1.05

  private func plan(_ pipeline: UnequalPipeline, _ mix: StageMix) -> Plan {
    let kinds = pipeline.stages.map { mix.kinds[$0.option] }
    var shared = kinds[0].strategy
    shared.sequenceParallel = kinds.contains { $0.strategy.sequenceParallel }
    let strategy = shared.withStages(kinds.map(\.degrees))
    let segments = mix.kinds.flatMap { kind in
      let devices = kinds.count { $0 == kind } * kind.deviceCount
      return classes[kind.deviceClass].segments(ofDevices: devices, in: model.cluster)
    }
    return Plan(
      strategy: strategy.stages.isEmpty ? strategy.onlySplitSequences : strategy,
      placement: Placement(rankOrder: .pipelineOutermost, segments: segments),
      split: StageSplit(chunks: pipeline.stages.map(\.layers)))
  }

  private mutating func insert(_ plan: Plan) {
    if plan.strategy.pipelineParallelSize > traits.blockCount { return }
    if plan.strategy.violation(for: traits) != nil
      || plan.strategy.violation(on: plan.placement, of: model.cluster) != nil
      || limits.violation(of: plan.strategy) != nil
      || !limits.pipelineParallelSize.contains(plan.strategy.pipelineParallelSize)
    {
      return
    }
    let layout = Layout(plan.strategy, on: plan.placement, of: model.cluster)
    let costs = model.costs(of: plan.strategy, over: model.channels(of: layout))
    if case .success(let candidate) = trial.candidate(plan, costs) {
      uniform.best.insert(candidate)
    }
  }
}

extension Strategy {
  /// Without sequence parallelism where there is no tensor parallelism.
  fileprivate var onlySplitSequences: Strategy {
    var strategy = self
    strategy.sequenceParallel = sequenceParallel && tensorParallelSize > 1
    return strategy
  }
}
