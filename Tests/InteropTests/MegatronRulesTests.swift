import Configuration
import ModelDescription
import StrategySpace
import Testing

@testable import Interop

/// Lists whose verdicts were obtained by running `parse_args`, `validate_args` and the configuration
/// classes of NVIDIA/Megatron-LM d98e8a64dd (Python 3.11, CPU, device reported as capability 9.0).
struct MegatronExample: CustomTestStringConvertible {
  var title: String
  var world: Int
  var arguments: String
  var verdict: MegatronRules.Verdict

  var testDescription: String { title }

  private static let llama70B = """
    --num-layers 80 --hidden-size 8192 --ffn-hidden-size 28672 --num-attention-heads 64 \
    --group-query-attention --num-query-groups 8 --swiglu --disable-bias-linear \
    --normalization RMSNorm --position-embedding-type rope \
    --untie-embeddings-and-output-weights --seq-length 8192 --max-position-embeddings \
    8192
    """

  private static let llama405B = """
    --num-layers 126 --hidden-size 16384 --ffn-hidden-size 53248 --num-attention-heads \
    128 --group-query-attention --num-query-groups 8 --swiglu --disable-bias-linear \
    --normalization RMSNorm --position-embedding-type rope \
    --untie-embeddings-and-output-weights --seq-length 8192 --max-position-embeddings \
    8192
    """

  private static let mixtral = """
    --num-layers 32 --hidden-size 4096 --ffn-hidden-size 14336 --num-attention-heads 32 \
    --group-query-attention --num-query-groups 8 --swiglu --disable-bias-linear \
    --normalization RMSNorm --position-embedding-type rope \
    --untie-embeddings-and-output-weights --num-experts 8 --moe-router-topk 2 \
    --moe-token-dispatcher-type alltoall --seq-length 4096 --max-position-embeddings \
    4096
    """

  private static let gpt = """
    --num-layers 32 --hidden-size 4096 --num-attention-heads 32 --seq-length 4096 \
    --max-position-embeddings 4096
    """

  static let all: [MegatronExample] = [
    MegatronExample(
      title: "70B, TP 8, PP 4, DP 2, distributed optimizer, SP", world: 64,
      arguments: llama70B + " " + """
        --micro-batch-size 1 --global-batch-size 128 --tensor-model-parallel-size 8 \
        --pipeline-model-parallel-size 4 --sequence-parallel --use-distributed-optimizer \
        --overlap-grad-reduce --overlap-param-gather
        """,
      verdict: .valid(
        dataParallel: 2, virtualStages: nil, sequenceParallel: true, expertTensor: 8)),
    MegatronExample(
      title: "world 96 does not hold TP 8 x PP 10", world: 96,
      arguments: llama70B + " " + """
        --micro-batch-size 1 --global-batch-size 96 --tensor-model-parallel-size 8 \
        --pipeline-model-parallel-size 10
        """,
      verdict: .invalid(rule: 1)),
    MegatronExample(
      title: "80 layers on 6 stages", world: 48,
      arguments: llama70B + " " + """
        --micro-batch-size 1 --global-batch-size 48 --tensor-model-parallel-size 8 \
        --pipeline-model-parallel-size 6
        """,
      verdict: .invalid(rule: 13)),
    MegatronExample(
      title: "405B with both account-for flags on 16 stages", world: 1024,
      arguments: llama405B + " " + """
        --micro-batch-size 1 --global-batch-size 256 --tensor-model-parallel-size 8 \
        --pipeline-model-parallel-size 16 --account-for-embedding-in-pipeline-split \
        --account-for-loss-in-pipeline-split --sequence-parallel
        """,
      verdict: .valid(
        dataParallel: 8, virtualStages: nil, sequenceParallel: true, expertTensor: 8)),
    MegatronExample(
      title: "405B on 16 stages without them", world: 1024,
      arguments: llama405B + " " + """
        --micro-batch-size 1 --global-batch-size 256 --tensor-model-parallel-size 8 \
        --pipeline-model-parallel-size 16 --sequence-parallel
        """,
      verdict: .invalid(rule: 13)),
    MegatronExample(
      title: "interleaved: 10 layers per chunk, 2 chunks", world: 32,
      arguments: llama70B + " " + """
        --micro-batch-size 1 --global-batch-size 64 --tensor-model-parallel-size 8 \
        --pipeline-model-parallel-size 4 --num-layers-per-virtual-pipeline-stage 10 \
        --sequence-parallel
        """,
      verdict: .valid(
        dataParallel: 1, virtualStages: 2, sequenceParallel: true, expertTensor: 8)),
    MegatronExample(
      title: "interleaved chunk size 6 does not divide 20", world: 32,
      arguments: llama70B + " " + """
        --micro-batch-size 1 --global-batch-size 64 --tensor-model-parallel-size 8 \
        --pipeline-model-parallel-size 4 --num-layers-per-virtual-pipeline-stage 6
        """,
      verdict: .invalid(rule: 11)),
    MegatronExample(
      title: "interleaved with p2p overlap off and PP 2", world: 16,
      arguments: llama70B + " " + """
        --micro-batch-size 1 --global-batch-size 16 --tensor-model-parallel-size 8 \
        --pipeline-model-parallel-size 2 --num-virtual-stages-per-pipeline-rank 4 \
        --no-overlap-p2p-communication
        """,
      verdict: .invalid(rule: 14)),
    MegatronExample(
      title: "sequence parallel without TP is switched off", world: 8,
      arguments: gpt + " " + """
        --micro-batch-size 1 --global-batch-size 8 --sequence-parallel
        """,
      verdict: .valid(
        dataParallel: 8, virtualStages: nil, sequenceParallel: false, expertTensor: 1)),
    MegatronExample(
      title: "24 heads over TP 16", world: 16,
      arguments: """
        --num-layers 32 --hidden-size 3072 --num-attention-heads 24 --seq-length 4096 \
        --max-position-embeddings 4096 --micro-batch-size 1 --global-batch-size 1 \
        --tensor-model-parallel-size 16
        """,
      verdict: .invalid(rule: 45)),
    MegatronExample(
      title: "full recompute without a method", world: 8,
      arguments: gpt + " " + """
        --micro-batch-size 1 --global-batch-size 8 --recompute-granularity full \
        --recompute-num-layers 1
        """,
      verdict: .invalid(rule: 48)),
    MegatronExample(
      title: "sequence 4100 over CP 4", world: 8,
      arguments: """
        --num-layers 32 --hidden-size 4096 --num-attention-heads 32 --seq-length 4100 \
        --max-position-embeddings 8192 --micro-batch-size 1 --global-batch-size 8 \
        --context-parallel-size 4
        """,
      verdict: .invalid(rule: 23)),
    MegatronExample(
      title: "Mixtral: EP 8, ETP 1, TP 2, PP 2", world: 32,
      arguments: mixtral + " " + """
        --micro-batch-size 1 --global-batch-size 64 --tensor-model-parallel-size 2 \
        --pipeline-model-parallel-size 2 --expert-model-parallel-size 8 \
        --expert-tensor-parallel-size 1 --sequence-parallel
        """,
      verdict: .valid(
        dataParallel: 8, virtualStages: nil, sequenceParallel: true, expertTensor: 1)),
    MegatronExample(
      title: "8 experts over EP 3", world: 24,
      arguments: mixtral + " " + """
        --micro-batch-size 1 --global-batch-size 24 --expert-model-parallel-size 3
        """,
      verdict: .invalid(rule: 30)),
    MegatronExample(
      title: "pipeline layout with uneven ends, PP 4", world: 8,
      arguments: gpt + " " + """
        --micro-batch-size 1 --global-batch-size 16 --tensor-model-parallel-size 2 \
        --pipeline-model-parallel-size 4 --pipeline-model-parallel-layout \
        Et*7|t*9|t*9|t*7L
        """,
      verdict: .valid(
        dataParallel: 1, virtualStages: nil, sequenceParallel: false, expertTensor: 2)),
  ]
}

@Suite("The written rules of Megatron-LM")
struct MegatronRulesTests {
  @Test("give the verdicts that Megatron-LM gave", arguments: MegatronExample.all)
  func verdict(_ example: MegatronExample) {
    let words = example.arguments.split(whereSeparator: \.isWhitespace).map(String.init)
    #expect(MegatronRules(words, world: example.world).verdict == example.verdict)
  }

  @Test("and the import agrees", arguments: MegatronExample.all)
  func reading(_ example: MegatronExample) throws {
    guard case .valid(let data, let chunks, let sequence, let expertTensor) = example.verdict
    else {
      // Batches, heads, lengths and experts that do not divide are rules of strategies.
      if case .invalid(let rule) = example.verdict, ![8, 23, 30, 45].contains(rule) {
        #expect(throws: InvalidInput.self) {
          try MegatronRun.read(
            example.arguments + " --vocab-size 32000 --bf16", worldSize: example.world)
        }
      }
      return
    }
    let run = try MegatronRun.read(
      example.arguments + " --vocab-size 32000 --bf16", worldSize: example.world)
    #expect(run.strategy.dataParallelSize == data)
    #expect(run.strategy.virtualPipelineSize == chunks ?? 1)
    #expect(run.strategy.sequenceParallel == sequence)
    if case .transformer(let family) = run.model.architecture, family.experts != nil {
      #expect(run.strategy.expertTensorParallelSize == expertTensor)
    }
  }
}
