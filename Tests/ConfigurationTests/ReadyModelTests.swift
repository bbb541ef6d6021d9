import Configuration
import Foundation
import ModelDescription
import Quantities
import Testing

/// The models that come with the project.
enum ReadyModels {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Models")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  static func read(_ name: String) throws -> Model {
    try ModelFile.read(path: folder.appending(path: "\(name).yaml").path)
  }

  static func graph(_ name: String, length: Int = 512) throws -> LayerGraph {
    try read(name).layerGraph(for: TrainingJob(globalBatchSize: 64, sequenceLength: length))
  }
}

@Suite("Ready models")
struct ReadyModelTests {
  @Test("there are ready models")
  func exist() { #expect(ReadyModels.names.count >= 35) }

  @Test(
    "a model file is named after its model and says where it comes from",
    arguments: ReadyModels.names)
  func names(file: String) throws {
    let model = try ReadyModels.read(file)
    #expect(model.name == file)
    #expect(model.provenance.source.count > 20)
  }

  @Test("a model file that is written reads back equal", arguments: ReadyModels.names)
  func roundTrip(file: String) throws {
    let model = try ReadyModels.read(file)
    let text = ModelFile.text(for: model)
    #expect(try ModelFile.read(text: text, path: "written.yaml") == model)
  }

  @Test(
    "names that YAML could take for something else survive being written",
    arguments: [
      "null", "~", "1.5", "a: b", "- x", "true", "été", "#1", "'", "\"", "a\nb", " x ", "[", "*a",
    ])
  func oddNames(name: String) throws {
    var model = try ReadyModels.read("vgg-19")
    model.name = name
    model.provenance = Provenance(.measured, name)
    let text = ModelFile.text(for: model)
    #expect(try ModelFile.read(text: text, path: "written.yaml") == model)
  }

  @Test("a ready model makes a graph of unique layers in order", arguments: ReadyModels.names)
  func graphs(file: String) throws {
    // Layers of one kind cost the same to list however many there are: a short sample is enough.
    let graph = try ReadyModels.graph(file, length: 16)
    #expect(Set(graph.layers.map(\.name)).count == graph.layers.count)
    #expect(
      graph.layers.indices.allSatisfy { layer in
        graph.layers[layer].inputs.allSatisfy { $0 < layer }
      })
    for layer in graph.classes {
      #expect(Set(layer.operators.map(\.name)).count == layer.operators.count, "\(layer.name)")
    }
    #expect(graph.layerClass(of: graph.layers.count - 1).role == .output)
  }

  /// As `num_parameters()` of the `transformers` library, or torchvision's tables, count them.
  @Test(
    "parameters are counted as the released checkpoints have them",
    arguments: [
      ("gpt2-small", 124_439_808), ("gpt2-xl", 1_557_611_200), ("mistral-7b", 7_241_732_096),
      ("llama-2-7b", 6_738_415_616), ("llama-2-13b", 13_015_864_320),
      ("llama-2-70b", 68_976_648_192), ("llama-3-8b", 8_030_261_248),
      ("llama-3-70b", 70_553_706_496), ("llama-3.1-405b", 405_853_388_800),
      ("qwen2-7b", 7_615_616_512), ("mixtral-8x7b", 46_702_792_704),
      ("mixtral-8x22b", 140_630_071_296), ("qwen3-30b-a3b", 30_532_122_624),
      ("qwen3-235b-a22b", 235_093_634_560), ("deepseek-v2-lite", 15_706_484_224),
      // The checkpoint's 671,026,419,200 less 58·256 routing biases, which no gradient trains.
      ("deepseek-v3", 671_026_419_200 - 58 * 256), ("gpt-3-175b", 174_604_259_328),
      ("bert-large", 336_226_108), ("t5-base", 222_903_552), ("t5-3b", 2_851_598_336),
      ("t5-11b", 11_307_321_344), ("vgg-19", 143_667_240), ("resnet-50", 25_557_032),
      // CLIP's 427,616,513 less its temperature.
      ("vit-l", 304_326_632), ("clip-vit-l-14", 427_616_512), ("unet", 31_030_658),
    ])
  func parameterCounts(name: String, parameters: Int) throws {
    #expect(try ReadyModels.graph(name).parameterCount == parameters)
  }

  @Test(
    "parameters agree with rounded published figures",
    arguments: [
      ("gpt-3.6b", 3.56e9, 0.005), ("gpt-7.5b", 7.47e9, 0.005), ("gpt-39.1b", 39.10e9, 0.005),
      ("megatron-22b", 22e9, 0.01), ("megatron-175b", 175e9, 0.01), ("megatron-530b", 530e9, 0.01),
      ("megatron-1t", 1e12, 0.01), ("bert-48", 640e6, 0.01), ("gnmt-16", 291e6, 0.005),
      ("gpt-oss-120b", 116.83e9, 0.0005),
    ])
  func roundedCounts(name: String, parameters: Double, tolerance: Double) throws {
    let count = Double(try ReadyModels.graph(name).parameterCount)
    #expect(abs(count / parameters - 1) < tolerance)
  }

  /// Multiply-adds per image in torchvision's tables (`_ops`, in 10⁹).
  @Test(
    "image models compute what torchvision publishes",
    arguments: [("resnet-50", 4.089), ("vgg-19", 19.632), ("vit-l", 61.555)])
  func multiplyAdds(name: String, billions: Double) throws {
    let graph = try ReadyModels.graph(name)
    let forward = graph.layers.indices.flatMap { graph.layerClass(of: $0).operators }
      .reduce(0) { $0 + $1.forwardFLOPs.value }
    #expect(abs(forward / 2e9 - billions) < 0.0006)
  }

  @Test("DeepSeek-V3's prediction module adds 11.5 billion parameters of its own")
  func predictionModule() throws {
    // README_WEIGHTS.md of deepseek-ai/DeepSeek-V3: embedding and output layer are shared.
    var model = try ReadyModels.read("deepseek-v3")
    guard case .transformer(var family) = model.architecture else {
      Issue.record("DeepSeek-V3 is a transformer")
      return
    }
    family.multiTokenPrediction = 1
    model.architecture = .transformer(family)
    let job = TrainingJob(globalBatchSize: 1, sequenceLength: 16)
    let added =
      try model.layerGraph(for: job).parameterCount
      - ReadyModels.graph("deepseek-v3", length: 16).parameterCount
    #expect(abs(Double(added) / 11.5e9 - 1) < 0.01)
  }

  @Test("the examples of the guide are model files")
  func guide() throws {
    let guide = ReadyModels.folder.deletingLastPathComponent()
      .appending(path: "Docs/Guides/ModelFiles.md")
    let parts = try String(contentsOf: guide, encoding: .utf8).components(separatedBy: "```yaml\n")
    #expect(parts.count == 3)
    for part in parts.dropFirst() {
      let text = try #require(part.components(separatedBy: "```").first)
      let model = try ModelFile.read(text: text, path: "guide.yaml")
      _ = try model.layerGraph(for: TrainingJob(globalBatchSize: 1, sequenceLength: 16))
    }
  }

  @Test("images do not care how long the job's sequences are")
  func imagesHaveNoLength() throws {
    #expect(
      try ReadyModels.graph("resnet-50", length: 1) == ReadyModels.graph("resnet-50", length: 4096))
  }

  @Test("a U-Net's expanding blocks read their skip connections")
  func skips() throws {
    let graph = try ReadyModels.graph("unet")
    #expect(
      graph.layers.map(\.name) == [
        "down1", "down2", "down3", "down4", "down5", "up4", "up3", "up2", "up1", "output",
      ])
    #expect(
      graph.layers.map(\.inputs) == [
        [], [0], [1], [2], [3], [3, 4], [2, 5], [1, 6], [0, 7], [8],
      ])
    // The paper's figure 1: 568×568 maps of 64 channels at the top, 388×388 at the end.
    #expect(graph.layerClass(of: 0).outputElements == 64 * 568 * 568)
    #expect(graph.layerClass(of: 8).outputElements == 64 * 388 * 388)
  }

  @Test("CLIP has two towers that meet in the loss")
  func towers() throws {
    let graph = try ReadyModels.graph("clip-vit-l-14")
    let output = graph.layers.count - 1
    let towers = graph.layers[output].inputs.map { graph.layers[$0].name }
    #expect(towers == ["image_embedding", "text_embedding"])
    #expect(graph.layers.filter(\.inputs.isEmpty).map(\.name) == ["patches", "words"])
  }
}
