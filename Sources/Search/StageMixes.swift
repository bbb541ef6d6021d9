import ClusterTopology
import CostModel
import ModelDescription
import Quantities
import StrategySpace

/// All mixes of stages that limits allow on some classes of devices.
///
/// Stages differ in tensor-parallel size, replicas and microbatch; everything else they share.
struct StageMixes {
  private let model: CostModel
  private let limits: StrategyLimits
  private let traits: ModelTraits
  private let classes: [DeviceClass]
  private var fastest: FastestPasses
  private var capacities: [StageKind: StageCapacity] = [:]
  /// By class: the first one with the same nodes, networks aside.
  private let twins: [Int]

  init(_ model: CostModel, within limits: StrategyLimits, _ classes: [DeviceClass]) {
    self.model = model
    self.limits = limits
    self.classes = classes
    traits = ModelTraits(model.graph, model.job)
    fastest = FastestPasses(model)
    twins = classes.indices.map { index in
      (0..<index).first { model.cluster.haveEqualNodes(classes[$0], classes[index]) } ?? index
    }
  }

  /// The mixes with one kind for each of the given classes, the most promising first.
  mutating func mixes(of used: [Int], below limit: Seconds) -> [StageMix] {
    var found: [StageMix] = []
    let batch = traits.globalBatchSize
    for samples in (1...batch) where batch % samples == 0 {
      for shared in sharedChoices {
        let choices = used.map { kinds(on: $0, samples, shared) }
        if choices.contains(where: \.isEmpty) { continue }
        combine(choices, batch / samples, below: limit, into: &found)
      }
    }
    return found.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// What a stage of a kind costs and holds.
  mutating func capacity(of kind: StageKind) -> StageCapacity {
    if let known = capacities[kind] { return known }
    let device = model.cluster.groups[classes[kind.deviceClass].groups[0]].node.device
    let found = StageCapacity(
      StageProfile(costs(of: kind), ofStage: 0, kind.strategy), of: model.graph,
      usableMemory: device.usableMemory * (1 - limits.memoryHeadroom))
    capacities[kind] = found
    return found
  }

  /// What may be sharded in a pipeline. Mixes are made with the last of them, which needs least memory;
  /// layers are divided by passes, which it does not change.
  var zeroStages: [ZeROStage] { limits.zeroStages ?? [.none, .optimizer] }

  // MARK: What stages share

  private var sharedChoices: [Strategy] {
    guard limits.contextParallelSize.contains(1), limits.virtualPipelineSize.contains(1),
      limits.expertTensorParallelSize.contains(1)
    else { return [] }
    let schedules = limits.schedules.filter {
      [.gpipe, .oneForwardOneBackward, .earlyBackward].contains($0)
    }
    let experts =
      traits.expertCount > 0 ? limits.expertParallelSize.divisors(of: traits.expertCount) : [1]
    var choices: [Strategy] = []
    for schedule in schedules {
      for recomputation in limits.recomputations {
        for expert in experts {
          choices.append(
            Strategy(
              expertParallelSize: expert, zeroStage: zeroStages.max() ?? .none,
              recomputation: recomputation, overlap: limits.overlap
            ).scheduled(schedule, within: limits.overlap))
        }
      }
    }
    return choices
  }

  // MARK: Kinds

  private func kinds(on index: Int, _ samples: Int, _ shared: Strategy) -> [StageKind] {
    let deviceClass = classes[index]
    var kinds: [StageKind] = []
    for t in limits.tensorParallelSize.divisors(of: deviceClass.devicesPerNode) {
      for d in limits.dataParallelSize.divisors(of: samples) {
        guard d * t <= deviceClass.deviceCount, limits.microBatchSize.contains(samples / d) else {
          continue
        }
        let degrees = StageDegrees(
          tensorParallelSize: t, dataParallelSize: d, microBatchSize: samples / d)
        var strategy = shared.withStages([degrees])
        strategy.sequenceParallel = sequenceChoice(of: strategy)
        if strategy.violation(for: traits) != nil { continue }
        kinds.append(StageKind(deviceClass: index, degrees: degrees, strategy: strategy))
      }
    }
    return kinds
  }

  private func sequenceChoice(of strategy: Strategy) -> Bool {
    guard strategy.tensorParallelSize > 1 else { return false }
    if let fixed = limits.sequenceParallel { return fixed }
    guard !traits.sequenceLengths.isEmpty else { return false }
    var split = strategy
    split.sequenceParallel = true
    return split.violation(for: traits) == nil
  }

  // MARK: Mixes

  private mutating func combine(
    _ kinds: [[StageKind]], _ microbatches: Int, below limit: Seconds,
    into found: inout [StageMix]
  ) {
    let rated = kinds.map { $0.map { (kind: $0, pass: passTime(of: $0), rate: rate(of: $0)) } }
    // The most that the classes from one on can add.
    let rest =
      rated.indices.map { first in
        rated[first...].reduce(0) { $0 + ($1.map(\.rate).max() ?? 0) }
      } + [0]
    func extend(_ chosen: [StageKind], _ rate: Double, _ pass: Seconds) {
      if Seconds(Double(microbatches) / (rate + rest[chosen.count])) >= limit { return }
      if chosen.count == kinds.count {
        // The slowest stage works on all microbatches, and one goes through all stages.
        let filled = Seconds(Double(microbatches - 1) / rate) + pass
        let bound = max(Seconds(Double(microbatches) / rate), filled / HeterogeneousSearch.slack)
        if bound < limit {
          found.append(StageMix(kinds: chosen, microbatches: microbatches, lowerBound: bound))
        }
        return
      }
      for (kind, ownPass, ownRate) in rated[chosen.count] {
        // All tensor-parallel stages divide the sequence, or none.
        if let other = chosen.first(where: { $0.degrees.tensorParallelSize > 1 }),
          kind.degrees.tensorParallelSize > 1,
          other.strategy.sequenceParallel != kind.strategy.sequenceParallel
        {
          continue
        }
        // Passes do not leave the node: what is best for one class is best for its twin.
        if let twin = chosen.first(where: { twins[$0.deviceClass] == twins[kind.deviceClass] }),
          twin.degrees != kind.degrees
        {
          continue
        }
        // Three or more classes would have too many mixes with different replicas each.
        if kinds.count > 2, let first = chosen.first,
          first.degrees.dataParallelSize != kind.degrees.dataParallelSize
        {
          continue
        }
        extend(chosen + [kind], rate + ownRate, min(pass, ownPass))
      }
    }
    extend([], 0, Seconds(.infinity))
  }

  /// Microbatches per second that a class passes through all layers when its stages never wait.
  private mutating func rate(of kind: StageKind) -> Double {
    let stages = classes[kind.deviceClass].deviceCount / kind.deviceCount
    let pass = passTime(of: kind).value
    return pass > 0 ? Double(stages) / pass : .infinity
  }

  private mutating func passTime(of kind: StageKind) -> Seconds {
    fastest.throughAll(kind.strategy, onGroups: classes[kind.deviceClass].groups.prefix(1))
  }

  private func costs(of kind: StageKind) -> MeshCosts {
    let segments = classes[kind.deviceClass].segments(
      ofDevices: kind.deviceCount, in: model.cluster)
    let placement = Placement(rankOrder: .pipelineOutermost, segments: segments)
    let layout = Layout(kind.strategy, on: placement, of: model.cluster)
    return model.costs(of: kind.strategy, over: model.channels(of: layout))
  }
}

extension Cluster {
  /// Whether the nodes of two classes are equal but for their interfaces.
  fileprivate func haveEqualNodes(_ a: DeviceClass, _ b: DeviceClass) -> Bool {
    var (some, others) = (groups[a.groups[0]].node, groups[b.groups[0]].node)
    (some.interfaces, others.interfaces) = ([], [])
    (some.name, others.name) = ("", "")
    others.provenance = some.provenance
    return some == others
  }
}
