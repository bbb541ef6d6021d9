/// Writes shardings into a program's text, which stays as it is otherwise.
///
/// Adds a mesh, a sharding to each argument and result of `main`, constraints behind values, and the
/// number of partitions, so that XLA splits the program as planned:
///
///     let writer = try ShardingWriter(stableHLO: text)
///     let annotated = writer.text(
///       mesh: [("data", 8)], inputs: specs, outputs: specs,
///       constraints: [.init(value: "%8", spec: [[], ["data"]])])
public struct ShardingWriter {
  private let bytes: [UInt8]
  private let module: ModuleSyntax
  private let main: FunctionSyntax
  /// Where the lines of the text begin.
  private let lineStarts: [Int]

  /// - Throws: `ProgramError` when the text is no program, in the generic form, or has shardings
  ///   already.
  public init(stableHLO text: String) throws {
    let bytes = Array(text.utf8)
    self.bytes = bytes
    lineStarts =
      [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    module = try ModuleSyntax(text)
    let start = ProgramError.Location(line: 1, column: 1)
    guard let main = module.functions.first(where: { $0.name == "main" }) else {
      throw ProgramError(at: start, "the module has no function '@main'")
    }
    self.main = main
    guard module.bodyOffset != nil, main.resultPlaces.count == main.resultTypes.count else {
      throw ProgramError(
        at: main.location, in: "func.func",
        "shardings can be written into the pretty form with results in parentheses only")
    }
    let attributes = main.argumentAttributes + main.resultAttributes
    guard module.meshes.isEmpty, attributes.allSatisfy({ $0["sdy.sharding"] == nil }) else {
      throw ProgramError(at: main.location, in: "func.func", "the program has shardings already")
    }
  }

  /// The text with shardings: per input and output, per dimension, the names of axes. `nil` leaves
  /// an output to the compiler.
  ///
  /// - Parameters:
  ///   - constraints: shardings of results in `main`. What is constrained gets another name where it
  ///     is defined, and gives its own to the constraint, so that no use has to change.
  ///   - uses: shardings in which single operations of `main` take an operand.
  public func text(
    mesh: [(name: String, size: Int)], inputs: [[[String]]], outputs: [[[String]]?],
    constraints: [Constraint] = [], uses: [UseConstraint] = []
  ) -> String {
    var insertions: [(offset: Int, text: String)] = []
    let axes = mesh.map { "\"\($0.name)\"=\($0.size)" }.joined(separator: ", ")
    if let offset = module.bodyOffset {
      insertions.append((offset, "\n  sdy.mesh @mesh = <[\(axes)]>"))
    }
    for (place, spec) in zip(main.argumentPlaces, inputs) {
      insertions.append((place.offset, Self.attribute(spec, at: place)))
    }
    for (place, spec) in zip(main.resultPlaces, outputs) {
      if let spec { insertions.append((place.offset, Self.attribute(spec, at: place))) }
    }
    var names = FreshNames(main)
    var replacements: [Range<Int>: String] = [:]
    insertions += self.insertions(of: constraints, &names, &replacements)
    insertions += self.insertions(of: uses, &names, &replacements)
    let edits =
      insertions.map { (range: $0.offset..<$0.offset, text: $0.text) }
      + replacements.map { (range: $0.key, text: $0.value) }
    var result: [UInt8] = []
    var end = 0
    // Insertions at one place stay in their order.
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for edit in ordered.map(\.element) {
      result += bytes[end..<edit.range.lowerBound]
      result += Array(edit.text.utf8)
      end = edit.range.upperBound
    }
    result += bytes[end...]
    let deviceCount = mesh.reduce(1) { $0 * $1.size }
    return String(decoding: withPartitions(deviceCount, result), as: UTF8.self)
  }

  /// New names where values are defined, and constraints in front of the next operation.
  private func insertions(
    of constraints: [Constraint], _ names: inout FreshNames,
    _ replacements: inout [Range<Int>: String]
  ) -> [(offset: Int, text: String)] {
    let specs = Dictionary(constraints.map { ($0.value, $0.spec) }) { first, _ in first }
    var result: [(offset: Int, text: String)] = []
    for (operation, next) in zip(main.body.operations, main.body.operations.dropFirst()) {
      guard let name = operation.result?.name, operation.resultTypes.count == 1,
        let spec = specs[name]
      else { continue }
      let free = names.name(like: name)
      let start = offset(of: operation.location)
      replacements[start..<(start + name.utf8.count)] = free
      result.append(
        (
          offset(of: next.location),
          Self.constraint(name, on: free, spec, operation.resultTypes[0])
        ))
    }
    return result
  }

  /// Constraints in front of the operations that use what they give; operations that want the same
  /// share one.
  private func insertions(
    of uses: [UseConstraint], _ names: inout FreshNames, _ replacements: inout [Range<Int>: String]
  ) -> [(offset: Int, text: String)] {
    if uses.isEmpty { return [] }
    var wanted: [ProgramError.Location: [Int: [[String]]]] = [:]
    for use in uses { wanted[use.operation, default: [:]][use.operand] = use.spec }
    var types: [String: TensorType] = [:]
    for argument in main.body.arguments { types[argument.name + "#0"] = argument.type }
    var copies: [Constraint: String] = [:]
    var result: [(offset: Int, text: String)] = []
    for operation in main.body.operations {
      for (index, operand) in operation.operands.enumerated() {
        guard let spec = wanted[operation.location]?[index],
          let type = types["\(operand.name)#\(operand.index)"]
        else { continue }
        let source = String(decoding: bytes[operand.range], as: UTF8.self)
        let key = Constraint(value: source, spec: spec)
        let name = copies[key] ?? names.name(like: operand.name)
        if copies.updateValue(name, forKey: key) == nil {
          result.append(
            (offset(of: operation.location), Self.constraint(name, on: source, spec, type)))
        }
        replacements[operand.range] = name
      }
      guard let name = operation.result?.name else { continue }
      for (index, type) in operation.resultTypes.enumerated() {
        types["\(name)#\(index)"] = type
      }
    }
    return result
  }

  private static func constraint(
    _ name: String, on source: String, _ spec: [[String]], _ type: TensorType
  ) -> String {
    "\(name) = sdy.sharding_constraint \(source) \(sharding(spec)) : \(type)\n    "
  }

  private func offset(of location: ProgramError.Location) -> Int {
    lineStarts[location.line - 1] + location.column - 1
  }

  private static func sharding(_ spec: [[String]]) -> String {
    let dimensions = spec.map { axes in
      "{" + axes.map { "\"\($0)\"" }.joined(separator: ", ") + "}"
    }
    return "<@mesh, [" + dimensions.joined(separator: ", ") + "]>"
  }

  private static func attribute(
    _ spec: [[String]], at place: AttributePlace
  ) -> String {
    let attribute = "sdy.sharding = #sdy.sharding\(sharding(spec))"
    return place.isInBraces ? attribute + ", " : " {" + attribute + "}"
  }

  /// Sets the module's `mhlo.num_partitions`, which stands before all insertions.
  private func withPartitions(_ count: Int, _ text: [UInt8]) -> [UInt8] {
    let key = Array("mhlo.num_partitions = ".utf8)
    guard let range = module.attributeRange, range.count >= key.count else { return text }
    for start in range.lowerBound...(range.upperBound - key.count)
    where text[start..<(start + key.count)].elementsEqual(key) {
      let digits = text[(start + key.count)...].prefix(while: isDigit)
      return Array(text[..<digits.startIndex]) + Array(String(count).utf8)
        + Array(text[digits.endIndex...])
    }
    return text
  }
}

extension ShardingWriter {
  /// A sharding of a result, per dimension the names of axes.
  public struct Constraint: Hashable, Sendable {
    public var value: String
    public var spec: [[String]]

    public init(value: String, spec: [[String]]) {
      self.value = value
      self.spec = spec
    }
  }

  /// A sharding in which the operation at a place of the text takes an operand.
  public struct UseConstraint: Hashable, Sendable {
    public var operation: ProgramError.Location
    public var operand: Int
    public var spec: [[String]]

    public init(operation: ProgramError.Location, operand: Int, spec: [[String]]) {
      self.operation = operation
      self.operand = operand
      self.spec = spec
    }
  }
}

/// Names that a function does not use yet.
private struct FreshNames {
  private let taken: Set<String>
  private var counts: [String: Int] = [:]

  init(_ function: FunctionSyntax) {
    taken = Set(
      function.body.arguments.map(\.name) + function.body.operations.compactMap { $0.result?.name })
  }

  /// A name such as `%x_1` for `%x`, and `%v8_1` for `%8`: names that begin with a digit are numbers.
  mutating func name(like name: String) -> String {
    let word = name.dropFirst()
    let stem = "%" + (word.first?.isNumber ?? false ? "v" : "") + word
    while true {
      counts[stem, default: 0] += 1
      let fresh = "\(stem)_\(counts[stem] ?? 0)"
      if !taken.contains(fresh) { return fresh }
    }
  }
}
