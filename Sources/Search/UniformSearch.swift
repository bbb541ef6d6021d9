import ClusterTopology
public import CostModel
import ModelDescription
import Quantities
public import StrategySpace

/// Exhaustive search over uniform strategies.
///
/// Every mesh of every node choice is visited. Rules are checked first, then memory, and only what
/// fits is timed, with the closed form. Among recomputation choices only the cheapest that fits is
/// timed: recomputing more always costs time.
public struct UniformSearch {
  private let model: CostModel
  private let traits: ModelTraits
  private let limits: StrategyLimits
  private var best: BestPlans
  private var statistics = SearchStatistics()
  private var nearest: (excess: Double, miss: NearMiss)?

  /// - Parameter count: plans to keep.
  public init(_ model: CostModel, within limits: StrategyLimits, keeping count: Int) {
    self.model = model
    self.limits = limits
    traits = ModelTraits(model.graph, model.job)
    best = BestPlans(limit: count)
  }

  public consuming func run() -> SearchResult {
    for segments in NodeChoices.placements(on: model.cluster) {
      for order in limits.rankOrders {
        search(Placement(rankOrder: order, segments: segments))
      }
    }
    return SearchResult(
      candidates: best.candidates, statistics: statistics,
      nearest: best.candidates.isEmpty ? nearest?.miss : nil)
  }

  private mutating func search(_ placement: Placement) {
    let devices = placement.segments.reduce(0) {
      $0 + $1.nodes * model.cluster.groups[$1.group].node.deviceCount
    }
    let space = StrategySpace(traits, on: devices, within: limits)
    var known: (mesh: Strategy, channels: LayoutChannels)?
    space.forEachMesh { mesh in
      // Both rank orders are one when there is no pipeline, or nothing outside it.
      if placement.rankOrder == .dataOutermost,
        limits.rankOrders.contains(.pipelineOutermost),
        mesh.pipelineParallelSize == 1 || mesh.dataParallelSize == 1
      {
        return
      }
      if let violation = mesh.violation(for: traits)
        ?? mesh.violation(on: placement, of: model.cluster)
        ?? model.precisionViolation(on: placement)
      {
        reject(mesh, violation)
        return
      }
      let degrees = mesh.withoutMicroBatch
      if known?.mesh != degrees {
        let layout = Layout(mesh, on: placement, of: model.cluster)
        known = (degrees, model.channels(of: layout))
      }
      guard let channels = known?.channels else { return }
      search(mesh, space.schedules(of: mesh), channels)
    }
  }

  /// Tries all schedules, recomputation choices and ZeRO stages of a mesh.
  private mutating func search(
    _ mesh: Strategy, _ schedules: [Strategy], _ channels: LayoutChannels
  ) {
    let costs = model.costs(of: mesh, over: channels)
    if let worst = best.worstTime, lowerBound(mesh, costs) > worst {
      statistics.pruned += schedules.count * limits.recomputations.count * limits.zeroStages.count
      return
    }
    for schedule in schedules {
      if let violation = schedule.violation(for: traits) {
        reject(schedule, violation)
        continue
      }
      var splits = SplitCache(costs, model.graph)
      for stage in limits.zeroStages {
        var strategy = schedule
        strategy.zeroStage = stage
        search(strategy, costs, &splits)
      }
    }
  }

  private mutating func search(
    _ strategy: Strategy, _ costs: MeshCosts, _ splits: inout SplitCache
  ) {
    var closest: NearMiss?
    for choice in limits.recomputations {
      var strategy = strategy
      strategy.recomputation = choice
      if strategy.violation(for: traits) != nil { continue }
      guard let split = splits.split(for: strategy) else { continue }
      var plan = Plan(strategy: strategy, placement: costs.layout.placement, split: split)
      if let violation = memoryViolation(of: plan, costs) {
        closest = NearMiss(strategy: strategy, violation: violation)
        continue
      }
      if choice == .full() { plan.strategy.recomputation = leastRecomputation(plan, costs) }
      let step = costs.stepCost(of: plan.strategy, split: split)
      statistics.evaluated += 1
      best.insert(
        Candidate(
          plan: plan, estimatedTime: step.estimatedTime,
          peakMemory: step.peakMemory.map(\.total).max() ?? .zero))
      return
    }
    if let closest { reject(closest.strategy, closest.violation) }
  }

  /// The fewest layers per chunk whose recomputation makes a plan fit that fits when all are
  /// recomputed.
  private func leastRecomputation(_ plan: Plan, _ costs: MeshCosts) -> Recomputation {
    let longest = plan.split.chunks.map(\.count).max() ?? 1
    var low = 1
    var high = longest
    while low < high {
      let middle = (low + high) / 2
      var trial = plan
      trial.strategy.recomputation = .full(layersPerChunk: middle)
      if memoryViolation(of: trial, costs) == nil { high = middle } else { low = middle + 1 }
    }
    return low >= longest ? .full() : .full(layersPerChunk: low)
  }

  private func memoryViolation(of plan: Plan, _ costs: MeshCosts) -> Violation? {
    model.memoryViolation(
      costs.peakMemory(of: plan.strategy, split: plan.split).map(\.total), on: costs.layout,
      headroom: limits.memoryHeadroom)
  }

  /// No plan of the mesh is faster: all microbatches through all layers, spread evenly over the
  /// stages, without recomputation.
  private func lowerBound(_ mesh: Strategy, _ costs: MeshCosts) -> Seconds {
    var fastest = Seconds(.infinity)
    for stage in 0..<mesh.pipelineParallelSize
    where stage == 0 || !costs.isAlike(stage, stage - 1) {
      let times = costs.passTimes(onStage: stage, mesh)
      fastest = min(fastest, model.graph.layers.lazy.map { times[$0.classIndex] }.sum())
    }
    let microbatches = mesh.microbatchCount(globalBatchSize: traits.globalBatchSize)
    return fastest * microbatches / mesh.pipelineParallelSize
  }

  private mutating func reject(_ strategy: Strategy, _ violation: Violation) {
    statistics.reject(violation)
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

extension Strategy {
  /// The degrees alone, which decide how groups are laid out.
  fileprivate var withoutMicroBatch: Strategy {
    Strategy(
      dataParallelSize: dataParallelSize, tensorParallelSize: tensorParallelSize,
      pipelineParallelSize: pipelineParallelSize, contextParallelSize: contextParallelSize,
      expertParallelSize: expertParallelSize, expertTensorParallelSize: expertTensorParallelSize)
  }
}

/// The fastest plans, one per mesh and placement.
private struct BestPlans {
  let limit: Int
  private(set) var candidates: [Candidate] = []

  init(limit: Int) { self.limit = limit }

  /// Once the list is full, the time that a plan must beat.
  var worstTime: Seconds? { candidates.count < limit ? nil : candidates.last?.estimatedTime }

  /// Keeps the candidate if it is among the best; earlier ones win ties.
  mutating func insert(_ candidate: Candidate) {
    let key = MeshKey(candidate.plan)
    if let same = candidates.firstIndex(where: { MeshKey($0.plan) == key }) {
      guard candidate.isBetter(than: candidates[same]) else { return }
      candidates.remove(at: same)
    }
    let place = candidates.firstIndex { candidate.isBetter(than: $0) } ?? candidates.count
    candidates.insert(candidate, at: place)
    if candidates.count > limit { candidates.removeLast() }
  }
}

/// What makes two plans variants of one another: the same degrees on the same nodes.
private struct MeshKey: Equatable {
  var degrees: Strategy
  var groups: [Int]

  init(_ plan: Plan) {
    degrees = plan.strategy.withoutMicroBatch
    groups = plan.placement.segments.map(\.group).sorted()
  }
}

extension Candidate {
  fileprivate func isBetter(than other: Candidate) -> Bool {
    (estimatedTime, peakMemory) < (other.estimatedTime, other.peakMemory)
  }
}
