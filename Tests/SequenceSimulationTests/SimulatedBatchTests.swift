import Foundation
import Quantities
import SequencePlanning
import SequenceSimulation
import Simulation
import Testing

@Suite("Simulated batches")
struct SimulatedBatchTests {
  /// Four devices, two in a group at most, with a floor that light microbatches reach.
  static func costs(floor: Double) throws -> SequenceCosts {
    try SequenceCosts(
      deviceCount: 4,
      degrees: [1, 2].map { degree in
        DegreeCosts(
          degree: degree, perSquaredToken: Seconds(1e-8) / degree,
          perToken: Seconds(1e-5) / degree, fixed: Seconds(0.002), tokenCapacity: 4_000 * degree)
      }, microbatchFloor: Seconds(floor))
  }

  static let lengths = [7_000, 300, 300, 3_000, 128, 128, 4_000, 2_500, 2_500, 2_500, 1_000]

  @Test("a simulated batch takes as long as its plan", arguments: [0, 0.08, 0.5])
  func duration(floor: Double) throws {
    let costs = try Self.costs(floor: floor)
    let plan = try SequencePlanner(costs).plan(Self.lengths)
    #expect(PlanChecker(costs).violations(in: plan, of: Self.lengths) == [])
    #expect(plan.microbatches.count > 1)
    let batch = try SimulatedBatch(plan, of: Self.lengths, costs)
    // Every task is rounded to a nanosecond.
    let rounding = Seconds(1e-9) * (Self.lengths.count + plan.microbatches.count * 8)
    #expect(abs(batch.duration.value - plan.time.value) <= rounding.value)
    #expect(plan.time >= Seconds(floor) * plan.microbatches.count)
    let step = try SimulatedBatch(plan, of: Self.lengths, costs, timePerStep: Seconds(0.25))
    #expect(abs(step.duration.value - plan.time.value - 0.25) <= rounding.value)
    #expect((0.1...1).contains(batch.utilization))
  }

  @Test("a baseline can be simulated too")
  func baseline() throws {
    let costs = try Self.costs(floor: 0)
    let plan = try #require(try Baselines(costs).plan(.bestDegree, Self.lengths))
    let batch = try SimulatedBatch(plan, of: Self.lengths, costs)
    #expect(abs(batch.duration.value - plan.time.value) < 1e-6)
  }

  @Test("a plan of other costs is refused")
  func otherCosts() throws {
    let plan = try SequencePlanner(Self.costs(floor: 0)).plan([7_000])
    let small = try Self.costs(floor: 0).allowing { $0 == 1 }
    #expect(throws: SequencePlanningError.self) { try SimulatedBatch(plan, of: [7_000], small) }
  }

  @Test("the trace shows each sequence on every device of its group, and no two at a time")
  func trace() throws {
    let costs = try Self.costs(floor: 0.08)
    let plan = try SequencePlanner(costs).plan(Self.lengths)
    let batch = try SimulatedBatch(plan, of: Self.lengths, costs, timePerStep: Seconds(0.01))
    let json = try JSONSerialization.jsonObject(with: Data(batch.trace.json().utf8))
    let events = try #require((json as? [String: Any])?["traceEvents"] as? [[String: Any]])
    let slices = events.filter { $0["ph"] as? String == "X" }
    for microbatch in plan.microbatches {
      for group in microbatch.groups {
        for sequence in group.sequences {
          let own = slices.filter {
            ($0["name"] as? String)?.hasPrefix("sequence \(sequence), ") == true
          }
          #expect(Set(own.compactMap { $0["tid"] as? Int }) == Set(group.devices))
        }
      }
    }
    for device in 0..<4 {
      let row = slices.filter { $0["pid"] as? Int == 0 && $0["tid"] as? Int == device }
        .compactMap { slice -> (start: Double, end: Double)? in
          guard let start = slice["ts"] as? Double, let duration = slice["dur"] as? Double else {
            return nil
          }
          return (start, start + duration)
        }.sorted { $0.start < $1.start }
      #expect(zip(row, row.dropFirst()).allSatisfy { $0.end <= $1.start + 1e-6 })
    }
    #expect(slices.count { $0["name"] as? String == "update" } == 1)
    let gathers = slices.count { ($0["name"] as? String)?.hasPrefix("parameters") == true }
    #expect(gathers == plan.microbatches.count)
  }
}
