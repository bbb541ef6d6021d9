import ClusterTopology
public import Configuration
import CostModel
import Foundation
import ModelDescription
import Quantities
public import Reports
import Search
import StrategySpace

extension Planner {
  /// Simulates the jobs of a study and puts them beside what was published.
  ///
  /// Bandwidths that runs fit are found first, in the order of the runs; everything else is then a
  /// prediction with them.
  ///
  /// - Throws: `InvalidInput` for jobs that cannot be laid out or have no plan.
  public func study(_ study: StudyDescription) throws -> StudyDocument {
    var simulation = StudySimulation(planner: self)
    var fits: [StudyDocument.Fit] = []
    for table in study.tables {
      for run in table.runs {
        if let fit = try simulation.fit(run, in: table) { fits.append(fit) }
      }
    }
    let tables = try study.tables.map { table in
      let reference = try simulation.best(of: table.runs[table.reference]).stepTime
      return StudyDocument.Table(
        name: table.name, note: table.note, tolerance: table.tolerance,
        reference: table.runs[table.reference].name,
        runs: try table.runs.map { run in
          let plan = try simulation.best(of: run)
          return StudyDocument.Run(
            name: run.name, job: run.path, strategy: plan.plan.strategy.description,
            blocks: try simulation.blocks(of: plan, run),
            stepTime: plan.stepTime, samples: run.job.training.globalBatchSize,
            timesAsLong: plan.stepTime / reference, published: table.timesAsLong(run),
            isFitted: run.fits != nil)
        })
    }
    let known = study.divisions.map { division in
      StudyDocument.Division(
        name: "\(division.layers)", speeds: division.speeds, alpha: division.alpha,
        proportional: StageSplit.layers(
          division.layers, inProportionTo: division.speeds, alpha: division.alpha) ?? [],
        published: division.published)
    }
    let simulated = try study.tables.flatMap(\.runs).filter { !$0.speeds.isEmpty }
      .map { try simulation.division(of: $0) }
    return StudyDocument(
      title: study.title, source: study.source, fits: fits, tables: tables,
      divisions: known + simulated)
  }
}

extension StudyDescription.Table {
  /// What was published of a run, as a multiple of the reference's step.
  fileprivate func timesAsLong(_ run: StudyDescription.Run) -> Double? {
    switch (run.published, runs[reference].published) {
    case (.timesAsLong(let ratio), _): ratio
    case (.samplesPerSecond(let speed), .samplesPerSecond(let other)): other / speed
    default: nil
    }
  }
}

/// The runs of a study on clusters with fitted bandwidths.
private struct StudySimulation {
  let planner: Planner
  /// By transport: what the bandwidth of its interfaces is multiplied by.
  private var factors: [Transport: Double] = [:]

  init(planner: Planner) { self.planner = planner }

  /// Finds the bandwidth with which a run is as much slower than the reference as was published.
  mutating func fit(
    _ run: StudyDescription.Run, in table: StudyDescription.Table
  ) throws -> StudyDocument.Fit? {
    guard let transport = run.fits, let target = table.timesAsLong(run) else { return nil }
    let reference = table.runs[table.reference]
    // More bandwidth never takes longer: the logarithm of the factor is halved down.
    var (low, high) = (Self.widest.lowerBound, Self.widest.upperBound)
    for _ in 0..<Self.halvings {
      let middle = (low + high) / 2
      factors[transport] = middle.exponential
      let ratio = try best(of: run).stepTime / best(of: reference).stepTime
      if ratio > target { low = middle } else { high = middle }
    }
    let factor = high.exponential
    factors[transport] = factor
    let ratio = try best(of: run).stepTime / best(of: reference).stepTime
    let bandwidth =
      try problem(of: run).costs.cluster.groups
      .map { $0.nodeBandwidth(over: transport) }.max() ?? .zero
    return StudyDocument.Fit(
      transport: transport.rawValue, run: run.name, bandwidth: bandwidth,
      factor: factor, isMet: abs(ratio / target - 1) < 1e-3)
  }

  /// Powers of two.
  private static let widest = -6.0...6.0
  private static let halvings = 30

  func problem(of run: StudyDescription.Run) throws -> PlanningProblem {
    var problem = try planner.problem(for: run.job)
    let costs = problem.costs
    problem.costs = CostModel(
      costs.graph, costs.job, on: costs.cluster.scaling(factors), timings: costs.timings)
    return problem
  }

  /// The best plan of a run's job; with layers in proportion to speed where the run says so.
  func best(of run: StudyDescription.Run) throws -> RankedPlan {
    let problem = try problem(of: run)
    let best = try best(of: problem, run)
    guard !run.speeds.isEmpty else { return best }
    let layers = try proportional(run, best, problem)
    return try evaluate(layers, best, problem)
  }

  private func best(of problem: PlanningProblem, _ run: StudyDescription.Run) throws -> RankedPlan {
    let outcome = try planner.outcome(of: problem, simulating: 10)
    guard let best = outcome.best else {
      throw InvalidInput(
        file: run.path, "no plan fits: " + (outcome.result.nearest?.violation.message ?? ""))
    }
    return best
  }

  private func proportional(
    _ run: StudyDescription.Run, _ plan: RankedPlan, _ problem: PlanningProblem
  ) throws -> [Int] {
    let stages = plan.plan.strategy.chunkCount
    let blocks = problem.costs.graph.blockCount
    guard run.speeds.count == stages,
      let layers = StageSplit.layers(blocks, inProportionTo: run.speeds, alpha: run.alpha)
    else {
      throw InvalidInput(
        file: run.path,
        "the study gives \(run.speeds.count) speeds for \(stages) stages of \(blocks) blocks")
    }
    return layers
  }

  /// By stage: how many blocks a plan has there.
  func blocks(of plan: RankedPlan, _ run: StudyDescription.Run) throws -> [Int] {
    let graph = try problem(of: run).costs.graph
    return (0..<plan.plan.strategy.pipelineParallelSize).map { stage in
      plan.plan.split.chunks(ofStage: stage, of: plan.plan.strategy).joined().count {
        graph.layerClass(of: $0).role == .block
      }
    }
  }

  /// The division in proportion to speed, and the best of all that there are.
  func division(of run: StudyDescription.Run) throws -> StudyDocument.Division {
    let problem = try problem(of: run)
    let plan = try best(of: problem, run)
    let rule = try proportional(run, plan, problem)
    var best: (blocks: [Int], time: Seconds)?
    for blocks in divisions(of: rule.reduce(0, +), into: rule.count) {
      let found = try evaluate(blocks, plan, problem)
      guard found.memoryViolation(problem.costs) == nil else { continue }
      if found.stepTime < best?.time ?? Seconds(.infinity) { best = (blocks, found.stepTime) }
    }
    return StudyDocument.Division(
      name: "\(run.name), \(rule.reduce(0, +))", speeds: run.speeds, alpha: run.alpha,
      proportional: rule, best: best?.blocks,
      proportionalTime: try evaluate(rule, plan, problem).stepTime, bestTime: best?.time)
  }

  /// All ways to write a number as so many positive ones, as far as these are few.
  private func divisions(of count: Int, into parts: Int) -> [[Int]] {
    if parts == 1 { return [[count]] }
    guard parts <= 3, count >= parts else { return [] }
    return (1...(count - parts + 1)).flatMap { first in
      divisions(of: count - first, into: parts - 1).map { [first] + $0 }
    }
  }

  /// A plan with other numbers of blocks; what comes before the first block goes with it, and what
  /// follows the last as well.
  private func evaluate(
    _ blocks: [Int], _ plan: RankedPlan, _ problem: PlanningProblem
  ) throws -> RankedPlan {
    let graph = problem.costs.graph
    let places = graph.layers.indices.filter { graph.layerClass(of: $0).role == .block }
    var starts = [0]
    for taken in blocks.dropLast() {
      let before = starts.count == 1 ? 0 : places.firstIndex(of: starts[starts.count - 1]) ?? 0
      starts.append(places[before + taken])
    }
    var changed = plan.plan
    changed.split = StageSplit(starts: starts, layerCount: graph.layers.count)
    return try planner.evaluate(changed, of: problem)
  }
}

extension Double {
  /// Two to this power.
  fileprivate var exponential: Double { exp2(self) }
}

extension Cluster {
  /// The cluster with the bandwidth of all interfaces of some transports multiplied.
  fileprivate func scaling(_ factors: [Transport: Double]) -> Cluster {
    var cluster = self
    for group in cluster.groups.indices {
      for index in cluster.groups[group].node.interfaces.indices {
        let interface = cluster.groups[group].node.interfaces[index].interface
        cluster.groups[group].node.interfaces[index].interface.bandwidth =
          interface.bandwidth * (factors[interface.transport] ?? 1)
      }
    }
    return cluster
  }
}
