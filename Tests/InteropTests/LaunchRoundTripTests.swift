import ModelDescription
import StrategySpace
import Testing

@testable import Interop

@Suite("What other launchers read of a thousand plans")
struct LaunchRoundTripTests {
  private func launches(_ count: Int) throws -> [Launch] {
    var generator = try PlanGenerator()
    var found: [Launch] = []
    while found.count < count { if let launch = generator.next() { found.append(launch) } }
    return found
  }

  @Test("DeepSpeed's file reads back as the plan, but for what its notes say")
  func deepSpeed() throws {
    for launch in try launches(1000) {
      let (strategy, job) = (launch.strategy, launch.job)
      let text = try DeepSpeedFormat().text(of: launch)
      let config = try DeepSpeedConfig.read(text: text.content, path: "deepspeed.json")
      #expect(config.globalBatchSize == job.globalBatchSize)
      #expect(config.microBatchSize == strategy.microBatchSize)
      let perStep = strategy.microBatchSize * (config.microbatches ?? 0)
      #expect(job.globalBatchSize == perStep * strategy.dataParallelSize)
      #expect(config.precision == job.precision)
      #expect(config.tensorParallelSize ?? 1 == strategy.tensorParallelSize)
      #expect(config.expertParallelSize ?? 1 == strategy.expertParallelSize)
      #expect(config.overlapsReduction == strategy.overlap.gradientReduction)
      if strategy.expertParallelSize > 1 {
        #expect(config.expertTensorParallelSize == strategy.expertTensorParallelSize)
      }
      let isClipped = strategy.pipelineParallelSize > 1 && strategy.zeroStage > .optimizer
      #expect(config.zeroStage == (isClipped ? .optimizer : strategy.zeroStage))
      let isBeyondFile =
        strategy.pipelineParallelSize > 1 || strategy.contextParallelSize > 1
        || strategy.recomputation != .none
      if isBeyondFile { #expect(!text.notes.isEmpty) }
    }
  }

  @Test("the hostfile has a slot per rank")
  func hostfile() throws {
    for launch in try launches(1000) {
      let text = try HostfileFormat().text(of: launch).content
      let hosts = try HostList.read(text: text, path: "hostfile").hosts
      #expect(hosts.map(\.name) == launch.hosts)
      #expect(hosts.compactMap(\.slots).reduce(0, +) == launch.strategy.rankCount)
    }
  }

  @Test("devices that stay idle have no slot and no rank")
  func idleDevices() throws {
    var launch = try Plans.launch(
      "llama-3-8b", Strategy(dataParallelSize: 12), on: "dgx-h100:2", batch: 24)
    launch.plan.placement.segments[0].idleDevices = 4
    #expect(try HostfileFormat().text(of: launch).content == "nodes-0 slots=8\nnodes-1 slots=4\n")
    let environment = try EnvironmentFormat().text(of: launch).content
    #expect(environment.contains("-ge 1 ] && [ \"$1\" -le 1 ]; then"))
    #expect(environment.contains("export RHUMB_DEVICES=4"))
    #expect(try SlurmFormat().text(of: launch).notes.contains { $0.contains("--gpus-per-node") })
  }

  @Test("stages of unlike degrees are exported where only hosts and order count")
  func unequalStages() throws {
    var launch = try Plans.launch(
      "llama-3-8b", Strategy(dataParallelSize: 4, pipelineParallelSize: 2), on: "dgx-h100:1",
      csv: "0F0\n")
    launch.plan.strategy.stages = [
      StageDegrees(tensorParallelSize: 2, dataParallelSize: 2, microBatchSize: 2),
      StageDegrees(tensorParallelSize: 1, dataParallelSize: 4, microBatchSize: 1),
    ]
    let (files, refusals) = LaunchFiles.all(for: launch)
    #expect(Set(files.map(\.name)) == ["hostfile", "environment.sh", "pipeline.csv"])
    #expect(refusals.count == LaunchFiles.formats.count - files.count)
    // On one network no communicator needs settings, whatever the stages.
    let others = refusals.filter { !$0.contains("--search uniform") }
    #expect(others.map { $0.prefix(9) } == ["nccl.yaml"])
  }
}
