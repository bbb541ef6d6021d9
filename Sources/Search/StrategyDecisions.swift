import ClusterTopology
import CostModel
import ModelDescription
import PlanExploration
import Quantities
import ReinforcementLearning
import StrategySpace

/// The space of uniform strategies as a decision process: one choice after the other narrows it down
/// until a single strategy is left.
///
/// An action says where in the list of a choice's values, smallest first, the wanted one stands. The
/// state holds what has been chosen so far and what comes next; no cost is in it. The reward comes
/// at the end: the fraction of the devices' peak that the plan's arithmetic uses, in units that make
/// a good plan worth about 1, and a negative one when nothing fits.
struct StrategyDecisions: PlanTask {
  private let model: CostModel
  private let limits: StrategyLimits
  private let traits: ModelTraits
  private let trial: PlanTrial
  private let choices: [Choice]
  /// In the order of `actions`.
  private let openings: [Opening]
  /// By strategy the actions that lead to it.
  private let actions: [[Int]]
  /// By choice how many values occur.
  private let counts: [Int]
  private let recomputations: [Recomputation]
  /// What a step takes at least: all arithmetic at the devices' peaks.
  private let ideal: Seconds

  private(set) var found: (plan: Candidate, cost: Double)?
  private(set) var statistics = SearchStatistics()
  private var nearest: (excess: Double, miss: NearMiss)?
  private(set) var best: BestPlans
  /// The strategies that the choices so far leave: they are sorted by their choices, so these stand
  /// together.
  private var left = 0..<0
  private var chosen: [Int] = []
  private var known: [Int: Outcome] = [:]

  private enum Outcome {
    case fits(Candidate)
    case fails
  }

  /// A strategy on some nodes, whatever it may recompute.
  private struct Opening {
    var placement: Int
    var rankOrder: RankOrder
    var strategy: Strategy
  }

  /// One thing to decide.
  private enum Choice: CaseIterable {
    case placement, rankOrder, tensor, pipeline, context, contextKind, expert, expertTensor
    case microBatch, sequenceParallel, schedule, virtual, zero

    func value(_ opening: Opening) -> Int {
      let strategy = opening.strategy
      return switch self {
      case .placement: opening.placement
      case .rankOrder: RankOrder.allCases.firstIndex(of: opening.rankOrder) ?? 0
      case .tensor: strategy.tensorParallelSize
      case .pipeline: strategy.pipelineParallelSize
      case .context: strategy.contextParallelSize
      case .contextKind:
        ContextParallelKind.allCases.firstIndex(of: strategy.contextParallelKind) ?? 0
      case .expert: strategy.expertParallelSize
      case .expertTensor: strategy.expertTensorParallelSize
      case .microBatch: strategy.microBatchSize
      case .sequenceParallel: strategy.sequenceParallel ? 1 : 0
      case .schedule: PipelineSchedule.allCases.firstIndex(of: strategy.schedule) ?? 0
      case .virtual: strategy.virtualPipelineSize
      case .zero: ZeROStage.allCases.firstIndex(of: strategy.zeroStage) ?? 0
      }
    }
  }

  private let placements: [[Placement.Segment]]

  /// - Returns: `nil` when the limits leave nothing to decide on.
  init?(_ model: CostModel, within limits: StrategyLimits, keeping count: Int) {
    best = BestPlans(limit: count)
    self.model = model
    self.limits = limits
    traits = ModelTraits(model.graph, model.job)
    trial = PlanTrial(model, headroom: limits.memoryHeadroom)
    recomputations = limits.recomputations.sorted()
    placements = NodeChoices.placements(on: model.cluster)
    let openings = Self.openings(model, limits, traits, placements)
    guard !openings.isEmpty else { return nil }
    var choices: [Choice] = []
    var columns: [[Int]] = []
    var counts: [Int] = []
    for choice in Choice.allCases {
      let column = openings.map(choice.value)
      let places = Dictionary(
        uniqueKeysWithValues: Set(column).sorted().enumerated().map { ($0.element, $0.offset) })
      guard places.count > 1 else { continue }
      choices.append(choice)
      counts.append(places.count)
      columns.append(column.map { places[$0] ?? 0 })
    }
    let keys = openings.indices.map { index in columns.map { $0[index] } }
    let order = openings.indices.sorted { a, b in
      keys[a] == keys[b] ? a < b : keys[a].lexicographicallyPrecedes(keys[b])
    }
    self.openings = order.map { openings[$0] }
    actions = order.map { keys[$0] }
    self.choices = choices
    self.counts = counts
    let perClass = model.graph.classes.map { $0.operators.map(\.forwardFLOPs).sum() }
    let arithmetic =
      3 * model.graph.layers.map { perClass[$0.classIndex] }.sum()
      * Double(model.job.globalBatchSize)
    let peak = model.cluster.groups.map { group in
      (group.node.device.peak(model.job.precision.compute) ?? .zero) * group.deviceCount
    }.sum()
    ideal = arithmetic / peak
  }

  private static func openings(
    _ model: CostModel, _ limits: StrategyLimits, _ traits: ModelTraits,
    _ placements: [[Placement.Segment]]
  ) -> [Opening] {
    var openings: [Opening] = []
    for (index, segments) in placements.enumerated() {
      let devices = segments.reduce(0) {
        $0 + $1.nodes * model.cluster.groups[$1.group].node.deviceCount
      }
      let space = StrategySpace(traits, on: devices, within: limits)
      for order in limits.rankOrders {
        space.forEachMesh { mesh in
          // Both orders are one when there is no pipeline, or nothing outside it.
          if order == .dataOutermost, limits.rankOrders.contains(.pipelineOutermost),
            mesh.pipelineParallelSize == 1 || mesh.dataParallelSize == 1
          {
            return
          }
          for schedule in space.schedules(of: mesh) {
            for stage in limits.zeroStages ?? ZeROStage.allCases {
              var strategy = schedule
              strategy.zeroStage = stage
              if limits.violation(of: strategy) != nil { continue }
              openings.append(Opening(placement: index, rankOrder: order, strategy: strategy))
            }
          }
        }
      }
    }
    return openings
  }

  var spaceSize: Int { openings.count }

  var nearestMiss: NearMiss? { nearest?.miss }

  var actionCount: Int { max(1, counts.max() ?? 1) }

  /// Per choice its value's place, and whether it comes next.
  var stateSize: Int { 2 * max(1, choices.count) }

  mutating func reset() -> Observation {
    left = openings.indices
    chosen = []
    found = nil
    return observation
  }

  mutating func step(_ action: Int) -> Consequence {
    if chosen.count < choices.count {
      let place = chosen.count
      let start = first(in: left) { actions[$0][place] >= action }
      left = start..<first(in: start..<left.upperBound) { actions[$0][place] > action }
      chosen.append(action)
    }
    guard chosen.count >= choices.count else {
      return Consequence(observation, reward: 0, isLast: false)
    }
    switch outcome(left.lowerBound) {
    case .fits(let candidate):
      found = (candidate, candidate.estimatedTime.value)
      // Training reaches half of the peak at best.
      let reward = Float(2 * ideal / candidate.estimatedTime)
      return Consequence(observation, reward: reward, isLast: true)
    case .fails: return Consequence(observation, reward: -0.5, isLast: true)
    }
  }

  private var observation: Observation {
    let count = max(1, choices.count)
    var state = [Float](repeating: 0, count: 2 * count)
    for (index, action) in chosen.enumerated() {
      state[index] = Float(action + 1) / Float(counts[index])
    }
    var allowed = [Bool](repeating: false, count: actionCount)
    if chosen.count < choices.count {
      state[count + chosen.count] = 1
      let place = chosen.count
      var index = left.lowerBound
      while index < left.upperBound {
        let action = actions[index][place]
        allowed[action] = true
        index = first(in: index..<left.upperBound) { actions[$0][place] > action }
      }
    } else {
      allowed[0] = true
    }
    return Observation(state: state, allowed: allowed)
  }

  /// The first place of a range from which on a condition holds; the end when it never does.
  private func first(in range: Range<Int>, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Times one strategy; what was timed before is remembered.
  private mutating func outcome(_ index: Int) -> Outcome {
    if let outcome = known[index] { return outcome }
    let outcome = evaluate(openings[index])
    known[index] = outcome
    return outcome
  }

  private mutating func evaluate(_ opening: Opening) -> Outcome {
    var strategy = opening.strategy
    let placement = Placement(
      rankOrder: opening.rankOrder, segments: placements[opening.placement])
    if let violation = strategy.violation(for: traits)
      ?? strategy.violation(on: placement, of: model.cluster)
      ?? model.precisionViolation(on: placement)
    {
      reject(strategy, violation)
      return .fails
    }
    let layout = Layout(strategy, on: placement, of: model.cluster)
    let costs = model.costs(of: strategy, over: model.channels(of: layout))
    var miss: NearMiss?
    var fitting: Candidate?
    for choice in recomputations {
      strategy.recomputation = choice
      if let violation = strategy.violation(for: traits) {
        miss = miss ?? NearMiss(strategy: strategy, violation: violation)
        continue
      }
      guard let split = LayerBalance(costs, strategy, model.graph).split() else { continue }
      let plan = Plan(strategy: strategy, placement: placement, split: split)
      switch trial.candidate(plan, costs) {
      case .success(let candidate):
        if fitting == nil { statistics.evaluated += 1 }
        best.insert(candidate)
        if candidate.estimatedTime < fitting?.estimatedTime ?? Seconds(.infinity) {
          fitting = candidate
        }
        // Some in every layer may cost more than all in a few.
        guard choice == .selective, let fitting else { return .fits(fitting ?? candidate) }
      case .failure(let violation): miss = NearMiss(strategy: strategy, violation: violation)
      }
    }
    if let fitting { return .fits(fitting) }
    if let miss { reject(miss.strategy, miss.violation) }
    return .fails
  }

  private mutating func reject(_ strategy: Strategy, _ violation: Violation) {
    statistics.reject(violation, count: 1)
    var excess = Double.infinity
    if case .memory(_, let needed, let usable, _) = violation { excess = needed / usable }
    if nearest == nil || excess < nearest?.excess ?? .infinity {
      nearest = (excess, NearMiss(strategy: strategy, violation: violation))
    }
  }
}
