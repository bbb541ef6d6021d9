extension Cursor {
  /// The pretty form of an operation after its name.
  ///
  /// Nearly all operations are clauses between commas, attributes in braces and types after a
  /// colon; a table (`PrettyNames`) says what the generic form calls each clause. The rest have a
  /// form of their own.
  mutating func prettyForm(_ syntax: inout OperationSyntax) throws {
    switch syntax.name {
    case "call", "func.call":
      syntax.name = "func.call"
      syntax.attributes["callee"] = .symbol(String(try name(sign: "@").dropFirst()))
      try operandsInParentheses(&syntax)
      try attributesAndTypes(&syntax)
    case "return", "func.return":
      syntax.name = "func.return"
      try clauses(&syntax)
    case "stablehlo.custom_call":
      syntax.attributes["call_target_name"] =
        .string(String(try name(sign: "@").dropFirst()))
      try operandsInParentheses(&syntax)
      try attributesAndTypes(&syntax)
    case "stablehlo.constant":
      if skip("{") { syntax.attributes = try dictionary() }
      let elements = try denseElements()
      syntax.attributes["value"] = .tensor(elements)
      syntax.operandTypes = []
      syntax.resultTypes = [elements.type]
    case "stablehlo.convolution": try convolution(&syntax)
    case "stablehlo.reduce": try reduction(&syntax)
    case "stablehlo.while": try loop(&syntax)
    case "stablehlo.slice":
      syntax.operands = [try valueName()]
      try sliceBounds(&syntax)
      try attributesAndTypes(&syntax)
    case "sdy.sharding_constraint":
      syntax.operands = [try valueName()]
      try expect("<")
      syntax.attributes["sharding"] = .sharding(try sharding())
      try attributesAndTypes(&syntax)
    case "chlo.top_k":
      try expect("(")
      try list(until: ")") { cursor in
        cursor.skipBlanks()
        if cursor.byte == UInt8(ascii: "%") {
          syntax.operands.append(try cursor.valueName())
        } else {
          let key = try cursor.word()
          try cursor.expect("=")
          syntax.attributes[key] = .integer(try cursor.integer())
        }
      }
      try attributesAndTypes(&syntax)
    default:
      guard syntax.name.contains(".") else {
        throw failure("'\(syntax.name)' is not an operation")
      }
      try clauses(&syntax)
    }
  }

  /// `%a, %b, dims = [0] x [1], GT {…} : types`.
  private mutating func clauses(_ syntax: inout OperationSyntax) throws {
    let hasClauses = !isAt(":") && !isAt("{") && !isAt("}")
    if hasClauses {
      repeat {
        skipBlanks()
        if byte == UInt8(ascii: "%") {
          syntax.operands.append(try valueName())
          continue
        }
        let key = try word()
        guard skip("=") else {
          PrettyNames.flag(key, of: &syntax)
          continue
        }
        skipBlanks()
        // A number here has no type of its own: the colon behind it begins the operation's types.
        let value = try isDigit(byte) ? .integer(integer()) : attribute()
        let second = try skip("x") ? attribute() : nil
        PrettyNames.clause(key, value, second, of: &syntax)
      } while skip(",")
    }
    if syntax.operands.isEmpty, syntax.name.hasSuffix("return"), !isAt(":") { return }
    try attributesAndTypes(&syntax)
  }

  private mutating func operandsInParentheses(_ syntax: inout OperationSyntax) throws {
    try expect("(")
    try list(until: ")") { syntax.operands.append(try $0.valueName()) }
  }

  /// `{…} : (types) -> types`, or `: types` where operands and result agree.
  private mutating func attributesAndTypes(_ syntax: inout OperationSyntax) throws {
    if skip("{") { syntax.attributes.merge(try dictionary()) { first, _ in first } }
    try expect(":")
    let isFunctionType = isAt("(")
    var types = try typeList()
    if !isFunctionType { while skip(",") { types.append(try tensorType()) } }
    if skip("->") {
      syntax.operandTypes = types
      syntax.resultTypes = try typeList()
    } else if syntax.name.hasSuffix("return") {
      syntax.operandTypes = types
    } else if syntax.name == "stablehlo.optimization_barrier" {
      syntax.operandTypes = types
      syntax.resultTypes = types
    } else {
      syntax.resultTypes = types.last.map { [$0] } ?? []
    }
  }

  /// `(%a, %b) dim_numbers = […]x[…]->[…], window = {…} {…} : types`.
  private mutating func convolution(_ syntax: inout OperationSyntax) throws {
    try operandsInParentheses(&syntax)
    try expect("dim_numbers")
    try expect("=")
    syntax.attributes["dimension_numbers"] = .convolution(try convolutionLabels())
    try expect(",")
    try expect("window")
    try expect("=")
    try expect("{")
    for (key, value) in try dictionary() {
      PrettyNames.clause(key, value, nil, of: &syntax)
    }
    try attributesAndTypes(&syntax)
  }

  /// `(%a init: %i), (%b init: %j) applies op across dimensions = […] : types`, or
  /// `… across dimensions = […] : types reducer(%x: t, %y: t) (…) { … }`.
  private mutating func reduction(_ syntax: inout OperationSyntax) throws {
    var initial: [ValueName] = []
    repeat {
      try expect("(")
      syntax.operands.append(try valueName())
      try expect("init")
      try expect(":")
      initial.append(try valueName())
      try expect(")")
    } while skip(",")
    syntax.operands += initial
    let combiner = try skip("applies") ? word() : nil
    try expect("across")
    try expect("dimensions")
    try expect("=")
    syntax.attributes["dimensions"] = try attribute()
    try attributesAndTypes(&syntax)
    if let combiner {
      let type = syntax.resultTypes.first.map { TensorType([], $0.element) }
      syntax.regions = [BlockSyntax(applying: combiner, to: type, at: syntax.location)]
      return
    }
    try expect("reducer")
    var pairs: [[(name: String, type: TensorType)]] = []
    while skip("(") { pairs.append(try blockArguments()) }
    try expect("{")
    var block = BlockSyntax()
    block.arguments = pairs.compactMap(\.first) + pairs.compactMap { $0.dropFirst().first }
    block.operations = try operations()
    syntax.regions = [block]
    operation = syntax.name
  }

  /// `(%x = %a, …) : types attributes {…} cond { … } do { … }`.
  private mutating func loop(_ syntax: inout OperationSyntax) throws {
    var names: [String] = []
    try expect("(")
    try list(until: ")") { cursor in
      names.append(try cursor.name(sign: "%"))
      try cursor.expect("=")
      syntax.operands.append(try cursor.valueName())
    }
    try expect(":")
    var types: [TensorType] = []
    if !names.isEmpty {
      repeat { types.append(try tensorType()) } while skip(",")
    }
    guard types.count == names.count else {
      throw failure("\(names.count) values but \(types.count) types")
    }
    syntax.operandTypes = types
    syntax.resultTypes = types
    if skip("attributes") {
      try expect("{")
      syntax.attributes = try dictionary()
    }
    let arguments = Array(zip(names, types)).map { (name: $0.0, type: $0.1) }
    try expect("cond")
    try expect("{")
    let condition = try nested { try $0.operations() }
    try expect("do")
    try expect("{")
    let body = try nested { try $0.operations() }
    syntax.regions = [
      BlockSyntax(arguments: arguments, operations: condition),
      BlockSyntax(arguments: arguments, operations: body),
    ]
    operation = syntax.name
  }

  /// `[0:16, 0:16:2]`.
  private mutating func sliceBounds(_ syntax: inout OperationSyntax) throws {
    var starts: [Int] = []
    var limits: [Int] = []
    var strides: [Int] = []
    try expect("[")
    try list(until: "]") { cursor in
      starts.append(try cursor.integer())
      try cursor.expect(":")
      limits.append(try cursor.integer())
      strides.append(try cursor.skip(":") ? cursor.integer() : 1)
    }
    syntax.attributes["start_indices"] = .integers(starts)
    syntax.attributes["limit_indices"] = .integers(limits)
    syntax.attributes["strides"] = .integers(strides)
  }
}

extension BlockSyntax {
  /// The block that `applies` abbreviates: one operation on two scalars, and its return.
  fileprivate init(
    applying name: String, to type: TensorType?, at location: ProgramError.Location
  ) {
    guard let type else { return }
    arguments = [("%lhs", type), ("%rhs", type)]
    var apply = OperationSyntax(name: name, location: location, result: ("%applied", 1))
    apply.operands = [ValueName(name: "%lhs", index: 0), ValueName(name: "%rhs", index: 0)]
    apply.resultTypes = [type]
    var finish = OperationSyntax(name: "stablehlo.return", location: location)
    finish.operands = [ValueName(name: "%applied", index: 0)]
    finish.operandTypes = [type]
    operations = [apply, finish]
  }
}

/// What the generic form calls the clauses of the pretty form.
private enum PrettyNames {
  /// `dims = [0] x [1]` and its kind.
  static func clause(
    _ key: String, _ value: Attribute, _ second: Attribute?, of syntax: inout OperationSyntax
  ) {
    let name = syntax.name
    if let second, name == "stablehlo.dot_general" {
      var numbers: [String: Attribute] = [:]
      if case .record(let known) = syntax.attributes["dot_dimension_numbers"] { numbers = known }
      let stem = key == "batching_dims" ? "batching" : "contracting"
      numbers["lhs_\(stem)_dimensions"] = value
      numbers["rhs_\(stem)_dimensions"] = second
      syntax.attributes["dot_dimension_numbers"] = .record(numbers)
      return
    }
    let generic =
      switch (name, key) {
      case ("stablehlo.broadcast_in_dim", "dims"): "broadcast_dimensions"
      case ("stablehlo.transpose", "dims"): "permutation"
      case (_, "dims"): "dimensions"
      case ("stablehlo.iota", "dim"): "iota_dimension"
      case (_, "dim"): "dimension"
      case (_, "sizes"): "slice_sizes"
      case ("stablehlo.pad", "low"): "edge_padding_low"
      case ("stablehlo.pad", "high"): "edge_padding_high"
      case ("stablehlo.pad", "interior"): "interior_padding"
      case (_, "precision"): "precision_config"
      case ("stablehlo.fft", "type"): "fft_type"
      case ("stablehlo.fft", "length"): "fft_length"
      case ("stablehlo.convolution", "stride"): "window_strides"
      case ("stablehlo.convolution", "pad"): "padding"
      case ("stablehlo.convolution", "lhs_dilate"): "lhs_dilation"
      case ("stablehlo.convolution", "rhs_dilate"): "rhs_dilation"
      case ("stablehlo.convolution", "reverse"): "window_reversal"
      default: key
      }
    syntax.attributes[generic] = value
  }

  /// `GT` and `FLOAT` of a comparison: words without a value.
  static func flag(_ word: String, of syntax: inout OperationSyntax) {
    if syntax.attributes["comparison_direction"] == nil {
      syntax.attributes["comparison_direction"] = .opaque("comparison_direction " + word)
    } else {
      syntax.attributes["compare_type"] = .opaque("comparison_type " + word)
    }
  }
}
