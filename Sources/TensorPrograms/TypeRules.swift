/// Checks that an operation's result is what its operands and attributes make it.
struct TypeRules {
  let syntax: OperationSyntax
  let kind: OperationKind
  let operands: [TensorType]

  private func failure(_ message: String) -> ProgramError {
    ProgramError(at: syntax.location, in: syntax.name, message)
  }

  private func require(_ condition: Bool, _ message: @autoclosure () -> String) throws {
    guard condition else { throw failure(message()) }
  }

  /// Each entry names a dimension of a tensor of `rank` dimensions, none twice.
  private func requireDimensions(_ dimensions: [Int], rank: Int) throws {
    try require(
      Set(dimensions).count == dimensions.count
        && dimensions.allSatisfy { (0..<rank).contains($0) },
      "\(dimensions) are not dimensions of a tensor of rank \(rank)")
  }

  private func requireOperands(_ count: Int) throws {
    try require(operands.count == count, "takes \(count) operands, found \(operands.count)")
  }

  private func requireResult(_ shape: [Int]) throws {
    try require(
      syntax.resultTypes.count == 1, "has one result, found \(syntax.resultTypes.count)")
    try requireShape(of: 0, shape)
  }

  private func requireShape(of result: Int, _ shape: [Int]) throws {
    let type = syntax.resultTypes[result]
    try require(
      type.shape == shape,
      "its operands make a result of shape \(shape), but it is written as \(type)")
  }

  func check() throws {
    switch kind {
    case .constant(let elements):
      try requireOperands(0)
      try require(syntax.resultTypes == [elements.type], "its value has another type")
    case .iota(let dimension):
      try requireOperands(0)
      try require(syntax.resultTypes.count == 1, "has one result")
      try requireDimensions([dimension], rank: syntax.resultTypes[0].rank)
    case .elementwise(let name, _): try checkElementwise(name)
    case .broadcast(let dimensions): try checkBroadcast(dimensions)
    case .reshape:
      try requireOperands(1)
      try require(
        syntax.resultTypes.count == 1
          && syntax.resultTypes[0].elementCount == operands[0].elementCount,
        "changes the number of elements of \(operands[0])")
    case .transpose(let permutation):
      try requireOperands(1)
      try requireDimensions(permutation, rank: operands[0].rank)
      try require(permutation.count == operands[0].rank, "must permute all dimensions")
      try requireResult(permutation.map { operands[0].shape[$0] })
    case .reverse(let dimensions):
      try requireOperands(1)
      try requireDimensions(dimensions, rank: operands[0].rank)
      try requireResult(operands[0].shape)
    case .dot(let dimensions): try checkDot(dimensions)
    case .convolution(let convolution): try checkConvolution(convolution)
    case .reduce(let dimensions, _): try checkReduce(dimensions)
    case .reduceWindow(let window, _):
      try requireOperands(2)
      try requireResult(try outputShape(of: window, on: operands[0].shape))
    case .selectAndScatter(let window):
      try requireOperands(3)
      let source = try outputShape(of: window, on: operands[0].shape)
      try require(operands[1].shape == source, "its source should have the shape \(source)")
      try requireResult(operands[0].shape)
    case .gather(let slices, _): try checkGather(slices)
    case .scatter(let slices, _): try checkScatter(slices)
    case .slice(let starts, let limits, let strides):
      try requireOperands(1)
      try checkSlice(starts, limits, strides)
    case .pad(let low, let high, let interior): try checkPad(low, high, interior)
    case .concatenate(let dimension): try checkConcatenate(dimension)
    case .dynamicSlice(let sizes):
      try require(operands.count == 1 + sizes.count, "needs one start index per dimension")
      try require(
        zip(sizes, operands[0].shape).allSatisfy { $0 >= 0 && $0 <= $1 },
        "slices more than there is")
      try requireResult(sizes)
    case .dynamicUpdateSlice:
      try require(
        operands.count >= 2 && operands.count == 2 + operands[0].rank,
        "needs one start index per dimension")
      try require(
        operands[1].rank == operands[0].rank
          && zip(operands[1].shape, operands[0].shape).allSatisfy { $0 <= $1 },
        "the update is larger than what it updates")
      try requireResult(operands[0].shape)
    case .sort(let dimension, _):
      try require(!operands.isEmpty, "has nothing to sort")
      try requireDimensions([dimension], rank: operands[0].rank)
      try requireSameTypes()
    case .constraint(let sharding):
      try requireOperands(1)
      try requireResult(operands[0].shape)
      try require(
        sharding.dimensions.count == operands[0].rank,
        "gives a sharding of \(sharding.dimensions.count) dimensions to a \(operands[0])")
    case .barrier: try requireSameTypes()
    case .batched(_, let innerDimensions, _):
      try require(!operands.isEmpty, "has no operand")
      let rank = operands[0].rank - innerDimensions
      try require(rank >= 0, "its operand has fewer than \(innerDimensions) dimensions")
      let outer = operands[0].shape[..<rank]
      try require(
        (operands + syntax.resultTypes).allSatisfy { $0.shape.prefix(rank) == outer },
        "its operands and results must agree in all but the last \(innerDimensions) dimensions")
    case .loop, .opaque: break
    }
  }

  private func requireSameTypes() throws {
    try require(operands == syntax.resultTypes, "its results must have the types of its operands")
    try require(
      operands.allSatisfy { $0.shape == operands.first?.shape } || kind == .barrier,
      "its operands must have one shape")
  }

  private func checkElementwise(_ name: String) throws {
    try require(syntax.resultTypes.count == 1, "has one result")
    let result = syntax.resultTypes[0]
    let mayBeScalar: Set<Int> = name == "select" ? [0] : name == "clamp" ? [0, 2] : []
    for (index, operand) in operands.enumerated()
    where operand.shape != result.shape && !(operand.rank == 0 && mayBeScalar.contains(index)) {
      throw failure(
        "operand \(index + 1) is a \(operand), but the result is a \(result): shapes must agree")
    }
    let changesElement: Set<String> = [
      "convert", "compare", "is_finite", "real", "imag", "complex", "bitcast_convert", "is_inf",
      "is_pos_inf", "is_neg_inf", "abs", "case", "if",
    ]
    guard !changesElement.contains(name) else { return }
    for (index, operand) in operands.enumerated() where !(name == "select" && index == 0) {
      try require(
        operand.element == result.element,
        "operand \(index + 1) is a \(operand), but the result is a \(result)")
    }
  }

  private func checkBroadcast(_ dimensions: [Int]) throws {
    try requireOperands(1)
    try require(syntax.resultTypes.count == 1, "has one result")
    let (operand, result) = (operands[0], syntax.resultTypes[0])
    try require(dimensions.count == operand.rank, "must place each dimension of \(operand)")
    try requireDimensions(dimensions, rank: result.rank)
    for (size, dimension) in zip(operand.shape, dimensions) {
      try require(
        size == 1 || size == result.shape[dimension],
        "cannot stretch \(operand) to \(result): dimension \(dimension) has another size")
    }
  }

  private func checkDot(_ dot: OperationKind.DotDimensions) throws {
    try requireOperands(2)
    let (left, right) = (operands[0], operands[1])
    try requireDimensions(dot.leftBatch + dot.leftContracting, rank: left.rank)
    try requireDimensions(dot.rightBatch + dot.rightContracting, rank: right.rank)
    try require(
      dot.leftBatch.map { left.shape[$0] } == dot.rightBatch.map { right.shape[$0] }
        && dot.leftContracting.map { left.shape[$0] }
          == dot.rightContracting.map { right.shape[$0] },
      "\(left) and \(right) differ in the dimensions that they share")
    try requireResult(
      dot.leftBatch.map { left.shape[$0] } + dot.leftFree(rank: left.rank).map { left.shape[$0] }
        + dot.rightFree(rank: right.rank).map { right.shape[$0] })
  }

  private func checkConvolution(_ convolution: OperationKind.Convolution) throws {
    try requireOperands(2)
    let places = ConvolutionPlaces(convolution.labels)
    guard let places, operands[0].rank == convolution.labels.input.count,
      operands[1].rank == convolution.labels.kernel.count, operands[0].rank == operands[1].rank,
      syntax.resultTypes.count == 1, syntax.resultTypes[0].rank == operands[0].rank
    else { throw failure("its dimension numbers do not fit its operands") }
    let (input, kernel) = (operands[0].shape, operands[1].shape)
    let groups = (convolution.featureGroups, convolution.batchGroups)
    try require(
      (1...1 << 24).contains(groups.0) && (1...1 << 24).contains(groups.1),
      "group counts must be positive")
    try require(
      input[places.inputFeature]
        == kernel[places.kernelInput] * groups.0,
      "the input has \(input[places.inputFeature]) features, the kernel takes "
        + "\(kernel[places.kernelInput] * groups.0)")
    var shape = syntax.resultTypes[0].shape
    shape[places.outputBatch] = input[places.inputBatch] / groups.1
    shape[places.outputFeature] = kernel[places.kernelOutput]
    var window = convolution.window
    window.sizes = places.kernelSpatial.map { kernel[$0] }
    let spatial = try outputShape(of: window, on: places.inputSpatial.map { input[$0] })
    for (dimension, size) in zip(places.outputSpatial, spatial) { shape[dimension] = size }
    try requireResult(shape)
  }

  private func checkReduce(_ dimensions: [Int]) throws {
    let count = operands.count / 2
    try require(
      count > 0 && operands.count == 2 * count && syntax.resultTypes.count == count,
      "needs an initial value and a result per input")
    let rank = operands[0].rank
    try requireDimensions(dimensions, rank: rank)
    for index in 0..<count {
      try require(operands[index].shape == operands[0].shape, "its inputs must have one shape")
      try require(operands[count + index].rank == 0, "initial values must be scalars")
      try requireShape(
        of: index,
        (0..<rank).filter { !dimensions.contains($0) }.map { operands[index].shape[$0] })
    }
  }

  private func outputShape(of window: OperationKind.Window, on shape: [Int]) throws -> [Int] {
    try require(window.sizes.count == shape.count, "its window has another rank than its operand")
    return shape.indices.map { index in
      let size = shape[index]
      let dilated = size == 0 ? 0 : (size - 1) * window.baseDilations[index] + 1
      let padded = dilated + window.low[index] + window.high[index]
      let reach = (window.sizes[index] - 1) * window.windowDilations[index] + 1
      return padded < reach ? 0 : (padded - reach) / window.strides[index] + 1
    }
  }

  private func checkGather(_ slices: OperationKind.IndexedSlices) throws {
    try requireOperands(2)
    let (input, indices) = (operands[0], operands[1])
    try require(syntax.resultTypes.count == 1, "has one result")
    let result = syntax.resultTypes[0]
    try require(slices.sliceSizes.count == input.rank, "needs a slice size per dimension")
    try requireDimensions(slices.offsetDimensions, rank: result.rank)
    let dropped = slices.collapsedDimensions + slices.inputBatchDimensions
    try requireDimensions(dropped, rank: input.rank)
    try requireDimensions(slices.indexBatchDimensions, rank: indices.rank)
    try require(
      slices.indexBatchDimensions.count == slices.inputBatchDimensions.count,
      "pairs unequal numbers of batch dimensions")
    let kept = (0..<input.rank).filter { !dropped.contains($0) }.map { slices.sliceSizes[$0] }
    try checkSlices(slices, indices: indices, slicesShape: result.shape, window: kept)
    try require(
      zip(slices.sliceSizes, input.shape).allSatisfy { $0 >= 0 && $0 <= $1 },
      "slices more than there is")
  }

  /// Batch dimensions come from the indices, window dimensions from the slices.
  private func checkSlices(
    _ slices: OperationKind.IndexedSlices, indices: TensorType, slicesShape: [Int], window: [Int]
  ) throws {
    let vector = slices.indexVectorDimension
    try require((0...indices.rank).contains(vector), "index_vector_dim is no dimension")
    var batch = indices.shape
    if vector < batch.count { batch.remove(at: vector) }
    try require(
      slices.offsetDimensions.count == window.count
        && slicesShape.count == batch.count + window.count,
      "its dimension numbers do not fit its operands")
    var batchSizes = batch.makeIterator()
    var windowSizes = window.makeIterator()
    for (dimension, size) in slicesShape.enumerated() {
      let expected =
        slices.offsetDimensions.contains(dimension) ? windowSizes.next() : batchSizes.next()
      try require(expected == size, "dimension \(dimension) of the slices has another size")
    }
  }

  private func checkScatter(_ slices: OperationKind.IndexedSlices) throws {
    let count = (operands.count - 1) / 2
    try require(
      count > 0 && operands.count == 2 * count + 1 && syntax.resultTypes.count == count,
      "needs inputs, indices and as many updates")
    let (input, indices, update) = (operands[0], operands[count], operands[count + 1])
    let dropped = slices.collapsedDimensions + slices.inputBatchDimensions
    try requireDimensions(dropped, rank: input.rank)
    try requireDimensions(slices.offsetDimensions, rank: update.rank)
    try requireDimensions(slices.indexBatchDimensions, rank: indices.rank)
    try require(
      slices.indexBatchDimensions.count == slices.inputBatchDimensions.count,
      "pairs unequal numbers of batch dimensions")
    let window = slices.offsetDimensions.sorted().map { update.shape[$0] }
    try require(
      window.count == input.rank - dropped.count, "its window does not fit the input")
    try checkSlices(slices, indices: indices, slicesShape: update.shape, window: window)
    for index in 0..<count { try requireShape(of: index, operands[index].shape) }
    try require(
      operands[..<count].allSatisfy { $0.shape == input.shape }
        && operands[(count + 1)...].allSatisfy { $0.shape == update.shape },
      "its inputs and its updates must each have one shape")
  }

  private func checkSlice(_ starts: [Int], _ limits: [Int], _ strides: [Int]) throws {
    var shape: [Int] = []
    for (index, size) in operands[0].shape.enumerated() {
      try require(
        starts[index] >= 0 && starts[index] <= limits[index] && limits[index] <= size
          && (1...1 << 31).contains(strides[index]),
        "cannot slice [\(starts[index]):\(limits[index]):\(strides[index])] from \(operands[0])")
      shape.append((limits[index] - starts[index] + strides[index] - 1) / strides[index])
    }
    try requireResult(shape)
  }

  private func checkPad(_ low: [Int], _ high: [Int], _ interior: [Int]) throws {
    try requireOperands(2)
    try require(
      (low + high + interior).allSatisfy { (-(1 << 31)...1 << 31).contains($0) }
        && interior.allSatisfy { $0 >= 0 },
      "pads by impossible amounts")
    try requireResult(
      operands[0].shape.indices.map { index in
        let size = operands[0].shape[index]
        return size + max(0, size - 1) * interior[index] + low[index] + high[index]
      })
  }

  private func checkConcatenate(_ dimension: Int) throws {
    try require(!operands.isEmpty, "has no operands")
    try requireDimensions([dimension], rank: operands[0].rank)
    var shape = operands[0].shape
    shape[dimension] = 0
    for operand in operands {
      try require(operand.rank == shape.count, "its operands must have one rank")
      shape[dimension] += operand.shape[dimension]
    }
    for operand in operands {
      for index in shape.indices where index != dimension {
        try require(operand.shape[index] == shape[index], "its operands differ in shape")
      }
    }
    try requireResult(shape)
  }
}

/// Where a convolution's operands and result have their dimensions.
public struct ConvolutionPlaces: Hashable, Sendable {
  public var inputBatch: Int
  public var inputFeature: Int
  public var kernelInput: Int
  public var kernelOutput: Int
  public var outputBatch: Int
  public var outputFeature: Int
  public var inputSpatial: [Int]
  public var kernelSpatial: [Int]
  public var outputSpatial: [Int]

  /// `nil` when a dimension is missing or named twice.
  public init?(_ labels: ConvolutionLabels) {
    func spatial(_ labels: [ConvolutionLabels.Label]) -> [Int] {
      (0..<max(0, labels.count - 2)).compactMap { labels.firstIndex(of: .spatial($0)) }
    }
    guard let inputBatch = labels.input.firstIndex(of: .batch),
      let inputFeature = labels.input.firstIndex(of: .feature),
      let kernelInput = labels.kernel.firstIndex(of: .inputFeature),
      let kernelOutput = labels.kernel.firstIndex(of: .outputFeature),
      let outputBatch = labels.output.firstIndex(of: .batch),
      let outputFeature = labels.output.firstIndex(of: .feature)
    else { return nil }
    self.inputBatch = inputBatch
    self.inputFeature = inputFeature
    self.kernelInput = kernelInput
    self.kernelOutput = kernelOutput
    self.outputBatch = outputBatch
    self.outputFeature = outputFeature
    inputSpatial = spatial(labels.input)
    kernelSpatial = spatial(labels.kernel)
    outputSpatial = spatial(labels.output)
    let count = labels.input.count - 2
    guard [inputSpatial, kernelSpatial, outputSpatial].allSatisfy({ $0.count == count }) else {
      return nil
    }
  }
}
