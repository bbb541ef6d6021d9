public import Quantities

/// Plans one batch after another in the background, ahead of the training loop.
///
/// ```swift
/// let stream = try SequencePlanStream(planner)
/// for lengths in nextBatches { await stream.submit(lengths) }
/// while let plan = try await stream.next() { train(plan) }
/// ```
///
/// What is known from earlier batches helps the later ones. Their groups start the linear programs, and
/// the blocks of devices that have run groups keep their communicators, so that a plan that needs
/// fewer new ones is preferred when it is hardly slower. That knowledge passes from batch to batch
/// in the order of submission, never in the order of completion: the plans are the same whatever
/// the number of threads.
public actor SequencePlanStream {
  public struct Options: Hashable, Sendable {
    /// Batches that are worked on at the same time.
    public var concurrentBatches = 2
    /// How much slower than the fastest, relative, a plan may be that needs fewer new communicators.
    public var reuseTolerance = 0.01

    public init() {}
  }

  /// What earlier batches leave behind.
  struct Experience: Sendable {
    var blocks: Set<Range<Int>> = []
    var groups: [PackedGroup] = []
  }

  private struct Step: Sendable {
    var plan: Result<SequencePlan, any Error>
    var experience: Experience
    var spent: Seconds?
  }

  private struct Drafts: Sendable {
    var drafts: Result<[SequencePlan.Draft], any Error>
    var spent: Seconds?
  }

  private let planner: SequencePlanner
  private let options: Options
  private let clock: (@Sendable () -> Seconds)?
  private var drafting: [Task<Drafts, Never>] = []
  private var latest: Task<Step, Never>?
  private var waiting: [Task<Step, Never>] = []

  /// - Parameter clock: reads the processor time that the calling thread has used so far, where plans
  ///   are to say what they cost.
  /// - Throws: `SequencePlanningError.invalidOption`.
  public init(
    _ planner: SequencePlanner, _ options: Options = Options(),
    clock: (@Sendable () -> Seconds)? = nil
  ) throws {
    guard options.concurrentBatches >= 1 else {
      throw SequencePlanningError.invalidOption(
        "the number of concurrent batches is \(options.concurrentBatches); give at least 1")
    }
    guard options.reuseTolerance >= 0, options.reuseTolerance.isFinite else {
      throw SequencePlanningError.invalidOption(
        "the tolerance for reuse is \(options.reuseTolerance); give a number such as 0.01")
    }
    self.planner = planner
    self.options = options
    self.clock = clock
  }

  /// Hands over the next batch and returns at once.
  public func submit(_ lengths: [Int]) {
    let planner = planner
    let tolerance = options.reuseTolerance
    let earlier = drafting.count >= options.concurrentBatches ? drafting.removeFirst() : nil
    let clock = clock
    let drafts = Task.detached(priority: .utility) { () -> Drafts in
      _ = await earlier?.value
      let start = clock?()
      let drafts = Result { try planner.drafts(lengths) }
      return Drafts(drafts: drafts, spent: Self.time(since: start, clock))
    }
    drafting.append(drafts)
    let before = latest
    let step = Task.detached(priority: .utility) { () -> Step in
      let drafts = await drafts.value
      var experience = await before?.value.experience ?? Experience()
      let start = clock?()
      let plan = Result {
        try planner.plan(
          lengths, from: drafts.drafts.get(), tolerance: tolerance, experience: &experience)
      }
      let spent = Self.time(since: start, clock).flatMap { own in drafts.spent.map { own + $0 } }
      return Step(plan: plan, experience: experience, spent: spent)
    }
    latest = step
    waiting.append(step)
  }

  /// The plan of the earliest batch that was not asked for yet, or `nil` if there is none.
  ///
  /// - Throws: the `SequencePlanningError` of that batch; later batches are not affected.
  public func next() async throws -> SequencePlan? {
    try await nextMeasured()?.plan
  }

  /// The same, with the processor time that the plan took; `nil` without a clock.
  public func nextMeasured() async throws -> (plan: SequencePlan, cpuTime: Seconds?)? {
    guard !waiting.isEmpty else { return nil }
    let step = await waiting.removeFirst().value
    return (try step.plan.get(), step.spent)
  }

  private static func time(since start: Seconds?, _ clock: (@Sendable () -> Seconds)?) -> Seconds? {
    clock.flatMap { now in start.map { now() - $0 } }
  }
}

extension SequencePlanner {
  /// Chooses among drafts sorted by time, certifies the choice, and adds it to the experience.
  func choose(
    from drafts: [SequencePlan.Draft], of lengths: [Int], tolerance: Double,
    experience: inout SequencePlanStream.Experience
  ) throws -> SequencePlan {
    let known = experience.blocks
    func newBlocks(_ draft: SequencePlan.Draft) -> Int {
      SequencePlan(draft, of: lengths, costs, preferring: known).blocks.subtracting(known).count
    }
    let limit = drafts[0].time(costs) * (1 + tolerance)
    var chosen = drafts[0]
    var fewest = newBlocks(chosen)
    for draft in drafts.dropFirst() where fewest > 0 && draft.time(costs) <= limit {
      let count = newBlocks(draft)
      if count < fewest {
        fewest = count
        chosen = draft
      }
    }
    var draft = try certified(chosen, warm: experience.groups)
    if draft.isPooled, options.solver == .programs,
      options.effort == .thorough || draft.gap(costs) > options.gap * (1 + 1e-6),
      let sorted = drafts.first(where: { !$0.isPooled })
    {
      let other = try certified(sorted, warm: experience.groups)
      if options.effort == .fast || other.time(costs) < draft.time(costs) { draft = other }
    }
    let plan = SequencePlan(draft, of: lengths, costs, preferring: known)
    experience.blocks.formUnion(plan.blocks)
    experience.groups = draft.packings.flatMap(\.groups)
    return plan
  }
}
