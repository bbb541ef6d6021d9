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
  /// `memory`, and what a process takes of the device besides tensors.
  public var occupiedMemory: Bytes
  /// FLOPs of the model in a step over the peak of all devices: the step time at an MFU of 1.
  public var idealStepTime: Seconds
  public var device: String
  public var tokensPerStep: Int
  /// What was assumed so that the run fits.
  public var assumptions: [String] = []

  /// What PyTorch's allocator holds beyond what tensors take, of the latter: assumed, between what
  /// torchtitan's and bigscience's runs show.
  static let allocatorSlack = 0.04

  public var fits: Bool { memory.total <= usableMemory }

  /// The fraction of the usable memory that stays free; negative where it does not suffice.
  public var spareMemory: Double { 1 - memory.total / usableMemory }
}

extension Prediction {
  /// - Throws: `SkippedRun` when a rule refuses the strategy.
  init(_ run: InterpretedRun) throws {
    let planned = try PlannedRun(run)
    let (plan, costs, run) = (planned.plan, planned.costs, planned.run)
    let ranked = try RankedPlan(plan, costs)
    let group = run.cluster.groups[0]
    let problem = PlanningProblem(
      modelName: "", clusterName: "", costs: costs, limits: StrategyLimits())
    let peak = (group.node.device.peak(run.job.precision.compute) ?? .zero) * group.deviceCount
    strategy = run.strategy
    stepTime = ranked.stepTime
    time = ranked.simulation.stages[ranked.simulation.busiestStage].time
    memory = ranked.simulation.stages[ranked.fullestStage].peakMemory
    usableMemory = group.node.device.usableMemory
    occupiedMemory =
      memory.total * (1 + Self.allocatorSlack) + group.node.device.processMemory
    idealStepTime = problem.modelFLOPsPerSample * run.job.globalBatchSize / peak
    device = group.node.device.name
    tokensPerStep = run.job.globalBatchSize * run.job.sequenceLength
    assumptions = planned.assumptions
  }
}

/// A run as a plan on all of its cluster.
struct PlannedRun: Sendable {
  /// With its recomputation settled.
  var run: InterpretedRun
  var plan: Plan
  var costs: CostModel
  /// What was assumed so that the run fits.
  var assumptions: [String] = []

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
    if run.recomputesAsNeeded {
      run.strategy.recomputation = costs.leastRecomputation(
        of: run.strategy, on: placement, split: split)
      assumptions.append("recompute blank: \(run.strategy.recomputation), the least that fits")
    }
    self.run = run
    self.costs = costs
    plan = Plan(strategy: run.strategy, placement: placement, split: split)
  }

  /// The step time on a cluster of the same shape whose hardware has other figures, estimated rather
  /// than simulated.
  func estimatedTime(on cluster: Cluster, layout: Layout) -> Seconds {
    let costs = CostModel(run.graph, run.job, on: cluster)
    let mesh = costs.costs(of: plan.strategy, over: costs.channels(of: layout))
    return mesh.stepCost(of: plan.strategy, split: plan.split).estimatedTime
  }
}

extension CostModel {
  /// By how much predicted memory may exceed what a device has before recomputation is assumed: its
  /// own error.
  private static let memoryTolerance = 0.03

  /// The least recomputation with which a strategy fits: none, the attention matrices, or as many
  /// layers of each chunk as it takes; all of them where nothing fits.
  func leastRecomputation(
    of strategy: Strategy, on placement: Placement, split: StageSplit
  ) -> Recomputation {
    let layout = Layout(strategy, on: placement, of: cluster)
    let costs = costs(of: strategy, over: channels(of: layout))
    func fits(_ recomputation: Recomputation, tolerance: Double = 0) -> Bool {
      var strategy = strategy
      strategy.recomputation = recomputation
      let peaks = costs.peakMemory(of: strategy, split: split).map(\.total)
      return memoryViolation(peaks, on: layout, headroom: -tolerance) == nil
    }
    if fits(.none, tolerance: Self.memoryTolerance) { return .none }
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
