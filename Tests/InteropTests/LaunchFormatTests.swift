import ClusterTopology
import Foundation
import ModelDescription
import Quantities
import StrategySpace
import Testing

@testable import Interop

/// Plans that between them use everything that formats write.
struct LaunchCase: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var make: @Sendable () throws -> Launch

  static let all = [
    LaunchCase(testDescription: "dense, uneven stages") {
      let strategy = Strategy(
        dataParallelSize: 2, tensorParallelSize: 8, pipelineParallelSize: 4,
        sequenceParallel: true, zeroStage: .optimizer, recomputation: .full(layersPerChunk: 2)
      ).scheduled(.oneForwardOneBackward, within: Overlap())
      return try Plans.launch(
        "llama-3-70b", strategy, on: "dgx-h100", starts: [0, 20, 42, 63], csv: "0F0,0B0\n")
    },
    LaunchCase(testDescription: "mixed networks, interleaved") {
      let strategy = Strategy(
        dataParallelSize: 16, tensorParallelSize: 2, pipelineParallelSize: 2,
        virtualPipelineSize: 3, sequenceParallel: true, zeroStage: .optimizer
      ).scheduled(.interleaved, within: Overlap())
      return try Plans.launch(
        "gpt-7.5b", strategy, on: "hybrid-ib-roce", length: 2048, precision: .float16,
        csv: "0F0\n")
    },
    LaunchCase(testDescription: "experts over data and tensor parallelism") {
      try Plans.launch(
        "mixtral-8x7b",
        Strategy(
          dataParallelSize: 4, tensorParallelSize: 2, expertParallelSize: 8,
          sequenceParallel: true, zeroStage: .parameters, recomputation: .full()),
        on: "dgx-h100:1")
    },
    LaunchCase(testDescription: "context parallelism, selective") {
      try Plans.launch(
        "llama-3-8b",
        Strategy(
          dataParallelSize: 2, contextParallelSize: 4, contextParallelKind: .ulysses,
          recomputation: .selective),
        on: "dgx-h100:1")
    },
    LaunchCase(testDescription: "a schedule of its own") {
      let strategy = Strategy(
        dataParallelSize: 2, pipelineParallelSize: 4, virtualPipelineSize: 2
      ).scheduled(.vHalf, within: Overlap())
      return try Plans.launch("llama-3-8b", strategy, on: "dgx-h100:1", csv: "0F0\n")
    },
    LaunchCase(testDescription: "a name that means something to shells") {
      var launch = try Plans.launch(
        "llama-3-8b", Strategy(dataParallelSize: 8), on: "dgx-h100:1")
      launch.model.name = "it's $(date)\n`rm` \"x\" \\"
      launch.cluster.groups[0].name = "nodes\nexit 1; #"
      return launch
    },
  ]
}

@Suite("Plans in the words of launchers")
struct LaunchFormatTests {
  @Test(
    "every script is sound bash", .enabled(if: Interpreter.bash != nil, "bash is missing"),
    arguments: LaunchCase.all)
  func bash(_ sample: LaunchCase) throws {
    let launch = try sample.make()
    for format in LaunchFiles.formats
    where [".sh", ".slurm"].contains(where: format.fileName.hasSuffix) {
      let text = try format.write(launch).content
      let result = try #require(Interpreter.bash).run(["-n", "script"], files: ["script": text])
      #expect(result.status == 0, "\(format.fileName): \(result.output)")
    }
  }

  @Test(
    "shellcheck finds nothing in them",
    .enabled(if: Interpreter.shellcheck != nil, "shellcheck is missing"))
  func lint() throws {
    var files: [String: String] = [:]
    for (index, sample) in LaunchCase.all.enumerated() {
      let launch = try sample.make()
      for format in LaunchFiles.formats
      where [".sh", ".slurm"].contains(where: format.fileName.hasSuffix) {
        files["\(index)-\(format.fileName)"] = try format.write(launch).content
      }
    }
    // Variables that plan.sh assigns are for whoever evaluates it.
    let result = try #require(Interpreter.shellcheck).run(
      ["--norc", "-s", "bash", "-e", "SC2034"] + files.keys.sorted(), files: files)
    #expect(result.status == 0, "\(result.output)")
  }

  @Test(
    "assignments arrive in bash as they were written",
    .enabled(if: Interpreter.bash != nil, "bash is missing"), arguments: LaunchCase.all)
  func assignments(_ sample: LaunchCase) throws {
    let launch = try sample.make()
    let program =
      "eval \"$(cat plan.sh)\"; echo \"$RHUMB_WORLD_SIZE\"; "
      + "printf '%s\\n' \"${RHUMB_MEGATRON_ARGUMENTS[@]}\""
    let result = try #require(Interpreter.bash).run(
      ["-euc", program], files: ["plan.sh": ShellFormat().write(launch).content])
    let words = try MegatronFormat.flags(for: launch).flags.flatMap(\.words)
    let lines = ["\(launch.strategy.rankCount)"] + words
    #expect(result.output == lines.map { $0 + "\n" }.joined())
  }

  @Test(
    "each node has the environment of its group",
    .enabled(if: Interpreter.bash != nil, "bash is missing"),
    arguments: [(0, "8 unset"), (3, "8 unset"), (4, "8 3"), (7, "8 3")])
  func environment(_ node: Int, _ expected: String) throws {
    let text = EnvironmentFormat().write(try LaunchCase.all[1].make()).content
    let program = ". ./e.sh \(node); echo \"$RHUMB_DEVICES ${NCCL_IB_GID_INDEX:-unset}\""
    let bash = try #require(Interpreter.bash)
    #expect(try bash.run(["-euc", program], files: ["e.sh": text]).output == expected + "\n")
    #expect(try bash.run(["-euc", ". ./e.sh 8"], files: ["e.sh": text]).status == 1)
  }

  @Test(
    "torchtitan's recipe sets fields that its classes have",
    .enabled(if: Interpreter.python != nil, "python3 is missing"), arguments: LaunchCase.all)
  func torchtitan(_ sample: LaunchCase) throws {
    let launch = try sample.make()
    let text = try TorchtitanFormat().write(launch).content
    let program = """
      import rhumb_recipe
      c = rhumb_recipe.rhumb_plan()
      p, t = c.parallelism, c.training
      print(p.data_parallel_replicate_degree * p.data_parallel_shard_degree,
            p.tensor_parallel_degree, p.pipeline_parallel_degree, p.context_parallel_degree,
            sum(len(part) for part in p.module_fqns_per_model_part or []),
            t.num_tokens_per_train_step)
      """
    let result = try #require(Interpreter.python).run(
      ["-c", program], files: ["rhumb_recipe.py": text])
    let strategy = launch.strategy
    // Norm and output layer are two modules; the graph has them as one layer.
    let modules = strategy.pipelineParallelSize > 1 ? launch.graph.layers.count + 1 : 0
    let tokens = launch.job.globalBatchSize * launch.job.sequenceLength
    #expect(
      result.output
        == "\(strategy.dataParallelSize) \(strategy.tensorParallelSize) "
        + "\(strategy.pipelineParallelSize) \(strategy.contextParallelSize) \(modules) \(tokens)\n")
  }

  @Test(
    "the TOML file parses and says the same",
    .enabled(if: Interpreter.python != nil, "python3 is missing"), arguments: LaunchCase.all)
  func toml(_ sample: LaunchCase) throws {
    let launch = try sample.make()
    let text = try TorchtitanTOMLFormat().write(launch).content
    let program =
      "import tomllib; t = tomllib.load(open('x.toml', 'rb')); "
      + "print(t['parallelism']['pipeline_parallel_degree'], t['training']['global_batch_size'])"
    let result = try #require(Interpreter.python).run(["-c", program], files: ["x.toml": text])
    #expect(
      result.output
        == "\(launch.strategy.pipelineParallelSize) \(launch.job.globalBatchSize)\n")
  }

  @Test(
    "the JAX mesh has a device per rank, and its specs name its axes",
    .enabled(if: Interpreter.python != nil, "python3 is missing"), arguments: LaunchCase.all)
  func jax(_ sample: LaunchCase) throws {
    let launch = try sample.make()
    let program = """
      import rhumb_jax as r, math
      mesh = r.mesh()
      assert set(mesh.shape) == set(r.AXES)
      specs = [r.TOKENS, r.ACTIVATIONS]
      for group in (r.PARAMETERS, r.GRADIENTS, r.OPTIMIZER_STATES):
          specs += group.values()
      for spec in specs:
          names = []
          for part in spec:
              names += [] if part is None else [part] if isinstance(part, str) else list(part)
          assert set(names) <= set(r.AXES), spec
          assert len(names) == len(set(names)), spec
      print(math.prod(r.SHAPE))
      """
    let result = try #require(Interpreter.python).run(
      ["-c", program], files: ["rhumb_jax.py": try JAXFormat().write(launch).content])
    #expect(result.output == "\(launch.strategy.rankCount)\n")
  }

  @Test(
    "NeMo's settings run on a configuration",
    .enabled(if: Interpreter.python != nil, "python3 is missing"), arguments: LaunchCase.all)
  func nemo(_ sample: LaunchCase) throws {
    let launch = try sample.make()
    let program = """
      import rhumb_nemo
      from types import SimpleNamespace as N
      parts = ["model", "train", "ddp", "dataset", "dist", "checkpoint"]
      c = rhumb_nemo.apply(N(**{part: N() for part in parts}))
      print(c.model.tensor_model_parallel_size, c.model.context_parallel_size,
            c.train.global_batch_size, c.model.pipeline_dtype)
      """
    let result = try #require(Interpreter.python).run(
      ["-c", program], files: ["rhumb_nemo.py": try MegatronBridgeFormat().write(launch).content])
    let type = launch.job.precision == .float16 ? "float16" : "bfloat16"
    #expect(
      result.output
        == "\(launch.strategy.tensorParallelSize) \(launch.strategy.contextParallelSize) "
        + "\(launch.job.globalBatchSize) \(type)\n")
  }

  @Test("DeepSpeed's file reads back", arguments: LaunchCase.all)
  func deepSpeed(_ sample: LaunchCase) throws {
    let launch = try sample.make()
    let text = try DeepSpeedFormat().write(launch).content
    let config = try DeepSpeedConfig.read(text: text, path: "deepspeed.json")
    let strategy = launch.strategy
    #expect(config.globalBatchSize == launch.job.globalBatchSize)
    #expect(
      config.globalBatchSize
        == strategy.microBatchSize * launch.microbatches * strategy.dataParallelSize)
    #expect(config.tensorParallelSize ?? 1 == strategy.tensorParallelSize)
    let stage =
      strategy.pipelineParallelSize > 1 ? min(strategy.zeroStage, .optimizer) : strategy.zeroStage
    #expect(config.zeroStage == stage)
  }

  @Test("all formats together leave out only what they say they do")
  func all() throws {
    for sample in LaunchCase.all {
      let (files, refusals) = LaunchFiles.all(for: try sample.make())
      #expect(files.count + refusals.count == LaunchFiles.formats.count)
      #expect(Set(files.map(\.name)).count == files.count)
    }
    #expect(Set(LaunchFiles.formats.map(\.name)).count == LaunchFiles.formats.count)
  }

  @Test("sockets are asked for exactly where RDMA does not reach")
  func communicators() throws {
    let text = try CommunicatorFormat().write(try LaunchCase.all[1].make()).content
    #expect(text.contains("pp:\n  net_name: socket\n"))
    #expect(!text.contains("dp:"))
    #expect(throws: Inexpressible.self) {
      try CommunicatorFormat().write(try LaunchCase.all[0].make())
    }
  }

  @Test("models that a framework does not have are refused")
  func refused() throws {
    let launch = try Plans.launch("resnet-50", Strategy(dataParallelSize: 8), on: "dgx-h100:1")
    let (files, refusals) = LaunchFiles.all(for: launch)
    #expect(!files.map(\.name).contains("megatron.args"))
    #expect(refusals.contains { $0.contains("graph of blocks") })
  }
}
