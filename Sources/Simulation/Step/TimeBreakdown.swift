internal import Quantities

/// Where a stage's time goes. The parts add up to the step time exactly.
public struct TimeBreakdown: Hashable, Sendable {
  /// Forward and backward passes, recomputation included, in nanoseconds like all parts.
  public var compute: Int64 = 0
  public var optimizer: Int64 = 0
  /// Waiting for tensor-parallel communication; likewise the others.
  public var tensor: Int64 = 0
  public var context: Int64 = 0
  public var expert: Int64 = 0
  /// Waiting for a transfer from another stage that is under way.
  public var pipeline: Int64 = 0
  /// Waiting for parameters to be gathered, gradients reduced or shared weights summed.
  public var data: Int64 = 0
  /// Waiting for another stage to compute.
  public var bubble: Int64 = 0

  public init() {}

  /// All communication that compute waited for.
  public var exposedCommunication: Int64 { tensor + context + expert + pipeline + data }

  /// Exactly the step time.
  public var total: Int64 { compute + optimizer + exposedCommunication + bubble }
}

extension TimeBreakdown {
  /// The part that waiting for a kind of work counts as.
  static func part(for work: TaskLabel.Work) -> WritableKeyPath<TimeBreakdown, Int64> {
    switch work {
    case .forward, .backward, .inputGradient, .weightGradient: \.compute
    case .optimizer: \.optimizer
    case .tensorCommunication: \.tensor
    case .contextCommunication: \.context
    case .expertCommunication: \.expert
    case .activationTransfer, .gradientTransfer: \.pipeline
    case .parameterGather, .gradientReduction, .sharedWeightReduction: \.data
    }
  }
}
