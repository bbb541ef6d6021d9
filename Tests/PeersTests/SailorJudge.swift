import Foundation

/// Sailor's prediction of a step, after its simulator (eth-easl/sailor at cf2c8e3).
///
/// Bytes are counted in fp32; times are seconds. A plan that uses what the tables do not hold is not
/// judged: the original would take zero seconds for it.
struct SailorJudge {
  let tables: SailorTables
  let network: SailorNetwork
  let globalBatch: Int

  struct Verdict {
    var seconds: Double
    var peakBytes: Double
    /// Whether every GPU holds what it is given.
    var fits: Bool
  }

  func judge(_ plan: SailorPlan) -> Verdict? {
    guard let last = plan.pipelines.last else { return nil }
    let b = plan.mbs
    let width = b * last.dpDegrees[0] * plan.pipelines.count
    let microbatches = (globalBatch + width - 1) / width
    var (longest, exchange) = (0.0, 0.0)
    var verdict = Verdict(seconds: 0, peakBytes: 0, fits: true)
    for pipeline in plan.pipelines {
      guard let time = time(of: pipeline, b, microbatches) else { return nil }
      longest = max(longest, time)
      exchange = max(exchange, gradientExchange(in: pipeline))
      for stage in pipeline.stages.indices {
        for replica in Set(pipeline.stages[stage]) {
          let layers = pipeline.layersPerStage[stage]
          let bytes = memory(
            layers, replica.tp, b, stagesFrom: pipeline.stages.count - stage)
          verdict.peakBytes = max(verdict.peakBytes, bytes)
          if bytes > Self.capacity(replica.gpu) { verdict.fits = false }
        }
      }
    }
    verdict.seconds = longest + exchange + exchangeBetween(plan.pipelines)
    return verdict
  }

  // MARK: Passes

  private func time(
    of pipeline: SailorPipeline, _ b: Int, _ microbatches: Int
  ) -> Double? {
    let stages = pipeline.stages
    var (busiest, sum, update) = (0.0, 0.0, 0.0)
    for (stage, replicas) in stages.enumerated() {
      let layers = pipeline.layersPerStage[stage]
      var compute = 0.0
      for replica in Set(replicas) {
        guard let pass = tables.pass(replica.gpu, b, replica.tp, layers),
          let own = tables.update(replica.gpu, b, replica.tp, layers[0])
        else { return nil }
        compute = max(compute, pass)
        update = max(update, own)
      }
      var transfer = 0.0
      if stage + 1 < stages.count {
        let leg = leg(from: replicas, to: stages[stage + 1], layer: layers[layers.count - 1], b)
        transfer += leg * (stage == 0 && stages.count > 3 ? 2 : 1)
      }
      if stage > 0 {
        let leg = leg(from: replicas, to: stages[stage - 1], layer: layers[0], b)
        transfer += leg * (stage == stages.count - 1 ? 2 : 1)
      }
      busiest = max(busiest, compute + transfer)
      sum += compute + transfer
    }
    return Double(microbatches - 1) * busiest + sum + update
  }

  private func leg(
    from replicas: [SailorReplica], to others: [SailorReplica], layer: Int, _ b: Int
  ) -> Double {
    let bytes = 4 * tables.outputs[layer] * Double(b)
    let pairs = Set(replicas.indices.map { [replicas[$0], others[$0 % others.count]] })
    return pairs.map { pair in
      let (replica, other) = (pair[0], pair[1])
      return network.seconds(
        bytes, from: replica.gpu, min(replica.tp, replica.count), to: other.gpu,
        min(other.tp, other.count))
    }.max() ?? 0
  }

  // MARK: Gradients

  private func gradientExchange(in pipeline: SailorPipeline) -> Double {
    let parameters = tables.parameters(1)
    return zip(pipeline.stages, pipeline.layersPerStage).map { replicas, layers in
      let split = min(4, replicas.map(\.tp).min() ?? 1)
      let bytes = layers.reduce(0) { $0 + 4 * parameters[$1] } / Double(split)
      return zip(replicas, replicas.dropFirst()).map { a, b in
        network.bucketedAllReduce(bytes, ranks: replicas.count, from: a.gpu, to: b.gpu)
      }.max() ?? 0
    }.max() ?? 0
  }

  private func exchangeBetween(_ pipelines: [SailorPipeline]) -> Double {
    guard pipelines.count > 1 else { return 0 }
    let most = pipelines.map(\.stages.count).max() ?? 0
    guard let longest = pipelines.first(where: { $0.stages.count == most }) else { return 0 }
    return zip(longest.stages, longest.layersPerStage).map { replicas, layers in
      let bytes = layers.reduce(0) { $0 + 4 * tables.parameters(1)[$1] }
      return replicas.map {
        network.bucketedAllReduce(bytes, ranks: pipelines.count, from: $0.gpu, to: $0.gpu)
      }.max() ?? 0
    }.max() ?? 0
  }

  // MARK: Memory

  /// Weights, gradients, Adam's states, and copies: 24 bytes per parameter; activations of the
  /// microbatches in flight; the framework's own.
  func memory(_ layers: [Int], _ tp: Int, _ b: Int, stagesFrom: Int) -> Double {
    let (sizes, activations) = (tables.parameters(tp), tables.activations(tp))
    let parameters = layers.reduce(0) { $0 + sizes[$1] }
    let kept = layers.reduce(0) { $0 + activations[$1] }
    return 24 * parameters + Double(stagesFrom) * 4 * Double(b) * kept + (tp == 1 ? 2e9 : 3e9)
  }

  static func capacity(_ gpu: String) -> Double {
    let gibibytes = ["V100-16": 16.0, "A100-40": 40]
    return (gibibytes[gpu] ?? 0) * Double(1 << 30)
  }
}

/// Profiles of a model: seconds of layers, and what they hold.
struct SailorTables: Decodable {
  /// By GPU, microbatch, tensor-parallel size and layer: forward, backward, update.
  var profiles: [String: [String: [String: [String: [Double]]]]]
  var memoryInfoByTp: [String: [String: Memory]]

  struct Memory: Decodable {
    var paramsFloats: Double
    var actOutputFloats: Double
    var actMemFloats: Double
  }

  var layerCount: Int { memoryInfoByTp["1"]?.count ?? 0 }

  func pass(_ gpu: String, _ b: Int, _ tp: Int, _ layers: [Int]) -> Double? {
    guard let table = profiles[gpu]?["\(b)"]?["\(tp)"] else { return nil }
    return layers.reduce(0) { sum, layer in
      sum + (table["\(layer)"].map { $0[0] + $0[1] } ?? .infinity)
    }
  }

  func update(_ gpu: String, _ b: Int, _ tp: Int, _ layer: Int) -> Double? {
    profiles[gpu]?["\(b)"]?["\(tp)"]?["\(layer)"]?[2]
  }

  private func memory(_ tp: Int, _ value: (Memory) -> Double) -> [Double] {
    (0..<layerCount).map { memoryInfoByTp["\(tp)"]?["\($0)"].map(value) ?? .infinity }
  }

  /// Elements that a layer hands on, per sample.
  var outputs: [Double] { memory(1, \.actOutputFloats) }

  func parameters(_ tp: Int) -> [Double] { memory(tp, \.paramsFloats) }

  func activations(_ tp: Int) -> [Double] { memory(tp, \.actMemFloats) }
}

/// Bandwidth curves between GPUs of one zone.
struct SailorNetwork: Decodable {
  /// By sending GPU, GPUs used there, receiving GPU, GPUs used there: a curve, and its peak.
  var inter: [String: [String: [String: [String: Curve]]]]

  struct Curve: Decodable {
    var coefficients: [Double]

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      coefficients = try values.decode([Double].self)
    }
  }

  /// Of one message.
  func seconds(
    _ bytes: Double, from: String, _ sent: Int, to: String, _ received: Int
  ) -> Double {
    guard bytes > 0 else { return 0 }
    guard let c = inter[from]?["\(sent)"]?[to]?["\(received)"]?.coefficients else {
      return .infinity
    }
    let l = log2(bytes / 1e6)
    return bytes / 1e9 / (c[0] * l * l + c[1] * l + c[2])
  }

  /// Gradients are exchanged in buckets of half a gigabyte.
  func bucketedAllReduce(_ bytes: Double, ranks: Int, from: String, to: String) -> Double {
    guard ranks > 1 else { return 0 }
    func allReduce(_ bytes: Double) -> Double {
      2 * Double(ranks - 1) * seconds(bytes / Double(ranks), from: from, 1, to: to, 1)
    }
    let bucket = 5e8
    let whole = (bytes / bucket).rounded(.down)
    return whole * allReduce(bucket) + allReduce(bytes - whole * bucket)
  }
}

struct SailorPlan: Decodable {
  /// Samples of a microbatch.
  var mbs: Int
  var pipelines: [SailorPipeline]
}

struct SailorPipeline: Decodable {
  var layersPerStage: [[Int]]
  var dpDegrees: [Int]
  /// By stage and replica.
  var stages: [[SailorReplica]]

  private enum CodingKeys: String, CodingKey {
    case layersPerStage, dpDegrees
    case stages = "tmpStages"
  }
}

/// A tensor-parallel group in one virtual machine.
struct SailorReplica: Decodable, Hashable {
  var gpu: String
  /// GPUs of the virtual machine.
  var count: Int
  var tp: Int

  init(gpu: String, count: Int, tp: Int) {
    self.gpu = gpu
    self.count = count
    self.tp = tp
  }

  /// `[[[gpu, count, zone]], tp]`.
  init(from decoder: any Decoder) throws {
    var values = try decoder.unkeyedContainer()
    var machines = try values.nestedUnkeyedContainer()
    var machine = try machines.nestedUnkeyedContainer()
    gpu = try machine.decode(String.self)
    count = try machine.decode(Int.self)
    tp = try values.decode(Int.self)
  }
}
