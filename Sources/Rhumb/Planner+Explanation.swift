import ClusterTopology
import CostModel
import ModelDescription
import Quantities
public import Reports
public import Search
public import StrategySpace

extension Planner {
  /// Explains a plan by its parts, by what changes of it would do, and by what would have to be
  /// different for the best of them to win.
  ///
  /// - Parameter choices: what to change, all at once; every single change of a choice when `nil`.
  /// - Throws: `InfeasiblePlan` when a rule refuses the plan itself.
  public func explain(
    _ plan: Plan, of problem: PlanningProblem, instead choices: StrategyLimits? = nil
  ) throws -> ExplanationDocument {
    let ranked = try evaluate(plan, of: problem)
    let changes =
      choices.map { [plan.strategy.changed(to: $0, of: problem)] }
      ?? plan.strategy.neighbours(of: problem)
    let tried = changes.map { change, strategy in
      attempt(change, strategy, besides: ranked, problem)
    }
    let runnerUp = tried.filter { $0.violation == nil && $0.plan != nil }
      .min { ($0.plan?.stepTime ?? .zero) < ($1.plan?.stepTime ?? .zero) }
    return ExplanationDocument(
      plan: document(ranked, of: problem),
      alternatives: tried.map {
        .init($0.change, $0.strategy, $0.plan, $0.violation, to: ranked)
      }, runnerUp: runnerUp.flatMap { self.runnerUp($0, to: ranked, problem) })
  }

  /// A change of a plan, evaluated or refused.
  private struct Attempt {
    var change: String
    var strategy: Strategy
    var plan: RankedPlan?
    var violation: Violation?
  }

  private func attempt(
    _ change: String, _ strategy: Strategy, besides ranked: RankedPlan, _ problem: PlanningProblem
  ) -> Attempt {
    var attempt = Attempt(change: change, strategy: strategy)
    do {
      let placement = ranked.plan.placement
      try refuse(strategy, placement, problem)
      guard let split = problem.costs.balancedSplit(of: strategy, on: placement) else {
        attempt.violation = .stages(
          strategy.chunkCount, layers: problem.costs.graph.layers.count)
        return attempt
      }
      let plan = try RankedPlan(
        Plan(strategy: strategy, placement: placement, split: split), problem.costs)
      attempt.plan = plan
      attempt.violation = plan.memoryViolation(problem.costs)
    } catch {
      attempt.violation = (error as? InfeasiblePlan)?.violation
    }
    return attempt
  }

  // MARK: What would have to change

  private func runnerUp(
    _ attempt: Attempt, to ranked: RankedPlan, _ problem: PlanningProblem
  ) -> ExplanationDocument.RunnerUp? {
    guard let other = attempt.plan, other.stepTime > ranked.stepTime else { return nil }
    let figures = ClusterFigure.allCases.filter { $0 != .memory }
    return .init(
      change: attempt.change, strategy: StrategySummary(attempt.strategy),
      stepTimeSeconds: other.stepTime.value,
      breakEvens: figures.map { figure in
        .init(
          figure: figure.rawValue,
          factor: breakEven(of: figure, other.plan, against: ranked.plan, problem))
      })
  }

  /// The factor closest to 1 at which one plan becomes faster than another, by the closed form.
  private func breakEven(
    of figure: ClusterFigure, _ plan: Plan, against winner: Plan, _ problem: PlanningProblem
  ) -> Double? {
    func wins(_ factor: Double) -> Bool {
      let costs = CostModel(
        problem.costs.graph, problem.costs.job,
        on: problem.costs.cluster.scaling(figure, by: factor))
      return plan.stepCost(costs).estimatedTime < winner.stepCost(costs).estimatedTime
    }
    if wins(1) { return nil }
    for step in [1.1, 1.25, 1.5, 2, 3, 4, 6, 8] {
      guard let far = [step, 1 / step].first(where: wins) else { continue }
      var (low, high) = (1.0, far)
      for _ in 0..<20 {
        let middle = (low * high).squareRoot()
        if wins(middle) { high = middle } else { low = middle }
      }
      return high
    }
    return nil
  }
}

extension Strategy {
  /// This strategy with the choices that limits fix, and these choices in words.
  ///
  /// The data-parallel size makes up for degrees unless it is fixed too.
  fileprivate func changed(
    to choices: StrategyLimits, of problem: PlanningProblem
  ) -> (String, Strategy) {
    var strategy = self
    var words: [String] = []
    func set(
      _ name: String, _ limit: SizeLimit, _ size: WritableKeyPath<Strategy, Int>
    ) {
      guard let value = limit.values?.first, value != self[keyPath: size] else { return }
      words.append("\(name) \(self[keyPath: size]) → \(value)")
      strategy[keyPath: size] = value
    }
    set("tp", choices.tensorParallelSize, \.tensorParallelSize)
    set("pp", choices.pipelineParallelSize, \.pipelineParallelSize)
    set("cp", choices.contextParallelSize, \.contextParallelSize)
    set("ep", choices.expertParallelSize, \.expertParallelSize)
    set("etp", choices.expertTensorParallelSize, \.expertTensorParallelSize)
    set("mbs", choices.microBatchSize, \.microBatchSize)
    set("vp", choices.virtualPipelineSize, \.virtualPipelineSize)
    let inner =
      strategy.tensorParallelSize * strategy.pipelineParallelSize * strategy.contextParallelSize
    strategy.dataParallelSize =
      choices.dataParallelSize.values?.first ?? max(1, rankCount / max(1, inner))
    let usual = StrategyLimits()
    if let stage = choices.zeroStages?.first, stage != zeroStage {
      words.append("zero \(zeroStage.rawValue) → \(stage.rawValue)")
      strategy.zeroStage = stage
    }
    if choices.recomputations != usual.recomputations, let choice = choices.recomputations.first,
      choice != recomputation
    {
      words.append("recompute \(recomputation) → \(choice)")
      strategy.recomputation = choice
    }
    var schedule = strategy.schedule
    if choices.schedules != usual.schedules, let choice = choices.schedules.first {
      schedule = choice
    } else if strategy.pipelineParallelSize == 1 || strategy.virtualPipelineSize == 1 {
      // Interleaving needs chunks to interleave.
      if schedule == .interleaved { schedule = .oneForwardOneBackward }
    } else if schedule == .oneForwardOneBackward {
      schedule = .interleaved
    }
    if strategy.pipelineParallelSize == 1 { strategy.virtualPipelineSize = 1 }
    if schedule != strategy.schedule {
      words.append("schedule \(strategy.schedule.rawValue) → \(schedule.rawValue)")
      strategy = strategy.scheduled(schedule, within: problem.limits.overlap)
    }
    let hasSequence =
      !ModelTraits(problem.costs.graph, problem.costs.job).sequenceLengths.isEmpty
    strategy.sequenceParallel =
      choices.sequenceParallel
      ?? (strategy.tensorParallelSize > 1 && hasSequence
        && (tensorParallelSize == 1 || sequenceParallel))
    return (words.isEmpty ? "no change" : words.joined(separator: ", "), strategy)
  }

  /// The strategies that differ in one choice, with the change in words.
  ///
  /// Degrees are doubled and halved, the data-parallel size making up for it.
  fileprivate func neighbours(of problem: PlanningProblem) -> [(String, Strategy)] {
    var found: [(String, Strategy)] = []
    func add(_ change: String, _ body: (inout Strategy) -> Void) {
      var strategy = self
      body(&strategy)
      if strategy != self { found.append((change, strategy)) }
    }
    let traits = ModelTraits(problem.costs.graph, problem.costs.job)
    let overlap = problem.limits.overlap
    func scale(_ name: String, _ size: WritableKeyPath<Strategy, Int>) {
      let old = self[keyPath: size]
      for new in [old * 2, old / 2] where new >= 1 && new != old {
        // The data-parallel size takes what the degree gives up.
        guard dataParallelSize * old % new == 0 else { continue }
        add("\(name) \(old) → \(new)") {
          $0[keyPath: size] = new
          $0.dataParallelSize = dataParallelSize * old / new
          if $0.tensorParallelSize == 1 { $0.sequenceParallel = false }
          if $0.tensorParallelSize > 1, tensorParallelSize == 1, !traits.sequenceLengths.isEmpty {
            $0.sequenceParallel = true
          }
          if expertTensorParallelSize == tensorParallelSize, expertTensorParallelSize > 1 {
            $0.expertTensorParallelSize = $0.tensorParallelSize
          }
          if $0.pipelineParallelSize == 1 {
            $0 = $0.scheduled(.oneForwardOneBackward, within: overlap)
            $0.virtualPipelineSize = 1
          }
        }
      }
    }
    scale("tp", \.tensorParallelSize)
    scale("pp", \.pipelineParallelSize)
    if !traits.sequenceLengths.isEmpty { scale("cp", \.contextParallelSize) }
    for size in [microBatchSize * 2, microBatchSize / 2] where size >= 1 {
      add("mbs \(microBatchSize) → \(size)") { $0.microBatchSize = size }
    }
    if traits.expertCount > 0 {
      for size in [expertParallelSize * 2, expertParallelSize / 2] where size >= 1 {
        add("ep \(expertParallelSize) → \(size)") { $0.expertParallelSize = size }
      }
    }
    for stage in ZeROStage.allCases {
      add("zero \(zeroStage.rawValue) → \(stage.rawValue)") { $0.zeroStage = stage }
    }
    for choice in [Recomputation.none, .selective, .full()] {
      add("recompute \(recomputation) → \(choice)") { $0.recomputation = choice }
    }
    if pipelineParallelSize > 1 {
      add("schedule \(schedule.rawValue) → interleaved, vp 2") {
        $0 = $0.scheduled(.interleaved, within: overlap)
        $0.virtualPipelineSize = 2
      }
      add("schedule \(schedule.rawValue) → 1f1b") {
        $0 = $0.scheduled(.oneForwardOneBackward, within: overlap)
        $0.virtualPipelineSize = 1
      }
    }
    add("without overlap of gradient reduction") { $0.overlap.gradientReduction = false }
    return found
  }
}
