import ModelDescription
import Quantities
import Testing

@Suite("Block graphs")
struct BlockGraphTests {
  private func graph(_ blocks: BlockGraph, length: Int = 16) throws -> LayerGraph {
    let model = Model(
      name: "test", architecture: .blocks(blocks), provenance: Provenance(.assumed, "a test"))
    return try model.layerGraph(
      for: TrainingJob(globalBatchSize: 4, sequenceLength: length, attention: .unfused))
  }

  @Test("a GPT layer written as a block computes, holds, keeps and splits what the family's does")
  func likeFamily() throws {
    let (s, h, a) = (32, 64, 4)
    var family = gpt(layers: 3, hidden: h, heads: a)
    family.dropout = 0
    let expected = try family.graph(length: s, attention: .unfused).layerClass(of: 1)
    let blocks = BlockGraph(
      inputs: [GraphInput(name: "text", form: .tokens)],
      blocks: [
        Block(
          name: "words", inputs: ["text"],
          operators: [BlockOperator(.embedding(entries: 100, features: h))]),
        Block(
          name: "layer", inputs: ["words"], repetitions: 3,
          operators: [
            BlockOperator(.norm(.layer)),
            BlockOperator(.attention(BlockAttention(heads: a, isCausal: true))),
            BlockOperator(.add, name: "attended", operands: ["previous", "input"]),
            BlockOperator(.norm(.layer)),
            BlockOperator(.linear(outputs: 4 * h, split: .column)),
            BlockOperator(.activation(.gelu)),
            BlockOperator(.linear(outputs: h, split: .row)),
            BlockOperator(.add, operands: ["previous", "attended"]),
          ]),
        Block(
          name: "output", inputs: ["layer"],
          operators: [
            BlockOperator(.linear(outputs: 100, split: .vocabulary)),
            BlockOperator(.loss(.crossEntropy)),
          ]),
      ])
    let graph = try graph(blocks, length: s)
    #expect(graph.layers.map(\.name) == ["words", "layer.0", "layer.1", "layer.2", "output"])
    #expect(graph.classes.map(\.role) == [.input, .block, .output])
    let layer = graph.layerClass(of: 1)
    #expect(layer.operators.map(\.kind) == expected.operators.map(\.kind))
    #expect(layer.operators.map(\.split) == expected.operators.map(\.split))
    #expect(layer.operators.map(\.saved) == expected.operators.map(\.saved))
    #expect(layer.outputElements == expected.outputElements)
  }

  @Test("every tensor of a block is kept once, results of ReLU by whoever reads them")
  func keptOnce() throws {
    func convolution(from operand: String = "previous") -> BlockOperator {
      BlockOperator(
        .convolution(ConvolutionShape(outputs: 8, kernel: 3, padding: 1)), operands: [operand])
    }
    let image = GraphInput(name: "image", form: .image(channels: 8, height: 10, width: 10))
    let blocks = BlockGraph(
      inputs: [image],
      blocks: [
        Block(
          name: "unit", inputs: ["image"],
          operators: [
            convolution(), BlockOperator(.norm(.batch)), BlockOperator(.activation(.relu)),
            BlockOperator(.dropout(probability: 0)), convolution(), convolution(from: "input"),
            BlockOperator(.activation(.relu)),
          ]),
        Block(
          name: "output", inputs: ["unit"],
          operators: [
            BlockOperator(.activation(.relu)), BlockOperator(.pooling(.global)),
            BlockOperator(.loss(.crossEntropy)),
          ]),
      ])
    let graph = try graph(blocks)
    // The image, the norm's input, and the first ReLU's result, which the second convolution reads
    // through a dropout that does nothing; the last ReLU's result is the next block's.
    let unit = graph.layerClass(of: 0)
    #expect(savedBytes(unit) == Double(2 * 3 * 800))
    // Nothing else reads the ReLU's result in a form that keeps it: the ReLU does.
    let output = graph.layerClass(of: 1)
    #expect(savedBytes(output) == Double(2 * 800 + 4 * 8))
  }

  @Test(
    "windows leave what PyTorch's convolutions and poolings leave",
    arguments: [
      (224, 7, 2, 3, 112), (112, 3, 2, 1, 56), (572, 3, 1, 0, 570), (568, 2, 2, 0, 284),
      (224, 16, 16, 0, 14), (5, 2, 2, 0, 2),
    ])
  func windows(size: Int, kernel: Int, stride: Int, padding: Int, result: Int) throws {
    let shape = ConvolutionShape(outputs: 4, kernel: kernel, stride: stride, padding: padding)
    let blocks = BlockGraph(
      inputs: [GraphInput(name: "image", form: .image(channels: 3, height: size, width: size))],
      blocks: [
        Block(name: "unit", inputs: ["image"], operators: [BlockOperator(.convolution(shape))]),
        Block(name: "output", inputs: ["unit"], operators: [BlockOperator(.loss(.crossEntropy))]),
      ])
    let unit = try graph(blocks).layerClass(of: 0)
    #expect(unit.outputElements == 4 * result * result)
    #expect(unit.parameterCount == 4 * (3 * kernel * kernel + 1))
    let work = FLOPs(2 * 3 * 4 * kernel * kernel * result * result)
    #expect(unit.operators[0].forwardFLOPs == work)
  }

  @Test("blocks may come in any order; layers come producers first")
  func order() throws {
    let blocks = BlockGraph(
      inputs: [GraphInput(name: "text", form: .tokens)],
      blocks: [
        Block(name: "output", inputs: ["b"], operators: [BlockOperator(.loss(.meanSquare))]),
        Block(
          name: "b", inputs: ["a"], operators: [BlockOperator(.recurrent(cell: .gru, hidden: 8))]),
        Block(
          name: "a", inputs: ["text"],
          operators: [BlockOperator(.embedding(entries: 10, features: 4))]),
      ])
    let graph = try graph(blocks)
    #expect(graph.layers.map(\.name) == ["a", "b", "output"])
    #expect(graph.layers.map(\.inputs) == [[], [0], [1]])
    // 3 gates of (4 + 8)·8 weights and two biases of 8 each.
    #expect(graph.layerClass(of: 1).parameterCount == 3 * (12 * 8 + 2 * 8))
  }

  @Test("positions limit the job's length")
  func positions() throws {
    let blocks = BlockGraph(
      inputs: [GraphInput(name: "text", form: .tokens)],
      blocks: [
        Block(
          name: "words", inputs: ["text"],
          operators: [
            BlockOperator(.embedding(entries: 10, features: 4)),
            BlockOperator(.positions(max: 16)),
          ]),
        Block(name: "output", inputs: ["words"], operators: [BlockOperator(.loss(.meanSquare))]),
      ])
    _ = try graph(blocks, length: 16)
    #expect(throws: ModelError.sequenceTooLong(length: 17, positions: 16)) {
      try graph(blocks, length: 17)
    }
  }

  @Test("no number that a program can hand in traps", arguments: [Int.min, -1, 0, Int.max])
  func extremes(size: Int) {
    let kinds: [BlockOperator.Kind] = [
      .linear(outputs: size), .attention(BlockAttention(heads: size)),
      .attention(BlockAttention(heads: 4, keyValueHeads: size)), .positions(max: size),
      .recurrent(cell: .lstm, hidden: size),
      .convolution(ConvolutionShape(outputs: 4, kernel: size)),
      .convolution(ConvolutionShape(outputs: size, kernel: 1)),
      .convolution(ConvolutionShape(outputs: 4, kernel: 1, stride: size)),
      .convolution(ConvolutionShape(outputs: 4, kernel: 1, groups: size)),
      .transposedConvolution(outputs: 4, stride: size), .upsample(factor: size),
      .pooling(.maximum(size: size, stride: size, padding: size)),
    ]
    for kind in kinds {
      for input in [GraphInput.Form.image(channels: 4, height: 8, width: 8), .tokens] {
        let isImage = input != .tokens
        let first = BlockOperator(
          isImage
            ? .pooling(.average(size: 1, stride: 1, padding: 0))
            : .embedding(entries: 9, features: 8))
        let blocks = BlockGraph(
          inputs: [GraphInput(name: "x", form: input)],
          blocks: [
            Block(
              name: "b", inputs: ["x"],
              operators: [first, BlockOperator(kind), BlockOperator(.loss(.meanSquare))])
          ])
        #expect(!blocks.problems.isEmpty, "\(kind) after \(input)")
      }
    }
    for form in [
      GraphInput.Form.fixedTokens(length: size), .image(channels: size, height: 4, width: 4),
      .image(channels: 4, height: size, width: 4),
    ] {
      let blocks = BlockGraph(
        inputs: [GraphInput(name: "x", form: form)],
        blocks: [Block(name: "b", inputs: ["x"], operators: [BlockOperator(.loss(.meanSquare))])])
      #expect(!blocks.problems.isEmpty, "\(form)")
    }
  }
}
