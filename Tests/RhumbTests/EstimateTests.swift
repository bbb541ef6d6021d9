import ClusterTopology
import CostModel
import Foundation
import Quantities
import Search
import Simulation
import StrategySpace
import Testing

/// Law: the search's estimate and the simulator tell the same story.
@Suite("Estimates against simulations of shipped models on shipped clusters")
struct EstimateTests {
  static let pairs = [
    ShippedPair(
      model: "gpt-7.5b", cluster: "hybrid-ib-roce", globalBatchSize: 256, sequenceLength: 2048),
    ShippedPair(
      model: "llama-3-70b", cluster: "dgx-h100:4", globalBatchSize: 128, sequenceLength: 8192),
    ShippedPair(
      model: "mixtral-8x7b", cluster: "dgx-h100:4", globalBatchSize: 128, sequenceLength: 4096),
    ShippedPair(
      model: "t5-3b", cluster: "a100-pcie", globalBatchSize: 64, sequenceLength: 512),
    ShippedPair(
      model: "unet", cluster: "v100-25g", globalBatchSize: 64, sequenceLength: 64),
    ShippedPair(
      model: "gnmt-16", cluster: "v100-25g", globalBatchSize: 128, sequenceLength: 64),
  ]

  /// Plans drawn for each pair; the environment variable `RHUMB_SAMPLES` asks for more.
  static let sampleCount =
    ProcessInfo.processInfo.environment["RHUMB_SAMPLES"].flatMap { Int($0) } ?? 30

  /// What an estimate may be off by, as a fraction of the simulated time without contention.
  static let tolerance = 0.03
  /// What 90 % of the estimates of a pair are off by at most.
  static let usualTolerance = 0.003
  /// Plans whose times differ by more than this must be estimated in the right order.
  static let distinguishable = 1.02

  /// What contention for links adds at most: the estimate knows nothing of it.
  static let contention = 0.7
  /// What it adds at most to 90 % of the plans of a pair.
  static let usualContention = 0.06

  struct Sample {
    var plan: Plan
    var estimated: Seconds
    /// Without contention.
    var simulated: Seconds
    var contended: Seconds

    var error: Double { abs(estimated / simulated - 1) }
  }

  @Test(
    "times agree within 3 % and order plans alike, memory is equal", arguments: pairs)
  func agreement(pair: ShippedPair) throws {
    let problem = try pair.problem()
    var samples: [Sample] = []
    for plan in randomPlans(problem, count: Self.sampleCount) {
      let ranked = try RankedPlan(plan, problem.costs)
      for (estimated, stage) in zip(ranked.step.peakMemory, ranked.simulation.stages) {
        #expect(abs(estimated.total / stage.peakMemory.total - 1) < 1e-9, "\(plan.strategy)")
      }
      samples.append(
        Sample(
          plan: plan, estimated: ranked.step.estimatedTime,
          simulated: ranked.simulation.uncontendedDuration, contended: ranked.stepTime))
    }
    #expect(samples.count == Self.sampleCount)

    for sample in samples where sample.error >= Self.tolerance {
      Issue.record("\(sample.plan.strategy): off by \(sample.error)")
    }
    let close = samples.count { $0.error < Self.usualTolerance }
    #expect(close * 10 >= samples.count * 9)

    for sample in samples {
      #expect(sample.contended >= sample.simulated, "\(sample.plan.strategy)")
      #expect(
        sample.contended / sample.simulated < 1 + Self.contention, "\(sample.plan.strategy)")
    }
    let free = samples.count { $0.contended / $0.simulated < 1 + Self.usualContention }
    #expect(free * 10 >= samples.count * 9)

    var (compared, misordered) = (0, 0)
    for (index, a) in samples.enumerated() {
      for b in samples[..<index] {
        let ratio = a.simulated / b.simulated
        guard max(ratio, 1 / ratio) > Self.distinguishable else { continue }
        compared += 1
        if (a.estimated < b.estimated) != (a.simulated < b.simulated) { misordered += 1 }
      }
    }
    #expect(misordered * 1000 <= compared)
    report(pair, samples, misordered, compared)
  }

  /// Random strategies of many kinds, also such as the search would not propose.
  private func randomPlans(_ problem: PlanningProblem, count: Int) -> [Plan] {
    var random = SeededGenerator(seed: 7)
    let cluster = problem.costs.cluster
    let traits = ModelTraits(problem.costs.graph, problem.costs.job)
    let space = StrategySpace(traits, on: cluster.deviceCount, within: StrategyLimits())
    var meshes: [Strategy] = []
    space.forEachMesh { meshes.append($0) }
    // Of the others the estimate knows only the fill and the period.
    let schedules: [PipelineSchedule] = [
      .gpipe, .oneForwardOneBackward, .interleaved, .earlyBackward,
    ]
    let recomputations: [Recomputation] = [.none, .selective, .full(), .full(layersPerChunk: 2)]
    var plans: [Plan] = []
    for _ in 0..<count * 50 where plans.count < count {
      guard var strategy = meshes.randomElement(using: &random),
        let schedule = schedules.randomElement(using: &random)
      else { break }
      if schedule == .interleaved {
        guard let found = space.schedules(of: strategy).randomElement(using: &random) else {
          continue
        }
        strategy = found
      } else if strategy.pipelineParallelSize > 1 {
        strategy = strategy.scheduled(schedule, within: Overlap())
      }
      strategy.zeroStage = ZeROStage.allCases.randomElement(using: &random) ?? .none
      strategy.recomputation = recomputations.randomElement(using: &random) ?? .none
      strategy.overlap.gradientReduction = Int.random(in: 0..<4, using: &random) > 0
      strategy.overlap.parameterGather = Int.random(in: 0..<4, using: &random) > 0
      let placement = Placement(
        rankOrder: RankOrder.allCases.randomElement(using: &random) ?? .pipelineOutermost,
        segments: cluster.allNodes)
      guard strategy.violation(for: traits) == nil,
        strategy.violation(on: placement, of: cluster) == nil,
        let split = problem.costs.balancedSplit(of: strategy, on: placement)
      else { continue }
      plans.append(Plan(strategy: strategy, placement: placement, split: split))
    }
    return plans
  }

  /// Prints the distribution of errors when somebody asked for more samples.
  private func report(
    _ pair: ShippedPair, _ samples: [Sample], _ misordered: Int, _ compared: Int
  ) {
    guard ProcessInfo.processInfo.environment["RHUMB_SAMPLES"] != nil else { return }
    let errors = samples.map(\.error).sorted()
    let quantiles = [0.5, 0.9, 0.99, 1].map { part in
      String(format: "%.5f", errors[min(errors.count - 1, Int(part * Double(errors.count)))])
    }
    let contention = samples.map { $0.contended / $0.simulated - 1 }.sorted()
    print(
      "contention: 90 % below \(contention[samples.count * 9 / 10]), most \(contention.last ?? 0)")
    print(
      "\(pair): median, 90 %, 99 %, largest error of \(errors.count):",
      "\(quantiles.joined(separator: " ")); \(misordered) of \(compared) pairs in the wrong order")
  }
}
