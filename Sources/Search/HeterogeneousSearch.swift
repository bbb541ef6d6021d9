import ClusterTopology
public import CostModel
import ModelDescription
import PipelinePlanner
import Quantities
public import StrategySpace

/// Search over clusters that are not uniform: uniform strategies, and pipelines whose stages differ.
///
/// Every subset of the cluster's groups is searched, so that a plan is never slower than one that
/// leaves groups out; larger ones first, since these usually leave nothing to find for smaller ones.
/// Subsets and orders that differ by groups which are alike are one. On each subset all uniform
/// strategies are tried, then mixes of stages: for each class of devices a tensor-parallel size and a
/// number of replicas, and for each mix the best division of layers and devices over stages
/// (`PipelineSearch`). Mixes whose devices are too slow even if they never wait, or have no room for all
/// layers, are skipped.
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
  /// By subset of the classes, as bits: the best plans that use no others.
  private var found: [Int: BestPlans] = [:]
  private let symmetry: ClassSymmetry

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
    symmetry = ClassSymmetry(classes, of: model.cluster)
    trial = PlanTrial(model, headroom: limits.memoryHeadroom)
    uniform = UniformSearch(model, within: limits, keeping: count, monitor: monitor)
    mixes = StageMixes(model, within: limits, classes)
  }

  /// Classes of devices of which all subsets and orders are tried.
  static let classLimit = 4

  /// Classes that one pipeline of unequal stages is looked for on; more have too many mixes.
  static let mixLimit = 5

  public consuming func run() -> SearchResult {
    searchSubsets()
    return result()
  }

  private mutating func searchSubsets() {
    guard classes.count <= Self.classLimit else { return searchWithoutOneByOne() }
    let subsets = (1...symmetry.all).filter { symmetry.canonical($0) == $0 }
      .sorted { ($1.nonzeroBitCount, $0) < ($0.nonzeroBitCount, $1) }
    for (number, subset) in subsets.enumerated() where !uniform.isStopped {
      search(subset, upTo: Double(number + 1) / Double(subsets.count))
    }
  }

  private mutating func result() -> SearchResult {
    uniform.best = BestPlans(limit: count)
    for subset in found.keys.sorted(by: >) {
      if let plans = found[subset] { uniform.best.insert(plans) }
    }
    var result = uniform.result()
    result.statistics.evaluated += evaluated
    result.statistics.pruned += pruned
    result.statistics.isComplete =
      NodeChoices.coversAllGroups(of: model.cluster) && !uniform.isStopped
      // Three or more kinds are mixed with equal replicas only.
      && classes.count <= 2
    if !uniform.isStopped, classes.count > 1 { result.contributions = contributions(to: result) }
    return result
  }

  /// Of many classes: all, all but one, and as long as that helps, without the one that is missed least.
  private mutating func searchWithoutOneByOne() {
    var kept = symmetry.all
    search(kept, upTo: 0.5)
    while kept.nonzeroBitCount > 1, !uniform.isStopped {
      let parts = classes.indices.map { kept & ~(1 << $0) }.filter { $0 != kept }
      for part in parts where found[symmetry.canonical(part)] == nil {
        search(symmetry.canonical(part), upTo: 1)
      }
      let next = parts.min { time(of: $0) < time(of: $1) }
      guard let next, time(of: next) < time(of: kept) else { return }
      kept = next
    }
  }

  /// Of the best plan that uses no more than a subset of the classes, as far as is known.
  private func time(of subset: Int) -> Seconds {
    found[symmetry.canonical(subset)]?.fastest?.estimatedTime ?? Seconds(.infinity)
  }

  private func contributions(to result: SearchResult) -> [GroupContribution] {
    let used = result.candidates.first?.plan.placement.segments.map(\.group) ?? []
    return classes.enumerated().map { index, deviceClass in
      GroupContribution(
        groups: deviceClass.groups,
        timeWithout: found[symmetry.without(index)]?.fastest?.estimatedTime,
        isUsed: deviceClass.groups.contains(where: used.contains))
    }
  }

  /// Searches plans that use all classes of a subset, and adds them to those of the larger subsets whose
  /// times are asked for: all classes, and all but one. What would be slower than all of these is not
  /// looked for.
  ///
  /// - Parameter fraction: how much of the whole search is done then.
  private mutating func search(_ subset: Int, upTo fraction: Double) {
    let used = classes.indices.filter { subset & (1 << $0) != 0 }
    let larger = symmetry.reported.filter { $0 & subset == subset && $0 != symmetry.all }
    let isReported = subset == symmetry.all || larger.contains(subset)
    // Of parts only the best one matters.
    uniform.best = BestPlans(limit: subset == symmetry.all ? count : 1)
    let slowest = larger.max { time(of: $0) < time(of: $1) }
    if !isReported, let slowest, let known = found[slowest]?.fastest { uniform.best.insert(known) }
    let orders = symmetry.orders(of: used)
    let cluster = model.cluster
    uniform.search(
      orders.map { $0.flatMap { classes[$0].allNodes(of: cluster) } }, upTo: fraction)
    if used.count == 1, classes[used[0]].groups.count == 1 {
      let group = classes[used[0]].groups[0]
      uniform.search(NodeChoices.powersOfTwo(of: group, in: cluster), upTo: fraction)
      if uniform.best.fastest != nil {
        uniform.search(NodeChoices.countsBetween(of: group, in: cluster), upTo: fraction)
      }
    } else if used.count > 1 {
      for order in orders {
        uniform.search(
          NodeChoices.aligned(order.flatMap { classes[$0].groups }, in: cluster), upTo: fraction)
      }
    }
    // Stages of one kind of device are best equal: the uniform strategies above.
    if used.count > 1 || classes[used[0]].groups.count > 1 { searchMixes(of: used, orders) }
    let plans = uniform.best
    for other in larger + [subset] {
      found[other, default: BestPlans(limit: uniform.best.limit)].insert(
        plans.using(groups(of: other)))
    }
  }

  private func groups(of subset: Int) -> [Int] {
    classes.indices.filter { subset & (1 << $0) != 0 }.flatMap { classes[$0].groups }
  }

  private mutating func searchMixes(of used: [Int], _ orders: [[Int]]) {
    let groups = used.flatMap { classes[$0].groups }
    let placement = Placement(
      rankOrder: .pipelineOutermost,
      segments: groups.map { Placement.Segment(group: $0, nodes: 1) })
    guard used.count <= Self.mixLimit, limits.rankOrders.contains(.pipelineOutermost),
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
      let capacities = mix.kinds.map { mixes.capacity(of: $0) }
      for order in orders { search(mix, capacities, order.compactMap(used.firstIndex(of:))) }
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
  private mutating func search(_ mix: StageMix, _ capacities: [StageCapacity], _ order: [Int]) {
    var mix = mix
    mix.kinds = order.map { mix.kinds[$0] }
    let costs = StageMixCosts(model, mix, order.map { capacities[$0] }, classes)
    guard costs.canBeFaster(than: limit) else { return }
    let search = PipelineSearch(
      costs, objective: .step(microbatches: mix.microbatches), tolerance: Self.tolerance)
    // Whatever else happens, the slowest stage works on all microbatches.
    let found = search.best(below: limit * Self.slack, bottleneck: limit / mix.microbatches)
    guard let best = found else { return }
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
