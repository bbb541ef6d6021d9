import LinearPrograms

/// The configuration program: how many groups of each pattern cover all sequences by a deadline.
///
/// `min Σ dₚ·λₚ` subject to `Σ aₚ·λₚ ≥ n` over all patterns `p` that meet the deadline, where `dₚ` is the
/// devices of a pattern's group and `aₚ` its sequences per class. If even fractional groups need more
/// than the devices there are, no packing meets the deadline. Patterns are generated on demand: the
/// duals of the covering rows are what a sequence is worth, and pricing looks for a group that holds
/// more worth than its devices.
///
/// The bound is Farley's: duals divided by the worst overvaluation are feasible for all patterns, so it
/// holds at every iteration and does not rest on the solver's tolerances.
///
/// Source: Gilmore and Gomory 1961, doi:10.1287/opre.9.6.849; Farley 1990, doi:10.1287/opre.38.5.922.
struct ConfigurationProgram {
  enum Relaxation {
    /// No packing meets the deadline.
    case impossible
    /// Fractional groups suffice: patterns with their weights, which sum to at most the devices.
    case possible([(pattern: Int, weight: Double)])
    /// The limits of pricing or iterations ended the search first.
    case undecided
  }

  let problem: PackingProblem
  private(set) var patterns: [Pattern] = []
  /// Seconds of each pattern, without the fixed time.
  private var times: [Double] = []
  private var known: Set<Pattern> = []
  private var lastCounts: [Int] = []
  private var rowPlaces: [Basis.Place] = []
  /// Where the last solve left each pattern, at its lower bound if it took no part.
  private var places: [Basis.Place] = []
  private var pricing: PatternPricing
  private(set) var iterations = 0

  init(_ problem: PackingProblem, pricingNodes: Int, nodeBudget: Int = .max) {
    self.problem = problem
    pricing = PatternPricing(nodeLimit: pricingNodes, nodeBudget: nodeBudget)
  }

  /// Nodes of all pricing searches so far.
  var pricingNodes: Int { pricing.totalNodes }

  /// Gives pricing searches more nodes, after they were cut short.
  mutating func searchHarder() { pricing.nodeLimit *= 8 }

  /// Adds a pattern unless it is there already.
  mutating func add(_ pattern: Pattern) {
    guard !pattern.members.isEmpty, known.insert(pattern).inserted else { return }
    patterns.append(pattern)
    times.append(pattern.time(problem))
    places.append(.atLower)
  }

  /// Decides whether fractional groups cover `counts` by `deadline` on `devices`.
  mutating func relax(
    _ counts: [Int], by deadline: Double, devices: Int, iterationLimit: Int
  ) throws -> Relaxation {
    guard seed(counts, by: deadline) else { return .impossible }
    for _ in 0..<iterationLimit {
      iterations += 1
      let columns = patterns.indices.filter { meets($0, deadline) }
      let solution = try master(counts, columns)
      guard solution.status == .optimal, let objective = solution.objective else {
        return .undecided
      }
      if objective <= Double(devices) * (1 + 1e-9) {
        return .possible(
          columns.enumerated().filter { solution.columnValues[$0.offset] > 1e-9 }
            .map { (pattern: $0.element, weight: solution.columnValues[$0.offset]) })
      }
      let worth = solution.duals.map { max(0, $0) }
      let before = patterns.count
      let overvaluation = price(worth, counts, by: deadline)
      let total = zip(worth, counts).reduce(0) { $0 + $1.0 * Double($1.1) }
      if total / overvaluation > Double(devices) * (1 + 1e-7) { return .impossible }
      if patterns.count == before { return .undecided }
    }
    return .undecided
  }

  /// Whether the group of a pattern finishes by `deadline`.
  private func meets(_ pattern: Int, _ deadline: Double) -> Bool {
    times[pattern] <= problem.room(patterns[pattern].degree, by: deadline) * (1 + 1e-12)
  }

  /// Patterns that cover everything, from greedy packings without a limit on devices.
  ///
  /// - Returns: `false` if some sequence meets the deadline in no degree.
  private mutating func seed(_ counts: [Int], by deadline: Double) -> Bool {
    var packer = Packer(problem)
    let rule = Packer.Rule(smallestDegree: 0, fit: .leastWork)
    guard packer.packs(counts, by: deadline, devices: .max / 2, rule: rule) else { return false }
    add(packer.packing)
    return true
  }

  /// Adds the groups of a packing of the same classes as patterns.
  mutating func add(_ packing: Packing) {
    let lengths = problem.classes.lengths
    for group in packing.groups {
      // Both run from long to short, so one pass matches lengths with classes.
      var c = 0
      var members: [Pattern.Member] = []
      for (length, count) in zip(group.members.lengths, group.members.counts) {
        while c < lengths.count, lengths[c] > length { c += 1 }
        // A length that the problem lacks is rounded down to one it has, which still fits.
        guard c < lengths.count else { break }
        let most = problem.classes.counts[c]
        if let last = members.last, last.class == c {
          members[members.count - 1].count = min(last.count + count, most)
        } else {
          members.append(Pattern.Member(class: c, count: min(count, most)))
        }
      }
      add(Pattern(degree: group.degree, members: members))
    }
  }

  /// The program over the patterns `columns`, from where the last one ended.
  private mutating func master(_ counts: [Int], _ columns: [Int]) throws -> LinearSolution {
    var program = LinearProgram(.minimize)
    let rows = counts.map { program.addRow("", [], .atLeast(Double($0))) }
    for p in columns {
      let pattern = patterns[p]
      program.addColumn(
        "", cost: Double(problem.costs.degrees[pattern.degree].degree), .atLeast(0),
        entries: pattern.members.map { (rows[$0.class], Double($0.count)) })
    }
    var options = SolveOptions()
    // Other counts leave the last basis optimal in all but feasibility: work for the dual simplex.
    options.usesDualSimplex = counts != lastCounts
    let basis = Basis(rows: rowPlaces, columns: columns.map { places[$0] })
    let basicCount = (basis.rows + basis.columns).count { $0 == .basic }
    let isUsable = rowPlaces.count == rows.count && basicCount == rows.count
    let solution = try program.solve(options, from: isUsable ? basis : nil)
    if let basis = solution.basis {
      lastCounts = counts
      rowPlaces = basis.rows
      places = Array(repeating: .atLower, count: patterns.count)
      for (p, place) in zip(columns, basis.columns) { places[p] = place }
    }
    return solution
  }

  /// Adds the most valuable pattern of each degree.
  ///
  /// - Returns: by what factor the values exceed the devices of the worst pattern, at least one.
  private mutating func price(_ worth: [Double], _ counts: [Int], by deadline: Double) -> Double {
    var overvaluation = 1.0
    for k in 0..<problem.degreeCount {
      let devices = Double(problem.costs.degrees[k].degree)
      let result = pricing.best(
        problem, degree: k, values: worth, counts: counts, room: problem.room(k, by: deadline),
        threshold: devices * (1 + 1e-9))
      overvaluation = max(overvaluation, result.upperBound / devices)
      if let members = result.members { add(Pattern(degree: k, members: members)) }
    }
    return overvaluation
  }
}
