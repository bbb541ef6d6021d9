import Quantities

/// Puts devices without a sequence to work, where another group can spare one.
///
/// With ZeRO-3 every device joins every gather anyway, so a device that only waits is a waste. A
/// sequence moves onto idle devices when it finishes there before the microbatch does; the group
/// that gives it is the slowest that has more than one, so the microbatch can only get faster.
struct IdleDevices {
  private let costs: SequenceCosts

  init(_ costs: SequenceCosts) {
    self.costs = costs
  }

  func spread(_ packing: Packing) -> Packing {
    var packing = packing
    let deadline = packing.makespan(costs)
    var idle =
      costs.deviceCount - packing.groups.reduce(0) { $0 + costs.degrees[$1.degree].degree }
    while idle > 0, let move = move(in: packing, idle: idle, deadline: deadline) {
      let one = LengthClasses(of: [move.length])
      packing.groups[move.group].members = packing.groups[move.group].members.subtracting(one)
      packing.groups.append(PackedGroup(degree: move.degree, members: one))
      idle -= costs.degrees[move.degree].degree
    }
    return packing
  }

  private func move(
    in packing: Packing, idle: Int, deadline: Double
  ) -> (group: Int, length: Int, degree: Int)? {
    let times = packing.groups.map { $0.time(costs) }
    let givers = packing.groups.indices.filter { packing.groups[$0].members.sequenceCount > 1 }
    for group in givers.sorted(by: { (times[$0], $1) > (times[$1], $0) }) {
      for length in packing.groups[group].members.lengths {
        let degree = costs.degrees.firstIndex { degree in
          degree.degree <= idle && length <= degree.tokenCapacity
            && degree.time(ofSequence: length).value + degree.fixed.value <= deadline
        }
        if let degree { return (group, length, degree) }
      }
    }
    return nil
  }
}
