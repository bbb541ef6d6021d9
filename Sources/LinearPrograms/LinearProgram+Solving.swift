import CGLPK

/// How hard to try. Every limit counts work, never time, so equal input gives equal answers.
public struct SolveOptions: Hashable, Sendable {
  /// Simplex iterations of a linear program, and of the root relaxation of an integer program.
  public var iterationLimit = 1_000_000
  /// Nodes that branch and bound may open.
  public var nodeLimit = 100_000
  /// Branch and bound stops when the solution is proved this close to the best.
  public var relativeGap = 0.0
  /// Simplify the program first; worth it for large programs, useless with a start basis.
  public var presolves = false
  /// Gomory, rounding, cover and clique cuts; five to seven times faster on assignment problems.
  public var usesCuts = true
  /// Dual simplex first, primal where it fails; the better one after rows or bounds have changed.
  public var usesDualSimplex = false

  public init() {}

  var issues: [LinearProgramError.Issue] {
    var issues: [LinearProgramError.Issue] = []
    if iterationLimit < 0 {
      issues.append(.limitOutOfRange("iterationLimit", Double(iterationLimit)))
    }
    if nodeLimit < 0 { issues.append(.limitOutOfRange("nodeLimit", Double(nodeLimit))) }
    if !(relativeGap >= 0 && relativeGap.isFinite) {
      issues.append(.limitOutOfRange("relativeGap", relativeGap))
    }
    return issues
  }
}

extension LinearProgram {
  /// Solves the program; an integer one by branch and bound.
  ///
  /// The call is synchronous and keeps nothing: the solver's problem is built, solved, read and freed
  /// on the calling thread, so any number of threads may solve at once. Equal programs and options
  /// give equal answers, bit for bit.
  ///
  /// - Parameter basis: where the simplex method starts. A poor basis costs time, never correctness.
  ///   Integer programs ignore it.
  /// - Throws: `LinearProgramError.invalid` for input without a meaning, before the solver sees it;
  ///   `.solverFailed` if the solver cannot work with the numbers.
  public func solve(
    _ options: SolveOptions = SolveOptions(), from basis: Basis? = nil
  ) throws -> LinearSolution {
    var issues = self.issues + options.issues
    if let basis, basis.rows.count != rowCount || basis.columns.count != columnCount {
      issues.append(
        .basisOfWrongSize(
          found: basis.rows.count + basis.columns.count, expected: rowCount + columnCount))
    }
    guard issues.isEmpty else { throw LinearProgramError.invalid(issues) }

    var bounds = columnBounds
    for j in kinds.indices where kinds[j] == .integer {
      bounds[j] = bounds[j].wholeNumbers
      if bounds[j].lower > bounds[j].upper { return LinearSolution(.infeasible) }
    }
    do {
      return try solve(options, bounds, from: basis)
    } catch  where options.presolves || (options.usesCuts && hasIntegers) {
      // The library's presolver fails on rare programs that its core solves.
      var plain = options
      plain.presolves = false
      plain.usesCuts = false
      return try solve(plain, bounds, from: basis)
    }
  }

  /// One call to the solver with a program that was checked.
  private func solve(
    _ options: SolveOptions, _ bounds: [Bounds], from basis: Basis?
  ) throws -> LinearSolution {
    let isMixedInteger = hasIntegers
    let size = rowCount + columnCount
    let start = isMixedInteger ? [] : basis.map { ($0.rows + $0.columns).map(\.rawValue) } ?? []
    var result = cglpk_result()
    var columnValues = Array(repeating: 0.0, count: columnCount)
    var rowValues = Array(repeating: 0.0, count: rowCount)
    var duals = Array(repeating: 0.0, count: isMixedInteger ? 0 : rowCount)
    var reducedCosts = Array(repeating: 0.0, count: isMixedInteger ? 0 : columnCount)
    var places = Array(repeating: UInt8(0), count: isMixedInteger ? 0 : size)
    var task = cglpk_task(
      row_count: Int32(rowCount), column_count: Int32(columnCount), entry_count: Int32(entryCount),
      maximizes: direction == .maximize ? 1 : 0, has_integers: isMixedInteger ? 1 : 0,
      has_basis: start.isEmpty ? 0 : 1,
      iteration_limit: Int32(clamping: options.iterationLimit),
      node_limit: Int32(clamping: options.nodeLimit), relative_gap: options.relativeGap,
      presolves: options.presolves ? 1 : 0, uses_cuts: options.usesCuts ? 1 : 0,
      uses_dual_simplex: options.usesDualSimplex ? 1 : 0)
    cglpk_solve(
      &task, entryRows, entryColumns, entryValues, rowBounds.map(\.lower), rowBounds.map(\.upper),
      bounds.map(\.lower), bounds.map(\.upper), costs, kinds.map { $0 == .integer ? 1 : 0 }, start,
      &result, &columnValues, &rowValues, &duals, &reducedCosts, &places)
    return try solution(
      result, columnValues, rowValues, duals, reducedCosts, places, bounds: bounds)
  }

  private func solution(
    _ result: cglpk_result, _ columnValues: [Double], _ rowValues: [Double],
    _ duals: [Double], _ reducedCosts: [Double], _ places: [UInt8], bounds: [Bounds]
  ) throws -> LinearSolution {
    var solution: LinearSolution
    switch Int(result.status) {
    case CGLPK_OPTIMAL: solution = LinearSolution(.optimal)
    case CGLPK_FEASIBLE: solution = LinearSolution(.feasible)
    case CGLPK_INFEASIBLE: solution = LinearSolution(.infeasible)
    case CGLPK_UNBOUNDED: solution = LinearSolution(.unbounded)
    case CGLPK_STOPPED: solution = LinearSolution(.stopped)
    default: throw LinearProgramError.solverFailed(words(of: result))
    }
    solution.iterations = Int(result.iterations)
    solution.nodes = Int(result.nodes)
    guard solution.status == .optimal || solution.status == .feasible else { return solution }
    solution.objective = result.objective
    solution.bound = result.bound.isFinite ? result.bound : nil
    solution.columnValues = columnValues
    for j in kinds.indices where kinds[j] == .integer { solution.columnValues[j].round() }
    solution.rowValues = rowValues
    solution.duals = duals
    solution.reducedCosts = reducedCosts
    let basisPlaces = places.compactMap(Basis.Place.init(rawValue:))
    if !places.isEmpty {
      solution.basis = Basis(
        rows: Array(basisPlaces.prefix(rowCount)), columns: Array(basisPlaces.dropFirst(rowCount)))
    }
    return solution
  }

  /// The solver's last words on one line, or a plain statement if it left none.
  private func words(of result: cglpk_result) -> String {
    let text = withUnsafeBytes(of: result.message) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? "it stopped without a reason" : words
  }
}

extension LinearSolution {
  /// An answer without a solution.
  fileprivate init(_ status: SolutionStatus) {
    self.init(
      status: status, objective: nil, bound: nil, columnValues: [], rowValues: [], duals: [],
      reducedCosts: [], basis: nil, iterations: 0, nodes: 0)
  }
}
