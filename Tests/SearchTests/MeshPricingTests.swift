import ClusterTopology
import CostModel
import Quantities
import StrategySpace
import Testing

@testable import Search

/// The inner loop of the search against the step costs that it spares.
@Suite("Pricing without step costs")
struct MeshPricingTests {
  /// What rounding may make of a sum.
  static let rounding = 1e-9
  /// The part of a problem's strategies whose closed form must equal the recurrence, and the part
  /// that must come within 1 %.
  static let exact = 0.8
  static let close = 0.95

  struct Sample {
    var strategy: Strategy
    var least: Seconds
    var shortage: MeshPricing.Shortage?
    var estimated: Seconds
    var violation: Violation?
  }

  /// Every strategy of all nodes, priced both ways.
  private func samples(
    of problem: Problem, _ schedules: [PipelineSchedule]
  ) throws -> [Sample] {
    let costs = try problem.costs()
    let traits = ModelTraits(costs.graph, costs.job)
    var limits = problem.limits
    limits.schedules = schedules
    let placement = Placement(rankOrder: .pipelineOutermost, segments: costs.cluster.allNodes)
    let space = StrategySpace(traits, on: costs.cluster.deviceCount, within: limits)
    var samples: [Sample] = []
    space.forEachMesh { mesh in
      guard mesh.violation(for: traits) == nil,
        mesh.violation(on: placement, of: costs.cluster) == nil
      else { return }
      let layout = Layout(mesh, on: placement, of: costs.cluster)
      let mesh = (
        costs: costs.costs(of: mesh, over: costs.channels(of: layout)), strategy: mesh
      )
      var pricing = MeshPricing(mesh.costs, mesh.strategy, headroom: 0)
      for schedule in space.schedules(of: mesh.strategy) {
        for recomputation: Recomputation in [
          .none, .selective, .full(), .full(layersPerChunk: 1),
        ] {
          var strategy = schedule
          strategy.recomputation = recomputation
          guard strategy.violation(for: traits) == nil,
            let split = costs.balancedSplit(of: strategy, on: placement)
          else { continue }
          pricing.divide(strategy, split)
          for zero in ZeROStage.allCases {
            strategy.zeroStage = zero
            let step = mesh.costs.stepCost(of: strategy, split: split)
            samples.append(
              Sample(
                strategy: strategy, least: pricing.leastTime(of: strategy),
                shortage: pricing.shortage(of: strategy), estimated: step.estimatedTime,
                violation: costs.memoryViolation(step.peakMemory.map(\.total), on: layout)))
          }
        }
      }
    }
    return samples
  }

  @Test(
    "the closed form is never above the estimate, and nearly always equal to it",
    arguments: UniformSearchTests.problems)
  func time(_ problem: Problem) throws {
    let samples = try samples(
      of: problem, [.gpipe, .oneForwardOneBackward, .interleaved, .earlyBackward])
    for sample in samples {
      #expect(
        sample.least <= sample.estimated * (1 + Self.rounding), "\(sample.strategy)")
    }
    // Of sharded pipelines, which no search tries by itself, the closed form knows the passes alone.
    let usual = samples.filter {
      $0.strategy.pipelineParallelSize == 1 || $0.strategy.zeroStage < .gradients
    }
    func part(within tolerance: Double) -> Double {
      Double(usual.count { $0.least >= $0.estimated * (1 - tolerance) }) / Double(usual.count)
    }
    #expect(part(within: 1e-6) >= Self.exact)
    #expect(part(within: 0.01) >= Self.close)
  }

  @Test(
    "schedules that split the backward pass are never bounded above the estimate",
    arguments: UniformSearchTests.problems)
  func splitSchedules(_ problem: Problem) throws {
    for sample in try samples(of: problem, [.breadthFirst, .zeroBubbleH1, .zeroBubbleV, .vHalf]) {
      #expect(
        sample.least <= sample.estimated * (1 + Self.rounding), "\(sample.strategy)")
    }
  }

  @Test("memory is that of the step", arguments: UniformSearchTests.problems)
  func memory(_ problem: Problem) throws {
    for sample in try samples(of: problem, PipelineSchedule.allCases) {
      guard case .memory(let stage, let needed, let usable, _) = sample.violation else {
        #expect(sample.shortage == nil, "\(sample.strategy)")
        continue
      }
      let shortage = try #require(sample.shortage, "\(sample.strategy)")
      #expect(shortage.stage == stage && shortage.usable == usable)
      #expect(abs(shortage.needed / needed - 1) < Self.rounding)
    }
  }

  @Test(
    "any number of threads finds the same, with the same counts",
    arguments: UniformSearchTests.problems)
  func threads(_ problem: Problem) throws {
    let costs = try problem.costs()
    let results = [1, 2, 3, 8].map {
      UniformSearch(costs, within: problem.limits, keeping: 3, threads: $0).run()
    }
    for result in results { #expect(result == results[0]) }
  }

  @Test("pricing every strategy finds what bounds leave", arguments: UniformSearchTests.problems)
  func exhaustive(_ problem: Problem) throws {
    let costs = try problem.costs()
    let found = UniformSearch(costs, within: problem.limits, keeping: 3).run()
    let all = UniformSearch(costs, within: problem.limits, keeping: 3, exhaustive: true).run()
    #expect(all.candidates == found.candidates)
    #expect(all.statistics.evaluated >= found.statistics.evaluated)
    #expect(all.statistics.pruned == 0)
  }
}
