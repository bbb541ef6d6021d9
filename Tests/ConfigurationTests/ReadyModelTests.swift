import Configuration
import Foundation
import ModelDescription
import Quantities
import Testing

/// The models that come with the project, by name.
func readyModel(_ name: String) throws -> Model {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try ModelFile.read(path: root.appending(path: "Models/\(name).yaml").path)
}

@Suite("Ready models")
struct ReadyModelTests {
  @Test(
    "parameters are counted as the released checkpoints have them",
    arguments: [
      ("gpt2-small", 124_439_808), ("gpt2-xl", 1_557_611_200), ("mistral-7b", 7_241_732_096),
      ("llama-2-7b", 6_738_415_616), ("llama-2-13b", 13_015_864_320),
      ("llama-2-70b", 68_976_648_192), ("llama-3-8b", 8_030_261_248),
      ("llama-3-70b", 70_553_706_496), ("llama-3.1-405b", 405_853_388_800),
      ("qwen2-7b", 7_615_616_512), ("mixtral-8x7b", 46_702_792_704),
      ("mixtral-8x22b", 140_630_071_296), ("qwen3-30b-a3b", 30_532_122_624),
      ("deepseek-v2-lite", 15_706_484_224), ("deepseek-v3", 671_026_404_352),
      ("gpt-3-175b", 174_604_259_328), ("bert-large", 336_226_108), ("t5-base", 222_903_552),
      ("t5-3b", 2_851_598_336), ("t5-11b", 11_307_321_344),
    ])
  func parameterCounts(name: String, parameters: Int) throws {
    let job = TrainingJob(globalBatchSize: 1, sequenceLength: 512)
    let graph = try readyModel(name).layerGraph(for: job)
    #expect(graph.parameterCount == parameters)
  }
}
