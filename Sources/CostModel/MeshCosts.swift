import ClusterTopology
import ModelDescription
public import Quantities
public import StrategySpace

/// What a mesh costs on a layout: the figures that all schedules, layer splits, ZeRO stages and recomputation choices of that mesh share.
public struct MeshCosts: Sendable {
  let model: CostModel
  let degrees: MeshDegrees
  public let layout: Layout
  /// By stage: index into `layerCosts`. Stages that are laid out alike share one entry.
  private let kinds: [Int]
  /// By kind of stage and layer class.
  private let layerCosts: [[LayerCost]]

  init(_ model: CostModel, _ strategy: Strategy, _ layout: Layout) {
    self.model = model
    self.layout = layout
    let degrees = MeshDegrees(strategy)
    self.degrees = degrees
    var distinct: [StageLayout] = []
    kinds = layout.stages.map { stage in
      if let known = distinct.firstIndex(of: stage) { return known }
      distinct.append(stage)
      return distinct.count - 1
    }
    layerCosts = distinct.map { stage in
      let costing = LayerCosting(model, degrees, on: stage)
      return model.graph.classes.map(costing.cost)
    }
  }

  /// What a layer costs on a stage.
  public func cost(ofLayer layer: Int, onStage stage: Int) -> LayerCost {
    layerCosts[kinds[stage]][model.graph.layers[layer].classIndex]
  }

  /// What a layer class costs on a stage.
  public func cost(ofClass index: Int, onStage stage: Int) -> LayerCost {
    layerCosts[kinds[stage]][index]
  }

  /// A layer's forward and backward pass of one microbatch on a stage, recomputation included when all its chunk is recomputed.
  public func passTime(ofLayer layer: Int, onStage stage: Int, _ strategy: Strategy) -> Seconds {
    let cost = cost(ofLayer: layer, onStage: stage)
    let recomputed = isRecomputed(layer, in: layer..<(layer + 1), strategy)
    return cost.forward.total + backward(of: cost, recomputed: recomputed, strategy).total
  }

  /// Whether two stages cost the same for the same layers.
  public func isAlike(_ a: Int, _ b: Int) -> Bool { kinds[a] == kinds[b] }

  /// The cost of one training step, stage by stage.
  ///
  /// - Parameters:
  ///   - strategy: a strategy of this mesh; its schedule, ZeRO stage, recomputation and overlap are free.
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
      memory.activations = strategy.microbatchesInFlight(onStage: stage, of: microbatches)
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
      parameters, sharing, on: layout.stages[stage], model.collectives)
    let devices = layout.stages[stage].clusterGroups.map {
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
      for layer in range {
        let cost = cost(ofLayer: layer, onStage: stage)
        parameters.add(cost)
        largest.add(cost, recomputed: isRecomputed(layer, in: range, strategy))
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
    range.lazy.map { layer in
      kept(
        cost(ofLayer: layer, onStage: stage), recomputed: isRecomputed(layer, in: range, strategy),
        strategy)
    }.sum()
  }

  private func chunkCost(
    of range: Range<Int>, onStage stage: Int, _ strategy: Strategy, _ traffic: DataParallelTraffic
  ) -> ChunkCost {
    var runs: [LayerRun] = []
    var previous: (classIndex: Int, recomputed: Bool)?
    for layer in range {
      let kind = (
        classIndex: model.graph.layers[layer].classIndex,
        recomputed: isRecomputed(layer, in: range, strategy)
      )
      if let previous, previous == kind {
        runs[runs.count - 1].count += 1
        continue
      }
      previous = kind
      let cost = cost(ofLayer: layer, onStage: stage)
      runs.append(
        LayerRun(
          count: 1, forward: cost.forward,
          backward: backward(of: cost, recomputed: kind.recomputed, strategy),
          parameterGather: traffic.gather(of: cost),
          gradientReduction: traffic.reduce(of: cost)))
    }
    let stages = layout.stages.count
    return ChunkCost(
      runs: runs,
      sendForward: sendTime(from: stage, before: range.upperBound),
      sendBackward: sendTime(from: (stage + stages - 1) % stages, before: range.lowerBound),
      activationMemory: activations(of: range, onStage: stage, strategy))
  }

  // MARK: Recomputation

  private func isRecomputed(
    _ layer: Int, in chunk: Range<Int>, _ strategy: Strategy
  ) -> Bool {
    guard case .full(let limit) = strategy.recomputation,
      model.graph.layerClass(of: layer).role == .block
    else { return false }
    guard let limit else { return true }
    let blocksBefore = (chunk.lowerBound..<layer).count {
      model.graph.layerClass(of: $0).role == .block
    }
    return blocksBefore < limit
  }

  private func backward(
    of cost: LayerCost, recomputed: Bool, _ strategy: Strategy
  ) -> PassCost {
    if recomputed { return cost.backward + cost.forward }
    if strategy.recomputation == .selective { return cost.backward + cost.attentionForward }
    return cost.backward
  }

  private func kept(_ cost: LayerCost, recomputed: Bool, _ strategy: Strategy) -> Bytes {
    if recomputed { return cost.savedInput }
    if strategy.recomputation == .selective { return cost.saved - cost.savedAttentionMatrices }
    return cost.saved
  }

  // MARK: Between stages

  /// The time of what crosses the boundary before `layer`, on its way from `stage` to the next.
  private func sendTime(from stage: Int, before layer: Int) -> Seconds {
    let elements = model.cutElements[layer]
    guard elements > 0, !layout.boundaries.isEmpty else { return .zero }
    let share = degrees.context * (degrees.sequenceParallel ? degrees.tensor : 1)
    let element = model.job.precision.activations.bytesPerElement
    let size = Bytes(elements * degrees.microBatch * element) / share
    return layout.boundaries[stage].map { model.collectives.send(size, over: $0) }.max() ?? .zero
  }

  /// Weights that two stages share: who holds the copy, and how many parameters of it are on one rank.
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
        let ends = layout.boundaries.last ?? []
        return ends.map { model.collectives.allReduce(Bytes(shared.parameters * bytes), over: $0) }
          .max() ?? .zero
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
