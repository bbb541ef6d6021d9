import PipelinePlanner

/// Galvatron's space under Galvatron's formula, with the division of layers over strategies solved
/// exactly for one stage; with several stages, each is divided for least time of its own.
struct GalvatronSearch {
  let judge: GalvatronJudge
  let globalBatch: Int
  /// Of a device, in GB.
  let limit: Double
  private let layers = 32

  /// The fastest plan within the limit.
  func best() -> (plan: GalvatronPlan, tensorLimit: Int, seconds: Double)? {
    var best: (plan: GalvatronPlan, tensorLimit: Int, seconds: Double)?
    for stages in [1, 2, 4, 8] {
      let width = judge.devices / stages
      for chunks in 1...globalBatch where globalBatch % chunks == 0 {
        for tensorLimit in [1, 2, 4, 8] where tensorLimit <= width {
          for embedding in strategies(width, chunks, tensorLimit) where !embedding.ckpt {
            guard let plan = plan(stages, chunks, tensorLimit, embedding) else { continue }
            let seconds = judge.seconds(of: plan)
            if seconds < best?.seconds ?? .infinity { best = (plan, tensorLimit, seconds) }
          }
        }
      }
    }
    return best
  }

  /// All ways to divide a layer over the devices of a stage.
  private func strategies(
    _ width: Int, _ chunks: Int, _ tensorLimit: Int
  ) -> [GalvatronStrategy] {
    var found: [GalvatronStrategy] = []
    for split in [1, 2, 4, 8] where width % split == 0 {
      let replicas = width / split
      guard globalBatch / chunks % replicas == 0 else { continue }
      let ways = split == 1 ? [(1, 1)] : [(split, 1), (1, split)]
      for (tp, sp) in ways where tp <= tensorLimit {
        for zero in replicas * sp > 1 ? [0, 2, 3] : [0] {
          for ckpt in [false, true] {
            found.append(
              GalvatronStrategy(tp: tp, sp: sp, dp: replicas, zero: zero, ckpt: ckpt))
          }
        }
      }
    }
    return found
  }

  private func plan(
    _ stages: Int, _ chunks: Int, _ tensorLimit: Int, _ embedding: GalvatronStrategy
  ) -> GalvatronPlan? {
    var plan = GalvatronPlan(
      pp: stages, globalBatch: globalBatch, chunks: chunks,
      division: Array(repeating: 0, count: stages), tpUsed: tensorLimit > 1,
      embedding: embedding, layerRuns: [])
    func memory(of plan: GalvatronPlan) -> [Int] {
      judge.memory(of: plan, limit: limit, tensorLimit: tensorLimit)
    }
    let strategies = strategies(judge.devices / stages, chunks, tensorLimit)
    let empty = memory(of: plan)
    var runs: [GalvatronPlan.Run] = []
    for stage in 0..<stages {
      let options = strategies.map { strategy in
        var one = plan
        one.division[stage] = 1
        one.layerRuns = [.init(count: 1, strategy: strategy)]
        let alone = judge.milliseconds(strategy, plan, synchronises: false)
        return LayerChoices.Option(
          time: Double(chunks - 1) * alone
            + judge.milliseconds(strategy, plan, synchronises: true),
          memory: memory(of: one)[stage] - empty[stage])
      }
      let room = Int(limit * 1024) - empty[stage]
      guard
        let found = LayerChoices.best(
          [.init(count: layers / stages, options: options)], memory: room)
      else { return nil }
      for (strategy, count) in zip(strategies, found.counts[0]) where count > 0 {
        runs.append(.init(count: count, strategy: strategy))
      }
    }
    plan.division = Array(repeating: layers / stages, count: stages)
    plan.layerRuns = runs
    return plan
  }
}
