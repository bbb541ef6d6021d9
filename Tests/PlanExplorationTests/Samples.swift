import ClusterTopology
import Configuration
import CostModel
import Foundation
import ModelDescription
import PipelinePlanner
import PlanExploration
import Quantities

/// The descriptions that ship with the project.
let shipped = Catalog(
  root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false))

/// Single precision, as DAPPLE and Auto-MAP trained.
func costs(
  _ model: String, on cluster: String, batch: Int, length: Int = 512,
  memory: Bytes? = nil
) throws -> CostModel {
  var job = TrainingJob(globalBatchSize: batch, sequenceLength: length, attention: .unfused)
  job.precision = .float32
  let graph = try ModelFile.read(path: shipped.modelPath(named: model)).layerGraph(for: job)
  var cluster = try shipped.cluster(ClusterReference(cluster))
  if let memory { cluster.groups[0].node.device.memory = memory }
  return CostModel(graph, job, on: cluster)
}

/// Four layers that take 1, 2, 3 and 2 s forward and twice that backward, on servers of equal
/// devices; nothing else takes time unless said.
func chain(
  _ forward: [Double] = [1, 2, 3, 2], servers: [Int] = [2, 2], microbatches: Int = 4,
  output: Double = 0, gradients: Double = 1e-9, memory: Bytes = Bytes(.infinity),
  states: Double = 0
) -> PipelineProfile {
  let line = ServerNetwork.Line(latency: .zero, rate: BytesPerSecond(1))
  return PipelineProfile(
    forward.enumerated().map { index, time in
      PipelineProfile.Layer(
        name: "layer.\(index)", forward: Seconds(time), backward: Seconds(2 * time),
        output: Bytes(output), gradients: Bytes(gradients), states: Bytes(states))
    },
    on: ServerNetwork(
      servers: servers, inside: .init(latency: .zero, rate: BytesPerSecond(10)), across: line,
      reductions: servers.map { _ in Array(repeating: line, count: servers[0]) }),
    microbatches: microbatches, largestReplication: 64, memory: memory)
}
