import CostModel
import ModelDescription
import Quantities
import StrategySpace

/// Meshes of the same degrees on the same nodes, which share a layout: what one thread searches.
struct MeshFamily: Sendable {
  var placement: Placement
  var space: StrategySpace
  var meshes: [BoundedMesh]

  /// No plan of the family is faster.
  var bound: Seconds { meshes.lazy.map(\.bound).min() ?? .zero }
}

/// A mesh, and what no plan of it is faster than.
struct BoundedMesh: Sendable {
  var mesh: Strategy
  var bound: Seconds
}

/// What a search found in part of the space.
struct PartialResult: Sendable {
  var best: BestPlans
  var statistics = SearchStatistics()
  var nearest: (excess: Double, miss: NearMiss)?
  /// Instead of the best plans: whatever its closed form does not rule out.
  var contenders: Contenders?

  init(keeping count: Int, contenders: Int? = nil) {
    best = BestPlans(limit: count)
    self.contenders = contenders.map(Contenders.init)
  }

  mutating func reject(_ strategy: Strategy, _ violation: Violation, count: Int = 1) {
    guard count > 0 else { return }
    statistics.reject(violation, count: count)
    let excess: Double
    if case .memory(_, let needed, let usable, _) = violation {
      excess = needed / usable
    } else {
      // Rules that no other degree of freedom can mend rank behind lack of memory.
      excess = .infinity
    }
    note(excess, NearMiss(strategy: strategy, violation: violation))
  }

  private mutating func note(_ excess: Double, _ miss: NearMiss) {
    if nearest == nil || excess < nearest?.excess ?? .infinity { nearest = (excess, miss) }
  }

  /// Adds what was found elsewhere. Of equally near misses the first to be added stays.
  mutating func add(_ other: PartialResult) {
    best.insert(other.best)
    statistics.add(other.statistics)
    if let theirs = other.contenders { contenders?.insert(theirs) }
    if let (excess, miss) = other.nearest { note(excess, miss) }
  }
}

/// Tries all schedules, recomputation choices and ZeRO stages of the meshes of a family.
struct FamilySearch {
  private let model: CostModel
  private let traits: ModelTraits
  private let limits: StrategyLimits
  private let trial: PlanTrial
  private let space: StrategySpace
  /// Plans that take longer are not wanted.
  private let timeLimit: Seconds
  private let isExhaustive: Bool
  /// The least first.
  private let recomputations: [Recomputation]
  private(set) var found: PartialResult

  init(
    _ model: CostModel, _ traits: ModelTraits, _ family: MeshFamily, keeping count: Int,
    below timeLimit: Seconds, exhaustive: Bool, contenders: Int? = nil
  ) {
    isExhaustive = exhaustive
    self.model = model
    self.traits = traits
    self.timeLimit = timeLimit
    space = family.space
    limits = space.limits
    recomputations = limits.recomputations.sorted()
    trial = PlanTrial(model, headroom: limits.memoryHeadroom)
    found = PartialResult(keeping: count, contenders: contenders)
    search(family)
  }

  private var limit: Seconds { min(timeLimit, found.best.timeLimit) }

  private var zeroStages: [ZeROStage] { limits.zeroStages ?? ZeROStage.allCases }

  private mutating func search(_ family: MeshFamily) {
    var channels: LayoutChannels?
    for (mesh, bound) in family.meshes.lazy.map({ ($0.mesh, $0.bound) }) {
      let schedules = space.schedules(of: mesh)
      if bound > limit, !isExhaustive {
        found.statistics.pruned += schedules.count * zeroStages.count
        continue
      }
      let known =
        channels ?? model.channels(of: Layout(mesh, on: family.placement, of: model.cluster))
      channels = known
      search(mesh, schedules, model.costs(of: mesh, over: known))
    }
  }

  private mutating func search(_ mesh: Strategy, _ schedules: [Strategy], _ costs: MeshCosts) {
    if !isExhaustive, lowerBound(mesh, costs) > limit {
      found.statistics.pruned += schedules.count * zeroStages.count
      return
    }
    var pricing = MeshPricing(costs, mesh, headroom: limits.memoryHeadroom)
    for schedule in schedules {
      if let violation = schedule.violation(for: traits) {
        found.reject(schedule, violation, count: zeroStages.count)
        continue
      }
      if isExhaustive {
        priceAll(schedule, costs, &pricing)
      } else {
        search(schedule, costs, &pricing)
      }
    }
  }

  /// Prices every ZeRO stage with every recomputation choice, each count of layers included.
  private mutating func priceAll(
    _ schedule: Strategy, _ costs: MeshCosts, _ pricing: inout MeshPricing
  ) {
    for choice in recomputations {
      var strategy = schedule
      strategy.recomputation = choice
      guard strategy.violation(for: traits) == nil,
        let split = LayerBalance(costs, strategy, model.graph).split()
      else { continue }
      pricing.divide(strategy, split)
      let longest = split.chunks.map { model.blockCount(in: $0) }.max() ?? 0
      let counts =
        choice == .full()
        ? (1...max(1, longest)).map { Recomputation.full(layersPerChunk: $0) } : [choice]
      for stage in zeroStages {
        strategy.zeroStage = stage
        if let violation = limits.violation(of: strategy) {
          found.statistics.reject(violation, count: counts.count)
          continue
        }
        for count in counts {
          strategy.recomputation = count
          let plan = Plan(strategy: strategy, placement: costs.layout.placement, split: split)
          if let violation = violation(of: plan, &pricing) {
            found.reject(strategy, violation)
            continue
          }
          found.statistics.evaluated += 1
          if pricing.leastTime(of: strategy) <= limit {
            found.best.insert(trial.timed(plan, costs))
          }
        }
      }
    }
  }

  private mutating func search(
    _ schedule: Strategy, _ costs: MeshCosts, _ pricing: inout MeshPricing
  ) {
    // What fits without recomputation is not tried with it: that would cost time. Some in every layer
    // may cost more than all in a few.
    var fitting: Set<ZeROStage> = []
    var open = zeroStages.filter { stage in
      var strategy = schedule
      strategy.zeroStage = stage
      guard let violation = limits.violation(of: strategy) else { return true }
      found.reject(strategy, violation)
      return false
    }
    var misses: [(stage: ZeROStage, miss: NearMiss)] = []
    for choice in recomputations where !open.isEmpty {
      var strategy = schedule
      strategy.recomputation = choice
      if let violation = strategy.violation(for: traits) {
        // That memory was lacking says more.
        for stage in open where !misses.contains(where: { $0.stage == stage }) {
          strategy.zeroStage = stage
          misses.append((stage, NearMiss(strategy: strategy, violation: violation)))
        }
        continue
      }
      guard let split = LayerBalance(costs, strategy, model.graph).split() else { continue }
      pricing.divide(strategy, split)
      for stage in open {
        strategy.zeroStage = stage
        let plan = Plan(strategy: strategy, placement: costs.layout.placement, split: split)
        if let violation = violation(of: plan, &pricing) {
          misses.removeAll { $0.stage == stage }
          misses.append((stage, NearMiss(strategy: strategy, violation: violation)))
        } else {
          if fitting.insert(stage).inserted { found.statistics.evaluated += 1 }
          if choice != .selective { open.removeAll { $0 == stage } }
          time(plan, costs, &pricing)
        }
      }
    }
    for stage in open where !fitting.contains(stage) {
      guard let miss = misses.first(where: { $0.stage == stage })?.miss else { continue }
      found.reject(miss.strategy, miss.violation)
    }
  }

  private func violation(of plan: Plan, _ pricing: inout MeshPricing) -> Violation? {
    guard let shortage = pricing.shortage(of: plan.strategy) else { return nil }
    return .memory(
      stage: shortage.stage, needed: shortage.needed, usable: shortage.usable,
      device: shortage.device)
  }

  /// Times a plan that fits, and keeps it if it is among the best. Of full recomputation only the
  /// fewest layers that fit are recomputed.
  private mutating func time(_ plan: Plan, _ costs: MeshCosts, _ pricing: inout MeshPricing) {
    var plan = plan
    if plan.strategy.recomputation == .full() {
      plan.strategy.recomputation = trial.leastRecomputation(plan) { strategy in
        pricing.shortage(of: strategy) == nil
      }
    }
    let bound = pricing.leastTime(of: plan.strategy)
    guard bound <= limit else { return }
    if found.contenders == nil {
      found.best.insert(trial.timed(plan, costs))
    } else {
      found.contenders?.insert(plan, bound)
    }
  }

  /// No plan of the mesh is faster: all microbatches through all layers, each on its fastest stage,
  /// spread evenly over the stages, without recomputation.
  private func lowerBound(_ mesh: Strategy, _ costs: MeshCosts) -> Seconds {
    var fastest = costs.passTimes(onStage: 0, mesh)
    for stage in 1..<max(1, mesh.pipelineParallelSize) where !costs.isAlike(stage, stage - 1) {
      fastest = zip(fastest, costs.passTimes(onStage: stage, mesh)).map { min($0, $1) }
    }
    let pass = model.graph.layers.lazy.map { fastest[$0.classIndex] }.sum()
    return mesh.leastTime(ofPass: pass, traits)
  }
}

extension Strategy {
  /// All microbatches one after the other through evenly filled stages.
  ///
  /// - Parameter pass: one microbatch through all layers.
  func leastTime(ofPass pass: Seconds, _ traits: ModelTraits) -> Seconds {
    pass * microbatchCount(globalBatchSize: traits.globalBatchSize) / pipelineParallelSize
  }
}
