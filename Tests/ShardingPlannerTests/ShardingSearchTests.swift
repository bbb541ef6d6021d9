import Foundation
import Quantities
import Sharding
import ShardingPlanner
import TensorPrograms
import Testing

@Suite("The search for a sharding")
struct ShardingSearchTests {
  let mesh = Mesh([.init("d", 8)])

  func search(
    _ program: ShardableProgram, memory: Bytes = .gibibytes(1),
    effort: ShardingSearch.Effort = .fast, exhaustiveLimit: Int = 4096
  ) -> ShardingSearch {
    ShardingSearch(
      program, ProgramTiming(Sample.cluster), memoryLimit: memory, effort: effort,
      exhaustiveLimit: exhaustiveLimit)
  }

  func spec(_ plan: ShardingPlan, _ input: Int) -> [[String]] {
    plan.inputs[input].spec(rank: 2, on: plan.mesh)
  }

  @Test("splits the batch when it is much larger than the weights")
  func dataParallel() throws {
    let program = try Sample.step(rows: 1 << 18, width: 256, hidden: 256)
    let plan = try #require(try search(program).run(on: mesh).plan)
    #expect(plan.inputs[0].isReplicated && plan.inputs[1].isReplicated)
    #expect(spec(plan, 2) == [["d"], []])
    #expect(spec(plan, 3) == [["d"], []])
  }

  @Test("splits a layer's columns and the next one's rows when weights must be split")
  func tensorParallel() throws {
    let program = try Sample.step(rows: 64, width: 2048, hidden: 8192)
    let weights = 2 * 2048 * 8192 * 4
    let limit = Bytes(Double(weights / 4))
    let plan = try #require(try search(program, memory: limit).run(on: mesh).plan)
    #expect(spec(plan, 0) == [[], ["d"]])
    #expect(spec(plan, 1) == [["d"], []])
    #expect(plan.prediction.argumentBytesPerDevice <= Int(limit.value))
  }

  @Test("finds expert parallelism for experts whose weights have to be split")
  func experts() throws {
    let program = try Fixtures.program("moe")
    // Undivided, weights and states alone take 7.1 MB.
    let limit = Bytes.mebibytes(3)
    let plan = try #require(try search(program, memory: limit).run(on: mesh).plan)
    #expect(plan.prediction.peakBytesPerDevice <= Int(limit.value))
    #expect(plan.prediction.totals.contains { $0.kind == .allToAll })
    // Weights of experts, `[8, width, hidden]` and back, are split by expert.
    let experts = plan.inputs.indices.filter {
      let shape = program.program.type(program.program.inputs[$0]).shape
      return shape.count == 3 && shape[0] == 8 && shape[1] >= 64
    }
    #expect(!experts.isEmpty)
    #expect(experts.allSatisfy { plan.inputs[$0].spec(rank: 3, on: mesh) == [["d"], [], []] })
  }

  @Test(
    "writes plans as texts that lead to the same collectives",
    arguments: [("mlp", 2.0), ("gpt_scan", 33.0)])
  func roundTrip(name: String, mebibytes: Double) throws {
    let text = try Fixtures.text(name)
    let program = ShardableProgram(try Program(stableHLO: text))
    let plan = try #require(
      try search(program, memory: .mebibytes(mebibytes), exhaustiveLimit: 0).run(on: mesh).plan)
    let read = ShardableProgram(try Program(stableHLO: plan.text(of: text)))
    let prediction = ShardingPrediction(
      read, on: mesh, inputs: plan.inputs, outputs: plan.outputs)
    #expect(prediction.totals == plan.prediction.totals)
    #expect(prediction.peakBytesPerDevice == plan.prediction.peakBytesPerDevice)
  }

  @Test("finds step by step what trying everything finds", arguments: [64, 4096, 1 << 16])
  func bruteForce(rows: Int) throws {
    let program = try Sample.step(rows: rows, width: 512, hidden: 2048)
    for memory in [Bytes.gibibytes(1), .mebibytes(16)] {
      let all = try search(program, memory: memory).run(on: mesh)
      let steps = try search(
        program, memory: memory, effort: .thorough, exhaustiveLimit: 0
      ).run(on: mesh)
      #expect(all.isExhaustive && !steps.isExhaustive)
      #expect(all.plan?.time.total == steps.plan?.time.total)
    }
  }

  @Test("is never worse with more effort")
  func effort() throws {
    let program = try Sample.step(rows: 1024, width: 512, hidden: 2048)
    let grid = Mesh([.init("a", 2), .init("b", 4)])
    let fast = try search(program, exhaustiveLimit: 0).run(on: grid)
    let thorough = try search(program, effort: .thorough, exhaustiveLimit: 0).run(on: grid)
    let slow = try #require(fast.plan).time.total
    #expect(try #require(thorough.plan).time.total <= slow)
  }

  @Test("says what is missing when nothing fits")
  func infeasible() throws {
    let program = try Sample.step(rows: 64, width: 512, hidden: 2048)
    let outcome = try search(program, memory: .mebibytes(0.5)).run(on: mesh)
    #expect(outcome.plan == nil)
    #expect(outcome.leastBytes > 1 << 19)
  }

  @Test("refuses meshes that the cluster cannot hold")
  func largeMesh() throws {
    let program = try Sample.step(rows: 64, width: 512, hidden: 2048)
    #expect(throws: PlanningProblem.self) {
      try search(program).run(on: Mesh([.init("d", 16)]))
    }
  }

  @Test("names an axis that divides nothing")
  func undivided() throws {
    let program = try Sample.step(rows: 64, width: 512, hidden: 2048)
    #expect(search(program).undividedAxis(of: Mesh([.init("d", 7)]))?.name == "d")
    #expect(search(program).undividedAxis(of: mesh) == nil)
  }
}

@Suite("Bytes sent in rings")
struct RingTests {
  @Test(
    "follow the ring algorithms",
    arguments: [
      (Collective.Kind.allReduce, 1400.0), (.allGather, 5600), (.reduceScatter, 700),
      (.allToAll, 700), (.permute, 800),
    ])
  func bytes(kind: Collective.Kind, expected: Double) {
    let collective = Collective(
      kind: kind, axes: [0], operandBytes: 800, operand: TensorType([800], .boolean), operation: 0)
    #expect(collective.ringSendBytes(on: Mesh([.init("d", 8)])) == expected)
  }

  /// Rhino's cost model counts bytes of the whole tensor `B`; ours what a device puts in.
  ///
  /// Source: the released planner of Rhino (TePDist); it rounds an all-reduce over more than two
  /// devices up to `2·B`.
  @Test("are those of Rhino's cost model", arguments: [2, 8])
  func rhino(devices: Int) {
    let whole = 1 << 16
    func sent(_ kind: Collective.Kind, _ operandBytes: Int) -> Double {
      Collective(
        kind: kind, axes: [0], operandBytes: operandBytes,
        operand: TensorType([operandBytes], .boolean), operation: 0
      ).ringSendBytes(on: Mesh([.init("d", devices)]))
    }
    let (b, n) = (Double(whole), Double(devices))
    #expect(sent(.allGather, whole / devices) == b - b / n)
    #expect(sent(.allToAll, whole / devices) == b / n - b / (n * n))
    let allReduce = sent(.allReduce, whole)
    #expect(devices == 2 ? allReduce == b : allReduce == 2 * (b - b / n) && allReduce < 2 * b)
  }
}

/// Programs that the tests of their import keep.
enum Fixtures {
  static func text(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(
      contentsOfFile: folder.path + "/TensorProgramsTests/Fixtures/\(name).stablehlo.mlir",
      encoding: .utf8)
  }

  static func program(_ name: String) throws -> ShardableProgram {
    ShardableProgram(try Program(stableHLO: text(name)))
  }
}
