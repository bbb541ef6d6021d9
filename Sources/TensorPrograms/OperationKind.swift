/// What an operation computes, as far as splitting it over devices needs to know.
public enum OperationKind: Hashable, Sendable {
  case constant(DenseElements)
  /// Counts along `dimension`.
  case iota(dimension: Int)
  /// Each element of the result from the elements at the same place. `detail` tells apart what
  /// shares a name, such as the directions of `compare`.
  case elementwise(String, detail: String)
  /// Dimension `i` of the operand becomes dimension `dimensions[i]` of the result.
  case broadcast(dimensions: [Int])
  case reshape
  case transpose(permutation: [Int])
  case reverse(dimensions: [Int])
  case dot(DotDimensions)
  case convolution(Convolution)
  /// Operands are the inputs, then as many initial values.
  case reduce(dimensions: [Int], Combiner)
  case reduceWindow(Window, Combiner)
  /// Operands are the input, the source and the initial value.
  case selectAndScatter(Window)
  case gather(IndexedSlices, indicesAreSorted: Bool)
  /// Operands are the inputs, the indices, then as many updates.
  case scatter(IndexedSlices, Combiner)
  case slice(starts: [Int], limits: [Int], strides: [Int])
  case pad(low: [Int], high: [Int], interior: [Int])
  case concatenate(dimension: Int)
  case dynamicSlice(sizes: [Int])
  case dynamicUpdateSlice
  case sort(dimension: Int, SortOrder)
  /// Computes on the last dimensions as a whole, for each place in the dimensions in front of them:
  /// transforms, factorisations, the largest elements of rows. `detail` is what else it depends on.
  case batched(String, innerDimensions: Int, detail: String)
  case loop(Loop)
  /// The value itself, with a sharding that the program demands at this place.
  case constraint(ShardingAnnotation)
  /// Several values passed through unchanged.
  case barrier
  /// A call into a library that only knows whole tensors.
  case opaque(String)

  /// How a reduction joins two values.
  public enum Combiner: String, Hashable, Sendable, CaseIterable {
    case add, multiply, maximum, minimum, and, or, other
  }

  /// How a sort compares: by its first operand, or in another way.
  public enum SortOrder: String, Hashable, Sendable {
    case ascending, descending, other
  }

  public struct DotDimensions: Hashable, Sendable {
    public var leftBatch: [Int]
    public var rightBatch: [Int]
    public var leftContracting: [Int]
    public var rightContracting: [Int]

    public init(
      leftBatch: [Int] = [], rightBatch: [Int] = [], leftContracting: [Int],
      rightContracting: [Int]
    ) {
      self.leftBatch = leftBatch
      self.rightBatch = rightBatch
      self.leftContracting = leftContracting
      self.rightContracting = rightContracting
    }

    /// The dimensions of the left operand that the result keeps behind the batch dimensions.
    public func leftFree(rank: Int) -> [Int] {
      (0..<rank).filter { !leftBatch.contains($0) && !leftContracting.contains($0) }
    }

    public func rightFree(rank: Int) -> [Int] {
      (0..<rank).filter { !rightBatch.contains($0) && !rightContracting.contains($0) }
    }
  }

  /// Sizes, steps and paddings of a window along each dimension.
  public struct Window: Hashable, Sendable {
    public var sizes: [Int]
    public var strides: [Int]
    public var baseDilations: [Int]
    public var windowDilations: [Int]
    public var low: [Int]
    public var high: [Int]
  }

  public struct Convolution: Hashable, Sendable {
    public var labels: ConvolutionLabels
    /// Over the spatial dimensions in the order of their numbers.
    public var window: Window
    public var isReversed: [Bool]
    public var featureGroups: Int
    public var batchGroups: Int
  }

  /// Which dimensions of a gather or a scatter mean what, named from the gather's side.
  public struct IndexedSlices: Hashable, Sendable {
    public var offsetDimensions: [Int]
    public var collapsedDimensions: [Int]
    public var inputBatchDimensions: [Int]
    public var indexBatchDimensions: [Int]
    public var startIndexMap: [Int]
    public var indexVectorDimension: Int
    public var sliceSizes: [Int]
  }

  /// A loop: blocks by index, and how often the body runs.
  public struct Loop: Hashable, Sendable {
    public var condition: Int
    public var body: Int
    /// `nil` when the condition is not a comparison of a counter with a constant.
    public var tripCount: Int?
  }

  /// The operations that compute each element from the elements at the same place, with their
  /// operands' count. Source: the StableHLO and CHLO specifications.
  static let elementwiseArity: [String: Int] = {
    var arity: [String: Int] = [:]
    for name in [
      "abs", "cbrt", "ceil", "convert", "cosine", "count_leading_zeros", "exponential",
      "exponential_minus_one", "floor", "imag", "is_finite", "log", "log_plus_one", "logistic",
      "negate", "not", "popcnt", "real", "reduce_precision", "round_nearest_afz",
      "round_nearest_even", "rsqrt", "sign", "sine", "sqrt", "tan", "tanh", "bitcast_convert",
    ] { arity["stablehlo." + name] = 1 }
    for name in [
      "add", "and", "atan2", "compare", "complex", "divide", "maximum", "minimum", "multiply",
      "or", "power", "remainder", "shift_left", "shift_right_arithmetic", "shift_right_logical",
      "subtract", "xor",
    ] { arity["stablehlo." + name] = 2 }
    arity["stablehlo.select"] = 3
    arity["stablehlo.clamp"] = 3
    for name in [
      "acos", "acosh", "asin", "asin_acos_kernel", "asinh", "atan", "atanh", "bessel_i1e", "conj",
      "cosh", "digamma", "erf", "erf_inv", "erfc", "is_inf", "is_neg_inf", "is_pos_inf", "lgamma",
      "sinh", "square", "tan",
    ] { arity["chlo." + name] = 1 }
    for name in ["next_after", "polygamma", "zeta"] { arity["chlo." + name] = 2 }
    return arity
  }()
}

extension OperationKind {
  /// The name that messages and tables use.
  public var name: String {
    switch self {
    case .constant: "constant"
    case .iota: "iota"
    case .elementwise(let name, _): name
    case .broadcast: "broadcast_in_dim"
    case .reshape: "reshape"
    case .transpose: "transpose"
    case .reverse: "reverse"
    case .dot: "dot_general"
    case .convolution: "convolution"
    case .reduce: "reduce"
    case .reduceWindow: "reduce_window"
    case .selectAndScatter: "select_and_scatter"
    case .gather: "gather"
    case .scatter: "scatter"
    case .slice: "slice"
    case .pad: "pad"
    case .concatenate: "concatenate"
    case .dynamicSlice: "dynamic_slice"
    case .dynamicUpdateSlice: "dynamic_update_slice"
    case .sort: "sort"
    case .loop: "while"
    case .constraint: "sharding_constraint"
    case .barrier: "optimization_barrier"
    case .batched(let name, _, _): name
    case .opaque(let name): name
    }
  }
}
