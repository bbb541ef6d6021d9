import Configuration
import ModelDescription
import StrategySpace
import Testing

@testable import Interop

@Suite("Reading Megatron-LM's arguments")
struct MegatronReadingTests {
  private static let base =
    "--num-layers 8 --hidden-size 64 --num-attention-heads 8 --vocab-size 100 --seq-length 128 "
    + "--max-position-embeddings 128 --micro-batch-size 1"

  private static func run(_ more: String, world: Int = 8) throws -> MegatronRun {
    try MegatronRun.read(base + " " + more, worldSize: world)
  }

  @Test(
    "stages hold the layers that flags give them",
    arguments: [
      ("--pipeline-model-parallel-size 2", [4, 4]),
      ("--pipeline-model-parallel-size 2 --num-layers-per-virtual-pipeline-stage 2", [2, 2, 2, 2]),
      (
        "--pipeline-model-parallel-size 2 --num-virtual-stages-per-pipeline-rank 4",
        Array(repeating: 1, count: 8)
      ),
      (
        "--pipeline-model-parallel-size 4 --decoder-first-pipeline-num-layers 1 --decoder-last-pipeline-num-layers 1",
        [1, 3, 3, 1]
      ),
      ("--pipeline-model-parallel-size 4 --decoder-last-pipeline-num-layers 2", [2, 2, 2, 2]),
      (
        "--pipeline-model-parallel-size 4 --pipeline-model-parallel-layout Et|(t,t|)*3tL",
        [1, 2, 2, 2, 1]
      ),
      ("--pipeline-model-parallel-size 2 --pipeline-model-parallel-layout 'Et*3|t*5L'", [3, 5]),
      (
        "--pipeline-model-parallel-size 2 --num-virtual-stages-per-pipeline-rank 2 --decoder-first-pipeline-num-layers 2",
        [1, 3, 1, 3]
      ),
      (
        "--pipeline-model-parallel-size 5 --account-for-embedding-in-pipeline-split --account-for-loss-in-pipeline-split",
        [1, 2, 2, 2, 1]
      ),
    ])
  func blocks(_ flags: String, _ expected: [Int]) throws {
    let isUneven = flags.contains("(t,t|)")
    if isUneven {
      // Five parts on four stages.
      #expect(throws: InvalidInput.self) { try Self.run(flags) }
    } else {
      let world = flags.contains("size 5") ? 5 : 8
      #expect(try Self.run(flags, world: world).blocks == expected)
    }
  }

  @Test("an equals sign, quotes and line continuations are as good as spaces")
  func spellings() throws {
    let text =
      "pretrain_gpt.py " + Self.base.split(separator: " --").joined(separator: " \\\n --")
      + " --tensor-model-parallel-size=\"2\""
    #expect(try MegatronRun.read(text, worldSize: 8).strategy.tensorParallelSize == 2)
  }

  @Test("a script's comments are left aside")
  func comments() throws {
    let text = "# GPUs: 8\n" + Self.base + " \\\n  --tensor-model-parallel-size 2 # half --bf16\n"
    let run = try MegatronRun.read(text, worldSize: 8)
    #expect(run.strategy.tensorParallelSize == 2)
    #expect(run.job.precision == .float32)
  }

  @Test("each mistake is told once")
  func once() {
    for flags in [
      "--pipeline-model-parallel-layout E|x", "--expert-tensor-parallel-size x --num-experts 4",
      "--num-virtual-stages-per-pipeline-rank 0",
    ] {
      let error = #expect(throws: InvalidInput.self) { try Self.run(flags) }
      #expect(error?.diagnostics.count == 1, "\(error.map { "\($0)" } ?? "")")
    }
  }

  @Test("what means nothing here is listed")
  func unread() throws {
    #expect(try Self.run("--lr 1e-4 --mock-data").unread == ["--lr", "--mock-data"])
  }

  @Test(
    "mistakes are told",
    arguments: [
      ("--tensor-model-parallel-size 3", "8 ranks are no multiple of 3"),
      ("--tensor-model-parallel-size two", "'--tensor-model-parallel-size' must be a whole number"),
      ("--tensor-model-parallel-size 2 2", "takes one value, found 2"),
      ("--recompute-granularity ful", "did you mean 'full'?"),
      ("--recompute-granularity full", "needs --recompute-method"),
      ("--bf16 --fp16", "exclude each other"),
      ("--overlap-param-gather", "needs --overlap-grad-reduce"),
      ("--expert-model-parallel-size 2", "needs --num-experts"),
      ("--num-experts 4 --moe-layer-freq [0,1]", "for 8 layers"),
      ("--num-experts 4 --moe-layer-freq [0,1,0,0,1,1,0,0]", "no first layer and interval"),
      (
        "--pipeline-model-parallel-size 4 --pipeline-model-parallel-layout Ex|L", "expected letters"
      ),
      ("--pipeline-model-parallel-size 2 --pipeline-model-parallel-layout E|L", "places 0 layers"),
      ("--pipeline-model-parallel-size 8 --world 'open", "a quote is left open"),
      ("--num-layers-per-virtual-pipeline-stage 3", "do not divide"),
      ("--kv-channels 0", "must be a whole number from 1"),
      (
        "--pipeline-model-parallel-size 2 --num-virtual-stages-per-pipeline-rank 2 --no-overlap-p2p-communication",
        "needs more than 2 stages"
      ),
      ("--overlap-grad-reduce --overlap-param-gather", "needs --use-distributed-optimizer"),
      ("--tp-comm-overlap --sequence-parallel", "needs --sequence-parallel and tensor"),
      ("--seq-length 256", "'--max-position-embeddings 128' is less than '--seq-length 256'"),
      ("--moe-ffn-hidden-size 32", "needs --num-experts"),
      ("--recompute-activations --recompute-num-layers 1", "selective recomputation excludes"),
      ("--optimizer-cpu-offload", "needs --use-precision-aware-optimizer"),
      (
        "--pipeline-model-parallel-size 4 --decoder-first-pipeline-num-layers 2 --account-for-loss-in-pipeline-split",
        "exclude --account-for"
      ),
      ("--hybrid-layer-pattern M-M*", "asks for layers of state-space models"),
      ("--tensor-parallel-num-weight-shards 4", "asks for weight shards"),
      (
        "--pipeline-model-parallel-size 2 --num-virtual-stages-per-pipeline-rank 2 --decoder-first-pipeline-num-layers 3",
        "3 layers of a stage do not divide over its 2 virtual stages"
      ),
    ])
  func mistakes(_ flags: String, _ message: String) {
    #expect {
      try Self.run(flags)
    } throws: { error in
      (error as? InvalidInput)?.description.contains(message) ?? false
    }
  }

  @Test("a misspelt flag is suggested in place of the missing one")
  func misspelt() {
    #expect {
      try MegatronRun.read("--num-layer 8", worldSize: 1)
    } throws: { error in
      (error as? InvalidInput)?.description.contains(
        "'--num-layers' is missing; did you mean it by '--num-layer'?") ?? false
    }
  }

  @Test("no text makes the reader trap")
  func fuzz() {
    var random = SeededGenerator(seed: 7)
    let pieces = [
      "--num-layers", "--pipeline-model-parallel-layout", "E", "t*99999999999999999999", "(", ")",
      "|", "L", "--moe-layer-freq", "[0]*1+[1]*3", "([1]", "*8192", "--num-experts", "9", "0", "-1",
      "'", "\"", "\\", "=", "--hidden-size", "64", "--", "--seq-length", "99999999999999999999",
      "--pipeline-model-parallel-size", "32768", "--tensor-model-parallel-size",
      "--context-parallel-size", Self.base,
    ]
    for _ in 0..<3000 {
      let words = (0..<Int.random(in: 1...12, using: &random)).map { _ in random.pick(pieces) }
      let joint = random.pick([" ", "", " "])
      _ = try? MegatronRun.read(
        words.joined(separator: joint), worldSize: random.pick([0, -5, 8, .max]))
    }
  }
}
