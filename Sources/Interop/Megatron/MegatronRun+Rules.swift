import StrategySpace

extension MegatronRunReader {
  /// Reports combinations that would mean something here, but that Megatron-LM ends with
  /// (`validate_args` and the configuration classes of NVIDIA/Megatron-LM d98e8a64dd); what a strategy
  /// cannot be at all is a `Violation` of its own.
  mutating func refuseCombinations(_ strategy: Strategy) {
    let isInterleaved = strategy.virtualPipelineSize > 1
    let hasEndCounts =
      list.has("--decoder-first-pipeline-num-layers")
      || list.has("--decoder-last-pipeline-num-layers")
    let countsEnds =
      list.has("--account-for-embedding-in-pipeline-split")
      || list.has("--account-for-loss-in-pipeline-split")
    refuse(
      isInterleaved && strategy.pipelineParallelSize == 2
        && list.has("--no-overlap-p2p-communication"),
      "'--no-overlap-p2p-communication' with virtual stages needs more than 2 stages")
    refuse(
      hasEndCounts && list.has("--num-layers-per-virtual-pipeline-stage"),
      "'--num-layers-per-virtual-pipeline-stage' excludes counts for the first or last stage")
    refuse(
      hasEndCounts && countsEnds,
      "counts for the first or last stage exclude --account-for-… flags")
    refuse(
      layout != nil && (hasEndCounts || countsEnds),
      "'--pipeline-model-parallel-layout' excludes other ways to place layers")
    refuse(
      list.has("--overlap-param-gather") && !list.has("--use-distributed-optimizer")
        && !list.has("--use-megatron-fsdp"),
      "'--overlap-param-gather' needs --use-distributed-optimizer")
    refuse(
      list.has("--tp-comm-overlap") && !strategy.sequenceParallel,
      "'--tp-comm-overlap' needs --sequence-parallel and tensor parallelism")
    refuse(
      list.has("--distribute-saved-activations")
        && (strategy.sequenceParallel || strategy.tensorParallelSize == 1),
      "'--distribute-saved-activations' needs tensor parallelism without --sequence-parallel")
    refuse(
      list.has("--optimizer-cpu-offload") && !list.has("--use-precision-aware-optimizer"),
      "'--optimizer-cpu-offload' needs --use-precision-aware-optimizer")
    refuseSizes()
  }

  private mutating func refuseSizes() {
    let positions = list.integer("--max-position-embeddings", in: 1...(1 << 30))
    let length = list.integer("--seq-length", in: 1...(1 << 30))
    refuse(
      (positions ?? .max) < (length ?? 0),
      "'--max-position-embeddings \(positions ?? 0)' is less than '--seq-length \(length ?? 0)'")
    let hasExperts = (list.integer("--num-experts", in: 0...(1 << 20)) ?? 0) > 0
    refuse(
      list.has("--moe-ffn-hidden-size") && !hasExperts,
      "'--moe-ffn-hidden-size' needs --num-experts")
    let isSelective =
      list.has("--recompute-activations")
      || list.word("--recompute-granularity", of: ["full", "selective"]) == "selective"
    refuse(
      isSelective && (list.has("--recompute-method") || list.has("--recompute-num-layers")),
      "selective recomputation excludes --recompute-method and --recompute-num-layers")
  }

  private mutating func refuse(_ isBroken: Bool, _ message: String) {
    if isBroken { list.report(message) }
  }
}
