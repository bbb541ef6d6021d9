import ClusterTopology
import Quantities
import Testing

@Suite("Degraded links")
struct DegradationTests {
  static let cluster = Cluster(
    name: "pair",
    groups: [Sample.group("a", Sample.infiniBandNode), Sample.group("b", Sample.roceNode)],
    links: [Sample.link([0, 1], .ethernet, sharedGigabytes: 8)])

  private func degraded(_ link: String, _ remaining: Double) -> Cluster? {
    LinkDegradation.Link(link).flatMap {
      Self.cluster.degraded(by: LinkDegradation($0, remaining: remaining))
    }
  }

  @Test("a transport is degraded in all groups of nodes or in one, inside nodes and between them")
  func transports() throws {
    let ethernet = try #require(degraded("ethernet", 0.5))
    #expect(
      ethernet.groups.map { $0.nodeBandwidth(over: .ethernet) } == [
        .gigabytes(1.5), .gigabytes(1.5),
      ])
    #expect(ethernet.groups[0].nodeBandwidth(over: .infiniband) == .gigabytes(100))
    let inOne = try #require(degraded("b:ethernet", 0.25))
    #expect(
      inOne.groups.map { $0.nodeBandwidth(over: .ethernet) } == [.gigabytes(3), .gigabytes(0.75)])
    let inside = try #require(degraded("a:nvlink", 0.1))
    #expect(inside.groups.map(\.node.deviceLink.bandwidth) == [.gigabytes(15), .gigabytes(150)])
  }

  @Test("what joins two groups is degraded alone, in either order of their names")
  func betweenGroups() throws {
    for link in ["a+b", "b+a"] {
      let cluster = try #require(degraded(link, 0.5))
      #expect(cluster.network(joining: [0, 1])?.sharedBandwidth == .gigabytes(4))
      #expect(cluster.groups == Self.cluster.groups)
    }
  }

  @Test(
    "a link that is not there cannot be degraded",
    arguments: ["slingshot", "a:roce", "c:ethernet", "a+c", "a+a", "ethernets", "+b", "a:b:c", ""])
  func absent(link: String) { #expect(degraded(link, 0.5) == nil) }

  @Test("every link that is offered can be degraded, and reads back as it is written")
  func offered() {
    #expect(
      Self.cluster.degradableLinks == [
        "nvlink", "a:nvlink", "infiniband", "a:infiniband", "ethernet", "a:ethernet", "b:nvlink",
        "roce", "b:roce", "b:ethernet", "a+b",
      ])
    for link in Self.cluster.degradableLinks {
      #expect(LinkDegradation.Link(link)?.description == link)
      #expect(degraded(link, 0.5) != nil && degraded(link, 0.5) != Self.cluster)
    }
  }
}
