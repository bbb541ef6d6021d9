/// What a group of ranks talks over.
public enum Transport: String, Hashable, Sendable, CaseIterable {
  // Inside a node (or an NVLink domain).
  case nvlink
  case xgmi
  case pcie
  // Between nodes.
  case infiniband
  case roce
  case efa
  case omniPath = "omni-path"
  case slingshot
  /// Plain Ethernet, TCP sockets: what everything falls back to.
  case ethernet

  public var isNetwork: Bool {
    switch self {
    case .nvlink, .xgmi, .pcie: false
    case .infiniband, .roce, .efa, .omniPath, .slingshot, .ethernet: true
    }
  }

  /// Whether data moves without the host's processor. Two kinds of RDMA never interoperate.
  public var isRemoteDirectMemoryAccess: Bool { isNetwork && self != .ethernet }

  public static let insideNode = allCases.filter { !$0.isNetwork }
  public static let betweenNodes = allCases.filter(\.isNetwork)
}
