import ClusterTopology
import ModelDescription
public import Quantities
public import StrategySpace

/// What a mesh costs on a layout: the figures that all schedules, layer splits, ZeRO stages and
/// recomputation choices of that mesh share.
///
/// A class, so that whoever prices strategies shares one.
public final class MeshCosts: Sendable {
  let model: CostModel
  /// By stage.
  let degrees: [MeshDegrees]
  let channels: LayoutChannels
  /// By stage: index into `layerCosts`. Stages that are laid out alike share one entry.
  let kinds: [Int]
  /// By kind of stage and layer class.
  let layerCosts: [[LayerCost]]
  /// By stage.
  private let rankCounts: [Int]
  /// By kind of stage: the fraction of compute that stands still beside communication.
  private let communicationShares: [Double]
  /// By kind of stage.
  private let devices: [[DeviceTiming]]
  /// By kind of stage and tensor that layers share: its parameters on one rank.
  let sharedParameters: [[Double]]

  init(_ model: CostModel, _ strategy: Strategy, _ channels: LayoutChannels) {
    self.model = model
    self.channels = channels
    rankCounts = channels.stages.indices.map { strategy.onStage($0).stageRankCount }
    let degrees = channels.stages.indices.map { MeshDegrees(strategy.onStage($0)) }
    self.degrees = degrees
    var distinct: [(degrees: MeshDegrees, stage: StageChannels)] = []
    kinds = zip(degrees, channels.stages).map { kind in
      if let known = distinct.firstIndex(where: { $0 == kind }) { return known }
      distinct.append(kind)
      return distinct.count - 1
    }
    let costings = distinct.map { LayerCosting(model, $0.degrees, on: $0.stage) }
    layerCosts = zip(costings, distinct).map { costing, kind in
      let devices = kind.stage.clusterGroups.map { model.cluster.groups[$0].node.device.name }
      return zip(model.graph.classes, model.inputElements).map { layer, elements in
        let cost = costing.cost(of: layer, inputElements: elements)
        if model.timings.timings.isEmpty { return cost }
        return model.timings.slowest(of: layer, on: devices, kind.degrees).map(cost.timed) ?? cost
      }
    }
    devices = distinct.map { _, stage in
      stage.clusterGroups.map { DeviceTiming(device: model.cluster.groups[$0].node.device) }
    }
    communicationShares = devices.map {
      $0.map(\.device.efficiency.communicationShare).max() ?? 0
    }
    sharedParameters = costings.map { costing in
      model.graph.sharedWeights.map { shared in
        costing.parameterCount(shared, of: model.graph.layerClass(of: shared.owner))
      }
    }
  }

  /// The forward and backward pass of one microbatch through one layer of each class, recomputation
  /// included.
  public func passTimes(onStage stage: Int, _ strategy: Strategy) -> [Seconds] {
    let isFull = if case .full = strategy.recomputation { true } else { false }
    return layerCosts[kinds[stage]].enumerated().map { index, cost in
      let recomputed = isFull && model.graph.classes[index].role == .block
      return cost.forward.total + backward(of: cost, recomputed: recomputed, strategy).total
    }
  }

  /// The forward pass of one microbatch through one layer of each class.
  public func forwardTimes(onStage stage: Int) -> [Seconds] {
    layerCosts[kinds[stage]].map(\.forward.total)
  }

  public var layout: Layout { channels.layout }

  /// Whether two stages cost the same for the same layers.
  public func isAlike(_ a: Int, _ b: Int) -> Bool { kinds[a] == kinds[b] }

  /// The cost of one training step, stage by stage.
  ///
  /// - Parameters:
  ///   - strategy: a strategy of this mesh; its schedule, ZeRO stage, recomputation and overlap are
  ///     free.
  /// - Complexity: O(layers).
  public func stepCost(of strategy: Strategy, split: StageSplit) -> StepCost {
    let stages = (0..<strategy.pipelineParallelSize).map { stage in
      stageCost(stage, of: strategy, split: split)
    }
    return StepCost(
      stages: stages,
      microbatchCount: strategy.microbatchCount(globalBatchSize: model.job.globalBatchSize),
      strategy: strategy)
  }

  /// Peak memory of each stage, without computing any time: what a search rejects plans by.
  ///
  /// - Complexity: O(layers).
  public func peakMemory(of strategy: Strategy, split: StageSplit) -> [MemoryBreakdown] {
    let microbatches = strategy.microbatchCount(globalBatchSize: model.job.globalBatchSize)
    return (0..<strategy.pipelineParallelSize).map { stage in
      let ranges = split.chunks(ofStage: stage, of: strategy)
      let (parameters, largest) = contents(of: ranges, onStage: stage, strategy, split)
      var memory = StateSharing(strategy.onStage(stage), model.job)
        .residentMemory(of: parameters, largest: largest)
      memory.activations = strategy.peakActivations(
        of: ranges.map { activations(of: $0, onStage: stage, strategy) }, onStage: stage,
        of: microbatches)
      return memory
    }
  }

  private func stageCost(_ stage: Int, of strategy: Strategy, split: StageSplit) -> StageCost {
    let sharing = StateSharing(strategy.onStage(stage), model.job)
    let ranges = split.chunks(ofStage: stage, of: strategy)
    let (parameters, largest) = contents(of: ranges, onStage: stage, strategy, split)
    let traffic = DataParallelTraffic(
      parameters, sharing, on: channels.stages[stage])
    return StageCost(
      chunks: ranges.map { chunkCost(of: $0, onStage: stage, strategy, split, traffic) },
      optimizer: update(of: ranges, onStage: stage, strategy, sharing)
        ?? update(of: parameters, onStage: stage, sharing),
      sharedWeightReduction: sharedWeightReduction(
        onStage: stage, weightCopies(strategy, split)),
      residentMemory: sharing.residentMemory(of: parameters, largest: largest))
  }

  /// What a rank of a stage holds: all its parameters, and the largest of its layers.
  private func contents(
    of ranges: [Range<Int>], onStage stage: Int, _ strategy: Strategy, _ split: StageSplit
  ) -> (ParameterCount, LayerMemory) {
    var parameters = ParameterCount()
    var largest = LayerMemory()
    for range in ranges {
      forEachRun(of: range, onStage: stage, strategy) { cost, layers, recomputed in
        parameters.add(cost, count: layers.count)
        largest.add(cost, recomputed: recomputed, strategy.recomputation)
      }
    }
    for copy in weightCopies(strategy, split) where copy.user == stage {
      parameters.dense += copy.parameters
    }
    return (parameters, largest)
  }

  /// The measured update of a stage's layers, shared out as its states are; `nil` unless all are known.
  func update(
    of ranges: some Sequence<Range<Int>>, onStage stage: Int, _ strategy: Strategy,
    _ sharing: StateSharing
  ) -> Seconds? {
    guard !model.timings.timings.isEmpty else { return nil }
    var sum: Seconds? = .zero
    for range in ranges {
      forEachRun(of: range, onStage: stage, strategy) { cost, layers, _ in
        let update = cost.update
        sum = sum.flatMap { sum in update.map { sum + $0 * layers.count } }
      }
    }
    return sum.map { sharing.stage >= .optimizer ? $0 / sharing.dense : $0 }
  }

  /// The update of parameters by the slowest device of a stage.
  func update(
    of parameters: ParameterCount, onStage stage: Int, _ sharing: StateSharing
  ) -> Seconds {
    let traffic = sharing.updateTraffic(of: parameters)
    var slowest = Seconds.zero
    for device in devices[kinds[stage]] { slowest = max(slowest, device.stream(traffic)) }
    return slowest
  }

  private func activations(
    of range: Range<Int>, onStage stage: Int, _ strategy: Strategy
  ) -> Bytes {
    var total = Bytes.zero
    forEachRun(of: range, onStage: stage, strategy) { cost, layers, recomputed in
      total += kept(cost, recomputed: recomputed, strategy) * layers.count
    }
    return total
  }

  private func chunkCost(
    of range: Range<Int>, onStage stage: Int, _ strategy: Strategy, _ split: StageSplit,
    _ traffic: DataParallelTraffic
  ) -> ChunkCost {
    let copies = weightCopies(strategy, split).filter { $0.user == stage }
    var runs: [LayerRun] = []
    var activations = Bytes.zero
    forEachRun(of: range, onStage: stage, strategy) { cost, layers, recomputed in
      let count = layers.count
      activations += kept(cost, recomputed: recomputed, strategy) * count
      runs.append(
        run(of: cost, layers, recomputed: recomputed, onStage: stage, strategy, traffic, copies))
    }
    let next = split.chunks.firstIndex { $0.lowerBound == range.upperBound }
    let previous = split.chunks.firstIndex { $0.upperBound == range.lowerBound }
    func send(to chunk: Int?, before layer: Int) -> Seconds {
      guard let chunk else { return .zero }
      return sendTime(from: stage, to: strategy.stage(ofChunk: chunk), before: layer)
    }
    return ChunkCost(
      runs: runs,
      sendForward: send(to: next, before: range.upperBound),
      sendBackward: send(to: previous, before: range.lowerBound),
      activationMemory: activations)
  }

  /// Equal layers of one chunk.
  ///
  /// - Parameter copies: weights of other stages' layers, of which the stage holds copies.
  func run(
    of cost: borrowing LayerCost, _ layers: Range<Int>, recomputed: Bool, onStage stage: Int,
    _ strategy: Strategy, _ traffic: borrowing DataParallelTraffic, _ copies: [WeightCopy]
  ) -> LayerRun {
    var copied = 0.0
    for copy in copies where layers.contains(copy.layer) { copied += copy.parameters }
    let share = copied / Double(layers.count)
    var run = LayerRun(
      count: layers.count, forward: cost.forward,
      backward: backward(of: cost, recomputed: recomputed, strategy),
      parameterGather: traffic.gather(of: cost, copies: share),
      gradientReduction: traffic.reduce(of: cost, copies: share))
    slow(&run, onStage: stage, strategy)
    return run
  }

  /// Slows the compute that data-parallel communication of every microbatch runs beside.
  ///
  /// What once a step runs beside the last microbatch is left out.
  private func slow(_ run: inout LayerRun, onStage stage: Int, _ strategy: Strategy) {
    let share = communicationShares[kinds[stage]]
    if strategy.zeroStage == .parameters {
      run.forward.compute += share * run.parameterGather
      run.backward.compute += share * run.parameterGather
    }
    if strategy.zeroStage >= .gradients, strategy.overlap.gradientReduction {
      run.backward.compute += share * run.gradientReduction
    }
  }

  /// Visits a chunk's layers as runs of equal ones: of one class, and all recomputed or none.
  ///
  /// Full recomputation with a limit takes the first blocks of the chunk.
  func forEachRun(
    of chunk: Range<Int>, onStage stage: Int, _ strategy: Strategy,
    _ body: (_ cost: borrowing LayerCost, _ layers: Range<Int>, _ recomputed: Bool) -> Void
  ) {
    let kind = kinds[stage]
    var recomputable = 0
    if case .full(let limit) = strategy.recomputation { recomputable = limit ?? .max }
    for run in model.runs where run.layers.overlaps(chunk) {
      let layers = run.layers.clamped(to: chunk)
      let recomputed = run.isBlock ? layers.prefix(recomputable) : layers.prefix(0)
      let kept = layers.dropFirst(recomputed.count)
      recomputable -= recomputed.count
      if !recomputed.isEmpty { body(layerCosts[kind][run.classIndex], recomputed, true) }
      if !kept.isEmpty { body(layerCosts[kind][run.classIndex], kept, false) }
    }
  }

  // MARK: Recomputation

  func backward(
    of cost: borrowing LayerCost, recomputed: Bool, _ strategy: Strategy
  ) -> PassCost {
    if recomputed { return cost.backward + cost.recomputed }
    if strategy.recomputation == .selective { return cost.backward + cost.selectivelyRecomputed }
    return cost.backward
  }

  func kept(_ cost: borrowing LayerCost, recomputed: Bool, _ strategy: Strategy) -> Bytes {
    if recomputed { return cost.savedInput }
    if strategy.recomputation == .selective { return cost.saved - cost.selectivelyDropped }
    return cost.saved
  }

  /// What a rank's gradients and updated parameters are, once per step.
  func reducedAndGathered(onStage stage: Int, _ plan: Plan) -> Bytes {
    let sharing = StateSharing(plan.strategy.onStage(stage), model.job)
    let ranges = plan.split.chunks(ofStage: stage, of: plan.strategy)
    let (parameters, _) = contents(of: ranges, onStage: stage, plan.strategy, plan.split)
    let gathered = sharing.stage > .none ? sharing.gatheredBytes : sharing.reducedBytes
    return Bytes(parameters.dense * (sharing.reducedBytes + gathered))
  }

  func messageSize(_ stage: Int, _ neighbour: Int, before layer: Int) -> Bytes {
    model.messageSize(
      before: layer, to: degrees[neighbour], from: rankCounts[stage], ranks: rankCounts[neighbour])
  }

  // MARK: Between stages

  /// The time of what crosses the boundary before `layer`, between two neighbouring stages.
  func sendTime(from stage: Int, to neighbour: Int, before layer: Int) -> Seconds {
    guard model.cutElements[layer] > 0, stage != neighbour else { return .zero }
    let size = messageSize(stage, neighbour, before: layer)
    let sent = boundary(between: stage, neighbour).slowest { $0.send(size) }
    let receiver = degrees[neighbour]
    // Each tensor-parallel rank was sent a part of what it needs whole.
    guard !receiver.sequenceParallel, model.job.framework.scattersBoundaries else { return sent }
    return sent
      + channels.stages[neighbour].tensor.slowest { $0.allGather(size * receiver.tensor) }
  }

  /// What separates two neighbouring stages: the boundary behind the first of the two; between the
  /// last stage and the first, the last.
  func boundary(between stage: Int, _ neighbour: Int) -> [Channel] {
    channels.boundaries[
      abs(stage - neighbour) == 1 ? min(stage, neighbour) : channels.boundaries.count - 1]
  }

  /// Weights of which a stage holds a copy, because the layer that owns them is on another one.
  ///
  /// However many layers of a stage use a tensor, the stage holds it once.
  func weightCopies(_ strategy: Strategy, _ split: StageSplit) -> [WeightCopy] {
    func stage(of layer: Int) -> Int {
      strategy.stage(ofChunk: split.chunks.firstIndex { $0.contains(layer) } ?? 0)
    }
    var copies: [WeightCopy] = []
    for (index, shared) in model.graph.sharedWeights.enumerated() {
      let user = stage(of: shared.user)
      let copy = WeightCopy(
        owningLayer: shared.owner, owner: stage(of: shared.owner), layer: shared.user,
        user: user, parameters: sharedParameters[kinds[user]][index],
        travelling: max(
          sharedParameters[kinds[user]][index],
          sharedParameters[kinds[stage(of: shared.owner)]][index]))
      let isKnown = copies.contains {
        $0.owningLayer == copy.owningLayer && $0.user == copy.user
          && $0.parameters == copy.parameters
      }
      if copy.owner != copy.user && !isKnown { copies.append(copy) }
    }
    return copies
  }

  func sharedWeightReduction(onStage stage: Int, _ copies: [WeightCopy]) -> Seconds {
    copies
      .filter { $0.owner == stage || $0.user == stage }
      .map { copy in
        let bytes = Double(model.job.precision.gradients.bytesPerElement)
        let (first, last) = (min(copy.owner, copy.user), max(copy.owner, copy.user))
        // The ends of a pipeline are neighbours; other stages are as far apart as their worst hop.
        let hops =
          last - first == channels.stages.count - 1
          ? channels.boundaries.suffix(1) : channels.boundaries[first..<last]
        return Array(hops.joined()).slowest { $0.allReduce(Bytes(copy.travelling * bytes)) }
      }
      .sum()
  }
}

/// A tensor that one layer owns and a layer of another stage uses.
struct WeightCopy {
  var owningLayer: Int
  /// Stages.
  var owner: Int
  /// The first layer of the stage that uses the copy.
  var layer: Int
  var user: Int
  /// On one rank of the user.
  var parameters: Double
  /// On one rank of whichever of the two holds more.
  var travelling: Double
}

extension TensorSplit {
  /// Whether parameters of an operator with this split are divided over tensor-parallel ranks.
  var isDivided: Bool {
    switch self {
    case .column, .row, .vocabulary, .elements: true
    case .replicated, .sequence: false
    }
  }
}
