import ClusterTopology
import StrategySpace

/// The plan's nodes in rank order, as DeepSpeed and MPI launchers read them: `<host> slots=<n>`.
public struct HostfileFormat: LaunchFormat {
  public let name = "hostfile"
  public let fileName = "hostfile"
  public let summary = "hosts in rank order, with their devices as slots"
  public let allowsUnequalStages = true

  public init() {}

  public func write(_ launch: Launch) -> LaunchText {
    var lines: [String] = []
    var hosts = launch.hosts[...]
    for run in launch.nodeRuns {
      lines += hosts.prefix(run.nodes).map { "\($0) slots=\(run.devices)" }
      hosts = hosts.dropFirst(run.nodes)
    }
    return LaunchText(lines.joined(separator: "\n") + "\n")
  }
}
