import Quantities

/// How many microbatches, and which sequences in each.
///
/// Every count from the smallest that memory allows is tried: the sorted batch is cut into that many
/// runs and each run packed, once as it is and once with the slack of each microbatch filled from
/// those after it. Equal runs are packed once.
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
    var drafts: [(time: Double, packings: [Packing])] = []
    let bound = GlobalBound(classes, costs)
    var feasible = 0
    var count = bound.fewestMicrobatches
    // A cut into as many microbatches as sequences always packs, so the loop ends.
    while feasible <= options.extraMicrobatches, count <= classes.sequenceCount {
      defer { count += 1 }
      let best = drafts.map(\.time).min() ?? .infinity
      if bound.time(microbatches: count) >= best { break }
      guard let plain = try packEach(classes, count, &memory) else { continue }
      feasible += 1
      drafts.append((time(plain), plain))
      if options.fillsSlack, options.solver != .reference,
        let filled = try packFilling(classes, count, &memory)
      {
        drafts.append((time(filled), filled))
      }
      for leading in 0..<count {
        if let p = try pooled(classes, count, leading: leading, &memory) {
          drafts.append((time(p), p))
          print(count, leading, Int(time(p) * 1000), best)
        }
      }
    }
    let order = drafts.indices.sorted { (drafts[$0].time, $0) < (drafts[$1].time, $1) }
    let globalBound = bound.time(microbatches: bound.fewestMicrobatches)
    return order.map { i in
      SequencePlan.Draft(
        packings: drafts[i].packings,
        lowerBounds: Array(repeating: 0, count: drafts[i].packings.count),
        globalLowerBound: globalBound)
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

  private func pooled(
    _ classes: LengthClasses, _ count: Int, leading: Int, _ memory: inout Memory
  ) throws -> [Packing]? {
    var left = classes
    var packings: [Packing] = []
    while packings.count < leading, !left.isEmpty {
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
    if left.isEmpty { return packings }
    let bins = count - leading
    let pool = try SequenceCosts(deviceCount: bins * costs.deviceCount, degrees: costs.degrees)
    guard let packed = PackingSearch(PackingProblem(left, pool)).best() else { return nil }
    let ordered = packed.groups.sorted { a, b in
      (a.degree, a.time(costs)) > (b.degree, b.time(costs))
    }
    var room = Array(repeating: costs.deviceCount, count: bins)
    var own = Array(repeating: [PackedGroup](), count: bins)
    for group in ordered {
      let degree = costs.degrees[group.degree].degree
      guard let bin = room.indices.first(where: { room[$0] >= degree }) else { return nil }
      room[bin] -= degree
      own[bin].append(group)
    }
    for groups in own where !groups.isEmpty {
      let pooled = PackingExchange(costs, Packing(groups: groups)).improved(downTo: 0)
      let alone = try packing(pooled.classes, &memory)
      packings.append([pooled, alone ?? pooled].min { $0.makespan(costs) < $1.makespan(costs) } ?? pooled)
    }
    return packings
  }

  /// Packs the longest run, fills its slack from the rest, and cuts the rest anew.
  private func packFilling(
    _ classes: LengthClasses, _ count: Int, _ memory: inout Memory
  ) throws -> [Packing]? {
    var left = classes
    var packings: [Packing] = []
    while !left.isEmpty {
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
}

/// What no plan of a batch can beat, however it is cut into microbatches.
///
/// Each microbatch pays the fixed time, and all of them together need the device-seconds of each
/// sequence in its cheapest degree.
struct GlobalBound {
  /// The fewest microbatches that memory allows.
  let fewestMicrobatches: Int
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
    self.fixed = fixed
    self.alone = alone
    shared = work / Double(costs.deviceCount)
  }

  /// The bound for plans with at least `count` microbatches, in seconds.
  func time(microbatches count: Int) -> Double {
    Double(count) * fixed + max(shared, alone)
  }
}
