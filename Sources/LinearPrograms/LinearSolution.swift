/// How the search for a solution ended.
public enum SolutionStatus: String, Sendable, Hashable {
  /// The best there is; for an integer program, within the relative gap that was asked for.
  case optimal
  /// A limit was reached with a solution in hand, which may not be the best.
  case feasible
  /// No values satisfy all rows and bounds.
  case infeasible
  /// The objective can improve without end.
  case unbounded
  /// A limit was reached before any solution was found.
  case stopped
}

/// What solving a linear program found.
public struct LinearSolution: Sendable {
  public var status: SolutionStatus
  /// The value of the objective; `nil` without a solution.
  public var objective: Double?
  /// What no solution can beat, as far as it was proved; `nil` when nothing was.
  public var bound: Double?
  /// One value per column, empty without a solution. Columns declared `.integer` hold whole numbers.
  public var columnValues: [Double]
  /// The sum of each row, empty without a solution.
  public var rowValues: [Double]
  /// By how much the objective changes per unit that a row's active bound moves.
  ///
  /// Empty without a solution, and for integer programs, which have no duals.
  public var duals: [Double]
  /// By how much the objective changes per unit of a column that is kept at its bound.
  public var reducedCosts: [Double]
  /// Where a later solve of a similar program may start; `nil` for integer programs.
  public var basis: Basis?
  public var iterations: Int
  /// Nodes of branch and bound, zero for a program without integers.
  public var nodes: Int

  public func value(of column: LinearProgram.Column) -> Double { columnValues[column.index] }

  public func value(of row: LinearProgram.Row) -> Double { rowValues[row.index] }

  public func dual(of row: LinearProgram.Row) -> Double { duals[row.index] }

  public func reducedCost(of column: LinearProgram.Column) -> Double {
    reducedCosts[column.index]
  }

  /// How far the objective may be from the best, relative to the objective; `nil` if unknown.
  public var relativeGap: Double? {
    guard let objective, let bound, bound.isFinite else { return nil }
    return abs(objective - bound) / max(abs(objective), 1e-10)
  }
}

/// Which rows and columns the simplex method keeps at a bound: a place to start from.
public struct Basis: Hashable, Sendable {
  public enum Place: UInt8, Sendable, Hashable {
    case basic = 0
    case atLower
    case atUpper
    case free
    case fixed
  }

  public var rows: [Place]
  public var columns: [Place]

  public init(rows: [Place], columns: [Place]) {
    self.rows = rows
    self.columns = columns
  }

  /// The basis for the same program with `count` columns more, which start at their lower bound.
  public func addingColumns(_ count: Int) -> Basis {
    Basis(rows: rows, columns: columns + Array(repeating: .atLower, count: count))
  }
}
