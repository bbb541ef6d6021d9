import CostModel
import Foundation
import Quantities
import Simulation
import StrategySpace
import Testing

@Suite("Reading a simulated step")
struct ReadingTests {
  @Test(
    "the critical path is one chain from start to end, and says what to shorten",
    arguments: 0..<40 as Range<UInt64>)
  func criticalPath(seed: UInt64) throws {
    let step = try simulate(TimeBreakdownTests.randomStep(seed: seed))
    let path = step.criticalPath
    #expect(path.segments.first?.start == 0)
    #expect(path.segments.last?.end == step.timeline.duration)
    #expect(
      zip(path.segments, path.segments.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(path.shares.reduce(0) { $0 + $1.duration } == step.timeline.duration)
  }

  @Test("the critical path in words")
  func criticalPathInWords() throws {
    var costs = uniformStep(stages: 2, microbatches: 2, transfer: 250)
    costs.stages[0].optimizer = .microseconds(80)
    #expect(
      try simulate(costs).criticalPath.description == """
        0.000–1.000 ms  stage 0: forward passes, 1 task
        1.000–1.250 ms  stage 0: activations to the next stage, 1 task
        1.250–2.250 ms  stage 1: forward passes, 1 task
        2.250–4.250 ms  stage 1: backward passes, 1 task
        4.250–5.250 ms  stage 1: forward passes, 1 task
        5.250–7.250 ms  stage 1: backward passes, 1 task
        7.250–7.500 ms  stage 1: gradients to the previous stage, 1 task
        7.500–9.500 ms  stage 0: backward passes, 1 task
        9.500–9.580 ms  stage 0: optimizer, 1 task
        """)
  }

  @Test("a long critical path in a few phases is the same path", arguments: [1, 5, 12, 400])
  func phases(most: Int) throws {
    let path = try simulate(uniformStep(stages: 4, microbatches: 30, transfer: 7)).criticalPath
    let phases = path.phases(most: most)
    #expect(phases.count <= most || phases.count == path.segments.count)
    #expect(phases.flatMap(\.segments) == path.segments)
  }

  @Test("memory rises with forward passes, falls with gradients of weights, and peaks as reported")
  func memory() throws {
    var costs = uniformStep(stages: 2, microbatches: 4, schedule: .zeroBubbleH1)
    for stage in 0..<2 {
      costs.stages[stage].residentMemory.weights = Bytes(1000)
      costs.stages[stage].chunks[0].activationMemory = Bytes(10)
      costs.stages[stage].chunks[0].weightGradientMemory = Bytes(4)
    }
    let step = try simulate(costs)
    #expect(step.memory[0].changes.last?.memory == Bytes(1000))
    #expect(step.memory[0].memory(at: 500_000) == Bytes(1010))
    // Stage 1 puts each gradient of weights off by one microbatch, and keeps 4 bytes for it.
    #expect(step.memory.map(\.peak) == [Bytes(1020), Bytes(1014)])
    // Stage 0 computes the gradient of its first input from 3 to 4 ms, of its weights until 5.
    let first = [3.5, 4.5, 5.5].map { step.memory[0].memory(at: microseconds($0 * 1000)) }
    #expect(first == [Bytes(1020), Bytes(1014), Bytes(1020)])
    #expect(step.memory.map(\.peak) == step.stages.map(\.peakMemory.total))
  }

  /// The format's rules, checked on the parsed document.
  static func check(_ json: String) throws -> (slices: Int, arrows: Int, counters: Int) {
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let events = try #require(document["traceEvents"] as? [[String: Any]])
    var slices: [[Int]: [(Double, Double)]] = [:]
    var starts: Set<Int> = []
    var ends: Set<Int> = []
    var counters = 0
    for event in events {
      let pid = try #require(event["pid"] as? Int)
      let tid = try #require(event["tid"] as? Int)
      switch event["ph"] as? String {
      case "X":
        let ts = try #require(event["ts"] as? Double)
        slices[[pid, tid], default: []].append((ts, ts + (event["dur"] as! Double)))
      case "s": #expect(starts.insert(event["id"] as! Int).inserted)
      case "f":
        #expect(ends.insert(event["id"] as! Int).inserted)
        #expect(event["bp"] as? String == "e")
      case "C": counters += 1
      case "M": #expect(event["args"] != nil)
      default: Issue.record("unknown phase in \(event)")
      }
    }
    #expect(starts == ends)
    for (_, track) in slices {
      let ordered = track.sorted { $0 < $1 }
      // Slices of one track never overlap (a nanosecond is a thousandth).
      #expect(zip(ordered, ordered.dropFirst()).allSatisfy { $0.1 <= $1.0 + 1e-4 })
    }
    return (slices.values.reduce(0) { $0 + $1.count }, starts.count, counters)
  }

  @Test(
    "a trace is well formed, its slices nest and its arrows are paired",
    arguments: 0..<8 as Range<UInt64>)
  func trace(seed: UInt64) throws {
    let step = try simulate(TimeBreakdownTests.randomStep(seed: seed))
    let trace = ChromeTrace(step)
    let json = trace.json()
    #expect(json == ChromeTrace(step).json())
    let counts = try Self.check(json)
    let tasks = step.program.labels.indices.count {
      step.timeline.ends[$0] > step.timeline.starts[$0]
    }
    #expect(counts.slices == tasks)
    #expect(counts.counters > 0)
  }

  @Test("arrows lead from each transfer to the pass that waits for it, also between more ranks")
  func arrows() throws {
    let step = try simulate(uniformStep(stages: 4, microbatches: 3, transfer: 5))
    #expect(try Self.check(ChromeTrace(step).json()).arrows == 2 * 3 * 3)
    let both = ChromeTrace(step, ranks: [[0, 1], [2, 3], [4, 5], [6, 7]])
    #expect(try Self.check(both.json()).arrows == 2 * 2 * 3 * 3)
  }

  @Test("a stream's utilization is the fraction of the step that it is busy")
  func utilization() throws {
    let step = try simulate(uniformStep(stages: 3, microbatches: 3, transfer: 500))
    let total = Double(step.timeline.duration)
    #expect(step.utilization[1][.compute] == Double(microseconds(9000)) / total)
    #expect(step.utilization[1][.sendForward] == Double(microseconds(1500)) / total)
    #expect(step.utilization[2][.sendForward] == 0)
  }
}
