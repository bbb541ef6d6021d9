import ClusterTopology
import ModelDescription
import Quantities
import StrategySpace
import Testing

@testable import Interop

@Suite("Megatron-LM's arguments of a thousand plans")
struct MegatronRoundTripTests {
  @Test("are valid, and read back as the plan where nothing was left out")
  func thousand() throws {
    var generator = try PlanGenerator()
    var (expressed, drawn) = (0, 0)
    while expressed < 1000, drawn < 60_000 {
      drawn += 1
      guard let launch = generator.next() else { continue }
      let (flags, notes) = try MegatronFormat.flags(for: launch)
      let words = flags.flatMap(\.words)
      let world = launch.strategy.rankCount
      // Prediction modules count as no layer for Megatron-LM's own rules on plain splits.
      guard case .valid(let data, _, _, _) = MegatronRules(words, world: world).verdict else {
        Issue.record("\(launch.summary): \(MegatronRules(words, world: world).verdict) \(words)")
        return
      }
      #expect(data == launch.strategy.dataParallelSize)
      // What a shell would hand over must be the same.
      #expect(ShellText.words(of: flags.map(\.shellText).joined(separator: " ")) == words)
      guard notes.isEmpty else { continue }
      expressed += 1
      let run = try MegatronRun.read(words.joined(separator: " "), worldSize: world)
      #expect(run.strategy == launch.strategy)
      #expect(run.job == launch.job)
      #expect(run.rankOrder == launch.plan.placement.rankOrder)
      let blocks = launch.plan.split.chunks.map { range in
        range.count { launch.graph.layerClass(of: $0).role == .block }
      }
      #expect(run.blocks == blocks)
      if run.strategy != launch.strategy || run.job != launch.job { return }
    }
    #expect(expressed == 1000, "\(drawn) plans drawn")
  }

  @Test(
    "describe the model so that it reads back",
    arguments: [
      "gpt-7.5b", "llama-3-8b", "llama-3-70b", "llama-3.1-405b", "mixtral-8x7b", "qwen2-7b",
      "qwen3-30b-a3b", "deepseek-v2-lite", "deepseek-v3", "gpt-3-175b",
    ])
  func model(_ name: String) throws {
    let launch = try Plans.launch(
      name, Strategy(dataParallelSize: 8), on: "dgx-h100:1", batch: 8, length: 2048)
    let (flags, notes) = try MegatronFormat.flags(for: launch)
    #expect(notes == [])
    let run = try MegatronRun.read(
      flags.flatMap(\.words).joined(separator: " "), worldSize: 8)
    let read = try run.model.layerGraph(for: launch.job)
    #expect(read.parameterCount == launch.graph.parameterCount)
    #expect(read.classes.map(\.parameterCount) == launch.graph.classes.map(\.parameterCount))
    #expect(run.job == launch.job)
  }
}
