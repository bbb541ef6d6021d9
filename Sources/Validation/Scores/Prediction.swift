import ClusterTopology
public import CostModel
import ModelDescription
public import Quantities
import Search
public import Simulation
public import StrategySpace

/// What the planner says about an interpreted run: the same step that `rhumb plan` would simulate.
public struct Prediction: Sendable {
  public var strategy: Strategy
  public var stepTime: Seconds
  /// Where the busiest stage's time goes.
  public var time: TimeBreakdown
  /// Of the fullest stage, and what a device can give.
  public var memory: MemoryBreakdown
  public var usableMemory: Bytes
  /// FLOPs of the model in a step over the peak of all devices: the step time at an MFU of 1.
  public var idealStepTime: Seconds
  public var device: String
  public var tokensPerStep: Int
  /// What was assumed so that the run fits.
  public var assumptions: [String]

  public var fits: Bool { memory.total <= usableMemory }
}

extension Prediction {
  /// - Throws: `SkippedRun` when a rule refuses the strategy.
  init(_ run: InterpretedRun) throws {
    let costs = CostModel(run.graph, run.job, on: run.cluster)
    let group = run.cluster.groups[0]
    let placement = Placement(
      rankOrder: .pipelineOutermost, segments: [.init(group: 0, nodes: group.count)])
    let violation =
      run.strategy.violation(for: ModelTraits(run.graph, run.job))
      ?? run.strategy.violation(on: placement, of: run.cluster)
      ?? costs.precisionViolation(on: placement)
    if let violation { throw SkippedRun(violation.message) }
    let even = StageSplit(evenBlocksOf: run.graph, chunks: run.strategy.chunkCount)
    guard let split = even ?? costs.balancedSplit(of: run.strategy, on: placement) else {
      throw SkippedRun("fewer layers than \(run.strategy.chunkCount) chunks")
    }
    var run = run
    assumptions = []
    if run.recomputesAsNeeded {
      run.strategy.recomputation = costs.leastRecomputation(
        of: run.strategy, on: placement, split: split)
      assumptions.append("recompute blank: \(run.strategy.recomputation), the least that fits")
    }
    let ranked = try RankedPlan(
      Plan(strategy: run.strategy, placement: placement, split: split), costs)
    let problem = PlanningProblem(
      modelName: "", clusterName: "", costs: costs, limits: StrategyLimits())
    let peak = (group.node.device.peak(run.job.precision.compute) ?? .zero) * group.deviceCount
    strategy = run.strategy
    stepTime = ranked.stepTime
    time = ranked.simulation.stages[ranked.simulation.busiestStage].time
    memory = ranked.simulation.stages[ranked.fullestStage].peakMemory
    usableMemory = group.node.device.usableMemory
    idealStepTime = problem.modelFLOPsPerSample * run.job.globalBatchSize / peak
    device = group.node.device.name
    tokensPerStep = run.job.globalBatchSize * run.job.sequenceLength
  }
}

extension CostModel {
  /// The least recomputation with which a strategy fits: none, the attention matrices, or as many
  /// layers of each chunk as it takes; all of them where nothing fits.
  func leastRecomputation(
    of strategy: Strategy, on placement: Placement, split: StageSplit
  ) -> Recomputation {
    let layout = Layout(strategy, on: placement, of: cluster)
    let costs = costs(of: strategy, over: channels(of: layout))
    func fits(_ recomputation: Recomputation) -> Bool {
      var strategy = strategy
      strategy.recomputation = recomputation
      let peaks = costs.peakMemory(of: strategy, split: split).map(\.total)
      return memoryViolation(peaks, on: layout) == nil
    }
    if fits(.none) { return .none }
    if job.attention.keepsScores, fits(.selective) { return .selective }
    let most = split.chunks.map(\.count).max() ?? 1
    // More layers never take more memory.
    var (tooFew, enough) = (0, most)
    while enough - tooFew > 1 {
      let middle = (tooFew + enough) / 2
      if fits(.full(layersPerChunk: middle)) { enough = middle } else { tooFew = middle }
    }
    return enough == most ? .full() : .full(layersPerChunk: enough)
  }
}

extension StageSplit {
  /// Equal numbers of blocks per chunk, with the embedding on the first and the output layer on
  /// the last, as Megatron-LM and DeepSpeed divide models; where only counting those two as blocks
  /// makes the division even, they are counted.
  ///
  /// - Returns: `nil` when neither divides.
  init?(evenBlocksOf graph: LayerGraph, chunks: Int) {
    let total = graph.layers.count
    let blocks = graph.layers.indices.filter { graph.layerClass(of: $0).role == .block }
    if chunks >= 1, blocks.count % chunks == 0, blocks.count >= chunks {
      let share = blocks.count / chunks
      let starts = (0..<chunks).map { $0 == 0 ? 0 : blocks[$0 * share] }
      self.init(starts: starts, layerCount: total)
    } else if chunks >= 1, total % chunks == 0 {
      let share = total / chunks
      self.init(starts: (0..<chunks).map { $0 * share }, layerCount: total)
    } else {
      return nil
    }
  }
}
