import Sharding
import TensorPrograms
import Testing

@Suite("Strategies of an operation")
struct StepStrategyTests {
  static func program(_ body: String) throws -> ShardableProgram {
    ShardableProgram(try Program(stableHLO: "module { \(body) }"))
  }

  static func product() throws -> ShardableProgram {
    try program(
      """
      func.func public @main(%a: tensor<8x16xf32>, %b: tensor<16x24xf32>) -> (tensor<8x24xf32>) {
        %c = stablehlo.dot_general %a, %b, contracting_dims = [1] x [0] : (tensor<8x16xf32>, tensor<16x24xf32>) -> tensor<8x24xf32>
        return %c : tensor<8x24xf32>
      }
      """)
  }

  @Test("a product of matrices is whole, or split by rows, columns or the summed dimension")
  func dot() throws {
    let program = try Self.product()
    let mesh = Mesh([.init("d", 8)])
    let strategies = program.strategies(of: program.steps[0], on: mesh, style: .cpu)
    let specs = strategies.map { $0.operands.map { $0?.spec(rank: 2, on: mesh) } }
    #expect(
      specs == [
        [[[], []], [[], []]], [[["d"], []], [[], []]], [[[], []], [[], ["d"]]],
        [[[], ["d"]], [["d"], []]],
      ])
    #expect(strategies[3].computed[0]?[0] == .partial(.add))
    #expect(strategies[3].results[0]?.isReplicated == true)
  }

  @Test("an axis that divides no factor leaves the operation whole")
  func undivided() throws {
    let program = try Self.product()
    let mesh = Mesh([.init("d", 7)])
    #expect(program.strategies(of: program.steps[0], on: mesh, style: .cpu).count == 1)
  }

  @Test("a back end that scatters may leave sums split")
  func scatter() throws {
    let program = try Self.product()
    let mesh = Mesh([.init("d", 8)])
    let results = program.strategies(of: program.steps[0], on: mesh, style: .reduceScatter)
      .filter { $0.computed[0]?[0] == .partial(.add) }
      .map { $0.results[0]?.spec(rank: 2, on: mesh) }
    #expect(results == [[[], []], [["d"], []], [[], ["d"]]])
  }

  @Test("a reshape splits in strides only where that is allowed")
  func strides() throws {
    let program = try Self.program(
      """
      func.func public @main(%a: tensor<3x8xf32>) -> (tensor<24xf32>) {
        %b = stablehlo.reshape %a : (tensor<3x8xf32>) -> tensor<24xf32>
        return %b : tensor<24xf32>
      }
      """)
    let mesh = Mesh([.init("d", 8)])
    let step = program.steps[0]
    #expect(program.strategies(of: step, on: mesh, style: .cpu).count == 1)
    let strided = program.strategies(of: step, on: mesh, style: .cpu, allowsStrides: true)
    #expect(strided.map { $0.results[0]?[0] } == [.replicated, .split(dimension: 0, major: 3)])
    #expect(strided.last?.results[0]?.isStrided(on: mesh) == true)
  }

  @Test("two axes split one dimension in the mesh's order, or different ones")
  func twoAxes() throws {
    let program = try Self.product()
    let mesh = Mesh([.init("a", 2), .init("b", 4)])
    let strategies = program.strategies(of: program.steps[0], on: mesh, style: .cpu)
    #expect(strategies.count == 16)
    #expect(strategies.contains { $0.results[0]?.spec(rank: 2, on: mesh) == [["a", "b"], []] })
    #expect(!strategies.contains { $0.results[0]?.spec(rank: 2, on: mesh) == [["b", "a"], []] })
  }
}

@Suite("Memory over time")
struct LiveRangeTests {
  @Test("counts inputs always, results until their last use, and nothing that is fused")
  func peak() throws {
    let m = "tensor<64x64xf32>"
    let program = try StepStrategyTests.program(
      """
      func.func public @main(%a: \(m), %b: \(m)) -> (tensor<64xf32>) {
        %c = stablehlo.dot_general %a, %b, contracting_dims = [1] x [0] : (\(m), \(m)) -> \(m)
        %d = stablehlo.tanh %c : \(m)
        %e = stablehlo.negate %d : \(m)
        %f = stablehlo.dot_general %e, %b, contracting_dims = [1] x [0] : (\(m), \(m)) -> \(m)
        %z = stablehlo.constant dense<0.0> : tensor<f32>
        %g = stablehlo.reduce(%f init: %z) applies stablehlo.add across dimensions = [1] : (\(m), tensor<f32>) -> tensor<64xf32>
        return %g : tensor<64xf32>
      }
      """)
    let mesh = Mesh([.init("d", 2)])
    let whole = [TensorLayout.replicated(on: mesh), .replicated(on: mesh)]
    let prediction = ShardingPrediction(program, on: mesh, inputs: whole, outputs: [nil])
    // Both inputs; then %c, %e (into which %d is fused) or %f, two at a time.
    #expect(prediction.peakBytesPerDevice == 4 * 64 * 64 * 4)
    let rows = try [
      TensorLayout(spec: [["d"], []], of: program.types[0], on: mesh),
      TensorLayout(spec: [[], []], of: program.types[1], on: mesh),
    ]
    let split = ShardingPrediction(program, on: mesh, inputs: rows, outputs: [nil])
    #expect(split.peakBytesPerDevice == (64 + 3 * 32) * 64 * 4)
    #expect(split.collectives.isEmpty)
  }
}
