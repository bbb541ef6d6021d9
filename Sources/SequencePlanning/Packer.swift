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
    for c in 0..<problem.classCount {
      var left = counts[c]
      if left > 0 { fillBest(c, &left, fit: rule.fit) }
      if left > 0 { fillRest(c, &left, fit: rule.fit) }
      while left > 0 {
        guard
          let degree = openingDegree(
            for: c, by: deadline, from: rule.smallestDegree, devicesLeft: devicesLeft)
        else { return false }
        let costs = problem.costs.degrees[degree]
        devicesLeft -= costs.degree
        open.append(
          OpenGroup(
            degree: degree, timeLeft: problem.room(degree, by: deadline),
            tokensLeft: costs.tokenCapacity, position: degreeOfGroup.count))
        degreeOfGroup.append(degree)
        fill(open.count - 1, c, &left)
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

  /// Puts as many sequences of class `c` into a group as fit.
  private mutating func fill(_ index: Int, _ c: Int, _ left: inout Int) {
    let group = open[index]
    let length = problem.classes.lengths[c]
    let time = problem.time(group.degree, c)
    var taken = min(left, group.tokensLeft / length)
    if time > 0 { taken = min(taken, max(1, Int(min(group.timeLeft / time, 1e9)))) }
    open[index].timeLeft -= time * Double(taken)
    open[index].tokensLeft -= length * taken
    placements.append(Placement(group: group.position, class: c, count: taken))
    left -= taken
  }

  /// Fills the group that the rule likes best, if any has room.
  private mutating func fillBest(_ c: Int, _ left: inout Int, fit: Fit) {
    var best = -1
    var bestScore = Double.infinity
    for index in open.indices {
      guard let score = score(index, c, fit), score < bestScore else { continue }
      bestScore = score
      best = index
      if fit == .first { break }
    }
    if best >= 0 { fill(best, c, &left) }
  }

  /// Fills the others in the rule's order. A group that took what it could has no room left, and no
  /// other group changes, so one look at each is enough.
  private mutating func fillRest(_ c: Int, _ left: inout Int, fit: Fit) {
    var order: [(score: Double, index: Int)] = []
    for index in open.indices {
      if let score = score(index, c, fit) { order.append((score, index)) }
    }
    if fit != .first { order.sort { ($0.score, $0.index) < ($1.score, $1.index) } }
    for candidate in order where left > 0 { fill(candidate.index, c, &left) }
  }

  /// How much a rule dislikes a group for a sequence of class `c`; `nil` without room.
  @inline(__always)
  private func score(_ index: Int, _ c: Int, _ fit: Fit) -> Double? {
    let group = open[index]
    guard group.tokensLeft >= problem.classes.lengths[c],
      group.timeLeft >= problem.time(group.degree, c)
    else { return nil }
    switch fit {
    case .first: return 0
    case .leastTime: return group.timeLeft
    case .fewestTokens: return Double(group.tokensLeft)
    case .leastWork: return problem.work(group.degree, c)
    }
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
