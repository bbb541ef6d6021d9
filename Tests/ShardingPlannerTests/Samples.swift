import ClusterTopology
import Quantities
import Sharding
import ShardingPlanner
import TensorPrograms

enum Sample {
  static let source = Provenance(.assumed, "a test")

  /// One node of eight cards.
  static let cluster: Cluster = {
    let efficiency = DeviceEfficiency(
      matrixProduct: 0.8, tileRows: 128, tileColumns: 128, depthAtHalf: 100,
      attentionForward: 0.6, attentionBackward: 0.5, memory: 0.8, kernelLaunch: .microseconds(1),
      sources: [:])
    let device = Device(
      name: "card", memory: .gibibytes(16), reservedMemory: .zero,
      memoryBandwidth: .gigabytes(900), multiprocessors: 80,
      peaks: [.float32: .teraFLOPs(15)], efficiency: efficiency, provenance: source)
    let link = DeviceLink(
      name: "wire", transport: .nvlink, bandwidth: .gigabytes(100), efficiency: 0.8,
      latency: .microseconds(1), provenance: source)
    let node = NodeType(
      name: "box", device: device, deviceCount: 8, deviceLink: link, interfaces: [],
      provenance: source)
    return Cluster(
      name: "sample", groups: [NodeGroup(name: "group", node: node, count: 1)], links: [])
  }()

  /// One step of a network of two layers: `rows` samples of `width` features, `hidden` in between.
  ///
  /// Inputs are both weights, the samples and what they should become.
  static func step(rows: Int, width: Int, hidden: Int) throws -> ShardableProgram {
    let (x, h, w1, w2) = (
      "tensor<\(rows)x\(width)xf32>", "tensor<\(rows)x\(hidden)xf32>",
      "tensor<\(width)x\(hidden)xf32>", "tensor<\(hidden)x\(width)xf32>"
    )
    let text = """
      module @step {
        func.func public @main(%w1: \(w1), %w2: \(w2), %x: \(x), %y: \(x)) -> (\(w1), \(w2)) {
          %h = stablehlo.dot_general %x, %w1, contracting_dims = [1] x [0] : (\(x), \(w1)) -> \(h)
          %z = stablehlo.tanh %h : \(h)
          %o = stablehlo.dot_general %z, %w2, contracting_dims = [1] x [0] : (\(h), \(w2)) -> \(x)
          %e = stablehlo.subtract %o, %y : \(x)
          %g2 = stablehlo.dot_general %z, %e, contracting_dims = [0] x [0] : (\(h), \(x)) -> \(w2)
          %n2 = stablehlo.subtract %w2, %g2 : \(w2)
          %dz = stablehlo.dot_general %e, %w2, contracting_dims = [1] x [1] : (\(x), \(w2)) -> \(h)
          %d = stablehlo.multiply %dz, %z : \(h)
          %g1 = stablehlo.dot_general %x, %d, contracting_dims = [0] x [0] : (\(x), \(h)) -> \(w1)
          %n1 = stablehlo.subtract %w1, %g1 : \(w1)
          return %n1, %n2 : \(w1), \(w2)
        }
      }
      """
    return ShardableProgram(try Program(stableHLO: text))
  }
}
