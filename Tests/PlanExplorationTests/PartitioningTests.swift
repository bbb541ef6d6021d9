import PlanExploration
import Quantities
import ReinforcementLearning
import Sharding
import TensorPrograms
import Testing

/// Two layers `x + tanh(x·a)·b` and the sum of what comes out; the update is a sign for each weight.
private let layers = """
  module {
    func.func public @main(%a: tensor<16x64xf32>, %b: tensor<64x16xf32>, %c: tensor<16x64xf32>, %d: tensor<64x16xf32>, %x: tensor<32x16xf32>) -> (tensor<16x64xf32>, tensor<64x16xf32>, tensor<16x64xf32>, tensor<64x16xf32>, tensor<f32>) {
      %0 = stablehlo.dot_general %x, %a, contracting_dims = [1] x [0] : (tensor<32x16xf32>, tensor<16x64xf32>) -> tensor<32x64xf32>
      %1 = stablehlo.tanh %0 : tensor<32x64xf32>
      %2 = stablehlo.dot_general %1, %b, contracting_dims = [1] x [0] : (tensor<32x64xf32>, tensor<64x16xf32>) -> tensor<32x16xf32>
      %3 = stablehlo.add %x, %2 : tensor<32x16xf32>
      %4 = stablehlo.dot_general %3, %c, contracting_dims = [1] x [0] : (tensor<32x16xf32>, tensor<16x64xf32>) -> tensor<32x64xf32>
      %5 = stablehlo.tanh %4 : tensor<32x64xf32>
      %6 = stablehlo.dot_general %5, %d, contracting_dims = [1] x [0] : (tensor<32x64xf32>, tensor<64x16xf32>) -> tensor<32x16xf32>
      %7 = stablehlo.add %3, %6 : tensor<32x16xf32>
      %8 = stablehlo.negate %a : tensor<16x64xf32>
      %9 = stablehlo.negate %b : tensor<64x16xf32>
      %10 = stablehlo.negate %c : tensor<16x64xf32>
      %11 = stablehlo.negate %d : tensor<64x16xf32>
      %12 = stablehlo.constant dense<0.0> : tensor<f32>
      %13 = stablehlo.reduce(%7 init: %12) applies stablehlo.add across dimensions = [0, 1] : (tensor<32x16xf32>, tensor<f32>) -> tensor<f32>
      return %8, %9, %10, %11, %13 : tensor<16x64xf32>, tensor<64x16xf32>, tensor<16x64xf32>, tensor<64x16xf32>, tensor<f32>
    }
  }
  """

@Suite("Partitioning by decisions")
struct PartitioningTests {
  private func problem(
    _ target: PartitioningProblem.Target = .variables,
    price: @escaping @Sendable (ShardingPrediction) -> Double = { $0.arithmeticPerDevice }
  ) throws -> PartitioningProblem {
    let program = ShardableProgram(try Program(stableHLO: layers))
    return PartitioningProblem(
      program, splitting: target, variables: [0, 1, 2, 3], devices: 4
    ) { Seconds(price($0)) }
  }

  @Test("dimensions that imply one another are one decision")
  func links() throws {
    let problem = try problem()
    // Layer by layer the inner dimension of both matrices; and the outer one of all four.
    #expect(problem.dimensionCount == 8)
    let groups = problem.decisions.map { decision in
      Set(
        decision.dimensions.flatMap { dimension in
          problem.classes[dimension.inputs].map { "\($0).\(dimension.dimension)" }
        })
    }
    #expect(groups.contains(["0.0", "1.1", "2.0", "3.1"]))
    #expect(groups.contains { $0.isSuperset(of: ["0.1", "1.0"]) })
    #expect(problem.decisions.first?.count == groups.map(\.count).max())
  }

  @Test("the exact choice of least arithmetic splits the inner dimensions")
  func optimum() throws {
    // Each reduction counts as well, so that splitting the outer dimension, which reduces more, is
    // not as good.
    let problem = try problem { prediction in
      prediction.arithmeticPerDevice
        + prediction.collectives.reduce(0) { $0 + 10 * Double($1.operandBytes) }
    }
    let task = PartitioningTask(problem, reward: .time)
    let best = try #require(task.optimum())
    #expect(problem.splitDimensions(best.plan) == [0: 1, 1: 0, 2: 1, 3: 0])
    #expect(task.optimum(limit: 1) == nil)
    var settings = LearningSettings()
    settings.hiddenSizes = [16]
    settings.batchSize = 8
    settings.exploration = .init(actions: 60)
    let found = Exploration(of: task, episodes: 40, settings)
    #expect(found.best?.cost == best.cost)
    #expect(found.task.evaluated <= 1 << problem.decisions.count)
  }

  @Test("splitting a matrix twice ends a published episode and is no choice in a timed one")
  func conflicts() throws {
    let problem = try problem()
    var task = PartitioningTask(problem, reward: .published)
    _ = task.reset()
    #expect(task.step(0).reward > 0)
    _ = task.reset()
    var last = task.step(1)
    while !last.isLast { last = task.step(1) }
    #expect(last.reward == -1 && task.found == nil)
    var timed = PartitioningTask(problem, reward: .time)
    _ = timed.reset()
    #expect(timed.step(1).observation.allowed == [true, false])
  }

  @Test("data parallelism splits the batch's first dimension")
  func sources() throws {
    let problem = try problem(.sources) { prediction in
      prediction.arithmeticPerDevice
        + prediction.collectives.reduce(0) { $0 + 1000 * Double($1.operandBytes) }
    }
    #expect(problem.classes == [[4]])
    let best = try #require(PartitioningTask(problem, reward: .time).optimum())
    #expect(problem.splitDimensions(best.plan) == [4: 0])
  }
}
