import Quantities

/// Puts later, shorter sequences into the idle time and memory of a packed microbatch.
///
/// The microbatch does not get longer: groups take sequences until they would finish after the
/// slowest one, and devices without a group open one. What is taken no longer burdens the
/// microbatches after it.
struct SlackFilling {
  private let costs: SequenceCosts
  private let deadline: Double

  init(_ costs: SequenceCosts, until deadline: Double) {
    self.costs = costs
    self.deadline = deadline
  }

  /// Fills `packing` from `candidates`, longest first.
  ///
  /// - Returns: what was taken.
  func fill(_ packing: inout Packing, from candidates: LengthClasses) -> LengthClasses {
    let degrees = costs.degrees
    var timeLeft = packing.groups.map { deadline - $0.time(costs) }
    var tokensLeft = packing.groups.map {
      degrees[$0.degree].tokenCapacity - $0.members.tokenCount
    }
    var devicesLeft =
      costs.deviceCount - packing.groups.reduce(0) { $0 + degrees[$1.degree].degree }
    var added = Array(repeating: LengthClasses(), count: packing.groups.count)
    var taken = LengthClasses()

    for (length, count) in zip(candidates.lengths, candidates.counts) {
      let times = degrees.map { $0.time(ofSequence: length).value }
      var left = count
      while left > 0 {
        var chosen = -1
        var leastWork = Double.infinity
        for g in packing.groups.indices {
          let k = packing.groups[g].degree
          guard tokensLeft[g] >= length, timeLeft[g] >= times[k] else { continue }
          let work = times[k] * Double(degrees[k].degree)
          if work < leastWork {
            leastWork = work
            chosen = g
          }
        }
        if chosen < 0 {
          guard
            let k = degrees.indices.first(where: {
              degrees[$0].degree <= devicesLeft && length <= degrees[$0].tokenCapacity
                && times[$0] + degrees[$0].fixed.value <= deadline
            })
          else { break }
          chosen = packing.groups.count
          devicesLeft -= degrees[k].degree
          packing.groups.append(PackedGroup(degree: k, members: LengthClasses()))
          timeLeft.append(deadline - degrees[k].fixed.value)
          tokensLeft.append(degrees[k].tokenCapacity)
          added.append(LengthClasses())
        }
        let time = times[packing.groups[chosen].degree]
        var fitting = min(left, tokensLeft[chosen] / length)
        if time > 0 { fitting = min(fitting, max(1, Int(min(timeLeft[chosen] / time, 1e9)))) }
        timeLeft[chosen] -= time * Double(fitting)
        tokensLeft[chosen] -= length * fitting
        added[chosen].append(length, count: fitting)
        taken.append(length, count: fitting)
        left -= fitting
      }
    }
    for g in packing.groups.indices where !added[g].isEmpty {
      packing.groups[g].members = packing.groups[g].members.union(added[g])
    }
    return taken
  }
}
