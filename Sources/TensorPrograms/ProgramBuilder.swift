extension Program {
  /// Imports a StableHLO module: the pretty form that `lowered.as_text()` prints, or the generic
  /// form.
  ///
  /// The program is the function `main`; functions that it calls are inlined. Shapes are checked
  /// against what each operation computes.
  ///
  /// - Throws: `ProgramError` with the line and the operation.
  /// - Complexity: O(length of the text + operations after inlining).
  public init(stableHLO text: String) throws {
    let module = try ModuleSyntax(text)
    var builder = try ProgramBuilder(module)
    self = try builder.build()
  }
}

/// Turns the syntax of a module into one graph: names into values, calls into what they call.
private struct ProgramBuilder {
  private let functions: [String: FunctionSyntax]
  private let module: ModuleSyntax
  private var program = Program()
  /// The functions being inlined, to refuse those that call themselves.
  private var callers: [String] = []

  /// No real program comes near; a few lines of nested calls could ask for far more.
  private static let largestOperationCount = 4_000_000

  init(_ module: ModuleSyntax) throws {
    self.module = module
    var functions: [String: FunctionSyntax] = [:]
    for function in module.functions {
      guard functions.updateValue(function, forKey: function.name) == nil else {
        throw ProgramError(
          at: function.location, in: "func.func", "'@\(function.name)' is defined twice")
      }
    }
    self.functions = functions
  }

  mutating func build() throws -> Program {
    guard let main = functions["main"] else {
      throw ProgramError(
        at: ProgramError.Location(line: 1, column: 1), "the module has no function '@main'")
    }
    program.meshes = module.meshes
    program.textOperationCounts = module.operationCounts
    var scope = Scope()
    for argument in main.body.arguments {
      let value = addValue(argument.type, name: argument.name)
      program.blocks[0].arguments.append(value)
      scope.values[argument.name] = [value]
    }
    callers = ["main"]
    let results = try addOperations(main.body, scope: scope, to: 0, namesValues: true)
    try checkResults(of: main, are: results)
    program.blocks[0].results = results
    program.inputShardings = main.argumentAttributes.map(\.shardingAnnotation)
    program.outputShardings = main.resultAttributes.map(\.shardingAnnotation)
    program.outputNames = main.resultAttributes.map { attributes in
      if case .string(let text) = attributes["jax.result_info"] { text } else { nil }
    }
    return program
  }

  private func checkResults(of function: FunctionSyntax, are results: [Int]) throws {
    let types = results.map { program.values[$0].type }
    guard types == function.resultTypes else {
      throw ProgramError(
        at: function.location, in: "func.func",
        "'@\(function.name)' returns other types than it declares")
    }
  }

  /// The values that names stand for; what an inner region defines ends with it.
  private struct Scope { var values: [String: [Int]] = [:] }

  private mutating func addValue(_ type: TensorType, name: String?, definition: Int? = nil) -> Int {
    program.values.append(Program.Value(type: type, name: name, definition: definition))
    return program.values.count - 1
  }

  private func resolve(
    _ name: ValueName, in scope: Scope, for syntax: OperationSyntax
  ) throws -> Int {
    guard let values = scope.values[name.name] else {
      throw failure(syntax, "'\(name.name)' is not defined before it is used")
    }
    guard values.indices.contains(name.index) else {
      throw failure(
        syntax, "'\(name.name)' has \(values.count) results, so '#\(name.index)' is none of them")
    }
    return values[name.index]
  }

  private func failure(_ syntax: OperationSyntax, _ message: String) -> ProgramError {
    ProgramError(at: syntax.location, in: syntax.name, message)
  }

  /// Adds a block's operations to the program's block `block` and returns what the block returns.
  private mutating func addOperations(
    _ syntax: BlockSyntax, scope outer: Scope, to block: Int, namesValues: Bool
  ) throws -> [Int] {
    var scope = outer
    for (index, operation) in syntax.operations.enumerated() {
      guard program.operations.count < Self.largestOperationCount else {
        throw failure(
          operation, "the program grows beyond \(Self.largestOperationCount) operations")
      }
      let operands = try operation.operands.map { try resolve($0, in: scope, for: operation) }
      try check(operands, of: operation)
      if operation.name.hasSuffix(".return") {
        guard index == syntax.operations.count - 1 else {
          throw failure(operation, "must be the last operation of its block")
        }
        return operands
      }
      let results: [Int]
      switch operation.name {
      case "func.call":
        results = try inline(operation, operands: operands, to: block)
      case "stablehlo.while":
        results = try addLoop(
          operation, operands: operands, scope: scope, to: block, namesValues: namesValues)
      case "stablehlo.case", "stablehlo.if":
        results = try addBranches(operation, scope: scope, to: block, namesValues: namesValues)
      default:
        let types = operands.map { program.values[$0].type }
        let kind = try OperationKind(operation, operandTypes: types)
        try TypeRules(syntax: operation, kind: kind, operands: types).check()
        results = addOperation(kind, operands, operation, to: block, namesValues: namesValues)
      }
      if let result = operation.result {
        let more = operation.moreResults
        guard result.count + more.count == results.count else {
          throw failure(
            operation, "names \(result.count + more.count) results but has \(results.count)")
        }
        scope.values[result.name] = Array(results[..<result.count])
        if namesValues { name(Array(results[..<result.count]), result.name) }
        for (value, name) in zip(results[result.count...], more) {
          scope.values[name] = [value]
          if namesValues { self.name([value], name) }
        }
      }
    }
    let location = syntax.operations.last?.location ?? ProgramError.Location(line: 1, column: 1)
    throw ProgramError(at: location, "a block ends without returning")
  }

  private mutating func name(_ results: [Int], _ name: String) {
    for (index, value) in results.enumerated() where program.values[value].name == nil {
      program.values[value].name = results.count == 1 ? name : "\(name)#\(index)"
    }
  }

  /// Operand types that the text repeats must be those of the values.
  private func check(_ operands: [Int], of syntax: OperationSyntax) throws {
    guard let declared = syntax.operandTypes, syntax.name != "stablehlo.constant" else { return }
    guard declared.count == operands.count else {
      throw failure(syntax, "\(operands.count) operands but \(declared.count) operand types")
    }
    for (index, pair) in zip(operands, declared).enumerated()
    where program.values[pair.0].type != pair.1 {
      throw failure(
        syntax,
        "operand \(index + 1) is a \(program.values[pair.0].type), not a \(pair.1) as written")
    }
  }

  private mutating func addOperation(
    _ kind: OperationKind, _ operands: [Int], _ syntax: OperationSyntax, to block: Int,
    namesValues: Bool
  ) -> [Int] {
    let index = program.operations.count
    let results = syntax.resultTypes.map { addValue($0, name: nil, definition: index) }
    program.operations.append(
      Program.Operation(
        kind: kind, operands: operands, results: results, location: syntax.location))
    program.blocks[block].operations.append(index)
    return results
  }

  private mutating func inline(
    _ call: OperationSyntax, operands: [Int], to block: Int
  ) throws -> [Int] {
    guard case .symbol(let name) = call.attributes["callee"], let callee = functions[name] else {
      throw failure(call, "calls a function that the module does not define")
    }
    guard !callers.contains(name) else { throw failure(call, "'@\(name)' calls itself") }
    guard callers.count < 64 else { throw failure(call, "calls are nested more than 64 deep") }
    let parameters = callee.body.arguments
    guard parameters.map(\.type) == operands.map({ program.values[$0].type }) else {
      throw failure(call, "'@\(name)' takes other types")
    }
    guard callee.resultTypes == call.resultTypes else {
      throw failure(call, "'@\(name)' returns other types")
    }
    var scope = Scope()
    for (parameter, operand) in zip(parameters, operands) {
      scope.values[parameter.name] = [operand]
    }
    callers.append(name)
    defer { callers.removeLast() }
    let results = try addOperations(callee.body, scope: scope, to: block, namesValues: false)
    try checkResults(of: callee, are: results)
    return results
  }

  /// Branches become part of the block, one after the other, and their results one: as if all were
  /// computed, which is the most that can happen.
  private mutating func addBranches(
    _ syntax: OperationSyntax, scope: Scope, to block: Int, namesValues: Bool
  ) throws -> [Int] {
    guard !syntax.regions.isEmpty else { throw failure(syntax, "has no branches") }
    let branches = try syntax.regions.map { region in
      let results = try addOperations(region, scope: scope, to: block, namesValues: false)
      guard results.map({ program.values[$0].type }) == syntax.resultTypes else {
        throw failure(syntax, "a branch returns other types than the operation")
      }
      return results
    }
    return syntax.resultTypes.indices.map { index in
      var one = syntax
      one.resultTypes = [syntax.resultTypes[index]]
      let kind = OperationKind.elementwise(
        String(syntax.name.drop { $0 != "." }.dropFirst()), detail: "")
      return addOperation(
        kind, branches.map { $0[index] }, one, to: block, namesValues: namesValues)[0]
    }
  }

  private mutating func addLoop(
    _ syntax: OperationSyntax, operands: [Int], scope: Scope, to block: Int, namesValues: Bool
  ) throws -> [Int] {
    guard syntax.regions.count == 2 else { throw failure(syntax, "needs a condition and a body") }
    let types = operands.map { program.values[$0].type }
    guard syntax.resultTypes == types else { throw failure(syntax, "changes its values' types") }
    var indices: [Int] = []
    for region in syntax.regions {
      guard region.arguments.map(\.type) == types else {
        throw failure(syntax, "a block takes other types than the loop carries")
      }
      let index = program.blocks.count
      program.blocks.append(Program.Block())
      indices.append(index)
      var inner = scope
      for argument in region.arguments {
        let value = addValue(argument.type, name: nil)
        program.blocks[index].arguments.append(value)
        inner.values[argument.name] = [value]
      }
      program.blocks[index].results = try addOperations(
        region, scope: inner, to: index, namesValues: false)
    }
    let (condition, body) = (indices[0], indices[1])
    guard program.blocks[body].results.map({ program.values[$0].type }) == types else {
      throw failure(syntax, "the body returns other types than the loop carries")
    }
    guard
      program.blocks[condition].results.map({ program.values[$0].type })
        == [TensorType([], .boolean)]
    else { throw failure(syntax, "the condition must return one tensor<i1>") }
    let loop = OperationKind.Loop(
      condition: condition, body: body,
      tripCount: program.tripCount(condition: condition, body: body, initial: operands))
    return addOperation(
      .loop(loop), operands, syntax, to: block, namesValues: namesValues)
  }
}

extension [String: Attribute] {
  fileprivate var shardingAnnotation: ShardingAnnotation? {
    if case .sharding(let annotation) = self["sdy.sharding"] { annotation } else { nil }
  }
}
