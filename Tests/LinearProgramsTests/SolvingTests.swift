import LinearPrograms
import Testing

@Suite("Solving linear programs")
struct SolvingTests {
  /// max 3x + 5y; x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 (Hillier and Lieberman's Wyndor Glass example).
  private func wyndor() -> (LinearProgram, [LinearProgram.Column], [LinearProgram.Row]) {
    var program = LinearProgram(.maximize)
    let x = program.addColumn("x", cost: 3)
    let y = program.addColumn("y", cost: 5)
    let a = program.addRow("a", [(x, 1)], .atMost(4))
    let b = program.addRow("b", [(y, 2)], .atMost(12))
    let c = program.addRow("c", [(x, 3), (y, 2)], .atMost(18))
    return (program, [x, y], [a, b, c])
  }

  @Test("a textbook program has its textbook answer, duals included")
  func textbook() throws {
    let (program, columns, rows) = wyndor()
    let answer = try program.solve()
    #expect(answer.status == .optimal)
    #expect(answer.objective == 36)
    #expect(answer.bound == 36)
    #expect(columns.map(answer.value(of:)) == [2, 6])
    #expect(rows.map(answer.value(of:)) == [2, 12, 18])
    #expect(rows.map(answer.dual(of:)) == [0, 1.5, 1])
    #expect(columns.map(answer.reducedCost(of:)) == [0, 0])
  }

  @Test("a start from the last basis needs no iteration, and a poor one still ends well")
  func warmStart() throws {
    var (program, _, _) = wyndor()
    let cold = try program.solve()
    let basis = try #require(cold.basis)
    #expect(try program.solve(from: basis).iterations == 0)
    program.addColumn("z", cost: 1)
    let wider = try program.relaxed.solve(SolveOptions(), from: basis.addingColumns(1))
    #expect(wider.status == .unbounded)
    let singular = Basis(rows: [.atUpper, .atUpper, .atUpper], columns: [.atLower, .atLower])
    let (narrow, _, _) = wyndor()
    #expect(try narrow.solve(from: singular).objective == 36)
  }

  @Test("integers, infeasible and unbounded programs are told apart")
  func statuses() throws {
    var knapsack = LinearProgram(.maximize)
    let items = [(10.0, 5.0), (13, 7), (7, 4)].map { value, weight in
      (knapsack.addColumn("", cost: value, .binary, kind: .integer), weight)
    }
    knapsack.addRow("weight", items.map { ($0.0, $0.1) }, .atMost(10))
    let packed = try knapsack.solve()
    #expect(packed.status == .optimal)
    #expect(packed.objective == 17)
    #expect(packed.columnValues == [1, 0, 1])
    #expect(packed.basis == nil)
    #expect(try knapsack.relaxed.solve().objective.map { $0 > 17 } == true)

    var impossible = LinearProgram()
    let x = impossible.addColumn("x", .between(0, 1))
    impossible.addRow("far", [(x, 1)], .atLeast(2))
    #expect(try impossible.solve().status == .infeasible)
    var options = SolveOptions()
    options.presolves = true
    #expect(try impossible.solve(options).status == .infeasible)

    var endless = LinearProgram(.maximize)
    endless.addColumn("x", cost: 1)
    #expect(try endless.solve().status == .unbounded)

    var between = LinearProgram()
    between.addColumn("x", .between(0.2, 0.8), kind: .integer)
    #expect(try between.solve().status == .infeasible)
    #expect(try LinearProgram().solve().objective == 0)
  }

  @Test("limits stop the search and say so")
  func limits() throws {
    var options = SolveOptions()
    options.iterationLimit = 0
    let (program, _, _) = wyndor()
    #expect(try program.solve(options).status == .feasible)

    // Pigeons without enough holes: the relaxation is feasible, the integers are not.
    var pigeons = LinearProgram()
    let cells = (0..<7).map { _ in
      (0..<6).map { _ in pigeons.addColumn("", .binary, kind: .integer) }
    }
    for row in cells { pigeons.addRow("", row.map { ($0, 1) }, .equal(to: 1)) }
    for hole in 0..<6 { pigeons.addRow("", cells.map { ($0[hole], 1) }, .atMost(1.2)) }
    options = SolveOptions()
    options.usesCuts = false
    options.nodeLimit = 5
    let stopped = try pigeons.solve(options)
    #expect(stopped.status == .stopped)
    #expect(stopped.nodes == 5)
    #expect(stopped.columnValues.isEmpty)
  }

  @Test("everything without a meaning is named before the solver sees it")
  func validation() throws {
    var program = LinearProgram()
    let x = program.addColumn("x", cost: .nan, .between(2, 1))
    let y = program.addColumn("", .atLeast(.infinity))
    let r = program.addRow("r", [(x, 1), (x, 2), (y, .infinity)], .between(.nan, 0))
    var other = LinearProgram()
    for _ in 0..<9 { other.addColumn() }
    let foreign = other.addColumn("foreign")
    program.addRow("s", [(foreign, 1)], .free)
    _ = r
    var options = SolveOptions()
    options.nodeLimit = -1
    options.relativeGap = .nan
    let basis = Basis(rows: [.basic], columns: [])
    let error = #expect(throws: LinearProgramError.self) { try program.solve(options, from: basis) }
    #expect(
      error?.description == """
        the cost of column 'x' is nan; it must be a finite number
        the bounds of column 'x' cross: at least 2.0, at most 1.0
        column 1 must be at least +infinity or at most -infinity, which no number is
        a bound of row 'r' is not a number
        the coefficient of column 1 in row 'r' is inf; it must be a finite number
        an entry names column 9, but the program has 2 columns
        the option 'nodeLimit' is -1.0, which is not a limit
        the option 'relativeGap' is nan, which is not a limit
        the basis has 1 entries, the program has 4 rows and columns
        """)
    var twice = LinearProgram()
    let z = twice.addColumn("z")
    twice.addRow("r", [(z, 1), (z, 2)], .free)
    #expect(
      throws: LinearProgramError.invalid([.repeatedEntry(row: "row 'r'", column: "column 'z'")])
    ) {
      try twice.solve()
    }
  }

  @Test("threads that solve at the same time get the answers of one")
  func threads() async throws {
    let alone = (0..<40).map { try? LinearProgram.random(seed: $0).solve().columnValues }
    let together = await withTaskGroup(of: (Int, [Double]?).self) { group in
      for i in 0..<40 {
        group.addTask { (i, try? LinearProgram.random(seed: UInt64(i)).solve().columnValues) }
      }
      var answers = Array(repeating: [Double]?.none, count: 40)
      for await (i, answer) in group { answers[i] = answer }
      return answers
    }
    #expect(together == alone)
  }
}
