import TensorPrograms
import Testing

@Suite("StableHLO programs")
struct ImportTests {
  /// Counts of an independent reader: every operation in the text, functions and returns included.
  static let counts = [("mlp", 134), ("moe", 1611), ("gpt_scan", 1404), ("wideresnet", 1477)]

  @Test("have as many operations as their text", arguments: counts)
  func operationCounts(name: String, count: Int) throws {
    let program = try Fixtures.program(name)
    #expect(program.textOperationCounts.values.reduce(0, +) == count)
  }

  @Test(
    "are the same graph in the pretty and in the generic form",
    arguments: ["mlp", "moe", "gpt_scan"])
  func bothForms(name: String) throws {
    let pretty = try Fixtures.program(name)
    let generic = try Program(stableHLO: Fixtures.text(name + ".stablehlo.generic.mlir"))
    #expect(pretty.textOperationCounts == generic.textOperationCounts)
    #expect(pretty.values.map(\.type) == generic.values.map(\.type))
    #expect(pretty.operations.map(\.kind) == generic.operations.map(\.kind))
    #expect(pretty.operations.map(\.operands) == generic.operations.map(\.operands))
    #expect(pretty.outputs == generic.outputs)
  }

  @Test("know how often their loops run")
  func tripCounts() throws {
    let program = try Fixtures.program("gpt_scan")
    let trips = program.operations.compactMap { operation -> Int? in
      if case .loop(let loop) = operation.kind { loop.tripCount } else { nil }
    }
    #expect(trips == [4, 4])
  }

  @Test("lose about half of their operations when constants and repetitions are folded")
  func simplified() throws {
    let program = try Fixtures.program("moe")
    let simplified = program.simplified()
    #expect(simplified.operationCount < program.operationCount * 6 / 10)
    #expect(simplified.outputs.map(simplified.type) == program.outputs.map(program.type))
    for block in simplified.blocks {
      for index in block.operations {
        #expect(
          !simplified.operations[index].results.allSatisfy { simplified.values[$0].isConstant })
      }
    }
  }

  @Test("keep the names of the text for values of main alone")
  func names() throws {
    let program = try Fixtures.program("mlp")
    #expect(program.values.contains { $0.name == "%79" })
    #expect(program.values.filter { $0.name == "%0" }.count == 1)
  }

  @Test("inline what they call")
  func calls() throws {
    let program = try Fixtures.program("mlp")
    let maxima = program.operations.filter { $0.kind == .elementwise("maximum", detail: "") }
    #expect(maxima.count == 3)
  }
}

@Suite("Shardings written into a program")
struct ShardingWriterTests {
  @Test("are read back, and the rest of the text stays")
  func roundTrip() throws {
    let text = try Fixtures.text("mlp.stablehlo.mlir")
    let program = try Program(stableHLO: text)
    let specs = program.inputs.map { program.type($0).shape.map { $0 % 8 == 0 ? ["x"] : [] } }
      .map { spec in spec.enumerated().map { $0.offset == 0 ? $0.element : [] } }
    let annotated = try ShardingWriter(stableHLO: text).text(
      mesh: [("x", 8)], inputs: specs, outputs: program.outputs.map { _ in nil })
    let again = try Program(stableHLO: annotated)
    #expect(again.meshes["mesh"]?.axes.map(\.size) == [8])
    #expect(again.inputShardings.map { $0?.dimensions } == specs)
    #expect(again.outputShardings.allSatisfy { $0 == nil })
    #expect(again.operations.map(\.kind) == program.operations.map(\.kind))
    #expect(annotated.contains("mhlo.num_partitions = 8"))
  }

  @Test("are not written over others")
  func refused() throws {
    let text = try Fixtures.text("mlp.stablehlo.mlir")
    let annotated = try ShardingWriter(stableHLO: text).text(
      mesh: [("x", 8)], inputs: [[["x"], []]], outputs: [])
    #expect(throws: ProgramError.self) { try ShardingWriter(stableHLO: annotated) }
  }

  @Test(
    "names of results survive being written, whatever is in them",
    arguments: [
      ("plain", "plain"), (#"['a \"b\"']"#, #"['a "b"']"#), (#"back\\slash"#, #"back\slash"#),
      (#"two\nlines\0A"#, "two\nlines\n"), (#"tab\tand \C3\A9"#, "tab\tand é"), ("größe", "größe"),
    ])
  func quotedNames(written: String, name: String) throws {
    let text = """
      module @step {
        func.func public @main(%a: tensor<4xf32>) -> (tensor<4xf32> {jax.result_info = "\(written)"}) {
          return %a : tensor<4xf32>
        }
      }
      """
    let program = try Program(stableHLO: text)
    #expect(program.outputNames == [name])
    #expect(try Program(stableHLO: program.stableHLO()).outputNames == [name])
  }
}

@Suite("Compiled modules")
struct CompiledModuleTests {
  @Test("list their collectives with groups in all three spellings")
  func collectives() throws {
    let module = try CompiledModule(hlo: Fixtures.text("mlp__dp2_tp4.opt.hlo.txt"))
    #expect(
      module.collectives.map(\.kind).sorted() == ["all-gather"]
        + Array(repeating: "all-reduce", count: 4))
    let gather = try #require(module.collectives.first { $0.kind == "all-gather" })
    #expect(gather.operandBytes == 4096)
    #expect(gather.groups == [[0, 1, 2, 3], [4, 5, 6, 7]])
    let gradients = try #require(module.collectives.first { $0.operandCount == 8 })
    #expect(gradients.groups == [[0, 4], [1, 5], [2, 6], [3, 7]])
    #expect(gradients.operandBytes == 1_582_340)
  }

  @Test("multiply what runs in loops")
  func loops() throws {
    let text = """
      HloModule m
      %body (p: (s32[], f32[4])) -> (s32[], f32[4]) {
        %p = (s32[], f32[4]) parameter(0)
        %x = f32[4]{0} get-tuple-element(%p), index=1
        %r = f32[4]{0} all-reduce(%x), replica_groups={{0,1}}, to_apply=%add
      }
      ENTRY %main (a: f32[4]) -> f32[4] {
        %t = (s32[], f32[4]) tuple(%c, %a)
        %w = (s32[], f32[4]) while(%t), condition=%cond, body=%body, backend_config={"known_trip_count":{"n":"7"}}
      }
      """
    let module = try CompiledModule(hlo: text)
    #expect(module.collectives.map(\.executions) == [7])
    #expect(module.collectives.map(\.operandBytes) == [16])
  }

  @Test("that are none are refused")
  func refused() {
    #expect(throws: ProgramError.self) { try CompiledModule(hlo: "module {}") }
  }
}
