import Quantities

/// What other systems would do with the same batch, to compare plans with.
///
/// All three pack sequences into equal groups, best fit first, and run the groups in microbatches of
/// as many as there are devices for.
public struct Baselines: Sendable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// One degree for all batches: the largest, which fits every sequence (as with DeepSpeed-Ulysses).
    case fixedDegree
    /// The best single degree for each batch, FlexSP's BatchAda.
    case bestDegree
    /// The best single degree of ring attention for each batch.
    case contextParallel
  }

  /// Share of a group's tokens that packing may fill, unless one sequence needs more.
  ///
  /// Source: `solve_homo_sp_ffd_bfd_globalbatch` of the code released with FlexSP.
  private static let fill = 0.9

  private let costs: SequenceCosts
  private let ring: SequenceCosts?

  /// - Parameter ring: the costs of ring attention; without them there is no context-parallel baseline.
  public init(_ costs: SequenceCosts, ring: SequenceCosts? = nil) {
    self.costs = costs
    self.ring = ring
  }

  /// The plan of one baseline, or `nil` if no degree of it holds the batch.
  ///
  /// Its bounds are zero: nothing is proved about it.
  public func plan(_ kind: Kind, _ lengths: [Int]) throws -> SequencePlan? {
    switch kind {
    case .fixedDegree:
      return try costs.degrees.last.flatMap { try homogeneous(lengths, $0, costs) }
    case .bestDegree:
      return try best(lengths, costs)
    case .contextParallel:
      return try ring.flatMap { try best(lengths, $0) }
    }
  }

  private func best(_ lengths: [Int], _ costs: SequenceCosts) throws -> SequencePlan? {
    try costs.degrees.compactMap { try homogeneous(lengths, $0, costs) }
      .min { $0.time < $1.time }
  }

  /// The whole batch in groups of one degree.
  private func homogeneous(
    _ lengths: [Int], _ degree: DegreeCosts, _ costs: SequenceCosts
  ) throws -> SequencePlan? {
    try SequencePlanner(costs).check(lengths)
    guard let longest = lengths.max(), longest <= degree.tokenCapacity else { return nil }
    let capacity = max(Double(degree.tokenCapacity) * Self.fill, Double(longest))
    var groups = bestFit(lengths, capacity)
    let perMicrobatch = costs.deviceCount / degree.degree
    let microbatchCount = (groups.count + perMicrobatch - 1) / perMicrobatch
    let packed = groups.count
    while groups.count < microbatchCount * perMicrobatch {
      // An empty group takes the first sequence of the last group that can spare one.
      guard let giver = groups[..<packed].lastIndex(where: { $0.count > 1 }) else { break }
      groups.append([groups[giver].removeFirst()])
    }
    if packed < microbatchCount * perMicrobatch, degree.degree >= 16 {
      let last = (microbatchCount - 1) * perMicrobatch..<groups.count
      spread(&groups, last, lengths, capacity)
    }
    guard groups.allSatisfy({ tokens($0, lengths) <= degree.tokenCapacity }) else { return nil }
    return plan(groups, lengths, degree, perMicrobatch, costs)
  }

  /// Longest first into the group with the least room that suffices; members in batch order.
  private func bestFit(_ lengths: [Int], _ capacity: Double) -> [[Int]] {
    var groups: [[Int]] = []
    var room: [Double] = []
    // Groups that may still have room for something, in the order in which they were opened.
    var open: [Int] = []
    let shortest = Double(lengths.min() ?? 0)
    let order = lengths.indices.sorted { (lengths[$1], $0) < (lengths[$0], $1) }
    var next = 0
    while next < order.count {
      let length = Double(lengths[order[next]])
      var chosen = -1
      for g in open where room[g] >= length && (chosen < 0 || room[g] < room[chosen]) {
        chosen = g
      }
      if chosen < 0 {
        chosen = groups.count
        groups.append([])
        room.append(capacity)
        open.append(chosen)
      }
      // The best fit stays the best for sequences of the same length, as long as they fit.
      while next < order.count, Double(lengths[order[next]]) == length, room[chosen] >= length {
        groups[chosen].append(order[next])
        room[chosen] -= length
        next += 1
      }
      if room[chosen] < shortest { open.removeAll { $0 == chosen } }
    }
    return groups.map { $0.sorted() }
  }

  /// Moves sequences from groups above the average tokens to groups below it.
  private func spread(
    _ groups: inout [[Int]], _ range: Range<Int>, _ lengths: [Int], _ capacity: Double
  ) {
    let average = range.reduce(0) { $0 + tokens(groups[$1], lengths) } / max(range.count, 1)
    for taker in range.dropFirst() where tokens(groups[taker], lengths) <= average {
      for giver in range.lowerBound..<taker {
        for sequence in groups[giver] {
          let held = tokens(groups[taker], lengths)
          guard held < average, tokens(groups[giver], lengths) > average, groups[giver].count > 1
          else { break }
          if Double(held + lengths[sequence]) <= capacity {
            groups[giver].removeAll { $0 == sequence }
            groups[taker].append(sequence)
          }
        }
      }
    }
  }

  private func tokens(_ group: [Int], _ lengths: [Int]) -> Int {
    group.reduce(0) { $0 + lengths[$1] }
  }

  private func plan(
    _ groups: [[Int]], _ lengths: [Int], _ degree: DegreeCosts, _ perMicrobatch: Int,
    _ costs: SequenceCosts
  ) -> SequencePlan {
    let microbatches = stride(from: 0, to: groups.count, by: perMicrobatch).map { start in
      let own = groups[start..<min(start + perMicrobatch, groups.count)]
      let planned = own.enumerated().map { position, sequences in
        let first = position * degree.degree
        return SequencePlan.Group(
          devices: first..<first + degree.degree, sequences: sequences.sorted(),
          tokens: tokens(sequences, lengths),
          time: sequences.reduce(degree.fixed) { $0 + degree.time(ofSequence: lengths[$1]) })
      }
      let used = own.count * degree.degree
      return SequencePlan.Microbatch(
        groups: planned, idleDevices: used < costs.deviceCount ? [used..<costs.deviceCount] : [],
        time: planned.map(\.time).reduce(costs.microbatchFloor, max), lowerBound: .zero)
    }
    return SequencePlan(
      microbatches: microbatches, time: microbatches.map(\.time).sum(), lowerBound: .zero,
      globalLowerBound: .zero)
  }
}
