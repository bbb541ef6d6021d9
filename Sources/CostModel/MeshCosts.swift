import ClusterTopology
import ModelDescription
public import Quantities
public import StrategySpace

/// What a mesh costs on a layout: the figures that all schedules, layer splits, ZeRO stages and
/// recomputation choices of that mesh share.
public struct MeshCosts: Sendable {
  let model: CostModel
  let degrees: MeshDegrees
  private let channels: LayoutChannels
  /// By stage: index into `layerCosts`. Stages that are laid out alike share one entry.
  private let kinds: [Int]
  /// By kind of stage and layer class.
  private let layerCosts: [[LayerCost]]
  /// By kind of stage: the fraction of compute that stands still beside communication.
  private let communicationShares: [Double]

  init(_ model: CostModel, _ strategy: Strategy, _ channels: LayoutChannels) {
    self.model = model
    self.channels = channels
    let degrees = MeshDegrees(strategy)
    self.degrees = degrees
    var distinct: [StageChannels] = []
    kinds = channels.stages.map { stage in
      if let known = distinct.firstIndex(of: stage) { return known }
      distinct.append(stage)
      return distinct.count - 1
    }
    layerCosts = distinct.map { stage in
      let costing = LayerCosting(model, degrees, on: stage)
      return model.graph.classes.map(costing.cost)
    }
    communicationShares = distinct.map { stage in
      stage.clusterGroups
        .map { model.cluster.groups[$0].node.device.efficiency.communicationShare }.max() ?? 0
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
      let ranges = split.chunks(ofStage: stage, stageCount: strategy.pipelineParallelSize)
      let (parameters, largest) = contents(of: ranges, onStage: stage, strategy, split)
      var memory = StateSharing(strategy, model.job)
        .residentMemory(of: parameters, largest: largest)
      let perMicrobatch = ranges.map { activations(of: $0, onStage: stage, strategy) }.sum()
      memory.activations =
        strategy.microbatchesInFlight(onStage: stage, of: microbatches)
        * perMicrobatch
      return memory
    }
  }

  private func stageCost(_ stage: Int, of strategy: Strategy, split: StageSplit) -> StageCost {
    let stages = strategy.pipelineParallelSize
    let sharing = StateSharing(strategy, model.job)
    let ranges = split.chunks(ofStage: stage, stageCount: stages)
    let (parameters, largest) = contents(of: ranges, onStage: stage, strategy, split)
    let traffic = DataParallelTraffic(
      parameters, sharing, on: channels.stages[stage])
    let devices = channels.stages[stage].clusterGroups.map {
      DeviceTiming(device: model.cluster.groups[$0].node.device)
    }
    return StageCost(
      chunks: ranges.map { chunkCost(of: $0, onStage: stage, strategy, traffic) },
      optimizer: devices.map { $0.stream(sharing.updateTraffic(of: parameters)) }.max() ?? .zero,
      sharedWeightReduction: sharedWeightReduction(onStage: stage, strategy, split),
      residentMemory: sharing.residentMemory(of: parameters, largest: largest))
  }

  /// What a rank of a stage holds: all its parameters, and the largest of its layers.
  private func contents(
    of ranges: [Range<Int>], onStage stage: Int, _ strategy: Strategy, _ split: StageSplit
  ) -> (ParameterCount, LayerMemory) {
    var parameters = ParameterCount()
    var largest = LayerMemory()
    for range in ranges {
      forEachRun(of: range, onStage: stage, strategy) { cost, count, recomputed in
        parameters.add(cost, count: count)
        largest.add(cost, recomputed: recomputed)
      }
    }
    for shared in sharedWeights(strategy, split) where shared.user == stage {
      parameters.dense += shared.parameters
    }
    return (parameters, largest)
  }

  private func activations(
    of range: Range<Int>, onStage stage: Int, _ strategy: Strategy
  ) -> Bytes {
    var total = Bytes.zero
    forEachRun(of: range, onStage: stage, strategy) { cost, count, recomputed in
      total += kept(cost, recomputed: recomputed, strategy) * count
    }
    return total
  }

  private func chunkCost(
    of range: Range<Int>, onStage stage: Int, _ strategy: Strategy, _ traffic: DataParallelTraffic
  ) -> ChunkCost {
    var runs: [LayerRun] = []
    var activations = Bytes.zero
    forEachRun(of: range, onStage: stage, strategy) { cost, count, recomputed in
      activations += kept(cost, recomputed: recomputed, strategy) * count
      var run = LayerRun(
        count: count, forward: cost.forward,
        backward: backward(of: cost, recomputed: recomputed, strategy),
        parameterGather: traffic.gather(of: cost), gradientReduction: traffic.reduce(of: cost))
      slow(&run, onStage: stage, strategy)
      runs.append(run)
    }
    let stages = channels.stages.count
    return ChunkCost(
      runs: runs,
      sendForward: sendTime(from: stage, before: range.upperBound),
      sendBackward: sendTime(from: (stage + stages - 1) % stages, before: range.lowerBound),
      activationMemory: activations)
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
    if strategy.zeroStage >= .gradients {
      run.backward.compute += share * run.gradientReduction
    }
  }

  /// Visits a chunk's layers as runs of equal ones: of one class, and all recomputed or none.
  ///
  /// Full recomputation with a limit takes the first blocks of the chunk.
  private func forEachRun(
    of chunk: Range<Int>, onStage stage: Int, _ strategy: Strategy,
    _ body: (_ cost: borrowing LayerCost, _ count: Int, _ recomputed: Bool) -> Void
  ) {
    let kind = kinds[stage]
    var recomputable = 0
    if case .full(let limit) = strategy.recomputation { recomputable = limit ?? .max }
    for run in model.runs where run.layers.overlaps(chunk) {
      let count = run.layers.clamped(to: chunk).count
      let recomputed = run.isBlock ? min(count, recomputable) : 0
      if run.isBlock { recomputable -= recomputed }
      if recomputed > 0 { body(layerCosts[kind][run.classIndex], recomputed, true) }
      if recomputed < count { body(layerCosts[kind][run.classIndex], count - recomputed, false) }
    }
  }

  // MARK: Recomputation

  private func backward(
    of cost: borrowing LayerCost, recomputed: Bool, _ strategy: Strategy
  ) -> PassCost {
    if recomputed { return cost.backward + cost.forward }
    if strategy.recomputation == .selective { return cost.backward + cost.attentionForward }
    return cost.backward
  }

  private func kept(_ cost: borrowing LayerCost, recomputed: Bool, _ strategy: Strategy) -> Bytes {
    if recomputed { return cost.savedInput }
    if strategy.recomputation == .selective { return cost.saved - cost.savedAttentionMatrices }
    return cost.saved
  }

  // MARK: Between stages

  /// The time of what crosses the boundary before `layer`, on its way from `stage` to the next.
  private func sendTime(from stage: Int, before layer: Int) -> Seconds {
    let elements = model.cutElements[layer]
    guard elements > 0, !channels.boundaries.isEmpty else { return .zero }
    let share = degrees.context * (degrees.sequenceParallel ? degrees.tensor : 1)
    let element = model.job.precision.activations.bytesPerElement
    let size = Bytes(elements * degrees.microBatch * element) / share
    return channels.boundaries[stage].slowest { $0.send(size) }
  }

  /// Weights that two stages share: who holds the copy, and how many parameters of it are on one
  /// rank.
  private func sharedWeights(
    _ strategy: Strategy, _ split: StageSplit
  ) -> [(owner: Int, user: Int, parameters: Double)] {
    func stage(of layer: Int) -> Int {
      (split.chunks.firstIndex { $0.contains(layer) } ?? 0) % strategy.pipelineParallelSize
    }
    return model.graph.sharedWeights.compactMap { shared in
      let owner = stage(of: shared.owner)
      let user = stage(of: shared.user)
      let divided = shared.split.isDivided ? degrees.tensor : 1
      return owner == user ? nil : (owner, user, Double(shared.parameterCount) / Double(divided))
    }
  }

  private func sharedWeightReduction(
    onStage stage: Int, _ strategy: Strategy, _ split: StageSplit
  ) -> Seconds {
    sharedWeights(strategy, split)
      .filter { $0.owner == stage || $0.user == stage }
      .map { shared in
        let bytes = Double(model.job.precision.gradients.bytesPerElement)
        // The last stage's neighbour is the first: tied weights sit at the two ends.
        let ends = channels.boundaries.last ?? []
        return ends.slowest { $0.allReduce(Bytes(shared.parameters * bytes)) }
      }
      .sum()
  }
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
