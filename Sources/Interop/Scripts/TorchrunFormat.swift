import ModelDescription

/// A script that starts a plan's ranks on one node with torchrun; run it on every node.
public struct TorchrunFormat: LaunchFormat {
  public let name = "torchrun"
  public let fileName = "torchrun.sh"
  public let summary = "a bash script that runs on every node and starts its ranks with torchrun"

  public init() {}

  public func write(_ launch: Launch) throws(Inexpressible) -> LaunchText {
    let command = TrainingCommand(launch)
    let lines =
      [
        "#!/usr/bin/env bash",
        ShellText.comment(launch.summary),
        "# On every node: NODE_RANK=<its place in the hostfile> MASTER_ADDR=<first host> \\",
        "#   bash torchrun.sh [more arguments for the training script]",
        "set -euo pipefail",
        ": \"${NODE_RANK:?give the place of this node in the hostfile, from 0}\"",
        ": \"${MASTER_ADDR:?give the first host of the hostfile}\"",
      ] + command.lines(nodeRank: "$NODE_RANK", master: "$MASTER_ADDR")
    return LaunchText(lines.joined(separator: "\n") + "\n", notes: command.notes)
  }
}

/// A job script for Slurm.
public struct SlurmFormat: LaunchFormat {
  public let name = "slurm"
  public let fileName = "job.slurm"
  public let summary = "a job script for sbatch"

  public init() {}

  public func write(_ launch: Launch) throws(Inexpressible) -> LaunchText {
    let command = TrainingCommand(launch)
    var notes = command.notes
    var gpus = "#SBATCH --gpus-per-node=\(launch.devicesPerNode ?? 0)"
    if launch.devicesPerNode == nil {
      gpus = "# The nodes have unequal numbers of devices: ask for them as your site does."
      notes.append("Slurm's --gpus-per-node is left to you: the nodes have unequal numbers")
    }
    if launch.groups.count > 1 {
      notes.append(
        "list the hosts of all groups in rank order in a file and pass it as RHUMB_HOSTFILE: "
          + "Slurm alone orders them by name")
    }
    let name = launch.model.name.filter { $0.isASCII && !$0.isWhitespace && $0 != "'" }
    let lines = [
      "#!/usr/bin/env bash",
      ShellText.comment(launch.summary),
      "#SBATCH --job-name=\(name.isEmpty ? "rhumb" : name)",
      "#SBATCH --nodes=\(launch.nodeCount)",
      "#SBATCH --ntasks-per-node=1",
      gpus,
      "#SBATCH --exclusive",
      "set -euo pipefail",
      "",
      "# Hosts in rank order: those of a file, or Slurm's own order.",
      "if [ -n \"${RHUMB_HOSTFILE:-}\" ]; then",
      "  mapfile -t hosts < <(awk '!/^#/ && NF { print $1 }' \"$RHUMB_HOSTFILE\")",
      "else",
      "  mapfile -t hosts < <(scontrol show hostnames \"$SLURM_JOB_NODELIST\")",
      "fi",
      "if [ \"${#hosts[@]}\" -ne \(launch.nodeCount) ]; then",
      "  echo \"the plan needs \(launch.nodeCount) hosts, found ${#hosts[@]}\" >&2",
      "  exit 1",
      "fi",
      "export RHUMB_HOSTS=\"${hosts[*]}\" MASTER_ADDR=\"${hosts[0]}\"",
      "script=$(mktemp \"$PWD/rhumb-node-XXXXXX.sh\")",
      "trap 'rm -f \"$script\"' EXIT",
      "cat > \"$script\" <<'NODE'",
      "set -euo pipefail",
      "read -r -a hosts <<< \"$RHUMB_HOSTS\"",
      "NODE_RANK=",
      "for place in \"${!hosts[@]}\"; do",
      "  if [ \"${hosts[place]%%.*}\" = \"$(hostname -s)\" ]; then NODE_RANK=$place; fi",
      "done",
      ": \"${NODE_RANK:?this host is not among the plan's hosts}\"",
    ]
    let tail = ["NODE", "srun --kill-on-bad-exit=1 bash \"$script\" \"$@\""]
    let body = command.lines(nodeRank: "$NODE_RANK", master: "$MASTER_ADDR")
    return LaunchText((lines + body + tail).joined(separator: "\n") + "\n", notes: notes)
  }
}

/// What a node runs: its environment, and torchrun with Megatron-LM's script or one's own.
struct TrainingCommand {
  private let launch: Launch
  private var flags: [MegatronFlag]?
  var notes: [String] = []

  init(_ launch: Launch) {
    self.launch = launch
    do {
      let (flags, notes) = try MegatronFormat.flags(for: launch)
      self.flags = flags
      self.notes = notes
      if !launch.mixedAxes.isEmpty {
        self.notes.append(
          "the script reads \(CommunicatorFormat().fileName) from its directory: write it by "
            + "--format nccl-config")
      }
    } catch {
      notes = ["\(error.description); set RHUMB_SCRIPT and give its own arguments"]
    }
  }

  func lines(nodeRank: String, master: String) -> [String] {
    var lines = ["", "# The node's group of the cluster, its devices and its network."]
    lines += EnvironmentFormat.lines(for: launch, nodeRank: nodeRank)
    lines += [
      "",
      "arguments=(",
    ]
    lines += (flags ?? []).map { "  " + $0.shellText }
    if flags != nil, !launch.mixedAxes.isEmpty {
      lines.append("  --nccl-communicator-config-path \(CommunicatorFormat().fileName)")
    }
    lines += [
      ")",
      "torchrun --nnodes=\(launch.nodeCount) --node-rank=\"\(nodeRank)\" \\",
      "  --nproc-per-node=\"$RHUMB_DEVICES\" \\",
      "  --master-addr=\"\(master)\" --master-port=\"${MASTER_PORT:-29500}\" \\",
      "  \"${RHUMB_SCRIPT:-pretrain_gpt.py}\" \"${arguments[@]}\" \"$@\"",
    ]
    return lines
  }
}
