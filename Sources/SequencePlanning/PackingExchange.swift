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
    /// Zero for a move without a return.
    var returned: Int
    /// The slower of the two groups afterwards.
    var time: Double
  }

  /// Performs the exchange after which the slower of the two groups is fastest.
  private mutating func relieve(_ slowest: Int) -> Bool {
    let degree = costs.degrees[groups[slowest].degree]
    var best: Exchange?
    var bestTime = times[slowest] * (1 - 1e-6)
    for (given, _) in zip(groups[slowest].members.lengths, groups[slowest].members.counts) {
      let relief = times[slowest] - degree.time(ofSequence: given).value
      for other in groups.indices where other != slowest {
        let otherDegree = costs.degrees[groups[other].degree]
        let burdened = times[other] + otherDegree.time(ofSequence: given).value
        if tokens[other] + given <= otherDegree.tokenCapacity {
          let time = max(relief, burdened)
          if time < bestTime {
            bestTime = time
            best = Exchange(other: other, given: given, returned: 0, time: time)
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
          best = Exchange(other: other, given: given, returned: returned, time: bestTime)
        }
      }
    }
    guard let best else { return false }
    move(best.given, from: slowest, to: best.other)
    if best.returned > 0 { move(best.returned, from: best.other, to: slowest) }
    return true
  }

  private mutating func move(_ length: Int, from source: Int, to target: Int) {
    let one = LengthClasses(of: [length])
    groups[source].members = groups[source].members.subtracting(one)
    groups[target].members = groups[target].members.union(one)
    for group in [source, target] {
      times[group] = groups[group].time(costs)
      tokens[group] = groups[group].members.tokenCount
    }
  }
}
