import Quantities

/// How many microbatches, and which sequences in each.
///
/// Every count from the smallest that memory allows is tried: the sorted batch is cut into that many
/// runs and each run packed, once as it is and once with the slack of each microbatch filled from
/// those after it. Equal runs are packed once. Then the last microbatches are packed as one pool.
struct MicrobatchSearch {
  private let costs: SequenceCosts
  private let options: SequencePlanner.Options

  init(_ costs: SequenceCosts, _ options: SequencePlanner.Options) {
    self.costs = costs
    self.options = options
  }

  /// Drafts of all counts tried, the fastest first.
  func drafts(_ classes: LengthClasses) throws -> [SequencePlan.Draft] {
    var memory = Memory()
    var drafts: [(time: Double, packings: [Packing], isPooled: Bool)] = []
    let bound = GlobalBound(classes, costs)
    var sinceBest = 0
    var count = bound.fewestMicrobatches
    // Among thousands of microbatches one more is no news.
    let step = max(1, count / 32)
    // A cut into as many microbatches as sequences always packs, so the loop ends.
    let most = classes.sequenceCount
    while sinceBest <= options.extraMicrobatches, count <= most {
      defer { count = count < most ? min(count + step, most) : most + 1 }
      let best = drafts.map(\.time).min() ?? .infinity
      if bound.time(microbatches: count) >= best { break }
      guard let plain = try packEach(classes, count, &memory) else { continue }
      drafts.append((time(plain), plain, false))
      if options.fillsSlack, options.solver != .reference,
        let filled = try packFilling(classes, count, &memory)
      {
        drafts.append((time(filled), filled, false))
      }
      let latest = drafts.map(\.time).min() ?? .infinity
      sinceBest = latest < best ? 1 : sinceBest + 1
    }
    if options.pools, options.solver != .reference,
      bound.fewestMicrobatches <= Self.largestPool / costs.deviceCount,
      let best = drafts.min(by: { $0.time < $1.time })
    {
      let last = options.effort == .thorough ? count - 1 : best.packings.count
      let counts = bound.fewestMicrobatches...max(bound.fewestMicrobatches, last)
      if let pooled = try packPooled(
        classes, counts, below: best.time * (1 - Self.worthwhile), &memory)
      {
        drafts.append((time(pooled), pooled, true))
      }
    }
    let order = drafts.indices.sorted { (drafts[$0].time, $0) < (drafts[$1].time, $1) }
    let globalBound = bound.time(microbatches: bound.fewestMicrobatches)
    return order.map { i in
      SequencePlan.Draft(
        packings: drafts[i].packings,
        lowerBounds: Array(repeating: 0, count: drafts[i].packings.count),
        globalLowerBound: globalBound, isPooled: drafts[i].isPooled)
    }
  }

  private struct Memory {
    var packings: [LengthClasses: Packing?] = [:]
  }

  private func time(_ packings: [Packing]) -> Double {
    packings.reduce(0) { $0 + $1.makespan(costs) }
  }

  private func packing(_ classes: LengthClasses, _ memory: inout Memory) throws -> Packing? {
    if let known = memory.packings[classes] { return known }
    let problem = PackingProblem(classes, costs)
    let packing =
      switch options.solver {
      case .programs, .packing: PackingSearch(problem).best()
      case .reference: try ReferenceProgram(classes, costs, options).best()
      }
    memory.packings[classes] = packing
    return packing
  }

  private func packEach(
    _ classes: LengthClasses, _ count: Int, _ memory: inout Memory
  ) throws -> [Packing]? {
    guard let chunks = Chunking.balanced(classes, count: count, limit: costs.tokenCapacity) else {
      return nil
    }
    var packings: [Packing] = []
    for chunk in chunks {
      guard let packing = try packing(chunk, &memory) else { return nil }
      packings.append(packing)
    }
    return packings
  }

  /// Packs the longest run, fills its slack from the rest, and cuts the rest anew.
  private func packFilling(
    _ classes: LengthClasses, _ count: Int, _ memory: inout Memory
  ) throws -> [Packing]? {
    var left = classes
    return try packFilling(&left, count, leading: count, &memory)
  }

  /// Takes the sequences of the first `leading` of `count` microbatches off `left`.
  private func packFilling(
    _ left: inout LengthClasses, _ count: Int, leading: Int, _ memory: inout Memory
  ) throws -> [Packing]? {
    var packings: [Packing] = []
    while !left.isEmpty, packings.count < leading {
      guard
        let chunk = Chunking.firstOfBalanced(
          left, count: count - packings.count, limit: costs.tokenCapacity),
        var packing = try packing(chunk, &memory)
      else { return nil }
      left = left.subtracting(chunk)
      let filling = SlackFilling(costs, until: packing.makespan(costs))
      left = left.subtracting(filling.fill(&packing, from: left))
      packings.append(packing)
    }
    return packings
  }

  /// The best plan whose last microbatches were packed as one, if it is faster than `limit`.
  ///
  /// Groups of one deadline on `m` times the devices fall apart into `m` microbatches of that
  /// deadline, since sizes that are powers of two fill each to the last device. Sequences are then no
  /// longer sorted into microbatches, which uses memory better and may save one. The longest, which
  /// would force a long deadline upon all, go ahead in microbatches of their own.
  private func packPooled(
    _ classes: LengthClasses, _ counts: ClosedRange<Int>, below limit: Double,
    _ memory: inout Memory
  ) throws -> [Packing]? {
    var best: [Packing]?
    var bestTime = limit
    for count in counts {
      let most = options.effort == .thorough ? count - 1 : min(Self.mostLeading, count - 1)
      for leading in 0...most {
        var left = classes
        guard let ahead = try packFilling(&left, count, leading: leading, &memory),
          let rest = try pool(left, into: count - leading)
        else { continue }
        let packings = ahead + rest
        if time(packings) < bestTime {
          bestTime = time(packings)
          best = packings
        }
      }
    }
    return try best?.map { packing in
      let alone = try self.packing(packing.classes, &memory) ?? packing
      return alone.makespan(costs) < packing.makespan(costs) ? alone : packing
    }
  }

  /// What a pool has to gain, relative, to be worth proving: certificates of sorted microbatches are
  /// easier, and often gain as much.
  private static let worthwhile = 0.0025
  /// Microbatches that go ahead of a pool at most, in a fast search.
  private static let mostLeading = 3
  /// Devices of a pool at most: packing takes time in proportion to the groups.
  private static let largestPool = 4_096

  private func pool(_ classes: LengthClasses, into count: Int) throws -> [Packing]? {
    if classes.isEmpty { return [] }
    guard count <= Self.largestPool / costs.deviceCount else { return nil }
    let pooled = try SequenceCosts(
      deviceCount: count * costs.deviceCount, degrees: costs.degrees,
      microbatchFloor: costs.microbatchFloor)
    guard let packed = PackingSearch(PackingProblem(classes, pooled)).best() else { return nil }
    let ordered = packed.groups.sorted { a, b in
      (a.degree, a.time(costs)) > (b.degree, b.time(costs))
    }
    var room = Array(repeating: costs.deviceCount, count: count)
    var groups = Array(repeating: [PackedGroup](), count: count)
    for group in ordered {
      let degree = costs.degrees[group.degree].degree
      guard let m = room.firstIndex(where: { $0 >= degree }) else { return nil }
      room[m] -= degree
      groups[m].append(group)
    }
    return groups.filter { !$0.isEmpty }.map {
      PackingExchange(costs, Packing(groups: $0)).improved(downTo: 0)
    }
  }
}

/// What no plan of a batch can beat, however it is cut into microbatches.
///
/// Each microbatch pays the fixed time, and all of them together need the device-seconds of each
/// sequence in its cheapest degree.
struct GlobalBound {
  /// The fewest microbatches that memory allows.
  let fewestMicrobatches: Int
  private let floor: Double
  private let fixed: Double
  private let shared: Double
  private let alone: Double

  init(_ classes: LengthClasses, _ costs: SequenceCosts) {
    let capacity = max(costs.tokenCapacity, 1)
    fewestMicrobatches = max(1, (classes.tokenCount + capacity - 1) / capacity)
    let problem = PackingProblem(classes, costs)
    let fixed = costs.degrees.map(\.fixed.value).min() ?? 0
    var work = 0.0
    var alone = 0.0
    for c in 0..<problem.classCount {
      let degrees = costs.degrees.indices
      work += (degrees.map { problem.work($0, c) }.min() ?? 0) * Double(classes.counts[c])
      let fastest = degrees.map { problem.time($0, c) + costs.degrees[$0].fixed.value }.min()
      alone = max(alone, (fastest ?? fixed) - fixed)
    }
    floor = costs.microbatchFloor.value
    self.fixed = fixed
    self.alone = alone
    shared = work / Double(costs.deviceCount)
  }

  /// The bound for plans with at least `count` microbatches, in seconds.
  func time(microbatches count: Int) -> Double {
    max(Double(count) * floor, Double(count) * fixed + max(shared, alone))
  }
}
