/// What is wrong with a linear program, or why the solver gave up on one.
public enum LinearProgramError: Error, Hashable, Sendable {
  /// Everything in the program or its options that has no meaning, in the order of the input.
  case invalid([Issue])
  /// The solver could not work with the numbers; its own words say why.
  case solverFailed(String)

  public enum Issue: Hashable, Sendable {
    case costNotFinite(column: String, Double)
    case coefficientNotFinite(row: String, column: String, Double)
    case boundNotANumber(String)
    case boundsCross(String, lower: Double, upper: Double)
    case unboundedTheWrongWay(String)
    case unknownRow(Int, rowCount: Int)
    case unknownColumn(Int, columnCount: Int)
    case repeatedEntry(row: String, column: String)
    case tooLarge(String, Int)
    case basisOfWrongSize(found: Int, expected: Int)
    case limitOutOfRange(String, Double)
  }
}

extension LinearProgramError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .invalid(let issues):
      issues.map(\.description).joined(separator: "\n")
    case .solverFailed(let words):
      """
      the linear-programming solver gave up: \(words). Numbers that differ by many orders of \
      magnitude are the usual reason; scale the rows and columns
      """
    }
  }
}

extension LinearProgramError.Issue: CustomStringConvertible {
  public var description: String {
    switch self {
    case .costNotFinite(let column, let cost):
      "the cost of \(column) is \(cost); it must be a finite number"
    case .coefficientNotFinite(let row, let column, let value):
      "the coefficient of \(column) in \(row) is \(value); it must be a finite number"
    case .boundNotANumber(let place):
      "a bound of \(place) is not a number"
    case .boundsCross(let place, let lower, let upper):
      "the bounds of \(place) cross: at least \(lower), at most \(upper)"
    case .unboundedTheWrongWay(let place):
      "\(place) must be at least +infinity or at most -infinity, which no number is"
    case .unknownRow(let index, let count):
      "an entry names row \(index), but the program has \(count) rows"
    case .unknownColumn(let index, let count):
      "an entry names column \(index), but the program has \(count) columns"
    case .repeatedEntry(let row, let column):
      "\(column) appears twice in \(row); add its coefficients up first"
    case .tooLarge(let what, let count):
      "\(count) \(what) are more than the solver can index (\(LinearProgram.largestCount))"
    case .basisOfWrongSize(let found, let expected):
      "the basis has \(found) entries, the program has \(expected) rows and columns"
    case .limitOutOfRange(let name, let value):
      "the option '\(name)' is \(value), which is not a limit"
    }
  }
}

extension LinearProgram {
  /// The most rows or columns that the solver takes.
  static let largestCount = 100_000_000

  /// Everything that keeps the program from having a meaning, in the order of the input.
  ///
  /// - Complexity: O(rows + columns + entries · log(entries of a row)).
  public var issues: [LinearProgramError.Issue] {
    var issues: [LinearProgramError.Issue] = []
    if rowCount > Self.largestCount { issues.append(.tooLarge("rows", rowCount)) }
    if columnCount > Self.largestCount { issues.append(.tooLarge("columns", columnCount)) }
    if entryCount > Int(Int32.max) - 1 { issues.append(.tooLarge("entries", entryCount)) }
    for (j, cost) in costs.enumerated() {
      if !cost.isFinite { issues.append(.costNotFinite(column: title(column: j), cost)) }
      if let issue = issue(with: columnBounds[j], of: title(column: j)) { issues.append(issue) }
    }
    for (i, bounds) in rowBounds.enumerated() {
      if let issue = issue(with: bounds, of: title(row: i)) { issues.append(issue) }
    }
    return issues + entryIssues
  }

  private func issue(
    with bounds: Bounds, of place: @autoclosure () -> String
  ) -> LinearProgramError.Issue? {
    if bounds.lower.isNaN || bounds.upper.isNaN { return .boundNotANumber(place()) }
    if bounds.lower == .infinity || bounds.upper == -.infinity {
      return .unboundedTheWrongWay(place())
    }
    if bounds.lower > bounds.upper {
      return .boundsCross(place(), lower: bounds.lower, upper: bounds.upper)
    }
    return nil
  }

  private var entryIssues: [LinearProgramError.Issue] {
    var issues: [LinearProgramError.Issue] = []
    for e in entryValues.indices {
      let row = Int(entryRows[e])
      let column = Int(entryColumns[e])
      if row < 0 || row >= rowCount { issues.append(.unknownRow(row, rowCount: rowCount)) }
      if column < 0 || column >= columnCount {
        issues.append(.unknownColumn(column, columnCount: columnCount))
      }
      if !entryValues[e].isFinite {
        issues.append(
          .coefficientNotFinite(
            row: title(row: row), column: title(column: column), entryValues[e]))
      }
    }
    return issues.isEmpty ? repeatedEntries : issues
  }

  /// Finds entries that name the same place, column by column with one mark per row.
  private var repeatedEntries: [LinearProgramError.Issue] {
    // Entries grouped by column with a counting sort, so that one array of marks serves them all.
    var starts = Array(repeating: 0, count: columnCount + 1)
    for column in entryColumns { starts[Int(column) + 1] += 1 }
    for j in 0..<columnCount { starts[j + 1] += starts[j] }
    var grouped = Array(repeating: Int32(0), count: entryCount)
    var next = starts
    for e in entryColumns.indices {
      let column = Int(entryColumns[e])
      grouped[next[column]] = entryRows[e]
      next[column] += 1
    }
    var issues: [LinearProgramError.Issue] = []
    var lastColumn = Array(repeating: -1, count: rowCount)
    for j in 0..<columnCount {
      for row in grouped[starts[j]..<starts[j + 1]] {
        if lastColumn[Int(row)] == j {
          issues.append(.repeatedEntry(row: title(row: Int(row)), column: title(column: j)))
        }
        lastColumn[Int(row)] = j
      }
    }
    return issues
  }

  func title(row i: Int) -> String {
    rowNames.indices.contains(i) && !rowNames[i].isEmpty ? "row '\(rowNames[i])'" : "row \(i)"
  }

  func title(column j: Int) -> String {
    columnNames.indices.contains(j) && !columnNames[j].isEmpty
      ? "column '\(columnNames[j])'" : "column \(j)"
  }
}
