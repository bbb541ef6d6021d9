extension OperationKind {
  /// What an operation of the text computes. Loops and calls have blocks and are built elsewhere.
  init(_ syntax: OperationSyntax, operandTypes: [TensorType]) throws {
    let reader = AttributeReader(syntax)
    if syntax.name == "stablehlo.bitcast_convert", let operand = operandTypes.first,
      let result = syntax.resultTypes.first, operand.rank != result.rank
    {
      // Elements are cut into a new last dimension, or joined along the last one.
      let innerDimensions = operand.rank > result.rank ? 1 : 0
      self = .batched("bitcast_convert", innerDimensions: innerDimensions, detail: "")
      return
    }
    if let arity = Self.elementwiseArity[syntax.name] {
      guard operandTypes.count == arity else {
        throw reader.failure("takes \(arity) operands, found \(operandTypes.count)")
      }
      var detail = ""
      if case .opaque(let text) = syntax.attributes["comparison_direction"] { detail = text }
      self = .elementwise(String(syntax.name.drop { $0 != "." }.dropFirst()), detail: detail)
      return
    }
    let rank = operandTypes.first?.rank ?? 0
    switch syntax.name {
    case "stablehlo.constant":
      guard case .tensor(let elements) = syntax.attributes["value"] else {
        throw reader.failure("has no value")
      }
      self = .constant(elements)
    case "stablehlo.iota": self = .iota(dimension: try reader.integer("iota_dimension"))
    case "stablehlo.broadcast_in_dim":
      self = .broadcast(dimensions: try reader.integers("broadcast_dimensions"))
    case "stablehlo.reshape": self = .reshape
    case "stablehlo.transpose":
      self = .transpose(permutation: try reader.integers("permutation"))
    case "stablehlo.reverse": self = .reverse(dimensions: try reader.integers("dimensions"))
    case "stablehlo.dot_general": self = .dot(try reader.dotDimensions())
    case "stablehlo.convolution": self = .convolution(try reader.convolution())
    case "stablehlo.reduce":
      self = .reduce(dimensions: try reader.integers("dimensions"), reader.combiner)
    case "stablehlo.reduce_window":
      self = .reduceWindow(try reader.window(rank: rank), reader.combiner)
    case "stablehlo.select_and_scatter":
      self = .selectAndScatter(try reader.window(rank: rank))
    case "stablehlo.gather":
      self = .gather(
        try reader.gatherDimensions(),
        indicesAreSorted: syntax.attributes["indices_are_sorted"] == .boolean(true))
    case "stablehlo.scatter": self = .scatter(try reader.scatterDimensions(), reader.combiner)
    case "stablehlo.slice":
      self = .slice(
        starts: try reader.integers("start_indices", count: rank),
        limits: try reader.integers("limit_indices", count: rank),
        strides: try reader.integers("strides", count: rank))
    case "stablehlo.pad":
      self = .pad(
        low: try reader.integers("edge_padding_low", count: rank),
        high: try reader.integers("edge_padding_high", count: rank),
        interior: try reader.integers("interior_padding", count: rank))
    case "stablehlo.concatenate":
      self = .concatenate(dimension: try reader.integer("dimension"))
    case "stablehlo.dynamic_slice":
      self = .dynamicSlice(sizes: try reader.integers("slice_sizes", count: rank))
    case "stablehlo.dynamic_update_slice": self = .dynamicUpdateSlice
    case "stablehlo.sort":
      self = .sort(dimension: try reader.integer("dimension"), reader.sortOrder)
    case "stablehlo.optimization_barrier": self = .barrier
    case "sdy.sharding_constraint":
      guard case .sharding(let sharding) = syntax.attributes["sharding"] else {
        throw reader.failure("has no sharding")
      }
      self = .constraint(sharding)
    case "chlo.top_k":
      self = .batched(
        "top_k", innerDimensions: 1, detail: "\(try reader.integer("k"))")
    case "stablehlo.fft":
      let lengths = try reader.integers("fft_length")
      self = .batched(
        "fft", innerDimensions: lengths.count,
        detail: "\(lengths) \(syntax.attributes["fft_type"] ?? .opaque(""))")
    case "stablehlo.cholesky": self = .batched("cholesky", innerDimensions: 2, detail: "")
    case "stablehlo.triangular_solve":
      self = .batched("triangular_solve", innerDimensions: 2, detail: "")
    case "stablehlo.custom_call", "stablehlo.rng", "stablehlo.rng_bit_generator":
      var detail = syntax.name
      if case .string(let target) = syntax.attributes["call_target_name"] { detail = target }
      self = .opaque(detail)
    default: throw reader.failure("this operation cannot be planned")
    }
  }
}

/// Reads an operation's attributes by the names of the generic form.
private struct AttributeReader {
  let syntax: OperationSyntax

  init(_ syntax: OperationSyntax) { self.syntax = syntax }

  func failure(_ message: String) -> ProgramError {
    ProgramError(at: syntax.location, in: syntax.name, message)
  }

  func integer(_ key: String, default fallback: Int? = nil) throws -> Int {
    guard let value = syntax.attributes[key]?.integer ?? fallback else {
      throw failure("'\(key)' must be a whole number")
    }
    return value
  }

  func integers(_ key: String, count: Int? = nil, default fallback: Int? = nil) throws -> [Int] {
    if let values = syntax.attributes[key]?.integers {
      guard count == nil || values.count == count else {
        throw failure("'\(key)' must list \(count ?? 0) numbers, found \(values.count)")
      }
      return values
    }
    guard syntax.attributes[key] == nil, let fallback, let count else {
      throw failure("'\(key)' must be a list of whole numbers")
    }
    return Array(repeating: fallback, count: count)
  }

  /// Pairs of low and high padding, `[[2, 3], [2, 3]]`, in either form.
  func padding(rank: Int) throws -> (low: [Int], high: [Int]) {
    var flat: [Int]?
    switch syntax.attributes["padding"] {
    case .tensor(let elements): flat = elements.integers(count: 2 * rank)
    case .list(let pairs):
      let numbers = pairs.compactMap(\.integers)
      flat = numbers.allSatisfy { $0.count == 2 } ? numbers.flatMap { $0 } : nil
    case nil: flat = Array(repeating: 0, count: 2 * rank)
    default: break
    }
    guard let flat, flat.count == 2 * rank else {
      throw failure("'padding' must give a low and a high number for \(rank) dimensions")
    }
    return (
      stride(from: 0, to: 2 * rank, by: 2).map { flat[$0] },
      stride(from: 1, to: 2 * rank, by: 2).map { flat[$0] }
    )
  }

  func window(rank: Int) throws -> OperationKind.Window {
    let padding = try padding(rank: rank)
    let window = OperationKind.Window(
      sizes: try integers("window_dimensions", count: rank),
      strides: try integers("window_strides", count: rank, default: 1),
      baseDilations: try integers("base_dilations", count: rank, default: 1),
      windowDilations: try integers("window_dilations", count: rank, default: 1),
      low: padding.low, high: padding.high)
    try check(window)
    return window
  }

  private static let largestWindow = 1 << 24

  private func check(_ window: OperationKind.Window) throws {
    let positive =
      window.sizes + window.strides + window.baseDilations + window.windowDilations
    guard positive.allSatisfy({ (1...Self.largestWindow).contains($0) }),
      (window.low + window.high).allSatisfy({ (-Self.largestWindow...Self.largestWindow) ~= $0 })
    else {
      throw failure("a window's sizes, strides and dilations must be positive and below 2^24")
    }
  }

  func dotDimensions() throws -> OperationKind.DotDimensions {
    guard case .record(let fields) = syntax.attributes["dot_dimension_numbers"] else {
      throw failure("has no dimension numbers")
    }
    func list(_ key: String) -> [Int] { fields[key]?.integers ?? [] }
    return OperationKind.DotDimensions(
      leftBatch: list("lhs_batching_dimensions"), rightBatch: list("rhs_batching_dimensions"),
      leftContracting: list("lhs_contracting_dimensions"),
      rightContracting: list("rhs_contracting_dimensions"))
  }

  func convolution() throws -> OperationKind.Convolution {
    guard case .convolution(let labels) = syntax.attributes["dimension_numbers"] else {
      throw failure("has no dimension numbers")
    }
    let rank = max(0, labels.input.count - 2)
    let padding = try padding(rank: rank)
    let window = OperationKind.Window(
      sizes: Array(repeating: 1, count: rank),
      strides: try integers("window_strides", count: rank, default: 1),
      baseDilations: try integers("lhs_dilation", count: rank, default: 1),
      windowDilations: try integers("rhs_dilation", count: rank, default: 1),
      low: padding.low, high: padding.high)
    try check(window)
    var isReversed = Array(repeating: false, count: rank)
    switch syntax.attributes["window_reversal"] {
    case .integers(let flags) where flags.count == rank: isReversed = flags.map { $0 != 0 }
    case .list(let flags) where flags.count == rank:
      isReversed = flags.map { $0 == .boolean(true) }
    default: break
    }
    return OperationKind.Convolution(
      labels: labels, window: window, isReversed: isReversed,
      featureGroups: try integer("feature_group_count", default: 1),
      batchGroups: try integer("batch_group_count", default: 1))
  }

  func gatherDimensions() throws -> OperationKind.IndexedSlices {
    guard case .record(let fields) = syntax.attributes["dimension_numbers"] else {
      throw failure("has no dimension numbers")
    }
    return OperationKind.IndexedSlices(
      offsetDimensions: fields["offset_dims"]?.integers ?? [],
      collapsedDimensions: fields["collapsed_slice_dims"]?.integers ?? [],
      inputBatchDimensions: fields["operand_batching_dims"]?.integers ?? [],
      indexBatchDimensions: fields["start_indices_batching_dims"]?.integers ?? [],
      startIndexMap: fields["start_index_map"]?.integers ?? [],
      indexVectorDimension: fields["index_vector_dim"]?.integer ?? 0,
      sliceSizes: try integers("slice_sizes"))
  }

  func scatterDimensions() throws -> OperationKind.IndexedSlices {
    guard case .record(let fields) = syntax.attributes["scatter_dimension_numbers"] else {
      throw failure("has no dimension numbers")
    }
    return OperationKind.IndexedSlices(
      offsetDimensions: fields["update_window_dims"]?.integers ?? [],
      collapsedDimensions: fields["inserted_window_dims"]?.integers ?? [],
      inputBatchDimensions: fields["input_batching_dims"]?.integers ?? [],
      indexBatchDimensions: fields["scatter_indices_batching_dims"]?.integers ?? [],
      startIndexMap: fields["scatter_dims_to_operand_dims"]?.integers ?? [],
      indexVectorDimension: fields["index_vector_dim"]?.integer ?? 0,
      sliceSizes: [])
  }

  /// Whether the region compares its first two arguments only.
  var sortOrder: OperationKind.SortOrder {
    guard let block = syntax.regions.last, block.operations.count == 2,
      let compare = block.operations.first, compare.name == "stablehlo.compare",
      compare.operands.map(\.name) == block.arguments.prefix(2).map(\.name),
      case .opaque(let direction) = compare.attributes["comparison_direction"]
    else { return .other }
    if direction.contains(" LT") { return .ascending }
    return direction.contains(" GT") ? .descending : .other
  }

  /// How the operation's (last) region joins two scalars.
  var combiner: OperationKind.Combiner {
    guard let block = syntax.regions.last, block.operations.count == 2,
      let apply = block.operations.first
    else { return .other }
    let name = apply.name.drop { $0 != "." }.dropFirst()
    return OperationKind.Combiner(rawValue: String(name)) ?? .other
  }
}
