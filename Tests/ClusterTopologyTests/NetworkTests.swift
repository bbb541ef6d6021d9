import ClusterTopology
import Quantities
import Testing

@Suite("The network that joins groups")
struct NetworkTests {
  @Test("within a group, the fastest remote-memory transport carries all interfaces' bandwidth")
  func oneGroup() throws {
    let cluster = Cluster(
      name: "one", groups: [Sample.group("a", Sample.infiniBandNode)], links: [])
    let network = try #require(cluster.network(joining: [0]))
    #expect(network.transport == .infiniband)
    #expect(network.nodeBandwidth == .gigabytes(100))
    #expect(network.latency == .microseconds(5))
    #expect(network.sharedBandwidth == nil)
  }

  @Test("remote memory access wins over sockets of more bandwidth")
  func remoteMemoryAccessFirst() {
    let node = Sample.node([
      (Sample.interface(.roce, gigabytes: 5), 1), (Sample.interface(.ethernet, gigabytes: 50), 1),
    ])
    let cluster = Cluster(name: "one", groups: [Sample.group("a", node)], links: [])
    #expect(cluster.network(joining: [0])?.transport == .roce)
  }

  @Test(
    "InfiniBand and RoCE meet over Ethernet, whichever comes first", arguments: [[0, 1], [1, 0]])
  func mixedTransports(order: [Int]) throws {
    let cluster = Cluster(
      name: "hybrid",
      groups: [Sample.group("ib", Sample.infiniBandNode), Sample.group("roce", Sample.roceNode)],
      links: [Sample.link([0, 1], .ethernet, sharedGigabytes: 10, microseconds: 20)])
    let network = try #require(cluster.network(joining: order))
    #expect(network.transport == .ethernet)
    #expect(network.nodeBandwidth == .gigabytes(3))
    #expect(abs(network.latency.value - 70e-6) < 1e-12)
    #expect(network.sharedBandwidth == .gigabytes(10))
    #expect(cluster.network(joining: [0])?.transport == .infiniband)
    #expect(cluster.network(joining: [1])?.transport == .roce)
  }

  @Test("equal transports do not join groups without a link")
  func linksAreNeeded() {
    let groups = [Sample.group("a", Sample.roceNode), Sample.group("b", Sample.roceNode)]
    #expect(Cluster(name: "x", groups: groups, links: []).network(joining: [0, 1]) == nil)
    let overEthernet = Cluster(name: "x", groups: groups, links: [Sample.link([0, 1], .ethernet)])
    #expect(overEthernet.network(joining: [0, 1])?.transport == .ethernet)
    let overBoth = Cluster(
      name: "x", groups: groups,
      links: [Sample.link([0, 1], .ethernet), Sample.link([0, 1], .roce)])
    #expect(overBoth.network(joining: [0, 1])?.transport == .roce)
  }

  @Test("three groups meet over two links: latencies add up, the narrowest link is shared")
  func chain() throws {
    let cluster = Cluster(
      name: "chain",
      groups: ["a", "b", "c"].map { Sample.group($0, Sample.roceNode) },
      links: [
        Sample.link([0, 1], .ethernet, sharedGigabytes: 8, microseconds: 100),
        Sample.link([1, 2], .ethernet, sharedGigabytes: 4, microseconds: 200),
      ])
    for joined in [[0, 1, 2], [0, 2]] {
      let network = try #require(cluster.network(joining: joined))
      #expect(network.sharedBandwidth == .gigabytes(4))
      #expect(abs(network.latency.value - 350e-6) < 1e-12)
    }
    let near = try #require(cluster.network(joining: [0, 1]))
    #expect(near.sharedBandwidth == .gigabytes(8))
    #expect(abs(near.latency.value - 150e-6) < 1e-12)
  }

  @Test("groups joined by different transports only do not meet all together")
  func brokenChain() {
    let groups = [
      Sample.group("a", Sample.node([(Sample.interface(.infiniband, gigabytes: 25), 1)])),
      Sample.group("b", Sample.infiniBandNode), Sample.group("c", Sample.roceNode),
    ]
    let cluster = Cluster(
      name: "x", groups: groups,
      links: [Sample.link([0, 1], .infiniband), Sample.link([1, 2], .ethernet)])
    #expect(cluster.network(joining: [0, 1])?.transport == .infiniband)
    #expect(cluster.network(joining: [1, 2])?.transport == .ethernet)
    #expect(cluster.network(joining: [0, 2]) == nil)
    #expect(cluster.network(joining: [0, 1, 2]) == nil)
  }

  @Test("no groups and groups without interfaces have no network")
  func nothing() {
    let cluster = Cluster(name: "x", groups: [Sample.group("a", Sample.node([]))], links: [])
    #expect(cluster.network(joining: [0]) == nil)
    #expect(cluster.network(joining: []) == nil)
  }

  @Test("the slowest member decides: interfaces, efficiency and oversubscription")
  func slowestMember() throws {
    func network(
      gigabytes: Double, count: Int, efficiency: Double = 1, oversubscription: Double = 1
    ) throws -> Network {
      let second = Sample.node([
        (
          Sample.interface(.roce, gigabytes: gigabytes, efficiency: efficiency, microseconds: 9),
          count
        )
      ])
      let cluster = Cluster(
        name: "x",
        groups: [
          Sample.group("a", Sample.roceNode),
          Sample.group("b", second, oversubscription: oversubscription),
        ], links: [Sample.link([0, 1], .roce)])
      let network = try #require(cluster.network(joining: [0, 1]))
      #expect(cluster.network(joining: [1, 0]) == network)
      return network
    }
    #expect(try network(gigabytes: 25, count: 4).nodeBandwidth == .gigabytes(50))
    #expect(try network(gigabytes: 25, count: 1).nodeBandwidth == .gigabytes(25))
    #expect(try network(gigabytes: 25, count: 2, efficiency: 0.5).nodeBandwidth == .gigabytes(25))
    #expect(
      try network(gigabytes: 25, count: 2, oversubscription: 4).nodeBandwidth == .gigabytes(12.5))
    #expect(try network(gigabytes: 25, count: 2).latency == .microseconds(9))
  }
}

@Suite("Where devices sit")
struct LocationTests {
  private let cluster = Cluster(
    name: "x",
    groups: [
      Sample.group("a", Sample.node(devices: 4, []), count: 2),
      Sample.group("b", Sample.node(devices: 8, []), count: 1),
      Sample.group("c", Sample.node(devices: 1, []), count: 3),
    ], links: [])

  @Test("counts are sums over the groups")
  func counts() {
    #expect(cluster.deviceCount == 19)
    #expect(cluster.nodeCount == 6)
  }

  @Test(
    "devices are numbered through groups, nodes and slots",
    arguments: [
      (0, DeviceLocation(0, 0, 0)), (3, DeviceLocation(0, 0, 3)), (4, DeviceLocation(0, 1, 0)),
      (7, DeviceLocation(0, 1, 3)), (8, DeviceLocation(1, 0, 0)), (15, DeviceLocation(1, 0, 7)),
      (16, DeviceLocation(2, 0, 0)), (18, DeviceLocation(2, 2, 0)),
    ])
  func locations(index: Int, expected: DeviceLocation) {
    #expect(cluster.location(ofDevice: index) == expected)
  }

  @Test("no two devices share a place, and places ascend with the number")
  func ascending() {
    let places = (0..<cluster.deviceCount).map { index in
      let place = cluster.location(ofDevice: index)
      return place.group * 10_000 + place.node * 100 + place.slot
    }
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
  }
}

extension DeviceLocation {
  fileprivate init(_ group: Int, _ node: Int, _ slot: Int) {
    self.init(group: group, node: node, slot: slot)
  }
}

@Suite("Devices")
struct DeviceTests {
  @Test("TF32 falls back to FP32 where a device lacks it; other formats do not")
  func peaks() {
    let device = Sample.roceNode.device
    #expect(device.peak(.tensorFloat32) == .teraFLOPs(15))
    #expect(device.peak(.float16) == .teraFLOPs(125))
    #expect(device.peak(.bfloat16) == nil)
    #expect(device.usableMemory == .gibibytes(14))
  }
}
