import ClusterTopology
import ModelDescription
public import Quantities
public import StrategySpace

/// Prices the strategies of a mesh one after the other: the inner loop of a search.
///
/// Takes the same figures from the same formulas as `MeshCosts.stepCost`, but keeps only sums, works
/// on one stage of each kind, and allocates nothing once its buffers have grown.
public struct MeshPricing {
  private let costs: MeshCosts
  /// By stage: what the smallest of its devices may give.
  private let usable: [Bytes]
  private let devices: [String]
  private let microbatches: Int

  // The division at hand.
  private var chunks: [Range<Int>] = []
  private var stageCount = 0
  private var chunksPerStage = 0
  private var isVShaped = false
  /// Of each kind of stage, the first one.
  private var distinct: [Int] = []
  /// By stage: the index of its kind.
  private var kindOfStage: [Int] = []
  /// By chunk: what is in it; equal chunks have equal contents.
  private var contents: [ChunkContents] = []
  private var sends: [(forward: Seconds, backward: Seconds)] = []
  private var copies: [WeightCopy] = []
  /// Sums of shared weights' gradients.
  private var sharing: [(stage: Int, duration: Seconds)] = []

  // By kind of stage, then by chunk of the stage.
  private var kept: [Bytes] = []
  private var times: [ChunkFigures] = []
  // By kind of stage.
  private var parameters: [ParameterCount] = []
  private var resident: [Bytes] = []
  private var optimizers: [Seconds] = []

  private var runs: [LayerRun] = []
  private var paths = CriticalPaths()
  private var ready: [Seconds] = []

  /// - Parameter headroom: fraction of the usable memory that must stay free.
  public init(_ costs: MeshCosts, _ mesh: Strategy, headroom: Double) {
    self.costs = costs
    microbatches = mesh.microbatchCount(globalBatchSize: costs.model.job.globalBatchSize)
    let smallest = costs.layout.stages.map { stage in
      stage.clusterGroups.map { costs.model.cluster.groups[$0].node.device }
        .min { $0.usableMemory < $1.usableMemory }
    }
    usable = smallest.map { ($0?.usableMemory ?? .zero) * (1 - headroom) }
    devices = smallest.map { $0?.name ?? "" }
  }

  // MARK: Division

  /// Prices strategies of this schedule and division of layers from now on.
  ///
  /// - Complexity: O(chunks).
  public mutating func divide(_ strategy: Strategy, _ split: StageSplit) {
    (stageCount, chunksPerStage) = (strategy.pipelineParallelSize, strategy.virtualPipelineSize)
    chunks = split.chunks
    copies = costs.weightCopies(strategy, split)
    contents = chunks.map { ChunkContents($0, of: costs.model.runs) }
    sharing.removeAll(keepingCapacity: true)
    for stage in 0..<stageCount
    where copies.contains(where: { [$0.owner, $0.user].contains(stage) }) {
      sharing.append((stage, costs.sharedWeightReduction(onStage: stage, copies)))
    }
    findKinds(strategy)
    sends.removeAll(keepingCapacity: true)
    for chunk in chunks.indices {
      let stage = strategy.stage(ofChunk: chunk)
      func send(to other: Int, before layer: Int) -> Seconds {
        guard chunks.indices.contains(other) else { return .zero }
        return costs.sendTime(from: stage, to: strategy.stage(ofChunk: other), before: layer)
      }
      sends.append(
        (
          send(to: chunk + 1, before: chunks[chunk].upperBound),
          send(to: chunk - 1, before: chunks[chunk].lowerBound)
        ))
    }
    parameters = distinct.map { stage in
      var parameters = ParameterCount()
      for local in 0..<chunksPerStage {
        costs.forEachRun(of: chunks[index(local, ofStage: stage)], onStage: stage, strategy) {
          cost, layers, _ in parameters.add(cost, count: layers.count)
        }
      }
      for copy in copies where copy.user == stage { parameters.dense += copy.parameters }
      return parameters
    }
    let count = distinct.count * chunksPerStage
    kept = [Bytes](repeating: .zero, count: count)
    times = [ChunkFigures](repeating: ChunkFigures(), count: count)
    optimizers = [Seconds](repeating: .zero, count: distinct.count)
    resident = [Bytes](repeating: .zero, count: distinct.count)
  }

  private func index(_ local: Int, ofStage stage: Int) -> Int {
    isVShaped && local == 1 ? 2 * stageCount - 1 - stage : local * stageCount + stage
  }

  /// Stages on equal devices with equal layers cost the same.
  private mutating func findKinds(_ strategy: Strategy) {
    isVShaped = strategy.schedule.chunkLayout == .vShaped
    distinct.removeAll(keepingCapacity: true)
    kindOfStage.removeAll(keepingCapacity: true)
    for stage in 0..<stageCount {
      let known = distinct.lastIndex { isAlike($0, stage) }
      kindOfStage.append(known ?? distinct.count)
      if known == nil { distinct.append(stage) }
    }
  }

  private func isAlike(_ a: Int, _ b: Int) -> Bool {
    guard costs.isAlike(a, b), !sharing.contains(where: { $0.stage == a || $0.stage == b }) else {
      return false
    }
    for local in 0..<chunksPerStage
    where contents[index(local, ofStage: a)] != contents[index(local, ofStage: b)] {
      return false
    }
    return true
  }

  // MARK: Memory

  /// The first stage that needs more memory than its devices give.
  public struct Shortage {
    public var stage: Int
    public var needed: Bytes
    public var usable: Bytes
    public var device: String
  }

  /// - Complexity: O(kinds of stage · chunks per stage + stages).
  public mutating func shortage(of strategy: Strategy) -> Shortage? {
    for stage in 0..<stageCount {
      let kind = kindOfStage[stage]
      let row = kind * chunksPerStage
      if distinct[kind] == stage { resident[kind] = fill(kind, strategy) }
      let activations = strategy.peakActivations(
        of: kept[row..<row + chunksPerStage], onStage: stage, of: microbatches)
      let needed = resident[kind] + activations
      if needed > usable[stage] {
        return Shortage(
          stage: stage, needed: needed, usable: usable[stage], device: devices[stage])
      }
    }
    return nil
  }

  /// Notes what the chunks of a kind of stage keep per microbatch.
  ///
  /// - Returns: what is resident.
  private mutating func fill(_ kind: Int, _ strategy: Strategy) -> Bytes {
    let stage = distinct[kind]
    var largest = LayerMemory()
    for local in 0..<chunksPerStage {
      let chunk = index(local, ofStage: stage)
      if local > 0, contents[chunk] == contents[index(local - 1, ofStage: stage)] {
        kept[kind * chunksPerStage + local] = kept[kind * chunksPerStage + local - 1]
        continue
      }
      var sum = Bytes.zero
      costs.forEachRun(of: chunks[chunk], onStage: stage, strategy) { cost, layers, recomputed in
        sum += costs.kept(cost, recomputed: recomputed, strategy) * layers.count
        largest.add(cost, recomputed: recomputed, strategy.recomputation)
      }
      kept[kind * chunksPerStage + local] = sum
    }
    return StateSharing(strategy.onStage(stage), costs.model.job)
      .residentMemory(of: parameters[kind], largest: largest).total
  }

  // MARK: Time

  /// What no step of the strategy is faster than: the step time itself where one of the critical
  /// paths that `CriticalPaths` knows is the longest, which is nearly always so.
  ///
  /// - Complexity: O(chunks).
  public mutating func leastTime(of strategy: Strategy) -> Seconds {
    for kind in distinct.indices { price(kind, strategy) }
    if strategy.zeroStage == .parameters, stageCount == 1 { return shardedTime(strategy) }
    ready.removeAll(keepingCapacity: true)
    if strategy.schedule.splitsBackward {
      addBusyTimes()
    } else {
      addEnds(strategy)
    }
    return stepTime(strategy)
  }

  /// Adds up the layers of the chunks of a kind of stage.
  private mutating func price(_ kind: Int, _ strategy: Strategy) {
    let stage = distinct[kind]
    let sharing = StateSharing(strategy.onStage(stage), costs.model.job)
    let traffic = DataParallelTraffic(parameters[kind], sharing, on: costs.channels.stages[stage])
    let isSharded = strategy.zeroStage == .parameters
    var gathering = Seconds.zero
    for local in 0..<chunksPerStage {
      let chunk = index(local, ofStage: stage)
      if local == 0 || contents[chunk] != contents[index(local - 1, ofStage: stage)] {
        runs.removeAll(keepingCapacity: true)
        costs.forEachRun(of: chunks[chunk], onStage: stage, strategy) { cost, layers, recomputed in
          runs.append(
            costs.run(
              of: cost, layers, recomputed: recomputed, onStage: stage, strategy, traffic, copies))
        }
      }
      var figures = ChunkFigures()
      if isSharded {
        for run in runs {
          figures.forward += run.forward.total * run.count
          figures.backward += run.backward.total * run.count
        }
      } else {
        var sums = ChunkTimes(sendForward: .zero, sendBackward: .zero)
        for run in runs {
          sums.addWhole(run, strategy, gathering: &gathering)
          figures.gathers += run.parameterGather * run.count
          figures.allReductions += run.gradientReduction * run.count
        }
        sums.finishWhole(strategy)
        figures.add(sums)
      }
      times[kind * chunksPerStage + local] = figures
    }
    optimizers[kind] =
      costs.model.timings.timings.isEmpty
      ? costs.update(of: parameters[kind], onStage: stage, sharing)
      : costs.update(
        of: (0..<chunksPerStage).map { chunks[index($0, ofStage: stage)] }, onStage: stage,
        strategy, sharing) ?? costs.update(of: parameters[kind], onStage: stage, sharing)
  }

  /// When stages are done, their gradients reduced, along the critical paths.
  private mutating func addEnds(_ strategy: Strategy) {
    let (stages, kinds, figures, sends) = (stageCount, kindOfStage, times, sends)
    let perStage = chunksPerStage
    paths.run(strategy, microbatches: microbatches) { chunk in
      let (local, stage) = chunk.quotientAndRemainder(dividingBy: stages)
      let times = figures[kinds[stage] * perStage + local]
      return PassTimes(
        forward: times.forward, backward: times.backward, gathered: times.gathered,
        sendForward: sends[chunk].forward, sendBackward: sends[chunk].backward)
    }
    for stage in 0..<stageCount {
      let row = kindOfStage[stage] * chunksPerStage
      var reduced = 0.0
      if times[row].reducesEveryPass {
        let others = (0..<chunksPerStage).reduce(0.0) { $0 + times[row + $1].reduction.value }
        let last = times[row + chunksPerStage - 1]
        reduced =
          paths.firstBackwardEnd(ofStage: stage) + last.reductionTail.value
          + others * Double(microbatches) - last.reduction.value
      }
      for local in (0..<chunksPerStage).reversed() {
        let chunk = times[row + local]
        let end = paths.lastBackwardEnd(ofChunk: local * stageCount + stage)
        let queued = reduced + (chunk.reducesEveryPass ? 0 : chunk.reduction.value)
        reduced = max(queued, end + chunk.reductionTail.value)
      }
      ready.append(Seconds(max(paths.end(ofStage: stage), reduced)))
    }
  }

  /// When stages are done at the earliest: none waits for anything.
  private mutating func addBusyTimes() {
    for stage in 0..<stageCount {
      let row = kindOfStage[stage] * chunksPerStage
      let pass = (0..<chunksPerStage).map { times[row + $0].forward + times[row + $0].backward }
      ready.append(pass.sum() * microbatches)
    }
  }

  /// What comes once per step, as `StepCost.estimatedTime` adds it.
  private mutating func stepTime(_ strategy: Strategy) -> Seconds {
    let reducesAtEnd = strategy.zeroStage < .gradients && !strategy.overlap.gradientReduction
    let gathersAtEnd = strategy.gathersUpdatedParameters && !strategy.overlap.parameterGather
    func sum(_ stage: Int, _ part: KeyPath<ChunkFigures, Seconds>) -> Seconds {
      let row = kindOfStage[stage] * chunksPerStage
      return times[row..<row + chunksPerStage].reduce(.zero) { $0 + $1[keyPath: part] }
    }
    if reducesAtEnd { for stage in ready.indices { ready[stage] += sum(stage, \.allReductions) } }
    var shared = Seconds.zero
    for (stage, _) in sharing { shared = max(shared, ready[stage]) }
    for (stage, duration) in sharing where duration > .zero { ready[stage] = shared + duration }
    var end = Seconds.zero
    for stage in ready.indices {
      let gather = gathersAtEnd ? sum(stage, \.gathers) : .zero
      end = max(end, ready[stage] + optimizers[kindOfStage[stage]] + gather)
    }
    return end
  }

  /// The step of a single stage whose parameters are sharded, layer by layer until microbatches
  /// take equally long.
  private func shardedTime(_ strategy: Strategy) -> Seconds {
    var layers = ShardedLayers()
    let reduces = strategy.overlap.gradientReduction
    let reductions = runs.map { $0.gradientReduction * $0.count }.sum()
    var end = Seconds.zero
    var last = Seconds.zero
    for done in 1...max(1, microbatches) {
      let start = end
      for run in runs {
        end = layers.run(run.count, run.forward.total, gather: run.parameterGather, from: end)
      }
      for run in runs.reversed() {
        end = layers.run(
          run.count, run.backward.total, gather: run.parameterGather,
          reduction: reduces ? run.gradientReduction : .zero, from: end)
      }
      if !reduces { end = layers.reduceAll(reductions, from: end) }
      let step = end - start
      if done > 2, abs((step - last).value) <= 1e-12 * step.value {
        let rest = step * (microbatches - done)
        return max(end, layers.networkEnd) + rest + optimizers[0]
      }
      last = step
    }
    return max(end, layers.networkEnd) + optimizers[0]
  }
}

/// What is in a chunk: some layers of one class, or a mixture that no other chunk has.
private enum ChunkContents: Equatable {
  case layers(ofRun: Int, count: Int)
  case mixture(Range<Int>)

  init(_ chunk: Range<Int>, of runs: [ClassRun]) {
    let run = runs.firstIndex { $0.layers.upperBound >= chunk.upperBound }
    if let run, runs[run].layers.lowerBound <= chunk.lowerBound {
      self = .layers(ofRun: run, count: chunk.count)
    } else {
      self = .mixture(chunk)
    }
  }
}

/// The sums of a chunk's layers.
private struct ChunkFigures {
  var forward = Seconds.zero
  var backward = Seconds.zero
  /// As in `ChunkTimes`.
  var gathered = Seconds.zero
  var reduction = Seconds.zero
  var reductionTail = Seconds(-.infinity)
  var reducesEveryPass = false
  /// Of all layers, one after the other.
  var gathers = Seconds.zero
  var allReductions = Seconds.zero

  mutating func add(_ times: borrowing ChunkTimes) {
    (forward, backward, gathered) = (times.forward, times.backward, times.gathered)
    (reduction, reductionTail) = (times.reduction, times.reductionTail)
    reducesEveryPass = times.reducesEveryPass
  }
}
