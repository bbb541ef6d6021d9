import CostModel
import Quantities
import Testing

@testable import Simulation

@Suite("The engines")
struct EngineTests {
  /// A random graph: some tasks take no time, some streams are idle, some tasks wait for many.
  static func randomGraph(seed: UInt64) -> TaskGraph {
    var random = SeededGenerator(seed: seed)
    let streamCount = Int.random(in: 1...12, using: &random)
    var graph = TaskGraph(streamCount: streamCount)
    for task in 0..<Int.random(in: 1...120, using: &random) {
      let waits = (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
        task > 0 ? Int.random(in: 0..<task, using: &random) : nil
      }
      graph.addTask(
        on: .random(in: 0..<streamCount, using: &random),
        duration: .random(in: 0...20, using: &random), after: waits)
    }
    return graph
  }

  static func randomTraffic(in graph: TaskGraph, seed: UInt64, capacity: ClosedRange<Double>)
    -> Network
  {
    var random = SeededGenerator(seed: ~seed)
    let links = Int.random(in: 1...6, using: &random)
    return Network(
      capacities: (0..<links).map { _ in BytesPerSecond(.random(in: capacity, using: &random)) },
      flows: (0..<graph.taskCount).filter { _ in .random(using: &random) }.map { task in
        Network.Flow(
          task: task,
          traffic: Traffic(
            bandwidth: BytesPerSecond(.random(in: 1...100, using: &random)),
            crossings: (0..<links).filter { _ in .random(using: &random) }.map {
              Traffic.Crossing(link: $0, streams: .random(in: 1...3, using: &random))
            }))
      })
  }

  static func flow(_ task: Int, _ bandwidth: BytesPerSecond, over links: [Int]) -> Network.Flow {
    let crossings = links.map { Traffic.Crossing(link: $0, streams: 1) }
    return Network.Flow(task: task, traffic: Traffic(bandwidth: bandwidth, crossings: crossings))
  }

  /// The longest chain of tasks, by following every chain backwards.
  static func criticalPath(of graph: TaskGraph) -> Int64 {
    var longest: [Int64] = []
    for task in 0..<graph.taskCount {
      let before = graph.predecessors(of: task).map { longest[Int($0)] }.max() ?? 0
      longest.append(before + graph.duration(of: task))
    }
    return longest.max() ?? 0
  }

  @Test("a step is no shorter than its longest chain and no longer than all tasks in a row")
  func bounds() {
    for seed in 0..<300 as Range<UInt64> {
      let graph = Self.randomGraph(seed: seed)
      let duration = graph.run().duration
      #expect(Self.criticalPath(of: graph) <= duration)
      #expect(duration <= graph.serialDuration)
    }
  }

  @Test("both engines agree on every task's times when nothing contends")
  func agreement() {
    for seed in 0..<300 as Range<UInt64> {
      let graph = Self.randomGraph(seed: seed)
      let ample = Self.randomTraffic(in: graph, seed: seed, capacity: 3600...9000)
      #expect(graph.run(sharing: Network(capacities: [])) == graph.run())
      #expect(graph.run(sharing: ample) == graph.run())
    }
  }

  @Test("contention lets no task run faster, and no step end before its longest chain")
  func contentionOnlyDelays() throws {
    var delayed = 0
    for seed in 0..<300 as Range<UInt64> {
      let graph = Self.randomGraph(seed: seed)
      let scarce = Self.randomTraffic(in: graph, seed: seed, capacity: 20...200)
      let timeline = try #require(graph.run(sharing: scarce))
      for task in 0..<graph.taskCount {
        #expect(timeline.ends[task] - timeline.starts[task] >= graph.duration(of: task))
      }
      #expect(timeline.duration >= Self.criticalPath(of: graph))
      if timeline.duration > graph.run().duration { delayed += 1 }
    }
    #expect(delayed > 100)
  }

  /// Runs a graph task by task, each held up by what interrupts its stream: slow and plain.
  static func timelineWithInterruptions(of graph: TaskGraph) -> Timeline {
    var timeline = Timeline(starts: [], ends: [])
    var streamFree = [Int64](repeating: 0, count: graph.streamCount)
    for task in 0..<graph.taskCount {
      let stream = graph.stream(of: task)
      let start = graph.predecessors(of: task).reduce(streamFree[stream]) {
        max($0, timeline.ends[Int($1)])
      }
      var (time, left) = (start, graph.duration(of: task))
      while left > 0 {
        let isHeld = graph.interruptions.contains {
          $0.stream == stream && $0.time.contains(time)
        }
        if !isHeld { left -= 1 }
        time += 1
      }
      timeline.starts.append(start)
      timeline.ends.append(time)
      streamFree[stream] = time
    }
    return timeline
  }

  @Test("interrupted streams stand still and go on, as when time is taken step by step")
  func interruptions() throws {
    for seed in 0..<200 as Range<UInt64> {
      var graph = Self.randomGraph(seed: seed)
      var random = SeededGenerator(seed: seed)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let start = Int64.random(in: 0...100, using: &random)
        graph.interruptions.append(
          TaskGraph.Interruption(
            stream: .random(in: 0..<graph.streamCount, using: &random),
            time: start..<start + .random(in: 0...40, using: &random)))
      }
      let expected = Self.timelineWithInterruptions(of: graph)
      #expect(graph.run(sharing: Network(capacities: [])) == expected)
      // Flows that never contend are held up alike.
      let ample = Self.randomTraffic(in: graph, seed: seed, capacity: 3600...9000)
      #expect(graph.run(sharing: ample) == expected)
    }
  }

  @Test("an interrupted flow leaves its share of a link to others, and takes it back")
  func interruptedFlow() throws {
    // a and b halve the link until 40, when each has 80 left; b runs alone until 70, has 50 left;
    // both at half rate again: b ends at 170, and a, with 30 left, at 200.
    var graph = TaskGraph(streamCount: 2)
    for stream in 0...1 { graph.addTask(on: stream, duration: 100, after: []) }
    graph.interruptions = [TaskGraph.Interruption(stream: 0, time: 40..<70)]
    let link = BytesPerSecond(8)
    let traffic = Network(
      capacities: [link], flows: [0, 1].map { Self.flow($0, link, over: [0]) })
    #expect(try #require(graph.run(sharing: traffic)).ends == [200, 170])
  }

  @Test("equal flows that begin together halve a link and end together")
  func equalFlows() throws {
    var graph = TaskGraph(streamCount: 2)
    let tasks = (0..<2).map { graph.addTask(on: $0, duration: 100, after: []) }
    let traffic = Network(
      capacities: [BytesPerSecond(10)],
      flows: tasks.map {
        Self.flow($0, BytesPerSecond(10), over: [0])
      })
    #expect(try #require(graph.run(sharing: traffic)).ends == [200, 200])
  }

  @Test("a flow that another limits elsewhere leaves its share to the rest")
  func maxMin() throws {
    // Link 0 carries a and b, link 1 carries b and c, link 1 is the narrow one: b and c get 3 each,
    // a gets the other 7 of link 0.
    var graph = TaskGraph(streamCount: 3)
    for stream in 0..<3 { graph.addTask(on: stream, duration: 2100, after: []) }
    let wide = BytesPerSecond(10)
    let traffic = Network(
      capacities: [wide, BytesPerSecond(6)],
      flows: [
        Self.flow(0, wide, over: [0]),
        Self.flow(1, wide, over: [0, 1]),
        Self.flow(2, wide, over: [1]),
      ])
    let timeline = try #require(graph.run(sharing: traffic))
    #expect(timeline.ends == [3000, 7000, 7000])
  }

  @Test("a late flow slows the one under way, and both speed up as the other ends")
  func lateFlow() throws {
    // a runs alone for 40 of its 100, then both at half rate; b's 30 take 60, then a has 30 left.
    var graph = TaskGraph(streamCount: 3)
    graph.addTask(on: 0, duration: 100, after: [])
    let delay = graph.addTask(on: 1, duration: 40, after: [])
    graph.addTask(on: 2, duration: 30, after: [delay])
    let link = BytesPerSecond(8)
    let traffic = Network(
      capacities: [link],
      flows: [0, 2].map { Self.flow($0, link, over: [0]) })
    #expect(try #require(graph.run(sharing: traffic)).ends == [130, 40, 100])
  }

  @Test("links divided anew where something changed are divided as from scratch")
  func incrementalSharing() {
    for seed in 0..<60 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let graph = Self.randomGraph(seed: seed)
      let traffic = Self.randomTraffic(in: graph, seed: seed, capacity: 20...400)
      var sharing = FairSharing(traffic)
      var active: Set<Int32> = []
      for _ in 0..<40 {
        for flow in traffic.flows.indices where Int.random(in: 0..<8, using: &random) == 0 {
          if active.remove(Int32(flow)) != nil {
            sharing.end(Int32(flow))
          } else {
            active.insert(Int32(flow))
            sharing.begin(Int32(flow))
          }
        }
        _ = sharing.update()
        var fresh = FairSharing(traffic)
        for flow in active.sorted() { fresh.begin(flow) }
        _ = fresh.update()
        for flow in active {
          #expect(abs(sharing.rates[Int(flow)] - fresh.rates[Int(flow)]) < 1e-12)
        }
      }
    }
  }

  @Test("a duration that the clock cannot hold is cut, not trapped on")
  func hugeDurations() {
    var graph = TaskGraph(streamCount: 8)
    for _ in 0..<10 { graph.addTask(on: 0, duration: .max, after: []) }
    #expect(graph.run().duration == TaskGraph.longestSerialDuration)
    #expect(graph.run(sharing: Network(capacities: [])) == nil)
  }
}
