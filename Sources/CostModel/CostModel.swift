public import ClusterTopology
public import ModelDescription
public import Quantities
public import StrategySpace

/// The one place where a duration or a byte is computed: a model, a job and a cluster, and what
/// training costs there.
///
/// Immutable; a class so that what is built on it shares one copy.
public final class CostModel: Sendable {
  public let graph: LayerGraph
  public let cluster: Cluster
  public let job: TrainingJob
  /// What wins over the model's own figures.
  public let timings: LayerTimings
  /// By position in the graph: elements per sample that a pipeline boundary before that layer
  /// carries.
  let cutElements: [Double]
  /// The layer behind the boundary that the least elements cross.
  public let smallestCut: Int
  /// By layer class: elements per sample of the largest tensor that such a layer reads.
  let inputElements: [Int]
  /// The layers as runs of one class.
  let runs: [ClassRun]

  public init(
    _ graph: LayerGraph, _ job: TrainingJob, on cluster: Cluster,
    timings: LayerTimings = LayerTimings()
  ) {
    self.timings = timings
    self.graph = graph
    self.cluster = cluster
    self.job = job
    let cut = Self.cutElements(of: graph)
    cutElements = cut
    smallestCut = graph.layers.indices.dropFirst().min { cut[$0] < cut[$1] } ?? 0
    runs = Self.runs(of: graph)
    inputElements = graph.layers.reduce(into: graph.classes.map { _ in 0 }) { largest, layer in
      for input in layer.inputs {
        let elements = graph.layerClass(of: input).outputElements
        largest[layer.classIndex] = max(largest[layer.classIndex], elements)
      }
    }
  }

  /// What a mesh of the strategy's degrees costs on a layout, for every schedule, split and ZeRO
  /// stage.
  public func costs(of strategy: Strategy, over channels: LayoutChannels) -> MeshCosts {
    MeshCosts(self, strategy, channels)
  }

  /// The networks that the groups of a layout communicate over.
  public func channels(of layout: Layout) -> LayoutChannels {
    LayoutChannels(layout, on: cluster)
  }

  /// What a group of ranks communicates through; `nil` when its nodes share no network.
  public func channel(of span: GroupSpan) -> Channel? {
    if span.nodes > 1, cluster.network(joining: span.clusterGroups) == nil { return nil }
    return Channel(span, on: cluster)
  }

  /// What a rank sends to the next stage for one microbatch, or sends back to the one before.
  ///
  /// - Parameters:
  ///   - layer: the first one behind the boundary.
  ///   - receiver: the degrees of the stage that it is sent to.
  ///   - senders: ranks of the stage that sends.
  ///   - receivers: ranks of the stage that receives; where they are more, a rank sends to several.
  public func messageSize(
    before layer: Int, to receiver: MeshDegrees, from senders: Int, ranks receivers: Int
  ) -> Bytes {
    let isParted = receiver.sequenceParallel || job.framework.scattersBoundaries
    let share = receiver.context * (isParted ? receiver.tensor : 1)
    let element = job.precision.activations.bytesPerElement
    let size = Bytes(cutElements[layer]) * receiver.microBatch * element / share
    return receivers > senders ? size * receivers / senders : size
  }

  /// What a group of ranks talks over; `nil` when its nodes share no network.
  public func transport(of span: GroupSpan) -> Transport? {
    span.nodes == 1
      ? cluster.groups[span.clusterGroups[0]].node.deviceLink.transport
      : cluster.network(joining: span.clusterGroups)?.transport
  }

  /// How many of some layers are blocks: those that can be recomputed.
  public func blockCount(in layers: Range<Int>) -> Int {
    var count = 0
    for run in runs where run.isBlock { count += run.layers.clamped(to: layers).count }
    return count
  }

  private static func runs(of graph: LayerGraph) -> [ClassRun] {
    var runs: [ClassRun] = []
    for (index, layer) in graph.layers.enumerated() {
      if let last = runs.last, last.classIndex == layer.classIndex {
        runs[runs.count - 1].layers = last.layers.lowerBound..<(index + 1)
      } else {
        let isBlock = graph.classes[layer.classIndex].role == .block
        runs.append(
          ClassRun(classIndex: layer.classIndex, isBlock: isBlock, layers: index..<(index + 1)))
      }
    }
    return runs
  }

  /// A tensor crosses every boundary between its producer and its last consumer: skip connections
  /// are relayed from stage to stage.
  private static func cutElements(of graph: LayerGraph) -> [Double] {
    var lastConsumer = Array(graph.layers.indices)
    for (index, layer) in graph.layers.enumerated() {
      for input in layer.inputs { lastConsumer[input] = max(lastConsumer[input], index) }
    }
    var cut = [Double](repeating: 0, count: graph.layers.count + 1)
    for (index, last) in lastConsumer.enumerated() where last > index {
      for boundary in (index + 1)...last {
        cut[boundary] += Double(graph.layerClass(of: index).outputElements)
      }
    }
    return cut
  }
}

/// Consecutive layers of one class.
struct ClassRun: Hashable, Sendable {
  var classIndex: Int
  var isBlock: Bool
  var layers: Range<Int>
}
