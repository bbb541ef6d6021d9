/// Operators bound by memory bandwidth; `LayerWriter` documents how their traffic is counted.
extension BlockWriter {
  mutating func norm(
    _ name: String, _ operand: Int, _ norm: BlockNorm
  ) throws(ModelError) -> Tensor {
    let input = tensors[operand]
    try features(of: operand)
    switch norm {
    case .layer, .rms:
      _ = try rows(operand)
      try whole(operand)
      let parameters = (norm == .rms ? 1 : 2) * input.features
      writer.norm(
        name, elements: input.elements, parameters: parameters, split: input.split,
        savesInput: keeps(operand))
    case .batch, .group:
      // Statistics over samples or channels need one more pass over the values each way.
      let saved = SavedTensor(elements: input.elements, split: input.split)
      writer.pointwise(
        name, forward: 3 * input.elements, backward: 5 * input.elements,
        parameters: 2 * input.features, split: input.split, saved: keeps(operand) ? [saved] : [])
    }
    return input
  }

  mutating func embedding(
    _ name: String, _ input: Tensor, entries: Int, features: Int
  ) throws(ModelError) -> Tensor {
    guard case .identifiers(let count) = input.shape else {
      throw wrong("works on token numbers, found \(input)")
    }
    try require("entries", entries, atMost: ModelLimits.vocabulary)
    try require("features", features, atMost: ModelLimits.features)
    writer.tokenLookup(name, Lookup(rows: count, entries: entries, features: features))
    return Tensor(.rows(count, features: features))
  }

  mutating func positions(
    _ name: String, _ operand: Int, max: Int
  ) throws(ModelError) -> Tensor {
    let (rows, features) = try rows(operand)
    try require("positions", max, atMost: ModelLimits.sequenceLength)
    try checkPositions(rows, max: max)
    writer.append(
      name, .lookup(Lookup(rows: rows, entries: max, features: features)), split: .replicated)
    writer.sum(name + ".sum", of: 2, elements: rows * features, split: tensors[operand].split)
    return tensors[operand]
  }

  mutating func pooling(
    _ name: String, _ operand: Int, _ pooling: Pooling
  ) throws(ModelError) -> Tensor {
    let input = tensors[operand]
    switch pooling {
    case .global:
      try features(of: operand)
      let output = Tensor(.rows(1, features: input.features), isSplit: input.isSplit)
      move(name, input.elements + output.elements, input)
      return output
    case .maximum(let size, let stride, let padding):
      let output = try pooled(operand, size, stride, padding)
      // The place of each maximum is kept in eight bytes, as PyTorch does.
      var saved = [
        SavedTensor(elements: 2 * output.elements, storage: .float32, split: .replicated)
      ]
      if keeps(operand) { saved.append(SavedTensor(elements: input.elements, split: .replicated)) }
      move(name, input.elements + output.elements, input, saved: saved)
      return output
    case .average(let size, let stride, let padding):
      let output = try pooled(operand, size, stride, padding)
      move(name, input.elements + output.elements, input)
      return output
    }
  }

  private func pooled(
    _ operand: Int, _ size: Int, _ stride: Int, _ padding: Int
  ) throws(ModelError) -> Tensor {
    let (channels, height, width) = try image(operand)
    let positions = try window(height, width, size: size, stride: stride, padding: padding)
    return Tensor(
      .image(channels: channels, height: positions.height, width: positions.width))
  }

  mutating func activation(
    _ name: String, _ operand: Int, _ activation: Activation
  ) throws(ModelError) -> Tensor {
    var output = tensors[operand]
    try features(of: operand)
    let isGated = activation == .swiglu
    if isGated {
      let (rows, features) = try rows(operand)
      guard features % 2 == 0 else { throw wrong("halves \(features) features") }
      output.shape = .rows(rows, features: features / 2)
    }
    let keepsInput = !activation.keepsResult && keeps(operand)
    writer.activation(
      name, elements: output.elements, isGated: isGated, split: output.split,
      savesInput: keepsInput)
    return output
  }

  mutating func concatenate(
    _ name: String, _ operands: [Int], crops: Bool
  ) throws(ModelError) -> Tensor {
    let first = tensors[operands[0]]
    var features = 0
    for operand in operands {
      try whole(operand)
      let tensor = tensors[operand]
      guard first.canStandBeside(tensor, cropped: crops) else {
        throw wrong("joins \(first) with \(tensor)")
      }
      features += tensor.features
    }
    let output: Tensor =
      switch first.shape {
      case .image(_, let height, let width):
        Tensor(.image(channels: features, height: height, width: width))
      case .rows(let rows, _): Tensor(.rows(rows, features: features))
      case .identifiers: first
      }
    move(name, 2 * output.elements, output)
    return output
  }

  mutating func loss(
    _ name: String, _ operands: [Int], _ loss: Loss
  ) throws(ModelError) -> Tensor {
    let input = tensors[operands[0]]
    try features(of: operands[0])
    switch loss {
    case .crossEntropy:
      writer.crossEntropy(
        name, rows: input.elements / input.features, classes: input.features, split: input.split)
    case .meanSquare:
      let saved = SavedTensor(elements: input.elements, split: input.split)
      writer.pointwise(
        name, forward: 2 * input.elements, backward: 3 * input.elements, split: input.split,
        saved: keeps(operands[0]) ? [saved] : [])
    case .contrastive:
      let other = tensors[operands[1]]
      guard case .rows(1, let features) = input.shape, other == input else {
        throw wrong("compares one row of each operand, found \(input) and \(other)")
      }
      // One sample's similarity to every sample of the step, from either side.
      let similarities = MatrixProduct(
        rows: 2, inputs: features, outputs: samplesPerStep, sharesWeights: true)
      writer.product(name + ".similarities", similarities, split: .replicated)
      writer.crossEntropy(name, rows: 2, classes: samplesPerStep, split: .replicated)
    }
    return input
  }

  /// A kernel that copies, gathers or averages: as much traffic backward as forward.
  mutating func move(
    _ name: String, _ traffic: Int, _ tensor: Tensor, saved: [SavedTensor] = []
  ) {
    writer.pointwise(
      name, forward: traffic, backward: traffic, split: tensor.split, saved: saved)
  }

  /// Makes sure that a tensor holds numbers to compute with.
  func features(of operand: Int) throws(ModelError) {
    if case .identifiers = tensors[operand].shape {
      throw wrong("works on features, found \(tensors[operand])")
    }
  }
}

extension Tensor {
  /// Whether the two agree in everything but features.
  fileprivate func canStandBeside(_ other: Tensor, cropped: Bool) -> Bool {
    switch (shape, other.shape) {
    case (.rows(let count, _), .rows(let otherCount, _)): count == otherCount
    case (.image(_, let height, let width), .image(_, let otherHeight, let otherWidth)):
      cropped
        ? otherHeight >= height && otherWidth >= width
        : otherHeight == height && otherWidth == width
    default: false
    }
  }
}
