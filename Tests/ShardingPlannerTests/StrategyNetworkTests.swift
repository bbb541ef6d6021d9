import Foundation
import Quantities
import Sharding
import StrategySelection
import TensorPrograms
import Testing

@testable import ShardingPlanner

@Suite("One strategy per operator")
struct StrategyNetworkTests {
  let mesh = Mesh([.init("d", 8)])

  /// A step of `count` equal layers, each a product and a function of it.
  static func chain(_ count: Int) throws -> ShardableProgram {
    let (x, w) = ("tensor<64x512xf32>", "tensor<512x512xf32>")
    var lines: [String] = []
    var value = "%x"
    for layer in 0..<count {
      lines.append(
        "%h\(layer) = stablehlo.dot_general \(value), %w\(layer), contracting_dims = [1] x [0] : "
          + "(\(x), \(w)) -> \(x)")
      lines.append("%z\(layer) = stablehlo.tanh %h\(layer) : \(x)")
      value = "%z\(layer)"
    }
    let weights = (0..<count).map { "%w\($0): \(w)" }.joined(separator: ", ")
    return ShardableProgram(
      try Program(
        stableHLO: """
          module { func.func public @main(%x: \(x), \(weights)) -> (\(x)) {
            \(lines.joined(separator: "\n"))
            return \(value) : \(x)
          } }
          """))
  }

  func network(_ program: ShardableProgram, isDetailed: Bool) throws -> (
    network: StrategyNetwork, problem: SelectionProblem
  ) {
    let timing = try ProgramTiming(Sample.cluster).on(mesh)
    var costs = StepCosts(program, on: mesh, style: .cpu, timing: timing)
    let network = StrategyNetwork(
      program, on: mesh, classes: ProgramClasses(program, isDetailed: isDetailed), costs: &costs)
    return (network, network.problem(memoryLimit: nil, costs: &costs))
  }

  @Test("costs for equal layers what it costs for each of them", arguments: [4, 16])
  func equalLayers(count: Int) throws {
    let program = try Self.chain(count)
    let classes = try network(program, isDetailed: false)
    let whole = try network(program, isDetailed: true)
    let together = StrategySelector(iterations: 50).solve(classes.problem)
    let apart = StrategySelector(iterations: 50).solve(whole.problem)
    #expect(together.isOptimal && apart.isOptimal)
    let (alike, free) = (try #require(together.cost), try #require(apart.cost))
    // Layers that all decide alike are as good here, up to the rounding of each cost.
    #expect(abs(free - alike) <= Int64(program.steps.count))
    #expect(classes.problem.nodeCount <= 30)
    #expect(whole.problem.nodeCount > 3 * count)
  }

  @Test("is what a partitioned program takes, where a text can demand all of it")
  func predicted() throws {
    let program = try Self.chain(4)
    let (network, problem) = try network(program, isDetailed: true)
    let selection = StrategySelector(iterations: 50).solve(problem)
    let chosen = network.assignment(try #require(selection.choices))
    var constraints = LayoutConstraints(uses: chosen.uses)
    for (value, tensor) in program.tensorOfValue.enumerated() {
      guard let tensor, program.program.values[value].definition != nil else { continue }
      constraints.values[value] = chosen.tensors[tensor]
    }
    let timing = try ProgramTiming(Sample.cluster).on(mesh)
    var judge = ShardingJudge(program, on: mesh, style: .cpu, timing: timing)
    let plan = judge.plan(inputs: chosen.inputs, constraints: constraints)
    let picoseconds = Double(try #require(selection.cost))
    #expect(abs(plan.time.total.value * 1e12 - picoseconds) < 1e-6 * picoseconds)
  }

  @Test("has an answer that keeps the limit after a few rounds, before anything is proved")
  func fewRounds() throws {
    let program = try Self.chain(6)
    let timing = try ProgramTiming(Sample.cluster).on(mesh)
    var costs = StepCosts(program, on: mesh, style: .cpu, timing: timing)
    let network = StrategyNetwork(
      program, on: mesh, classes: ProgramClasses(program, isDetailed: true), costs: &costs)
    let limit = 2 * 512 * 512 * 4
    let problem = network.problem(memoryLimit: limit, costs: &costs)
    let selection = StrategySelector(iterations: 8).solve(problem)
    let choices = try #require(selection.choices)
    let verdict = try #require(SelectionChecker(problem).verdict(on: choices))
    #expect(verdict.isFeasible)
    #expect(selection.cost.map { Int128($0) } == verdict.cost)
    #expect(selection.bound ?? 0 <= selection.cost ?? 0)
  }
}
