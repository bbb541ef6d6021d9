import ClusterTopology
import Quantities
import Testing

@testable import Search

@Suite("Interchangeable classes of devices")
struct ClassSymmetryTests {
  /// InfiniBand, RoCE, InfiniBand, RoCE.
  private let cluster = Sample.cluster([
    (Sample.node(), 2), (Sample.node(.roce), 2), (Sample.node(), 2), (Sample.node(.roce), 2),
  ])

  private func symmetry(of cluster: Cluster) -> ClassSymmetry {
    ClassSymmetry(DeviceClass.all(of: cluster), of: cluster)
  }

  @Test("subsets that differ by equal groups are one")
  func subsets() {
    let symmetry = symmetry(of: cluster)
    #expect(symmetry.canonical(0b0100) == 0b0001)
    #expect(symmetry.canonical(0b1100) == 0b0011)
    #expect(symmetry.canonical(0b1011) == 0b1011)
    #expect(Set((1...15).map(symmetry.canonical)).count == 8)
    #expect(symmetry.reported == [0b1111, 0b1011, 0b0111])
  }

  @Test("of equal groups one order is tried")
  func orders() {
    let symmetry = symmetry(of: cluster)
    // Four in all orders, over two for each pair of equal ones.
    #expect(symmetry.orders(of: [0, 1, 2, 3]).count == 6)
    #expect(symmetry.orders(of: [0, 1]) == [[0, 1], [1, 0]])
    #expect(symmetry.orders(of: [0, 2]) == [[0, 2]])
  }

  @Test("links and counts tell groups apart")
  func differences() {
    var linked = cluster
    linked.links = [
      GroupLink(groups: [0, 1, 2, 3], transport: .ethernet, provenance: Sample.source),
      GroupLink(
        groups: [0, 1], transport: .ethernet, latency: .microseconds(1), provenance: Sample.source),
    ]
    #expect(symmetry(of: linked).canonical(0b0100) == 0b0100)
    var larger = cluster
    larger.groups[2].count = 3
    #expect(symmetry(of: larger).canonical(0b0100) == 0b0100)
    #expect(symmetry(of: larger).canonical(0b1000) == 0b0010)
  }
}
