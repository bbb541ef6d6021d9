import ClusterTopology
import ModelDescription
import Quantities
import StrategySpace
import Testing

@testable import Validation

@Suite("Interpreted runs")
struct RunInterpreterTests {
  private static let interpreter = try? RunInterpreter(catalog: Shipped.catalog)

  private func interpret(_ row: [String: String]) throws -> InterpretedRun {
    try #require(Self.interpreter).interpret(RunText.run(row))
  }

  private func reason(_ row: [String: String]) -> String? {
    do {
      _ = try interpret(row)
      return nil
    } catch {
      return (error as? SkippedRun)?.reason
    }
  }

  @Test("a run becomes a model, a cluster and a strategy")
  func plain() throws {
    let run = try interpret([:])
    #expect(run.graph.blockCount == 24)
    #expect(run.cluster.groups[0].node.name == "dgx-a100" && run.cluster.nodeCount == 1)
    #expect(run.strategy.description == "dp8 mbs1")
    #expect(run.job.globalBatchSize == 64 && run.job.sequenceLength == 2048)
    #expect(run.job.precision == .bfloat16)
    #expect(run.assumptions == ["'A100-80GB-SXM, NVLink3' taken for dgx-a100"])
  }

  @Test(
    "devices and interconnects are known by their published names",
    arguments: [
      (
        "A100-80GB-SXM", "NVLink3 intra; Omni-Path 4x100Gb/s per node inter", "384",
        "jean-zay-a100", 48, 8
      ),
      (
        "A100-80GB-SXM", "NVLink3 intra; 4x100Gb RoCE per node inter", "16", "a100-roce-4x100g", 2,
        8
      ),
      (
        "A100-80GB-SXM", "NVLink3 intra; RoCE 1600 Gb/s per node inter", "64", "a100-roce-8x200g",
        8, 8
      ),
      ("A100-80GB-SXM", "", "4", "dgx-a100", 1, 4),
      ("H100-80GB-SXM", "NVLink4", "2304", "dgx-h100", 288, 8),
      ("H100-96GB-HBM2e-500W", "", "128", "grand-teton-h100-96gb", 16, 8),
      ("B200-SXM", "NVLink5 single node", "8", "dgx-b200", 1, 8),
      ("A800-80GB", "", "16", "a800-roce-4x100g", 2, 8),
      ("A100-40GB (DGX-A100)", "NVSwitch intra; InfiniBand inter", "16", "dgx-a100-40gb", 2, 8),
      ("NVIDIA H100 SXM5", "EFA 3200 Gb/s", "16", "aws-p5", 2, 8),
      ("V100-32GB (DGX-2)", "NVSwitch", "16", "dgx-2", 1, 16),
      ("MI355X", "XGMI intra", "8", "mi355x-8", 1, 8),
      ("B300", "NVLink5 8-GPU", "16", "dgx-b300", 2, 8),
      // A rack's 72 devices are one domain; 128 do not fill racks, so two give 64 each.
      ("GB200", "NVLink5 NVL72 domain", "128", "gb200-nvl72", 2, 64),
    ])
  func machines(
    device: String, interconnect: String, devices: String, node: String, nodes: Int, perNode: Int
  ) throws {
    let run = try interpret([
      "gpu": device, "interconnect": interconnect, "gpus": devices, "dp": devices,
      "global_batch": devices,
    ])
    let group = run.cluster.groups[0]
    #expect(group.node.name == node && group.count == nodes && group.node.deviceCount == perNode)
  }

  @Test(
    "the sharding column decides stage, habits of reduction and overlap",
    arguments: [
      ("none", ZeROStage.none, Overlap(gradientReduction: false, parameterGather: false)),
      ("ZeRO-1", .optimizer, Overlap(gradientReduction: true, parameterGather: false)),
      ("ZeRO-1 within group of 8", .optimizer, Overlap(parameterGather: false)),
      ("ZeRO-3", .parameters, Overlap(gradientReduction: true, parameterGather: false)),
      ("distributed optimizer (ZeRO-1)", .optimizer, Overlap()),
      ("distributed_fused_adam (ZeRO-1)", .optimizer, Overlap()),
      ("FSDP FULL_SHARD (ZeRO-3)", .parameters, Overlap()),
      ("FSDP2 (ZeRO-3)", .parameters, Overlap()),
      ("FSDP (Megatron-FSDP)", .parameters, Overlap()),
      ("HSDP", .parameters, Overlap()),
    ])
  func sharding(words: String, stage: ZeROStage, overlap: Overlap) throws {
    let run = try interpret(["zero_or_fsdp": words])
    #expect(run.strategy.zeroStage == stage)
    // Plain 1F1B waits for its transfers.
    var expected = overlap
    expected.pipelineTransfers = false
    #expect(run.strategy.overlap == expected)
  }

  @Test("PyTorch's FSDP shards 32-bit parameters, reduces as its version does, and does not pad")
  func fullSharding() throws {
    let first = try interpret(["zero_or_fsdp": "FSDP"])
    #expect(first.job.precision == .bfloat16OverFloat32)
    #expect(first.job.vocabularyDivisor == 1)
    let second = try interpret(["zero_or_fsdp": "FSDP2"])
    #expect(second.job.precision.gradientReduction == .float32)
    #expect(try interpret([:]).job.vocabularyDivisor == 128)
  }

  @Test("NVIDIA's recipes accumulate gradients in 16 bits, plain scripts in 32")
  func gradients() throws {
    func gradients(_ words: String) throws -> NumberFormat {
      try interpret(["zero_or_fsdp": words, "precision": "fp8"]).job.precision.gradients
    }
    #expect(try gradients("distributed optimizer (ZeRO-1)") == .bfloat16)
    #expect(try gradients("FSDP (Megatron-FSDP)") == .bfloat16)
    #expect(try gradients("distributed optimizer (ZeRO-1; per Megatron scripts)") == .float32)
    #expect(try gradients("distributed_fused_adam (ZeRO-1)") == .float32)
    #expect(try gradients("ZeRO-1") == .float32)
  }

  @Test(
    "NeMo hides tensor-parallel collectives on Hopper, not on Ampere, and plain scripts never do")
  func tensorOverlap() throws {
    func overlaps(_ gpu: String, _ words: String) throws -> Bool {
      try interpret([
        "gpu": gpu, "tp": "2", "dp": "4", "sp": "true", "zero_or_fsdp": words,
      ]).strategy.overlap.tensorParallel
    }
    let usual = "distributed optimizer (ZeRO-1)"
    #expect(try overlaps("H100-80GB-SXM", usual))
    #expect(try !overlaps("A100-80GB-SXM", usual))
    #expect(try interpret(["notes": "torch.compile; asynctp"]).strategy.overlap.tensorParallel)
    #expect(try !overlaps("H100-80GB-SXM", "distributed optimizer (ZeRO-1; per Megatron scripts)"))
  }

  @Test(
    "blank columns are filled, and it is said with what",
    arguments: [
      (["dp": ""], "dp8 mbs1", nil),
      (["vp": "3"], "dp8 mbs1", nil),
      (["dp": "2"], "dp8 mbs1", "dp 2 does not fill 8 devices: 8"),
      (["tp": "2", "dp": "", "sp": ""], "dp4 tp2 sp mbs1", "sp blank: true"),
      (["micro_batch": ""], "dp8 mbs1", "micro_batch blank: 1"),
      (
        ["global_batch": "", "micro_batch": "4"], "dp8 mbs4",
        "global_batch blank: one microbatch per rank"
      ),
      (["pp": "4", "dp": "2", "vp": "3"], "dp2 pp4 vp3 mbs1 interleaved", nil),
      (["pp": "4", "dp": "2", "vp": ""], "dp2 pp4 mbs1 1f1b", "vp blank: 1"),
      (["zero_or_fsdp": ""], "dp8 mbs1", "zero_or_fsdp blank: no sharding"),
      (
        ["zero_or_fsdp": "HSDP"], "dp8 zero3 mbs1",
        "'HSDP' is taken as sharded over all data-parallel ranks"
      ),
      (["recompute": ""], "dp8 mbs1", nil),
      (["gpus": ""], "dp8 mbs1", "gpus blank: 8, which the degrees take"),
      (["precision": ""], "dp8 mbs1", "precision blank: bf16"),
      (["ffn_hidden": ""], "dp8 mbs1", "ffn_hidden blank: 8192"),
      (["zero_or_fsdp": "FSDP2", "dp": "", "tp": ""], "dp8 zero3 mbs1", "tp blank: 1"),
      (["recompute": "full"], "dp8 mbs1 recompute-full", nil),
      (
        ["recompute": "selective (op)", "zero_or_fsdp": "FSDP2"],
        "dp8 zero3 mbs1 recompute-selective", nil
      ),
      (
        ["recompute": "selective (layer)"], "dp8 mbs1",
        "recompute 'selective (layer)': how many layers is not stated"
      ),
      (
        ["recompute": "selective (attention)", "attention_kernel": "unfused"],
        "dp8 mbs1 recompute-selective", nil
      ),
      (
        ["recompute": "selective", "attention_kernel": ""], "dp8 mbs1 recompute-selective",
        "attention_kernel blank: unfused"
      ),
      (
        ["recompute": "selective"], "dp8 mbs1",
        "recompute 'selective': fused attention keeps nothing to recompute"
      ),
      (["attention_kernel": ""], "dp8 mbs1", "attention_kernel blank: fused"),
      (
        ["attention_kernel": "flash"], "dp8 mbs1",
        "attention_kernel 'flash' without a version: the first"
      ),
    ] as [([String: String], String, String?)])
  func assumptions(row: [String: String], strategy: String, assumption: String?) throws {
    let run = try interpret(row)
    #expect(run.strategy.description == strategy)
    // What the machine was taken for is always said.
    #expect(
      run.assumptions.filter { !$0.contains("taken for") }
        == [assumption].compactMap { $0 })
  }

  @Test(
    "what cannot be settled or expressed is skipped with its reason",
    arguments: [
      (["layers": ""], "the sizes of the model are not stated"),
      (["seq_len": ""], "the sequence length is not stated"),
      (["gpus": "", "dp": ""], "the number of devices is not stated"),
      (["gpu": "TPU v5"], "no description of 'TPU v5' machines"),
      (["gpus": "12", "dp": "12"], "12 devices do not fill nodes of 8"),
      (["tp": "", "pp": "", "dp": ""], "the parallel degrees are not stated"),
      (["tp": "3", "dp": ""], "tp 3, pp 1, cp 1 do not fill 8 devices"),
      (
        ["tp": "16000000", "pp": "16000000"],
        "tp 16000000, pp 16000000, cp 1 do not fill 8 devices"
      ),
      (
        ["global_batch": "60"],
        "60 sequences do not divide into microbatches of 1 on 8 data-parallel ranks"
      ),
      (["global_batch": "", "micro_batch": ""], "the batch size is not stated"),
      (["precision": "int8"], "precision 'int8' is not modelled"),
      (["experts": "8"], "the experts per token are not stated"),
      (["heads": "7"], "2048 features do not divide into 7 heads"),
    ])
  func skipped(row: [String: String], reason expected: String) {
    #expect(reason(row) == expected)
  }

  @Test("sizes come from the columns, the rest from what the kind of model is known for")
  func conventions() throws {
    func family(_ row: [String: String]) throws -> TransformerFamily {
      var assumptions = Assumptions()
      let stated = try RunText.run(row).model
      return try #require(Self.interpreter).family(
        of: stated, tensorParallelSize: 1, chunks: 1, &assumptions)
    }
    let gpt = try family([:])
    #expect(gpt.norm == .layer && gpt.dropout == 0.1 && gpt.positions == .learned(max: 2048))
    let bloom = try family(["model": "BLOOM-candidate-176B"])
    #expect(bloom.normalizesEmbeddings && bloom.positions == .none && bloom.tiesEmbeddings)
    let llama = try family(["model": "Llama3-70B-12L", "gated_mlp": "true", "kv_heads": "8"])
    #expect(llama.norm == .rms && llama.positions == .rotary && !llama.tiesEmbeddings)
    #expect(llama.attention.keyValueHeads == 8)
    let experts = try family(["gated_mlp": "true", "experts": "8", "topk": "2"])
    #expect(experts.experts == Experts(count: 8, perToken: 2, size: 8192))
    #expect(try family(["heads": "", "hidden": "14400"]).attention.heads == 120)
  }

  @Test("layers follow from the parameters, to the next multiple of the chunks")
  func layersFromParameters() throws {
    let run = try interpret([
      "layers": "", "params_b": "1.2", "pp": "4", "dp": "2", "tp": "1",
    ])
    // 12·2048² weights per layer: 23.8 layers.
    #expect(run.graph.blockCount == 24)
    #expect(run.assumptions.contains("layers blank: 24, as many as its parameters make"))
    #expect(reason(["layers": "", "params_b": ""]) == "the sizes of the model are not stated")
  }

  @Test("a number of parameters in a name does not hide a ready model")
  func parametersInName() throws {
    let run = try interpret([
      "model": "DeepSeek-V3-671B", "layers": "61", "hidden": "7168", "ffn_hidden": "18432",
      "heads": "128", "kv_heads": "", "vocab": "129280", "gated_mlp": "true", "experts": "256",
      "topk": "8", "ep": "8",
    ])
    #expect(run.graph.parameterCount > 670_000_000_000)
    #expect(run.graph.parameterCount < 672_000_000_000)
  }

  @Test(
    "words say whose kernels run",
    arguments: [
      ("none", "", Framework.megatron), ("ZeRO-1", "", .deepSpeed),
      ("distributed optimizer (ZeRO-1)", "", .megatron), ("FSDP2", "", .pytorch),
      ("FSDP2", "torch.compile", .torchCompile), ("FSDP2", "kernels: TE", .torchCompile),
    ])
  func frameworks(sharding: String, notes: String, framework: Framework) throws {
    let run = try interpret(["zero_or_fsdp": sharding, "notes": notes])
    #expect(run.job.framework == framework)
  }

  @Test("what was measured has no say in what is predicted")
  func outcomes() throws {
    let rows = [("mfu", "0.5"), ("hfu", "0.625"), ("step_time", "1")].map { metric, value in
      [
        "id": "small.\(metric)", "metric": metric, "value": value, "unit": "fraction",
        "recompute": "selective (layer)",
      ]
    }
    let run = try #require(try RunText.runs(rows).first)
    var silent = run
    silent.figures = []
    let interpreter = try #require(Self.interpreter)
    #expect(try interpreter.interpret(run).strategy == interpreter.interpret(silent).strategy)
    #expect(try interpreter.interpret(run).recomputesAsNeeded)
  }

  @Test("a format of 4 bits is priced as such, or not at all")
  func fourBits() throws {
    #expect(
      try interpret(["precision": "nvfp4", "gpu": "GB200"]).job.precision.compute == .blockFloat4)
    #expect(throws: SkippedRun.self) { try Prediction(interpret(["precision": "nvfp4"])) }
  }

  @Test("sharded parameters alone say that all ranks are data parallel")
  func degreesOfShardedParameters() throws {
    let blank = ["zero_or_fsdp": "FSDP2", "dp": "", "tp": "", "pp": ""]
    #expect(try interpret(blank).strategy.description == "dp8 zero3 mbs1")
  }

  @Test("nodes give as many devices as the row says")
  func devicesPerNode() throws {
    let run = try interpret(["gpus_per_node": "4"])
    #expect(run.cluster.groups[0].count == 2 && run.cluster.groups[0].node.deviceCount == 4)
  }

  @Test("recomputation that is left open is the least that fits")
  func recomputedAsNeeded() throws {
    func recomputation(_ row: [String: String]) throws -> Recomputation {
      try Prediction(interpret(row.merging(["recompute": ""]) { $1 })).strategy.recomputation
    }
    #expect(try recomputation([:]) == .none)
    let large = ["micro_batch": "16", "global_batch": "128", "seq_len": "4096"]
    guard case .full(let layers?) = try recomputation(large) else {
      Issue.record("a batch that does not fit is not recomputed in part")
      return
    }
    #expect(layers > 0 && layers < 24)
  }

  @Test("a ready model fills what the columns leave open, unless they contradict it")
  func readyModels() throws {
    let row = [
      "model": "Qwen3-30B-A3B", "layers": "48", "hidden": "2048", "ffn_hidden": "768",
      "heads": "32", "kv_heads": "4", "vocab": "151936", "gated_mlp": "true", "experts": "128",
      "topk": "8",
    ]
    let ready = try interpret(row)
    // 30.5 B parameters: heads have 128 features, which no column says.
    #expect(ready.graph.parameterCount == 30_532_122_624)
    let cut = try interpret(row.merging(["layers": "12"]) { $1 })
    #expect(cut.graph.blockCount == 12 && cut.graph.parameterCount < ready.graph.parameterCount / 3)
  }

  @Test("layers are divided evenly, counting embedding and output layer only where that divides")
  func splits() throws {
    let graph = try interpret([:]).graph
    let even = StageSplit(evenBlocksOf: graph, chunks: 4)
    #expect(even?.chunks.map(\.count) == [7, 6, 6, 7])
    let counting = StageSplit(evenBlocksOf: graph, chunks: 13)
    #expect(counting?.chunks.map(\.count) == Array(repeating: 2, count: 13))
    #expect(StageSplit(evenBlocksOf: graph, chunks: 7) == nil)
  }
}
