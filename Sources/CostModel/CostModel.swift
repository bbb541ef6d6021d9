public import ClusterTopology
public import ModelDescription
public import StrategySpace

/// The one place where a duration or a byte is computed: a model, a job and a cluster, and what training costs there.
public struct CostModel: Sendable {
  public let graph: LayerGraph
  public let cluster: Cluster
  public let job: TrainingJob
  public let collectives: Collectives
  /// By position in the graph: elements per sample that a pipeline boundary before that layer carries.
  let cutElements: [Int]

  public init(_ graph: LayerGraph, _ job: TrainingJob, on cluster: Cluster) {
    self.graph = graph
    self.cluster = cluster
    self.job = job
    collectives = Collectives(on: cluster)
    cutElements = Self.cutElements(of: graph)
  }

  /// What a mesh of the strategy's degrees costs on a layout, for every schedule, split and ZeRO stage.
  public func costs(of strategy: Strategy, on layout: Layout) -> MeshCosts {
    MeshCosts(self, strategy, layout)
  }

  /// A tensor crosses every boundary between its producer and its last consumer: skip connections are relayed from stage to stage.
  private static func cutElements(of graph: LayerGraph) -> [Int] {
    var lastConsumer = Array(graph.layers.indices)
    for (index, layer) in graph.layers.enumerated() {
      for input in layer.inputs { lastConsumer[input] = max(lastConsumer[input], index) }
    }
    var cut = [Int](repeating: 0, count: graph.layers.count + 1)
    for (index, last) in lastConsumer.enumerated() where last > index {
      for boundary in (index + 1)...last {
        cut[boundary] += graph.layerClass(of: index).outputElements
      }
    }
    return cut
  }
}
