import CostModel
import Quantities
import StrategySpace
import Testing

@testable import Search

@Suite("The proof of the winner")
struct WinnerProofTests {
  @Test(
    "no plan of any mesh is faster when simulated", arguments: UniformSearchTests.problems.prefix(2)
  )
  func winner(_ problem: Problem) throws {
    let costs = try problem.costs()
    let first = try #require(
      UniformSearch(costs, within: problem.limits, keeping: 1).run().candidates.first)
    let start = try RankedPlan(first.plan, costs)
    let (faster, proof) = UniformSearch(costs, within: problem.limits, keeping: 1)
      .prove(start.stepTime, knowing: [first.plan], simulating: 1000)
    #expect(proof.isComplete)
    let best = faster.last?.stepTime ?? start.stepTime
    for candidate in UniformSearch(costs, within: problem.limits, keeping: 1000).run().candidates {
      #expect(try RankedPlan(candidate.plan, costs).stepTime * timeTolerance >= best)
    }
    // From a slow start the proof finds what it must.
    let (found, _) = UniformSearch(costs, within: problem.limits, keeping: 1)
      .prove(best * 2, knowing: [], simulating: 1000)
    let last = try #require(found.last)
    #expect(last.stepTime <= best * timeTolerance)
  }

  @Test("what may not be simulated is bounded")
  func budget() throws {
    let costs = try UniformSearchTests.problems[0].costs()
    let (faster, proof) = UniformSearch(costs, within: StrategyLimits(), keeping: 1)
      .prove(Seconds(1000), knowing: [], simulating: 1)
    #expect(faster.count == 1 && proof.simulated == 1)
    let bound = try #require(proof.boundOfOthers)
    #expect(proof.isComplete == (bound * timeTolerance >= faster[0].stepTime))
  }
}
