import ClusterTopology
public import CostModel
import ModelDescription
public import PipelinePlanner
import Quantities
import StrategySpace

extension PipelineProfile {
  /// A model's layers as the cost model prices them on one device of a cluster, for a microbatch of
  /// some samples; `nil` where the cluster has several kinds of node or the batch does not divide.
  ///
  /// Times are proportional to samples: what larger batches gain is left out.
  /// - Parameters:
  ///   - samples: of a microbatch.
  ///   - perDevice: the fewest samples of a microbatch that a replica gets, which are priced.
  public init?(_ model: CostModel, samplesPerMicrobatch samples: Int, perDevice: Int = 1) {
    guard let network = ServerNetwork(model.cluster), perDevice > 0, samples > 0,
      samples % perDevice == 0, model.job.globalBatchSize % samples == 0
    else { return nil }
    var alone = model.cluster
    alone.groups[0].count = 1
    let devices = alone.groups[0].node.deviceCount
    let strategy = Strategy(
      dataParallelSize: 1, tensorParallelSize: 1, pipelineParallelSize: 1, microBatchSize: perDevice
    )
    let placement = Placement(
      rankOrder: .pipelineOutermost,
      segments: [.init(group: 0, nodes: 1, idleDevices: devices - 1)])
    let costing = CostModel(model.graph, model.job, on: alone, timings: model.timings)
    let costs = costing.costs(
      of: strategy, over: costing.channels(of: Layout(strategy, on: placement, of: alone)))
    let forward = costs.forwardTimes(onStage: 0)
    let both = costs.passTimes(onStage: 0, strategy)
    let stage = StageProfile(costs, ofStage: 0, strategy)
    let gradient = model.job.precision.gradientReduction.bytesPerElement
    let degrees = MeshDegrees(strategy)
    let times = Double(samples / perDevice)
    let layers = model.graph.layers.enumerated().map { index, layer in
      let range = index..<(index + 1)
      let resident = stage.peakMemory(range, microbatches: 0)
      let isLast = index == model.graph.layers.count - 1
      return Layer(
        name: layer.name, forward: times * forward[layer.classIndex],
        backward: times * (both[layer.classIndex] - forward[layer.classIndex]),
        output: isLast
          ? .zero
          : times * model.messageSize(before: index + 1, to: degrees, from: 1, ranks: 1),
        gradients: Bytes(
          Double(model.graph.classes[layer.classIndex].parameterCount) * Double(gradient)),
        states: resident, saved: times * (stage.peakMemory(range, microbatches: 1) - resident))
    }
    self.init(
      layers, on: network, microbatches: model.job.globalBatchSize / samples,
      largestReplication: samples / perDevice,
      memory: model.cluster.groups[0].node.device.usableMemory)
  }
}
