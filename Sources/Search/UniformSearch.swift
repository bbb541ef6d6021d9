import ClusterTopology
public import CostModel
import ModelDescription
import Quantities
public import StrategySpace

/// Exhaustive search over uniform strategies.
///
/// Every mesh of every node choice is visited. Rules are checked first, then memory, and only what
/// fits is timed, with the estimate. What fits without recomputation is not tried with it, and
/// of full recomputation only the fewest layers that fit: recomputing more always costs time.
public struct UniformSearch {
  private let model: CostModel
  private let traits: ModelTraits
  private let limits: StrategyLimits
  /// The least first.
  private let recomputations: [Recomputation]
  private let trial: PlanTrial
  var best: BestPlans
  private var fastest: FastestPasses
  private(set) var statistics = SearchStatistics()
  private var nearest: (excess: Double, miss: NearMiss)?
  private let usesAllNodes: Bool
  private let monitor: SearchMonitor?
  /// Whether the monitor stopped the search.
  private(set) var isStopped = false
  private var meshCount = 0
  private var coveredFraction = 0.0

  /// - Parameters:
  ///   - count: plans to keep.
  ///   - usesAllNodes: whether plans that leave nodes idle are not looked for.
  ///   - candidates: plans of this very space that are known already: what is slower is skipped
  ///     sooner, and the result stays the same.
  ///   - monitor: hears now and then how far the search is, and may stop it.
  public init(
    _ model: CostModel, within limits: StrategyLimits, keeping count: Int,
    usesAllNodes: Bool = false, knowing candidates: [Candidate] = [],
    monitor: SearchMonitor? = nil
  ) {
    self.usesAllNodes = usesAllNodes
    self.monitor = monitor
    self.model = model
    self.limits = limits
    traits = ModelTraits(model.graph, model.job)
    recomputations = limits.recomputations.sorted()
    trial = PlanTrial(model, headroom: limits.memoryHeadroom)
    best = BestPlans(limit: count)
    for candidate in candidates { best.insert(candidate) }
    fastest = FastestPasses(model)
  }

  public consuming func run() -> SearchResult {
    if usesAllNodes {
      search([model.cluster.allNodes], upTo: 1)
    } else {
      searchAllChoices()
    }
    statistics.isComplete =
      !isStopped && !usesAllNodes && NodeChoices.coversAllGroups(of: model.cluster)
    return result()
  }

  /// What has been found so far.
  mutating func result() -> SearchResult {
    let candidates = best.ranked
    if candidates.isEmpty, nearest == nil, !isStopped { explainEmptySpace() }
    return SearchResult(
      candidates: candidates, statistics: statistics,
      nearest: candidates.isEmpty ? nearest?.miss : nil)
  }

  private mutating func searchAllChoices() {
    search(NodeChoices.placements(on: model.cluster), upTo: 0.8)
    if !best.ranked.isEmpty { search(NodeChoices.countsBetween(on: model.cluster), upTo: 1) }
  }

  /// Tries all strategies on each choice of nodes.
  ///
  /// - Parameter fraction: how much of the whole search is done when these choices are.
  mutating func search(_ choices: [[Placement.Segment]], upTo fraction: Double) {
    let part =
      (fraction - coveredFraction) / Double(max(1, choices.count * limits.rankOrders.count))
    for segments in choices {
      for order in limits.rankOrders {
        search(Placement(rankOrder: order, segments: segments))
        coveredFraction += part
      }
    }
  }

  /// Tells the monitor how far the search is, now and then.
  private mutating func report() {
    meshCount += 1
    guard let monitor, !isStopped, meshCount % 256 == 1 else { return }
    let progress = SearchProgress(
      evaluated: statistics.evaluated, pruned: statistics.pruned,
      coveredFraction: coveredFraction, best: best.fastest)
    if !monitor(progress) { isStopped = true }
  }

  /// No strategy within the limits even has the right number of ranks or batch: says what is wrong
  /// with the one that the limits name.
  private mutating func explainEmptySpace() {
    let cluster = model.cluster
    let strategy = Strategy(fixedBy: limits, traits, devices: cluster.deviceCount)
    let placement = Placement(rankOrder: .pipelineOutermost, segments: cluster.allNodes)
    let violation =
      strategy.violation(on: placement, of: cluster) ?? strategy.violation(for: traits)
      ?? .limit("no strategy within the limits uses all \(cluster.deviceCount) devices")
    reject(strategy, violation)
  }

  private mutating func search(_ placement: Placement) {
    let devices = placement.segments.reduce(0) {
      $0 + $1.nodes * model.cluster.groups[$1.group].node.deviceCount
    }
    let space = StrategySpace(traits, on: devices, within: limits)
    var known: (mesh: Strategy, channels: LayoutChannels)?
    space.forEachMesh { mesh in
      report()
      if isStopped { return }
      // Both rank orders are one when there is no pipeline, or nothing outside it.
      if placement.rankOrder == .dataOutermost,
        limits.rankOrders.contains(.pipelineOutermost),
        mesh.pipelineParallelSize == 1 || mesh.dataParallelSize == 1
      {
        return
      }
      let schedules = space.schedules(of: mesh)
      if let violation = mesh.violation(for: traits)
        ?? mesh.violation(on: placement, of: model.cluster)
        ?? model.precisionViolation(on: placement)
      {
        reject(mesh, violation, count: schedules.count * zeroStages.count)
        return
      }
      let groups = placement.segments.lazy.map(\.group)
      let pass = fastest.throughAll(mesh, onGroups: groups)
      if bound(mesh, pass) > best.timeLimit {
        statistics.pruned += schedules.count * zeroStages.count
        return
      }
      let degrees = mesh.degrees
      if known?.mesh != degrees {
        let layout = Layout(mesh, on: placement, of: model.cluster)
        known = (degrees, model.channels(of: layout))
      }
      guard let channels = known?.channels else { return }
      search(mesh, schedules, channels)
    }
  }

  /// Tries all schedules, recomputation choices and ZeRO stages of a mesh.
  private mutating func search(
    _ mesh: Strategy, _ schedules: [Strategy], _ channels: LayoutChannels
  ) {
    let costs = model.costs(of: mesh, over: channels)
    if lowerBound(mesh, costs) > best.timeLimit {
      statistics.pruned += schedules.count * zeroStages.count
      return
    }
    for schedule in schedules {
      if let violation = schedule.violation(for: traits) {
        reject(schedule, violation, count: zeroStages.count)
        continue
      }
      var splits = SplitCache(costs, model.graph)
      for stage in zeroStages {
        var strategy = schedule
        strategy.zeroStage = stage
        if let violation = limits.violation(of: strategy) {
          reject(strategy, violation)
        } else {
          search(strategy, costs, &splits)
        }
      }
    }
  }

  private var zeroStages: [ZeROStage] { limits.zeroStages ?? ZeROStage.allCases }

  private mutating func search(
    _ strategy: Strategy, _ costs: MeshCosts, _ splits: inout SplitCache
  ) {
    var miss: NearMiss?
    var fits = false
    for choice in recomputations {
      var strategy = strategy
      strategy.recomputation = choice
      if let violation = strategy.violation(for: traits) {
        // That memory was lacking says more.
        miss = miss ?? NearMiss(strategy: strategy, violation: violation)
        continue
      }
      guard let split = splits.split(for: strategy) else { continue }
      let plan = Plan(strategy: strategy, placement: costs.layout.placement, split: split)
      switch trial.candidate(plan, costs) {
      case .success(let candidate): best.insert(candidate)
      case .failure(let violation):
        miss = NearMiss(strategy: strategy, violation: violation)
        continue
      }
      fits = true
      if choice == .none { break }
    }
    if fits {
      statistics.evaluated += 1
    } else if let miss {
      reject(miss.strategy, miss.violation)
    }
  }

  /// No plan of the mesh is faster: all microbatches through all layers, each on its fastest stage,
  /// spread evenly over the stages, without recomputation.
  private func lowerBound(_ mesh: Strategy, _ costs: MeshCosts) -> Seconds {
    var fastest = costs.passTimes(onStage: 0, mesh)
    for stage in 1..<max(1, mesh.pipelineParallelSize) where !costs.isAlike(stage, stage - 1) {
      fastest = zip(fastest, costs.passTimes(onStage: stage, mesh)).map { min($0, $1) }
    }
    return bound(mesh, model.graph.layers.lazy.map { fastest[$0.classIndex] }.sum())
  }

  /// - Parameter pass: one microbatch through all layers.
  private func bound(_ mesh: Strategy, _ pass: Seconds) -> Seconds {
    pass * mesh.microbatchCount(globalBatchSize: traits.globalBatchSize)
      / mesh.pipelineParallelSize
  }

  private mutating func reject(_ strategy: Strategy, _ violation: Violation, count: Int = 1) {
    guard count > 0 else { return }
    statistics.reject(violation, count: count)
    let excess: Double
    if case .memory(_, let needed, let usable, _) = violation {
      excess = needed / usable
    } else {
      // Rules that no other degree of freedom can mend rank behind lack of memory.
      excess = .infinity
    }
    if nearest == nil || excess < nearest?.excess ?? .infinity {
      nearest = (excess, NearMiss(strategy: strategy, violation: violation))
    }
  }
}

/// The splits of one schedule, which depend on recomputation alone.
private struct SplitCache {
  private let costs: MeshCosts
  private let graph: LayerGraph
  private var known: [(recomputation: Recomputation, split: StageSplit?)] = []

  init(_ costs: MeshCosts, _ graph: LayerGraph) {
    self.costs = costs
    self.graph = graph
  }

  mutating func split(for strategy: Strategy) -> StageSplit? {
    if let found = known.first(where: { $0.recomputation == strategy.recomputation }) {
      return found.split
    }
    let split = LayerBalance(costs, strategy, graph).split()
    known.append((strategy.recomputation, split))
    return split
  }
}
