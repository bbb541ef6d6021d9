/// The part of the strategy space that a job allows.
public struct StrategyLimits: Hashable, Sendable {
  public var dataParallelSize = SizeLimit()
  public var tensorParallelSize = SizeLimit()
  public var pipelineParallelSize = SizeLimit()
  public var virtualPipelineSize = SizeLimit()
  public var contextParallelSize = SizeLimit()
  public var expertParallelSize = SizeLimit()
  public var expertTensorParallelSize = SizeLimit()
  public var microBatchSize = SizeLimit()
  public var contextParallelKinds = ContextParallelKind.allCases
  /// `nil`: used whenever it is valid, since it never costs time or memory.
  public var sequenceParallel: Bool?
  /// `nil`: all, except that a pipeline shards no gradients or parameters: each microbatch would
  /// reduce or gather them anew, and DeepSpeed's pipeline engine refuses to.
  public var zeroStages: [ZeROStage]?
  /// Full recomputation without a count stands for every count of layers.
  public var recomputations: [Recomputation] = [.none, .selective, .full()]
  public var schedules: [PipelineSchedule] = [.oneForwardOneBackward, .interleaved]
  public var rankOrders = RankOrder.allCases
  public var overlap = Overlap()
  /// Fraction of each device's usable memory that plans must leave free.
  public var memoryHeadroom = 0.0

  public init() {}

  /// What speaks against a strategy that can run: nobody asked for it.
  public func violation(of strategy: Strategy) -> Violation? {
    guard zeroStages == nil, strategy.pipelineParallelSize > 1, strategy.zeroStage >= .gradients
    else { return nil }
    return .shardedPipeline(strategy.zeroStage, stages: strategy.pipelineParallelSize)
  }
}

/// The values that a degree may take.
public struct SizeLimit: Hashable, Sendable {
  /// The only values allowed, ascending; `nil` allows all.
  public var values: [Int]?
  public var range: ClosedRange<Int>

  public init(values: [Int]? = nil, range: ClosedRange<Int> = 1...Strategy.largestSize) {
    self.values = values.map { $0.sorted() }
    self.range = range
  }

  public static func exactly(_ value: Int) -> SizeLimit { SizeLimit(values: [value]) }
  public static func atMost(_ value: Int) -> SizeLimit { SizeLimit(range: 1...max(1, value)) }

  public func contains(_ value: Int) -> Bool {
    range.contains(value) && (values?.contains(value) ?? true)
  }

  /// The divisors of `number` that are allowed, ascending.
  public func divisors(of number: Int) -> [Int] {
    (values ?? Array(1...max(1, min(number, range.upperBound)))).filter {
      number % $0 == 0 && contains($0)
    }
  }
}
