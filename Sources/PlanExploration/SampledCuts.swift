public import PipelinePlanner
import Quantities
public import ReinforcementLearning

/// `PipelineCuts` in a form that is the same for all models, so that an agent can be trained once.
///
/// The chain of layers is sampled at 64 points. At each the state holds the compute time of all
/// layers before it, the time to sum their gradients inside a server, and the time in which its
/// activations pass between servers, of a whole step and divided by the largest of all; then the
/// numbers of stages, microbatches and servers, and the cuts so far. An action is a point to cut
/// the layers at or a place to cut the devices at.
///
/// Source: Wang et al. 2020, Auto-MAP, arXiv:2007.04069, which samples 128 points.
public struct SampledCuts: PlanTask {
  /// Points, the end of the last layer among them.
  public static let points = 64
  public static let radius = 3
  /// More stages than this are not planned.
  public static let largestStageCount = 4

  private var cuts: PipelineCuts
  private let features: [Float]
  /// By point the layer that comes behind it.
  private let layers: [Int]

  /// - Returns: `nil` for pipelines that the form has no room for.
  public init?(_ profile: PipelineProfile, stages: Int? = nil) {
    guard let cuts = PipelineCuts(profile, stages: stages, radius: Self.radius),
      cuts.stageCount <= Self.largestStageCount
    else { return nil }
    self.cuts = cuts
    let count = profile.layers.count
    layers = (1...Self.points).map { ($0 * count + Self.points / 2) / Self.points }
    features = Self.features(profile, layers)
  }

  private static func features(_ profile: PipelineProfile, _ layers: [Int]) -> [Float] {
    let network = profile.network
    let microbatches = Double(profile.microbatches)
    var gradients = [Bytes.zero]
    for layer in profile.layers {
      gradients.append(gradients[gradients.count - 1] + layer.gradients)
    }
    let inner = network.reductions[0][network.servers[0] - 1]
    let compute = layers.map { layer in
      let range = 0..<layer
      return (profile.forward(range) + profile.backward(range)).value * microbatches
        / Double(network.deviceCount)
    }
    let reductions = layers.map { inner.time(of: gradients[$0]).value }
    let transfers = layers.map { layer in
      layer == 0 || layer == profile.layers.count
        ? 0 : network.across.time(of: profile.layers[layer - 1].output).value * microbatches
    }
    let all = compute + reductions + transfers
    let largest = max(all.max() ?? 1, 1e-30)
    return all.map { Float($0 / largest) }
      + [
        Float(1 / microbatches), Float(network.servers.count) / Float(largestStageCount),
      ]
  }

  public var found: (plan: [PipelineProfile.Stage], cost: Double)? { cuts.found }

  private static let partitionSize = 2 * (largestStageCount - 1) + 3

  public static let stateSize = 3 * points + 2 + partitionSize
  public static let actionCount = points - 1 + 2 * radius + 1

  public var stateSize: Int { Self.stateSize }
  public var actionCount: Int { Self.actionCount }

  public mutating func reset() -> Observation { sampled(cuts.reset()) }

  public mutating func step(_ action: Int) -> Consequence {
    let places = Self.points - 1
    let inner =
      action < places
      ? layers[action] - 1 : cuts.profile.layers.count - 1 + action - places
    var consequence = cuts.step(inner)
    consequence.observation = sampled(consequence.observation)
    return consequence
  }

  private func sampled(_ observation: Observation) -> Observation {
    let places = Self.points - 1
    var allowed = [Bool](repeating: false, count: Self.actionCount)
    let count = cuts.profile.layers.count
    for point in 0..<places {
      let layer = layers[point]
      // Of points that share a boundary the first stands for it.
      guard layer > 0, layer < count, point == 0 || layers[point - 1] != layer else { continue }
      // Cuts still to come need points of their own.
      let later = cuts.stageCount - 2 - cuts.progress.layers.count
      allowed[point] = observation.allowed[layer - 1] && places - 1 - point >= later
    }
    for offset in 0...(2 * Self.radius) {
      allowed[places + offset] = observation.allowed[count - 1 + offset]
    }
    var partition = [Float](repeating: 0, count: Self.partitionSize)
    let progress = cuts.progress
    for (index, cut) in progress.layers.enumerated() { partition[2 * index] = cut }
    for (index, cut) in progress.devices.enumerated() { partition[2 * index + 1] = cut }
    partition[Self.partitionSize - 3] = progress.devices.count > progress.layers.count ? 1 : 0
    partition[Self.partitionSize - 2] = Float(progress.layers.count)
    partition[Self.partitionSize - 1] = Float(cuts.stageCount) / Float(Self.largestStageCount)
    return Observation(state: features + partition, allowed: allowed)
  }
}

extension PipelineCuts {
  /// The cuts so far, as fractions of all layers and devices.
  var progress: (layers: [Float], devices: [Float]) {
    (
      layerCuts.map { Float($0) / Float(profile.layers.count) },
      deviceCuts.map { Float($0) / Float(profile.network.deviceCount) }
    )
  }
}
