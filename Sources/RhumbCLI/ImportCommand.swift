import ArgumentParser
import Configuration
import Foundation
import Interop
import ModelDescription
import Quantities
import Rhumb

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn descriptions of other tools into ours.",
    subcommands: [
      HuggingFace.self, Megatron.self, NvidiaSMI.self, NCCL.self, Hostfile.self, Slurm.self,
      Topology.self,
    ])

  struct HuggingFace: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "hf",
      abstract: "A Hugging Face config.json as a model file, on standard output.")

    @Argument(help: "The config.json.")
    var config: String

    @Option(help: "What to call the model.")
    var name: String?

    func run() throws {
      try reporting {
        let found = try HuggingFaceConfig.read(path: config, name: name)
        for note in found.notes { complain("note: \(note)") }
        try emit(ModelFile.text(for: found.model))
      }
    }
  }

  struct Megatron: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "megatron",
      abstract: "The model of a Megatron-LM script's arguments as a model file.")

    @Option(
      name: .customLong("args"), parsing: .unconditional,
      help: "The arguments, as one word: \"$ARGS\".")
    var arguments: String

    @Option(help: "What to call the model.")
    var name = "megatron"

    func run() throws {
      try reporting {
        var model = try MegatronRun.readModel(arguments, source: "--args")
        model.name = name
        try emit(ModelFile.text(for: model))
      }
    }
  }

  struct NvidiaSMI: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "nvidia-smi",
      abstract: "The output of 'nvidia-smi topo -m' as a cluster file.")

    @Argument(help: "A file with the output.")
    var table: String
    @OptionGroup var parts: NodePartOptions

    func run() throws {
      try reporting {
        let topology = try NvidiaTopology.read(path: table)
        if let (first, second) = topology.unlinkedPair, parts.link == nil {
          throw InvalidInput(
            file: table,
            "NVLink joins some devices only, not GPU\(first) and GPU\(second): give --link with what "
              + "collectives of all devices run over, such as pcie-3-x16")
        }
        try emit(
          parts.cluster(
            devices: topology.deviceCount, hasNVLink: topology.linksBetweenAll != nil,
            interfaces: (topology.nearInterfaceCount, nil), source: "nvidia-smi topo -m"
          ).text)
      }
    }
  }

  struct NCCL: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "nccl",
      abstract: "What NCCL_TOPO_DUMP_FILE named, as a cluster file.")

    @Argument(help: "The XML file.")
    var topology: String
    @OptionGroup var parts: NodePartOptions

    func run() throws {
      try reporting {
        let found = try NCCLTopology.read(path: topology)
        let interfaces = found.trainingInterfaces
        try emit(
          parts.cluster(
            devices: found.devices.count, hasNVLink: found.devices.allSatisfy { $0.links > 0 },
            interfaces: (interfaces.count, interfaces.first?.bandwidth),
            source: "NCCL's topology file"
          ).text)
      }
    }
  }

  struct Hostfile: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "hostfile", abstract: "A hostfile as a cluster file.")

    @Argument(help: "The hostfile: <host> slots=<devices> a line.")
    var hosts: String
    @OptionGroup var kind: NodeKindOptions

    func run() throws {
      try reporting { try emit(kind.cluster(HostList.read(path: hosts), source: hosts).text) }
    }
  }

  struct Slurm: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "slurm", abstract: "A node list of Slurm as a cluster file.")

    @Argument(help: "The list, such as \"$SLURM_JOB_NODELIST\" or 'gpu[001-016]'.")
    var nodes: String
    @OptionGroup var kind: NodeKindOptions

    func run() throws {
      try reporting {
        let list = try HostList.read(slurm: nodes, source: "'\(nodes)'")
        try emit(kind.cluster(list, source: "a node list of Slurm").text)
      }
    }
  }

  struct Topology: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "topology", abstract: "Slurm's topology.conf as a cluster file.")

    @Argument(help: "The topology.conf.")
    var file: String
    @OptionGroup var kind: NodeKindOptions

    func run() throws {
      try reporting {
        let tree = try SwitchTree.read(path: file)
        _ = try kind.devices()
        try emit(tree.cluster(of: kind.node, name: kind.name, source: file).text)
      }
    }
  }
}

/// What every node of an imported list is.
struct NodeKindOptions: ParsableArguments {
  @Option(help: "The kind of node: a file or a name from Clusters/Hardware/Nodes/.")
  var node: String

  @Option(help: "What to call the cluster.")
  var name = "cluster"

  @OptionGroup var catalogOptions: CatalogOptions

  func devices() throws -> Int { try catalogOptions.planner().catalog.deviceCount(ofNode: node) }

  func cluster(_ hosts: HostList, source: String) throws -> ClusterDraft {
    try hosts.cluster(of: node, devices: devices(), name: name, source: source)
  }
}

/// What tools that look at one node leave open.
struct NodePartOptions: ParsableArguments {
  @Option(help: "The device: a file or a name from Clusters/Hardware/Devices/.")
  var device: String

  @Option(help: "What joins devices, where the device alone does not tell.")
  var link: String?

  @Option(help: "What joins nodes, where the file does not tell.")
  var interface: String?

  @Option(help: "Nodes of the cluster.")
  var nodes = 1

  @Option(help: "What to call the cluster.")
  var name = "cluster"

  @OptionGroup var catalogOptions: CatalogOptions

  func validate() throws {
    guard (1...ClusterReference.nodeLimit).contains(nodes) else {
      throw ValidationError(
        "--nodes must be between 1 and \(ClusterReference.nodeLimit), found \(nodes)")
    }
  }

  func cluster(
    devices: Int, hasNVLink: Bool, interfaces: (count: Int, bandwidth: BytesPerSecond?),
    source: String
  ) throws -> ClusterDraft {
    let guess = NodeGuess(
      catalog: try catalogOptions.planner().catalog, device: device, link: link,
      interface: interface)
    return try guess.cluster(
      named: name, devices: devices, hasNVLink: hasNVLink, interfaces: interfaces, nodes: nodes,
      source: source)
  }
}
