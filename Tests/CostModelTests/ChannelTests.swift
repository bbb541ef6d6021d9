import ClusterTopology
import Quantities
import StrategySpace
import Testing

@testable import CostModel

@Suite("Collectives on hand-made clusters")
struct ChannelTests {
  static let size = Bytes(12e9)

  private func span(
    _ ranks: Int, nodes: Int = 1, perNode: Int, groups: [Int] = [0], concurrent: Int = 1
  ) -> GroupSpan {
    GroupSpan(
      ranks: ranks, nodes: nodes, ranksPerNode: perNode, clusterGroups: groups,
      concurrent: concurrent)
  }

  private func seconds(_ time: Seconds) -> Double { (time.value * 1e9).rounded() / 1e9 }

  @Test("a ring passes (n − 1)/n of a tensor over each link, twice for an all-reduce")
  func ring() {
    let cluster = Sample.cluster([Sample.node()])
    for ranks in 2...4 {
      let channel = Channel(span(ranks, perNode: ranks), on: cluster)
      let passed = 0.12 * Double(ranks - 1) / Double(ranks)
      #expect(channel.transport == .nvlink)
      #expect(seconds(channel.allGather(Self.size)) == seconds(Seconds(passed)))
      #expect(seconds(channel.reduceScatter(Self.size)) == seconds(Seconds(passed)))
      #expect(seconds(channel.allReduce(Self.size)) == seconds(Seconds(2 * passed)))
      #expect(seconds(channel.allToAll(Self.size)) == seconds(Seconds(passed)))
    }
  }

  @Test("between nodes a group gets its ranks' share of the interfaces")
  func share() {
    let cluster = Sample.cluster([Sample.node()], count: 4)
    // 40 GB/s for four devices: 10 GB/s for each rank that sits on a node.
    let cases = [(perNode: 1, share: 10.0), (perNode: 2, share: 20), (perNode: 4, share: 40)]
    for (perNode, gigabytes) in cases {
      let ranks = 4 * perNode
      let channel = Channel(span(ranks, nodes: 4, perNode: perNode), on: cluster)
      let passed = 12 / gigabytes * Double(ranks - 1) / Double(ranks)
      #expect(channel.transport == .infiniband)
      #expect(seconds(channel.allGather(Self.size)) == seconds(Seconds(passed)))
      #expect(seconds(channel.allReduce(Self.size)) == seconds(Seconds(2 * passed)))
    }
  }

  @Test("copies for one node cross the network once")
  func copies() {
    let cluster = Sample.cluster([Sample.node()], count: 2)
    let channel = Channel(span(8, nodes: 2, perNode: 4), on: cluster)
    // Half of each rank's data leaves its node over 10 GB/s. Of two copies both go to one of two nodes
    // half of the time: 1.5 messages instead of 2.
    #expect(seconds(channel.allToAll(Self.size)) == 0.6)
    #expect(seconds(channel.allToAll(Self.size, copies: 2)) == 0.45)
  }

  @Test("links inside the node limit a ring that leaves it")
  func insideLimits() {
    let cluster = Sample.cluster([Sample.node(link: 30)], count: 2)
    let channel = Channel(span(8, nodes: 2, perNode: 4), on: cluster)
    #expect(seconds(channel.allGather(Self.size)) == seconds(Seconds(12.0 / 30 * 7 / 8)))
  }

  @Test("the slowest member sets the pace of a group over several kinds of nodes")
  func slowestMember() {
    let fast = Sample.node(link: 200, interfaces: [(.infiniband, 80), (.ethernet, 8)])
    let slow = Sample.node(link: 100, interfaces: [(.roce, 80), (.ethernet, 4)])
    let cluster = Sample.cluster([fast, slow])
    let across = Channel(span(4, nodes: 4, perNode: 1, groups: [0, 1]), on: cluster)
    // InfiniBand and RoCE do not talk to each other: a quarter of the slower Ethernet is left.
    #expect(across.transport == .ethernet)
    #expect(seconds(across.send(Bytes(1e9))) == 1)
    let inFast = Channel(span(2, nodes: 2, perNode: 1), on: cluster)
    #expect(inFast.transport == .infiniband)
    #expect(seconds(inFast.send(Bytes(1e9))) == 0.05)
  }

  @Test("groups that cross at the same time share what joins the clusters")
  func sharedLink() {
    let node = Sample.node(interfaces: [(.ethernet, 40)])
    let cluster = Sample.cluster([node, node], shared: 20)
    for concurrent in [1, 2, 4, 20] {
      let channel = Channel(
        span(4, nodes: 4, perNode: 1, groups: [0, 1], concurrent: concurrent), on: cluster)
      // Alone the rank's interface is slower than the link, 10 GB/s; ten groups get 2 GB/s each.
      #expect(
        seconds(channel.send(Bytes(1e9))) == seconds(Seconds(1 / min(10, 20 / Double(concurrent)))))
    }
  }

  @Test("an all-to-all sends what leaves the node and what stays in it at the same time")
  func allToAll() {
    let cluster = Sample.cluster([Sample.node()], count: 2)
    let channel = Channel(span(8, nodes: 2, perNode: 4), on: cluster)
    // Of 12 GB, 6 leave over a quarter of 40 GB/s; 4.5 stay on links of 100 GB/s.
    #expect(seconds(channel.allToAll(Self.size)) == 0.6)
  }

  @Test("an all-to-all sends a part for each pair of ranks over what joins the clusters")
  func allToAllBetweenGroups() {
    let node = Sample.node(interfaces: [(.ethernet, 40)])
    let cluster = Sample.cluster([node, node], count: 4, shared: 20)
    // Parts of 1.5 GB: 7 leave each rank over 10 GB/s, 4 · 4 cross over 20 GB/s.
    let channel = Channel(span(8, nodes: 8, perNode: 1, groups: [0, 1]), on: cluster)
    #expect(seconds(channel.allToAll(Self.size)) == 1.2)
    let halved = Channel(
      span(8, nodes: 8, perNode: 1, groups: [0, 1], concurrent: 2), on: cluster)
    #expect(seconds(halved.allToAll(Self.size)) == 2.4)
  }

  @Test("no collective gets faster with more bytes or slower with more bandwidth")
  func monotone() {
    var random = SeededGenerator(seed: 5)
    let collectives: [(Channel) -> (Bytes) -> Seconds] = [
      { $0.allGather }, { $0.reduceScatter }, { $0.allReduce }, { $0.send },
      { channel in { channel.allToAll($0) } }, { channel in { channel.allToAll($0, copies: 8) } },
    ]
    for _ in 0..<300 {
      let (link, network) = (
        Double.random(in: 1...500, using: &random), Double.random(in: 1...500, using: &random)
      )
      let perNode = Int.random(in: 1...4, using: &random)
      let nodes = Int.random(in: 1...5, using: &random)
      guard nodes * perNode > 1 else { continue }
      let group = span(nodes * perNode, nodes: nodes, perNode: perNode)
      let base = Channel(
        group,
        on: Sample.cluster([Sample.node(link: link, interfaces: [(.roce, network)])], count: 8))
      let better = Channel(
        group,
        on: Sample.cluster(
          [Sample.node(link: link * 1.5, interfaces: [(.roce, network * 1.5)])], count: 8))
      let size = Bytes(Double.random(in: 1...1e10, using: &random))
      for collective in collectives {
        #expect(collective(base)(size) <= collective(base)(size * 1.1))
        #expect(collective(better)(size) <= collective(base)(size))
        #expect(collective(base)(.zero) == .zero)
      }
    }
  }
}
