public import ClusterTopology
import CostModel
public import ModelDescription
public import Quantities
public import StrategySpace

/// Coefficients of sequence planning from the cost model, for any model on any cluster.
///
/// ```swift
/// let modelled = try ModelledSequenceCosts(of: llama, job, on: cluster)
/// let plan = try SequencePlanner(modelled.costs).plan(lengths)
/// ```
///
/// Every group size that heads and nodes allow is priced with some batches of equal sequences, as a
/// mesh of context-parallel groups: `DegreeCosts` are the coefficients that fit them best. Memory is
/// linear in the tokens of a group, so two samples tell how many it holds.
///
/// Gathers and reductions of sharded parameters run behind the passes over all devices, so they bound
/// a microbatch from below (`SequenceCosts.microbatchFloor`) and are no part of a group's time.
public struct ModelledSequenceCosts: Sendable {
  public struct Options: Hashable, Sendable {
    public var parallelism = SequenceParallelism.allToAll
    public var zeroStage = ZeROStage.parameters
    public var recomputation = Recomputation.none
    /// Fraction of the usable memory that stays free.
    public var memoryHeadroom = 0.0

    public init() {}
  }

  public let costs: SequenceCosts
  /// What a step takes beyond its microbatches: the update of the weights, and the communication that
  /// its first and last microbatch cannot hide.
  public let timePerStep: Seconds
  /// The largest relative difference between a group's time by its coefficients and by the cost model,
  /// at the batches that were priced.
  public let largestFitError: Double
  /// Group sizes that cannot run, with the reason.
  public let refused: [Refusal]

  public struct Refusal: Hashable, Sendable {
    public var degree: Int
    public var reason: String
  }

  /// - Parameters:
  ///   - job: precision, optimizer and kernels; its batch size and lengths do not matter.
  ///   - isAllowed: the group sizes to use.
  /// - Throws: `SequencePlanningError.unsuitable` when no group size can run, `ModelError` when the
  ///   model cannot be laid out.
  public init(
    of model: Model, _ job: TrainingJob, on cluster: Cluster, _ options: Options = Options(),
    degrees isAllowed: (Int) -> Bool = { _ in true }
  ) throws {
    let samples = GroupSamples(model: model, job: job, cluster: cluster, options: options)
    try samples.checkSuitability()
    var priced: [GroupPrice] = []
    var refused: [Refusal] = []
    for degree in cluster.groupSizes where isAllowed(degree) {
      if let reason = try samples.refusal(of: degree) {
        refused.append(Refusal(degree: degree, reason: reason))
      } else if let price = try samples.price(degree) {
        priced.append(price)
      } else {
        refused.append(
          Refusal(degree: degree, reason: "the memory has no room for tokens beside the weights"))
      }
    }
    guard !priced.isEmpty else {
      throw SequencePlanningError.unsuitable(Self.words(for: refused))
    }
    costs = try SequenceCosts(
      deviceCount: cluster.deviceCount, degrees: priced.map(\.costs),
      microbatchFloor: priced.map(\.traffic).max() ?? .zero, positionLimit: model.positionLimit)
    timePerStep = priced.map(\.timePerStep).max() ?? .zero
    largestFitError = priced.map(\.fitError).max() ?? 0
    self.refused = refused
  }

  /// Why no group can run; a reason that all sizes share is said once.
  private static func words(for refused: [Refusal]) -> String {
    guard let first = refused.first else { return "no group size is allowed" }
    if refused.allSatisfy({ $0.reason == first.reason }) {
      return "no group of any size can run: \(first.reason)"
    }
    return refused.map { "groups of \($0.degree): \($0.reason)" }.joined(separator: "; ")
  }
}

/// One group size, priced.
struct GroupPrice {
  var costs: DegreeCosts
  var traffic: Seconds
  var timePerStep: Seconds
  var fitError: Double
}

extension Model {
  /// Whether each sample has a source and a target.
  fileprivate var hasTwoSequences: Bool {
    if case .transformer(let family) = architecture, case .encoderDecoder = family.kind {
      return true
    }
    return false
  }

  /// The longest sequence that the model has positions for.
  fileprivate var positionLimit: Int {
    if case .transformer(let family) = architecture, case .learned(let max) = family.positions {
      return max
    }
    return ModelLimits.sequenceLength
  }
}

extension Cluster {
  /// Powers of two whose blocks neither straddle a node nor leave one half full.
  fileprivate var groupSizes: [Int] {
    (0..<30).map { 1 << $0 }.filter { size in
      size <= deviceCount
        && groups.allSatisfy {
          $0.node.deviceCount % size == 0 || size % $0.node.deviceCount == 0
        }
    }
  }
}

extension GroupSamples {
  /// Tokens per device of the two samples that tell the memory of a token.
  private static let memoryTokens = [256, 1024]
  /// Parts of a full group's tokens, and of its longest sequence, that are priced.
  private static let fillings = [1, 2, 4]
  private static let shortenings = [1, 4, 16, 64]

  func checkSuitability() throws {
    let placement = Placement.allNodes(of: cluster)
    let whole = Strategy(dataParallelSize: cluster.deviceCount)
    let length = min(2, model.positionLimit)
    let costs = try costModel(length: length, samplesPerStep: cluster.deviceCount)
    let violation =
      whole.violation(on: placement, of: cluster) ?? costs.precisionViolation(on: placement)
    if let violation { throw SequencePlanningError.unsuitable(violation.message) }
    let lengths = ModelTraits(costs.graph, costs.job).sequenceLengths
    guard lengths == [length], !model.hasTwoSequences else {
      throw SequencePlanningError.unsuitable(
        "the model does not attend over one sequence of any length, as language models do")
    }
  }

  /// Why groups of `degree` devices cannot run.
  func refusal(of degree: Int) throws -> String? {
    for division in [division(degree), ringBetweenNodes(degree)].compactMap(\.self) {
      let length = min(2 * degree, model.positionLimit)
      let strategy = strategy(division, sequences: 1)
      let costs = try costModel(length: length, samplesPerStep: strategy.dataParallelSize)
      if let violation = strategy.violation(for: ModelTraits(costs.graph, costs.job)) {
        return violation.message
      }
    }
    return nil
  }

  /// How a group divides its sequences, up to the ring of a hybrid group.
  private func division(_ degree: Int) -> Division {
    switch options.parallelism {
    case .allToAll: Division(context: degree)
    case .ring: Division(context: degree, kind: .ring)
    case .hybrid: Division(context: min(degree, devicesPerNode))
    }
  }

  /// The ring of a hybrid group. Heads are divided within each node by the all-to-all, which to the
  /// ring is the same as dividing them over tensor-parallel ranks.
  private func ringBetweenNodes(_ degree: Int) -> Division? {
    guard options.parallelism == .hybrid, degree > devicesPerNode else { return nil }
    return Division(context: degree / devicesPerNode, kind: .ring, tensor: devicesPerNode)
  }

  private var devicesPerNode: Int {
    let smallest = cluster.groups.map(\.node.deviceCount).min() ?? 1
    return 1 << (Int.bitWidth - 1 - max(smallest, 1).leadingZeroBitCount)
  }

  // MARK: Memory

  /// Tokens that a group of `degree` has room for.
  private func capacity(_ degree: Int) throws -> Int {
    let whole = Division(context: degree)
    let samples = try Self.memoryTokens.map { tokens in
      let length = min(tokens * degree, model.positionLimit)
      let count = max(1, tokens * degree / length)
      return (
        tokens: Double(count * length), bytes: try memory(whole, sequences: count, of: length)
      )
    }
    let perToken = (samples[1].bytes - samples[0].bytes) / (samples[1].tokens - samples[0].tokens)
    let resident = samples[0].bytes - perToken * samples[0].tokens
    let usable = cluster.groups.map(\.node.device.usableMemory).min() ?? .zero
    let room = usable * (1 - options.memoryHeadroom) - resident
    guard perToken > .zero, room > .zero else { return 0 }
    return Int(min((room / perToken).rounded(.down), Double(1 << 36)))
  }

  // MARK: Time

  /// - Returns: `nil` when no token fits.
  func price(_ degree: Int) throws -> GroupPrice? {
    let capacity = try capacity(degree)
    guard capacity > 0 else { return nil }
    let longest = min(capacity, model.positionLimit)
    let ring = ringBetweenNodes(degree)
    var points: [SamplePoint] = []
    for filling in Self.fillings {
      for shortening in Self.shortenings {
        let length = max(1, min(longest, capacity / filling) / shortening)
        let count = max(1, capacity / filling / length)
        points.append(try point(degree, ring, sequences: count, of: length))
      }
    }
    let compute = LeastSquares(points.map { ($0.terms, $0.compute.value) })
    let attention = compute.coefficients[0]
    // What an all-to-all takes is proportional to its tokens, but for the latency.
    let (full, quarter) = (points[0], points[points.count - Self.shortenings.count])
    let perToken = max(0, (full.allToAll - quarter.allToAll).value / (full.tokens - quarter.tokens))
    let latency = max(0, full.allToAll.value - perToken * full.tokens)
    let whole = try step(division(degree), sequences: full.count, of: full.length)
    let costs = DegreeCosts(
      degree: degree, perSquaredToken: Seconds(attention),
      perToken: Seconds(compute.coefficients[1] + (perToken.isFinite ? perToken : 0)),
      hiddenPerToken: hidden(points, attention: attention, ranks: ring?.context ?? degree),
      fixed: Seconds(compute.coefficients[2] + (perToken.isFinite ? latency : 0)),
      tokenCapacity: capacity)
    return GroupPrice(
      costs: costs, traffic: whole.trafficPerMicrobatch, timePerStep: whole.timeBesideMicrobatches,
      fitError: points.map { $0.error(of: costs) }.max() ?? 0)
  }

  /// A group with `count` sequences of `length`, priced.
  private struct SamplePoint {
    var count: Int
    var length: Int
    var compute: Seconds
    var allToAll: Seconds
    /// What the attention core does not hide of a ring.
    var ring: Seconds

    var tokens: Double { Double(count) * Double(length) }
    /// What the coefficients of attention, tokens and nothing are multiplied by.
    var terms: [Double] { [tokens * Double(length), tokens, 1] }

    func error(of costs: DegreeCosts) -> Double {
      let time = costs.time(ofSequence: length) * count + costs.fixed
      return abs(time / (compute + allToAll + ring) - 1)
    }
  }

  private func point(
    _ degree: Int, _ ring: Division?, sequences count: Int, of length: Int
  ) throws -> SamplePoint {
    let own = division(degree)
    let passes = try step(own, sequences: count, of: length).passes
    var point = SamplePoint(
      count: count, length: length, compute: passes.compute, allToAll: .zero, ring: .zero)
    guard let ring else {
      if own.kind == .ring { point.ring = passes.context } else { point.allToAll = passes.context }
      return point
    }
    // Each node has its share of every sequence.
    point.compute = try step(Division(context: degree), sequences: count, of: length).passes.compute
    point.allToAll = passes.context / ring.context
    point.ring = try step(ring, sequences: count, of: length).passes.context
    return point
  }

  /// The time per token of a ring that would hide nothing, from a full group of the sequences that
  /// show most of it.
  ///
  /// The attention to a rank's own keys comes before anything has arrived, so of `r` parts of the
  /// attention core `r − 1` hide something.
  private func hidden(_ points: [SamplePoint], attention: Double, ranks: Int) -> Seconds {
    let full = points.prefix(Self.shortenings.count).filter { $0.ring > .zero }
    guard let shown = full.max(by: { $0.ring / $0.tokens < $1.ring / $1.tokens }) else {
      return .zero
    }
    let hiding = attention * Double(shown.length) * Double(ranks - 1) / Double(ranks)
    return shown.ring / shown.tokens + Seconds(hiding)
  }
}
