import LinearPrograms

/// The class program: whole numbers of groups per degree, sequences flowing freely between degrees.
///
/// At a deadline, `n_k` groups of degree `k` offer `n_k` times the room and the tokens of one. Classes are
/// spread over degrees fractionally, except that long sequences count: at most `q` sequences above
/// `1/(q+1)` of a group fit into it. If the fewest devices are more than there are, no packing meets
/// the deadline. A coarse test next to the configuration program, but nearly free.
struct ClassProgram {
  let problem: PackingProblem

  /// Groups of at most this many long sequences get a counting row.
  private static let countingDepth = 4

  /// Whether the program proves that no packing meets `deadline`.
  func provesImpossible(_ deadline: Double, nodeLimit: Int) throws -> Bool {
    guard let program = program(by: deadline) else { return true }
    var options = SolveOptions()
    options.nodeLimit = nodeLimit
    options.usesCuts = false
    let solution = try program.solve(options)
    switch solution.status {
    case .infeasible: return true
    case .optimal, .feasible, .stopped:
      return (solution.bound ?? 0) > Double(problem.deviceCount) * (1 + 1e-6)
    case .unbounded: return false
    }
  }

  /// The program that minimises devices, or `nil` if some sequence meets the deadline in no degree.
  func program(by deadline: Double) -> LinearProgram? {
    var program = LinearProgram(.minimize)
    let lengths = problem.classes.lengths
    var flows: [[(class: Int, column: LinearProgram.Column)]] =
      Array(repeating: [], count: problem.degreeCount)
    let groups = problem.costs.degrees.map { degree in
      program.addColumn(
        "groups_\(degree.degree)", cost: Double(degree.degree),
        .between(0, Double(problem.deviceCount / degree.degree)), kind: .integer)
    }
    for c in 0..<problem.classCount {
      var terms: [(LinearProgram.Column, Double)] = []
      for k in 0..<problem.degreeCount
      where problem.time(k, c) <= problem.room(k, by: deadline) {
        let flow = program.addColumn("length_\(lengths[c])_in_\(problem.costs.degrees[k].degree)")
        flows[k].append((c, flow))
        terms.append((flow, 1))
      }
      if terms.isEmpty { return nil }
      program.addRow("length_\(lengths[c])", terms, .equal(to: Double(problem.classes.counts[c])))
    }
    for (k, degree) in problem.costs.degrees.enumerated() where !flows[k].isEmpty {
      let room = problem.room(k, by: deadline)
      let name = degree.degree
      program.addRow(
        "time_\(name)",
        flows[k].map { ($0.column, problem.time(k, $0.class) / room) } + [(groups[k], -1)],
        .atMost(0))
      program.addRow(
        "tokens_\(name)",
        flows[k].map { ($0.column, Double(lengths[$0.class]) / Double(degree.tokenCapacity)) }
          + [(groups[k], -1)],
        .atMost(0))
      for q in 1...Self.countingDepth {
        // Both sizes grow with the length, so the longer of two sequences is long in both.
        let long = flows[k].filter { flow in
          problem.time(k, flow.class) * Double(q + 1) > room
            || lengths[flow.class] * (q + 1) > degree.tokenCapacity
        }
        if long.isEmpty { continue }
        program.addRow(
          "long_\(q)_in_\(name)", long.map { ($0.column, 1) } + [(groups[k], -Double(q))],
          .atMost(0))
      }
    }
    return program
  }
}
