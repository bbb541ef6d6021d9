public import Quantities

/// What a search over pipelines of unequal stages needs to know of layers and devices: an abstract
/// table, so that one search serves a cost model and measured profiles alike.
///
/// Layers are numbered in order of execution. A stage runs consecutive layers in one of a few
/// `options`: on which devices, and divided over how many.
public protocol PipelineCosts {
  var layerCount: Int { get }
  /// Devices there are, by pool: what is in one pool is equal.
  var pools: [Int] { get }
  /// The ways in which a stage can run.
  var options: [StageOption] { get }

  /// What one microbatch takes on a stage, forward and backward, without transfers.
  ///
  /// - Parameter depth: the sum of the `depth` of all later stages.
  /// - Returns: `nil` when the layers do not fit; then no longer range from the same layer on does.
  func stage(_ option: Int, _ layers: Range<Int>, depth: Int) -> PricedStage?

  /// What the stages of an option take that start with a layer, the shortest first, as far as they fit
  /// and none takes longer than a ceiling.
  func stages(_ option: Int, from layer: Int, depth: Int, below ceiling: Seconds) -> [PricedStage]

  /// What a layer adds at least to the time of any stage of an option: what bounds are made of.
  func leastTime(_ option: Int, _ layer: Int) -> Seconds

  /// Whether a stage of the second port may follow one of the first at all.
  func mayFollow(_ ports: (from: Int, to: Int)) -> Bool

  /// How long a stage is busy with passing on the activations of a microbatch.
  ///
  /// - Parameters:
  ///   - ports: of the two stages; see `StageOption.port`.
  ///   - depth: the sum of the `depth` of all stages after the sending one.
  ///   - isFirst: whether the sending stage is the first.
  /// - Returns: `nil` when the second may not follow the first.
  func sendForward(
    _ ports: (from: Int, to: Int), before layer: Int, depth: Int, isFirst: Bool
  ) -> Seconds?

  /// How long a stage is busy with sending back the gradients of a microbatch.
  ///
  /// - Parameters:
  ///   - ports: of the stage and of the one in front of it.
  ///   - depth: the sum of the `depth` of all stages after the sending one.
  func sendBackward(_ ports: (from: Int, to: Int), before layer: Int, depth: Int) -> Seconds
}

extension PipelineCosts {
  public func stages(
    _ option: Int, from layer: Int, depth: Int, below ceiling: Seconds
  ) -> [PricedStage] {
    var found: [PricedStage] = []
    var least = Seconds.zero
    for end in layer..<layerCount {
      least += leastTime(option, end)
      guard least <= ceiling, let stage = stage(option, layer..<(end + 1), depth: depth) else {
        break
      }
      found.append(stage)
    }
    return found
  }

  public func mayFollow(_ ports: (from: Int, to: Int)) -> Bool { true }
}

/// One way to run a stage.
public struct StageOption: Hashable, Sendable {
  /// Devices that it takes, by pool.
  public var devices: [Int]
  /// What the stage adds to the depth that earlier stages see: 1 where all that matters is how many
  /// stages follow.
  public var depth: Int
  /// Options of one port cost the same to transfer to and from.
  public var port: Int

  /// - Precondition: `depth` is at least 1.
  public init(devices: [Int], depth: Int = 1, port: Int) {
    precondition(depth > 0, "a stage adds to the depth")
    self.devices = devices
    self.depth = depth
    self.port = port
  }
}

/// What a stage takes.
public struct PricedStage: Hashable, Sendable {
  /// Per microbatch.
  public var time: Seconds
  /// Once per step, beside other stages': the longest counts.
  public var tail: Seconds

  public init(time: Seconds, tail: Seconds = .zero) {
    self.time = time
    self.tail = tail
  }
}

/// How stage times become the time of a step.
public enum PipelineObjective: Hashable, Sendable {
  /// All microbatches go through and the pipeline runs empty: `Σ t + (m − 1)·max t + max tail`.
  case step(microbatches: Int)
  /// A pipeline that never runs empty: `max t + max tail`.
  case steadyState

  var bottleneckFactor: Double {
    switch self {
    case .step(let microbatches): Double(max(0, microbatches - 1))
    case .steadyState: 1
    }
  }

  var sumFactor: Double {
    switch self {
    case .step: 1
    case .steadyState: 0
    }
  }
}

/// A pipeline that a search found.
public struct UnequalPipeline: Hashable, Sendable {
  public struct Stage: Hashable, Sendable {
    /// Index into `PipelineCosts.options`.
    public var option: Int
    public var layers: Range<Int>

    public init(option: Int, layers: Range<Int>) {
      self.option = option
      self.layers = layers
    }
  }

  public var stages: [Stage]
  /// The objective that was minimised.
  public var time: Seconds
  /// Per microbatch: of the slowest stage, and of all.
  public var bottleneck: Seconds
  public var sum: Seconds
  /// Once per step, of the stage with the longest.
  public var tail: Seconds
}
