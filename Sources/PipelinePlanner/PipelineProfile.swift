public import Quantities

/// A model as a chain of layers on servers, for planners that replicate stages.
///
/// A stage on `r` devices gives each of them `1/r` of every microbatch, so its passes take `1/r` of
/// what one device takes, and its gradients are summed over the devices once per step.
///
/// Source: Fan et al. 2021, DAPPLE, arXiv:2007.01045, section 4. There the whole reduction follows
/// the last backward pass; here it runs behind it, as frameworks do.
public struct PipelineProfile: Hashable, Sendable {
  public struct Layer: Hashable, Sendable {
    public var name: String
    /// One microbatch on one device.
    public var forward: Seconds
    public var backward: Seconds
    /// What one microbatch hands to the next layer.
    public var output: Bytes
    /// What is summed over replicas.
    public var gradients: Bytes
    /// Weights, gradients and optimizer states.
    public var states: Bytes
    /// What the backward pass of one microbatch needs.
    public var saved: Bytes

    public init(
      name: String, forward: Seconds, backward: Seconds, output: Bytes, gradients: Bytes,
      states: Bytes = .zero, saved: Bytes = .zero
    ) {
      self.name = name
      self.forward = forward
      self.backward = backward
      self.output = output
      self.gradients = gradients
      self.states = states
      self.saved = saved
    }
  }

  public let layers: [Layer]
  public let network: ServerNetwork
  /// Of one step.
  public let microbatches: Int
  /// A stage has at most as many replicas: a microbatch has only so many samples.
  public let largestReplication: Int
  /// What a device has for states and saved activations.
  public let memory: Bytes

  private let forward: [Seconds]
  private let backward: [Seconds]
  private let gradients: [Bytes]
  private let states: [Bytes]
  private let saved: [Bytes]

  public init(
    _ layers: [Layer], on network: ServerNetwork, microbatches: Int, largestReplication: Int,
    memory: Bytes = Bytes(.infinity)
  ) {
    self.layers = layers
    self.network = network
    self.microbatches = microbatches
    self.largestReplication = largestReplication
    self.memory = memory
    func sums<Quantity>(_ zero: Quantity, _ add: (Quantity, Layer) -> Quantity) -> [Quantity] {
      layers.reduce(into: [zero]) { $0.append(add($0[$0.count - 1], $1)) }
    }
    forward = sums(.zero) { $0 + $1.forward }
    backward = sums(.zero) { $0 + $1.backward }
    gradients = sums(.zero) { $0 + $1.gradients }
    states = sums(.zero) { $0 + $1.states }
    saved = sums(.zero) { $0 + $1.saved }
  }

  /// Consecutive layers on some devices of each server.
  public struct Stage: Hashable, Sendable {
    public var layers: Range<Int>
    /// By server.
    public var devices: [Int]

    public init(layers: Range<Int>, devices: [Int]) {
      self.layers = layers
      self.devices = devices
    }

    public var replicas: Int { devices.reduce(0, +) }
  }

  public func forward(_ layers: Range<Int>) -> Seconds {
    forward[layers.upperBound] - forward[layers.lowerBound]
  }

  public func backward(_ layers: Range<Int>) -> Seconds {
    backward[layers.upperBound] - backward[layers.lowerBound]
  }

  /// One microbatch through a stage, its transfer to the next left out.
  func entry(_ stage: Stage) -> PipelineLatency.Entry {
    let replicas = Double(stage.replicas)
    let range = stage.layers
    return PipelineLatency.Entry(
      forward: forward(range) / replicas, backward: backward(range) / replicas,
      reduction: exposedReduction(stage))
  }

  /// What is left of a stage's reduction when its last backward pass ends: gradients are summed as
  /// soon as they are there, the last layer's first, one layer after the other.
  func exposedReduction(_ stage: Stage) -> Seconds {
    let whole = reduction(stage)
    guard whole > .zero else { return .zero }
    let range = stage.layers
    let perByte = whole / (gradients[range.upperBound] - gradients[range.lowerBound]).value
    let replicas = Double(stage.replicas)
    var (computed, reduced) = (Seconds.zero, Seconds.zero)
    for layer in range.reversed() {
      computed += layers[layer].backward / replicas
      guard layers[layer].gradients > .zero else { continue }
      reduced = max(reduced, computed) + perByte * layers[layer].gradients.value
    }
    return max(.zero, reduced - computed)
  }

  /// The sum of a stage's gradients over its replicas.
  public func reduction(_ stage: Stage) -> Seconds {
    let range = stage.layers
    return network.reduction(
      of: gradients[range.upperBound] - gradients[range.lowerBound], over: stage.devices)
  }

  /// A microbatch's activations on the way to a stage.
  public func transferTime(from stage: Stage, to next: Stage) -> Seconds {
    network.transfer(
      of: layers[next.layers.lowerBound - 1].output, from: stage.devices, to: next.devices)
  }

  /// Activations on the way to a stage, and their gradients on the way back.
  func transfer(from stage: Stage, to next: Stage) -> PipelineLatency.Entry {
    // There and back are alike: what leaves and what arrives share the same servers.
    let time = transferTime(from: stage, to: next)
    return PipelineLatency.Entry(forward: time, backward: time, reduction: .zero)
  }

  /// What a device of a stage holds at most; stage `i` of `S` keeps `S − i` microbatches, as early
  /// backward passes allow.
  public func peakMemory(of stage: Int, in stages: [Stage]) -> Bytes {
    let range = stages[stage].layers
    let kept = min(stages.count - stage, microbatches)
    return states[range.upperBound] - states[range.lowerBound]
      + (saved[range.upperBound] - saved[range.lowerBound]) * Double(kept)
      / Double(stages[stage].replicas)
  }

  public func fits(_ stages: [Stage]) -> Bool {
    stages.indices.allSatisfy { peakMemory(of: $0, in: stages) <= memory }
  }

  /// The time of a step.
  public func latency(of stages: [Stage]) -> PipelineLatency {
    var entries: [PipelineLatency.Entry] = []
    for (index, stage) in stages.enumerated() {
      if index > 0 { entries.append(transfer(from: stages[index - 1], to: stage)) }
      entries.append(entry(stage))
    }
    return PipelineLatency(entries, microbatches: microbatches)
  }
}
