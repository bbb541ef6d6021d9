import Foundation

/// Galvatron's prediction of a pipeline whose layers are each divided in a way of their own, after its
/// program (PKU-DAIR/Hetu-Galvatron at cea12ff: version 2.4, static profiles). One node of eight
/// devices, Llama 2 7B, sequences of 2048; times are milliseconds, sizes MB of 2²⁰ bytes.
struct GalvatronJudge {
  let profiles: GalvatronProfiles
  var devices = 8
  private let sequence = 2048.0
  private let hidden = 4096.0
  private let layerCount = 32.0
  private let mebibyte = 1_048_576.0

  init(_ profiles: GalvatronProfiles) { self.profiles = profiles }

  /// What a plan takes per step, in seconds.
  func seconds(of plan: GalvatronPlan) -> Double {
    let stages = plan.stages
    // Of a stage for one microbatch, with and without the reduction of gradients.
    var synchronised: [Double] = []
    var alone: [Double] = []
    for (index, stage) in stages.enumerated() {
      synchronised.append(
        stage.map { milliseconds($0, plan, synchronises: true) }.reduce(0, +) / 1000)
      alone.append(
        (stage.map { milliseconds($0, plan, synchronises: false) }.reduce(0, +)
          + endMilliseconds(ofStage: index, plan)) / 1000)
    }
    let (p, chunks) = (plan.pp, plan.chunks)
    let later = alone.dropFirst().reduce(0, +)
    let waiting = Double(min(p - 1, chunks - 1)) * alone[0]
    let fill = alone.reduce(0, +) + alone[p - 1] * Double(chunks - 1)
    let drain =
      max(waiting, later) / 3 + 2 * max(waiting, later) / 3
      + alone[0] * Double(max(0, chunks + 1 - p))
    // What reductions take beyond the passes of the stages in front.
    var hidden = 0.0
    var tail = 0.0
    for stage in stages.indices {
      hidden += alone[stage]
      tail = max(tail, synchronised[stage] - hidden)
    }
    return max(fill, drain) + tail
  }

  /// What each stage holds.
  ///
  /// - Parameters:
  ///   - limit: of a device, in GB; part of it is set aside where it exceeds 20.
  ///   - tensorLimit: the largest tensor-parallel size that the search allowed.
  func memory(of plan: GalvatronPlan, limit: Double, tensorLimit: Int) -> [Int] {
    plan.stages.indices.map { memory(of: plan, stage: $0, limit: limit, tensorLimit: tensorLimit) }
  }

  // MARK: Time

  /// One layer, forward and backward, for one microbatch.
  func milliseconds(
    _ strategy: GalvatronStrategy, _ plan: GalvatronPlan, synchronises: Bool
  ) -> Double {
    let samples = plan.samples(strategy)
    let forward = profiles.layerMilliseconds * samples / Double(strategy.width)
    let backward = forward * (strategy.ckpt ? 3 : 2)
    let gradients = profiles.gradientMegabytes(strategy)
    let perMegabyte = millisecondsPerMegabyte(strategy)
    let reduced = synchronises ? gradients : 0
    var time =
      forward
      + (strategy.dp > 1 ? overlap(reduced, perMegabyte, beside: backward) : backward)
      + tensorMilliseconds(strategy, samples, passes: strategy.ckpt ? 1.5 : 1)
    if strategy.zero == 3 { time += gradients / 2 * perMegabyte }
    if plan.pp > 1 {
      let sent = Double(plan.pp) * 2 * samples * sequence * hidden * 4 / mebibyte / 2
      time += sent / profiles.transferRate(stages: plan.pp) / layerCount
    }
    return time
  }

  /// A reduction beside a backward pass, each slowing the other.
  private func overlap(
    _ megabytes: Double, _ perMegabyte: Double, beside backward: Double
  ) -> Double {
    let slowdown = profiles.overlapSlowdown
    let (reduction, pass) = (megabytes * perMegabyte * slowdown, backward * slowdown)
    if reduction > pass {
      return pass + (megabytes - pass / (perMegabyte * slowdown)) * perMegabyte
    }
    if reduction < pass { return reduction + (backward - reduction / slowdown) }
    return pass
  }

  /// - Parameter passes: forward and backward are one, a recomputed forward half of one more.
  private func tensorMilliseconds(
    _ strategy: GalvatronStrategy, _ samples: Double, passes: Double
  ) -> Double {
    let message = samples * sequence * hidden * 2 / mebibyte
    if strategy.tp > 1 {
      return 6 * passes * profiles.milliseconds("allreduce", strategy.tp, message) / 2
    }
    if strategy.sp > 1 {
      return 4 * passes * profiles.milliseconds("all2all", strategy.sp, message)
    }
    return 0
  }

  private func millisecondsPerMegabyte(_ strategy: GalvatronStrategy) -> Double {
    let ranks = strategy.shards
    guard ranks > 1 else { return 0 }
    return 1 / profiles.reductionRate(ranks, strided: strategy.tp > 1 && ranks < devices)
  }

  /// Embedding and head, where a stage has them, without reduction of gradients.
  private func endMilliseconds(ofStage stage: Int, _ plan: GalvatronPlan) -> Double {
    let isFirst = stage == 0
    let isLast = stage == plan.pp - 1
    guard isFirst || isLast else { return 0 }
    let strategy = plan.embedding
    let ends = isFirst && isLast ? 2.0 : 1
    let samples = plan.samples(strategy)
    let forward = profiles.endMilliseconds * samples / Double(strategy.width) * ends / 2
    let states = profiles.endMegabytes(plan, stage).states / 4 / 2
    let shards = Double(strategy.shards)
    let perMegabyte = millisecondsPerMegabyte(strategy) * (shards - 1) / shards
    let traffic = strategy.zero == 3 ? states * perMegabyte / 2 : 0
    let message = samples * sequence * hidden * 2 / mebibyte
    let tensor =
      strategy.tp > 1
      ? ends * profiles.milliseconds("allreduce", strategy.tp, message) / 2 : 0
    return beside(traffic, forward) + beside(traffic, 2 * forward) + tensor
  }

  private func beside(_ traffic: Double, _ compute: Double) -> Double {
    let slowdown = profiles.overlapSlowdown
    return compute * slowdown > traffic ? traffic + (compute - traffic / slowdown) : traffic
  }

  // MARK: Memory

  private func memory(
    of plan: GalvatronPlan, stage: Int, limit: Double, tensorLimit: Int
  ) -> Int {
    var total = 0.0
    let inFlight = plan.pp == 1 ? 1.0 : Double(plan.pp - stage)
    for strategy in plan.stages[stage] {
      let states = 4 * profiles.parameterMegabytes / Double(strategy.tp)
      let activations =
        profiles.activationMegabytes(strategy) * plan.samples(strategy) * inFlight
      total += (states * sharing(strategy, plan) + activations).rounded(.up)
    }
    total += endMemory(of: plan, stage)
    if plan.tpUsed {
      let perRank =
        (plan.globalBatch / plan.chunks) / (devices / plan.pp / tensorLimit)
      total += (Double(perRank) * hidden * sequence * 4 / mebibyte / 2).rounded(.down)
    }
    if limit > 20 { total += (0.2 * limit * 1024).rounded(.down) }
    return Int(total)
  }

  private func endMemory(of plan: GalvatronPlan, _ stage: Int) -> Double {
    let context = 1024.0
    guard stage == 0 || stage == plan.pp - 1 else { return context }
    let strategy = plan.embedding
    let ends = profiles.endMegabytes(plan, stage)
    let inFlight = stage == 0 ? Double(plan.pp) : 1
    let kept = ends.activations * plan.samples(strategy) * inFlight
    return (ends.states * sharing(strategy, plan) + kept + context).rounded(.up)
  }

  /// The part of weights, gradients and optimizer states that a rank keeps.
  private func sharing(_ strategy: GalvatronStrategy, _ plan: GalvatronPlan) -> Double {
    let share = 1 / Double(strategy.shards) + 0.003
    let reducesLate = plan.chunks > 1
    switch strategy.zero {
    case 2: return reducesLate ? 6 / 8 * share + 2 / 8 : 7 / 8 * share + 1 / 8
    case 3: return reducesLate ? 7 / 8 * share + 1 / 8 : share
    default: return 1
    }
  }
}

/// How one layer is divided.
struct GalvatronStrategy: Decodable, Hashable {
  /// Tensor-parallel, Ulysses and data-parallel size.
  var tp: Int
  var sp: Int
  var dp: Int
  /// ZeRO stage: 0, 2 or 3.
  var zero: Int
  /// Whether activations are recomputed.
  var ckpt = false

  private enum CodingKeys: CodingKey { case tp, sp, dp, zero, ckpt }

  init(tp: Int, sp: Int = 1, dp: Int, zero: Int, ckpt: Bool = false) {
    (self.tp, self.sp, self.dp, self.zero, self.ckpt) = (tp, sp, dp, zero, ckpt)
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    tp = try values.decode(Int.self, forKey: .tp)
    sp = try values.decode(Int.self, forKey: .sp)
    dp = try values.decode(Int.self, forKey: .dp)
    zero = try values.decode(Int.self, forKey: .zero)
    ckpt = try values.decodeIfPresent(Bool.self, forKey: .ckpt) ?? false
  }

  var width: Int { tp * sp }
  /// Ranks that share states.
  var shards: Int { dp * sp }
}

struct GalvatronPlan: Decodable, Hashable {
  var pp: Int
  var globalBatch: Int
  /// Microbatches.
  var chunks: Int
  /// Layers by stage.
  var division: [Int]
  /// Whether the search allowed tensor parallelism: the buffer that it needs counts then.
  var tpUsed: Bool
  var embedding: GalvatronStrategy
  var layerRuns: [Run]

  struct Run: Decodable, Hashable {
    var count: Int
    var strategy: GalvatronStrategy
  }

  /// By stage and layer.
  var stages: [[GalvatronStrategy]] {
    var layers = layerRuns.flatMap { Array(repeating: $0.strategy, count: $0.count) }[...]
    return division.map { count in
      defer { layers = layers.dropFirst(count) }
      return Array(layers.prefix(count))
    }
  }

  /// Of a microbatch, on one data-parallel rank.
  func samples(_ strategy: GalvatronStrategy) -> Double {
    Double(globalBatch / chunks / strategy.dp)
  }
}
