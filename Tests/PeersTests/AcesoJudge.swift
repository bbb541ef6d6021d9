import Foundation

/// Aceso's prediction of a pipeline of unequal stages, operator by operator, after its program
/// (microsoft/SuperScaler, branch Aceso, at fa80ad0). Sizes are MB of 2²⁰ bytes, times microseconds.
///
/// Charges neither the reduction of gradients over data-parallel ranks nor the optimizer.
struct AcesoJudge {
  let tables: AcesoTables
  let network: AcesoNetwork
  var devicesPerNode = 8

  struct Verdict: Hashable {
    /// Of one microbatch.
    var microseconds: Double
    var megabytes: Double
  }

  /// What a whole pipeline takes: `max t · (m − 1) + Σ t`, and its fullest stage.
  ///
  /// - Parameter microbatches: of a step.
  func judge(
    _ stages: [AcesoStage], microbatches: Int
  ) -> (seconds: Double, megabytes: Double)? {
    guard let verdicts = verdicts(of: stages) else { return nil }
    let times = verdicts.map(\.microseconds)
    let step = (times.max() ?? 0) * Double(microbatches - 1) + times.reduce(0, +)
    return (step / 1e6, verdicts.map(\.megabytes).max() ?? 0)
  }

  /// By stage; `nil` where a table lacks an operator.
  func verdicts(of stages: [AcesoStage]) -> [Verdict]? {
    var verdicts: [Verdict] = []
    var before = 0
    for (index, stage) in stages.enumerated() {
      guard let found = judge(stage, devicesBefore: before, behind: stages.count - 1 - index)
      else { return nil }
      verdicts.append(found)
      before += stage.devices
    }
    return verdicts
  }

  /// - Parameters:
  ///   - before: devices of all earlier stages.
  ///   - behind: how many stages follow.
  func judge(_ stage: AcesoStage, devicesBefore before: Int, behind: Int) -> Verdict? {
    var rows: [AcesoTables.Row] = []
    for op in stage.operators {
      guard let row = tables.row(of: op, samples: stage.samples) else { return nil }
      rows.append(row)
    }
    guard let first = stage.operators.first, let last = stage.operators.last else { return nil }
    var asFirst = last
    asFirst.tp = first.tp
    asFirst.dp = first.dp
    guard let output = tables.row(of: asFirst, samples: stage.samples)?.output else { return nil }
    func leavesNode(_ devices: Int) -> Bool { devices > 0 && devices % devicesPerNode == 0 }
    var time = network.microseconds(rows[0].input, between: leavesNode(before))
    time += network.microseconds(output, between: leavesNode(before + stage.devices))
    for (op, row) in zip(stage.operators, rows) {
      time += row.forward + row.backward + (op.isRecomputed ? row.forward : 0)
    }
    for index in rows.indices.dropFirst() {
      time +=
        1000
        * tables.resharding(
          from: stage.operators[index - 1], to: stage.operators[index], rows[index].input)
    }
    return Verdict(
      microseconds: time, megabytes: memory(of: stage.operators, rows, behind: behind))
  }

  private func memory(
    of operators: [AcesoOperator], _ rows: [AcesoTables.Row], behind: Int
  ) -> Double {
    let weights = rows.map(\.weights).reduce(0, +)
    let kept = zip(operators, rows).map { $0.kind.sharedSpace * $1.activations }
    var saved = 0.0
    // Operators that are recomputed in a row, and the largest such run.
    var (run, peak) = (0.0, 0.0)
    for index in operators.indices.dropLast() {
      let (op, next) = (operators[index], operators[index + 1])
      let endsLayer = next.kind == .firstNorm && !op.kind.isAttentionMatrix
      if op.isRecomputed && next.isRecomputed {
        let saving = endsLayer ? 0 : kept[index]
        saved += saving
        run += saving
        let isLastPair = index == operators.count - 2 && !op.kind.isAttentionMatrix
        if !endsLayer && !isLastPair { continue }
      }
      peak = max(peak, run)
      run = 0
    }
    func largest(_ figure: (AcesoTables.Row) -> Double) -> Double {
      rows.dropLast().map(figure).max() ?? 0
    }
    let reserved = max(largest(\.reservedForward) + largest(\.reservedBackward), weights)
    let held = rows[0].input + kept.reduce(0, +) - saved
    return 8 * weights + held * Double(behind + 1) + peak + reserved
  }
}

/// Consecutive operators on some devices.
struct AcesoStage: Hashable {
  /// Of one microbatch, over all data-parallel ranks.
  var samples: Int
  var devices: Int
  var operators: [AcesoOperator]
}

/// One operator, and how it is divided.
struct AcesoOperator: Hashable {
  var kind: Kind
  var tp: Int
  var dp: Int
  /// 0 for Megatron's split (by columns, then by rows), 1 for the reverse.
  var algo = 0
  var isRecomputed = false

  enum Kind: String, CaseIterable {
    case embedding = "encoder-embedding"
    case firstNorm = "enc-1st-layernorm"
    case qkv = "enc-attention-qkv"
    case score = "enc-attention-score"
    case softmax = "enc-attention-softmax"
    case attentionDropout = "enc-attention-dropout"
    case context = "enc-attention-context"
    case dense = "enc-attention-dense"
    case postAttentionDropout = "enc-post-attention-dropout"
    case secondNorm = "enc-2nd-layernorm"
    case firstProduct = "enc-MLP-GEMM-1"
    case gelu = "enc-MLP-gelu"
    case secondProduct = "enc-MLP-GEMM-2"
    case lastDropout = "enc-post-MLP-dropout"
    case finalNorm = "final-layernorm"
    case postProcess = "gpt-post-process"

    /// The operators of a whole model, in order.
    static func model(layers: Int) -> [Kind] {
      let layer = Array(allCases.dropFirst().dropLast(2))
      return [.embedding] + (0..<layers).flatMap { _ in layer } + [.finalNorm, .postProcess]
    }

    var isAttentionMatrix: Bool { self == .softmax || self == .attentionDropout }

    /// How often an operator's activations count: softmax and dropout share space.
    var sharedSpace: Double {
      switch self {
      case .softmax: 0
      case .attentionDropout: 1.5
      default: 1
      }
    }
  }

  /// How a tensor lies: copies, and parts of its three dimensions.
  struct TensorLayout: Hashable {
    var replicas: Int
    var parts: [Int]
  }

  private enum Form { case replicated, columns, heads, logits }

  private func layout(_ form: Form) -> TensorLayout {
    switch form {
    case .replicated: TensorLayout(replicas: tp, parts: [1, dp, 1])
    case .columns: TensorLayout(replicas: 1, parts: [1, dp, tp])
    case .heads: TensorLayout(replicas: 1, parts: [dp, tp, 1])
    case .logits: TensorLayout(replicas: tp, parts: [dp, 1, 1])
    }
  }

  var input: TensorLayout {
    switch kind {
    case .qkv, .firstProduct: layout(algo == 0 ? .replicated : .columns)
    case .dense, .secondProduct: layout(algo == 0 ? .columns : .replicated)
    case .score, .gelu: layout(.columns)
    case .softmax, .attentionDropout, .context: layout(.heads)
    case .postProcess: layout(.logits)
    default: layout(.replicated)
    }
  }

  var output: TensorLayout {
    switch kind {
    case .qkv, .firstProduct: layout(algo == 0 ? .columns : .replicated)
    case .dense, .secondProduct: layout(algo == 0 ? .replicated : .columns)
    case .context, .gelu: layout(.columns)
    case .score, .softmax, .attentionDropout: layout(.heads)
    case .finalNorm, .postProcess: layout(.logits)
    default: layout(.replicated)
    }
  }
}

/// Measured operators and collectives.
struct AcesoTables: Decodable {
  private var ops: [String: [String: [Double]]]
  private var collectivesMbMs: [String: [[Double]]]

  struct Row {
    var forward: Double
    var backward: Double
    var input: Double
    var output: Double
    var weights: Double
    var activations: Double
    var reservedForward: Double
    var reservedBackward: Double
  }

  /// - Parameter samples: of one microbatch, over all data-parallel ranks.
  func row(of op: AcesoOperator, samples: Int) -> Row? {
    guard samples % op.dp == 0,
      let row = ops["mbs\(samples / op.dp)/tp\(op.tp)/algo\(op.algo)"]?[op.kind.rawValue]
    else { return nil }
    return Row(
      forward: row[0], backward: row[1], input: row[2], output: row[3], weights: row[4],
      activations: row[5], reservedForward: row[6], reservedBackward: row[7])
  }

  /// Milliseconds, forward and backward, of turning one operator's output into the next one's input.
  func resharding(from: AcesoOperator, to: AcesoOperator, _ megabytes: Double) -> Double {
    let (a, b) = (from.output, to.input)
    guard a != b else { return 0 }
    if a.replicas > b.replicas {
      // Splitting is free; gradients are gathered.
      let becomesFiner = zip(a.parts, b.parts).contains { $0 < $1 }
      return becomesFiner
        ? milliseconds("all_gather", a.replicas / b.replicas, megabytes) : 0
    }
    guard let coarser = a.parts.indices.first(where: { a.parts[$0] > b.parts[$0] }) else {
      return 0
    }
    let ratio = a.parts[coarser] / b.parts[coarser]
    if b.replicas > a.replicas { return milliseconds("all_gather", ratio, megabytes) }
    let becomesFiner = a.parts.indices.contains { $0 != coarser && a.parts[$0] < b.parts[$0] }
    return becomesFiner ? 2 * milliseconds("all_to_all", ratio, megabytes) : 0
  }

  private func milliseconds(_ kind: String, _ ranks: Int, _ megabytes: Double) -> Double {
    guard let known = collectivesMbMs["\(kind)/\(ranks)"] else { return 100_000 }
    let size = megabytes.rounded(.toNearestOrEven)
    func duration(_ size: Double) -> Double? { known.first { $0[0] == size }?[1] }
    return duration(size) ?? duration(size - 1) ?? 100_000
  }
}

/// What transfers between devices reach, by size.
struct AcesoNetwork: Decodable {
  private var intra: [String: Double]
  private var inter: [String: Double]

  /// - Parameter nodes: whether it goes from one node to another.
  func microseconds(_ megabytes: Double, between nodes: Bool) -> Double {
    guard megabytes > 0 else { return 0 }
    let rates = (nodes ? inter : intra).sorted { (Double($0.key) ?? 0) < (Double($1.key) ?? 0) }
    // The program looks one entry too low, except for the first; sizes of less than half a MB
    // count from the end of the table.
    let power = Int(log2(megabytes))
    let place = power < 0 ? rates.count + power : min(max(power - 1, 0), rates.count - 1)
    return megabytes / (rates[max(place, 0)].value * 1e-3)
  }
}
