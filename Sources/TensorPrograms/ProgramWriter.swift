/// Writes a program operation by operation; shapes of results follow from those of operands.
///
///     var writer = ProgramWriter()
///     let x = writer.input("x", TensorType([8, 64], .float32))
///     let w = writer.input("w", TensorType([64, 10], .float32))
///     let y = writer.dot(x, w, contracting: [1], [0])
///     let gradients = writer.gradients(of: writer.sum(y), for: [w])
///
/// Operands that do not fit together are a mistake of the caller, not of an input: what is written
/// from a description has been checked before. Values can be given names; all others get numbers
/// when the program is finished.
public struct ProgramWriter: Sendable {
  public internal(set) var program = Program()
  /// Per operation the part of the model that it was written for; gradients belong to the part that
  /// they are the gradients of.
  public private(set) var parts: [Int] = []
  /// The part that operations are written for.
  public var part = 0
  /// Values through which no gradient flows.
  var detached: Set<Int> = []
  private var names: Set<String> = []
  private var constants: [DenseElements: Int] = [:]

  public init() {}

  public func type(_ value: Int) -> TensorType { program.values[value].type }
  public func shape(_ value: Int) -> [Int] { program.values[value].type.shape }

  // MARK: Values

  /// An input of the program, in the order in which `finish` puts them.
  public mutating func input(_ name: String, _ type: TensorType) -> Int {
    program.values.append(Program.Value(type: type, name: nil, definition: nil))
    self.name(program.values.count - 1, name)
    return program.values.count - 1
  }

  /// Gives a value a name, made fit for a program text and unique.
  public mutating func name(_ value: Int, _ name: String) {
    let allowed = name.map { character in
      character.isASCII && (character.isLetter || character.isNumber || "_.$".contains(character))
        ? character : "_"
    }
    let base = (allowed.first?.isNumber ?? true ? "%_" : "%") + String(allowed)
    var unique = base
    var count = 2
    while !names.insert(unique).inserted {
      unique = "\(base)_\(count)"
      count += 1
    }
    program.values[value].name = unique
  }

  /// The value itself, as a constant when gradients are taken.
  public mutating func detach(_ value: Int) -> Int {
    detached.insert(value)
    return value
  }

  @discardableResult
  mutating func append(_ kind: OperationKind, _ operands: [Int], _ types: [TensorType]) -> [Int] {
    let index = program.operations.count
    let first = program.values.count
    for type in types {
      program.values.append(Program.Value(type: type, name: nil, definition: index))
    }
    let results = Array(first..<(first + types.count))
    let location = ProgramError.Location(line: index + 1, column: 1)
    program.operations.append(
      Program.Operation(kind: kind, operands: operands, results: results, location: location))
    program.blocks[0].operations.append(index)
    parts.append(part)
    return results
  }

  mutating func append(_ kind: OperationKind, _ operands: [Int], _ type: TensorType) -> Int {
    append(kind, operands, [type])[0]
  }

  /// A value that the program returns, and what it is called.
  public struct Output: Hashable, Sendable {
    public var value: Int
    public var name: String?

    public init(_ value: Int, name: String? = nil) {
      self.value = value
      self.name = name
    }
  }

  /// Ends the program: which values are its inputs, in which order, and which its outputs.
  public mutating func finish(inputs: [Int], outputs: [Output]) -> Program {
    program.blocks[0].arguments = inputs
    program.blocks[0].results = outputs.map(\.value)
    program.inputShardings = inputs.map { _ in nil }
    program.outputShardings = outputs.map { _ in nil }
    program.outputNames = outputs.map(\.name)
    numberValues()
    return program
  }

  private mutating func numberValues() {
    var number = 0
    for operation in program.operations {
      guard program.values[operation.results[0]].name == nil else { continue }
      for (index, result) in operation.results.enumerated() {
        program.values[result].name =
          operation.results.count == 1 ? "%\(number)" : "%\(number)#\(index)"
      }
      number += 1
    }
  }

  // MARK: Constants

  /// A tensor of one number.
  public mutating func constant(_ number: Double, like type: TensorType) -> Int {
    constant(type.element.literal(number), type)
  }

  /// A tensor of the lowest number there is: what a maximum starts from.
  mutating func lowest(_ type: TensorType) -> Int { constant(type.element.lowestLiteral, type) }

  private mutating func constant(_ literal: String, _ type: TensorType) -> Int {
    let elements = DenseElements(type: type, literal: literal)
    if let known = constants[elements] { return known }
    let value = append(.constant(elements), [], type)
    constants[elements] = value
    return value
  }

  /// Counts along a dimension.
  public mutating func iota(_ type: TensorType, dimension: Int) -> Int {
    append(.iota(dimension: dimension), [], type)
  }

  // MARK: Element by element

  public mutating func unary(_ name: String, _ value: Int) -> Int {
    append(.elementwise(name, detail: ""), [value], type(value))
  }

  public mutating func binary(_ name: String, _ left: Int, _ right: Int) -> Int {
    precondition(type(left) == type(right), "\(name) of \(type(left)) and \(type(right))")
    return append(.elementwise(name, detail: ""), [left, right], type(left))
  }

  public mutating func add(_ left: Int, _ right: Int) -> Int { binary("add", left, right) }
  public mutating func subtract(_ a: Int, _ b: Int) -> Int { binary("subtract", a, b) }
  public mutating func multiply(_ a: Int, _ b: Int) -> Int { binary("multiply", a, b) }
  public mutating func divide(_ left: Int, _ right: Int) -> Int { binary("divide", left, right) }

  public mutating func multiply(_ value: Int, by number: Double) -> Int {
    multiply(value, constant(number, like: type(value)))
  }

  public mutating func add(_ value: Int, constant number: Double) -> Int {
    add(value, constant(number, like: type(value)))
  }

  /// - Parameter direction: `LT`, `LE`, `EQ`, `GE` or `GT`.
  public mutating func compare(_ left: Int, _ direction: String, _ right: Int) -> Int {
    let kind = OperationKind.elementwise("compare", detail: "comparison_direction " + direction)
    return append(kind, [left, right], TensorType(shape(left), .boolean))
  }

  public mutating func select(_ predicate: Int, _ yes: Int, _ no: Int) -> Int {
    append(.elementwise("select", detail: ""), [predicate, yes, no], type(yes))
  }

  /// The same numbers in another format; the value itself where the format is the same.
  public mutating func convert(_ value: Int, to element: ElementType) -> Int {
    guard type(value).element != element else { return value }
    return append(
      .elementwise("convert", detail: ""), [value], TensorType(shape(value), element))
  }

  // MARK: Shapes

  /// Places the dimensions of `value` at `dimensions`, ascending, of a larger shape.
  public mutating func broadcast(_ value: Int, to shape: [Int], at dimensions: [Int]) -> Int {
    guard self.shape(value) != shape else { return value }
    return append(
      .broadcast(dimensions: dimensions), [value], TensorType(shape, type(value).element))
  }

  public mutating func reshape(_ value: Int, to shape: [Int]) -> Int {
    guard self.shape(value) != shape else { return value }
    return append(.reshape, [value], TensorType(shape, type(value).element))
  }

  public mutating func transpose(_ value: Int, _ permutation: [Int]) -> Int {
    guard permutation != Array(permutation.indices) else { return value }
    let shape = permutation.map { self.shape(value)[$0] }
    return append(
      .transpose(permutation: permutation), [value], TensorType(shape, type(value).element))
  }

  /// The elements `range` along one dimension.
  public mutating func slice(_ value: Int, dimension: Int, _ range: Range<Int>) -> Int {
    var type = type(value)
    guard range != 0..<type.shape[dimension] else { return value }
    var starts = type.shape.map { _ in 0 }
    var limits = type.shape
    (starts[dimension], limits[dimension]) = (range.lowerBound, range.upperBound)
    type.shape[dimension] = range.count
    let strides = type.shape.map { _ in 1 }
    return append(.slice(starts: starts, limits: limits, strides: strides), [value], type)
  }

  /// Zeros before and behind along each dimension, and between the elements.
  public mutating func pad(
    _ value: Int, low: [Int], high: [Int], interior: [Int]? = nil
  ) -> Int {
    var type = type(value)
    let interior = interior ?? low.map { _ in 0 }
    guard (low + high + interior).contains(where: { $0 != 0 }) else { return value }
    for dimension in type.shape.indices {
      let size = type.shape[dimension]
      type.shape[dimension] +=
        low[dimension] + high[dimension] + max(0, size - 1) * interior[dimension]
    }
    let zero = constant(0, like: TensorType([], type.element))
    return append(.pad(low: low, high: high, interior: interior), [value, zero], type)
  }

  public mutating func concatenate(_ values: [Int], dimension: Int) -> Int {
    guard values.count > 1 else { return values[0] }
    var type = type(values[0])
    type.shape[dimension] = values.reduce(0) { $0 + shape($1)[dimension] }
    return append(.concatenate(dimension: dimension), values, type)
  }

  public mutating func reverse(_ value: Int, dimensions: [Int]) -> Int {
    append(.reverse(dimensions: dimensions), [value], type(value))
  }

  // MARK: Sums and products

  /// The sum over all or some dimensions.
  public mutating func sum(_ value: Int, over dimensions: [Int]? = nil) -> Int {
    reduce(value, over: dimensions ?? Array(shape(value).indices), .add)
  }

  public mutating func maximum(_ value: Int, over dimensions: [Int]) -> Int {
    reduce(value, over: dimensions, .maximum)
  }

  private mutating func reduce(
    _ value: Int, over dimensions: [Int], _ combiner: OperationKind.Combiner
  ) -> Int {
    guard !dimensions.isEmpty else { return value }
    var type = type(value)
    let scalar = TensorType([], type.element)
    let start = combiner == .add ? constant(0, like: scalar) : lowest(scalar)
    type.shape = type.shape.indices.filter { !dimensions.contains($0) }.map { type.shape[$0] }
    return append(.reduce(dimensions: dimensions, combiner), [value, start], type)
  }

  /// The product over `contracting` dimensions of both, for each of the `batch` dimensions; the
  /// result has the batch dimensions, then what is left of the first, then of the second operand.
  public mutating func dot(
    _ left: Int, _ right: Int, batch: ([Int], [Int]) = ([], []), contracting: [Int], _ other: [Int]
  ) -> Int {
    let dimensions = OperationKind.DotDimensions(
      leftBatch: batch.0, rightBatch: batch.1, leftContracting: contracting,
      rightContracting: other)
    let (a, b) = (shape(left), shape(right))
    precondition(
      contracting.map { a[$0] } == other.map { b[$0] }
        && batch.0.map { a[$0] } == batch.1.map { b[$0] }, "dot of \(a) and \(b)")
    let shape =
      batch.0.map { a[$0] } + dimensions.leftFree(rank: a.count).map { a[$0] }
      + dimensions.rightFree(rank: b.count).map { b[$0] }
    return append(.dot(dimensions), [left, right], TensorType(shape, type(left).element))
  }

  // MARK: Looking up and sorting

  /// Rows of a table `[entries, …]` at `indices`, whatever their shape.
  public mutating func lookUp(_ table: Int, at indices: Int) -> Int {
    let (rows, width) = (shape(indices), Array(shape(table).dropFirst()))
    let slices = OperationKind.IndexedSlices(
      offsetDimensions: width.indices.map { rows.count + $0 }, collapsedDimensions: [0],
      inputBatchDimensions: [], indexBatchDimensions: [], startIndexMap: [0],
      indexVectorDimension: rows.count, sliceSizes: [1] + width)
    let vectors = reshape(indices, to: rows + [1])
    return append(
      .gather(slices, indicesAreSorted: false), [table, vectors],
      TensorType(rows + width, type(table).element))
  }

  /// Along dimension `n` of `value`, what stands at `indices`; the `n` dimensions before are shared
  /// by both, those behind are taken whole.
  public mutating func pick(_ value: Int, at indices: Int) -> Int {
    let count = shape(indices).count - 1
    let (shared, width) = (Array(0..<count), Array(shape(value).dropFirst(count + 1)))
    let slices = OperationKind.IndexedSlices(
      offsetDimensions: width.indices.map { count + 1 + $0 }, collapsedDimensions: [count],
      inputBatchDimensions: shared, indexBatchDimensions: shared, startIndexMap: [count],
      indexVectorDimension: count + 1, sliceSizes: shared.map { _ in 1 } + [1] + width)
    let vectors = reshape(indices, to: shape(indices) + [1])
    return append(
      .gather(slices, indicesAreSorted: false), [value, vectors],
      TensorType(shape(indices) + width, type(value).element))
  }

  /// Both along the last dimension in ascending order of `keys`, equal ones as they were.
  public mutating func sort(_ keys: Int, with values: Int) -> (keys: Int, values: Int) {
    let results = append(
      .sort(dimension: shape(keys).count - 1, .ascending), [keys, values],
      [type(keys), type(values)])
    return (results[0], results[1])
  }
}
