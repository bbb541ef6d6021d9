public import Quantities

/// A figure of a cluster that can be asked about: what if it were larger or smaller?
public enum ClusterFigure: String, Hashable, Sendable, CaseIterable {
  /// Of all network interfaces and links between groups.
  case networkBandwidth = "network bandwidth"
  /// Between the devices of a node.
  case nodeBandwidth = "bandwidth within nodes"
  /// Fractions of the compute peak that products and attention reach.
  case computeEfficiency = "compute efficiency"
  /// Of each device.
  case memory = "device memory"
}

extension Cluster {
  /// The cluster with one figure of all its devices, links or interfaces multiplied.
  ///
  /// An efficiency stays at most 1. Of memory, what a process can never use stays as it is.
  public func scaling(_ figure: ClusterFigure, by factor: Double) -> Cluster {
    var cluster = self
    for index in cluster.groups.indices {
      cluster.groups[index].node.scale(figure, by: factor)
    }
    if figure == .networkBandwidth {
      for index in cluster.links.indices {
        cluster.links[index].sharedBandwidth = cluster.links[index].sharedBandwidth.map {
          $0 * factor
        }
      }
    }
    return cluster
  }

  /// The cluster with another bandwidth of every network interface. Limits between groups stay.
  public func settingInterfaceBandwidth(_ bandwidth: BytesPerSecond) -> Cluster {
    var cluster = self
    for group in cluster.groups.indices {
      for index in cluster.groups[group].node.interfaces.indices {
        cluster.groups[group].node.interfaces[index].interface.bandwidth = bandwidth
      }
    }
    return cluster
  }

  /// The cluster with another nominal memory of every device.
  public func settingMemory(_ memory: Bytes) -> Cluster {
    var cluster = self
    for group in cluster.groups.indices { cluster.groups[group].node.device.memory = memory }
    return cluster
  }
}

extension NodeType {
  fileprivate mutating func scale(_ figure: ClusterFigure, by factor: Double) {
    switch figure {
    case .networkBandwidth:
      for index in interfaces.indices {
        interfaces[index].interface.bandwidth = interfaces[index].interface.bandwidth * factor
      }
    case .nodeBandwidth: deviceLink.bandwidth = deviceLink.bandwidth * factor
    case .computeEfficiency:
      func scaled(_ efficiency: Double) -> Double { min(1, efficiency * factor) }
      device.efficiency.matrixProduct = scaled(device.efficiency.matrixProduct)
      device.efficiency.matrixProduct8Bit = scaled(device.efficiency.matrixProduct8Bit)
      device.efficiency.attentionForward = scaled(device.efficiency.attentionForward)
      device.efficiency.attentionBackward = scaled(device.efficiency.attentionBackward)
    case .memory: device.memory = device.memory * factor
    }
  }
}
