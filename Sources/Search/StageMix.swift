import ClusterTopology
import CostModel
import ModelDescription
import PipelinePlanner
import Quantities
import StrategySpace

/// How stages on one class of devices run.
struct StageKind: Hashable {
  /// Index into the classes of the search.
  var deviceClass: Int
  var degrees: StageDegrees
  /// What all stages have in common, with the degrees of this one, as a pipeline of one stage.
  var strategy: Strategy

  var deviceCount: Int { strategy.stageRankCount }
}

/// A kind of stage for each class of devices: what a search over layers and stage counts starts from.
struct StageMix {
  var kinds: [StageKind]
  var microbatches: Int
  /// No pipeline of these stages is faster: every class as fast as if its stages were always busy.
  var lowerBound: Seconds
}

/// The costs of a mix for the dynamic program, with the classes in a fixed order along the pipeline.
///
/// Leaves out what comes once per step: the closed form that ranks the plans found counts it.
struct StageMixCosts: PipelineCosts {
  let layerCount: Int
  /// In stages that the class's devices suffice for.
  let pools: [Int]
  let options: [StageOption]
  private let model: CostModel
  private let mix: StageMix
  private let capacities: [StageCapacity]
  private let channels: [[Channel?]]

  /// - Parameters:
  ///   - mix: its kinds in the order in which stages may follow each other.
  ///   - capacities: by kind.
  init(
    _ model: CostModel, _ mix: StageMix, _ capacities: [StageCapacity], _ classes: [DeviceClass]
  ) {
    self.model = model
    self.mix = mix
    self.capacities = capacities
    layerCount = model.graph.layers.count
    let used = mix.kinds.map { classes[$0.deviceClass] }
    let layers = model.graph.layers.count
    pools = zip(mix.kinds, used).map { min($1.deviceCount / $0.deviceCount, layers) }
    options = mix.kinds.indices.map { index in
      StageOption(devices: mix.kinds.indices.map { $0 == index ? 1 : 0 }, port: index)
    }
    channels = mix.kinds.indices.map { a in
      mix.kinds.indices.map { b in
        let isInside = a == b && 2 * mix.kinds[a].deviceCount <= used[a].devicesPerNode
        let groups = Set([used[a].groups[0], used[b].groups[0]]).sorted()
        return model.channel(
          of: GroupSpan(
            ranks: 2, nodes: isInside ? 1 : 2, ranksPerNode: isInside ? 2 : 1,
            clusterGroups: groups,
            concurrent: groups.count > 1
              ? max(mix.kinds[a].deviceCount, mix.kinds[b].deviceCount) : 1))
      }
    }
  }

  func stage(_ option: Int, _ layers: Range<Int>, depth: Int) -> PricedStage? {
    let held = mix.kinds[option].strategy.microbatchesInFlight(depth: depth, of: mix.microbatches)
    guard layers.upperBound <= capacities[option].farthest(from: layers.lowerBound, holding: held)
    else { return nil }
    return PricedStage(time: capacities[option].profile.pass(layers))
  }

  func stages(
    _ option: Int, from layer: Int, depth: Int, below ceiling: Seconds
  ) -> [PricedStage] {
    let held = mix.kinds[option].strategy.microbatchesInFlight(depth: depth, of: mix.microbatches)
    let (capacity, profile) = (capacities[option], capacities[option].profile)
    var found: [PricedStage] = []
    for end in layer..<capacity.farthest(from: layer, holding: held) {
      let time = profile.pass(layer..<(end + 1))
      if time > ceiling { break }
      found.append(PricedStage(time: time))
    }
    return found
  }

  func leastTime(_ option: Int, _ layer: Int) -> Seconds {
    capacities[option].profile.pass(layer..<(layer + 1))
  }

  func mayFollow(_ ports: (from: Int, to: Int)) -> Bool {
    ports.from <= ports.to && channels[ports.from][ports.to] != nil
  }

  func sendForward(
    _ ports: (from: Int, to: Int), before layer: Int, depth: Int, isFirst: Bool
  ) -> Seconds? {
    guard mayFollow(ports), let channel = channels[ports.from][ports.to] else { return nil }
    return busy(sending: ports.from, to: ports.to, over: channel, before: layer)
  }

  func sendBackward(_ ports: (from: Int, to: Int), before layer: Int, depth: Int) -> Seconds {
    guard let channel = channels[ports.to][ports.from] else { return Seconds(.infinity) }
    return busy(sending: ports.from, to: ports.to, over: channel, before: layer)
  }

  /// Transfers behind compute keep no stage busy.
  private func busy(
    sending kind: Int, to receiver: Int, over channel: Channel, before layer: Int
  ) -> Seconds {
    let (sender, receiver) = (mix.kinds[kind], mix.kinds[receiver])
    if sender.strategy.overlap.pipelineTransfers { return .zero }
    return channel.send(
      model.messageSize(
        before: layer, to: MeshDegrees(receiver.strategy), from: sender.deviceCount,
        ranks: receiver.deviceCount))
  }

  /// Whether stages have room and time for all layers in any pipeline that is fast enough.
  ///
  /// Counts whole layers of the most frequent class alone. Every class of devices has as many stages as
  /// fit; one with `i` of its own class behind it keeps at least what so many stages behind it ask for,
  /// and sends to a neighbour at least once, where the least is sent.
  func canBeFaster(than limit: Seconds) -> Bool {
    let longest = limit / mix.microbatches
    let wanted = capacities[0].repeatedCount
    var held = 0
    for option in options.indices {
      let kind = mix.kinds[option]
      let sends = options.indices.lazy.map { other -> Seconds in
        let forward = channels[option][other].map {
          busy(sending: option, to: other, over: $0, before: model.smallestCut)
        }
        return forward ?? Seconds(.infinity)
      }
      let time = longest - (sends.min() ?? .zero)
      for behind in 0..<pools[option] where held < wanted {
        let inFlight = kind.strategy.microbatchesInFlight(depth: behind, of: mix.microbatches)
        let layers = capacities[option].repeatedLayers(holding: inFlight, within: time)
        if layers <= 0 { break }
        held += layers
      }
    }
    return held >= wanted
  }
}

extension Strategy {
  /// Microbatches whose activations a stage keeps at a time, with so many stages behind it.
  func microbatchesInFlight(depth: Int, of all: Int) -> Int {
    min(all, schedule.warmUp(0, depth + 1, 1))
  }
}
