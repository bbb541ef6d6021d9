import Quantities
import StrategySpace
import Testing

@testable import Search

@Suite("Ranking of plans")
struct RankingTests {
  private func candidate(
    _ strategy: Strategy, milliseconds: Double, gibibytes: Double
  ) -> Candidate {
    Candidate(
      plan: Plan(
        strategy: strategy,
        placement: Placement(
          rankOrder: .pipelineOutermost, segments: [Placement.Segment(group: 0, nodes: 1)]),
        split: StageSplit(chunks: [])),
      estimatedTime: .microseconds(milliseconds * 1000), peakMemory: .gibibytes(gibibytes))
  }

  private let plain = Strategy(dataParallelSize: 8)
  private let mixed = Strategy(dataParallelSize: 4, tensorParallelSize: 2)

  @Test("a faster plan comes first, unless the other is as fast and takes less memory")
  func memory() {
    let fast = candidate(plain, milliseconds: 1000, gibibytes: 40)
    let lean = candidate(mixed, milliseconds: 1000.9, gibibytes: 20)
    let slow = candidate(mixed, milliseconds: 1001.1, gibibytes: 20)
    #expect([fast, lean].ranked() == [lean, fast])
    #expect([fast, slow].ranked() == [fast, slow])
  }

  @Test("of plans alike in time and memory the simpler comes first")
  func simplicity() {
    let simple = candidate(plain, milliseconds: 1000.5, gibibytes: 20)
    let combined = candidate(mixed, milliseconds: 1000, gibibytes: 20)
    #expect([combined, simple].ranked() == [simple, combined])
  }

  @Test("equally fast means as fast as the fastest, not as the one before")
  func chains() {
    let plans = (0..<4).map {
      candidate(plain, milliseconds: 1000 + 0.6 * Double($0), gibibytes: 40 - Double($0))
    }
    // 1000.6 counts as fast as 1000, 1001.2 does not, 1001.8 as fast as 1001.2.
    #expect(plans.ranked() == [plans[1], plans[0], plans[3], plans[2]])
  }

  @Test("what is kept does not depend on the order of arrival")
  func order() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<200 {
      let candidates = (0..<30).map { _ in
        var strategy = Bool.random(using: &random) ? plain : mixed
        strategy.dataParallelSize = Int.random(in: 1...8, using: &random)
        strategy.zeroStage = ZeROStage.allCases.randomElement(using: &random) ?? .none
        strategy.microBatchSize = Int.random(in: 1...4, using: &random)
        return candidate(
          strategy, milliseconds: 1000 + Double(Int.random(in: 0...50, using: &random)) / 10,
          gibibytes: Double(Int.random(in: 20...24, using: &random)))
      }
      func best(_ candidates: [Candidate]) -> [Candidate] {
        var best = BestPlans(limit: 4)
        for candidate in candidates { best.insert(candidate) }
        return best.ranked
      }
      let found = best(candidates)
      #expect(found == best(candidates.shuffled(using: &random)))
      // The same as ranking everything, one of each mesh.
      var degrees: [Strategy] = []
      let expected = candidates.ranked().filter { candidate in
        let key = candidate.plan.strategy.degrees
        defer { degrees.append(key) }
        return !degrees.contains(key)
      }
      #expect(found.map(\.plan.strategy.degrees).count == min(4, Set(degrees).count))
      #expect(found == Array(expected.prefix(4)))
    }
  }
}
