extension BlockWriter {
  /// Writes one operator and returns the shape of its result.
  mutating func write(
    _ kind: BlockOperator.Kind, name: String, _ operands: [Int]
  ) throws(ModelError) -> Tensor {
    let first = operands[0]
    let input = tensors[first]
    switch kind {
    case .linear(let outputs, let inputs, let hasBias, let split):
      return try linear(
        name, first, outputs: outputs, inputs: inputs, hasBias: hasBias, split: split)
    case .convolution(let shape): return try convolution(name, first, shape)
    case .transposedConvolution(let outputs, let stride, let hasBias):
      return try transposedConvolution(name, first, outputs, stride: stride, hasBias: hasBias)
    case .attention(let attention): return try self.attention(name, operands, attention)
    case .attentionCore(let heads): return try attentionCore(name, operands, heads: heads)
    case .norm(let norm): return try self.norm(name, first, norm)
    case .embedding(let entries, let features):
      return try embedding(name, input, entries: entries, features: features)
    case .positions(let max): return try positions(name, first, max: max)
    case .classToken:
      let (rows, features) = try rows(first)
      let copied = 2 * (rows + 1) * features
      writer.pointwise(
        name, forward: copied, backward: copied, parameters: features, split: input.split)
      return Tensor(.rows(rows + 1, features: features))
    case .recurrent(let cell, let hidden, let isBidirectional):
      return try recurrent(name, first, cell, hidden: hidden, isBidirectional: isBidirectional)
    case .pooling(let pooling): return try self.pooling(name, first, pooling)
    case .activation(let activation): return try self.activation(name, first, activation)
    case .dropout(let probability):
      try features(of: first)
      guard probability >= 0, probability < 1 else {
        throw wrong("needs a probability of at least 0 and below 1, found \(probability)")
      }
      guard probability > 0 else { return input }
      writer.dropout(name, elements: input.elements, split: input.split)
      return input
    case .add:
      for operand in operands where tensors[operand] != input {
        throw wrong("adds \(input) and \(tensors[operand])")
      }
      for count in 1..<operands.count {
        writer.residual(
          count == 1 ? name : "\(name).\(count)", elements: input.elements,
          hasDropout: false, split: input.split)
      }
      return input
    case .concatenate(let crops): return try concatenate(name, operands, crops: crops)
    case .upsample(let factor):
      let (channels, height, width) = try image(first)
      try require("a factor", factor, from: 2, atMost: 64)
      let output = Tensor(
        .image(channels: channels, height: height * factor, width: width * factor))
      move(name, input.elements + output.elements, input)
      return output
    case .flatten:
      _ = try image(first)
      return Tensor(.rows(1, features: input.elements))
    case .tokens:
      let (channels, height, width) = try image(first)
      return Tensor(.rows(height * width, features: channels))
    case .selectToken: return Tensor(.rows(1, features: try rows(first).features))
    case .loss(let loss): return try self.loss(name, operands, loss)
    }
  }

  // MARK: Products

  private mutating func linear(
    _ name: String, _ operand: Int, outputs: Int, inputs: Int?, hasBias: Bool, split: LinearSplit
  ) throws(ModelError) -> Tensor {
    let (rows, features) = try rows(operand)
    try require("outputs", outputs, atMost: ModelLimits.features)
    if let inputs, inputs != features {
      throw wrong("expects \(inputs) input features, found \(features)")
    }
    let isSplit = tensors[operand].isSplit
    if split == .row, !isSplit {
      throw wrong("splits by rows, which needs an input split by columns before")
    }
    if split != .row, isSplit { throw wrong("needs whole values, found \(tensors[operand])") }
    let how: TensorSplit =
      switch split {
      case .replicated: rows > 1 ? .sequence : .replicated
      case .column: .column
      case .row: .row
      case .vocabulary: .vocabulary
      }
    let product = MatrixProduct(rows: rows, inputs: features, outputs: outputs, hasBias: hasBias)
    writer.product(name, product, split: how, savesInput: keeps(operand))
    return Tensor(
      .rows(rows, features: outputs), isSplit: split == .column || split == .vocabulary)
  }

  private mutating func convolution(
    _ name: String, _ operand: Int, _ shape: ConvolutionShape
  ) throws(ModelError) -> Tensor {
    let (channels, height, width) = try image(operand)
    try require("outputs", shape.outputs, atMost: ModelLimits.features)
    try require("groups", shape.groups, atMost: channels)
    guard channels % shape.groups == 0, shape.outputs % shape.groups == 0 else {
      throw wrong(
        "has \(shape.groups) groups, which must divide \(channels) inputs"
          + " and \(shape.outputs) outputs"
      )
    }
    let (outHeight, outWidth) = try window(
      height, width, size: shape.kernel, stride: shape.stride, padding: shape.padding)
    let convolution = Convolution(
      inputChannels: channels, outputChannels: shape.outputs, kernelHeight: shape.kernel,
      kernelWidth: shape.kernel, outputHeight: outHeight, outputWidth: outWidth,
      groups: shape.groups, hasBias: shape.hasBias)
    append(name, convolution, keeping: operand)
    return Tensor(.image(channels: shape.outputs, height: outHeight, width: outWidth))
  }

  /// Described by the positions that its kernel is laid on, which are those of the smaller image.
  private mutating func transposedConvolution(
    _ name: String, _ operand: Int, _ outputs: Int, stride: Int, hasBias: Bool
  ) throws(ModelError) -> Tensor {
    let (channels, height, width) = try image(operand)
    try require("outputs", outputs, atMost: ModelLimits.features)
    try require("a stride", stride, from: 2, atMost: 64)
    let convolution = Convolution(
      inputChannels: channels, outputChannels: outputs, kernelHeight: stride, kernelWidth: stride,
      outputHeight: height, outputWidth: width, hasBias: hasBias)
    append(name, convolution, keeping: operand)
    return Tensor(.image(channels: outputs, height: height * stride, width: width * stride))
  }

  private mutating func append(_ name: String, _ convolution: Convolution, keeping operand: Int) {
    let input = SavedTensor(elements: tensors[operand].elements, split: .replicated)
    writer.append(
      name, .convolution(convolution), split: .replicated, saved: keeps(operand) ? [input] : [])
  }

  /// Height and width that a window leaves when it slides over an image.
  func window(
    _ height: Int, _ width: Int, size: Int, stride: Int, padding: Int
  ) throws(ModelError) -> (height: Int, width: Int) {
    try require("a window size", size, atMost: 64)
    try require("a stride", stride, atMost: 64)
    try require("a padding", padding, from: 0, atMost: 64)
    if size > min(height, width) + 2 * padding {
      throw wrong("has a window of \(size)×\(size) on an image of \(height)×\(width)")
    }
    func positions(_ length: Int) -> Int { (length + 2 * padding - size) / stride + 1 }
    return (positions(height), positions(width))
  }

  private mutating func recurrent(
    _ name: String, _ operand: Int, _ cell: RecurrentCell, hidden: Int, isBidirectional: Bool
  ) throws(ModelError) -> Tensor {
    let (rows, features) = try rows(operand)
    try whole(operand)
    try require("a hidden size", hidden, atMost: ModelLimits.features)
    let directions = isBidirectional ? 2 : 1
    let recurrence = Recurrence(
      steps: rows, inputs: features, hidden: hidden, gates: cell.gates, directions: directions)
    // cuDNN's reserve: every gate, the cell of an LSTM, and the result of each step.
    let states = cell.gates + (cell == .lstm ? 2 : 1)
    var saved = [
      SavedTensor(elements: rows * directions * hidden * states, split: .replicated)
    ]
    if keeps(operand) { saved.append(SavedTensor(elements: rows * features, split: .replicated)) }
    writer.append(name, .recurrence(recurrence), split: .replicated, saved: saved)
    return Tensor(.rows(rows, features: directions * hidden))
  }

  // MARK: Attention

  private mutating func attention(
    _ name: String, _ operands: [Int], _ attention: BlockAttention
  ) throws(ModelError) -> Tensor {
    let (length, features) = try rows(operands[0])
    for operand in operands { try whole(operand) }
    try check(attention.heads, divide: features)
    try require("key-value heads", attention.keyValueHeads, atMost: attention.heads)
    guard attention.heads % attention.keyValueHeads == 0 else {
      throw wrong(
        "has \(attention.keyValueHeads) key-value heads, which must divide \(attention.heads) heads"
      )
    }
    let form = Attention(
      heads: attention.heads,
      form: .grouped(
        keyValueHeads: attention.keyValueHeads, headSize: features / attention.heads),
      hasInputBias: attention.hasBias, hasOutputBias: attention.hasBias)
    let savesInput = keeps(operands[0])
    if operands.count == 1 {
      writer.selfAttention(
        name, form, hidden: features, length: length, isCausal: attention.isCausal,
        isRotary: false, hasDropout: false, savesInput: savesInput)
    } else {
      let memory = try rows(operands[1])
      guard memory.features == features else {
        throw wrong("attends with \(features) features to \(memory.features)")
      }
      writer.crossAttention(
        name, form, hidden: features, length: length, memoryLength: memory.rows,
        hasDropout: false, savesInput: savesInput, savesMemory: keeps(operands[1]))
    }
    return tensors[operands[0]]
  }

  private mutating func attentionCore(
    _ name: String, _ operands: [Int], heads: Int
  ) throws(ModelError) -> Tensor {
    let queries = try rows(operands[0])
    let keys = try rows(operands[1])
    let values = try rows(operands[2])
    for operand in operands { try whole(operand) }
    try check(heads, divide: queries.features)
    try check(heads, divide: values.features)
    guard queries.features == keys.features, keys.rows == values.rows else {
      throw wrong("has queries, keys and values that do not match")
    }
    let core = AttentionCore(
      queryLength: queries.rows, keyLength: keys.rows, heads: heads, keyValueHeads: heads,
      headSize: keys.features / heads, valueHeadSize: values.features / heads, isCausal: false)
    writer.attentionCore(name, core, split: .replicated)
    return Tensor(.rows(queries.rows, features: values.features))
  }

  private func check(_ heads: Int, divide features: Int) throws(ModelError) {
    try require("heads", heads, atMost: ModelLimits.heads)
    if features % heads != 0 {
      throw wrong("has \(heads) heads, which must divide the \(features) features")
    }
  }
}
