public import TensorPrograms

extension FactorRule {
  /// The rule of an operation with these operands and results; loops have none, their edges do.
  public init(
    of kind: OperationKind, operands operandTypes: [TensorType], results resultTypes: [TensorType]
  ) {
    self.init(operandRanks: operandTypes.map(\.rank), resultRanks: resultTypes.map(\.rank))
    let shapes = (operandTypes.map(\.shape), resultTypes.map(\.shape))
    switch kind {
    case .constant, .iota, .loop: break
    case .elementwise, .constraint, .barrier: addPointwise(shapes.1.first ?? [])
    case .reverse(let dimensions):
      addPointwise(shapes.1[0]) { dimensions.contains($0) ? .neighbors : .parallel }
    case .opaque: addOpaque(shapes)
    case .batched(_, let innerDimensions, _): addBatched(innerDimensions, shapes)
    case .broadcast(let dimensions): addBroadcast(dimensions, shapes.0[0], shapes.1[0])
    case .reshape: addReshape(from: shapes.0[0], to: shapes.1[0])
    case .transpose(let permutation):
      for (to, from) in permutation.enumerated() {
        add(shapes.0[0][from], operands: [from], results: [to])
      }
    case .dot(let dot): addDot(dot, shapes.0[0], shapes.0[1])
    case .convolution(let convolution): addConvolution(convolution, shapes.0, shapes.1[0])
    case .reduce(let dimensions, let combiner): addReduce(dimensions, combiner, shapes.0[0])
    case .reduceWindow: addWindowed(input: shapes.0[0], output: shapes.1[0], extra: [nil])
    case .selectAndScatter: addSelectAndScatter(shapes.0[0], shapes.0[1])
    case .gather(let slices, _):
      addIndexed(slices, input: shapes.0[0], slices: shapes.1[0]) { rule, size, places in
        let kind: Kind = places.isLookup ? .lookup : .parallel
        rule.add(size, kind, operands: [places.input, places.indices], results: [places.slices])
      }
    case .scatter(let slices, let combiner): addScatter(slices, combiner, shapes.0)
    case .slice, .pad: addWindowed(input: shapes.0[0], output: shapes.1[0], extra: [nil])
    case .concatenate(let dimension):
      addPointwise(shapes.1[0]) { $0 == dimension ? .whole : .parallel }
    case .dynamicSlice: addDynamicSlice(shapes.0[0], shapes.1[0])
    case .dynamicUpdateSlice: addDynamicUpdate(shapes.0)
    case .sort(let dimension, _):
      addPointwise(shapes.1[0]) { $0 == dimension ? .whole : .parallel }
    }
  }

  /// One factor per dimension, in every operand and result of that rank.
  private mutating func addPointwise(_ shape: [Int], kind: (Int) -> Kind = { _ in .parallel }) {
    for (dimension, size) in shape.enumerated() {
      add(
        size, kind(dimension),
        operands: operands.map { $0.count == shape.count ? dimension : nil },
        results: results.map { $0.count == shape.count ? dimension : nil })
    }
  }

  private mutating func addBatched(_ innerDimensions: Int, _ shapes: ([[Int]], [[Int]])) {
    for dimension in 0..<max(0, shapes.0[0].count - innerDimensions) {
      add(
        shapes.0[0][dimension], operands: shapes.0.map { _ in dimension },
        results: shapes.1.map { _ in dimension })
    }
  }

  private mutating func addOpaque(_ shapes: ([[Int]], [[Int]])) {
    for (operand, shape) in shapes.0.enumerated() {
      for (dimension, size) in shape.enumerated() {
        var places = [Int?](repeating: nil, count: shapes.0.count)
        places[operand] = dimension
        add(size, .whole, operands: places, results: [])
      }
    }
  }

  private mutating func addBroadcast(_ dimensions: [Int], _ from: [Int], _ to: [Int]) {
    for (dimension, size) in to.enumerated() {
      let source = dimensions.firstIndex(of: dimension)
      let isKept = source.map { from[$0] == size } ?? false
      add(size, operands: [isKept ? source : nil], results: [dimension])
    }
  }

  /// Walks both shapes from the outside and cuts them at common points.
  ///
  /// `[6, 4] → [2, 12]` has no common factors beyond 2, which is a factor of both first dimensions.
  private mutating func addReshape(from: [Int], to: [Int]) {
    guard from.allSatisfy({ $0 > 0 }), to.allSatisfy({ $0 > 0 }) else { return }
    var (source, target) = (0, 0)
    var (sourceRest, targetRest) = (from.first ?? 1, to.first ?? 1)
    while source < from.count || target < to.count {
      if source < from.count, sourceRest == 1 {
        source += 1
        sourceRest = source < from.count ? from[source] : 1
        continue
      }
      if target < to.count, targetRest == 1 {
        target += 1
        targetRest = target < to.count ? to[target] : 1
        continue
      }
      let common = gcd(sourceRest, targetRest)
      guard source < from.count, target < to.count, common > 1 else {
        // No cut in common here: the dimensions up to the next one stay whole.
        var (sourceSize, targetSize) = (1, 1)
        repeat {
          if sourceSize <= targetSize, source < from.count {
            add(sourceRest, .whole, operands: [source], results: [nil])
            sourceSize *= sourceRest
            source += 1
            sourceRest = source < from.count ? from[source] : 1
          } else {
            guard target < to.count else { return }
            add(targetRest, .whole, operands: [nil], results: [target])
            targetSize *= targetRest
            target += 1
            targetRest = target < to.count ? to[target] : 1
          }
        } while sourceSize != targetSize
        continue
      }
      add(common, operands: [source], results: [target])
      sourceRest /= common
      targetRest /= common
    }
  }

  private mutating func addDot(
    _ dot: OperationKind.DotDimensions, _ left: [Int], _ right: [Int]
  ) {
    var output = 0
    for (leftDimension, rightDimension) in zip(dot.leftBatch, dot.rightBatch) {
      add(left[leftDimension], operands: [leftDimension, rightDimension], results: [output])
      output += 1
    }
    for dimension in dot.leftFree(rank: left.count) {
      add(left[dimension], operands: [dimension, nil], results: [output])
      output += 1
    }
    for dimension in dot.rightFree(rank: right.count) {
      add(right[dimension], operands: [nil, dimension], results: [output])
      output += 1
    }
    for (leftDimension, rightDimension) in zip(dot.leftContracting, dot.rightContracting) {
      add(
        left[leftDimension], .reduction(.add), operands: [leftDimension, rightDimension],
        results: [nil])
    }
  }

  private mutating func addConvolution(
    _ convolution: OperationKind.Convolution, _ operands: [[Int]], _ output: [Int]
  ) {
    guard let places = ConvolutionPlaces(convolution.labels) else { return }
    let (input, kernel) = (operands[0], operands[1])
    if convolution.batchGroups > 1 {
      add(
        convolution.batchGroups, operands: [places.inputBatch, places.kernelOutput],
        results: [places.outputFeature])
    }
    add(
      output[places.outputBatch], operands: [places.inputBatch, nil], results: [places.outputBatch])
    for (index, dimension) in places.inputSpatial.enumerated() {
      addSpatial(
        input: dimension, kernel: places.kernelSpatial[index], output: places.outputSpatial[index],
        sizes: (
          input[dimension], kernel[places.kernelSpatial[index]],
          output[places.outputSpatial[index]]
        ))
    }
    if convolution.featureGroups > 1 {
      add(
        convolution.featureGroups, operands: [places.inputFeature, places.kernelOutput],
        results: [places.outputFeature])
    }
    add(
      kernel[places.kernelInput], .reduction(.add),
      operands: [places.inputFeature, places.kernelInput], results: [nil])
    let groups = convolution.batchGroups * convolution.featureGroups
    add(
      output[places.outputFeature] / groups, operands: [nil, places.kernelOutput],
      results: [places.outputFeature])
  }

  /// A spatial dimension is split by output windows, or, where the window is the larger (the
  /// gradient of a kernel), by places in the window, which are summed.
  private mutating func addSpatial(
    input: Int, kernel: Int, output: Int, sizes: (input: Int, kernel: Int, output: Int)
  ) {
    var rest = sizes.input
    func windows(_ rule: inout FactorRule) {
      let size = min(rest, sizes.output)
      guard size > 1 else { return }
      rule.add(size, .neighbors, operands: [input, nil], results: [output])
      rest /= size
    }
    func places(_ rule: inout FactorRule) {
      let size = min(rest, sizes.kernel)
      guard size > 1 else { return }
      rule.add(size, .reduction(.add), operands: [input, kernel], results: [nil])
      rest /= size
    }
    if sizes.output >= sizes.kernel {
      windows(&self)
      places(&self)
    } else {
      places(&self)
      windows(&self)
    }
  }

  private mutating func addReduce(
    _ dimensions: [Int], _ combiner: OperationKind.Combiner, _ shape: [Int]
  ) {
    let count = results.count
    var output = 0
    for (dimension, size) in shape.enumerated() {
      let places = [Int?](repeating: dimension, count: count)
      let scalars = [Int?](repeating: nil, count: operands.count - count)
      if dimensions.contains(dimension) {
        add(size, .reduction(combiner), operands: places + scalars, results: [])
      } else {
        add(size, operands: places + scalars, results: Array(repeating: output, count: count))
        output += 1
      }
    }
  }

  /// Dimensions that keep their size are independent, the others need their neighbours.
  private mutating func addWindowed(input: [Int], output: [Int], extra: [Int?]) {
    for dimension in output.indices {
      let isKept = input[dimension] == output[dimension]
      add(
        output[dimension], isKept ? .parallel : .neighbors,
        operands: [dimension] + Array(repeating: nil, count: operands.count - 1),
        results: [dimension])
    }
  }

  private mutating func addSelectAndScatter(_ input: [Int], _ source: [Int]) {
    for dimension in input.indices {
      let isKept = input[dimension] == source[dimension]
      add(
        source[dimension], isKept ? .parallel : .neighbors, operands: [dimension, dimension, nil],
        results: [dimension])
    }
  }

  private struct IndexedPlaces {
    var input: Int?
    var indices: Int?
    var slices: Int?
    var isLookup = false
  }

  /// The factors that gather and scatter share.
  private mutating func addIndexed(
    _ dimensions: OperationKind.IndexedSlices, input: [Int], slices: [Int],
    add: (inout FactorRule, Int, IndexedPlaces) -> Void
  ) {
    let dropped = dimensions.collapsedDimensions + dimensions.inputBatchDimensions
    var inputDimensions = input.indices.filter { !dropped.contains($0) }.makeIterator()
    var batch = 0
    for (dimension, size) in slices.enumerated() {
      if dimensions.offsetDimensions.contains(dimension) {
        guard let place = inputDimensions.next() else { continue }
        if input[place] == size {
          add(&self, size, IndexedPlaces(input: place, slices: dimension))
        } else {
          add(&self, input[place], IndexedPlaces(input: place, isLookup: true))
          add(&self, size, IndexedPlaces(slices: dimension))
        }
      } else {
        let indices = batch < dimensions.indexVectorDimension ? batch : batch + 1
        batch += 1
        let pair = dimensions.indexBatchDimensions.firstIndex(of: indices)
        let place = pair.map { dimensions.inputBatchDimensions[$0] }
        add(&self, size, IndexedPlaces(input: place, indices: indices, slices: dimension))
      }
    }
    for dimension in dimensions.collapsedDimensions {
      add(&self, input[dimension], IndexedPlaces(input: dimension, isLookup: true))
    }
  }

  private mutating func addScatter(
    _ dimensions: OperationKind.IndexedSlices, _ combiner: OperationKind.Combiner,
    _ shapes: [[Int]]
  ) {
    let count = results.count
    addIndexed(dimensions, input: shapes[0], slices: shapes[count + 1]) { rule, size, places in
      let isSummed = places.input == nil && places.indices != nil
      rule.add(
        size, isSummed ? .reduction(combiner) : .parallel,
        operands: Array(repeating: places.input, count: count) + [places.indices]
          + Array(repeating: places.slices, count: count),
        results: Array(repeating: places.input, count: count))
    }
  }

  private mutating func addDynamicSlice(_ input: [Int], _ output: [Int]) {
    for (dimension, size) in input.enumerated() {
      let isKept = size == output[dimension]
      let others = [Int?](repeating: nil, count: operands.count - 1)
      add(
        size, isKept ? .parallel : .whole, operands: [dimension] + others,
        results: [isKept ? dimension : nil])
    }
  }

  private mutating func addDynamicUpdate(_ shapes: [[Int]]) {
    for (dimension, size) in shapes[0].enumerated() {
      let isKept = size == shapes[1][dimension]
      let others = [Int?](repeating: nil, count: operands.count - 2)
      add(
        size, isKept ? .parallel : .whole,
        operands: [dimension, isKept ? dimension : nil] + others, results: [dimension])
    }
  }
}

private func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
