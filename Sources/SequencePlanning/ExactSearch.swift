import Quantities

/// The best plan of a handful of sequences, by dynamic programming over their subsets.
///
/// A subset that forms one group needs, at a deadline, the smallest degree that meets it; the fewest
/// devices for a subset in groups follow from its parts, and the shortest deadline from a bisection
/// over all group times. Microbatches are then a partition of the sequences with the least sum.
struct ExactSearch {
  /// The most sequences it takes: work grows with 3ⁿ for a microbatch and 4ⁿ for a batch.
  static let largestCount = 8

  private let costs: SequenceCosts
  private let lengths: [Int]
  /// Seconds of a subset as one group, `times[degree][subset]`; infinite where memory does not suffice.
  private let times: [[Double]]
  /// All finite times, ascending.
  private let deadlines: [Double]

  init(_ lengths: [Int], _ costs: SequenceCosts) {
    self.costs = costs
    self.lengths = lengths
    let subsets = 0..<(1 << lengths.count)
    times = costs.degrees.map { degree in
      subsets.map { subset in
        let members = lengths.indices.filter { subset >> $0 & 1 == 1 }
        guard members.reduce(0, { $0 + lengths[$1] }) <= degree.tokenCapacity else {
          return .infinity
        }
        return members.reduce(degree.fixed.value) {
          $0 + degree.time(ofSequence: lengths[$1]).value
        }
      }
    }
    deadlines = times.flatMap { $0.dropFirst().filter(\.isFinite) }.sorted()
  }

  /// The fastest microbatch of all sequences, or `nil` if they do not fit at once.
  func microbatch() -> (packing: Packing, time: Double)? {
    microbatch(of: (1 << lengths.count) - 1)
  }

  /// The fastest sequence of microbatches.
  func batch() -> [(packing: Packing, time: Double)]? {
    let full = (1 << lengths.count) - 1
    let alone = (0...full).map { $0 == 0 ? nil : microbatch(of: $0) }
    var least = Array(repeating: Double.infinity, count: full + 1)
    var part = Array(repeating: 0, count: full + 1)
    least[0] = 0
    for subset in 1...full {
      Self.forEachPart(of: subset) { candidate in
        guard let microbatch = alone[candidate] else { return }
        let time = microbatch.time + least[subset & ~candidate]
        if time < least[subset] {
          least[subset] = time
          part[subset] = candidate
        }
      }
    }
    guard least[full].isFinite else { return nil }
    var microbatches: [(packing: Packing, time: Double)] = []
    var left = full
    while left != 0 {
      if let microbatch = alone[part[left]] { microbatches.append(microbatch) }
      left &= ~part[left]
    }
    return microbatches
  }

  private func microbatch(of subset: Int) -> (packing: Packing, time: Double)? {
    var low = 0
    var high = deadlines.count
    var groups: [PackedGroup]?
    while low < high {
      let middle = (low + high) / 2
      if let found = self.groups(of: subset, by: deadlines[middle]) {
        groups = found
        high = middle
      } else {
        low = middle + 1
      }
    }
    return groups.map { groups in
      let packing = Packing(groups: groups)
      return (packing, packing.makespan(costs))
    }
  }

  /// The groups with the fewest devices that finish `subset` by `deadline`, or `nil` if too many.
  private func groups(of subset: Int, by deadline: Double) -> [PackedGroup]? {
    let unlimited = Int.max / 4
    // The smallest degree that runs a subset as one group.
    func degree(_ group: Int) -> Int? { times.firstIndex { $0[group] <= deadline } }
    var fewest = Array(repeating: unlimited, count: subset + 1)
    var firstGroup = Array(repeating: 0, count: subset + 1)
    fewest[0] = 0
    for part in 1...subset where part & ~subset == 0 {
      Self.forEachPart(of: part) { group in
        guard let degree = degree(group) else { return }
        let devices = costs.degrees[degree].degree + fewest[part & ~group]
        if devices < fewest[part] {
          fewest[part] = devices
          firstGroup[part] = group
        }
      }
    }
    guard fewest[subset] <= costs.deviceCount else { return nil }
    var groups: [PackedGroup] = []
    var left = subset
    while left != 0 {
      let group = firstGroup[left]
      guard let degree = degree(group) else { return nil }
      let members = lengths.indices.filter { group >> $0 & 1 == 1 }.map { lengths[$0] }
      groups.append(PackedGroup(degree: degree, members: LengthClasses(of: members)))
      left &= ~group
    }
    return groups
  }

  /// Visits the parts of `subset` that hold its lowest element, so that each partition comes up once.
  private static func forEachPart(of subset: Int, _ body: (Int) -> Void) {
    let lowest = subset & -subset
    let rest = subset & ~lowest
    var part = rest
    while true {
      body(part | lowest)
      if part == 0 { return }
      part = (part - 1) & rest
    }
  }
}
