/// Writes shardings into a program's text, which stays as it is otherwise.
///
/// Adds a mesh, a sharding to each argument and result of `main`, and the number of partitions, so
/// that XLA splits the program as planned:
///
///     let writer = try ShardingWriter(stableHLO: text)
///     let annotated = try writer.text(mesh: [("data", 8)], inputs: specs, outputs: specs)
public struct ShardingWriter {
  private let bytes: [UInt8]
  private let module: ModuleSyntax
  private let main: FunctionSyntax

  /// - Throws: `ProgramError` when the text is no program, in the generic form, or has shardings
  ///   already.
  public init(stableHLO text: String) throws {
    bytes = Array(text.utf8)
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
  public func text(
    mesh: [(name: String, size: Int)], inputs: [[[String]]], outputs: [[[String]]?]
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
    var result: [UInt8] = []
    var end = 0
    for insertion in insertions.sorted(by: { $0.offset < $1.offset }) {
      result += bytes[end..<insertion.offset]
      result += Array(insertion.text.utf8)
      end = insertion.offset
    }
    result += bytes[end...]
    let deviceCount = mesh.reduce(1) { $0 * $1.size }
    return String(decoding: withPartitions(deviceCount, result), as: UTF8.self)
  }

  private static func attribute(
    _ spec: [[String]], at place: AttributePlace
  ) -> String {
    let dimensions = spec.map { axes in
      "{" + axes.map { "\"\($0)\"" }.joined(separator: ", ") + "}"
    }
    let attribute =
      "sdy.sharding = #sdy.sharding<@mesh, [" + dimensions.joined(separator: ", ") + "]>"
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
