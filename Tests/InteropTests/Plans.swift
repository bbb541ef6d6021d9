import ClusterTopology
import Configuration
import Foundation
import ModelDescription
import Quantities
import StrategySpace

@testable import Interop

/// Plans of shipped models on made-up clusters.
enum Plans {
  static let catalog = Catalog(
    root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path)

  static func model(_ name: String) throws -> Model {
    try ModelFile.read(path: catalog.modelPath(named: name))
  }

  /// A cluster of the catalogue.
  static func cluster(_ reference: String) throws -> Cluster {
    try catalog.cluster(ClusterReference(reference))
  }

  /// A launch of a shipped model; layers are divided as evenly as they go, or as `starts` says.
  static func launch(
    _ name: String, _ strategy: Strategy, on cluster: String, batch: Int = 64, length: Int = 4096,
    order: RankOrder = .pipelineOutermost, starts: [Int]? = nil, precision: Precision = .bfloat16,
    csv: String? = nil
  ) throws -> Launch {
    let model = try model(name)
    let job = TrainingJob(
      globalBatchSize: batch, sequenceLength: length, precision: precision)
    let graph = try model.layerGraph(for: job)
    let cluster = try Self.cluster(cluster)
    let segments = cluster.groups.indices.map {
      Placement.Segment(group: $0, nodes: cluster.groups[$0].count)
    }
    let layers = graph.layers.count
    let chunks = strategy.chunkCount
    let even = (0..<chunks).map { $0 == 0 ? 0 : 1 + $0 * (layers - 2) / chunks }
    let plan = Plan(
      strategy: strategy, placement: Placement(rankOrder: order, segments: segments),
      split: StageSplit(starts: starts ?? even, layerCount: layers))
    return Launch(
      plan, model: model, graph: graph, job: job, cluster: cluster, scheduleCSV: csv)
  }
}
