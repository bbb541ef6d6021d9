import Foundation
public import Quantities
public import SequencePlanning

/// Planned batches of sequences (`rhumb.sequences/1`).
public struct SequencesDocument: ReportDocument {
  public let schema = "rhumb.sequences/1"
  public var setting: Setting
  public var batches: [Batch]
  public var summary: Summary
  /// How long the sequences of all batches are, shortest first.
  public var histogram: [Bin]
  /// Positions in `batches` that text and Markdown show group by group.
  var detailed: Set<Int> = []

  enum CodingKeys: CodingKey { case schema, setting, batches, summary, histogram }

  /// What batches are planned for.
  public struct Setting: Encodable, Hashable, Sendable {
    public var model: String
    /// The cluster whose cost model gave the coefficients.
    @OrNull public var cluster: String?
    /// Where published coefficients come from.
    @OrNull public var coefficients: String?
    /// The largest relative difference between a group's time by its coefficients and by the cost
    /// model that they were fitted to.
    @OrNull public var coefficientError: Double?
    public var devices: Int
    public var degrees: [Int]
    public var parallelism: String
    public var zeroStage: Int
    public var solver: String
    /// What a step takes besides its microbatches: the update, and communication at both ends.
    public var stepOverheadMs: Double

    public init(
      model: String, cluster: String? = nil, coefficients: String? = nil,
      coefficientError: Double? = nil, costs: SequenceCosts,
      parallelism: SequenceParallelism, zeroStage: Int, solver: SequencePlanner.Solver = .programs,
      timePerStep: Seconds = .zero
    ) {
      self.model = model
      self.cluster = cluster
      self.coefficients = coefficients
      self.coefficientError = coefficientError
      devices = costs.deviceCount
      degrees = costs.degrees.map(\.degree)
      self.parallelism = parallelism.rawValue
      self.zeroStage = zeroStage
      self.solver = solver.rawValue
      stepOverheadMs = timePerStep.milliseconds
    }
  }

  public struct Batch: Encodable, Hashable, Sendable {
    /// Position among the batches planned, from 0.
    public var index: Int
    public var sequences: Int
    public var tokens: Int
    public var timeMs: Double
    public var lowerBoundMs: Double
    public var gap: Double
    public var globalLowerBoundMs: Double
    public var globalGap: Double
    @OrNull public var cpuSeconds: Double?
    /// The batch run task by task, the step's overhead included; `null` unless asked for.
    @OrNull public var simulatedTimeMs: Double?
    public var baselinesMs: BaselineTimes
    public var microbatches: [Microbatch]
  }

  public struct Microbatch: Encodable, Hashable, Sendable {
    public var timeMs: Double
    public var lowerBoundMs: Double
    public var gap: Double
    /// Devices without a sequence, which still join every gather.
    public var idleDevices: Int
    public var groups: [Group]
  }

  public struct Group: Encodable, Hashable, Sendable {
    public var degree: Int
    /// The first of `degree` neighbouring devices.
    public var firstDevice: Int
    /// Positions in the batch.
    public var sequences: [Int]
    public var tokens: Int
    public var timeMs: Double
  }

  /// What other ways to run the same batches would take; `null` where they cannot.
  public struct BaselineTimes: Encodable, Hashable, Sendable {
    /// One degree for every batch, the largest.
    @OrNull public var `static`: Double?
    /// The best single degree for each batch.
    @OrNull public var batchAda: Double?
    /// The best single degree of ring attention for each batch.
    @OrNull public var contextParallel: Double?
  }

  public struct Summary: Encodable, Hashable, Sendable {
    public var batches: Int
    public var sequences: Int
    public var tokens: Int
    public var timeMs: Double
    public var gap: Double
    public var globalGap: Double
    public var worstMicrobatchGap: Double
    @OrNull public var cpuSeconds: Double?
    /// How many times as long the baselines take.
    public var speedup: BaselineTimes
  }

  public struct Bin: Encodable, Hashable, Sendable {
    public var longestTokens: Int
    public var sequences: Int
    public var tokens: Int
  }

  /// - Parameters:
  ///   - lengths: by batch, those of its sequences, for the histogram.
  ///   - detailed: positions of batches that text and Markdown show group by group.
  public init(
    _ setting: Setting, _ batches: [Batch], lengths: [[Int]], detailed: Set<Int> = []
  ) {
    self.setting = setting
    self.batches = batches
    summary = Summary(batches)
    histogram = Bin.histogram(of: lengths)
    self.detailed = detailed
  }

  /// One line of JSON, for answers to lines.
  public func jsonLine() throws -> String {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}

extension SequencesDocument.Batch {
  /// - Parameters:
  ///   - baselines: those of the same costs.
  ///   - simulated: the batch run task by task, where it was.
  public init(
    _ plan: SequencePlan, index: Int, of lengths: [Int], baselines: Baselines,
    cpuTime: Seconds? = nil, simulated: Seconds? = nil
  ) {
    self.index = index
    sequences = lengths.count
    tokens = lengths.reduce(0, +)
    timeMs = plan.time.milliseconds
    lowerBoundMs = plan.lowerBound.milliseconds
    gap = plan.gap
    globalLowerBoundMs = plan.globalLowerBound.milliseconds
    globalGap = plan.globalGap
    cpuSeconds = cpuTime?.value
    simulatedTimeMs = simulated?.milliseconds
    // A baseline that cannot run the batch has no time.
    func time(_ kind: Baselines.Kind) -> Double? {
      (try? baselines.plan(kind, lengths))?.time.milliseconds
    }
    baselinesMs = SequencesDocument.BaselineTimes(
      static: time(.fixedDegree), batchAda: time(.bestDegree),
      contextParallel: time(.contextParallel))
    microbatches = plan.microbatches.map { microbatch in
      SequencesDocument.Microbatch(
        timeMs: microbatch.time.milliseconds, lowerBoundMs: microbatch.lowerBound.milliseconds,
        gap: microbatch.gap, idleDevices: microbatch.idleDevices.map(\.count).reduce(0, +),
        groups: microbatch.groups.map {
          SequencesDocument.Group(
            degree: $0.degree, firstDevice: $0.devices.lowerBound, sequences: $0.sequences,
            tokens: $0.tokens, timeMs: $0.time.milliseconds)
        })
    }
  }
}

extension SequencesDocument.Summary {
  init(_ batches: [SequencesDocument.Batch]) {
    self.batches = batches.count
    sequences = batches.reduce(0) { $0 + $1.sequences }
    tokens = batches.reduce(0) { $0 + $1.tokens }
    let time = batches.reduce(0) { $0 + $1.timeMs }
    timeMs = time
    func excess(_ bound: KeyPath<SequencesDocument.Batch, Double>) -> Double {
      let sum = batches.reduce(0) { $0 + $1[keyPath: bound] }
      return sum > 0 ? time / sum - 1 : 0
    }
    gap = excess(\.lowerBoundMs)
    globalGap = excess(\.globalLowerBoundMs)
    worstMicrobatchGap = batches.flatMap(\.microbatches).map(\.gap).max() ?? 0
    let spent = batches.compactMap(\.cpuSeconds)
    cpuSeconds = spent.count == batches.count && !spent.isEmpty ? spent.reduce(0, +) : nil
    /// Over the batches that the baseline can run.
    func ratio(_ baseline: (SequencesDocument.BaselineTimes) -> Double?) -> Double? {
      let pairs = batches.compactMap { batch in
        baseline(batch.baselinesMs).map { (own: batch.timeMs, other: $0) }
      }
      let own = pairs.reduce(0) { $0 + $1.own }
      return own > 0 ? pairs.reduce(0) { $0 + $1.other } / own : nil
    }
    speedup = SequencesDocument.BaselineTimes(
      static: ratio(\.static), batchAda: ratio(\.batchAda),
      contextParallel: ratio(\.contextParallel))
  }
}

extension SequencesDocument.Bin {
  /// Bins that end at powers of two, from the first that holds a sequence to the last.
  static func histogram(of batches: [[Int]]) -> [SequencesDocument.Bin] {
    var bins: [Int: SequencesDocument.Bin] = [:]
    for length in batches.joined() where length > 0 {
      let bits = Int.bitWidth - (length - 1).leadingZeroBitCount
      bins[bits, default: Self(longestTokens: 1 << bits, sequences: 0, tokens: 0)].sequences += 1
      bins[bits]?.tokens += length
    }
    guard let first = bins.keys.min(), let last = bins.keys.max() else { return [] }
    return (first...last).map {
      bins[$0] ?? Self(longestTokens: 1 << $0, sequences: 0, tokens: 0)
    }
  }
}
