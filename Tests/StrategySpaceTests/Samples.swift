import ClusterTopology
import ModelDescription
import Quantities

@testable import StrategySpace

/// A small generator of pseudo-random numbers with a seed (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Clusters of which only the shape matters.
enum Sample {
  static let source = Provenance(.assumed, "a test")

  static func node(devices: Int, transports: [Transport] = [.ethernet]) -> NodeType {
    let efficiency = DeviceEfficiency(
      matrixProduct: 1, tileRows: 1, tileColumns: 1, depthAtHalf: 0, attentionForward: 1,
      attentionBackward: 1, memory: 1, kernelLaunch: .zero, sources: [:])
    let device = Device(
      name: "card", memory: .gibibytes(16), reservedMemory: .zero,
      memoryBandwidth: .gigabytes(1000), multiprocessors: 1, peaks: [.bfloat16: .teraFLOPs(100)],
      efficiency: efficiency, provenance: source)
    let link = DeviceLink(
      name: "wire", transport: .nvlink, bandwidth: .gigabytes(100), efficiency: 1, latency: .zero,
      provenance: source)
    let interfaces = transports.map { transport in
      NodeType.Interfaces(
        NetworkInterface(
          name: transport.rawValue, transport: transport, bandwidth: .gigabytes(10),
          efficiency: 1, latency: .zero, provenance: source), count: 1)
    }
    return NodeType(
      name: "box", device: device, deviceCount: devices, deviceLink: link, interfaces: interfaces,
      provenance: source)
  }

  /// Groups of nodes, all joined by Ethernet.
  static func cluster(_ groups: [(nodes: Int, devices: Int)]) -> Cluster {
    Cluster(
      name: "sample",
      groups: groups.enumerated().map { index, group in
        NodeGroup(name: "group\(index)", node: node(devices: group.devices), count: group.nodes)
      },
      links: [GroupLink(groups: Array(groups.indices), transport: .ethernet, provenance: source)])
  }

  static func placement(
    _ cluster: Cluster, _ order: RankOrder = .pipelineOutermost
  ) -> Placement {
    Placement(
      rankOrder: order,
      segments: cluster.groups.indices.map {
        Placement.Segment(group: $0, nodes: cluster.groups[$0].count)
      })
  }

  /// A mixture of 8 experts with 16 heads, 4 of keys and values, 12 layers, 96 samples of 1,024.
  static func traits(
    experts: Int = 8, attention: AttentionKernel = .unfused, globalBatchSize: Int = 96
  ) throws -> ModelTraits {
    let family = TransformerFamily(
      kind: .decoder, layers: 12, hiddenSize: 64, vocabularySize: 1000,
      attention: Attention(heads: 16, form: .grouped(keyValueHeads: 4, headSize: 4)),
      feedForward: FeedForward(size: 256),
      experts: experts > 0 ? Experts(count: experts, perToken: 2, size: 128) : nil, norm: .rms,
      positions: .rotary, tiesEmbeddings: false)
    let job = TrainingJob(
      globalBatchSize: globalBatchSize, sequenceLength: 1024, attention: attention)
    let model = Model(name: "sample", architecture: .transformer(family), provenance: source)
    return ModelTraits(try model.layerGraph(for: job), job)
  }
}
