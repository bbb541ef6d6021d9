import ClusterTopology
import CostModel
import ModelDescription
import Quantities
import StrategySpace

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

/// Small problems whose whole space can be walked.
enum Sample {
  static let source = Provenance(.assumed, "a test")

  static func node(
    devices: Int = 4, speed: Double = 1, memoryBandwidth: Double = 1, gibibytes: Double = 16,
    _ transport: Transport = .infiniband
  ) -> NodeType {
    let efficiency = DeviceEfficiency(
      matrixProduct: 0.8, tileRows: 128, tileColumns: 128, depthAtHalf: 100,
      attentionForward: 0.6, attentionBackward: 0.5, memory: 0.8, kernelLaunch: .microseconds(4),
      sources: [:])
    let device = Device(
      name: "card", memory: .gibibytes(gibibytes), reservedMemory: .zero,
      memoryBandwidth: .gigabytes(900 * memoryBandwidth), multiprocessors: 80,
      peaks: [.bfloat16: .teraFLOPs(125 * speed)], efficiency: efficiency, provenance: source)
    let link = DeviceLink(
      name: "wire", transport: .nvlink, bandwidth: .gigabytes(100), efficiency: 0.8,
      latency: .microseconds(4), provenance: source)
    func interface(_ transport: Transport, _ gigabytes: Double) -> NodeType.Interfaces {
      NodeType.Interfaces(
        NetworkInterface(
          name: transport.rawValue, transport: transport, bandwidth: .gigabytes(gigabytes),
          efficiency: 0.8, latency: .microseconds(5), provenance: source), count: 1)
    }
    return NodeType(
      name: "box", device: device, deviceCount: devices, deviceLink: link,
      interfaces: [interface(transport, 25), interface(.ethernet, 3)], provenance: source)
  }

  static func cluster(_ groups: [(node: NodeType, count: Int)]) -> Cluster {
    Cluster(
      name: "sample",
      groups: groups.enumerated().map { index, group in
        NodeGroup(name: "group\(index)", node: group.node, count: group.count)
      },
      links: groups.count < 2
        ? []
        : [
          GroupLink(groups: Array(groups.indices), transport: .ethernet, provenance: source)
        ])
  }

  static func costs(
    on cluster: Cluster, layers: Int = 6, hidden: Int = 1024, experts: Int = 0,
    attention: AttentionKernel = .unfused, batch: Int = 4, length: Int = 1024
  ) throws -> CostModel {
    let family = TransformerFamily(
      layers: layers, hiddenSize: hidden, vocabularySize: 30_000,
      attention: Attention(
        heads: 16, form: .grouped(keyValueHeads: 16, headSize: hidden / 16)),
      feedForward: FeedForward(size: 4 * hidden),
      experts: experts > 0 ? Experts(count: experts, perToken: 2, size: 2 * hidden) : nil,
      norm: .layer, positions: .learned(max: length), tiesEmbeddings: true)
    let job = TrainingJob(
      globalBatchSize: batch, sequenceLength: length, attention: attention)
    let model = Model(name: "sample", architecture: .transformer(family), provenance: source)
    return CostModel(try model.layerGraph(for: job), job, on: cluster)
  }
}
