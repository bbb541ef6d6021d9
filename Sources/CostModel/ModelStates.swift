import ModelDescription
import Quantities
import StrategySpace

/// Parameters of one rank before data parallelism shards anything.
struct ParameterCount {
  /// Replicated over data and context.
  var dense = 0.0
  /// Of routed experts, replicated over the expert-data group.
  var expert = 0.0

  mutating func add(_ layer: borrowing LayerCost, count: Int) {
    dense += layer.denseParameters * Double(count)
    expert += layer.expertParameters * Double(count)
  }
}

/// What is largest among the layers of a stage: temporaries exist for one layer at a time.
struct LayerMemory {
  var gradients = Bytes.zero
  var recomputed = Bytes.zero
  var parameters = 0.0

  mutating func add(
    _ layer: borrowing LayerCost, recomputed isRecomputed: Bool, _ recomputation: Recomputation
  ) {
    gradients = max(gradients, layer.largestGradients)
    if isRecomputed {
      recomputed = max(recomputed, layer.saved)
    } else if recomputation == .selective {
      recomputed = max(recomputed, layer.selectivelyDropped)
    }
    parameters = max(parameters, layer.denseParameters + layer.expertParameters)
  }
}

/// How weights, gradients and optimizer states are held and shared out over data-parallel ranks.
///
/// Source: Rajbhandari et al. 2020, arXiv:1910.02054, section 5; bytes per parameter as `Precision`
/// and `Optimizer` say.
struct StateSharing {
  let stage: ZeROStage
  let weightBytes: Double
  let gradientBytes: Double
  /// What is held of the backward pass's own gradients besides.
  let computedGradientBytes: Double
  /// What travels per parameter when weights are gathered and gradients reduced.
  let gatheredBytes: Double
  let reducedBytes: Double
  let stateBytes: Double
  /// Ranks that share dense and expert parameters.
  let dense: Double
  let expert: Double

  init(_ strategy: Strategy, _ job: TrainingJob) {
    stage = strategy.zeroStage
    weightBytes = Double(job.precision.weights.bytesPerElement)
    gradientBytes = Double(job.precision.gradients.bytesPerElement)
    computedGradientBytes =
      job.precision.keepsComputedGradients
      ? Double(job.precision.activations.bytesPerElement) : 0
    // Weights are cast to what activations are in before they are gathered.
    gatheredBytes = min(weightBytes, Double(job.precision.activations.bytesPerElement))
    reducedBytes = Double(job.precision.gradientReduction.bytesPerElement)
    stateBytes =
      4 * Double(job.optimizer.statesPerParameter + (job.precision.keepsMasterWeights ? 1 : 0))
    dense = Double(strategy.dataContextSize)
    expert = Double(strategy.expertDataParallelSize)
  }

  /// Parameters whose share is `1/degree` once `stage` is reached, else all.
  private func held(_ parameters: ParameterCount, from shardingStage: ZeROStage) -> Double {
    stage >= shardingStage
      ? parameters.dense / dense + parameters.expert / expert
      : parameters.dense + parameters.expert
  }

  func residentMemory(of parameters: ParameterCount, largest: LayerMemory) -> MemoryBreakdown {
    // FSDP holds the layer being computed and the next one whole, and the gradient of one before it
    // is scattered.
    let gathered =
      stage == .parameters ? largest.parameters * (2 * gatheredBytes + reducedBytes) : 0
    return MemoryBreakdown(
      weights: Bytes(held(parameters, from: .parameters) * weightBytes),
      gradients: Bytes(
        held(parameters, from: .gradients) * (gradientBytes + computedGradientBytes)),
      optimizerStates: Bytes(held(parameters, from: .optimizer) * stateBytes),
      working: largest.gradients + largest.recomputed + Bytes(gathered))
  }

  /// What an update reads and writes: the gradient, the states twice, the new weights; before it,
  /// gradients of 16 bits are widened, their norm is taken and they are scaled.
  func updateTraffic(of parameters: ParameterCount) -> Bytes {
    let widening = gradientBytes < 4 ? gradientBytes + 4 : 0
    let clipping = 3.0 * 4
    return Bytes(
      held(parameters, from: .optimizer)
        * (4 + 2 * stateBytes + weightBytes + widening + clipping))
  }
}

/// The traffic of data parallelism on one stage, shared out over its layers.
///
/// Frameworks pack gradients into buckets across layers, so a layer's share is its part of the
/// stage's total. Sharded parameters (FSDP) are gathered, and their gradients reduced, layer by
/// layer, each with the latency of a collective of its own.
struct DataParallelTraffic {
  private let parameters: ParameterCount
  private let sharing: StateSharing
  private let dataContext: [Channel]
  private let expertData: [Channel]
  /// Of all of the stage's parameters, where these travel together.
  private let dense: (gather: Seconds, reduction: Seconds)
  private let expert: (gather: Seconds, reduction: Seconds)

  init(_ parameters: ParameterCount, _ sharing: StateSharing, on stage: StageChannels) {
    self.parameters = parameters
    self.sharing = sharing
    dataContext = stage.dataContext
    expertData = stage.expertData
    func times(_ parameters: Double, _ channels: [Channel]) -> (Seconds, Seconds) {
      guard sharing.stage != .parameters, !channels.isEmpty else { return (.zero, .zero) }
      return (
        sharing.gather(parameters, over: channels), sharing.reduce(parameters, over: channels)
      )
    }
    dense = times(parameters.dense, stage.dataContext)
    expert = times(parameters.expert, stage.expertData)
  }

  /// - Parameter copies: parameters of other stages' layers that the layer uses.
  func gather(of layer: borrowing LayerCost, copies: Double) -> Seconds {
    share(of: layer, copies, dense.gather, expert.gather) { sharing.gather($0, over: $1) }
  }

  func reduce(of layer: borrowing LayerCost, copies: Double) -> Seconds {
    share(of: layer, copies, dense.reduction, expert.reduction) {
      sharing.reduce($0, over: $1)
    }
  }

  private func share(
    of layer: borrowing LayerCost, _ copies: Double, _ allDense: Seconds, _ allExpert: Seconds,
    _ alone: (Double, [Channel]) -> Seconds
  ) -> Seconds {
    func part(_ own: Double, of all: Double, _ whole: Seconds, _ channels: [Channel]) -> Seconds {
      guard own > 0, all > 0 else { return .zero }
      return sharing.stage == .parameters ? alone(own, channels) : whole * (own / all)
    }
    return part(
      layer.denseParameters + copies, of: parameters.dense, allDense, dataContext)
      + part(layer.expertParameters, of: parameters.expert, allExpert, expertData)
  }
}

extension StateSharing {
  /// Gathering parameters that are sharded.
  fileprivate func gather(_ parameters: Double, over channels: [Channel]) -> Seconds {
    guard stage > .none else { return .zero }
    return channels.slowest { $0.allGather(Bytes(parameters * gatheredBytes)) }
  }

  /// Reducing gradients, to where their states are.
  fileprivate func reduce(_ parameters: Double, over channels: [Channel]) -> Seconds {
    let size = Bytes(parameters * reducedBytes)
    return channels.slowest { stage > .none ? $0.reduceScatter(size) : $0.allReduce(size) }
  }
}
