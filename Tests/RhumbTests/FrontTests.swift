import ClusterTopology
import CostModel
import Quantities
import Rhumb
import Search
import Simulation
import StrategySpace
import Testing

@Suite("Time against memory")
struct FrontTests {
  private let problem = Result {
    var problem = try ShippedPair(
      model: "gpt2-small", cluster: "dgx-a100:1", globalBatchSize: 32, sequenceLength: 1024
    ).problem()
    problem.limits.contextParallelSize = .exactly(1)
    return problem
  }

  private func share(_ plan: RankedPlan, _ model: CostModel) -> Double {
    let usable = model.cluster.groups[0].node.device.usableMemory
    return (plan.simulation.stages.map(\.peakMemory.total).max() ?? .zero) / usable
  }

  @Test("every point needs a tenth less memory than the one before, and more time")
  func order() throws {
    let problem = try problem.get()
    let outcome = try planner.outcome(of: problem, simulating: 4)
    let front = try planner.front(of: outcome)
    #expect(front.count > 2)
    #expect(front.first?.plan == outcome.best?.plan)
    for (large, small) in zip(front, front.dropFirst()) {
      #expect(share(small, problem.costs) <= 0.9 * share(large, problem.costs) * (1 + 1e-12))
      #expect(small.stepTime > large.stepTime)
    }
  }

  @Test("a search that is stopped leaves no point behind that it did not finish")
  func interruption() throws {
    let problem = try problem.get()
    let outcome = try planner.outcome(of: problem, simulating: 4)
    let front = try planner.front(of: outcome) { _ in false }
    #expect(front.map(\.plan) == [try #require(outcome.best).plan])
  }

  @Test("no plan of the space is faster than a point and as small")
  func completeness() throws {
    let problem = try problem.get()
    let front = try planner.front(of: try planner.outcome(of: problem, simulating: 4))
    // With room for all, nothing is pruned; recomputation is chosen by what memory allows.
    var checked = 0
    for headroom in stride(from: 0.0, to: 1, by: 0.05) {
      var tight = problem
      tight.limits.memoryHeadroom = headroom
      let space = UniformSearch(tight.costs, within: tight.limits, keeping: 10_000).run()
      #expect(space.statistics.pruned == 0)
      for plan in try space.simulated(tight.costs) {
        let share = share(plan, tight.costs)
        for point in front.indices {
          let allowed = point == 0 ? 1 : 0.9 * self.share(front[point - 1], tight.costs)
          guard share <= allowed else { continue }
          checked += 1
          #expect(plan.stepTime >= front[point].stepTime * (1 - 1e-9))
        }
      }
    }
    #expect(checked > 100)
  }
}
