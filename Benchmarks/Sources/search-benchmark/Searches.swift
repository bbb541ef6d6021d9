import CostModel
import Quantities
import Search
import Simulation
import StrategySpace

/// Every strategy of GPT-3's space priced, none skipped: what one evaluation takes.
func measureThroughput() throws {
  header(
    "every strategy priced", "strategies", "that fit and were timed", "CPU s", "priced/s", "timed/s"
  )
  let costs = try BenchmarkJob(
    model: "gpt-3-175b", cluster: "dgx-a100:128", globalBatchSize: 2048, sequenceLength: 2048
  ).costs()
  for (name, limits) in [("default space", StrategyLimits()), ("all schedules", wideLimits)] {
    let (statistics, taken) = Measurement.of {
      UniformSearch(
        costs, within: limits, keeping: 1, usesAllNodes: true, threads: 1, exhaustive: true
      ).run().statistics
    }
    let priced = statistics.evaluated + (statistics.rejected["memory"] ?? 0)
    row(
      "GPT-3 175B on 1,024 A100, \(name)",
      grouped(statistics.evaluated + statistics.rejected.values.reduce(0, +)),
      grouped(statistics.evaluated), text(taken.cpuSeconds),
      grouped(Int(Double(priced) / taken.cpuSeconds)),
      grouped(Int(Double(statistics.evaluated) / taken.cpuSeconds)))
  }
}

/// Also schedules that the search does not try by itself.
private var wideLimits: StrategyLimits {
  var limits = StrategyLimits()
  limits.schedules = [.gpipe, .oneForwardOneBackward, .interleaved, .earlyBackward]
  return limits
}

/// Full searches, as `rhumb plan` runs them, with the simulation of the five best.
func measureSearches() throws {
  let jobs = [
    BenchmarkJob(
      model: "gpt-3-175b", cluster: "dgx-a100:64", globalBatchSize: 1536, sequenceLength: 2048),
    BenchmarkJob(
      model: "gpt-3-175b", cluster: "dgx-a100:128", globalBatchSize: 1536, sequenceLength: 2048),
    BenchmarkJob(
      model: "gpt-3-175b", cluster: "dgx-a100:512", globalBatchSize: 1536, sequenceLength: 2048),
    BenchmarkJob(
      model: "gpt-3-175b", cluster: "dgx-a100:2048", globalBatchSize: 16384, sequenceLength: 2048),
    BenchmarkJob(
      model: "megatron-1t", cluster: "dgx-a100:2048", globalBatchSize: 16384, sequenceLength: 2048),
    BenchmarkJob(
      model: "llama-3.1-405b", cluster: "dgx-h100:2048", globalBatchSize: 2048,
      sequenceLength: 8192),
    BenchmarkJob(
      model: "deepseek-v3", cluster: "dgx-h100:256", globalBatchSize: 15360, sequenceLength: 4096),
    BenchmarkJob(
      model: "llama-2-7b", cluster: "dgx-a100:2", globalBatchSize: 128, sequenceLength: 4096),
    BenchmarkJob(
      model: "llama-2-13b", cluster: "dgx-a100:4", globalBatchSize: 256, sequenceLength: 4096),
    BenchmarkJob(
      model: "qwen3-30b-a3b", cluster: "dgx-h100:8", globalBatchSize: 256, sequenceLength: 4096),
  ]
  header("search", "best plan", "timed", "skipped by bounds", "refused", "CPU s", "peak MiB")
  for job in jobs { try measureSearch(job.name, job) }
}

/// How the search grows with devices, layers and kinds of devices.
func measureGrowth() throws {
  header("growth", "best plan", "timed", "skipped by bounds", "refused", "CPU s", "peak MiB")
  for nodes in [1, 4, 16, 64, 256, 1024] {
    try measureSearch(
      "\(8 * nodes) GPUs",
      BenchmarkJob(
        model: "gpt-3-175b", cluster: "dgx-a100:\(nodes)", globalBatchSize: 1024,
        sequenceLength: 2048))
  }
  for model in ["gpt2-small", "llama-3-8b", "llama-3-70b", "llama-3.1-405b"] {
    try measureSearch(
      "layers of \(model)",
      BenchmarkJob(
        model: model, cluster: "dgx-h100:32", globalBatchSize: 1024, sequenceLength: 1024))
  }
}

private func measureSearch(_ name: String, _ job: BenchmarkJob) throws {
  let costs = try job.costs()
  let ((statistics, plan), taken) = try Measurement.of {
    let result = SearchMethod(for: costs.cluster).search(
      costs, within: StrategyLimits(), keeping: 5)
    return (result.statistics, try result.simulated(costs).first)
  }
  let best =
    plan.map { "\($0.plan.strategy), \(text($0.stepTime.value)) s" } ?? "none fits"
  row(
    name, best, grouped(statistics.evaluated), grouped(statistics.pruned),
    grouped(statistics.rejected.values.reduce(0, +)), text(taken.cpuSeconds),
    text(taken.peakMemory, digits: 0))
}

func countInstructions() throws {
  let costs = try BenchmarkJob(
    model: "gpt-3-175b", cluster: "dgx-a100:16", globalBatchSize: 512, sequenceLength: 2048
  ).costs()
  let result = UniformSearch(costs, within: StrategyLimits(), keeping: 5, threads: 1).run()
  print(result.candidates.first.map { "\($0.plan.strategy)" } ?? "none fits")
}
