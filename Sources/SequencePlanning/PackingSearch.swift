/// The fast packing: every greedy rule, each driven to the shortest deadline it can meet.
///
/// One test against the best deadline so far throws out most rules, so only the few that improve are
/// bisected.
struct PackingSearch {
  let problem: PackingProblem
  /// A time that no packing can beat.
  let lowerBound: Double
  /// A packing this close to the bound is good enough, relative to the bound.
  static let goodEnough = 0.001
  /// Deadlines closer than this, relative, are not told apart.
  static let resolution = 0.0005

  init(_ problem: PackingProblem) {
    self.problem = problem
    lowerBound = problem.closedFormBound()
  }

  /// The best packing found, or `nil` if no rule packs the sequences whatever the deadline.
  func best() -> Packing? {
    var packer = Packer(problem)
    let counts = problem.classes.counts
    var best: Packing?
    var makespan = Double.infinity
    for rule in packer.rules {
      let limit = makespan * (1 - Self.resolution)
      guard packer.packs(counts, by: limit, devices: problem.deviceCount, rule: rule) else {
        continue
      }
      var packing = packer.packing
      var possible = packing.makespan(problem.costs)
      var impossible = lowerBound
      while possible - impossible > Self.resolution * possible {
        // Without a time to start from, the gap to the bound is halved from the bound's side.
        let middle = min((impossible + possible) / 2, impossible + lowerBound)
        if packer.packs(counts, by: middle, devices: problem.deviceCount, rule: rule) {
          packing = packer.packing
          possible = packing.makespan(problem.costs)
        } else {
          impossible = middle
        }
      }
      if possible < makespan {
        makespan = possible
        best = packing
      }
      if makespan <= lowerBound * (1 + Self.goodEnough) { break }
    }
    return best.map { PackingExchange(problem.costs, $0).improved(downTo: lowerBound) }
  }
}
