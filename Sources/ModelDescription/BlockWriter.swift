/// Writes one block of a block graph: follows shapes from operator to operator, checks that they
/// fit, and hands the kernels to a `LayerWriter`.
struct BlockWriter {
  private let block: Block
  private let job: TrainingJob
  var writer: LayerWriter
  /// All tensors of the block, its inputs first.
  private(set) var tensors: [Tensor]
  /// What each tensor is stored in: its own number, or that of the tensor it is a view of.
  private var storage: [Int]
  private var names: [String: Int] = [:]
  /// Storage that some operator keeps for the backward pass; the others need not keep it again.
  private var kept: Set<Int> = []
  /// Activations whose result must be kept, by the operator that computes them.
  private var keptResults: [(operator: Int, tensor: Int)] = []
  /// Index of the operator being written.
  private var index = 0

  init(_ block: Block, inputs: [Tensor], for job: TrainingJob) {
    self.block = block
    self.job = job
    writer = LayerWriter(for: job)
    tensors = inputs
    storage = Array(inputs.indices)
    for (index, name) in block.inputs.enumerated() { names[name] = index }
    names["input"] = 0
    names["previous"] = 0
  }

  var operators: [Operator] { writer.operators }

  /// Writes all operators and returns the last one's result.
  mutating func write() throws(ModelError) -> Tensor {
    for (index, step) in block.operators.enumerated() {
      self.index = index
      let operands = try operands(of: step)
      let result = try write(step.kind, name: step.name(at: index), operands)
      try checkSize(result)
      tensors.append(result)
      let number = tensors.count - 1
      storage.append(step.kind.isView ? storage[operands[0]] : number)
      names["previous"] = number
      if let name = step.name {
        guard names[name] == nil else { throw wrong("is named '\(name)', which is taken") }
        names[name] = number
      }
      if case .activation(let activation) = step.kind, activation.keepsResult {
        keptResults.append((writer.operators.count - 1, number))
      }
    }
    let last = storage[tensors.count - 1]
    // The block's own result is kept by whoever reads it.
    for result in keptResults where result.tensor != last && !kept.contains(result.tensor) {
      let tensor = tensors[result.tensor]
      writer.keep(
        SavedTensor(elements: tensor.elements, split: tensor.split), by: result.operator)
    }
    let output = tensors[tensors.count - 1]
    if block.repetitions > 1, output != tensors[0] {
      throw .invalid(
        ModelProblem(
          .block(block.name, key: "repeat"),
          "needs a block that hands on what it reads; it reads \(tensors[0]) and hands on \(output)"
        ))
    }
    if output.isSplit, block.role != .output {
      throw .invalid(
        ModelProblem(
          .block(block.name),
          "must end with whole values: end the split with a 'split: row'"))
    }
    return output
  }

  // MARK: Looking up and checking

  private func operands(of step: BlockOperator) throws(ModelError) -> [Int] {
    let expected = step.kind.operandCounts
    guard expected.contains(step.operands.count) else {
      throw wrong("must read \(expected.inWords) tensors, reads \(step.operands.count)")
    }
    var found: [Int] = []
    for name in step.operands {
      guard let tensor = names[name] else {
        throw wrong(
          "reads '\(name)', which is neither an earlier operator nor an input of the block")
      }
      found.append(tensor)
    }
    return found
  }

  /// An error at the operator being written.
  func wrong(_ message: String) -> ModelError {
    .invalid(ModelProblem(.operator(block: block.name, index: index), message))
  }

  func require(_ what: String, _ value: Int, from lowest: Int = 1, atMost limit: Int)
    throws(ModelError)
  {
    if value < lowest || value > limit {
      throw wrong("needs \(what) between \(lowest) and \(limit), found \(value)")
    }
  }

  private func checkSize(_ tensor: Tensor) throws(ModelError) {
    switch tensor.shape {
    case .identifiers: break
    case .rows(let rows, let features):
      try require("rows", rows, atMost: ModelLimits.sequenceLength)
      try require("features", features, atMost: 16 * ModelLimits.features)
    case .image(let channels, let height, let width):
      try require("channels", channels, atMost: ModelLimits.features)
      try require("a height", height, atMost: ModelLimits.imageSize)
      try require("a width", width, atMost: ModelLimits.imageSize)
    }
  }

  /// Whether the operator being written must keep its operand; notes that it does.
  mutating func keeps(_ tensor: Int) -> Bool {
    kept.insert(storage[tensor]).inserted
  }

  func rows(_ tensor: Int) throws(ModelError) -> (rows: Int, features: Int) {
    guard case .rows(let rows, let features) = tensors[tensor].shape else {
      throw wrong("works on rows of features, found \(tensors[tensor])")
    }
    return (rows, features)
  }

  func image(_ tensor: Int) throws(ModelError) -> (channels: Int, height: Int, width: Int) {
    guard case .image(let channels, let height, let width) = tensors[tensor].shape else {
      throw wrong("works on an image, found \(tensors[tensor])")
    }
    return (channels, height, width)
  }

  func whole(_ tensor: Int) throws(ModelError) {
    if tensors[tensor].isSplit {
      throw wrong("needs whole values, found \(tensors[tensor])")
    }
  }

  var samplesPerStep: Int { job.globalBatchSize }

  func checkPositions(_ rows: Int, max: Int) throws(ModelError) {
    if rows > max { throw .sequenceTooLong(length: rows, positions: max) }
  }
}

extension BlockOperator.Kind {
  /// How many tensors the operator reads.
  fileprivate var operandCounts: ClosedRange<Int> {
    switch self {
    case .attention: 1...2
    case .attentionCore: 3...3
    case .add, .concatenate: 2...64
    case .loss(.contrastive): 2...2
    default: 1...1
    }
  }

  /// Whether the result is the operand seen in another shape.
  fileprivate var isView: Bool {
    switch self {
    case .flatten, .tokens: true
    case .dropout(let probability): probability == 0
    default: false
    }
  }
}

extension ClosedRange<Int> {
  fileprivate var inWords: String {
    lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)"
  }
}
