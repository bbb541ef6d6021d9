public import Quantities
public import StrategySpace

/// Everything that one training step of a plan costs, by stage: what the estimate adds up and the
/// simulator runs.
public struct StepCost: Hashable, Sendable {
  /// By pipeline stage.
  public var stages: [StageCost]
  public var microbatchCount: Int
  public var strategy: Strategy
  /// Links that several transfers or collectives may crowd at a time, as
  /// `MeshCosts.sharingLinks(_:split:)` finds them; what crosses them says so in its `Traffic`.
  public var sharedLinks: [SharedLink]

  @inlinable
  public init(
    stages: [StageCost], microbatchCount: Int, strategy: Strategy, sharedLinks: [SharedLink] = []
  ) {
    self.stages = stages
    self.microbatchCount = microbatchCount
    self.strategy = strategy
    self.sharedLinks = sharedLinks
  }
}

/// A link that flows of a step contend for: a node's NIC, the links between two groups of nodes.
public struct SharedLink: Hashable, Sendable {
  /// As a report names it: `NIC of node 3`.
  public var name: String
  public var capacity: BytesPerSecond

  @inlinable
  public init(name: String, capacity: BytesPerSecond) {
    self.name = name
    self.capacity = capacity
  }
}

/// What a transfer or collective puts on shared links while it runs. Its duration in the step's
/// costs is that of having the links to itself.
public struct Traffic: Hashable, Sendable {
  public struct Crossing: Hashable, Sendable {
    /// Index into `StepCost.sharedLinks`.
    public var link: Int
    /// Ranks that send over the link at once, each for itself.
    public var streams: Int

    @inlinable
    public init(link: Int, streams: Int) {
      self.link = link
      self.streams = streams
    }
  }

  /// What one rank reaches alone.
  public var bandwidth: BytesPerSecond
  public var crossings: [Crossing]

  @inlinable
  public init(bandwidth: BytesPerSecond, crossings: [Crossing]) {
    self.bandwidth = bandwidth
    self.crossings = crossings
  }
}

/// One pipeline stage, seen from its busiest rank.
public struct StageCost: Hashable, Sendable {
  /// By virtual stage; one without interleaving.
  public var chunks: [ChunkCost]
  /// The update of all parameters that the rank owns.
  public var optimizer: Seconds
  /// Sum of the gradients of weights that another stage shares (tied embeddings), once per step.
  public var sharedWeightReduction: Seconds
  /// Memory that does not depend on the microbatches in flight.
  public var residentMemory: MemoryBreakdown
  /// What collectives inside passes put on shared links.
  public var tensorTraffic: Traffic?
  public var contextTraffic: Traffic?
  public var expertTraffic: Traffic?
  /// What gathering parameters and reducing gradients puts on shared links.
  public var dataTraffic: Traffic?

  @inlinable
  public init(
    chunks: [ChunkCost], optimizer: Seconds = .zero, sharedWeightReduction: Seconds = .zero,
    residentMemory: MemoryBreakdown = MemoryBreakdown(), dataTraffic: Traffic? = nil
  ) {
    self.dataTraffic = dataTraffic
    self.chunks = chunks
    self.optimizer = optimizer
    self.sharedWeightReduction = sharedWeightReduction
    self.residentMemory = residentMemory
  }
}

/// A chunk of consecutive layers on one rank, per microbatch.
public struct ChunkCost: Hashable, Sendable {
  /// Runs of equal layers, in order of execution forward.
  public var runs: [LayerRun]
  /// Activations to the next chunk; zero for the last.
  public var sendForward: Seconds
  /// Gradients to the previous chunk; zero for the first.
  public var sendBackward: Seconds
  /// What the forward pass keeps until the backward pass, per microbatch.
  public var activationMemory: Bytes
  /// Of `activationMemory`, what gradients of weights still need once those of inputs are done; all
  /// of it when `nil`. Matters only to schedules that split the backward pass.
  public var weightGradientMemory: Bytes?
  /// What sending to the next and the previous chunk puts on shared links.
  public var forwardTraffic: Traffic?
  public var backwardTraffic: Traffic?

  @inlinable
  public init(
    runs: [LayerRun], sendForward: Seconds = .zero, sendBackward: Seconds = .zero,
    activationMemory: Bytes = .zero, weightGradientMemory: Bytes? = nil,
    forwardTraffic: Traffic? = nil, backwardTraffic: Traffic? = nil
  ) {
    self.weightGradientMemory = weightGradientMemory
    self.forwardTraffic = forwardTraffic
    self.backwardTraffic = backwardTraffic
    self.runs = runs
    self.sendForward = sendForward
    self.sendBackward = sendBackward
    self.activationMemory = activationMemory
  }

  /// The forward pass of one microbatch without what data parallelism adds.
  public var forward: PassCost { runs.reduce(PassCost()) { $0 + $1.forward * $1.count } }

  /// The backward pass of one microbatch, recomputation included.
  public var backward: PassCost { runs.reduce(PassCost()) { $0 + $1.backward * $1.count } }

  public var layerCount: Int { runs.reduce(0) { $0 + $1.count } }
}

/// `count` equal layers in a row; all figures are for one of them.
public struct LayerRun: Hashable, Sendable {
  public var count: Int
  public var forward: PassCost
  public var backward: PassCost
  /// Gathering the layer's parameters before each pass (FSDP), or once per step (sharded
  /// optimizer).
  public var parameterGather: Seconds
  /// Reducing the layer's gradients over data-parallel ranks.
  public var gradientReduction: Seconds

  @inlinable
  public init(
    count: Int, forward: PassCost, backward: PassCost, parameterGather: Seconds = .zero,
    gradientReduction: Seconds = .zero
  ) {
    self.count = count
    self.forward = forward
    self.backward = backward
    self.parameterGather = parameterGather
    self.gradientReduction = gradientReduction
  }
}

/// A forward or backward pass: compute, and the communication that compute waits for.
public struct PassCost: Hashable, Sendable {
  public var compute: Seconds
  /// Exposed tensor-parallel communication.
  public var tensor: Seconds
  /// Exposed context-parallel communication.
  public var context: Seconds
  /// Exposed expert-parallel communication.
  public var expert: Seconds
  /// The part of `compute` that computes gradients of weights and that nothing downstream waits
  /// for.
  public var weightGradient: Seconds

  @inlinable
  public init(
    compute: Seconds = .zero, tensor: Seconds = .zero, context: Seconds = .zero,
    expert: Seconds = .zero, weightGradient: Seconds = .zero
  ) {
    self.compute = compute
    self.tensor = tensor
    self.context = context
    self.expert = expert
    self.weightGradient = weightGradient
  }

  @inlinable
  public var total: Seconds { compute + tensor + context + expert }

  @inlinable
  public static func + (a: PassCost, b: PassCost) -> PassCost {
    PassCost(
      compute: a.compute + b.compute, tensor: a.tensor + b.tensor, context: a.context + b.context,
      expert: a.expert + b.expert, weightGradient: a.weightGradient + b.weightGradient)
  }

  @inlinable
  public static func - (a: PassCost, b: PassCost) -> PassCost {
    PassCost(
      compute: a.compute - b.compute, tensor: a.tensor - b.tensor, context: a.context - b.context,
      expert: a.expert - b.expert, weightGradient: a.weightGradient - b.weightGradient)
  }

  @inlinable
  public static func * (cost: PassCost, count: Int) -> PassCost {
    PassCost(
      compute: cost.compute * count, tensor: cost.tensor * count, context: cost.context * count,
      expert: cost.expert * count, weightGradient: cost.weightGradient * count)
  }
}

/// Memory of one rank by what it holds.
public struct MemoryBreakdown: Hashable, Sendable {
  public var weights: Bytes
  public var gradients: Bytes
  public var optimizerStates: Bytes
  /// Kept from forward for backward, for all microbatches in flight.
  public var activations: Bytes
  /// Temporaries of the layer that is being computed: recomputed activations, gradients of
  /// activations, gathered parameters.
  public var working: Bytes

  @inlinable
  public init(
    weights: Bytes = .zero, gradients: Bytes = .zero, optimizerStates: Bytes = .zero,
    activations: Bytes = .zero, working: Bytes = .zero
  ) {
    self.weights = weights
    self.gradients = gradients
    self.optimizerStates = optimizerStates
    self.activations = activations
    self.working = working
  }

  /// Exactly the sum of the terms.
  @inlinable
  public var total: Bytes { weights + gradients + optimizerStates + activations + working }
}
