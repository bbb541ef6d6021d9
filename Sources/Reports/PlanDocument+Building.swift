import ClusterTopology
import CostModel
import ModelDescription
import Quantities
public import Search
import Simulation
public import StrategySpace

extension PlanDocument {
  /// Describes a ranked plan.
  ///
  /// - Parameters:
  ///   - rank: its place in the list, from 1.
  ///   - launch: arguments for Megatron-LM and what they cannot say.
  public init(
    _ ranked: RankedPlan, rank: Int, of problem: PlanningProblem,
    launch: (arguments: [String], notes: [String])
  ) {
    let cluster = problem.costs.cluster
    let plan = ranked.plan
    let seconds = ranked.stepTime.value
    let batch = Double(problem.costs.job.globalBatchSize)
    let rate = problem.modelFLOPsPerSample.value * batch / seconds
    let stages = StageSummary.all(of: ranked, problem)
    self.rank = rank
    job = JobSummary(problem)
    strategy = StrategySummary(plan.strategy)
    rankOrder = plan.placement.rankOrder.rawValue
    nodes = plan.placement.segments.map {
      NodesOfGroup(group: cluster.groups[$0.group].name, count: $0.nodes)
    }
    chunkStarts = plan.split.chunks.map(\.lowerBound)
    devicesUsed = plan.strategy.rankCount
    self.stages = stages
    let traits = ModelTraits(problem.costs.graph, problem.costs.job)
    groups = plan.processGroups(on: cluster, hasExperts: traits.expertCount > 0).map {
      GroupSummary(
        axis: $0.axis.rawValue, ranks: $0.ranks,
        transport: problem.costs.transport(of: $0.span)?.rawValue ?? "none")
    }
    stepTimeSeconds = seconds
    estimatedStepTimeSeconds = ranked.step.estimatedTime.value
    samplesPerSecond = batch / seconds
    modelFlopsPerSecondPerDevice = rate / Double(plan.strategy.rankCount)
    modelFlopsUtilization = rate / plan.peak(problem.costs).value
    breakdownSeconds = stages[ranked.simulation.busiestStage].breakdownSeconds
    memoryBytes = stages[ranked.fullestStage].memoryBytes
    megatronArguments = launch.arguments
    launchNotes = launch.notes
    tokensPerSecond = problem.tokensPerSample.map { Double($0) * batch / seconds }
    violation = ranked.memoryViolation(problem.costs).map { ViolationSummary($0) }
  }
}

extension Plan {
  /// The peak of all devices that the plan uses, in the job's compute format.
  func peak(_ model: CostModel) -> FLOPsPerSecond {
    placement.segments.map { segment in
      let node = model.cluster.groups[segment.group].node
      let peak = node.device.peak(model.job.precision.compute) ?? .zero
      return peak * (segment.nodes * node.deviceCount)
    }.sum()
  }
}

extension JobSummary {
  public init(_ problem: PlanningProblem) {
    let job = problem.costs.job
    self.init(
      model: problem.modelName, cluster: problem.clusterName,
      globalBatchSize: job.globalBatchSize, sequenceLength: job.sequenceLength,
      targetLength: job.targetLength, precision: job.precision.name,
      optimizer: job.optimizer.rawValue, attention: job.attention.rawValue,
      expertLoadImbalance: job.expertLoadImbalance, vocabularyDivisor: job.vocabularyDivisor,
      parameters: problem.costs.graph.parameterCount, devices: problem.costs.cluster.deviceCount,
      nodes: problem.costs.cluster.nodeCount)
  }
}

extension StrategySummary {
  public init(_ strategy: Strategy) {
    self.init(
      dataParallelSize: strategy.dataParallelSize,
      tensorParallelSize: strategy.tensorParallelSize,
      pipelineParallelSize: strategy.pipelineParallelSize,
      virtualPipelineSize: strategy.virtualPipelineSize,
      contextParallelSize: strategy.contextParallelSize,
      contextParallelKind: strategy.contextParallelKind.rawValue,
      expertParallelSize: strategy.expertParallelSize,
      expertTensorParallelSize: strategy.expertTensorParallelSize,
      sequenceParallel: strategy.sequenceParallel, zeroStage: strategy.zeroStage.rawValue,
      microBatchSize: strategy.microBatchSize,
      recomputation: strategy.recomputation.description, schedule: strategy.schedule.rawValue,
      overlap: OverlapSummary(
        gradientReduction: strategy.overlap.gradientReduction,
        parameterGather: strategy.overlap.parameterGather,
        tensorParallel: strategy.overlap.tensorParallel,
        pipelineTransfers: strategy.overlap.pipelineTransfers),
      label: strategy.description)
  }
}

extension StageSummary {
  fileprivate static func all(of ranked: RankedPlan, _ problem: PlanningProblem) -> [StageSummary] {
    let plan = ranked.plan
    let graph = problem.costs.graph
    let cluster = problem.costs.cluster
    let devices = plan.placement.devices(on: cluster)
    // By layer of the graph: how many of the user's layers come before it.
    let blocksBefore = graph.layers.indices.reduce(into: [0]) { counts, layer in
      counts.append(counts[layer] + (graph.layerClass(of: layer).role == .block ? 1 : 0))
    }
    func holds(_ role: LayerClass.Role, _ ranges: [Range<Int>]) -> Bool {
      ranges.joined().contains { graph.layerClass(of: $0).role == role }
    }
    return (0..<plan.strategy.pipelineParallelSize).map { stage in
      let ranges = plan.split.chunks(ofStage: stage, of: plan.strategy)
      let chunks = ranges.map { range in
        let first = blocksBefore[range.lowerBound]
        return ChunkSummary(firstLayer: first, layerCount: blocksBefore[range.upperBound] - first)
      }
      let numbers = plan.strategy.ranks(ofStage: stage, order: plan.placement.rankOrder)
        .map { devices[$0] }
      let groups = Set(numbers.map { cluster.location(ofDevice: $0).group }).sorted()
      let simulated = ranked.simulation.stages[stage]
      return StageSummary(
        firstLayer: chunks[0].firstLayer, layerCount: chunks.map(\.layerCount).reduce(0, +),
        chunks: chunks, hasEmbedding: holds(.input, ranges),
        hasOutputLayer: holds(.output, ranges), devices: numbers,
        deviceKind: groups.map { cluster.groups[$0].node.device.name }.uniqued()
          .joined(separator: ", "),
        nodeGroups: groups.map { cluster.groups[$0].name },
        peakMemoryBytes: simulated.peakMemory.total.value,
        usableMemoryBytes: groups.map { cluster.groups[$0].node.device.usableMemory }.min()?.value
          ?? 0,
        computeSeconds: BreakdownSummary(simulated.time).compute,
        breakdownSeconds: BreakdownSummary(simulated.time),
        memoryBytes: MemorySummary(simulated.peakMemory))
    }
  }
}

extension BreakdownSummary {
  init(_ time: TimeBreakdown) {
    func seconds(_ nanoseconds: Int64) -> Double { Double(nanoseconds) / 1e9 }
    self.init(
      compute: seconds(time.compute), optimizer: seconds(time.optimizer),
      tensorParallel: seconds(time.tensor), contextParallel: seconds(time.context),
      expertParallel: seconds(time.expert), pipelineParallel: seconds(time.pipeline),
      dataParallel: seconds(time.data), bubble: seconds(time.bubble))
  }
}

extension MemorySummary {
  init(_ memory: MemoryBreakdown) {
    self.init(
      weights: memory.weights.value, gradients: memory.gradients.value,
      optimizerStates: memory.optimizerStates.value, activations: memory.activations.value,
      working: memory.working.value, total: memory.total.value)
  }
}

extension Array where Element: Equatable {
  /// The different elements, in order of appearance.
  func uniqued() -> [Element] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
