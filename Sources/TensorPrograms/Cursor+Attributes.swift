extension Cursor {
  /// `tensor<8x64xf32>`. Shapes must be known: `?` is refused with the place where it stands.
  mutating func tensorType() throws -> TensorType {
    guard skip("tensor") else {
      throw failure(
        "expected a tensor type, found \(found); tuples, tokens and memrefs cannot be planned")
    }
    try expect("<")
    var shape: [Int] = []
    var count = 1
    while true {
      skipBlanks()
      if byte == UInt8(ascii: "?") {
        throw failure(
          "a dimension of unknown size; export the program with the sizes it will run with")
      }
      if byte == UInt8(ascii: "*") { throw failure("a tensor of unknown rank cannot be planned") }
      guard isDigit(byte) else { break }
      let size = try integer()
      let (product, overflows) = count.multipliedReportingOverflow(by: max(size, 1))
      guard !overflows, product <= TensorType.largestElementCount,
        size <= TensorType.longestDimension
      else { throw failure("a tensor of more than 2^38 elements") }
      guard shape.count < TensorType.largestRank else {
        throw failure("a tensor of more than \(TensorType.largestRank) dimensions")
      }
      count = product
      shape.append(size)
      guard byte == UInt8(ascii: "x") else {
        throw failure("expected 'x' and an element type after a size, found \(found)")
      }
      skipBytes(1)
    }
    let start = location
    var name = try word()
    if name == "complex" {
      try expect("<")
      name += "<" + (try word()) + ">"
      try expect(">")
    }
    guard let element = ElementType(name) else {
      throw ProgramError(at: start, in: operation, "'\(name)' is not an element type")
    }
    if skip(",") { _ = try balanced(until: UInt8(ascii: ">")) } else { try expect(">") }
    return TensorType(shape, element)
  }

  /// One type, or types in parentheses: `t`, `(t, t)`, `()`.
  mutating func typeList() throws -> [TensorType] {
    var types: [TensorType] = []
    if skip("(") {
      try list(until: ")") { types.append(try $0.tensorType()) }
    } else {
      types.append(try tensorType())
    }
    return types
  }

  /// `{key = value, key, …}` after its opening brace.
  mutating func dictionary() throws -> [String: Attribute] {
    var entries: [String: Attribute] = [:]
    try list(until: "}") { cursor in
      let key = try cursor.isAt("\"") ? cursor.string() : cursor.word()
      entries[key] = try cursor.skip("=") ? cursor.attribute() : .opaque("unit")
    }
    return entries
  }

  mutating func attribute() throws -> Attribute { try nested { try $0.unguardedAttribute() } }

  private mutating func unguardedAttribute() throws -> Attribute {
    skipBlanks()
    switch byte {
    case UInt8(ascii: "\""):
      let text = try string()
      return .string(text)
    case UInt8(ascii: "@"):
      return .symbol(String(try name(sign: "@").dropFirst()))
    case UInt8(ascii: "["):
      skipBytes(1)
      var items: [Attribute] = []
      try list(until: "]") { items.append(try $0.attribute()) }
      return .list(items)
    case UInt8(ascii: "{"):
      skipBytes(1)
      return .dictionary(try dictionary())
    case UInt8(ascii: "#"): return try dialectAttribute()
    case UInt8(ascii: "("):
      _ = try typeList()
      try expect("->")
      _ = try typeList()
      return .opaque("function type")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: return try wordAttribute()
    }
  }

  private mutating func wordAttribute() throws -> Attribute {
    if isAt("tensor") { return .type(try tensorType()) }
    if isAt("dense") { return .tensor(try denseElements()) }
    let word = try word()
    switch word {
    case "true", "false": return .boolean(word == "true")
    case "array":
      try expect("<")
      let element = try self.word()
      var values: [Int] = []
      if skip(">") { return .integers(values) }
      try expect(":")
      try list(until: ">") { cursor in
        if element == "i1" {
          values.append(cursor.skip("true") ? 1 : 0)
          if values.last == 0 { try cursor.expect("false") }
        } else {
          values.append(try cursor.integer())
        }
      }
      return .integers(values)
    default:
      if skip("<") { return .opaque(word + "<" + (try balanced(until: UInt8(ascii: ">"))) + ">") }
      if skip("(") { return .opaque(word + "(" + (try balanced(until: UInt8(ascii: ")"))) + ")") }
      return .opaque(word)
    }
  }

  private mutating func number() throws -> Attribute {
    let start = position
    let value = try integer()
    if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
      || byte == UInt8(ascii: "x")
    {
      while isWordByte(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-")
      { skipBytes(1) }
      let literal = text(from: start)
      if skip(":") { _ = try word() }
      return .opaque(literal)
    }
    if skip(":") { _ = try word() }
    return .integer(value)
  }

  /// `dense<…> : type`.
  mutating func denseElements() throws -> DenseElements {
    try expect("dense")
    try expect("<")
    let literal = try balanced(until: UInt8(ascii: ">"))
    try expect(":")
    return DenseElements(type: try tensorType(), literal: literal)
  }

  /// `#stablehlo.dot<…>`, `#sdy.sharding<…>` and their kind.
  private mutating func dialectAttribute() throws -> Attribute {
    skipBytes(1)
    let name = try word()
    guard skip("<") else { return .opaque(name) }
    switch name {
    case "stablehlo.conv":
      let labels = try convolutionLabels()
      try expect(">")
      return .convolution(labels)
    case "sdy.sharding": return .sharding(try sharding())
    case "stablehlo.dot", "stablehlo.gather", "stablehlo.scatter":
      var fields: [String: Attribute] = [:]
      try list(until: ">") { cursor in
        let key = try cursor.word()
        try cursor.expect("=")
        fields[key] = try cursor.attribute()
      }
      return .record(fields)
    default: return .opaque(try balanced(until: UInt8(ascii: ">")))
    }
  }

  /// `[b, 0, 1, f]x[0, 1, i, o]->[b, 0, 1, f]`.
  mutating func convolutionLabels() throws -> ConvolutionLabels {
    let input = try labels()
    try expect("x")
    let kernel = try labels()
    try expect("->")
    return ConvolutionLabels(input: input, kernel: kernel, output: try labels())
  }

  private mutating func labels() throws -> [ConvolutionLabels.Label] {
    try expect("[")
    var labels: [ConvolutionLabels.Label] = []
    try list(until: "]") { cursor in
      cursor.skipBlanks()
      if isDigit(cursor.byte) {
        labels.append(.spatial(try cursor.integer()))
        return
      }
      switch try cursor.word() {
      case "b": labels.append(.batch)
      case "f": labels.append(.feature)
      case "i": labels.append(.inputFeature)
      case "o": labels.append(.outputFeature)
      case let other: throw cursor.failure("'\(other)' is not a dimension of a convolution")
      }
    }
    return labels
  }

  /// `@mesh, [{"a", ?}, {}], …>` after its opening bracket.
  mutating func sharding() throws -> ShardingAnnotation {
    let mesh = String(try name(sign: "@").dropFirst())
    var annotation = ShardingAnnotation(mesh: mesh, dimensions: [], isOpen: [])
    try expect(",")
    try expect("[")
    try list(until: "]") { cursor in
      var axes: [String] = []
      var isOpen = false
      try cursor.expect("{")
      try cursor.list(until: "}") { cursor in
        if cursor.skip("?") {
          isOpen = true
        } else {
          axes.append(try cursor.string())
          if cursor.isAt(":") { throw cursor.failure("parts of an axis cannot be planned") }
        }
      }
      if cursor.byte == UInt8(ascii: "p") { _ = try cursor.word() }
      annotation.dimensions.append(axes)
      annotation.isOpen.append(isOpen)
    }
    if skip(",") { _ = try balanced(until: UInt8(ascii: ">")) } else { try expect(">") }
    return annotation
  }
}
