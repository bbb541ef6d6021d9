import ClusterTopology
import Configuration
import CostModel
import Foundation
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

/// The descriptions that ship with the project.
let shipped = Catalog(
  root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false))

/// Clusters with round numbers.
enum Sample {
  static let source = Provenance(.assumed, "a test")

  /// A device without curves: 100 TFLOP/s and 1 TB/s, both fully reached.
  static func device(speed: Double = 1, memoryBandwidth: Double = 1) -> Device {
    let efficiency = DeviceEfficiency(
      matrixProduct: 1, tileRows: 1, tileColumns: 1, depthAtHalf: 0, attentionForward: 1,
      attentionBackward: 1, memory: 1, kernelLaunch: .zero, sources: [:])
    return Device(
      name: "card", memory: .gibibytes(80), reservedMemory: .zero,
      memoryBandwidth: .gigabytes(1000 * memoryBandwidth), multiprocessors: 1,
      peaks: [.bfloat16: .teraFLOPs(100 * speed)], efficiency: efficiency, provenance: source)
  }

  /// Four devices with links of 100 GB/s, and interfaces.
  static func node(
    _ device: Device = device(), link: Double = 100,
    interfaces: [(Transport, gigabytes: Double)] = [(.infiniband, 40)]
  ) -> NodeType {
    NodeType(
      name: "box", device: device, deviceCount: 4,
      deviceLink: DeviceLink(
        name: "wire", transport: .nvlink, bandwidth: .gigabytes(link), efficiency: 1,
        latency: .zero, provenance: source),
      interfaces: interfaces.map { transport, gigabytes in
        NodeType.Interfaces(
          NetworkInterface(
            name: transport.rawValue, transport: transport, bandwidth: .gigabytes(gigabytes),
            efficiency: 1, latency: .zero, provenance: source), count: 1)
      }, provenance: source)
  }

  static func cluster(_ nodes: [NodeType], count: Int = 2, shared: Double? = nil) -> Cluster {
    Cluster(
      name: "sample",
      groups: nodes.enumerated().map { NodeGroup(name: "group\($0)", node: $1, count: count) },
      links: nodes.count < 2
        ? []
        : [
          GroupLink(
            groups: Array(nodes.indices), transport: .ethernet,
            sharedBandwidth: shared.map { .gigabytes($0) }, provenance: source)
        ])
  }

  static func allNodes(
    of cluster: Cluster, _ order: RankOrder = .pipelineOutermost
  ) -> Placement {
    Placement(
      rankOrder: order,
      segments: cluster.groups.indices.map {
        Placement.Segment(group: $0, nodes: cluster.groups[$0].count)
      })
  }

  /// Enough devices for a strategy, as one group of equal nodes.
  static func cluster(for strategy: Strategy) -> Cluster {
    cluster([node()], count: (strategy.rankCount + 3) / 4)
  }
}

extension CostModel {
  /// The step of a strategy on all nodes, its layers divided as given.
  func step(
    of strategy: Strategy, _ chunks: [Range<Int>], order: RankOrder = .pipelineOutermost
  ) -> StepCost {
    let layout = Layout(strategy, on: Sample.allNodes(of: cluster, order), of: cluster)
    return costs(of: strategy, over: channels(of: layout))
      .stepCost(of: strategy, split: StageSplit(chunks: chunks))
  }
}

/// Layers divided over chunks as evenly as their number allows.
func evenChunks(_ layers: Int, _ count: Int) -> [Range<Int>] {
  (0..<count).map { layers * $0 / count..<layers * ($0 + 1) / count }
}
