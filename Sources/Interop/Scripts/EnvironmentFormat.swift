import ClusterTopology
import StrategySpace

/// The environment of every node, by its group of the cluster: devices, and what NCCL should talk
/// over.
///
/// Groups whose interfaces cannot talk to each other (InfiniBand and RoCE) keep their own for what
/// stays inside; `CommunicatorFormat` says which process groups must use sockets instead.
public struct EnvironmentFormat: LaunchFormat {
  public let name = "environment"
  public let fileName = "environment.sh"
  public let summary = "each node's environment for NCCL, by its group of the cluster"
  public let allowsUnequalStages = true

  public init() {}

  public func write(_ launch: Launch) -> LaunchText {
    var notes: [String] = []
    let mixed = launch.mixedAxes
    if !mixed.isEmpty {
      let axes = mixed.map(\.axis.rawValue).joined(separator: ", ")
      notes.append(
        "process groups of \(axes) join nodes that share no RDMA: their communicators must use "
          + "sockets (--format nccl-config), or all must (NCCL_IB_DISABLE=1)")
    }
    if launch.groups.contains(where: { $0.node.interfaces.count > 0 }) {
      notes.append(
        "device and interface names are the hosts' own: set NCCL_IB_HCA and NCCL_SOCKET_IFNAME "
          + "where NCCL's own choice is wrong")
    }
    let lines =
      [
        ShellText.comment(launch.summary),
        "# To be read by each node: . environment.sh <its place in the hostfile, from 0>",
        ": \"${1:?give the place of this node in the hostfile, from 0}\"",
      ] + Self.lines(for: launch, nodeRank: "$1")
    return LaunchText(lines.joined(separator: "\n") + "\n", notes: notes)
  }

  /// A branch per group of the cluster that the plan uses, over the node's place.
  static func lines(for launch: Launch, nodeRank: String) -> [String] {
    var lines = [
      "export CUDA_DEVICE_MAX_CONNECTIONS=\(MegatronFormat.deviceConnections(for: launch))"
    ]
    var first = 0
    for run in launch.nodeRuns {
      let last = first + run.nodes - 1
      let keyword = first == 0 ? "if" : "elif"
      lines.append(
        "\(keyword) [ \"\(nodeRank)\" -ge \(first) ] && [ \"\(nodeRank)\" -le \(last) ]; then"
          + "  # \(ShellText.comment(run.group.name).dropFirst(2))")
      lines.append("  export RHUMB_DEVICES=\(run.devices)")
      let inside = launch.cluster.network(joining: [run.segment.group])
      lines += settings(inside?.transport).map { "  export \($0)" }
      first = last + 1
    }
    return lines + [
      "else",
      "  echo \"node \(nodeRank) is not of this plan, which has \(launch.nodeCount) nodes\" >&2",
      "  exit 1",
      "fi",
    ]
  }

  /// What NCCL needs for a transport.
  ///
  /// Sources: NCCL's user guide for NCCL_IB_DISABLE and NCCL_NET; GID index 3 for RoCE v2 as in
  /// the scripts of Holmes (arXiv:2312.03549).
  private static func settings(_ transport: Transport?) -> [String] {
    switch transport {
    case .infiniband: ["NCCL_IB_DISABLE=0"]
    case .roce: ["NCCL_IB_DISABLE=0", "NCCL_IB_GID_INDEX=\"${NCCL_IB_GID_INDEX:-3}\""]
    case .efa: ["FI_PROVIDER=efa"]
    case .ethernet: ["NCCL_IB_DISABLE=1"]
    default: []
    }
  }
}

/// For clusters of mixed interfaces: Megatron-LM's communicator settings, a group of axes each
/// (`--nccl-communicator-config-path`).
public struct CommunicatorFormat: LaunchFormat {
  public let name = "nccl-config"
  public let fileName = "nccl.yaml"
  public let summary = "which communicators must use sockets, for Megatron-LM on mixed networks"
  public let allowsUnequalStages = true

  public init() {}

  public func write(_ launch: Launch) throws(Inexpressible) -> LaunchText {
    let mixed = launch.mixedAxes
    if mixed.isEmpty {
      throw Inexpressible(
        "every process group has the best network of its nodes by itself: NCCL needs no settings")
    }
    var lines = [ShellText.comment(launch.summary)]
    for (axis, pair) in mixed {
      lines.append(
        "# \(axis.rawValue) joins \(pair), which share no RDMA")
      for name in Self.names(of: axis) { lines += ["\(name):", "  net_name: socket"] }
    }
    return LaunchText(
      lines.joined(separator: "\n") + "\n",
      notes: ["pass it to Megatron-LM by --nccl-communicator-config-path nccl.yaml"])
  }

  /// What Megatron-LM calls an axis's communicators (`get_nccl_options` in parallel_state.py).
  private static func names(of axis: ParallelAxis) -> [String] {
    switch axis {
    case .tensor: ["tp"]
    case .context: ["cp"]
    case .data: ["dp"]
    case .dataContext: ["dp_cp"]
    case .expert: ["ep"]
    case .expertTensor: ["expt_tp"]
    case .expertData: ["ep_dp"]
    // Tied embeddings and the norm of gradients cross stages too.
    case .pipeline: ["pp", "embd", "pos_embd", "mp"]
    }
  }
}

extension Launch {
  /// Axes whose process groups join groups of the cluster that have RDMA inside but share none, and
  /// the names of those groups.
  var mixedAxes: [(axis: ParallelAxis, groups: String)] {
    func usesRDMA(_ groups: [Int]) -> Bool {
      cluster.network(joining: groups)?.transport.isRemoteDirectMemoryAccess ?? false
    }
    var found: [(axis: ParallelAxis, groups: String)] = []
    for group in plan.processGroups(on: cluster, hasExperts: hasExperts) {
      let joined = group.span.clusterGroups
      guard joined.count > 1, !found.contains(where: { $0.axis == group.axis }),
        joined.contains(where: { usesRDMA([$0]) }), !usesRDMA(joined)
      else { continue }
      let names = joined.map { "'\(cluster.groups[$0].name)'" }.joined(separator: " and ")
      found.append((group.axis, names))
    }
    return found
  }
}
