import ClusterTopology
import StrategySpace

/// The plan's nodes in rank order, as DeepSpeed and MPI launchers read them: `<host> slots=<n>`.
public struct HostfileFormat: LaunchFormat {
  public let name = "hostfile"
  public let fileName = "hostfile"
  public let summary = "hosts in rank order, with their devices as slots"

  public init() {}

  public func write(_ launch: Launch) -> LaunchText {
    var lines: [String] = []
    var hosts = launch.hosts[...]
    for (segment, group) in zip(launch.plan.placement.segments, launch.groups) {
      for host in hosts.prefix(segment.nodes) {
        lines.append("\(host) slots=\(group.node.deviceCount)")
      }
      hosts = hosts.dropFirst(segment.nodes)
    }
    return LaunchText(lines.joined(separator: "\n") + "\n")
  }
}
