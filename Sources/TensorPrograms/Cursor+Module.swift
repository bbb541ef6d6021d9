extension ModuleSyntax {
  /// Reads a whole module in the pretty or in the generic form of MLIR.
  init(_ text: String) throws {
    var cursor = Cursor(text)
    while cursor.skip("#") {  // an alias such as `#loc1 = loc(…)`: nothing that a plan needs
      _ = try cursor.word()
      try cursor.expect("=")
      _ = try cursor.attribute()
    }
    if cursor.skip("\"builtin.module\"") {
      try cursor.expect("(")
      try cursor.expect(")")
      if cursor.skip("<") { _ = try cursor.balanced(until: UInt8(ascii: ">")) }
      try cursor.expect("(")
      try readItems(&cursor)
    } else if cursor.skip("module") {
      if cursor.isAt("@") { _ = try cursor.name(sign: "@") }
      if cursor.skip("attributes") {
        let start = cursor.position
        try cursor.expect("{")
        _ = try cursor.dictionary()
        attributeRange = start..<cursor.position
      }
      guard cursor.isAt("{") else { throw cursor.failure("expected '{', found \(cursor.found)") }
      bodyOffset = cursor.position + 1
      try readItems(&cursor)
    } else {
      throw cursor.failure(
        "expected a StableHLO module ('module' or '\"builtin.module\"'), found \(cursor.found)")
    }
  }

  private mutating func readItems(_ cursor: inout Cursor) throws {
    try cursor.expect("{")
    while !cursor.skip("}") {
      cursor.operation = nil
      if cursor.skip("func.func") {
        functions.append(try cursor.prettyFunction())
      } else if cursor.skip("\"func.func\"") {
        functions.append(try cursor.genericFunction())
      } else if cursor.skip("sdy.mesh") {
        let name = String(try cursor.name(sign: "@").dropFirst())
        try cursor.expect("=")
        meshes[name] = try cursor.mesh()
        if cursor.skip("{") { _ = try cursor.dictionary() }
      } else if cursor.skip("\"sdy.mesh\"") {
        let (name, mesh) = try cursor.genericMesh()
        meshes[name] = mesh
      } else {
        throw cursor.failure("expected a function, found \(cursor.found)")
      }
      try cursor.skipPlace()
    }
  }
}

extension Cursor {
  /// Skips `loc(…)`.
  mutating func skipPlace() throws {
    if skip("loc") {
      try expect("(")
      _ = try balanced(until: UInt8(ascii: ")"))
    }
  }

  /// `<["data"=2, "model"=4]>`.
  mutating func mesh() throws -> MeshAnnotation {
    try expect("<")
    try expect("[")
    var axes: [(name: String, size: Int)] = []
    try list(until: "]") { cursor in
      let name = try cursor.string()
      try cursor.expect("=")
      let size = try cursor.integer()
      guard size > 0 else { throw cursor.failure("axis '\(name)' of the mesh has no devices") }
      axes.append((name, size))
      let count = axes.reduce(1.0) { $0 * Double($1.size) }
      guard count <= Double(MeshAnnotation.largestDeviceCount), axes.count <= 16 else {
        throw cursor.failure("a mesh of more than 2^24 devices")
      }
    }
    if skip(",") { _ = try balanced(until: UInt8(ascii: ">")) } else { try expect(">") }
    return MeshAnnotation(axes: axes)
  }

  mutating func genericMesh() throws -> (String, MeshAnnotation) {
    try expect("(")
    try expect(")")
    try expect("<")
    try expect("{")
    var found: (name: String?, mesh: MeshAnnotation?) = (nil, nil)
    try list(until: "}") { cursor in
      let key = try cursor.word()
      try cursor.expect("=")
      if key == "mesh", cursor.skip("#sdy.mesh") {
        found.mesh = try cursor.mesh()
      } else if case .string(let name) = try cursor.attribute(), key == "sym_name" {
        found.name = name
      }
    }
    try expect(">")
    if skip("{") { _ = try dictionary() }
    try expect(":")
    try expect("(")
    try expect(")")
    try expect("->")
    try expect("(")
    try expect(")")
    guard let name = found.name, let mesh = found.mesh else {
      throw failure("a mesh needs a name and axes")
    }
    return (name, mesh)
  }

  /// `func.func public @main(%arg0: type {…}, …) -> (type {…}, …) attributes {…} { … }`.
  mutating func prettyFunction() throws -> FunctionSyntax {
    let start = location
    _ = skip("public") || skip("private")
    var function = FunctionSyntax(name: String(try name(sign: "@").dropFirst()), location: start)
    try expect("(")
    try list(until: ")") { cursor in
      let name = try cursor.name(sign: "%")
      try cursor.expect(":")
      function.body.arguments.append((name, try cursor.tensorType()))
      let (attributes, place) = try cursor.optionalAttributes()
      function.argumentAttributes.append(attributes)
      function.argumentPlaces.append(place)
      try cursor.skipPlace()
    }
    if skip("->") {
      if skip("(") {
        try list(until: ")") { cursor in
          function.resultTypes.append(try cursor.tensorType())
          let (attributes, place) = try cursor.optionalAttributes()
          function.resultAttributes.append(attributes)
          function.resultPlaces.append(place)
        }
      } else {
        function.resultTypes = [try tensorType()]
        function.resultAttributes = [[:]]
      }
    }
    if skip("attributes") {
      try expect("{")
      _ = try dictionary()
    }
    try expect("{")
    function.body.operations = try operations()
    return function
  }

  /// `{…}` or nothing.
  private mutating func optionalAttributes() throws -> ([String: Attribute], AttributePlace) {
    let end = position
    guard skip("{") else { return ([:], AttributePlace(offset: end, isInBraces: false)) }
    let inside = position
    return (try dictionary(), AttributePlace(offset: inside, isInBraces: true))
  }

  /// `"func.func"() <{…}> ({ ^bb0(…): … }) : () -> ()`.
  mutating func genericFunction() throws -> FunctionSyntax {
    let start = location
    try expect("(")
    try expect(")")
    try expect("<")
    try expect("{")
    let properties = try dictionary()
    try expect(">")
    guard case .string(let name) = properties["sym_name"] else {
      throw failure("a function without a name")
    }
    var function = FunctionSyntax(name: name, location: start)
    try expect("(")
    function.body = try region()
    try expect(")")
    if skip("{") { _ = try dictionary() }
    try expect(":")
    _ = try typeList()
    try expect("->")
    _ = try typeList()
    func attributes(_ key: String, count: Int) -> [[String: Attribute]] {
      var entries: [[String: Attribute]] = []
      if case .list(let items) = properties[key] {
        entries = items.map { if case .dictionary(let entry) = $0 { entry } else { [:] } }
      }
      return entries + Array(repeating: [:], count: max(0, count - entries.count))
    }
    function.argumentAttributes = attributes("arg_attrs", count: function.body.arguments.count)
    function.resultTypes = function.body.operations.last?.operandTypes ?? []
    function.resultAttributes = attributes("res_attrs", count: function.resultTypes.count)
    return function
  }

  /// A region in braces: an optional `^bb0(…):` and operations.
  mutating func region() throws -> BlockSyntax {
    try nested { cursor in
      try cursor.expect("{")
      var block = BlockSyntax()
      if cursor.skip("^") {
        _ = try cursor.word()
        if cursor.skip("(") { block.arguments = try cursor.blockArguments() }
        try cursor.expect(":")
      }
      block.operations = try cursor.operations()
      return block
    }
  }

  /// `%a: type, %b: type)` after the opening parenthesis.
  mutating func blockArguments() throws -> [(name: String, type: TensorType)] {
    var arguments: [(name: String, type: TensorType)] = []
    try list(until: ")") { cursor in
      let name = try cursor.name(sign: "%")
      try cursor.expect(":")
      arguments.append((name, try cursor.tensorType()))
      try cursor.skipPlace()
    }
    return arguments
  }

  /// Operations up to the closing brace.
  mutating func operations() throws -> [OperationSyntax] {
    var operations: [OperationSyntax] = []
    while !skip("}") {
      if isAt("^") { throw failure("more than one block in a region: branches are not supported") }
      operations.append(try nested { try $0.operationSyntax() })
      operation = nil
    }
    return operations
  }

  /// One operation, in whichever form it is written.
  private mutating func operationSyntax() throws -> OperationSyntax {
    skipBlanks()
    guard !isAtEnd else { throw failure("the text ends inside a function") }
    let start = location
    var result: (name: String, count: Int)?
    var moreResults: [String] = []
    if byte == UInt8(ascii: "%") {
      let name = try name(sign: "%")
      let count = try skip(":") ? integer() : 1
      guard (1...100_000).contains(count) else {
        throw failure("no operation has \(count) results")
      }
      result = (name, count)
      while skip(",") { moreResults.append(try self.name(sign: "%")) }
      try expect("=")
    }
    var syntax: OperationSyntax
    if isAt("\"") {
      operation = try string()
      syntax = OperationSyntax(name: operation ?? "", location: start, result: result)
      try genericForm(&syntax)
    } else {
      operation = try word()
      syntax = OperationSyntax(name: operation ?? "", location: start, result: result)
      try prettyForm(&syntax)
    }
    syntax.moreResults = moreResults
    try skipPlace()
    return syntax
  }

  /// `%name` or `%name#index`.
  mutating func valueName() throws -> ValueName {
    skipBlanks()
    let start = position
    let name = try name(sign: "%")
    var index = 0
    if byte == UInt8(ascii: "#") {
      skipBytes(1)
      index = try integer()
    }
    return ValueName(name: name, index: index, range: start..<position)
  }

  /// `(%a, %b#1) <{…}> ({ … }, { … }) {…} : (types) -> types`, the same for every operation.
  private mutating func genericForm(_ syntax: inout OperationSyntax) throws {
    try expect("(")
    try list(until: ")") { syntax.operands.append(try $0.valueName()) }
    if skip("<") {
      try expect("{")
      syntax.attributes = try dictionary()
      try expect(">")
    }
    if skip("(") {
      try list(until: ")") { syntax.regions.append(try $0.region()) }
    }
    if skip("{") { syntax.attributes.merge(try dictionary()) { first, _ in first } }
    try expect(":")
    syntax.operandTypes = try typeList()
    try expect("->")
    syntax.resultTypes = try typeList()
    operation = syntax.name
  }
}
