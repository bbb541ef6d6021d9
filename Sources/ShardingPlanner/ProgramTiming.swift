public import ClusterTopology
public import CostModel
public import Quantities
public import Sharding
import TensorPrograms

/// How long a partitioned program's step takes on a cluster.
///
/// Products take what they take at their shapes on one device, everything else passes through
/// memory, and collectives follow one another on their channels. Nothing is overlapped, so the sum
/// is an upper bound.
public struct ProgramTiming: Sendable {
  public let cluster: Cluster
  private let kernels: KernelTiming
  private let device: Device

  public init(_ cluster: Cluster) {
    self.cluster = cluster
    device = cluster.groups[0].node.device
    kernels = KernelTiming(device)
  }

  /// The channels that a mesh's axes communicate through, or why there are none.
  public func channels(of mesh: Mesh) throws(PlanningProblem) -> [Channel?] {
    guard cluster.groups.count == 1 else {
      throw PlanningProblem("tensor programs are planned on clusters of one kind of node so far")
    }
    guard mesh.deviceCount <= cluster.deviceCount else {
      throw PlanningProblem(
        "the mesh \(mesh.description) needs \(mesh.deviceCount) devices, '\(cluster.name)' has "
          + "\(cluster.deviceCount)")
    }
    var stride = mesh.deviceCount
    var channels: [Channel?] = []
    for axis in mesh.axes {
      stride /= axis.size
      guard axis.size > 1 else {
        channels.append(nil)
        continue
      }
      guard let channel = Channel(ranks: axis.size, stride: stride, on: cluster) else {
        throw PlanningProblem("axis '\(axis.name)' of the mesh does not fill nodes evenly")
      }
      channels.append(channel)
    }
    return channels
  }

  public struct Breakdown: Hashable, Sendable {
    public var products: Seconds
    public var memory: Seconds
    public var communication: Seconds

    public var total: Seconds { products + memory + communication }
  }

  /// Durations on a mesh, or why it cannot be laid on the cluster.
  public func on(_ mesh: Mesh) throws(PlanningProblem) -> MeshTiming {
    MeshTiming(timing: self, channels: try channels(of: mesh))
  }

  fileprivate func time(of product: Product) -> Seconds {
    kernels.product(
      rows: product.rows, inner: product.inner, columns: product.columns,
      batches: product.batches, format: format(of: product.element))
  }

  fileprivate func stream(_ bytes: Double) -> Seconds { kernels.stream(Bytes(2 * bytes)) }

  /// The format in which the device multiplies such elements, as JAX asks for by default.
  private func format(of element: ElementType) -> NumberFormat {
    switch element.name {
    case "bf16": .bfloat16
    case "f16": .float16
    case let name where name.hasPrefix("f8"): .float8
    default: device.peak(.tensorFloat32) != nil ? .tensorFloat32 : .float32
    }
  }
}

/// How long the parts of a program take on a mesh of a cluster's devices.
public struct MeshTiming: Sendable {
  let timing: ProgramTiming
  /// Per axis what its devices communicate through.
  let channels: [Channel?]

  /// One product on one device.
  public func time(of product: Product) -> Seconds { timing.time(of: product) }

  /// Results of so many bytes, written once and read once.
  public func stream(_ bytes: Double) -> Seconds { timing.stream(bytes) }

  /// One execution of a collective; along several axes it runs along one after the other.
  public func time(of collective: Collective) -> Seconds {
    var total = Seconds.zero
    var size = Bytes(Double(collective.operandBytes))
    for axis in collective.axes {
      guard let channel = channels[axis] else { continue }
      switch collective.kind {
      case .allReduce: total = total + channel.allReduce(size)
      case .reduceScatter: total = total + channel.reduceScatter(size)
      case .allToAll: total = total + channel.allToAll(size)
      case .permute: total = total + channel.send(size)
      case .allGather:
        size = size * Double(channel.ranks)
        total = total + channel.allGather(size)
      }
    }
    return total
  }

  /// What a collective takes however small it is.
  public func latency(of collective: Collective) -> Seconds {
    var least = collective
    least.operandBytes = 1
    return min(time(of: least), time(of: collective))
  }

  /// Collectives that follow each other; those that are joined have one latency together.
  public func time(of collectives: [Collective]) -> Seconds {
    var total = Seconds.zero
    var joined: [JoinedKind: Seconds] = [:]
    for collective in collectives {
      total = total + Double(collective.executions) * time(of: collective)
      guard collective.isJoined else { continue }
      let latency = latency(of: collective)
      total = total - Double(collective.executions) * latency
      joined[JoinedKind(kind: collective.kind, axes: collective.axes)] = latency
    }
    return joined.values.sorted().reduce(total) { $0 + $1 }
  }

  private struct JoinedKind: Hashable {
    var kind: Collective.Kind
    var axes: [Int]
  }

  /// A whole step, by parts.
  public func time(of prediction: ShardingPrediction) -> ProgramTiming.Breakdown {
    var products = Seconds.zero
    for product in prediction.products {
      products = products + Double(product.executions) * time(of: product)
    }
    return ProgramTiming.Breakdown(
      products: products, memory: stream(prediction.trafficPerDevice),
      communication: time(of: prediction.collectives))
  }
}

/// Why a program cannot be planned on a cluster.
public struct PlanningProblem: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
