public import Quantities

/// How one batch runs: microbatches one after the other, groups side by side within each.
public struct SequencePlan: Hashable, Sendable {
  /// Devices that run some sequences together, each holding a share of every sequence.
  public struct Group: Hashable, Sendable {
    /// Neighbouring devices, a block aligned to its size.
    public var devices: Range<Int>
    /// Positions in the batch, ascending.
    public var sequences: [Int]
    public var tokens: Int
    public var time: Seconds

    /// The sequence-parallel size.
    public var degree: Int { devices.count }
  }

  /// Groups that run at the same time; the slowest decides, or the traffic behind them.
  public struct Microbatch: Hashable, Sendable {
    /// Largest degree first.
    public var groups: [Group]
    /// Devices without a sequence. With weights sharded over all devices (ZeRO-3) they still have to
    /// join every gather and reduction, in a pass without tokens that ends before the groups do.
    public var idleDevices: [Range<Int>]
    public var time: Seconds
    /// No grouping of these sequences in one microbatch is faster.
    public var lowerBound: Seconds

    /// How much slower than the best the microbatch can be: 0.01 is one percent.
    public var gap: Double { time / lowerBound - 1 }
  }

  public var microbatches: [Microbatch]
  /// The sum over the microbatches.
  public var time: Seconds
  /// The sum of the microbatches' bounds: for this choice of microbatches.
  public var lowerBound: Seconds
  /// No plan of the batch is faster, however its sequences are spread over microbatches.
  public var globalLowerBound: Seconds

  /// How much slower than the best for these microbatches the plan can be.
  public var gap: Double { time / lowerBound - 1 }
  /// How much slower than the best plan of all the plan can be.
  public var globalGap: Double { time / globalLowerBound - 1 }
}
