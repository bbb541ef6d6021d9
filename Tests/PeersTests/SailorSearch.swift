import Foundation
import PipelinePlanner
import Quantities

/// Our search on Sailor's tables: microbatches and replicas outside, stages inside.
struct SailorSearch {
  let judge: SailorJudge
  /// By GPU: how many there are.
  let pools: [(gpu: String, count: Int)]

  func best() -> (plan: SailorPlan, seconds: Double)? {
    var trials: [(bound: Double, costs: SailorCosts)] = []
    for b in [1, 2, 4, 8] {
      for microbatches in 1...judge.globalBatch {
        // More replicas than needed for as many microbatches would only cost.
        let replicas = (judge.globalBatch + b * microbatches - 1) / (b * microbatches)
        let isTight = (judge.globalBatch + b * replicas - 1) / (b * replicas) == microbatches
        guard isTight, replicas <= pools.reduce(0, { $0 + $1.count }) else { continue }
        let costs = SailorCosts(judge, pools, b, replicas)
        if costs.options.isEmpty { continue }
        trials.append((costs.leastTime * Double(microbatches), costs))
      }
    }
    trials.sort { $0.bound < $1.bound }
    var best: (plan: SailorPlan, seconds: Double)?
    for trial in trials where trial.bound < best?.seconds ?? .infinity {
      let width = trial.costs.microbatch * trial.costs.replicas
      let microbatches = (judge.globalBatch + width - 1) / width
      let search = PipelineSearch(
        trial.costs, objective: .step(microbatches: microbatches), tolerance: 1e-4)
      guard let found = search.best(below: Seconds(best?.seconds ?? .infinity)) else { continue }
      let plan = trial.costs.plan(found)
      guard let verdict = judge.judge(plan), verdict.fits else { continue }
      if verdict.seconds < best?.seconds ?? .infinity { best = (plan, verdict.seconds) }
    }
    return best
  }
}

/// Sailor's tables for one microbatch size and number of replicas.
///
/// Exact where all replicas of a stage are alike; where they are of two kinds, transfers count as
/// those of the slowest pair that the kinds can make.
struct SailorCosts: PipelineCosts {
  let layerCount: Int
  let pools: [Int]
  let options: [StageOption]
  let microbatch: Int
  let replicas: Int
  private let judge: SailorJudge
  private let gpus: [String]
  private let groups: [[Group]]
  /// By option and kind of replica: seconds of the first layers.
  private let passes: [[[Double]]]
  private let updates: [Double]
  private let memory: [[Sums]]
  private let gradientBytes: [Double]
  private let outputs: [Double]
  /// By port: the kinds of replicas of its options.
  private let portGroups: [[Group]]

  /// Equal replicas of a stage.
  struct Group: Hashable {
    var pool: Int
    var tp: Int
    var count: Int
  }

  private struct Sums {
    var parameters: [Double]
    var activations: [Double]
  }

  init(_ judge: SailorJudge, _ pools: [(gpu: String, count: Int)], _ b: Int, _ replicas: Int) {
    self.judge = judge
    microbatch = b
    self.replicas = replicas
    gpus = pools.map(\.gpu)
    self.pools = pools.map(\.count)
    let tables = judge.tables
    let count = tables.layerCount
    layerCount = count
    func sums(_ values: [Double]) -> [Double] {
      values.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    }
    let groups = Self.choices(pools, replicas).filter { groups in
      groups.allSatisfy { tables.update(pools[$0.pool].gpu, b, $0.tp, 0) != nil }
    }
    self.groups = groups
    var ports: [Set<Int>] = []
    var options: [StageOption] = []
    for choice in groups {
      // With one pool ports tell tensor-parallel sizes apart, else kinds.
      let key: Set<Int> = Set(choice.map { pools.count == 1 ? $0.tp : $0.pool })
      let port = ports.firstIndex(of: key) ?? ports.count
      if port == ports.count { ports.append(key) }
      var devices = [Int](repeating: 0, count: pools.count)
      for group in choice { devices[group.pool] += group.count * group.tp }
      options.append(StageOption(devices: devices, port: port))
    }
    self.options = options
    passes = groups.map { groups in
      groups.map { group in
        sums(
          (0..<count).map {
            tables.pass(pools[group.pool].gpu, b, group.tp, [$0]) ?? .infinity
          })
      }
    }
    updates = groups.map { groups in
      groups.map { tables.update(pools[$0.pool].gpu, b, $0.tp, 1) ?? .infinity }.max() ?? 0
    }
    memory = groups.map { groups in
      groups.map {
        Sums(
          parameters: sums(tables.parameters($0.tp)), activations: sums(tables.activations($0.tp)))
      }
    }
    gradientBytes = sums(tables.parameters(1).map { 4 * $0 })
    outputs = tables.outputs
    var portGroups: [[Group]] = ports.map { _ in [] }
    for (option, choice) in zip(options, groups) {
      for group in choice {
        let kind = Group(pool: group.pool, tp: group.tp, count: 0)
        if !portGroups[option.port].contains(kind) { portGroups[option.port].append(kind) }
      }
    }
    self.portGroups = portGroups
  }

  /// Stages of one kind of replica, and of two of which one takes what is left of a pool that is
  /// divided over one to four stages.
  private static func choices(
    _ pools: [(gpu: String, count: Int)], _ replicas: Int
  ) -> [[Group]] {
    var choices: [[Group]] = []
    let sizes = [1, 2, 4]
    for pool in pools.indices {
      for tp in sizes where replicas * tp <= pools[pool].count {
        choices.append([Group(pool: pool, tp: tp, count: replicas)])
      }
    }
    guard pools.count == 2 else { return choices }
    for first in sizes {
      for second in sizes {
        var counts: Set<Int> = []
        for stages in 1...4 {
          counts.insert(pools[0].count / first / stages)
          counts.insert(replicas - pools[1].count / second / stages)
        }
        for count in counts.sorted() where count > 0 && count < replicas {
          guard count * first <= pools[0].count, (replicas - count) * second <= pools[1].count
          else { continue }
          choices.append([
            Group(pool: 0, tp: first, count: count),
            Group(pool: 1, tp: second, count: replicas - count),
          ])
        }
      }
    }
    return choices
  }

  /// No pipeline passes a microbatch through its slowest stage faster.
  var leastTime: Double {
    var rates = [Double](repeating: 0, count: pools.count)
    for (choice, passes) in zip(groups, passes) {
      for (group, passes) in zip(choice, passes) {
        rates[group.pool] = max(rates[group.pool], 1 / (passes[layerCount] * Double(group.tp)))
      }
    }
    let rate = zip(pools, rates).reduce(0.0) { $0 + Double($1.0) * $1.1 }
    return Double(replicas) / rate
  }

  func stage(_ option: Int, _ layers: Range<Int>, depth: Int) -> PricedStage? {
    let (start, end) = (layers.lowerBound, layers.upperBound)
    let groups = groups[option]
    var time = 0.0
    for index in groups.indices {
      let sums = memory[option][index]
      let bytes =
        24 * (sums.parameters[end] - sums.parameters[start])
        + Double(depth + 1) * 4 * Double(microbatch)
        * (sums.activations[end] - sums.activations[start])
        + (groups[index].tp == 1 ? 2e9 : 3e9)
      if bytes > SailorJudge.capacity(gpus[groups[index].pool]) { return nil }
      time = max(time, passes[option][index][end] - passes[option][index][start])
    }
    let split = groups.map(\.tp).min() ?? 1
    let bytes = (gradientBytes[end] - gradientBytes[start]) / Double(split)
    var pairs = groups.filter { $0.count > 1 }.map { ($0, $0) }
    pairs += zip(groups, groups.dropFirst())
    let exchange =
      pairs.map {
        judge.network.bucketedAllReduce(
          bytes, ranks: replicas, from: gpus[$0.pool], to: gpus[$1.pool])
      }.max() ?? 0
    return PricedStage(time: Seconds(time), tail: Seconds(exchange + updates[option]))
  }

  func leastTime(_ option: Int, _ layer: Int) -> Seconds {
    Seconds(passes[option].map { $0[layer + 1] - $0[layer] }.max() ?? 0)
  }

  func sendForward(
    _ ports: (from: Int, to: Int), before layer: Int, depth: Int, isFirst: Bool
  ) -> Seconds? {
    // The layer in front of the boundary is what is sent.
    leg(ports.from, ports.to, layer - 1) * (isFirst && depth > 2 ? 2 : 1)
  }

  func sendBackward(_ ports: (from: Int, to: Int), before layer: Int, depth: Int) -> Seconds {
    leg(ports.from, ports.to, layer) * (depth == 0 ? 2 : 1)
  }

  private func leg(_ from: Int, _ to: Int, _ layer: Int) -> Seconds {
    let bytes = 4 * outputs[layer] * Double(microbatch)
    var slowest = 0.0
    for sender in portGroups[from] {
      for receiver in portGroups[to] {
        slowest = max(
          slowest,
          judge.network.seconds(
            bytes, from: gpus[sender.pool], sender.tp, to: gpus[receiver.pool], receiver.tp))
      }
    }
    return Seconds(slowest)
  }

  func plan(_ found: UnequalPipeline) -> SailorPlan {
    SailorPlan(
      mbs: microbatch,
      pipelines: [
        SailorPipeline(
          layersPerStage: found.stages.map { Array($0.layers) },
          dpDegrees: found.stages.map { _ in replicas },
          stages: found.stages.map { stage in
            groups[stage.option].flatMap { group in
              Array(
                repeating: SailorReplica(gpu: gpus[group.pool], count: 4, tp: group.tp),
                count: group.count)
            }
          })
      ])
  }
}
