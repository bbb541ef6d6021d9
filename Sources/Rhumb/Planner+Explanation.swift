import CostModel
import ModelDescription
public import Reports
public import Search
public import StrategySpace

extension Planner {
  /// Explains a plan by its parts and by what every single change of it would do.
  ///
  /// - Throws: `InfeasiblePlan` when a rule refuses the plan itself.
  public func explain(_ plan: Plan, of problem: PlanningProblem) throws -> ExplanationDocument {
    let document = document(try evaluate(plan, of: problem), of: problem)
    let alternatives = plan.strategy.neighbours(of: problem).map { change, strategy in
      alternative(change, strategy, to: plan, problem)
    }
    return ExplanationDocument(plan: document, alternatives: alternatives)
  }

  private func alternative(
    _ change: String, _ strategy: Strategy, to plan: Plan, _ problem: PlanningProblem
  ) -> ExplanationDocument.Alternative {
    do {
      try refuse(strategy, plan.placement, problem)
      guard let split = problem.costs.balancedSplit(of: strategy, on: plan.placement) else {
        let violation = Violation.stages(
          strategy.chunkCount, layers: problem.costs.graph.layers.count)
        return .init(change, strategy, nil, violation)
      }
      let ranked = try RankedPlan(
        Plan(strategy: strategy, placement: plan.placement, split: split), problem.costs)
      return .init(change, strategy, ranked, ranked.memoryViolation(problem.costs))
    } catch {
      return .init(change, strategy, nil, (error as? InfeasiblePlan)?.violation)
    }
  }
}

extension Strategy {
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
    // Degrees of unequal stages hang together: no single one of them can change alone.
    if stages.isEmpty {
      scale("tp", \.tensorParallelSize)
      scale("pp", \.pipelineParallelSize)
      if !traits.sequenceLengths.isEmpty { scale("cp", \.contextParallelSize) }
      for size in [microBatchSize * 2, microBatchSize / 2] where size >= 1 {
        add("mbs \(microBatchSize) → \(size)") { $0.microBatchSize = size }
      }
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
