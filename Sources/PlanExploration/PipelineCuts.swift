public import PipelinePlanner
import Quantities
public import ReinforcementLearning

/// Auto-MAP's pipeline explorer: where to cut the layers into stages, and the line of devices into
/// as many parts.
///
/// Devices stand in one line, server after server. For one stage after the other an action says
/// where its devices end, within some places of the boundary between servers that is the *centre*,
/// then another where its layers end. The state holds, for each place where layers could be cut
/// next, the longest gradient reduction of all stages, the longest transfer, and the ratio of the
/// shortest to the longest stage; then the cuts so far. The reward comes at the end: the time that
/// the devices would need if none ever waited, divided by the pipeline's time; negative when it does
/// not fit into memory.
///
/// Source: Wang et al. 2020, Auto-MAP, arXiv:2007.04069. There, devices follow from the stages'
/// shares of the arithmetic, and rewards are `1/√L` or `1/L`.
public struct PipelineCuts: PlanTask {
  public let profile: PipelineProfile
  public let stageCount: Int
  /// How far from a boundary between servers devices are cut.
  public let radius: Int
  public private(set) var found: (plan: [PipelineProfile.Stage], cost: Double)?

  /// The centre of each cut of the devices.
  let centres: [Int]
  private let prefix: [Seconds]
  /// By layer how many of the ones before it have parameters.
  private let trained: [Int]
  /// What one step takes on all devices if none waits.
  let ideal: Seconds
  private(set) var layerCuts: [Int] = []
  private(set) var deviceCuts: [Int] = []

  /// - Parameter stages: of the pipeline, at least 2; by default one for each server.
  /// - Returns: `nil` when there are fewer layers with parameters or devices than stages.
  public init?(_ profile: PipelineProfile, stages: Int? = nil, radius: Int = 3) {
    let servers = profile.network.servers
    let count = stages ?? servers.count
    let devices = profile.network.deviceCount
    trained = profile.layers.reduce(into: [0]) { counts, layer in
      counts.append(counts[counts.count - 1] + (layer.gradients > .zero ? 1 : 0))
    }
    guard count >= 2, trained[profile.layers.count] >= count, devices >= count, radius >= 0
    else { return nil }
    self.profile = profile
    self.radius = radius
    stageCount = count
    let boundaries = servers.dropLast().reduce(into: [Int]()) { ends, size in
      ends.append((ends.last ?? 0) + size)
    }
    centres = (1..<count).map { cut in
      let even = cut * devices / count
      // With more stages than servers, stages share one.
      return count <= servers.count
        ? boundaries.min { (abs($0 - even), $0) < (abs($1 - even), $1) } ?? even : even
    }
    let whole = 0..<profile.layers.count
    prefix =
      whole.map { profile.forward(0..<$0) + profile.backward(0..<$0) }
      + [profile.forward(whole) + profile.backward(whole)]
    ideal = prefix[whole.upperBound] * Double(profile.microbatches) / Double(devices)
  }

  private var layerCount: Int { profile.layers.count }
  private var deviceCount: Int { profile.network.deviceCount }

  /// Cuts behind each layer but the last, then cuts of the devices.
  public var actionCount: Int { layerCount - 1 + 2 * radius + 1 }

  public var stateSize: Int { 3 * (layerCount - 1) + 2 * (stageCount - 1) + 2 }

  public mutating func reset() -> Observation {
    layerCuts = []
    deviceCuts = []
    found = nil
    return observation
  }

  public mutating func step(_ action: Int) -> Consequence {
    if deviceCuts.count == layerCuts.count {
      deviceCuts.append(centres[deviceCuts.count] + action - (layerCount - 1) - radius)
    } else {
      layerCuts.append(action + 1)
    }
    guard layerCuts.count == stageCount - 1 else {
      return Consequence(observation, reward: 0, isLast: false)
    }
    let stages = stages(layers: layerCuts, devices: deviceCuts)
    let time = profile.latency(of: stages).total
    let reward = Float(ideal / time)
    let fits = profile.fits(stages)
    if fits { found = (stages, time.value) }
    return Consequence(observation, reward: fits ? reward : -reward, isLast: true)
  }

  /// The stages that cuts make.
  func stages(layers: [Int], devices: [Int]) -> [PipelineProfile.Stage] {
    zip(zip([0] + layers, layers + [layerCount]), zip([0] + devices, devices + [deviceCount]))
      .map { layers, devices in
        PipelineProfile.Stage(
          layers: layers.0..<layers.1, devices: byServer(devices.0..<devices.1))
      }
  }

  /// A part of the line of devices, by server.
  func byServer(_ devices: Range<Int>) -> [Int] {
    var start = 0
    return profile.network.servers.map { size in
      defer { start += size }
      return devices.clamped(to: start..<(start + size)).count
    }
  }

  /// Where devices may be cut next: each later stage keeps one. Centres ascend, so there is always a
  /// place.
  func deviceChoices(after cuts: [Int]) -> ClosedRange<Int> {
    let centre = centres[cuts.count]
    let low = max(centre - radius, (cuts.last ?? 0) + 1)
    return low...max(low, min(centre + radius, deviceCount - (stageCount - 1 - cuts.count)))
  }

  /// Before which layers the stage may end that begins behind `cuts` and runs on the devices behind
  /// the last but one of `devices`.
  ///
  /// Each stage trains something. As published, devices get their part of the arithmetic: a stage's
  /// share lies within a factor of the devices' share, where such cuts exist.
  func layerChoices(after cuts: [Int], devices: [Int]) -> [Int] {
    let start = cuts.last ?? 0
    let later = stageCount - 1 - cuts.count
    let possible = ((start + 1)..<layerCount).filter { layer in
      trained[layer] > trained[start] && trained[layerCount] - trained[layer] >= later
    }
    guard let end = devices.last else { return possible }
    let width = end - (devices.dropLast().last ?? 0)
    let fair = prefix[layerCount] * Double(width) / Double(deviceCount)
    let near = possible.filter { layer in
      let share = (prefix[layer] - prefix[start]) / fair
      return share * Self.imbalance >= 1 && share <= Self.imbalance
    }
    return near.isEmpty ? possible : near
  }

  /// How far a stage's arithmetic may be from its devices' share.
  static let imbalance = 1.5

  private var observation: Observation {
    let places = layerCount - 1
    var state = [Float](repeating: 0, count: stateSize)
    var allowed = [Bool](repeating: false, count: actionCount)
    let isDone = layerCuts.count == stageCount - 1
    if !isDone, deviceCuts.count == layerCuts.count {
      for cut in deviceChoices(after: deviceCuts) {
        allowed[places + cut - centres[deviceCuts.count] + radius] = true
      }
    } else if !isDone {
      for layer in layerChoices(after: layerCuts, devices: deviceCuts) {
        let place = layer - 1
        allowed[place] = true
        let features = features(ofCutBefore: place + 1)
        state[place] = features.reduction
        state[places + place] = features.transfer
        state[2 * places + place] = features.balance
      }
    }
    for (index, cut) in layerCuts.enumerated() {
      state[3 * places + 2 * index] = Float(cut) / Float(layerCount)
    }
    for (index, cut) in deviceCuts.enumerated() {
      state[3 * places + 2 * index + 1] = Float(cut) / Float(deviceCount)
    }
    state[stateSize - 2] = deviceCuts.count > layerCuts.count ? 1 : 0
    state[stateSize - 1] = Float(layerCuts.count) / Float(stageCount)
    return Observation(state: state, allowed: allowed)
  }

  /// What a pipeline would be like with one more cut, the rest as one stage, in units of `ideal`.
  private func features(
    ofCutBefore layer: Int
  ) -> (reduction: Float, transfer: Float, balance: Float) {
    let stages = stages(layers: layerCuts + [layer], devices: deviceCuts)
    var (reduction, transfer) = (Seconds.zero, Seconds.zero)
    var (shortest, longest) = (Seconds(.infinity), Seconds.zero)
    for (index, stage) in stages.enumerated() {
      reduction = max(reduction, profile.reduction(stage))
      if index > 0 {
        transfer = max(transfer, profile.transferTime(from: stages[index - 1], to: stage))
      }
      let pass = prefix[stage.layers.upperBound] - prefix[stage.layers.lowerBound]
      let share = pass / Double(stage.replicas)
      shortest = min(shortest, share)
      longest = max(longest, share)
    }
    return (
      Float(reduction / ideal), Float(transfer * Double(profile.microbatches) / ideal),
      Float(shortest / longest)
    )
  }
}
