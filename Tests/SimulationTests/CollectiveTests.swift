import CostModel
import Quantities
import Testing

@testable import Simulation

/// What stands behind a collective as one flow: the steps that it is made of, run one by one.
@Suite("Collectives as flows")
struct CollectiveTests {
  /// Gigabytes per second are bytes per nanosecond.
  static func nanoseconds(_ bytes: Int, at gigabytes: Int) -> Int64 { Int64(bytes / gigabytes) }

  /// An all-gather or reduce-scatter around a ring: in each step every rank passes a part on, once
  /// it has received the part before.
  static func addRing(
    to graph: inout TaskGraph, links: [(stream: Int, gigabytes: Int)], part: Int,
    after inputs: [Int]
  ) -> [Int] {
    var last = links.map { _ in inputs }
    for _ in 1..<links.count {
      let sent = links.enumerated().map { rank, link in
        graph.addTask(
          on: link.stream, duration: nanoseconds(part, at: link.gigabytes), after: last[rank])
      }
      last = links.indices.map { [sent[($0 + links.count - 1) % links.count]] }
    }
    return last.flatMap { $0 }
  }

  @Test("a ring of n ranks takes (n − 1)/n of the size over the bandwidth", arguments: 2...9)
  func ring(ranks: Int) {
    let part = 60_000
    var graph = TaskGraph(streamCount: ranks)
    let links = (0..<ranks).map { (stream: $0, gigabytes: 20) }
    let end = Self.addRing(to: &graph, links: links, part: part, after: [])
    #expect(graph.run().duration == Self.nanoseconds((ranks - 1) * part, at: 20))
    // An all-reduce is another one behind it.
    _ = Self.addRing(to: &graph, links: links, part: part, after: end)
    #expect(graph.run().duration == 2 * Self.nanoseconds((ranks - 1) * part, at: 20))
  }

  @Test("a ring with slow hops goes at their pace, as one flow over all of its links does")
  func unequalRing() throws {
    // Eight ranks on two nodes: six hops of 100 GB/s, two of 10 GB/s.
    let part = 100_000
    var graph = TaskGraph(streamCount: 8)
    let links = (0..<8).map { (stream: $0, gigabytes: $0 % 4 == 3 ? 10 : 100) }
    _ = Self.addRing(to: &graph, links: links, part: part, after: [])
    let flow = Self.nanoseconds(7 * part, at: 10)
    let steps = graph.run().duration
    // Steps on fast hops, before the slow ones set the pace, are all that the flow leaves out.
    #expect(flow <= steps && steps <= flow + 7 * Self.nanoseconds(part, at: 100))

    var single = TaskGraph(streamCount: 1)
    single.addTask(on: 0, duration: flow, after: [])
    let crossings = links.indices.map { Traffic.Crossing(link: $0, streams: 1) }
    let network = Network(
      capacities: links.map { .gigabytes(Double($0.gigabytes)) },
      flows: [
        Network.Flow(
          task: 0, traffic: Traffic(bandwidth: .gigabytes(10), crossings: crossings))
      ])
    #expect(try #require(single.run(sharing: network)).duration == flow)
  }

  @Test(
    "a hierarchical all-reduce takes its three phases, its rings sharing each node's interfaces",
    arguments: [(2, 2), (4, 2), (8, 4), (4, 3)])
  func hierarchical(perNode: Int, nodes: Int) throws {
    // Reduce-scatter in the nodes, `perNode` rings between them at once, all-gather in the nodes.
    let size = 9_600_000
    let (inside, outside) = (150, 40)
    var graph = TaskGraph(streamCount: nodes * perNode)
    let within = Self.nanoseconds(size / perNode * (perNode - 1), at: inside)
    // A ring alone has all of a node's interfaces.
    let between = 2 * Self.nanoseconds(size / perNode / nodes * (nodes - 1), at: outside)
    var network = Network(
      capacities: Array(repeating: .gigabytes(Double(outside)), count: nodes))
    var last = (0..<nodes * perNode).map { graph.addTask(on: $0, duration: within, after: []) }
    let rings = (0..<perNode).map { ring in
      let task = graph.addTask(
        on: ring, duration: between, after: (0..<nodes).map { last[$0 * perNode + ring] })
      network.flows.append(
        Network.Flow(
          task: task,
          traffic: Traffic(
            bandwidth: .gigabytes(Double(outside)),
            crossings: (0..<nodes).map { Traffic.Crossing(link: $0, streams: 1) })))
      return task
    }
    for rank in last.indices {
      last[rank] = graph.addTask(on: rank, duration: within, after: [rings[rank % perNode]])
    }
    let expected = 2 * within + Int64(perNode) * between
    #expect(try #require(graph.run(sharing: network)).duration == expected)
  }
}
