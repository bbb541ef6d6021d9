import CostModel
import Quantities
import Simulation
import StrategySpace

/// A step of a large model. Its durations are round figures: only its shape matters for how long
/// the simulation takes.
private func step(
  layers: Int, stages: Int, chunksPerStage: Int, microbatches: Int, tensor: Int, data: Int,
  zero: ZeROStage, schedule: PipelineSchedule
) -> StepCost {
  let run = LayerRun(
    count: layers / (stages * chunksPerStage),
    forward: PassCost(compute: .microseconds(900), tensor: .microseconds(150)),
    backward: PassCost(
      compute: .microseconds(1800), tensor: .microseconds(150),
      weightGradient: .microseconds(900)),
    parameterGather: .microseconds(300), gradientReduction: .microseconds(600))
  let chunk = ChunkCost(
    runs: [run], sendForward: .microseconds(80), sendBackward: .microseconds(80),
    activationMemory: .mebibytes(300))
  let stage = StageCost(
    chunks: Array(repeating: chunk, count: chunksPerStage), optimizer: .microseconds(9000))
  return StepCost(
    stages: Array(repeating: stage, count: stages), microbatchCount: microbatches,
    strategy: Strategy(
      dataParallelSize: data, tensorParallelSize: tensor, pipelineParallelSize: stages,
      virtualPipelineSize: chunksPerStage, zeroStage: zero, schedule: schedule))
}

extension StepCost {
  /// The same step with links for what leaves and what enters the nodes of each stage, which any of
  /// its flows fills alone.
  fileprivate var sharingLinks: StepCost {
    var step = self
    let bandwidth = BytesPerSecond.gigabytes(25)
    func traffic(_ links: Int...) -> Traffic {
      Traffic(
        bandwidth: bandwidth, crossings: links.map { Traffic.Crossing(link: $0, streams: 8) })
    }
    let count = stages.count
    step.sharedLinks = stages.indices.flatMap { stage in
      ["out of", "into"].map {
        SharedLink(name: "\($0) nodes of stage \(stage)", capacity: bandwidth * 8)
      }
    }
    for stage in stages.indices {
      let (next, previous) = ((stage + 1) % count, (stage + count - 1) % count)
      step.stages[stage].dataTraffic = traffic(2 * stage, 2 * stage + 1)
      for chunk in stages[stage].chunks.indices {
        step.stages[stage].chunks[chunk].forwardTraffic = traffic(2 * stage, 2 * next + 1)
        step.stages[stage].chunks[chunk].backwardTraffic = traffic(2 * stage, 2 * previous + 1)
      }
    }
    return step
  }
}

func measureSteps() {
  let gpt3 = step(
    layers: 96, stages: 16, chunksPerStage: 3, microbatches: 192, tensor: 8, data: 8,
    zero: .optimizer, schedule: .interleaved)
  measure("GPT-3 175B, 1,024 GPUs", "tp8 pp16 vp3 dp8, 192 microbatches", gpt3)
  measure("the same, links shared", "by events", gpt3.sharingLinks)
  let trillion = step(
    layers: 128, stages: 64, chunksPerStage: 1, microbatches: 512, tensor: 8, data: 6,
    zero: .optimizer, schedule: .oneForwardOneBackward)
  measure("a trillion parameters, 3,072 GPUs", "tp8 pp64 dp6, 512 microbatches", trillion)
  measure("the same, links shared", "by events", trillion.sharingLinks)
  measure("the same, layer by layer", "every pass a chain of layers", trillion, .layers)
  let sharded = step(
    layers: 128, stages: 1, chunksPerStage: 1, microbatches: 8, tensor: 1, data: 512,
    zero: .parameters, schedule: .oneForwardOneBackward)
  measure("fully sharded, 512 GPUs", "dp512 zero3, 8 microbatches", sharded)

  if let simulated = try? simulate(gpt3) {
    var size = 0
    let time = bestCPUTime(of: 1) { size = ChromeTrace(simulated).json().utf8.count }
    report(
      "trace of GPT-3 175B", text(Double(size) / 1e6) + " MB",
      "one rank per stage; written in \(text(time)) s")
  }
}

private func measure(
  _ name: String, _ shape: String, _ step: StepCost, _ detail: SimulationDetail = .passes
) {
  guard let simulated = try? simulate(step, detail: detail) else { return }
  let tasks = simulated.program.graph.taskCount
  let time = bestCPUTime { use(try? simulate(step, detail: detail)) }
  report(name, text(time * 1e3) + " ms", "\(shape); \(tasks) tasks, from costs to breakdown")
}

func measureSchedules() {
  let even = PipelineCosts.Stage(forward: 500, inputGradient: 500, weightGradient: 350)
  let costs = PipelineCosts(stages: Array(repeating: even, count: 32), transfer: 20)
  for (name, limit) in [("ZB-V", 64), ("V-Half", 34), ("V-Min", 24)] {
    let time = bestCPUTime(of: 3) {
      use(Schedule.zeroBubble(costs, microbatches: 256, layout: .vShaped, limit: limit))
    }
    report(
      "ordering \(name)", text(time * 1e3) + " ms", "32 stages × 256 microbatches, 49,152 passes")
  }
}
