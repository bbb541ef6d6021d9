public import Quantities

/// The time of a step by its *pivot*: the stage that is never idle between its first and its last
/// pass.
///
/// Transfers between stages count as stages of their own. With `M` microbatches, passes of `F` and
/// `B` and the pivot `Q`: first `Q` waits for the first microbatch, `Σ F` up to and with `Q`; then
/// it works through the others, `(M − 1)·(F + B)`; then each stage's last backward pass and
/// reduction remain, those before `Q` later, those behind it earlier than its own.
///
/// Source: Fan et al. 2021, DAPPLE, arXiv:2007.01045, equations 1 to 4. Leaves out: what the pivot
/// itself waits for in between.
public struct PipelineLatency: Hashable, Sendable {
  /// A stage, or a transfer between two.
  public struct Entry: Hashable, Sendable {
    /// Of one microbatch.
    public var forward: Seconds
    public var backward: Seconds
    /// Of the gradients, once per step.
    public var reduction: Seconds

    public init(forward: Seconds, backward: Seconds, reduction: Seconds) {
      self.forward = forward
      self.backward = backward
      self.reduction = reduction
    }

    var pass: Seconds { forward + backward }
  }

  public let warmUp: Seconds
  public let steady: Seconds
  public let ending: Seconds
  /// Index among stages and transfers.
  public let pivot: Int

  public var total: Seconds { warmUp + steady + ending }

  public init(_ entries: [Entry], microbatches: Int) {
    precondition(!entries.isEmpty, "a pipeline has a stage")
    let others = Double(microbatches - 1)
    var pivot = entries.count - 1
    var between = Seconds.zero
    for stage in entries.indices.dropLast().reversed() {
      if others * entries[stage].pass > others * entries[pivot].pass + between {
        pivot = stage
        between = .zero
      } else {
        between = between + entries[stage].pass
      }
    }
    var ending = Seconds.zero
    var distance = Seconds.zero
    for stage in (0...pivot).reversed() {
      distance = distance + entries[stage].backward
      ending = max(ending, entries[stage].reduction + distance)
    }
    distance = entries[pivot].backward
    for stage in entries.indices where stage > pivot {
      distance = distance + entries[stage].backward
      ending = max(ending, entries[stage].reduction - distance)
    }
    self.pivot = pivot
    self.ending = ending
    warmUp = entries[...pivot].reduce(.zero) { $0 + $1.forward }
    steady = others * entries[pivot].pass
  }
}
