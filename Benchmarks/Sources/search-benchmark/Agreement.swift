import ClusterTopology
import CostModel
import Quantities
import Search
import Simulation
import StrategySpace

/// A strategy's closed form beside its simulation.
private struct Sample {
  var least: Seconds
  var estimated: Seconds
  var alone: Seconds
  var simulated: Seconds
}

/// Whether closed form and simulation order random strategies alike.
func measureAgreement(samples count: Int) throws {
  header(
    "agreement", "strategies", "closed form exact", "below 1 % off", "largest difference",
    "above the simulated", "pairs ordered alike", "with contention", "recurrence")
  let jobs = [
    BenchmarkJob(
      model: "gpt-3-175b", cluster: "dgx-a100:16", globalBatchSize: 512, sequenceLength: 2048),
    BenchmarkJob(
      model: "llama-3-70b", cluster: "dgx-h100:8", globalBatchSize: 256, sequenceLength: 8192),
    BenchmarkJob(
      model: "mixtral-8x7b", cluster: "dgx-h100:4", globalBatchSize: 256, sequenceLength: 4096),
    BenchmarkJob(
      model: "gpt-7.5b", cluster: "hybrid-ib-roce", globalBatchSize: 256, sequenceLength: 2048),
  ]
  for job in jobs {
    let costs = try job.costs()
    let found = try samples(costs, count / jobs.count)
    let errors = found.map { abs($0.least / $0.alone - 1) }
    let share = { (limit: Double) in
      text(100 * Double(errors.count { $0 < limit }) / Double(errors.count)) + " %"
    }
    row(
      job.name, grouped(found.count), share(1e-5), share(0.01),
      text(100 * (errors.max() ?? 0)) + " %",
      grouped(found.count { $0.least / $0.alone > 1 + 1e-5 }),
      ordered(found, \.least, \.alone), ordered(found, \.least, \.simulated),
      ordered(found, \.estimated, \.alone))
  }
}

/// Of pairs whose second times differ by more than 2 %, the share that the first ones order alike.
private func ordered(
  _ samples: [Sample], _ first: KeyPath<Sample, Seconds>, _ second: KeyPath<Sample, Seconds>
) -> String {
  var (compared, alike) = (0, 0)
  for (index, a) in samples.enumerated() {
    for b in samples[..<index] {
      let ratio = a[keyPath: second] / b[keyPath: second]
      guard max(ratio, 1 / ratio) > 1.02 else { continue }
      compared += 1
      if (a[keyPath: first] < b[keyPath: first]) == (ratio < 1) { alike += 1 }
    }
  }
  return text(100 * Double(alike) / Double(max(1, compared)), digits: 3) + " %"
}

/// Random strategies of the space that the search covers.
private func samples(_ costs: CostModel, _ count: Int) throws -> [Sample] {
  var random = SplitMix(state: 11)
  let limits = StrategyLimits()
  let traits = ModelTraits(costs.graph, costs.job)
  let space = StrategySpace(traits, on: costs.cluster.deviceCount, within: limits)
  var meshes: [Strategy] = []
  space.forEachMesh { meshes.append($0) }
  let recomputations: [Recomputation] = [.none, .selective, .full(), .full(layersPerChunk: 2)]
  var samples: [Sample] = []
  for _ in 0..<count * 100 where samples.count < count {
    guard let mesh = meshes.randomElement(using: &random),
      var strategy = space.schedules(of: mesh).randomElement(using: &random)
    else { continue }
    strategy.zeroStage = ZeROStage.allCases.randomElement(using: &random) ?? .none
    strategy.recomputation = recomputations.randomElement(using: &random) ?? .none
    let placement = Placement(
      rankOrder: RankOrder.allCases.randomElement(using: &random) ?? .pipelineOutermost,
      segments: costs.cluster.allNodes)
    guard strategy.violation(for: traits) == nil, limits.violation(of: strategy) == nil,
      strategy.violation(on: placement, of: costs.cluster) == nil,
      // Steps of very many microbatches take long to simulate, and tell nothing new.
      strategy.microbatchCount(globalBatchSize: traits.globalBatchSize)
        * strategy.chunkCount < 20_000,
      let split = costs.balancedSplit(of: strategy, on: placement)
    else { continue }
    let layout = Layout(strategy, on: placement, of: costs.cluster)
    let prices = costs.costs(of: strategy, over: costs.channels(of: layout))
    var pricing = MeshPricing(prices, strategy, headroom: 0)
    pricing.divide(strategy, split)
    let plan = Plan(strategy: strategy, placement: placement, split: split)
    let ranked = try RankedPlan(plan, costs)
    samples.append(
      Sample(
        least: pricing.leastTime(of: strategy), estimated: ranked.step.estimatedTime,
        alone: ranked.simulation.uncontendedDuration, simulated: ranked.stepTime))
  }
  return samples
}

/// SplitMix64 (Steele et al. 2014): the same samples on every machine.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
