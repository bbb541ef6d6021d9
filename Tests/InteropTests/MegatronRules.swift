/// When Megatron-LM accepts a list of arguments, written from its own checks and apart from the
/// exporter: `validate_args` and the configuration classes of NVIDIA/Megatron-LM d98e8a64dd, as far
/// as they concern degrees, batch, layers and memory.
///
/// Rules are numbered 1 to 69: up to 39 `validate_args`, up to 44 ModelParallelConfig, up to 63
/// TransformerConfig, then process groups and the first step. They are tested in that order, so
/// the first one broken is the one that Megatron-LM would name.
struct MegatronRules {
  enum Verdict: Equatable {
    case valid(dataParallel: Int, virtualStages: Int?, sequenceParallel: Bool, expertTensor: Int)
    case invalid(rule: Int)
  }

  private let flags: [String: [String]]
  private let world: Int

  init(_ words: [String], world: Int) {
    var flags: [String: [String]] = [:]
    var name = ""
    for word in words {
      if word.hasPrefix("--") {
        name = word
        flags[name] = []
      } else {
        flags[name, default: []].append(word)
      }
    }
    self.flags = flags
    self.world = world
  }

  private func has(_ name: String) -> Bool { flags["--" + name] != nil }
  private func text(_ name: String) -> String? { flags["--" + name]?.first }
  private func number(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

  private var tensor: Int { number("tensor-model-parallel-size") ?? 1 }
  private var pipeline: Int { number("pipeline-model-parallel-size") ?? 1 }
  private var context: Int { number("context-parallel-size") ?? 1 }
  private var expert: Int { number("expert-model-parallel-size") ?? 1 }
  private var expertTensor: Int { number("expert-tensor-parallel-size") ?? tensor }
  private var experts: Int? { number("num-experts").flatMap { $0 == 0 ? nil : $0 } }
  private var layers: Int { number("num-layers") ?? 0 }
  private var data: Int { world / (tensor * pipeline * context) }
  private var isFullySharded: Bool { has("use-megatron-fsdp") }
  private var sequenceParallel: Bool { has("sequence-parallel") && tensor > 1 }
  private var accounted: Int {
    (has("account-for-embedding-in-pipeline-split") ? 1 : 0)
      + (has("account-for-loss-in-pipeline-split") ? 1 : 0)
  }
  private var layout: [String]? {
    text("pipeline-model-parallel-layout").map { text in
      // Letters and repetitions of one letter, which is all that is checked here.
      var letters = ""
      var rest = Array(text)[...]
      while let letter = rest.popFirst() {
        if letter == "," { continue }
        var count = 1
        if rest.first == "*" {
          rest.removeFirst()
          let digits = rest.prefix { $0.isNumber }
          count = Int(String(digits)) ?? 1
          rest = rest.dropFirst(digits.count)
        }
        letters += String(repeating: letter, count: count)
      }
      return letters.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
  }
  private var virtualStages: Int? {
    var found: Int?
    if let layout { found = layout.count / pipeline }
    if let count = number("num-layers-per-virtual-pipeline-stage") {
      found = (layers + accounted) / pipeline / count
    }
    if let count = number("num-virtual-stages-per-pipeline-rank") { found = count }
    return found == 1 ? nil : found
  }
  private var hasEndCounts: Bool {
    has("decoder-first-pipeline-num-layers") || has("decoder-last-pipeline-num-layers")
  }

  var verdict: Verdict {
    let broken =
      brokenArguments ?? brokenParallelConfig ?? brokenTransformerConfig ?? brokenElsewhere
    if let broken { return .invalid(rule: broken) }
    return .valid(
      dataParallel: data, virtualStages: virtualStages, sequenceParallel: sequenceParallel,
      expertTensor: expertTensor)
  }

  // MARK: validate_args

  private var brokenArguments: Int? {
    if world % (tensor * pipeline * context) != 0 { return 1 }
    guard let micro = number("micro-batch-size"), micro > 0 else { return 7 }
    let global = number("global-batch-size") ?? micro * data
    if global <= 0 { return 7 }
    if global % (micro * data) != 0 { return 8 }
    return brokenSplit ?? brokenOverlap ?? brokenSizes ?? brokenChoices
  }

  private var brokenSplit: Int? {
    let ways = [
      "num-layers-per-virtual-pipeline-stage", "num-virtual-stages-per-pipeline-rank",
      "pipeline-model-parallel-layout",
    ]
    if ways.count(where: { has($0) }) > 1 { return 9 }
    if let layout, layout.count % pipeline != 0 { return 10 }
    if let count = number("num-layers-per-virtual-pipeline-stage") {
      if hasEndCounts || (layers + accounted) % pipeline != 0 { return 11 }
      if (layers + accounted) / pipeline % count != 0 { return 11 }
    }
    let isPlain = !ways.contains { has($0) } && !hasEndCounts
    if isPlain, (layers + accounted) % pipeline != 0 { return 13 }
    if virtualStages != nil {
      if pipeline <= (has("no-overlap-p2p-communication") ? 2 : 1) { return 14 }
    }
    return nil
  }

  private var brokenOverlap: Int? {
    if has("overlap-param-gather") {
      if !has("use-distributed-optimizer"), !isFullySharded { return 15 }
      if !has("overlap-grad-reduce") { return 15 }
    }
    if isFullySharded, text("ckpt-format") != "fsdp_dtensor" { return 19 }
    if has("fp16"), has("bf16") { return 20 }
    return nil
  }

  private var brokenSizes: Int? {
    for name in ["num-layers", "hidden-size", "num-attention-heads", "max-position-embeddings"]
    where number(name) == nil { return 22 }
    let heads = number("num-attention-heads") ?? 1
    if !has("kv-channels"), (number("hidden-size") ?? 0) % heads != 0 { return 22 }
    let length = number("seq-length") ?? 0
    if context > 1, length % (2 * context) != 0 { return 23 }
    if (number("max-position-embeddings") ?? 0) < length { return 24 }
    return nil
  }

  private var brokenChoices: Int? {
    let granularity = text("recompute-granularity")
    if granularity == "selective", has("recompute-method") { return 26 }
    if has("tp-comm-overlap"), !sequenceParallel { return 28 }
    if expert > 1 {
      guard let experts, experts % expert == 0 else { return 30 }
    }
    if text("ckpt-format") == "fsdp_dtensor", !isFullySharded { return 31 }
    if has("optimizer-cpu-offload"), !has("use-precision-aware-optimizer") { return 33 }
    if has("multi-latent-attention"), has("group-query-attention") { return 35 }
    let positions = text("position-embedding-type") ?? "learned_absolute"
    if (number("mtp-num-layers") ?? 0) > 0, !["rope", "none"].contains(positions) { return 36 }
    return nil
  }

  // MARK: ModelParallelConfig and TransformerConfig

  private var brokenParallelConfig: Int? {
    has("overlap-p2p-communication-warmup-flush") && has("no-overlap-p2p-communication") ? 44 : nil
  }

  private var brokenTransformerConfig: Int? {
    if (number("num-attention-heads") ?? 0) % tensor != 0 { return 45 }
    if let groups = number("num-query-groups"), groups % tensor != 0, tensor % groups != 0 {
      return 46
    }
    let granularity = text("recompute-granularity")
    if granularity == "full" {
      guard ["block", "uniform"].contains(text("recompute-method")),
        has("recompute-num-layers")
      else { return 48 }
    }
    if granularity == "selective", has("recompute-num-layers") { return 48 }
    if hasEndCounts, accounted > 0 { return 50 }
    if let layout, hasEndCounts || accounted > 0 || !isSound(layout) { return 51 }
    if hasEndCounts, !endCountsFit { return 52 }
    if accounted > 0, let virtualStages, (layers + accounted) / pipeline % virtualStages != 0 {
      return 53
    }
    if experts != nil, !has("disable-bias-linear"), expertTensor > 1 { return 56 }
    if experts != nil, number("moe-router-topk") == 1, !has("moe-router-pre-softmax") {
      return 57
    }
    if has("moe-ffn-hidden-size"), experts == nil { return 60 }
    return nil
  }

  /// Starts with the embedding, ends with the loss, every layer once; prediction modules together,
  /// behind all layers, in the last chunk of a stage and with several chunks not on the first.
  private func isSound(_ layout: [String]) -> Bool {
    let all = layout.joined()
    func count(_ letter: Character) -> Int { all.count { $0 == letter } }
    guard all.allSatisfy({ "EtmL".contains($0) }), all.first == "E", all.last == "L",
      count("E") == 1, count("L") == 1, count("t") == layers,
      count("m") == number("mtp-num-layers") ?? 0
    else { return false }
    let holders = layout.indices.filter { layout[$0].contains("m") }
    guard let holder = holders.first else { return true }
    let chunks = layout.count / pipeline
    let after = all[(all.firstIndex(of: "m") ?? all.endIndex)...]
    return holders.count == 1 && !after.contains("t") && holder / pipeline == chunks - 1
      && (chunks == 1 || holder % pipeline != 0)
  }

  private var endCountsFit: Bool {
    let ends = [
      number("decoder-first-pipeline-num-layers"), number("decoder-last-pipeline-num-layers"),
    ].compactMap { $0 }
    let chunks = virtualStages ?? 1
    let middle = pipeline - ends.count
    let left = layers - ends.reduce(0, +)
    if ends.contains(where: { $0 <= 0 || $0 % chunks != 0 }) { return false }
    if middle == 0 || left == 0 { return middle == 0 && left == 0 }
    return left > 0 && left % middle == 0 && left / middle % chunks == 0
  }

  // MARK: Elsewhere

  private var brokenElsewhere: Int? {
    let block = expertTensor * expert
    if world % (block * pipeline) != 0 { return 65 }
    let expertData = world / (block * pipeline)
    if has("use-tp-pp-dp-mapping"), pipeline > 1, expertData != data { return 65 }
    let micro = number("micro-batch-size") ?? 1
    let microbatches = (number("global-batch-size") ?? micro * data) / (micro * data)
    if virtualStages != nil {
      if microbatches < pipeline || microbatches % pipeline != 0 { return 66 }
    }
    if let virtualStages, layout == nil, (layers + accounted) / pipeline % virtualStages != 0 {
      return 67
    }
    return nil
  }
}
