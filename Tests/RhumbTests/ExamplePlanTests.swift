import ClusterTopology
import CostModel
import Quantities
import Rhumb
import Search
import StrategySpace
import Testing

@Suite("The plan of the README")
struct ExamplePlanTests {
  @Test("its best plan crosses the two clusters with pipeline stages only")
  func crossing() throws {
    var problem = try exampleProblem()
    // The whole space takes seconds without optimisation; these limits keep what crosses.
    problem.limits.microBatchSize = .atMost(4)
    problem.limits.contextParallelSize = .atMost(2)
    let result = UniformSearch(problem.costs, within: problem.limits, keeping: 3).run()
    let best = try #require(result.simulated(problem.costs).first)
    #expect(best.plan.placement.segments.count == 2)
    #expect(best.memoryViolation(problem.costs) == nil)
    let groups = best.plan.processGroups(on: problem.costs.cluster, hasExperts: false)
    let crossing = groups.filter { $0.span.clusterGroups.count > 1 }
    #expect(!crossing.isEmpty)
    #expect(crossing.allSatisfy { $0.axis == .pipeline })
  }

  @Test("the whole cluster is never slower than one of its halves")
  func halves() throws {
    var problem = try exampleProblem()
    problem.limits.microBatchSize = .atMost(2)
    problem.limits.contextParallelSize = .exactly(1)
    problem.limits.schedules = [.oneForwardOneBackward]
    func best(_ problem: PlanningProblem) throws -> Seconds {
      let result = UniformSearch(problem.costs, within: problem.limits, keeping: 1).run()
      return try #require(result.candidates.first).estimatedTime
    }
    let whole = try best(problem)
    for group in 0..<2 {
      var half = problem
      var cluster = problem.costs.cluster
      cluster.groups = [cluster.groups[group]]
      cluster.links = []
      half.costs = CostModel(problem.costs.graph, problem.costs.job, on: cluster)
      #expect(whole < (try best(half)))
    }
  }
}
