import ClusterTopology
import Configuration
import CostModel
import Foundation
import ModelDescription
import Quantities
import Rhumb
import Search
import Simulation
import StrategySpace
import Testing

/// A small generator of pseudo-random numbers with a seed (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

let repositoryRoot = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path(percentEncoded: false)
let planner = Planner(catalog: Catalog(root: repositoryRoot))

struct Pair: Sendable, CustomStringConvertible {
  var model: String
  var cluster: String
  var batch: Int
  var length: Int
  var description: String { "\(model) on \(cluster)" }

  func problem() throws -> PlanningProblem {
    try planner.problem(
      for: JobDescription(
        model: .init(model), cluster: .init(cluster),
        training: TrainingJob(globalBatchSize: batch, sequenceLength: length), precision: nil,
        limits: StrategyLimits()))
  }
}

func samplePlans(_ problem: PlanningProblem, count: Int, seed: UInt64) -> [Plan] {
  var random = SeededGenerator(seed: seed)
  let cluster = problem.costs.cluster
  let traits = ModelTraits(problem.costs.graph, problem.costs.job)
  let space = StrategySpace(traits, on: cluster.deviceCount, within: StrategyLimits())
  var meshes: [Strategy] = []
  space.forEachMesh { meshes.append($0) }
  var plans: [Plan] = []
  let segments = cluster.groups.indices.map {
    Placement.Segment(group: $0, nodes: cluster.groups[$0].count)
  }
  for _ in 0..<count * 20 where plans.count < count {
    guard var strategy = meshes.randomElement(using: &random) else { break }
    guard let s = (space.schedules(of: strategy) + [strategy]).randomElement(using: &random) else { continue }
    strategy = s
    if strategy.pipelineParallelSize > 1, strategy.virtualPipelineSize == 1, Int.random(in: 0..<6, using: &random) == 0 {
      strategy.schedule = .gpipe
    }
    strategy.zeroStage = ZeROStage.allCases.randomElement(using: &random) ?? .none
    let recomputations: [Recomputation] = [.none, .selective, .full(), .full(layersPerChunk: 2)]
    strategy.recomputation = recomputations.randomElement(using: &random) ?? .none
    strategy.overlap.gradientReduction = Int.random(in: 0..<4, using: &random) > 0
    strategy.overlap.parameterGather = Int.random(in: 0..<4, using: &random) > 0
    let placement = Placement(
      rankOrder: RankOrder.allCases.randomElement(using: &random) ?? .pipelineOutermost, segments: segments)
    guard strategy.violation(for: traits) == nil, strategy.violation(on: placement, of: cluster) == nil,
      let split = problem.costs.balancedSplit(of: strategy, on: placement) else { continue }
    plans.append(Plan(strategy: strategy, placement: placement, split: split))
  }
  return plans
}

@Test("probe")
func probe() throws {
  let environment = ProcessInfo.processInfo.environment
  let count = Int(environment["PROBE_COUNT"] ?? "60") ?? 60
  let show = Int(environment["PROBE_SHOW"] ?? "12") ?? 12
  let pairs = [
    Pair(model: "gpt-7.5b", cluster: "hybrid-ib-roce", batch: 256, length: 2048),
    Pair(model: "llama-3-70b", cluster: "dgx-h100:4", batch: 128, length: 8192),
    Pair(model: "mixtral-8x7b", cluster: "dgx-h100:4", batch: 128, length: 4096),
    Pair(model: "t5-3b", cluster: "a100-pcie", batch: 64, length: 512),
    Pair(model: "unet", cluster: "v100-25g", batch: 64, length: 64),
    Pair(model: "gnmt-16", cluster: "v100-25g", batch: 128, length: 64),
  ]
  var all: [(d: Double, text: String)] = []
  for pair in pairs {
    let problem = try pair.problem()
    var rows: [(d: Double, text: String, est: Double, sim: Double)] = []
    for plan in samplePlans(problem, count: count, seed: 7) {
      let ranked = try RankedPlan(plan, problem.costs)
      let est = ranked.step.estimatedTime.value, sim = ranked.stepTime.value
      let d = est / sim - 1
      let mem = ranked.step.peakMemory.map(\.total), simMem = ranked.simulation.stages.map(\.peakMemory.total)
      let memory = zip(mem, simMem).map { $0.value / $1.value - 1 }
      if memory.contains(where: { $0 < -1e-9 || $0 > 1e-9 }) {
        print("MEM", pair, plan.strategy, memory.min() ?? 0, memory.max() ?? 0, ranked.step.microbatchCount)
      }
      rows.append((d, "\(plan.strategy) \(plan.strategy.overlap.gradientReduction) \(plan.strategy.overlap.parameterGather) m\(ranked.step.microbatchCount) \(plan.placement.rankOrder.rawValue)", est, sim))
    }
    let sorted = rows.map { abs($0.d) }.sorted()
    func q(_ x: Double) -> Double { sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(x * Double(sorted.count)))] }
    var wrong = 0, counted = 0
    for i in rows.indices { for j in 0..<i where abs(rows[i].sim / rows[j].sim - 1) > 0.02 {
      counted += 1
      if (rows[i].sim < rows[j].sim) != (rows[i].est < rows[j].est) { wrong += 1 }
    } }
    print("PAIR", pair, rows.count, "median", q(0.5), "p90", q(0.9), "p99", q(0.99), "max", q(1), "within3%", Double(sorted.filter { $0 < 0.03 }.count) / Double(max(1, rows.count)), "order", wrong, counted)
    for r in rows.sorted(by: { abs($0.d) > abs($1.d) }).prefix(show) { print("  ", String(format: "%+.4f", r.d), r.text) }
    all += rows.map { ($0.d, $0.text) }
  }
}
