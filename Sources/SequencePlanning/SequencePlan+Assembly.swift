import Quantities

extension SequencePlan {
  /// A plan as lengths: the packing of every microbatch, with what was proved about it.
  struct Draft: Hashable, Sendable {
    var packings: [Packing]
    /// Seconds, one per microbatch.
    var lowerBounds: [Double]
    var globalLowerBound: Double
    /// Whether microbatches were packed as a pool, which is the hardest to prove anything about.
    var isPooled = false

    func gap(_ costs: SequenceCosts) -> Double {
      zip(packings, lowerBounds).reduce(0) { max($0, $1.0.makespan(costs) / $1.1 - 1) }
    }

    func time(_ costs: SequenceCosts) -> Double {
      packings.reduce(0) { $0 + $1.makespan(costs) }
    }
  }

  /// Gives the draft's lengths back their sequences, and its groups their devices.
  ///
  /// Among equal lengths the first in the batch goes to the first group that wants one, so the plan
  /// does not depend on how the draft was found.
  init(
    _ draft: Draft, of lengths: [Int], _ costs: SequenceCosts, preferring existing: Set<Range<Int>>
  ) {
    var positions: [Int: [Int]] = [:]
    for i in lengths.indices.reversed() { positions[lengths[i], default: []].append(i) }
    microbatches = zip(draft.packings, draft.lowerBounds).map { packing, lowerBound in
      let ordered = packing.groups.filter { !$0.members.isEmpty }.sorted { a, b in
        (a.degree, a.members.longest, a.members.tokenCount)
          > (b.degree, b.members.longest, b.members.tokenCount)
      }
      let placement = DevicePlacement(
        degrees: ordered.map { costs.degrees[$0.degree].degree }, on: costs.deviceCount,
        preferring: existing)
      let groups = zip(ordered, placement.blocks).map { group, devices in
        var sequences: [Int] = []
        for (length, count) in zip(group.members.lengths, group.members.counts) {
          for _ in 0..<count {
            if let position = positions[length]?.popLast() { sequences.append(position) }
          }
        }
        return Group(
          devices: devices, sequences: sequences.sorted(), tokens: group.members.tokenCount,
          time: Seconds(group.time(costs)))
      }
      return Microbatch(
        groups: groups, idleDevices: placement.idle,
        time: groups.map(\.time).reduce(costs.microbatchFloor, max),
        lowerBound: Seconds(lowerBound))
    }
    time = microbatches.map(\.time).sum()
    lowerBound = microbatches.map(\.lowerBound).sum()
    globalLowerBound = Seconds(draft.globalLowerBound)
  }

  /// The device blocks that the plan's groups run on, each a communicator to create once.
  public var blocks: Set<Range<Int>> {
    Set(microbatches.flatMap { $0.groups.map(\.devices) })
  }
}

extension SequencePlan.Draft {
  /// A plan as a draft, its microbatches not yet certified.
  init(_ plan: SequencePlan, of lengths: [Int], _ costs: SequenceCosts) {
    packings = plan.microbatches.map { microbatch in
      Packing(
        groups: microbatch.groups.compactMap { group in
          costs.degrees.firstIndex { $0.degree == group.degree }.map { degree in
            PackedGroup(
              degree: degree, members: LengthClasses(of: group.sequences.map { lengths[$0] }))
          }
        })
    }
    lowerBounds = Array(repeating: 0, count: packings.count)
    let bound = GlobalBound(LengthClasses(of: lengths), costs)
    globalLowerBound = bound.time(microbatches: bound.fewestMicrobatches)
  }
}
