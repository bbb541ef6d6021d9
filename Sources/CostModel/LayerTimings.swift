import ModelDescription
public import Quantities

/// Measured times of layers, which win over the cost model's own.
///
/// A timing holds for one kind of layer on one device under one tensor-parallel size and microbatch,
/// communication of tensor parallelism included. Where there is none, and under context or expert
/// parallelism, the cost model's own figures count.
public struct LayerTimings: Hashable, Sendable {
  public struct Key: Hashable, Sendable {
    /// What the model calls the layer's class, `embedding` say; or `block` for all repeated layers.
    public var layer: String
    public var device: String
    public var tensorParallelSize: Int
    public var microBatchSize: Int

    public init(layer: String, device: String, tensorParallelSize: Int, microBatchSize: Int) {
      self.layer = layer
      self.device = device
      self.tensorParallelSize = tensorParallelSize
      self.microBatchSize = microBatchSize
    }
  }

  public struct Timing: Hashable, Sendable {
    /// Of one microbatch.
    public var forward: Seconds
    /// Without recomputation.
    public var backward: Seconds
    /// The optimizer's update of all of the layer's parameters that a rank holds; `nil` leaves it to the
    /// cost model.
    public var update: Seconds?
    /// What the forward pass keeps of one microbatch; `nil` leaves it to the cost model.
    public var saved: Bytes?

    public init(
      forward: Seconds, backward: Seconds, update: Seconds? = nil, saved: Bytes? = nil
    ) {
      self.forward = forward
      self.backward = backward
      self.update = update
      self.saved = saved
    }
  }

  public var timings: [Key: Timing]

  public init(_ timings: [Key: Timing] = [:]) { self.timings = timings }

  /// The slowest of some devices' timings; `nil` when one of them is not known.
  func slowest(
    of layer: LayerClass, on devices: [String], _ degrees: MeshDegrees
  ) -> Timing? {
    guard degrees.context == 1, degrees.expert == 1 else { return nil }
    var slowest: Timing?
    for device in devices {
      func timing(_ name: String) -> Timing? {
        timings[
          Key(
            layer: name, device: device, tensorParallelSize: degrees.tensor,
            microBatchSize: degrees.microBatch)]
      }
      guard let found = timing(layer.name) ?? (layer.role == .block ? timing("block") : nil) else {
        return nil
      }
      slowest = slowest.map { $0.slower(than: found) } ?? found
    }
    return slowest
  }
}

extension LayerTimings.Timing {
  fileprivate func slower(than other: Self) -> Self {
    func larger<Q: Quantity>(_ a: Q?, _ b: Q?) -> Q? { a.flatMap { a in b.map { max(a, $0) } } }
    return Self(
      forward: max(forward, other.forward), backward: max(backward, other.backward),
      update: larger(update, other.update), saved: larger(saved, other.saved))
  }
}

extension LayerCost {
  /// The cost with measured times in place of computed ones.
  ///
  /// The parts that only some schedules and recomputation choices use, the gradients of weights and what
  /// is recomputed selectively, keep their share of the pass.
  func timed(_ timing: LayerTimings.Timing) -> LayerCost {
    var cost = self
    let (forwardShare, backwardShare) = (
      forward.total > .zero ? timing.forward / forward.total : 0,
      backward.total > .zero ? timing.backward / backward.total : 0
    )
    cost.forward = PassCost(compute: timing.forward)
    cost.backward = PassCost(
      compute: timing.backward, weightGradient: backward.weightGradient * backwardShare)
    cost.recomputed = PassCost(compute: recomputed.total * forwardShare)
    cost.selectivelyRecomputed = PassCost(
      compute: selectivelyRecomputed.total * forwardShare)
    cost.update = timing.update
    if let kept = timing.saved {
      let share = saved > .zero ? kept / saved : 0
      cost.saved = kept
      cost.selectivelyDropped = selectivelyDropped * share
      cost.largestGradients = min(largestGradients, kept * 2)
    }
    return cost
  }
}
