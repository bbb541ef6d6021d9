import ModelDescription
import ProgramLowering
import Quantities
import TensorPrograms
import Testing

@Suite("Models as tensor programs")
struct TrainingProgramTests {
  @Test(
    "have the parameters and the FLOPs of the layer graph, and a gradient for each parameter",
    arguments: Catalogue.names)
  func counts(name: String) throws {
    let step = try Catalogue.step(name, optimizer: .sgd)
    try check(step, against: name)
    let program = step.program.simplified()
    let constant = zip(step.parameters, program.outputs).filter { _, output in
      // A plain step subtracts a multiple of the gradient; without one, of nothing.
      guard let definition = program.values[output].definition else { return true }
      return program.values[program.operations[definition].operands[1]].isConstant
    }
    #expect(constant.isEmpty, "\(constant.map(\.0.name))")
  }

  @Test(
    "have the same counts where products of one input are joined",
    arguments: ["gpt2-small", "llama-3-8b", "mixtral-8x7b", "t5-base"])
  func joinedProducts(name: String) throws {
    try check(Catalogue.step(name, joinsProducts: true), against: name)
  }

  private func check(_ step: TrainingProgram, against name: String) throws {
    let graph = try Catalogue.model(name).layerGraph(
      for: TrainingJob(globalBatchSize: 2, sequenceLength: 64))
    #expect(step.parameterCount == graph.parameterCount)
    #expect(step.layers == graph.layers.map(\.name))
    let expected = graph.layers.reduce(0.0) { sum, layer in
      sum + graph.classes[layer.classIndex].operators.reduce(0) { $0 + $1.forwardFLOPs.value }
    }
    #expect(step.program.productFLOPs(ofFirst: step.forwardOperationCount) == 2 * expected)
  }

  @Test(
    "of transformers compute twice as much backward as forward",
    arguments: ["gpt2-small", "t5-base", "bert-large", "mixtral-8x7b", "deepseek-v2-lite"])
  func backward(name: String) throws {
    let step = try Catalogue.step(name)
    let forward = step.program.productFLOPs(ofFirst: step.forwardOperationCount)
    #expect(step.program.productFLOPs() == 3 * forward)
  }

  @Test(
    "read back from their text as the same graph",
    arguments: ["gpt2-small", "t5-base", "mixtral-8x7b", "vgg-19", "unet"])
  func roundTrip(name: String) throws {
    let written = try Catalogue.step(name, precision: .bfloat16).program
    let read = try Program(stableHLO: written.stableHLO())
    let order = written.blocks[0].operations
    #expect(order == Array(written.operations.indices))
    #expect(read.operations.map(\.kind) == written.operations.map(\.kind))
    #expect(read.inputs.map(read.type) == written.inputs.map(written.type))
    #expect(read.outputs.map(read.type) == written.outputs.map(written.type))
    let inputs = (
      read.inputs.map { read.values[$0].name }, written.inputs.map { written.values[$0].name }
    )
    #expect(inputs.0 == inputs.1)
    #expect(read.outputNames == written.outputNames)
    // Inputs come first when a program is read; names tell values apart.
    func names(_ program: Program, _ operation: Program.Operation) -> [String?] {
      (operation.operands + operation.results).map { program.values[$0].name }
    }
    #expect(
      read.operations.map { names(read, $0) } == written.operations.map { names(written, $0) })
  }
}
