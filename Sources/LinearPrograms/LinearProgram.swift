/// A linear program, or a mixed-integer one: columns to choose, rows to respect, a sum to optimise.
///
/// ```swift
/// var diet = LinearProgram(.minimize)
/// let bread = diet.addColumn("bread", cost: 2)
/// let milk = diet.addColumn("milk", cost: 3, kind: .integer)
/// diet.addRow("energy", [(bread, 4), (milk, 5)], .atLeast(20))
/// let answer = try diet.solve()
/// answer.value(of: bread)
/// ```
///
/// A program is a value: it can be built on one task and solved on another, and two tasks may solve
/// two programs at the same time. Columns and rows keep the order in which they were added, and that
/// order is part of the input: among equally good answers it decides which one comes back.
public struct LinearProgram: Sendable {
  public enum Direction: String, Sendable, Hashable {
    case minimize
    case maximize
  }

  public enum Kind: String, Sendable, Hashable {
    case continuous
    case integer
  }

  /// A column of one program, to look up its value with.
  public struct Column: Hashable, Sendable {
    /// Its position among the columns, in the order in which they were added.
    public let index: Int

    public init(index: Int) { self.index = index }
  }

  /// A row of one program, to look up its dual with.
  public struct Row: Hashable, Sendable {
    /// Its position among the rows, in the order in which they were added.
    public let index: Int

    public init(index: Int) { self.index = index }
  }

  public var direction: Direction

  var columnNames: [String] = []
  var costs: [Double] = []
  var columnBounds: [Bounds] = []
  var kinds: [Kind] = []
  var rowNames: [String] = []
  var rowBounds: [Bounds] = []
  // The matrix as triplets, in the order of arrival.
  var entryRows: [Int32] = []
  var entryColumns: [Int32] = []
  var entryValues: [Double] = []

  public init(_ direction: Direction = .minimize) {
    self.direction = direction
  }

  public var columnCount: Int { costs.count }
  public var rowCount: Int { rowBounds.count }
  public var entryCount: Int { entryValues.count }

  /// Whether a column has to be whole, which makes this a mixed-integer program.
  public var hasIntegers: Bool { kinds.contains(.integer) }

  /// Adds a column; `entries` are its coefficients in rows that exist already.
  ///
  /// An empty name is allowed; exported files then show the column's position.
  @discardableResult
  public mutating func addColumn(
    _ name: String = "", cost: Double = 0, _ bounds: Bounds = .atLeast(0),
    kind: Kind = .continuous, entries: [(Row, Double)] = []
  ) -> Column {
    let column = Column(index: columnCount)
    columnNames.append(name)
    costs.append(cost)
    columnBounds.append(bounds)
    kinds.append(kind)
    for (row, value) in entries { addEntry(row, column, value) }
    return column
  }

  /// Adds a row: the sum of `terms` has to lie within `bounds`.
  @discardableResult
  public mutating func addRow(
    _ name: String = "", _ terms: [(Column, Double)] = [], _ bounds: Bounds
  ) -> Row {
    let row = Row(index: rowCount)
    rowNames.append(name)
    rowBounds.append(bounds)
    for (column, value) in terms { addEntry(row, column, value) }
    return row
  }

  /// The same program with every column continuous.
  public var relaxed: LinearProgram {
    var program = self
    program.kinds = Array(repeating: .continuous, count: columnCount)
    return program
  }

  public mutating func setCost(_ cost: Double, of column: Column) {
    costs[column.index] = cost
  }

  public mutating func setBounds(_ bounds: Bounds, of column: Column) {
    columnBounds[column.index] = bounds
  }

  public mutating func setBounds(_ bounds: Bounds, of row: Row) {
    rowBounds[row.index] = bounds
  }

  // A zero says nothing, so it is not kept. An index beyond 32 bits is caught by validation.
  private mutating func addEntry(_ row: Row, _ column: Column, _ value: Double) {
    guard value != 0 else { return }
    entryRows.append(Int32(clamping: row.index))
    entryColumns.append(Int32(clamping: column.index))
    entryValues.append(value)
  }
}
