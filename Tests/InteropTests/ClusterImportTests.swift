import ClusterTopology
import Configuration
import Foundation
import Quantities
import Testing

@testable import Interop

@Suite("Clusters from other tools' files")
struct ClusterImportTests {
  /// As `nvidia-smi topo -m` prints it for four GPUs behind NVSwitch, its head underlined.
  static let table = """
    \t\u{1B}[4mGPU0\tGPU1\tGPU2\tGPU3\tNIC0\tNIC1\tNIC2\tCPU Affinity\tNUMA Affinity\tGPU NUMA ID\u{1B}[0m
    GPU0\t X \tNV18\tNV18\tNV18\tPIX\tNODE\tSYS\t0-55,112-167\t0\t\tN/A
    GPU1\tNV18\t X \tNV18\tNV18\tNODE\tNODE\tSYS\t0-55,112-167\t0\t\tN/A
    GPU2\tNV18\tNV18\t X \tNV18\tSYS\tNODE\tPXB\t56-111,168-223\t1\t\tN/A
    GPU3\tNV18\tNV18\tNV18\t X \tSYS\tNODE\tSYS\t56-111,168-223\t1\t\tN/A
    NIC0\tPIX\tNODE\tSYS\tSYS\t X \tNODE\tSYS
    NIC1\tNODE\tNODE\tNODE\tNODE\tNODE\t X \tSYS
    NIC2\tSYS\tSYS\tPXB\tSYS\tSYS\tSYS\t X \t

    Legend:

      X    = Self
      NV#  = Connection traversing a bonded set of # NVLinks

    NIC Legend:

      NIC0: mlx5_0
      NIC1: mlx5_1
      NIC2: mlx5_2
    """

  /// As NCCL writes it, two GPUs behind a switch.
  static let markup = """
    <system version="1">
      <cpu host_hash="0x1" numaid="0" affinity="ffff" arch="x86_64" vendor="GenuineIntel">
        <pci busid="0000:17:00.0" class="0x060400" link_speed="32.0 GT/s PCIe" link_width="16">
          <pci busid="0000:19:00.0" class="0x030200" link_speed="32.0 GT/s PCIe" link_width="16">
            <gpu dev="0" sm="90" rank="0" gdr="1">
              <nvlink target="0000:07:00.0" count="6" tclass="0x068000"/>
              <nvlink target="0000:08:00.0" count="12" tclass="0x068000"/>
            </gpu>
          </pci>
          <nic>
            <net name="mlx5_0" dev="0" speed="400000" port="1" latency="0.0" guid="0x1" gdr="1"/>
          </nic>
        </pci>
        <pci busid="0000:2a:00.0" class="0x030200">
          <gpu dev="1" sm="90" rank="1" gdr="1"><nvlink target="0000:07:00.0" count="18"/></gpu>
        </pci>
        <nic><net name="eth0" dev="1" speed="100000" gdr="0"/></nic>
      </cpu>
    </system>
    """

  private func read(_ draft: ClusterDraft) throws -> Cluster {
    try Plans.catalog.cluster(SourceFile(text: draft.text, path: "cluster.yaml"))
  }

  @Test("the table of nvidia-smi becomes a node with a switch and the interfaces near its devices")
  func nvidia() throws {
    let table = try NvidiaTopology.read(text: Self.table, path: "topo.txt")
    #expect(table.deviceCount == 4)
    #expect(table.linksBetweenAll == 18)
    #expect(table.nearInterfaceCount == 2)
    let guess = NodeGuess(
      catalog: Plans.catalog, device: "h100-80gb-sxm", interface: "infiniband-ndr-400g")
    let cluster = try read(
      guess.cluster(
        named: "lab", devices: table.deviceCount, hasNVLink: true,
        interfaces: (table.nearInterfaceCount, nil), nodes: 3, source: "nvidia-smi topo -m"))
    #expect(cluster.deviceCount == 12)
    #expect(cluster.groups[0].node.deviceLink.name == "nvlink-4")
    #expect(cluster.groups[0].node.interfaces(.infiniband)?.count == 2)
  }

  @Test("NCCL's topology becomes a node with the interfaces that reach device memory")
  func nccl() throws {
    let topology = try NCCLTopology.read(text: Self.markup, path: "topo.xml")
    #expect(topology.devices.map(\.links) == [18, 18])
    #expect(topology.devices.map(\.capability) == [90, 90])
    #expect(topology.trainingInterfaces.map(\.name) == ["mlx5_0"])
    let guess = NodeGuess(catalog: Plans.catalog, device: "h100-80gb-sxm")
    #expect {
      try guess.cluster(
        named: "lab", devices: 2, hasNVLink: true,
        interfaces: (1, topology.trainingInterfaces[0].bandwidth), nodes: 1, source: "NCCL")
    } throws: { error in
      let text = "\(error)"
      return text.contains("infiniband-ndr-400g, roce-400g") && !text.contains("hdr")
    }
  }

  @Test(
    "a table that nvidia-smi did not print is refused where it is wrong",
    arguments: [
      ("NV18", "NW18", "topo.txt:2:1: error: 'NW18' is no connection"),
      (
        "GPU3\tNV18\tNV18\tNV18\t X ", "GPU4\tNV18\tNV18\tNV18\t X ",
        "topo.txt:5:1: error: expected the row of 'GPU3', found 'GPU4'"
      ),
      ("GPU0\t X \tNV18", "GPU0\tNV18\tNV18", ""),
      ("GPU0", "gpu0", "holds no table of devices"),
    ])
  func wrongTable(_ old: String, _ new: String, _ message: String) {
    let text = Self.table.replacingOccurrences(of: old, with: new)
    if message.isEmpty {
      // A device that is joined with itself is odd, but says nothing wrong.
      #expect(throws: Never.self) { try NvidiaTopology.read(text: text, path: "topo.txt") }
    } else {
      #expect {
        try NvidiaTopology.read(text: text, path: "topo.txt")
      } throws: { "\($0)".contains(message) }
    }
  }

  @Test("NVLinks that join some devices only are found, and the fewest that join all")
  func meshes() throws {
    let cube = Self.table.replacingOccurrences(
      of: "GPU0\t X \tNV18\tNV18\tNV18", with: "GPU0\t X \tNV1\tNV2\tSYS")
    let partial = try NvidiaTopology.read(text: cube, path: "topo.txt")
    #expect(partial.linksBetweenAll == nil)
    #expect(partial.unlinkedPair.map { [$0.0, $0.1] } == [0, 3])
    let uneven = try NvidiaTopology.read(
      text: cube.replacingOccurrences(of: "SYS\tPIX", with: "NV1\tPIX"), path: "topo.txt")
    #expect(uneven.linksBetweenAll == 1)
    #expect(uneven.unlinkedPair == nil)
  }

  @Test("comments in NCCL's markup mean nothing, whatever they hold")
  func comments() throws {
    let text = Self.markup.replacingOccurrences(
      of: "<nic>", with: "<!-- it's > \"a\n<gpu dev='9'> --><nic>")
    let plain = try NCCLTopology.read(text: Self.markup, path: "topo.xml")
    #expect(try NCCLTopology.read(text: text, path: "topo.xml") == plain)
    #expect {
      try NCCLTopology.read(text: text.replacingOccurrences(of: "-->", with: ""), path: "topo.xml")
    } throws: { "\($0)".contains("comment is left open") }
  }

  @Test(
    "markup that NCCL did not write is refused",
    arguments: [
      ("</system>", "", "'<system>' is not closed"), ("</gpu>", "</cpu>", "closes nothing"),
      ("sm=\"90\"", "sm=\"ninety\"", "must be a whole number"),
      ("gpu", "cpu2", "describes no <gpu>"),
      ("system", "html", "does not begin with <system>"),
      ("count=\"6\"", "count=6", "is no tag"),
    ])
  func wrongMarkup(_ old: String, _ new: String, _ message: String) {
    #expect {
      try NCCLTopology.read(
        text: Self.markup.replacingOccurrences(of: old, with: new), path: "topo.xml")
    } throws: { "\($0)".contains(message) }
  }

  @Test(
    "Slurm's node lists are written out",
    arguments: [
      ("gpu[001-003,7],login1", ["gpu001", "gpu002", "gpu003", "gpu7", "login1"]),
      ("r[1-2]n[09-10]", ["r1n09", "r1n10", "r2n09", "r2n10"]), ("a", ["a"]),
      ("n[1-2]-ib", ["n1-ib", "n2-ib"]), ("a b\n c[1, 3],d", ["a", "b", "c1", "c3", "d"]),
    ])
  func nodeList(_ text: String, _ expected: [String]) throws {
    #expect(try HostList.read(slurm: text, source: "list").hosts.map(\.name) == expected)
  }

  @Test(
    "and what is no node list is refused",
    arguments: [
      "", "gpu[", "gpu]", "gpu[1-]", "gpu[3-1]", "gpu[a-b]", "a,a", "x[1-999999999]",
      "x[1-99999]y[1-99999]", "gpu[[1]]", "(null)", "gpu*", "a b/c",
    ])
  func wrongNodeList(_ text: String) {
    #expect(throws: InvalidInput.self) { try HostList.read(slurm: text, source: "list") }
  }

  @Test("a hostfile becomes as many nodes of a kind")
  func hostfile() throws {
    let text = "# ours\nworker-1 slots=8\n\nworker-2 slots=8  # new\n"
    let hosts = try HostList.read(text: text, path: "hosts")
    let devices = try Plans.catalog.deviceCount(ofNode: "dgx-h100")
    let cluster = try read(
      hosts.cluster(of: "dgx-h100", devices: devices, name: "ours", source: "hosts"))
    #expect(cluster.deviceCount == 16)
    #expect(throws: InvalidInput.self) {
      try hosts.cluster(of: "gb200-nvl72", devices: 72, name: "ours", source: "hosts")
    }
  }

  @Test(
    "a hostfile with mistakes is refused at their lines",
    arguments: [
      ("a slots=8\na slots=8", "hosts:2:1: error: 'a' stands in line 1 already"),
      ("a slot=8", "hosts:1:1: error: 'slot=8' is unknown"),
      ("a slots=0", "'slots=0' is unknown"), ("# nobody", "names no host"),
      ("worker-1\n{\"hosts\": 2}", "hosts:2:1: error: '{\"hosts\":' is no name of a host"),
      ("----", "'----' is no name"), ("a..b", "'a..b' is no name"), ("a:x", "'a:x' is no name"),
      ("gpu[1-4]", "'gpu[1-4]' is no name of a host"), ("a:8\na:8", "'a' stands in line 1 already"),
    ])
  func wrongHostfile(_ text: String, _ message: String) {
    #expect {
      try HostList.read(text: text, path: "hosts")
    } throws: { "\($0)".contains(message) }
  }

  @Test("hosts may have addresses, MPICH's counts and Windows' line ends")
  func hostNames() throws {
    let text = "worker-1.local:8\r\n10.0.0.7 slots=4\r\nfe80::1\nnode_3\n"
    let hosts = try HostList.read(text: text, path: "hosts").hosts
    #expect(hosts.map(\.name) == ["worker-1.local", "10.0.0.7", "fe80::1", "node_3"])
    #expect(hosts.map(\.slots) == [8, 4, nil, nil])
  }

  @Test("a tree of switches becomes a group per fabric")
  func switches() throws {
    let text = """
      # two leaves under a spine, and a rack of its own
      SwitchName=leaf1 Nodes=n[1-4] LinkSpeed=100
      SwitchName=leaf2 Nodes=n[5-8]
      SwitchName=spine Switches=leaf[1-2]
      SwitchName=island Nodes=m[1-2]
      """
    let tree = try SwitchTree.read(text: text, path: "topology.conf")
    let draft = tree.cluster(of: "dgx-h100", name: "ours", source: "topology.conf")
    #expect(draft.groups.map(\.name) == ["spine", "island"])
    #expect(draft.groups.map(\.count) == [8, 2])
  }

  @Test(
    "a tree with mistakes is refused",
    arguments: [
      ("SwitchName=a", "joins nothing"), ("SwitchName=a Switches=b", "not described"),
      ("SwitchName=a Node=n1", "did you mean 'Nodes'?"), ("Nodes=n1", "must begin with"),
      ("SwitchName=a Nodes=n1\nSwitchName=b Nodes=n1", "more than one switch"), ("#", "no switch"),
      ("SwitchName=a Nodes=n1\nSwitchName=a Nodes=n2", "more than once"),
    ])
  func wrongTree(_ text: String, _ message: String) {
    #expect {
      try SwitchTree.read(text: text, path: "topology.conf")
    } throws: { "\($0)".contains(message) }
  }

  @Test(
    "parts that no file tells are asked for",
    arguments: [
      ("h100-80gb-smx", nil, nil, "did you mean"), ("h100-80gb-sxm", "nvlink", nil, "no link"),
      ("h100-80gb-sxm", nil, "wire", "no interface"), ("h100-80gb-sxm", nil, nil, "--interface"),
    ] as [(String, String?, String?, String)])
  func missingParts(_ device: String, _ link: String?, _ interface: String?, _ message: String) {
    let guess = NodeGuess(
      catalog: Plans.catalog, device: device, link: link, interface: interface)
    #expect {
      try guess.cluster(
        named: "lab", devices: 8, hasNVLink: true, interfaces: (8, nil), nodes: 2, source: "test")
    } throws: { "\($0)".contains(message) }
  }
}
