import ClusterTopology
import Configuration
import Quantities
import Testing

/// A change that makes a good cluster file a bad one, and what the reader says about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  var title: String
  var change: (from: String, to: String)
  /// All diagnostics, one per line, without `lab.yaml:`; `ROOT` stands for the catalogue's root.
  var expected: String

  init(_ title: String, _ from: String, _ to: String, _ expected: String) {
    self.title = title
    change = (from, to)
    self.expected = expected
  }

  var testDescription: String { title }
}

@Suite("Mistakes in cluster files")
struct MalformedClustersTests {
  @Test("the file that the mistakes are made in is good")
  func goodFile() throws {
    let cluster = try shipped.cluster(SourceFile(text: goodCluster, path: "lab.yaml"))
    #expect(cluster.groups.map(\.name) == ["left", "right"])
    #expect(cluster.groups.map(\.count) == [2, 3])
    #expect(cluster.deviceCount == 2 * 4 + 3 * 8)
    #expect(cluster.links[0].groups == [0, 1])
    #expect(cluster.groups[0].node.device.usableMemory.gibibytes == 14)
    #expect(cluster.groups[0].node.deviceLink.reducesInSwitch)
    #expect(cluster.groups[1].oversubscription == 2)
  }

  @Test("each mistake is reported where it is", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    let text = goodCluster.replacing(
      mistake.change.from, with: mistake.change.to, maxReplacements: 1)
    try #require(text != goodCluster, "the mistake changes nothing")
    let file = try SourceFile(text: text, path: "lab.yaml")
    let error = #expect(throws: InvalidInput.self) { try shipped.cluster(file) }
    let found = error?.description.replacing("lab.yaml:", with: "")
      .replacing(shipped.root, with: "ROOT")
    #expect(found == mistake.expected)
  }
}

let goodCluster = """
  name: lab
  groups:
    - name: left
      nodes: 2
      node:
        name: box
        devices: 4
        device:
          name: card
          memory: 16 GiB
          reserved_memory: {amount: 2 GiB, source: {assumed: "a test"}}
          memory_bandwidth: 900 GB/s
          multiprocessors: 80
          peaks: {fp32: 15.7 TFLOPS, fp16: 125 TFLOPS}
          efficiency:
            matrix_product:
              fraction: 0.7
              tile: {rows: 128, columns: 128, load_cost: 65}
              depth_at_half: 100
              source: {assumed: "a test"}
            attention: {forward: 0.3, backward: 0.2, source: {assumed: "a test"}}
            memory: {fraction: 0.8, source: {assumed: "a test"}}
            kernel_launch: {time: 5 us, source: {assumed: "a test"}}
          source: {published: "a data sheet"}
        link:
          name: wire
          transport: nvlink
          bandwidth: 150 GB/s
          source: {published: "a data sheet"}
          collectives:
            efficiency: 0.8
            latency: 4 us
            switch_reduction_efficiency: 1.05
            source: {measured: "a benchmark"}
        interfaces:
          - {interface: roce-100g, count: 2}
          - {interface: ethernet-25g, count: 1}
        source: {assumed: "a test"}
    - name: right
      node: dgx-a100
      nodes: 3
      oversubscription: 2
  links:
    - between: [left, right]
      transport: ethernet
      shared_bandwidth: 10 GB/s
      latency: 1 ms
      source: {assumed: "a test"}
  """

private let mistakes: [Mistake] = [
  // Groups.
  Mistake(
    "no groups",
    "groups:",
    "grps:",
    """
    1:1: error: missing key 'groups', expected a list
    2:1: error: unknown key 'grps'; known keys: groups, links, name
    """),
  Mistake(
    "a list of no groups",
    goodCluster,
    """
    name: lab
    groups: []
    """,
    """
    2:9: error: 'groups' must not be an empty list
    """),
  Mistake(
    "a group that is no mapping",
    goodCluster,
    """
    name: lab
    groups: [dgx-a100]
    """,
    """
    2:10: error: 'groups[0]' must be a mapping (key: value), found 'dgx-a100'
    """),
  Mistake(
    "two groups of one name",
    "name: right",
    "name: left",
    """
    39:11: error: a second group named 'left'
    44:14: error: no group named 'right'; expected one of left
    """),
  Mistake(
    "no nodes",
    "nodes: 2",
    "nodes: 0",
    """
    4:12: error: 'groups[0].nodes' must be between 1 and 100000, found 0
    """),
  Mistake(
    "a hundred million nodes",
    "nodes: 2",
    "nodes: 100000000",
    """
    4:12: error: 'groups[0].nodes' must be between 1 and 100000, found 100000000
    """),
  Mistake(
    "too many nodes together",
    "nodes: 3",
    "nodes: 99999",
    """
    3:3: error: more than 100000 nodes, beyond any cluster that was built
    """),
  Mistake(
    "nodes in words",
    "nodes: 2",
    "nodes: two",
    """
    4:12: error: 'groups[0].nodes' must be a whole number, found 'two'
    """),
  Mistake(
    "a group without nodes' kind",
    "node: dgx-a100",
    "kind: dgx-a100",
    """
    39:5: error: missing key 'node' (in 'groups[1]'), expected a node's name, path or \
    description
    40:5: error: unknown key 'kind' (in 'groups[1]'); known keys: name, node, nodes, \
    oversubscription, price_per_device_hour
    """),
  Mistake(
    "undersubscription",
    "oversubscription: 2",
    "oversubscription: 0.5",
    """
    42:23: error: 'groups[1].oversubscription' must be between 1 and 1000, found 0.5
    """),
  // References.
  Mistake(
    "a misspelt node",
    "node: dgx-a100",
    "node: dgx-a10",
    """
    40:11: error: 'dgx-a10': no node of this name in ROOT/Clusters/Hardware/Nodes; did you \
    mean 'dgx-a100'?
    """),
  Mistake(
    "an unknown interface",
    "interface: roce-100g",
    "interface: carrier-pigeon",
    """
    36:23: error: 'carrier-pigeon': no interface of this name in \
    ROOT/Clusters/Hardware/Interfaces; expected one of efa-100g, efa-v2-100g, ethernet-100g, ethernet-10g, \
    ethernet-25g, gpudirect-tcpx-200g, gpudirect-tcpxo-200g, infiniband-edr-100g, \
    infiniband-hdr-200g, infiniband-ndr-400g, infiniband-xdr-800g, omni-path-100g, roce-100g, roce-200g, roce-400g
    """),
  Mistake(
    "a path to nowhere",
    "node: dgx-a100",
    "node: ./nowhere.yaml",
    """
    40:11: error: './nowhere.yaml': no such file
    """),
  Mistake(
    "a file that refers to itself",
    "node: dgx-a100",
    "node: lab.yaml",
    """
    40:11: error: 'lab.yaml' refers back to the file it is in
    """),
  Mistake(
    "a list for a node",
    "node: dgx-a100",
    "node: [dgx-a100]",
    """
    40:11: error: 'groups[1].node' must be a text, found a list
    """),
  // Nodes.
  Mistake(
    "a node without devices",
    "devices: 4",
    "devices: 0",
    """
    7:16: error: 'groups[0].node.devices' must be between 1 and 1024, found 0
    """),
  Mistake(
    "a network inside a node",
    "transport: nvlink",
    "transport: infiniband",
    """
    27:20: error: 'infiniband' does not run inside a node; expected one of nvlink, xgmi, pcie
    """),
  Mistake(
    "an unknown transport",
    "transport: nvlink",
    "transport: nvlnk",
    """
    27:20: error: 'groups[0].node.link.transport' is 'nvlnk'; did you mean 'nvlink'?
    """),
  Mistake(
    "no transport",
    """
            transport: nvlink

    """,
    "",
    """
    26:9: error: missing key 'transport' (in 'groups[0].node.link'), expected a transport such \
    as 'nvlink'
    """),
  Mistake(
    "two interfaces for one transport",
    "ethernet-25g",
    """
    ethernet-100g, count: 1}
            - {interface: ethernet-25g
    """,
    """
    38:23: error: a second interface for ethernet: a node has one kind of interface per \
    transport
    """),
  // Devices.
  Mistake(
    "no memory left",
    "amount: 2 GiB",
    "amount: 16 GiB",
    """
    11:35: error: all of the memory is reserved: nothing is left to train in
    """),
  Mistake(
    "memory without a unit",
    "memory: 16 GiB",
    "memory: 16",
    """
    10:17: error: 'groups[0].node.device.memory' needs a unit: an amount of memory such as '80 \
    GiB', found '16'
    """),
  Mistake(
    "no peaks",
    "peaks: {fp32: 15.7 TFLOPS, fp16: 125 TFLOPS}",
    "peaks: {}",
    """
    14:16: error: 'peaks' must hold the dense peak of at least one of fp32, tf32, fp16, bf16, \
    fp8, nvfp4
    """),
  Mistake(
    "a peak of an unknown format",
    "fp16: 125",
    "fp61: 125",
    """
    14:36: error: unknown key 'fp61', did you mean 'fp16'? (in 'groups[0].node.device.peaks')
    """),
  Mistake(
    "an efficiency of nothing",
    "fraction: 0.8",
    "fraction: 0",
    """
    22:30: error: 'fraction' must be above 0: nothing would ever finish
    """),
  Mistake(
    "an efficiency above one",
    "efficiency: 0.8",
    "efficiency: 80",
    """
    31:23: error: 'groups[0].node.link.collectives.efficiency' must be between 0 and 1, found 80
    """),
  Mistake(
    "no source",
    """
    source: {published: "a data sheet"}
    """,
    "depth: 3",
    """
    9:9: error: missing key 'source' (in 'groups[0].node.device'), expected {measured: …}, \
    {published: …} or {assumed: …}
    24:9: error: unknown key 'depth' (in 'groups[0].node.device'); known keys: efficiency, \
    memory, memory_bandwidth, multiprocessors, name, peaks, reserved_memory, source
    """),
  Mistake(
    "an unknown kind of source",
    """
    source: {measured: "a benchmark"}
    """,
    """
    source: {guessed: "a hunch"}
    """,
    """
    34:19: error: 'groups[0].node.link.collectives.source' must be {measured: …}, {published: \
    …} or {assumed: …}
    """),
  Mistake(
    "a source of nothing",
    """
    source: {measured: "a benchmark"}
    """,
    """
    source: {measured: ""}
    """,
    """
    34:30: error: 'groups[0].node.link.collectives.source.measured' must not be empty
    """),
  // Links.
  Mistake(
    "a link to nowhere",
    "[left, right]",
    "[left, rihgt]",
    """
    44:14: error: no group named 'rihgt'; did you mean 'right'?
    """),
  Mistake(
    "a link with itself",
    "[left, right]",
    "[left, left]",
    """
    44:14: error: group 'left' is linked with itself
    """),
  Mistake(
    "a link of one end",
    "[left, right]",
    "[left]",
    """
    44:14: error: a link is between at least two groups, found only 'left'
    """),
  Mistake(
    "a link inside nodes",
    "transport: ethernet",
    "transport: pcie",
    """
    45:16: error: 'pcie' does not run between groups; expected one of infiniband, roce, efa, \
    omni-path, slingshot, ethernet
    """),
  Mistake(
    "a link that one side has no interface for",
    "transport: ethernet",
    "transport: roce",
    """
    45:16: error: group 'right' has no roce interface: node 'dgx-a100' has only infiniband, \
    ethernet
    """),
  Mistake(
    "a link that no side has an interface for",
    "transport: ethernet",
    "transport: slingshot",
    """
    45:16: error: group 'left' has no slingshot interface: node 'box' has only roce, ethernet
    45:16: error: group 'right' has no slingshot interface: node 'dgx-a100' has only \
    infiniband, ethernet
    """),
  Mistake(
    "groups that nothing joins",
    """
    links:
      - between: [left, right]
        transport: ethernet
        shared_bandwidth: 10 GB/s
        latency: 1 ms
        source: {assumed: "a test"}
    """,
    "",
    """
    3:3: error: groups 'left' and 'right' cannot reach each other: no transport joins them; \
    add to 'links' {between: [left, right], transport: …, source: …} with a transport that \
    both have
    """),
  Mistake(
    "nodes that nothing joins",
    goodCluster,
    """
    name: lab
    groups:
      - name: pair
        nodes: 2
        node: {name: box, devices: 8, device: t4-16gb, link: pcie-3-x16, source: {assumed: "x"}}
    """,
    """
    5:11: error: the 2 nodes cannot reach each other: node 'box' has no interface
    """),
]
