import ClusterTopology
import CostModel
import ModelDescription
import Quantities
import StrategySpace

/// What the cost model says about groups of one size, asked for some batches of equal sequences.
struct GroupSamples {
  let model: Model
  let job: TrainingJob
  let cluster: Cluster
  let options: ModelledSequenceCosts.Options

  /// How a group divides its sequences.
  struct Division: Hashable {
    var context = 1
    var kind = ContextParallelKind.ulysses
    /// Ranks that the heads are divided over besides.
    var tensor = 1
  }

  /// All devices as groups of one division, each with `count` sequences of `length` tokens.
  func strategy(_ division: Division, sequences count: Int) -> Strategy {
    Strategy(
      dataParallelSize: max(1, cluster.deviceCount / (division.context * division.tensor)),
      tensorParallelSize: division.tensor, contextParallelSize: division.context,
      contextParallelKind: division.kind, zeroStage: options.zeroStage, microBatchSize: count,
      recomputation: options.recomputation)
  }

  /// The cost model for samples of `length` tokens.
  func costModel(length: Int, samplesPerStep: Int = 1) throws(ModelError) -> CostModel {
    var job = job
    job.sequenceLength = length
    job.targetLength = nil
    job.globalBatchSize = samplesPerStep
    return CostModel(try model.layerGraph(for: job), job, on: cluster)
  }

  private func mesh(
    _ division: Division, sequences count: Int, of length: Int
  ) throws(ModelError) -> (costs: MeshCosts, strategy: Strategy, split: StageSplit) {
    let strategy = strategy(division, sequences: count)
    let costs = try costModel(
      length: length, samplesPerStep: count * strategy.dataParallelSize)
    let layout = Layout(strategy, on: .allNodes(of: cluster), of: cluster)
    return (
      costs.costs(of: strategy, over: costs.channels(of: layout)), strategy,
      StageSplit(starts: [0], layerCount: costs.graph.layers.count)
    )
  }

  /// A step of one microbatch.
  func step(
    _ division: Division, sequences count: Int, of length: Int
  ) throws(ModelError) -> StepCost {
    let (costs, strategy, split) = try mesh(division, sequences: count, of: length)
    return costs.stepCost(of: strategy, split: split)
  }

  /// What one device holds at its peak.
  func memory(
    _ division: Division, sequences count: Int, of length: Int
  ) throws(ModelError) -> Bytes {
    let (costs, strategy, split) = try mesh(division, sequences: count, of: length)
    return costs.peakMemory(of: strategy, split: split).map(\.total).max() ?? .zero
  }
}

extension Placement {
  /// Every node of a cluster, in order.
  static func allNodes(of cluster: Cluster) -> Placement {
    Placement(
      rankOrder: .pipelineOutermost,
      segments: cluster.groups.indices.map {
        Segment(group: $0, nodes: cluster.groups[$0].count)
      })
  }
}

extension StepCost {
  /// Forward and backward passes of one microbatch through all layers.
  var passes: PassCost {
    stages.flatMap(\.chunks).reduce(PassCost()) { $0 + $1.forward + $1.backward }
  }

  /// Gathers and reductions that every microbatch causes, and that run behind its passes.
  var trafficPerMicrobatch: Seconds {
    guard strategy.zeroStage >= .gradients else { return .zero }
    let gathers = strategy.zeroStage == .parameters ? 2 : 0
    return stages.flatMap(\.chunks).flatMap(\.runs).map { run in
      (run.parameterGather * gathers + run.gradientReduction) * run.count
    }.sum()
  }

  /// What a step takes beyond its microbatches: the update, and communication at both ends.
  var timeBesideMicrobatches: Seconds {
    var step = self
    func time(_ count: Int) -> Seconds {
      step.microbatchCount = count
      return step.estimatedTime
    }
    let period = (time(5) - time(3)) / 2
    return max(.zero, time(1) - period)
  }
}
