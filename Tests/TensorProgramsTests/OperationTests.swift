import TensorPrograms
import Testing

@Suite("Operations")
struct OperationTests {
  func program(_ body: String) throws -> Program { try Program(stableHLO: "module { \(body) }") }

  @Test("with a name for each result are the same as with one name for all")
  func namedResults() throws {
    let x = "tensor<8x64xf32>"
    let results = "(tensor<8x4xf32>, tensor<8x4xi32>)"
    let pretty = try program(
      """
      func.func public @main(%x: \(x)) -> \(results) {
        %values, %indices = chlo.top_k(%x, k = 4) : \(x) -> \(results)
        return %values, %indices : tensor<8x4xf32>, tensor<8x4xi32>
      }
      """)
    let generic = try program(
      """
      func.func public @main(%x: \(x)) -> \(results) {
        %0:2 = "chlo.top_k"(%x) <{k = 4 : i64}> : (\(x)) -> \(results)
        "func.return"(%0#0, %0#1) : \(results) -> ()
      }
      """)
    #expect(pretty.operations.map(\.kind) == generic.operations.map(\.kind))
    #expect(pretty.outputs.map(pretty.type) == generic.outputs.map(generic.type))
    #expect(pretty.values[pretty.outputs[1]].name == "%indices")
  }

  @Test("in branches all become part of the program")
  func branches() throws {
    let program = try program(
      """
      func.func public @main(%i: tensor<i32>, %x: tensor<8xf32>) -> (tensor<8xf32>) {
        %0 = "stablehlo.case"(%i) ({
          %1 = stablehlo.tanh %x : tensor<8xf32>
          stablehlo.return %1 : tensor<8xf32>
        }, {
          %1 = stablehlo.negate %x : tensor<8xf32>
          stablehlo.return %1 : tensor<8xf32>
        }) : (tensor<i32>) -> tensor<8xf32>
        return %0 : tensor<8xf32>
      }
      """)
    #expect(program.operations.map(\.kind.name) == ["tanh", "negate", "case"])
    #expect(program.operations[2].operands == [2, 3])
  }

  @Test("of a branch that returns another type are refused")
  func branchTypes() throws {
    #expect(throws: ProgramError.self) {
      try program(
        """
        func.func public @main(%i: tensor<i32>, %x: tensor<8xf32>) -> (tensor<4xf32>) {
          %0 = "stablehlo.case"(%i) ({
            stablehlo.return %x : tensor<8xf32>
          }) : (tensor<i32>) -> tensor<4xf32>
          return %0 : tensor<4xf32>
        }
        """)
    }
  }

  @Test("on whole rows keep the dimensions in front of them")
  func batched() throws {
    let program = try program(
      """
      func.func public @main(%x: tensor<8x16xf32>, %c: tensor<8x64xcomplex<f32>>) -> (tensor<8x16x4xui8>, tensor<8x64xcomplex<f32>>) {
        %0 = stablehlo.bitcast_convert %x : (tensor<8x16xf32>) -> tensor<8x16x4xui8>
        %1 = stablehlo.fft %c, type = FFT, length = [64] : (tensor<8x64xcomplex<f32>>) -> tensor<8x64xcomplex<f32>>
        return %0, %1 : tensor<8x16x4xui8>, tensor<8x64xcomplex<f32>>
      }
      """)
    guard case .batched("bitcast_convert", innerDimensions: 0, _) = program.operations[0].kind,
      case .batched("fft", innerDimensions: 1, _) = program.operations[1].kind
    else {
      Issue.record("found \(program.operations.map(\.kind))")
      return
    }
  }

  @Test("may have at most 64 dimensions")
  func rank() throws {
    let type = "tensor<" + String(repeating: "1x", count: 65) + "f32>"
    #expect(throws: ProgramError.self) {
      try program("func.func public @main(%x: \(type)) -> (\(type)) { return %x : \(type) }")
    }
  }
}

@Suite("Constraints written into a program")
struct ConstraintTests {
  static let text = """
    module @step attributes {mhlo.num_partitions = 1 : i32} {
      func.func public @main(%x: tensor<8x16xf32>, %w: tensor<16x16xf32>) -> (tensor<8x16xf32>) {
        %0 = stablehlo.dot_general %x, %w, contracting_dims = [1] x [0] : (tensor<8x16xf32>, tensor<16x16xf32>) -> tensor<8x16xf32>
        %1 = stablehlo.tanh %0 : tensor<8x16xf32>
        %2 = stablehlo.dot_general %1, %w, contracting_dims = [1] x [0] : (tensor<8x16xf32>, tensor<16x16xf32>) -> tensor<8x16xf32>
        return %2 : tensor<8x16xf32>
      }
    }
    """

  @Test("stand behind values and in front of uses, and what was there stays")
  func text() throws {
    let program = try Program(stableHLO: Self.text)
    let uses = program.operations.filter { $0.kind.name == "dot_general" }.map {
      ShardingWriter.UseConstraint(operation: $0.location, operand: 1, spec: [[], []])
    }
    let text = try ShardingWriter(stableHLO: Self.text).text(
      mesh: [("d", 8)], inputs: [[["d"], []], [["d"], []]], outputs: [nil],
      constraints: [.init(value: "%1", spec: [["d"], []])], uses: uses)
    let lines = text.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }
    #expect(
      lines[3...7] == [
        "%w_1 = sdy.sharding_constraint %w <@mesh, [{}, {}]> : tensor<16x16xf32>",
        "%0 = stablehlo.dot_general %x, %w_1, contracting_dims = [1] x [0] : (tensor<8x16xf32>, tensor<16x16xf32>) -> tensor<8x16xf32>",
        "%v1_1 = stablehlo.tanh %0 : tensor<8x16xf32>",
        "%1 = sdy.sharding_constraint %v1_1 <@mesh, [{\"d\"}, {}]> : tensor<8x16xf32>",
        "%2 = stablehlo.dot_general %1, %w_1, contracting_dims = [1] x [0] : (tensor<8x16xf32>, tensor<16x16xf32>) -> tensor<8x16xf32>",
      ])
  }

  @Test("are the same as constraints put into the graph")
  func graph() throws {
    let program = try Program(stableHLO: Self.text)
    let split = ShardingAnnotation(
      mesh: "mesh", dimensions: [["d"], []], isOpen: [false, false])
    let dots = program.operations.indices.filter {
      program.operations[$0].kind.name == "dot_general"
    }
    let tanh = try #require(program.operations.first { $0.kind.name == "tanh" })
    let graph = program.constraining(
      [tanh.results[0]: split],
      uses: [OperandUse(operation: dots[1], operand: 1): split])
    let text = try ShardingWriter(stableHLO: Self.text).text(
      mesh: [("d", 8)], inputs: [[[], []], [[], []]], outputs: [nil],
      constraints: [.init(value: "%1", spec: split.dimensions)],
      uses: [
        .init(
          operation: program.operations[dots[1]].location, operand: 1, spec: split.dimensions)
      ])
    let read = try Program(stableHLO: text)
    func kinds(_ program: Program) -> [OperationKind] {
      program.blocks[0].operations.map { program.operations[$0].kind }
    }
    #expect(kinds(graph) == kinds(read))
  }
}
