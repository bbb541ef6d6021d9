import ModelDescription
import TensorPrograms

/// Writes the layers of a model as operations on tensors, and remembers its parameters and batch.
///
/// Activations are `[batch, rows, features]` or images `[batch, height, width, channels]`, in the
/// format of the step; parameters are held in 32 bits and converted where they are used. Names are
/// paths: of the layer, its operator, and for parameters what they are in it, as in
/// `block.3.attention.query.weight`.
struct TensorWriter {
  var program = ProgramWriter()
  let batch: Int
  let element: ElementType
  /// Whether products of one input are written as one, as Megatron-LM does, or one by one.
  let joinsProducts: Bool
  private(set) var parameters: [TrainingProgram.Parameter] = []
  private(set) var layers: [String] = []
  /// Values of the batch, in the order in which they were first read.
  private(set) var batchInputs: [Int] = []
  private(set) var losses: [Int] = []
  /// Parameters in the format of the step, by their value.
  private var converted: [Int: Int] = [:]
  private var path: [String] = []

  init(batch: Int, element: ElementType, joinsProducts: Bool) {
    self.batch = batch
    self.element = element
    self.joinsProducts = joinsProducts
  }

  func shape(_ value: Int) -> [Int] { program.shape(value) }

  /// Features of a row, channels of an image.
  func features(_ value: Int) -> Int { shape(value)[shape(value).count - 1] }

  // MARK: Names

  /// Writes one layer of the model.
  mutating func layer<Result>(
    _ name: String, _ body: (inout TensorWriter) throws -> Result
  ) rethrows -> Result {
    layers.append(name)
    program.part = layers.count - 1
    return try scope(name, body)
  }

  mutating func scope<Result>(
    _ name: String, _ body: (inout TensorWriter) throws -> Result
  ) rethrows -> Result {
    path.append(name)
    defer { path.removeLast() }
    return try body(&self)
  }

  private func path(_ name: String) -> String { (path + [name]).joined(separator: ".") }

  mutating func named(_ name: String, _ value: Int) -> Int {
    if program.program.values[value].name == nil { program.name(value, path(name)) }
    return value
  }

  // MARK: Inputs

  /// A trainable tensor.
  mutating func parameter(_ name: String, _ shape: [Int]) -> Int {
    let value = program.input(path(name), TensorType(shape, .float32))
    parameters.append(
      TrainingProgram.Parameter(name: path(name), layer: layers.count - 1, value: value))
    return value
  }

  /// A parameter in the format of the step.
  mutating func use(_ parameter: Int) -> Int {
    if let value = converted[parameter] { return value }
    let value = program.convert(parameter, to: element)
    converted[parameter] = value
    return value
  }

  /// Part of the batch: `[batch] + shape`.
  mutating func batchInput(_ name: String, _ shape: [Int], _ element: ElementType) -> Int {
    let value = program.input(name, TensorType([batch] + shape, element))
    batchInputs.append(value)
    return value
  }

  mutating func addLoss(_ value: Int) { losses.append(value) }

  // MARK: Small steps

  /// The value in 32 bits, for statistics and losses.
  mutating func wide(_ value: Int) -> Int { program.convert(value, to: .float32) }

  mutating func narrow(_ value: Int) -> Int { program.convert(value, to: element) }

  /// A value without the last dimension, repeated along it.
  mutating func spread(_ value: Int, like other: Int) -> Int {
    let shape = shape(other)
    return program.broadcast(value, to: shape, at: Array(shape.indices.dropLast()))
  }

  /// A vector over the last dimensions, repeated along all before.
  mutating func spreadVector(_ vector: Int, like other: Int) -> Int {
    let rank = shape(other).count
    let first = rank - shape(vector).count
    return program.broadcast(vector, to: shape(other), at: Array(first..<rank))
  }

  mutating func addBias(_ value: Int, _ shape: [Int], isPresent: Bool, name: String = "bias") -> Int
  {
    guard isPresent else { return value }
    let bias = use(parameter(name, shape))
    return program.add(value, spreadVector(bias, like: value))
  }

  // MARK: Layers that many models have

  /// `rows × inputs` times `inputs × outputs`; `outputs` may be several dimensions.
  mutating func linear(
    _ name: String, _ value: Int, outputs: [Int], inputDimensions: Int = 1, hasBias: Bool
  ) -> Int {
    let result = scope(name) { writer in
      let shape = writer.shape(value)
      let first = shape.count - inputDimensions
      let weight = writer.use(writer.parameter("weight", Array(shape[first...]) + outputs))
      let product = writer.program.dot(
        value, weight, contracting: Array(first..<shape.count), Array(0..<inputDimensions))
      return writer.addBias(product, outputs, isPresent: hasBias)
    }
    return named(name, result)
  }

  /// Mean and variance, or root mean square, over the last dimension.
  mutating func norm(_ name: String, _ value: Int, _ norm: Norm) -> Int {
    let result = scope(name) { writer in
      let features = writer.features(value)
      var centred = writer.wide(value)
      let rank = writer.shape(value).count
      func mean(_ value: Int, _ writer: inout TensorWriter) -> Int {
        let sum = writer.program.sum(value, over: [rank - 1])
        return writer.program.multiply(sum, by: 1 / Double(features))
      }
      if norm == .layer {
        let middle = mean(centred, &writer)
        centred = writer.program.subtract(centred, writer.spread(middle, like: centred))
      }
      let variance = mean(writer.program.multiply(centred, centred), &writer)
      let scale = writer.program.unary("rsqrt", writer.program.add(variance, constant: normEpsilon))
      let normal = writer.program.multiply(centred, writer.spread(scale, like: centred))
      return writer.affine(writer.narrow(normal), features, hasBias: norm == .layer)
    }
    return named(name, result)
  }

  /// A gain, and perhaps a bias, per feature.
  mutating func affine(_ value: Int, _ features: Int, hasBias: Bool) -> Int {
    let gain = use(parameter("gain", [features]))
    let scaled = program.multiply(value, spreadVector(gain, like: value))
    return addBias(scaled, [features], isPresent: hasBias)
  }

  mutating func softmax(_ value: Int) -> Int {
    let wide = wide(value)
    let last = shape(value).count - 1
    let highest = program.detach(program.maximum(wide, over: [last]))
    let power = program.unary(
      "exponential", program.subtract(wide, spread(highest, like: wide)))
    let total = program.sum(power, over: [last])
    return narrow(program.divide(power, spread(total, like: power)))
  }

  mutating func activation(_ activation: Activation, _ value: Int) -> Int {
    switch activation {
    case .relu:
      let zero = program.constant(0, like: program.type(value))
      return program.binary("maximum", value, zero)
    case .tanh: return program.unary("tanh", value)
    case .sigmoid: return program.unary("logistic", value)
    case .silu: return program.multiply(value, program.unary("logistic", value))
    case .gelu:
      let scaled = program.unary("erf", program.multiply(value, by: 0.5.squareRoot()))
      return program.multiply(program.multiply(value, program.add(scaled, constant: 1)), by: 0.5)
    case .swiglu:
      let (last, half) = (shape(value).count - 1, features(value) / 2)
      let gate = program.slice(value, dimension: last, 0..<half)
      let content = program.slice(value, dimension: last, half..<(2 * half))
      return program.multiply(self.activation(.silu, gate), content)
    }
  }

  /// Rows of a table at token numbers.
  mutating func embedding(_ table: Int, _ tokens: Int) -> Int {
    program.lookUp(use(table), at: tokens)
  }

  /// The mean cross entropy of `[…, classes]` with labels of the batch.
  mutating func crossEntropy(_ name: String, _ logits: Int) {
    let labels = batchInput(name + ".labels", Array(shape(logits).dropFirst().dropLast()), .int32)
    addLoss(crossEntropy(logits, labels: labels))
  }

  mutating func crossEntropy(_ logits: Int, labels: Int) -> Int {
    let wide = wide(logits)
    let last = shape(wide).count - 1
    let highest = program.detach(program.maximum(wide, over: [last]))
    let shifted = program.subtract(wide, spread(highest, like: wide))
    let total = program.sum(program.unary("exponential", shifted), over: [last])
    let classes = program.iota(TensorType(shape(wide), .int32), dimension: last)
    let isLabel = program.compare(spread(labels, like: classes), "EQ", classes)
    let zero = program.constant(0, like: program.type(wide))
    let picked = program.sum(program.select(isLabel, shifted, zero), over: [last])
    let losses = program.subtract(program.unary("log", total), picked)
    let count = shape(losses).reduce(1, *)
    return program.multiply(program.sum(losses), by: 1 / Double(count))
  }
}

/// What keeps a norm from dividing by nothing; its value costs nothing.
let normEpsilon = 1e-5
