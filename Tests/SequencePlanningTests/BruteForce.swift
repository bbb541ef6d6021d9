import Quantities
import SequencePlanning

/// Every plan there is, for a few sequences: written apart from the planner and without its ideas.
struct BruteForce {
  let costs: SequenceCosts
  let lengths: [Int]

  /// The least time of any plan, over all partitions into microbatches.
  func leastTime() -> Double {
    leastTime(of: Array(lengths.indices))
  }

  /// The least time with all sequences in one microbatch, infinite if memory does not suffice.
  func leastTimeOfOneMicrobatch() -> Double {
    microbatchTime(Array(lengths.indices))
  }

  private func leastTime(of sequences: [Int]) -> Double {
    var least = Double.infinity
    var times: [[Int]: Double] = [:]
    forEachPartition(sequences) { microbatches in
      var sum = 0.0
      for microbatch in microbatches {
        let time = times[microbatch] ?? microbatchTime(microbatch)
        times[microbatch] = time
        sum += time
        if sum >= least { return }
      }
      least = sum
    }
    return least
  }

  private func microbatchTime(_ sequences: [Int]) -> Double {
    var least = Double.infinity
    let floor = costs.microbatchFloor.value
    forEachPartition(sequences) { groups in
      least = min(least, fastestDegrees(groups, costs.deviceCount, floor, below: least))
    }
    return least
  }

  /// Tries every degree for every group.
  private func fastestDegrees(
    _ groups: [[Int]], _ devices: Int, _ slowest: Double, below limit: Double
  ) -> Double {
    guard let group = groups.first else { return slowest }
    var least = limit
    for degree in costs.degrees where degree.degree <= devices {
      let tokens = group.reduce(0) { $0 + lengths[$1] }
      guard tokens <= degree.tokenCapacity else { continue }
      var time = degree.fixed.value
      for sequence in group {
        let s = Double(lengths[sequence])
        time += degree.perSquaredToken.value * s * s + degree.perToken.value * s
      }
      guard max(time, slowest) < least else { continue }
      least = min(
        least,
        fastestDegrees(
          Array(groups.dropFirst()), devices - degree.degree, max(time, slowest), below: least))
    }
    return least
  }

  private func forEachPartition(_ elements: [Int], _ body: ([[Int]]) -> Void) {
    func place(_ i: Int, _ blocks: [[Int]]) {
      guard i < elements.count else { return body(blocks) }
      for b in blocks.indices {
        var next = blocks
        next[b].append(elements[i])
        place(i + 1, next)
      }
      place(i + 1, blocks + [[elements[i]]])
    }
    place(0, [])
  }
}

extension SequenceCosts {
  /// Costs of no real machine: steeper links for larger groups, memory for a few sequences.
  static func random(devices: Int, _ generator: inout SeededGenerator) throws -> SequenceCosts {
    let square = Double.random(in: 0...2e-4, using: &generator)
    let linear = Double.random(in: 0.01...0.1, using: &generator)
    let fixed = Double.random(in: 0...20, using: &generator)
    let capacity = Int.random(in: 300...900, using: &generator)
    var link = 0.0
    let degrees = (0...4).map { 1 << $0 }.filter { $0 <= devices }.map { degree in
      link += Double.random(in: 0...0.06, using: &generator)
      let d = Double(degree)
      return DegreeCosts(
        degree: degree, perSquaredToken: .init(square / d), perToken: .init((linear + link) / d),
        fixed: .init(fixed), tokenCapacity: capacity * degree)
    }
    // A third of the costs have traffic behind the groups, more of it than some groups take.
    let floor =
      Int.random(in: 0..<3, using: &generator) == 0
      ? Double.random(in: 0...60, using: &generator) : 0
    return try SequenceCosts(
      deviceCount: devices, degrees: degrees, microbatchFloor: Seconds(floor))
  }
}
