/// Proves how far a packing is from the best, and improves it where the proof shows a way.
///
/// Three proofs, cheapest first: the closed form, the class program, the configuration program. Each
/// tests one deadline: the packing's own, less the gap to be certified. Where the configuration
/// program finds that fractional groups would meet it, a dive looks for whole ones.
struct Certificate {
  struct Limits: Hashable, Sendable {
    /// The gap to prove, relative to the bound.
    var gap = 0.01
    /// Nodes of one pricing search.
    var pricingNodes = 100_000
    /// Nodes of all pricing searches together, at most; as long as some are left, a search that was cut
    /// short is repeated with more.
    var nodeBudget = 20_000_000
    /// Whether a search that was cut short is repeated with more nodes.
    var repeatsSearches = true
    /// Master iterations at one deadline.
    var iterations = 200
    /// Nodes of the class program.
    var classNodes = 50
    /// Deadlines tested.
    var tests = 12

    /// Keeps to what a few milliseconds can prove.
    mutating func limitToGlance() {
      pricingNodes = min(pricingNodes, 2_000)
      repeatsSearches = false
      iterations = min(iterations, 50)
      tests = min(tests, 3)
    }
  }

  struct Outcome {
    var packing: Packing
    /// In seconds; no packing of these sequences is faster.
    var lowerBound: Double
    /// Nodes that pricing searches visited for it.
    var pricingNodes = 0
  }

  /// Deadlines closer than this, relative to the bound, are not told apart.
  private static let resolution = 0.001

  let problem: PackingProblem
  let limits: Limits

  init(_ problem: PackingProblem, _ limits: Limits) {
    self.problem = problem
    self.limits = limits
  }

  /// Certifies `packing`; `warm` holds groups of earlier packings to start the programs from.
  func certify(_ packing: Packing, warm: [PackedGroup] = []) throws -> Outcome {
    var best = packing
    var time = packing.makespan(problem.costs)
    var bound = min(problem.closedFormBound(), time)
    func isCertified() -> Bool { time <= bound * (1 + limits.gap) }
    if isCertified() { return Outcome(packing: best, lowerBound: bound) }
    if let exact = exact() { return exact }

    let target = time / (1 + limits.gap) * (1 + 1e-9)
    if try ClassProgram(problem: problem).provesImpossible(target, nodeLimit: limits.classNodes) {
      return Outcome(packing: best, lowerBound: target * (1 - 1e-9))
    }

    var program = ConfigurationProgram(
      problem, pricingNodes: limits.pricingNodes, nodeBudget: limits.nodeBudget)
    let lengths = problem.classes.lengths
    program.add(
      Packing(
        groups: warm.filter { group in
          group.members.longest <= problem.classes.longest
            && (group.members.lengths.last ?? 0) >= (lengths.last ?? 0)
        }))
    program.add(best)
    // The earliest deadline that fractional groups meet, and the latest that a dive missed.
    var reachable = Double.infinity
    var missed = 0.0
    for _ in 0..<limits.tests where !isCertified() {
      let proof = time / (1 + limits.gap) * (1 + 1e-9)
      let aim = bound * (1 + limits.gap)
      let step = Self.resolution * bound
      // A bound at `proof` certifies the packing, and a packing at `aim` lives up to the bound. Once
      // fractional groups meet `proof`, only a better packing helps, and a better bound to aim from.
      let deadline: Double
      if proof < reachable {
        deadline = proof
      } else if missed == 0 || aim > missed + step {
        deadline = max(aim, proof)
      } else if reachable - bound > step {
        deadline = (bound + reachable) / 2
      } else {
        break
      }
      let relaxation = try program.relax(
        problem.classes.counts, by: deadline, devices: problem.deviceCount,
        iterationLimit: limits.iterations)
      if case .impossible = relaxation {
        bound = max(bound, deadline * (1 - 1e-9))
        continue
      }
      if case .undecided = relaxation, limits.repeatsSearches,
        program.pricingNodes < limits.nodeBudget
      {
        program.searchHarder()
        continue
      }
      reachable = min(reachable, deadline)
      guard case .possible(let weights) = relaxation else {
        missed = max(missed, deadline)
        continue
      }
      guard deadline >= min(proof, aim) else { continue }
      if let found = try Diving(problem: problem, deadline: deadline).dive(&program, from: weights)
      {
        best = PackingExchange(problem.costs, found).improved(downTo: bound)
        time = best.makespan(problem.costs)
      } else {
        missed = max(missed, deadline)
      }
    }
    return Outcome(packing: best, lowerBound: bound, pricingNodes: program.pricingNodes)
  }

  /// A handful of sequences is searched exhaustively, which leaves no gap.
  private func exact() -> Outcome? {
    let classes = problem.classes
    guard classes.sequenceCount <= ExactSearch.largestCount else { return nil }
    let lengths = zip(classes.lengths, classes.counts).flatMap(Array.init(repeating:count:))
    return ExactSearch(lengths, problem.costs).microbatch().map {
      Outcome(packing: $0.packing, lowerBound: $0.time)
    }
  }
}
