import ClusterTopology
import Configuration
import Foundation
import Quantities
import Testing

/// The catalogue of this repository.
let shipped = Catalog(root: repositoryRoot)

private let repositoryRoot = #filePath.split(separator: "/").dropLast(3)
  .reduce("") { $0 + "/" + $1 }

@Suite("The clusters that ship with the project")
struct ShippedClustersTests {
  @Test(
    "every cluster can be read and is called like its file", arguments: shipped.names(of: .cluster))
  func reads(name: String) throws {
    let cluster = try shipped.cluster(ClusterReference(name))
    #expect(cluster.name == name)
    #expect(cluster.deviceCount > 0)
    #expect(cluster.network(joining: cluster.groups.indices) != nil)
    for link in cluster.links { expectSourced(link.provenance) }
    for group in cluster.groups {
      #expect(group.node.interfaces(.ethernet) != nil, "no TCP to fall back to")
    }
  }

  @Test("every piece of hardware belongs to a cluster, and is called like its file")
  func nothingUnused() throws {
    var used: [Catalog.Kind: Set<String>] = [:]
    for name in shipped.names(of: .cluster) {
      for group in try shipped.cluster(ClusterReference(name)).groups {
        used[.node, default: []].insert(group.node.name)
        used[.device, default: []].insert(group.node.device.name)
        used[.link, default: []].insert(group.node.deviceLink.name)
        for installed in group.node.interfaces {
          used[.interface, default: []].insert(installed.interface.name)
        }
      }
    }
    // The smaller V100 differs in memory alone and waits for somebody's cluster file.
    used[.device, default: []].insert("v100-16gb-sxm")
    for kind in [Catalog.Kind.node, .device, .link, .interface] {
      #expect(used[kind, default: []].sorted() == shipped.names(of: kind))
    }
  }

  @Test("every device is plausible, and every figure says where it comes from", arguments: devices)
  func device(_ device: Device) throws {
    let gibibytes = device.memory.gibibytes
    #expect((16...288).contains(gibibytes))
    #expect((0.85...0.995).contains(device.usableMemory / device.memory))
    #expect((300...8100).contains(device.memoryBandwidth.gigabytes))
    #expect((40...304).contains(device.multiprocessors))

    // Narrower formats are never slower.
    let peaks = [NumberFormat.float32, .tensorFloat32, .float16, .float8].compactMap(device.peak)
    #expect(zip(peaks, peaks.dropFirst()).allSatisfy { $0 <= $1 })
    let half = try #require(device.peak(.float16))
    #expect((60...2520).contains(half.teraFLOPs))
    if let brain = device.peak(.bfloat16) { #expect(brain == half) }
    if let eight = device.peak(.float8) { #expect(abs(eight / half - 2) < 0.01) }

    let efficiency = device.efficiency
    #expect(efficiency.attentionBackward < efficiency.attentionForward)
    #expect((0.2...0.8).contains(efficiency.attentionForward))
    #expect((0.3...0.9).contains(efficiency.matrixProduct))
    #expect((0.5...0.95).contains(efficiency.memory))
    #expect((1e-6...2e-5).contains(efficiency.kernelLaunch.value))

    expectSourced(device.provenance)
    let curves = [
      "attention", "communication", "kernel_launch", "matrix_product", "memory", "reserved_memory",
    ]
    #expect(efficiency.sources.keys.sorted() == curves)
    for source in efficiency.sources.values { expectSourced(source) }
  }

  @Test("every node is plausible, its links and interfaces too", arguments: nodes)
  func node(_ node: NodeType) {
    expectSourced(node.provenance)
    let link = node.deviceLink
    #expect(Transport.insideNode.contains(link.transport))
    #expect((15...900).contains(link.bandwidth.gigabytes))
    #expect((0.2...1).contains(link.efficiency))
    #expect((1e-6...2e-5).contains(link.latency.value))
    expectSourced(link.provenance)
    expectSourced(link.collectiveProvenance)
    if let reduction = link.switchReductionEfficiency { #expect(reduction > link.efficiency) }
    for installed in node.interfaces {
      let interface = installed.interface
      #expect(Transport.betweenNodes.contains(interface.transport))
      #expect((1...100).contains(interface.bandwidth.gigabytes))
      #expect((0.6...1).contains(interface.efficiency))
      #expect((2e-6...1e-4).contains(interface.latency.value))
      expectSourced(interface.provenance)
      expectSourced(interface.collectiveProvenance)
    }
  }

  @Test("a mixed cluster falls back to Ethernet between its halves")
  func hybrid() throws {
    let cluster = try shipped.cluster(ClusterReference("hybrid-ib-roce"))
    #expect(cluster.network(joining: [0])?.transport == .infiniband)
    #expect(cluster.network(joining: [1])?.transport == .roce)
    let network = try #require(cluster.network(joining: [0, 1]))
    #expect(network.transport == .ethernet)
    #expect(abs(network.nodeBandwidth.gigabytes - 25.0 / 8 * 0.85) < 1e-9)
  }

  @Test("the cluster that the guide shows can be read")
  func guide() throws {
    let guide = try String(
      contentsOfFile: shipped.root + "/Docs/Guides/ClusterFiles.md", encoding: .utf8)
    let start = try #require(guide.firstRange(of: "```yaml\nname: lab")).lowerBound
    let example = guide[start...].dropFirst("```yaml\n".count)
    let end = try #require(example.firstRange(of: "```")).lowerBound
    let file = try SourceFile(text: String(example[..<end]), path: "guide")
    #expect(try shipped.cluster(file).groups.map(\.name) == ["old", "new"])
  }

  private func expectSourced(_ provenance: Provenance) {
    #expect(provenance.source.count >= 10, "a source that cannot be looked up")
  }
}

// Read once, by name, so that each is one case. An unreadable file fails the test of clusters.

private let nodes: [NodeType] = {
  var nodes: [String: NodeType] = [:]
  for name in shipped.names(of: .cluster) {
    guard let cluster = try? shipped.cluster(ClusterReference(target: name)) else { continue }
    for group in cluster.groups { nodes[group.node.name] = group.node }
  }
  return nodes.keys.sorted().compactMap { nodes[$0] }
}()

private let devices: [Device] = {
  var devices: [String: Device] = [:]
  for node in nodes { devices[node.device.name] = node.device }
  return devices.keys.sorted().compactMap { devices[$0] }
}()
