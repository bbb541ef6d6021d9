import CostModel
import Foundation
import Quantities
import Rhumb
import Search
import Simulation
import StrategySpace
import Testing

@Suite("The trace of a job over two clusters")
struct TraceTests {
  /// The example of GPT 7.5B on two clusters of different networks, two chunks on each stage.
  private func step(detail: SimulationDetail) throws -> RankedPlan {
    let problem = try exampleProblem()
    let strategy = Strategy(
      dataParallelSize: 16, tensorParallelSize: 2, pipelineParallelSize: 2,
      virtualPipelineSize: 2, sequenceParallel: true, zeroStage: .optimizer, microBatchSize: 2,
      schedule: .interleaved)
    let placement = Placement(
      rankOrder: .pipelineOutermost, segments: problem.costs.cluster.allNodes)
    let split = try #require(problem.costs.balancedSplit(of: strategy, on: placement))
    return try planner.evaluate(
      Plan(strategy: strategy, placement: placement, split: split), of: problem, detail: detail)
  }

  @Test(
    "it is well formed, its slices nest, its arrows are paired, and it is below 20 MB",
    arguments: [SimulationDetail.passes, .layers])
  func trace(detail: SimulationDetail) throws {
    let step = try step(detail: detail).simulation
    let json = ChromeTrace(step).json()
    #expect(json.utf8.count < 20_000_000)
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let events = try #require(document["traceEvents"] as? [[String: Any]])
    var tracks: [[Int]: [(start: Double, end: Double)]] = [:]
    var arrows: [Int: [(phase: String, track: [Int], time: Double)]] = [:]
    var counters: [Int: Double] = [:]
    var names: [[Int]: Int] = [:]
    for event in events {
      let phase = try #require(event["ph"] as? String)
      let track = [try #require(event["pid"] as? Int), try #require(event["tid"] as? Int)]
      switch phase {
      case "X":
        let start = try #require(event["ts"] as? Double)
        tracks[track, default: []].append((start, start + (event["dur"] as? Double ?? 0)))
      case "s", "f":
        let id = try #require(event["id"] as? Int)
        arrows[id, default: []].append((phase, track, try #require(event["ts"] as? Double)))
      case "C":
        let held = try #require((event["args"] as? [String: Double])?["memory"])
        counters[track[0]] = max(counters[track[0]] ?? 0, held)
      default:
        #expect(phase == "M")
        if event["name"] as? String == "thread_name" { names[track, default: 0] += 1 }
      }
    }
    // A process per stage, its first rank, and one named thread per stream that is used.
    #expect(Set(tracks.keys.map { $0[0] }) == [0, 32])
    #expect(Set(names.keys).isSuperset(of: tracks.keys) && names.values.allSatisfy { $0 == 1 })
    for track in tracks.values {
      let slices = track.sorted { $0 < $1 }
      #expect(slices.allSatisfy { $0.start >= 0 && $0.end > $0.start })
      #expect(zip(slices, slices.dropFirst()).allSatisfy { $0.end <= $1.start + 1e-4 })
    }
    // Each arrow leads from inside a slice of one stage to inside a later one of the other.
    #expect(!arrows.isEmpty)
    for ends in arrows.values {
      try #require(ends.count == 2)
      let (from, to) = ends[0].phase == "s" ? (ends[0], ends[1]) : (ends[1], ends[0])
      #expect(from.phase == "s" && to.phase == "f" && from.time <= to.time)
      #expect(from.track[0] != to.track[0])
      for end in [from, to] {
        #expect(
          tracks[end.track, default: []].contains {
            $0.start <= end.time + 1e-4 && end.time <= $0.end + 1e-4
          })
      }
    }
    for (stage, rank) in [0, 32].enumerated() {
      let peak = step.stages[stage].peakMemory.total.gibibytes
      #expect(abs((counters[rank] ?? 0) - peak) < 1e-9)
    }
  }
}
