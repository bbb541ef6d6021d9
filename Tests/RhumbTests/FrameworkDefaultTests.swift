import ClusterTopology
import Configuration
import CostModel
import ModelDescription
import Quantities
import Reports
import Rhumb
import Search
import StrategySpace
import Testing

@Suite("What frameworks do by themselves")
struct FrameworkDefaultTests {
  static let pairs = [("llama-3-8b", "dgx-h100:1"), ("gpt-7.5b", "dgx-a100:2")]

  static func problem(_ pair: (model: String, cluster: String)) throws -> PlanningProblem {
    var job = try exampleJob()
    job.model = .init(pair.model)
    job.cluster = .init(pair.cluster)
    job.training.globalBatchSize = 128
    return try planner.problem(for: job)
  }

  @Test("each default keeps to its rule, and none beats the plan", arguments: pairs.indices)
  func rules(index: Int) throws {
    let problem = try Self.problem(Self.pairs[index])
    let cluster = problem.costs.cluster
    let best = UniformSearch(problem.costs, within: problem.limits, keeping: 1).run()
    let time = try #require(best.candidates.first).estimatedTime
    for framework in FrameworkDefault.allCases {
      let found = framework.search(problem.costs, headroom: 0, keeping: 1)
      let candidate = try #require(found.candidates.first)
      let strategy = candidate.plan.strategy
      #expect(time <= 1.001 * candidate.estimatedTime)
      #expect(strategy.rankCount == cluster.deviceCount)
      #expect(strategy.contextParallelSize == 1)
      switch framework {
      case .megatron:
        #expect(strategy.zeroStage == .none)
        #expect(!strategy.sequenceParallel)
        #expect(!strategy.overlap.gradientReduction)
        // Stages come only when a node is full of tensor parallelism.
        let node = cluster.groups[0].node.deviceCount
        #expect(strategy.pipelineParallelSize == 1 || strategy.tensorParallelSize == node)
      case .deepspeed, .fsdp:
        #expect(strategy.dataParallelSize == cluster.deviceCount)
        #expect(framework == .deepspeed || strategy.zeroStage == .parameters)
      }
    }
  }

  @Test("knowing a plan of the space changes no result")
  func knowing() throws {
    let problem = try Self.problem(Self.pairs[1])
    let plain = UniformSearch(problem.costs, within: problem.limits, keeping: 3).run()
    let seeds = UniformSearch(
      problem.costs, within: problem.limits.like(plain.candidates[2].plan.strategy), keeping: 1
    ).run().candidates
    #expect(!seeds.isEmpty)
    let seeded = UniformSearch(
      problem.costs, within: problem.limits, keeping: 3, knowing: plain.candidates + seeds
    ).run()
    #expect(seeded.candidates == plain.candidates)
    #expect(seeded.statistics.evaluated <= plain.statistics.evaluated)
  }

  @Test("the nodes that a remedy names are enough, and half of them are not")
  func remedy() throws {
    var job = try exampleJob()
    job.model = .init("gpt-3-175b")
    job.training.globalBatchSize = 64
    job.limits.tensorParallelSize = .exactly(8)
    job.limits.microBatchSize = .exactly(1)
    job.limits.contextParallelSize = .exactly(1)
    func document(nodes: Int) throws -> [String] {
      job.cluster = .init("dgx-a100:\(nodes)")
      let problem = try planner.problem(for: job)
      let outcome = try planner.outcome(of: problem, simulating: 1)
      let document = planner.document(of: outcome, keeping: 1)
      #expect(document.plans.isEmpty == (nodes < 8))
      return document.nearest?.remedies.map(\.change) ?? []
    }
    #expect(try document(nodes: 2).last == "on 4 times the nodes (8)")
    #expect(try document(nodes: 4).last == "on 2 times the nodes (8)")
    #expect(try document(nodes: 8) == [])
  }
}
