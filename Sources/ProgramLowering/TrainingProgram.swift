public import ModelDescription
import Quantities
public import TensorPrograms

/// A model's training step as a tensor program: forward pass, gradients and optimizer update.
///
///     let step = try TrainingProgram(model, for: TrainingJob(globalBatchSize: 8, sequenceLength: 512))
///     step.program.stableHLO()
///
/// The forward pass is written layer by layer under the names of the model's layer graph; gradients
/// follow from the operations (`ProgramWriter.gradients`). Inputs are the parameters, the
/// optimizer's states in the same order, the number of the step (Adam), and the batch; outputs are
/// what replaces parameters and states, and the loss. Products of the forward pass count exactly
/// the FLOPs of the layer graph, and parameters its numbers.
///
/// Leaves out: dropout (no product, no exchange), and windows of attention beyond a mask.
public struct TrainingProgram: Sendable {
  public struct Parameter: Hashable, Sendable {
    /// The path: layer, operator, and what it is there, such as `block.3.feed_forward.up.weight`.
    public var name: String
    /// Index into `layers`.
    public var layer: Int
    /// The program's value.
    public var value: Int
  }

  public let program: Program
  public let parameters: [Parameter]
  /// Names of the layers, as in the model's layer graph.
  public let layers: [String]
  /// Per operation of the program the layer that it belongs to; gradients and updates belong to the
  /// layer that they are of.
  public let layerOfOperation: [Int]
  /// So many operations, the first ones, are the forward pass.
  public let forwardOperationCount: Int
  /// The batch's values among the inputs: tokens, images, labels.
  public let batchInputs: [Int]

  /// - Parameters:
  ///   - model: any model that can be laid out for the job.
  ///   - job: batch size, lengths, optimizer; of its precision the format of activations counts.
  ///   - joinsProducts: whether query, key and value, or gate and content, come out of one product
  ///     each, as Megatron-LM writes them.
  /// - Throws: `ModelError`, as the layer graph does.
  /// - Complexity: O(operations).
  public init(_ model: Model, for job: TrainingJob, joinsProducts: Bool = false) throws(ModelError)
  {
    let graph = try model.layerGraph(for: job)
    try graph.checkTensors(batch: job.globalBatchSize)
    if let problem = model.problems.first { throw .invalid(problem) }
    var writer = TensorWriter(
      batch: job.globalBatchSize, element: job.precision.activations.element,
      joinsProducts: joinsProducts)
    switch model.architecture {
    case .transformer(let family): family.write(to: &writer, for: job)
    case .blocks(let graph): graph.write(to: &writer, for: job)
    }
    let scalar = TensorType([], .float32)
    let loss =
      writer.losses.dropFirst().reduce(writer.losses.first) { sum, loss in
        sum.map { writer.program.add($0, loss) }
      } ?? writer.program.constant(0, like: scalar)
    forwardOperationCount = writer.program.program.operations.count
    parameters = writer.parameters
    layers = writer.layers
    batchInputs = writer.batchInputs

    let values = parameters.map(\.value)
    let gradients = writer.program.gradients(of: loss, for: values)
    let update = OptimizerUpdate(job.optimizer, parameters, in: &writer)
    var updated: [ProgramWriter.Output] = []
    var states: [[ProgramWriter.Output]] = []
    for (index, parameter) in parameters.enumerated() {
      writer.program.part = parameter.layer
      // A parameter that the loss does not depend on stays as it is.
      let zero = writer.program.constant(0, like: writer.program.type(parameter.value))
      let new = update.update(
        parameter.value, gradients[index] ?? zero, states: update.states[index], &writer.program)
      updated.append(ProgramWriter.Output(new.parameter, name: parameter.name))
      states.append(new.states.map { ProgramWriter.Output($0) })
    }
    for state in 0..<(states.first?.count ?? 0) { updated += states.map { $0[state] } }
    program = writer.program.finish(
      inputs: values + update.inputs + batchInputs,
      outputs: updated + [ProgramWriter.Output(loss, name: "loss")])
    layerOfOperation = writer.program.parts
  }

  /// Parameters of the model.
  public var parameterCount: Int {
    parameters.reduce(0) { $0 + program.type($1.value).elementCount }
  }
}

extension NumberFormat {
  /// The format in which the program holds such activations.
  fileprivate var element: ElementType {
    switch self {
    case .bfloat16, .float8: .bfloat16
    case .float16: .float16
    default: .float32
    }
  }
}
