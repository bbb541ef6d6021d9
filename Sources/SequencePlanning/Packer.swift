/// Greedy packing against a deadline: longest sequences first, opening groups on demand.
///
/// With a deadline, a group is a bin of two sizes, time and tokens, and packing is bin packing: a rule
/// says which open group takes the next sequences and which degree opens when none can. Sequences of
/// one class go together, as many as fit, so a pass costs O(classes · groups).
///
/// A packer keeps its buffers between passes; it belongs to one task.
struct Packer {
  /// Which of the open groups that have room takes the next sequence.
  enum Fit: CaseIterable {
    /// The one opened first.
    case first
    /// The one with the least time left.
    case leastTime
    /// The one with the fewest tokens left.
    case fewestTokens
    /// The one in which the sequence takes the fewest device-seconds.
    case leastWork
  }

  struct Rule {
    /// Groups open with this degree, or a larger one if the sequence needs it.
    var smallestDegree: Int
    var fit: Fit
  }

  private struct OpenGroup {
    var degree: Int
    var timeLeft: Double
    var tokensLeft: Int
    let position: Int
  }

  private struct Placement {
    let group: Int
    let `class`: Int
    let count: Int
  }

  let problem: PackingProblem
  private var open: [OpenGroup] = []
  private var placements: [Placement] = []
  private var degreeOfGroup: [Int] = []

  init(_ problem: PackingProblem) {
    self.problem = problem
  }

  /// All rules, in the order in which they are tried.
  var rules: [Rule] {
    problem.costs.degrees.indices.flatMap { degree in
      Fit.allCases.map { Rule(smallestDegree: degree, fit: $0) }
    }
  }

  /// Packs `counts` sequences per class into groups that finish by `deadline`.
  ///
  /// - Returns: `false` if the rule needs more than `devices`.
  mutating func packs(
    _ counts: [Int], by deadline: Double, devices: Int, rule: Rule
  ) -> Bool {
    open.removeAll(keepingCapacity: true)
    placements.removeAll(keepingCapacity: true)
    degreeOfGroup.removeAll(keepingCapacity: true)
    var devicesLeft = devices
    let lengths = problem.classes.lengths
    for c in 0..<problem.classCount {
      var left = counts[c]
      let length = lengths[c]
      while left > 0 {
        var chosen = bestGroup(for: c, length: length, fit: rule.fit)
        if chosen < 0 {
          guard
            let degree = openingDegree(
              for: c, by: deadline, from: rule.smallestDegree, devicesLeft: devicesLeft)
          else { return false }
          let costs = problem.costs.degrees[degree]
          devicesLeft -= costs.degree
          chosen = open.count
          open.append(
            OpenGroup(
              degree: degree, timeLeft: problem.room(degree, by: deadline),
              tokensLeft: costs.tokenCapacity, position: degreeOfGroup.count))
          degreeOfGroup.append(degree)
        }
        let group = open[chosen]
        let time = problem.time(group.degree, c)
        var taken = min(left, group.tokensLeft / length)
        if time > 0 { taken = min(taken, max(1, Int(min(group.timeLeft / time, 1e9)))) }
        open[chosen].timeLeft -= time * Double(taken)
        open[chosen].tokensLeft -= length * taken
        placements.append(Placement(group: group.position, class: c, count: taken))
        left -= taken
      }
      if c & 7 == 7 { closeFullGroups(after: c) }
    }
    return true
  }

  /// The packing of the last pass.
  var packing: Packing {
    var groups = degreeOfGroup.map { PackedGroup(degree: $0, members: LengthClasses()) }
    for placement in placements {
      groups[placement.group].members.append(
        problem.classes.lengths[placement.class], count: placement.count)
    }
    return Packing(groups: groups)
  }

  private func bestGroup(for c: Int, length: Int, fit: Fit) -> Int {
    var best = -1
    var bestScore = Double.infinity
    for g in open.indices {
      let group = open[g]
      guard group.tokensLeft >= length, group.timeLeft >= problem.time(group.degree, c) else {
        continue
      }
      let score: Double
      switch fit {
      case .first: return g
      case .leastTime: score = group.timeLeft
      case .fewestTokens: score = Double(group.tokensLeft)
      case .leastWork: score = problem.work(group.degree, c)
      }
      if score < bestScore {
        bestScore = score
        best = g
      }
    }
    return best
  }

  /// The smallest degree from `start` up that holds one sequence of `class` in time and that the
  /// devices allow; failing that, the largest below `start`.
  private func openingDegree(
    for class: Int, by deadline: Double, from start: Int, devicesLeft: Int
  ) -> Int? {
    func isPossible(_ degree: Int) -> Bool {
      problem.costs.degrees[degree].degree <= devicesLeft && problem.time(degree, `class`).isFinite
        && problem.time(degree, `class`) <= problem.room(degree, by: deadline)
    }
    return (start..<problem.degreeCount).first(where: isPossible)
      ?? (0..<start).last(where: isPossible)
  }

  /// Forgets groups that cannot take even the shortest sequence, so that they are not looked at again.
  private mutating func closeFullGroups(after c: Int) {
    guard c + 1 < problem.classCount else { return }
    let shortest = problem.classes.lengths[problem.classCount - 1]
    open.removeAll { group in
      group.tokensLeft < shortest
        || group.timeLeft < problem.time(group.degree, problem.classCount - 1)
    }
  }
}
