extension ProgramWriter {
  /// Appends what computes the gradients of a scalar, in reverse mode: each operation written so
  /// far hands the gradient of its result on to its operands.
  ///
  /// - Returns: per value of `inputs` its gradient, `nil` where the scalar does not depend on it.
  /// - Complexity: O(operations).
  public mutating func gradients(of scalar: Int, for inputs: [Int]) -> [Int?] {
    let written = program.operations.count
    let wanted = valuesBehind(inputs)
    var gradients: [Int: Int] = [scalar: constant(1, like: type(scalar))]
    let current = part
    for index in (0..<written).reversed() {
      let operation = program.operations[index]
      // Sorting has two results; no gradient flows through it.
      guard let gradient = gradients[operation.results[0]], wanted[operation.results[0]] else {
        continue
      }
      part = parts[index]
      for (place, operand) in operation.operands.enumerated() where wanted[operand] {
        let share = handOn(gradient, of: operation, to: place)
        gradients[operand] = gradients[operand].map { add($0, share) } ?? share
      }
    }
    part = current
    return inputs.map { gradients[$0] }
  }

  /// Per value whether it depends on one of `inputs` in a way that has a gradient.
  private func valuesBehind(_ inputs: [Int]) -> [Bool] {
    var isBehind = [Bool](repeating: false, count: program.values.count)
    for input in inputs { isBehind[input] = true }
    for operation in program.operations where operation.operands.contains(where: { isBehind[$0] }) {
      for result in operation.results
      where type(result).element.isFloatingPoint && !detached.contains(result) {
        isBehind[result] = true
      }
    }
    return isBehind
  }

  /// The share of an operand in the gradient of its operation's result.
  private mutating func handOn(
    _ gradient: Int, of operation: Program.Operation, to place: Int
  ) -> Int {
    let operands = operation.operands
    let (operand, result) = (operands[place], operation.results[0])
    let shape = shape(operand)
    switch operation.kind {
    case .elementwise(let name, _):
      return elementwise(name, gradient, operands, result, place)
    case .broadcast(let dimensions):
      let added = self.shape(result).indices.filter { !dimensions.contains($0) }
      return sum(gradient, over: added)
    case .reshape: return reshape(gradient, to: shape)
    case .transpose(let permutation):
      return transpose(gradient, permutation.inverted)
    case .reverse(let dimensions): return reverse(gradient, dimensions: dimensions)
    case .dot(let dot): return product(dot, gradient, operands, place)
    case .convolution(let convolution):
      return place == 0
        ? imageGradient(convolution, gradient, operands)
        : kernelGradient(convolution, gradient, operands)
    case .reduce(let dimensions, .add):
      return broadcast(
        gradient, to: shape, at: shape.indices.filter { !dimensions.contains($0) })
    case .reduceWindow(let window, .maximum):
      let zero = constant(0, like: TensorType([], type(operand).element))
      return append(.selectAndScatter(window), [operand, gradient, zero], type(operand))
    case .reduceWindow(let window, .add): return windowSum(window, gradient, shape)
    case .gather(let slices, _):
      var scattered = slices
      scattered.sliceSizes = []
      let zeros = constant(0, like: type(operand))
      return append(.scatter(scattered, .add), [zeros, operands[1], gradient], type(operand))
    case .slice(let starts, let limits, _):
      return pad(gradient, low: starts, high: zip(shape, limits).map { $0 - $1 })
    case .pad(let low, _, _):
      var part = gradient
      for (dimension, size) in shape.enumerated() {
        part = slice(part, dimension: dimension, low[dimension]..<(low[dimension] + size))
      }
      return part
    case .concatenate(let dimension):
      let start = operands[..<place].reduce(0) { $0 + self.shape($1)[dimension] }
      return slice(gradient, dimension: dimension, start..<(start + shape[dimension]))
    default: preconditionFailure("no gradient is known for \(operation.kind.name)")
    }
  }

  private mutating func elementwise(
    _ name: String, _ gradient: Int, _ operands: [Int], _ result: Int, _ place: Int
  ) -> Int {
    let x = operands[place]
    switch name {
    case "add": return gradient
    case "subtract": return place == 0 ? gradient : unary("negate", gradient)
    case "multiply": return multiply(gradient, operands[1 - place])
    case "divide":
      let share = divide(gradient, operands[1])
      return place == 0 ? share : unary("negate", multiply(share, result))
    case "negate": return unary("negate", gradient)
    case "exponential": return multiply(gradient, result)
    case "log": return divide(gradient, x)
    case "sqrt": return multiply(divide(gradient, result), by: 0.5)
    case "rsqrt": return multiply(divide(multiply(gradient, result), x), by: -0.5)
    case "tanh":
      return subtract(gradient, multiply(gradient, multiply(result, result)))
    case "logistic":
      let share = multiply(gradient, result)
      return subtract(share, multiply(share, result))
    case "erf":
      // 2 / sqrt(pi) · exp(−x²)
      let bell = unary("exponential", unary("negate", multiply(x, x)))
      return multiply(gradient, multiply(bell, by: 1.1283791670955126))
    case "maximum":
      let other = operands[1 - place]
      return select(compare(x, "GT", other), gradient, constant(0, like: type(x)))
    case "select":
      let zero = constant(0, like: type(x))
      return place == 1
        ? select(operands[0], gradient, zero) : select(operands[0], zero, gradient)
    case "convert": return convert(gradient, to: type(x).element)
    default: preconditionFailure("no gradient is known for \(name)")
    }
  }

  /// A product's gradient with respect to one operand is a product with the other one.
  private mutating func product(
    _ dot: OperationKind.DotDimensions, _ gradient: Int, _ operands: [Int], _ place: Int
  ) -> Int {
    let ranks = operands.map { shape($0).count }
    let free = [dot.leftFree(rank: ranks[0]), dot.rightFree(rank: ranks[1])]
    let batch = [dot.leftBatch, dot.rightBatch]
    let contracting = [dot.leftContracting, dot.rightContracting]
    let other = 1 - place
    // The result has the batch dimensions, then the free ones of the left and of the right operand.
    let starts = [batch[0].count, batch[0].count + free[0].count]
    let share = self.dot(
      gradient, operands[other], batch: (Array(batch[0].indices), batch[other]),
      contracting: free[other].indices.map { starts[other] + $0 }, free[other])
    // What is left of the other operand are its summed dimensions, in ascending order.
    let summed = contracting[other].indices.sorted {
      contracting[other][$0] < contracting[other][$1]
    }
    let order = batch[place] + free[place] + summed.map { contracting[place][$0] }
    return transpose(share, order.inverted)
  }

  /// Spreads sums over windows: each gradient goes to all places of its window.
  private mutating func windowSum(
    _ window: OperationKind.Window, _ gradient: Int, _ shape: [Int]
  ) -> Int {
    let (low, high) = window.backwardPadding(input: shape, output: self.shape(gradient))
    let spread = pad(gradient, low: low, high: high, interior: window.strides.map { $0 - 1 })
    var backward = window
    backward.strides = window.baseDilations
    backward.low = low.map { _ in 0 }
    backward.high = backward.low
    let type = TensorType(shape, type(gradient).element)
    let zero = constant(0, like: TensorType([], type.element))
    return append(.reduceWindow(backward, .add), [spread, zero], type)
  }

  /// The gradient laid out with the strides between, under the kernel turned round.
  private mutating func imageGradient(
    _ convolution: OperationKind.Convolution, _ gradient: Int, _ operands: [Int]
  ) -> Int {
    let window = convolution.window
    let (image, kernel) = (shape(operands[0]), shape(operands[1]))
    let output = shape(gradient)
    var backward = window
    backward.sizes = [kernel[0], kernel[1]]
    let (low, high) = backward.backwardPadding(
      input: [image[1], image[2]], output: [output[1], output[2]])
    (backward.low, backward.high) = (low, high)
    (backward.strides, backward.baseDilations) = (window.baseDilations, window.strides)
    backward.sizes = [1, 1]
    // Inputs and outputs of each group change places: by their labels, or by moving them.
    let groups = convolution.featureGroups
    var labels = ConvolutionLabels.images
    var turned = reverse(operands[1], dimensions: [0, 1])
    if groups == 1 {
      labels.kernel = [.spatial(0), .spatial(1), .outputFeature, .inputFeature]
    } else {
      let outputs = kernel[3] / groups
      turned = reshape(turned, to: [kernel[0], kernel[1], kernel[2], groups, outputs])
      turned = transpose(turned, [0, 1, 4, 3, 2])
      turned = reshape(turned, to: [kernel[0], kernel[1], outputs, groups * kernel[2]])
    }
    let kind = OperationKind.Convolution(
      labels: labels, window: backward, isReversed: [false, false], featureGroups: groups,
      batchGroups: 1)
    return append(.convolution(kind), [gradient, turned], type(operands[0]))
  }

  /// The image under the gradient as a kernel with the strides between; samples are summed.
  private mutating func kernelGradient(
    _ convolution: OperationKind.Convolution, _ gradient: Int, _ operands: [Int]
  ) -> Int {
    let window = convolution.window
    let (image, kernel, output) = (shape(operands[0]), shape(operands[1]), shape(gradient))
    var backward = window
    (backward.strides, backward.windowDilations) = (window.windowDilations, window.strides)
    backward.high = (0..<2).map { axis in
      let reach = (output[axis + 1] - 1) * window.strides[axis] + kernel[axis]
      return reach - image[axis + 1] - window.low[axis]
    }
    let labels = ConvolutionLabels(
      input: [.feature, .spatial(0), .spatial(1), .batch],
      kernel: [.inputFeature, .spatial(0), .spatial(1), .outputFeature],
      output: [.spatial(0), .spatial(1), .batch, .feature])
    let kind = OperationKind.Convolution(
      labels: labels, window: backward, isReversed: [false, false], featureGroups: 1,
      batchGroups: convolution.featureGroups)
    return append(.convolution(kind), [operands[0], gradient], type(operands[1]))
  }
}

extension OperationKind.Window {
  /// The padding with which a window runs backwards, from its results to what it was laid on.
  ///
  /// Source: the definition of a convolution; the same numbers as JAX's transposition rule.
  fileprivate func backwardPadding(input: [Int], output: [Int]) -> (low: [Int], high: [Int]) {
    var (lows, highs): ([Int], [Int]) = ([], [])
    for index in input.indices {
      let reach = (sizes[index] - 1) * windowDilations[index] + 1
      let before = reach - low[index] - 1
      let spread = (output[index] - 1) * strides[index] + 1
      let dilated = (input[index] - 1) * baseDilations[index] + 1
      lows.append(before)
      highs.append(dilated + reach - 1 - spread - before)
    }
    return (lows, highs)
  }
}

extension [Int] {
  /// The permutation that undoes this one.
  fileprivate var inverted: [Int] {
    var inverse = self
    for (index, value) in enumerated() { inverse[value] = index }
    return inverse
  }
}
