import ClusterTopology
import Quantities

/// Small clusters with round numbers.
enum Sample {
  static let source = Provenance(.assumed, "a test")

  static func interface(
    _ transport: Transport, gigabytes: Double, efficiency: Double = 1, microseconds: Double = 5
  ) -> NetworkInterface {
    NetworkInterface(
      name: transport.rawValue, transport: transport, bandwidth: .gigabytes(gigabytes),
      efficiency: efficiency, latency: .microseconds(microseconds), provenance: source)
  }

  static func node(
    devices: Int = 8, _ interfaces: [(NetworkInterface, count: Int)]
  ) -> NodeType {
    let efficiency = DeviceEfficiency(
      matrixProduct: 0.8, tileRows: 128, tileColumns: 128, depthAtHalf: 100,
      attentionForward: 0.6, attentionBackward: 0.5, memory: 0.8, kernelLaunch: .microseconds(4),
      sources: [:])
    let device = Device(
      name: "card", memory: .gibibytes(16), reservedMemory: .gibibytes(2),
      memoryBandwidth: .gigabytes(900), multiprocessors: 80,
      peaks: [.float16: .teraFLOPs(125), .float32: .teraFLOPs(15)], efficiency: efficiency,
      provenance: source)
    let link = DeviceLink(
      name: "wire", transport: .nvlink, bandwidth: .gigabytes(150), efficiency: 0.8,
      latency: .microseconds(4), provenance: source)
    return NodeType(
      name: "box", device: device, deviceCount: devices, deviceLink: link,
      interfaces: interfaces.map { NodeType.Interfaces($0.0, count: $0.count) },
      provenance: source)
  }

  static let ethernet = interface(.ethernet, gigabytes: 3, microseconds: 50)
  /// 4 × 25 GB/s of InfiniBand, and Ethernet.
  static let infiniBandNode = node([(interface(.infiniband, gigabytes: 25), 4), (ethernet, 1)])
  /// 2 × 25 GB/s of RoCE, and Ethernet.
  static let roceNode = node([(interface(.roce, gigabytes: 25), 2), (ethernet, 1)])

  static func group(
    _ name: String, _ node: NodeType, count: Int = 4, oversubscription: Double = 1
  ) -> NodeGroup {
    NodeGroup(name: name, node: node, count: count, oversubscription: oversubscription)
  }

  static func link(
    _ groups: [Int], _ transport: Transport, sharedGigabytes: Double? = nil,
    microseconds: Double = 0
  ) -> GroupLink {
    GroupLink(
      groups: groups, transport: transport,
      sharedBandwidth: sharedGigabytes.map { .gigabytes($0) },
      latency: .microseconds(microseconds), provenance: source)
  }
}
