/// One way to fill a group: a column of the configuration program.
struct Pattern: Hashable, Sendable {
  struct Member: Hashable, Sendable {
    /// Position in the problem's classes.
    var `class`: Int
    var count: Int
  }

  /// Position in the degrees.
  var degree: Int
  /// Ascending by class.
  var members: [Member]

  /// Seconds that the sequences take, without the fixed time.
  func time(_ problem: PackingProblem) -> Double {
    members.reduce(0) { $0 + problem.time(degree, $1.class) * Double($1.count) }
  }

  /// The sequences of the pattern, as far as `counts` still has them.
  func taking(from counts: inout [Int], lengths: [Int]) -> LengthClasses {
    var taken = LengthClasses()
    for member in members {
      let count = min(member.count, counts[member.class])
      counts[member.class] -= count
      taken.append(lengths[member.class], count: count)
    }
    return taken
  }
}
