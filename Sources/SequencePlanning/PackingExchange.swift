import Quantities

/// Improves a packing by moving one sequence out of the slowest group, or swapping it for a shorter one.
struct PackingExchange {
  private let costs: SequenceCosts
  private var groups: [PackedGroup]
  private var times: [Double]
  private var tokens: [Int]

  /// Moves after which the search gives up; each one shortens the slowest group.
  private static let moveLimit = 400

  init(_ costs: SequenceCosts, _ packing: Packing) {
    self.costs = costs
    groups = packing.groups
    times = groups.map { $0.time(costs) }
    tokens = groups.map(\.members.tokenCount)
  }

  /// The packing after the exchanges, no slower than before.
  func improved(downTo bound: Double) -> Packing {
    var search = self
    for _ in 0..<Self.moveLimit {
      guard let slowest = search.times.indices.max(by: { search.times[$0] < search.times[$1] }),
        search.times[slowest] > bound, search.relieve(slowest)
      else { break }
    }
    return Packing(groups: search.groups)
  }

  private struct Exchange {
    var other: Int
    var given: Int
    var returned: LengthClasses
  }

  /// Performs the exchange after which the slower of the two groups is fastest.
  private mutating func relieve(_ slowest: Int) -> Bool {
    let degree = costs.degrees[groups[slowest].degree]
    var best: Exchange?
    var bestTime = times[slowest] * (1 - 1e-6)
    for given in groups[slowest].members.lengths {
      let relief = times[slowest] - degree.time(ofSequence: given).value
      for other in groups.indices where other != slowest {
        let otherDegree = costs.degrees[groups[other].degree]
        let burdened = times[other] + otherDegree.time(ofSequence: given).value
        if tokens[other] + given <= otherDegree.tokenCapacity {
          let time = max(relief, burdened)
          if time < bestTime {
            bestTime = time
            best = Exchange(other: other, given: given, returned: LengthClasses())
          }
        } else if let returned = memoryReturn(slowest, other, given) {
          // One long sequence for several short ones of as many tokens: less attention here.
          let ownTime = relief + time(of: returned, degree)
          let otherTime = burdened - time(of: returned, otherDegree)
          if max(ownTime, otherTime) < bestTime {
            bestTime = max(ownTime, otherTime)
            best = Exchange(other: other, given: given, returned: returned)
          }
        }
        // Shorter sequences free less of the other group: stop where it no longer helps.
        for returned in groups[other].members.lengths where returned < given {
          let otherTime = burdened - otherDegree.time(ofSequence: returned).value
          if otherTime >= bestTime { break }
          let ownTime = relief + degree.time(ofSequence: returned).value
          guard ownTime < bestTime, tokens[other] + given - returned <= otherDegree.tokenCapacity
          else { continue }
          bestTime = max(ownTime, otherTime)
          best = Exchange(other: other, given: given, returned: LengthClasses(of: [returned]))
        }
      }
    }
    guard let best else { return false }
    let given = LengthClasses(of: [best.given])
    groups[slowest].members = groups[slowest].members.subtracting(given).union(best.returned)
    groups[best.other].members =
      groups[best.other].members.union(given).subtracting(best.returned)
    for group in [slowest, best.other] {
      times[group] = groups[group].time(costs)
      tokens[group] = groups[group].members.tokenCount
    }
    return true
  }

  /// The fewest tokens that `other` has to give back to have room for `given`, as sequences shorter
  /// than it, or `nil` if `slowest` has no room for those.
  private func memoryReturn(_ slowest: Int, _ other: Int, _ given: Int) -> LengthClasses? {
    let members = groups[other].members
    var missing = tokens[other] + given - costs.degrees[groups[other].degree].tokenCapacity
    var room =
      costs.degrees[groups[slowest].degree].tokenCapacity - tokens[slowest] + given
    var returned: [Int: Int] = [:]
    for (length, count) in zip(members.lengths, members.counts) where length < given {
      let taken = min(count, missing / length)
      if taken > 0 {
        returned[length] = taken
        missing -= taken * length
        room -= taken * length
      }
    }
    if missing > 0 {
      // What is left is smaller than every sequence that stays: one more, the shortest of those.
      let index = members.lengths.indices.last { i in
        members.lengths[i] >= missing && members.lengths[i] < given
          && members.counts[i] > returned[members.lengths[i], default: 0]
      }
      guard let index else { return nil }
      returned[members.lengths[index], default: 0] += 1
      room -= members.lengths[index]
    }
    return room >= 0 ? LengthClasses(returned) : nil
  }

  private func time(of members: LengthClasses, _ degree: DegreeCosts) -> Double {
    zip(members.lengths, members.counts).reduce(0) {
      $0 + degree.time(ofSequence: $1.0).value * Double($1.1)
    }
  }
}
