import Quantities

/// Plans batches of sequences of unequal length: microbatches, groups, and who runs where.
///
/// ```swift
/// let planner = try SequencePlanner(costs)
/// let plan = try planner.plan([100_000, 48_000, 48_000, 48_000, 48_000])
/// for group in plan.microbatches[0].groups { print(group.degree, group.sequences) }
/// ```
///
/// Planning is a function of the lengths and the options: no clock, no random number, no thread
/// decides anything.
///
/// Source: FlexSP (Wang et al. 2025, arXiv:2412.01523). Where this planner differs is told in
/// Docs/Guides/SequencePlanning.md.
public struct SequencePlanner: Sendable {
  public enum Solver: String, Sendable, Hashable, CaseIterable {
    /// Greedy packing, improved and certified by linear programs.
    case programs
    /// Greedy packing alone; its bounds are the closed forms.
    case packing
    /// The mixed-integer program of the paper, for cross-checks on small batches.
    case reference
  }

  /// How much a plan may cost to find.
  public enum Effort: String, Sendable, Hashable, CaseIterable {
    /// Some ten milliseconds of CPU for 512 sequences on 64 devices. A plan that pools microbatches
    /// is taken only if the gap of each is proved.
    case fast
    /// Up to some seconds. The fastest plan is taken, whatever could be proved about it.
    case thorough
  }

  public struct Options: Hashable, Sendable {
    public var solver = Solver.programs
    public var effort = Effort.fast
    /// How many microbatch counts are tried after the last one that was an improvement.
    public var extraMicrobatches = 4
    /// Whether idle time and memory of a microbatch take sequences of later ones.
    public var fillsSlack = true
    /// Whether microbatches may be packed together and then taken apart.
    public var pools = true
    /// Whether devices without a sequence get one that another group can spare.
    public var spreadsOntoIdleDevices = true
    /// The gap per microbatch that is to be proved, relative to the bound.
    public var gap = 0.01
    /// Nodes that one pricing search may visit.
    public var pricingNodes = 100_000
    /// Nodes that all pricing searches of a fast plan may visit; what is not proved by then stays open.
    public var proofNodes = 400_000
    /// Nodes of the reference program.
    public var referenceNodes = 2_000
    /// Classes of length in the reference program; lengths are rounded up to the longest of a class.
    public var referenceBuckets = 16

    public init() {}
  }

  public let costs: SequenceCosts
  public let options: Options

  /// - Throws: `SequencePlanningError.invalidOption`.
  public init(_ costs: SequenceCosts, _ options: Options = Options()) throws {
    if let issue = options.issue { throw SequencePlanningError.invalidOption(issue) }
    self.costs = costs
    self.options = options
  }

  /// The plan for one batch.
  ///
  /// - Parameter lengths: tokens per sequence, padded as the training job pads them.
  /// - Throws: `SequencePlanningError` for a batch without a plan.
  public func plan(_ lengths: [Int]) throws -> SequencePlan {
    var experience = SequencePlanStream.Experience()
    return try plan(lengths, from: drafts(lengths), tolerance: 0, experience: &experience)
  }

  /// The plan for one batch, with what earlier batches left behind.
  func plan(
    _ lengths: [Int], from drafts: [SequencePlan.Draft], tolerance: Double,
    experience: inout SequencePlanStream.Experience
  ) throws -> SequencePlan {
    let known = experience
    let plan = try choose(
      from: drafts, of: lengths, tolerance: tolerance, experience: &experience)
    guard options.effort == .thorough else { return plan }
    // More effort is never worse than less.
    var fast = options
    fast.effort = .fast
    let planner = try SequencePlanner(costs, fast)
    var other = known
    let quick = try planner.choose(
      from: planner.drafts(lengths), of: lengths, tolerance: tolerance, experience: &other)
    guard quick.time < plan.time else { return plan }
    experience = other
    return quick
  }

  /// Plans that differ in their microbatches, the fastest first, not yet certified.
  func drafts(_ lengths: [Int]) throws -> [SequencePlan.Draft] {
    try check(lengths)
    let classes = LengthClasses(of: lengths)
    if lengths.count <= ExactSearch.largestCount, options.solver == .programs,
      let microbatches = ExactSearch(lengths.sorted(by: >), costs).batch()
    {
      let times = microbatches.map(\.time)
      return [
        SequencePlan.Draft(
          packings: microbatches.map(\.packing), lowerBounds: times,
          globalLowerBound: times.reduce(0, +))
      ]
    }
    var drafts = try MicrobatchSearch(costs, options).drafts(classes)
    // The best single degree is the floor under every mix.
    if options.solver != .reference, let floor = try Baselines(costs).plan(.bestDegree, lengths),
      floor.time.value < drafts.first?.time(costs) ?? .infinity
    {
      drafts.insert(SequencePlan.Draft(floor, of: lengths, costs), at: 0)
    }
    guard !drafts.isEmpty else {
      throw SequencePlanningError.invalidCosts(["no microbatch holds even one sequence"])
    }
    return drafts
  }

  /// The draft with the bounds of its microbatches proved, and improved where the proofs show a way.
  func certified(
    _ draft: SequencePlan.Draft, warm: [PackedGroup]
  ) throws -> SequencePlan.Draft {
    var draft = draft
    var limits = Certificate.Limits()
    limits.gap = options.gap
    limits.pricingNodes = options.pricingNodes
    if options.effort == .fast { limits.nodeBudget = options.proofNodes }
    if draft.isPooled, options.effort == .fast { limits.limitToGlance() }
    var known: [LengthClasses: Certificate.Outcome] = [:]
    for i in draft.packings.indices {
      let classes = draft.packings[i].classes
      let outcome: Certificate.Outcome
      if let earlier = known[classes] {
        outcome = earlier
      } else {
        outcome = try bounded(draft.packings[i], classes, known: draft.lowerBounds[i], limits, warm)
        limits.nodeBudget = max(0, limits.nodeBudget - outcome.pricingNodes)
      }
      known[classes] = outcome
      draft.packings[i] = outcome.packing
      draft.lowerBounds[i] = outcome.lowerBound
    }
    draft.globalLowerBound = min(draft.globalLowerBound, draft.time(costs))
    return draft
  }

  /// One packing with a bound, and with its idle devices at work.
  private func bounded(
    _ packing: Packing, _ classes: LengthClasses, known bound: Double,
    _ limits: Certificate.Limits, _ warm: [PackedGroup]
  ) throws -> Certificate.Outcome {
    var outcome = Certificate.Outcome(packing: packing, lowerBound: bound)
    if bound == 0 {
      let problem = PackingProblem(classes, costs)
      if options.solver == .programs {
        outcome = try Certificate(problem, limits).certify(packing, warm: warm)
      } else {
        outcome.lowerBound = min(problem.closedFormBound(), packing.makespan(costs))
      }
    }
    if options.spreadsOntoIdleDevices {
      outcome.packing = IdleDevices(costs).spread(outcome.packing)
    }
    return outcome
  }

  func check(_ lengths: [Int]) throws {
    guard !lengths.isEmpty else { throw SequencePlanningError.emptyBatch }
    let longest = costs.longestSequence
    for (i, length) in lengths.enumerated() {
      if length < 1 { throw SequencePlanningError.lengthNotPositive(sequence: i, length: length) }
      if length > costs.positionLimit {
        throw SequencePlanningError.sequenceBeyondPositions(
          sequence: i, length: length, positions: costs.positionLimit)
      }
      if length > longest {
        throw SequencePlanningError.sequenceTooLong(sequence: i, length: length, longest: longest)
      }
    }
  }
}

extension SequencePlanner.Options {
  fileprivate var issue: String? {
    if !(0...1_000).contains(extraMicrobatches) {
      return "the number of extra microbatch counts is \(extraMicrobatches); give 0 to 1,000"
    }
    if !(gap.isFinite && gap >= 0) { return "the gap is \(gap); give a number such as 0.01" }
    if pricingNodes < 1 { return "the pricing nodes are \(pricingNodes); give at least 1" }
    if proofNodes < 1 { return "the nodes of proofs are \(proofNodes); give at least 1" }
    if referenceNodes < 0 { return "the reference nodes are \(referenceNodes); give at least 0" }
    if referenceBuckets < 1 {
      return "the reference buckets are \(referenceBuckets); give at least 1"
    }
    return nil
  }
}

extension Packing {
  /// The sequences of all groups together.
  var classes: LengthClasses {
    var all: [Int: Int] = [:]
    for group in groups {
      for (length, count) in zip(group.members.lengths, group.members.counts) {
        all[length, default: 0] += count
      }
    }
    return LengthClasses(all)
  }
}
