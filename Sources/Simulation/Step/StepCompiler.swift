internal import CostModel
internal import Quantities
internal import StrategySpace

/// Turns the costs of a step and a schedule into a task graph.
///
/// Passes become tasks in the order in which `Schedule.visitInOrder` visits them. A pass is one
/// chain: compute, then the tensor-, context- and expert-parallel communication that compute waits
/// for, each on its own stream. Where data-parallel communication runs behind a pass, the pass is a
/// chain of such chains, one per layer, so that a layer's gradients leave while the layer before it
/// computes.
struct StepCompiler {
  private let step: StepCost
  private let schedule: Schedule
  private let detail: SimulationDetail
  private var program: StepProgram

  /// By chunk: its cost, and whether it begins or ends a way through the pipeline.
  private let chunks: [ChunkCost]
  /// By chunk and kind of pass.
  private let passCosts: [[PassCost]]
  private let isFirstChunk: [Bool]
  private let isLastChunk: [Bool]
  /// By microbatch and chunk: the last task of its forward pass, transfer included.
  private var activationsReady: [Int32]
  /// By microbatch and chunk: the last task that made the gradient of the chunk's output.
  private var gradientsReady: [Int32]
  /// By stage: the last task of the pass before.
  private var lastTask: [Int?]
  /// By chunk: whether its parameters have been gathered in this step.
  private var isGathered: [Bool]
  /// By chunk: weight-gradient passes that are still to come.
  private var gradientsPending: [Int]
  /// By stage: the last tasks of the two latest layers, for gathering one layer ahead.
  private var latestLayers: [(Int?, Int?)]
  /// By stage: the last reduction of gradients behind a pass.
  private var lastReduction: [Int?]
  /// By stage: a reduction that lets the gathering of the next layer go first.
  private var deferredReduction: [(TaskLabel, Seconds, after: Int)?]
  /// By stage: chunks whose gradients are to be reduced when all passes are done.
  private var unreduced: [[ChunkCost]]

  init(_ step: StepCost, _ schedule: Schedule, _ detail: SimulationDetail) {
    self.step = step
    self.detail = detail
    self.schedule = schedule
    let stageCount = schedule.stageCount
    var chunks: [ChunkCost] = []
    var held = [Int](repeating: 0, count: stageCount)
    for stage in schedule.stageOfChunk {
      chunks.append(step.stages[stage].chunks[held[stage]])
      held[stage] += 1
    }
    self.chunks = chunks
    passCosts = chunks.map { chunk in
      let (forward, backward) = (chunk.forward, chunk.backward)
      return Action.Kind.allCases.map { ($0 == .forward ? forward : backward).part(of: $0) }
    }
    isFirstChunk = schedule.isFirstChunk
    isLastChunk = schedule.isLastChunk
    let passCount = schedule.chunkCount * schedule.microbatchCount
    activationsReady = [Int32](repeating: 0, count: passCount)
    gradientsReady = activationsReady
    lastTask = [Int?](repeating: nil, count: stageCount)
    isGathered = [Bool](repeating: false, count: schedule.chunkCount)
    gradientsPending = schedule.lanes.flatMap { lane in
      lane.chunks.map { _ in lane.microbatches.count }
    }
    latestLayers = [(Int?, Int?)](repeating: (nil, nil), count: stageCount)
    lastReduction = lastTask
    deferredReduction = Array(repeating: nil, count: stageCount)
    unreduced = [[ChunkCost]](repeating: [], count: stageCount)
    program = StepProgram(
      graph: TaskGraph(streamCount: stageCount * StageStream.allCases.count),
      network: Network(capacities: step.sharedLinks.map(\.capacity)),
      stageOfChunk: schedule.stageOfChunk, stageCount: stageCount)
    program.graph.reserveCapacity(
      tasks: 2 * schedule.actionCount, predecessors: 3 * schedule.actionCount)
    program.labels.reserveCapacity(2 * schedule.actionCount)
    program.passes.reserveCapacity(schedule.actionCount)
  }

  /// Fills the program, and hands it over.
  mutating func compile() throws(InvalidSchedule) -> StepProgram {
    var schedule = schedule
    for stage in schedule.stages.indices where !schedule.stages[stage].isEmpty {
      schedule.stages[stage][schedule.stages[stage].count - 1].overlapsNext = false
    }
    var overlapped: [Action?] = Array(repeating: nil, count: schedule.stageCount)
    try schedule.visitInOrder { stage, action in
      if let first = overlapped[stage] {
        overlapped[stage] = nil
        addOverlapped(first, action, on: stage)
      } else if action.overlapsNext {
        overlapped[stage] = action
      } else {
        addPass(action, on: stage)
      }
    }
    addUpdates()
    return program
  }

  // MARK: Passes

  private mutating func addPass(_ action: Action, on stage: Int) {
    let waits = inputs(of: action) + [lastTask[stage]].compactMap { $0 }
    let reduces = action.kind.yieldsWeightGradient && completesGradients(of: action.chunk)
    let overlapsReduction = reduces && step.strategy.overlap.gradientReduction
    let firstTask = program.graph.taskCount
    var end: Int
    if detail == .layers || gathers(for: action) || overlapsReduction {
      let gathers = gathers(for: action)
      var waits = waits
      for layer in layers(of: action) {
        waits = [
          addLayer(
            layer, action, on: stage, after: waits, gathers: gathers, reduces: overlapsReduction)
        ]
      }
      end = waits[0]
      isGathered[action.chunk] = true
    } else {
      let cost = passCosts[action.chunk][Int(action.kind.rawValue)]
      end = addChain(cost, action, on: stage, layer: nil, after: waits)
    }
    if reduces, !overlapsReduction {
      if shardsGradients {
        end = addReductions(of: [chunks[action.chunk]], on: stage, after: [end]) ?? end
      } else {
        unreduced[stage].append(chunks[action.chunk])
      }
    }
    finish(action, on: stage, firstTask: firstTask, end: end)
  }

  /// Two passes as one: their layers take turns, so that while one communicates the other computes.
  ///
  /// The pair starts when both have their inputs, and hands both results on when it ends.
  private mutating func addOverlapped(_ a: Action, _ b: Action, on stage: Int) {
    let pair = [a, b]
    let firstTask = program.graph.taskCount
    let shared: [Int] = pair.flatMap { inputs(of: $0) } + [lastTask[stage]].compactMap { $0 }
    let work = pair.map { (layers: layers(of: $0), gathers: gathers(for: $0)) }
    let reduces = pair.map {
      $0.kind.yieldsWeightGradient && completesGradients(of: $0.chunk)
    }
    var waits = [shared, shared]
    for turn in 0..<max(work[0].layers.count, work[1].layers.count) {
      for side in 0...1 where turn < work[side].layers.count {
        waits[side] = [
          addLayer(
            work[side].layers[turn], pair[side], on: stage, after: waits[side],
            gathers: work[side].gathers, reduces: reduces[side])
        ]
      }
    }
    for action in pair { isGathered[action.chunk] = true }
    let label = TaskLabel(b.kind.work, stage: stage, chunk: b.chunk, microbatch: b.microbatch)
    let end = add(label, lasting: .zero, after: waits[0] + waits[1])
    for action in pair { finish(action, on: stage, firstTask: firstTask, end: end) }
  }

  /// What a pass waits for besides the pass before it on its stage.
  private func inputs(of action: Action) -> [Int] {
    let index = action.microbatch * schedule.chunkCount + action.chunk
    switch action.kind {
    case .forward where !isFirstChunk[action.chunk]: return [Int(activationsReady[index - 1])]
    case .backward where !isLastChunk[action.chunk],
      .inputGradient where !isLastChunk[action.chunk]:
      return [Int(gradientsReady[index])]
    default: return []
    }
  }

  /// Notes that a pass is complete, and sends its result.
  private mutating func finish(_ action: Action, on stage: Int, firstTask: Int, end: Int) {
    lastTask[stage] = end
    program.passes.append(
      StepProgram.Pass(stage: stage, action: action, firstTask: firstTask, lastTask: end))
    let chunk = chunks[action.chunk]
    let index = action.microbatch * schedule.chunkCount + action.chunk
    if action.kind == .forward, !isLastChunk[action.chunk] {
      activationsReady[index] = addTransfer(
        .activationTransfer, action, from: stage, to: action.chunk + 1,
        lasting: chunk.sendForward, crossing: chunk.forwardTraffic, after: end)
    } else if action.kind.yieldsInputGradient, !isFirstChunk[action.chunk] {
      gradientsReady[index - 1] = addTransfer(
        .gradientTransfer, action, from: stage, to: action.chunk - 1,
        lasting: chunk.sendBackward, crossing: chunk.backwardTraffic, after: end)
    }
  }

  /// One layer of a chunk, by its number there.
  private struct Layer {
    var run: LayerRun
    var index: Int
  }

  /// A pass's layers in the order in which it takes them.
  private func layers(of action: Action) -> [Layer] {
    let runs = chunks[action.chunk].runs.flatMap { Array(repeating: $0, count: $0.count) }
    let layers = runs.enumerated().map { Layer(run: $1, index: $0) }
    return action.kind == .forward ? layers : layers.reversed()
  }

  /// One layer of a pass, with the gathering and reducing that runs beside it.
  private mutating func addLayer(
    _ layer: Layer, _ action: Action, on stage: Int, after inputs: [Int], gathers: Bool,
    reduces: Bool
  ) -> Int {
    var inputs = inputs
    if gathers, let gather = addGather(layer.run, action, on: stage, layer: layer.index) {
      inputs.append(gather)
    }
    let cost = action.kind == .forward ? layer.run.forward : layer.run.backward
    let end = addChain(
      cost.part(of: action.kind), action, on: stage, layer: layer.index, after: inputs)
    latestLayers[stage] = (latestLayers[stage].1, end)
    if reduces { addReduction(layer.run, action, on: stage, layer: layer.index, after: end) }
    return end
  }

  /// Compute, and behind it the communication that the next compute waits for.
  ///
  /// - Returns: the last task.
  private mutating func addChain(
    _ cost: PassCost, _ action: Action, on stage: Int, layer: Int?, after inputs: [Int]
  ) -> Int {
    func label(_ work: TaskLabel.Work) -> TaskLabel {
      TaskLabel(
        work, stage: stage, chunk: action.chunk, microbatch: action.microbatch, layer: layer)
    }
    var end = add(label(action.kind.work), lasting: cost.compute, after: inputs)
    let traffic = step.stages[stage]
    let communication: [(TaskLabel.Work, Seconds, Traffic?)] = [
      (.tensorCommunication, cost.tensor, traffic.tensorTraffic),
      (.contextCommunication, cost.context, traffic.contextTraffic),
      (.expertCommunication, cost.expert, traffic.expertTraffic),
    ]
    for (work, duration, traffic) in communication where duration > .zero {
      end = add(label(work), lasting: duration, crossing: traffic, after: [end])
    }
    return end
  }

  /// A transfer between stages; nothing where both chunks sit on one stage.
  private mutating func addTransfer(
    _ work: TaskLabel.Work, _ action: Action, from stage: Int, to chunk: Int,
    lasting duration: Seconds, crossing traffic: Traffic?, after end: Int
  ) -> Int32 {
    guard schedule.stageOfChunk[chunk] != stage, duration > .zero else { return Int32(end) }
    let label = TaskLabel(work, stage: stage, chunk: action.chunk, microbatch: action.microbatch)
    let transfer = add(label, lasting: duration, crossing: traffic, after: [end])
    if !step.strategy.overlap.pipelineTransfers { lastTask[stage] = transfer }
    return Int32(transfer)
  }

  // MARK: Data parallelism

  private var shardsParameters: Bool { step.strategy.zeroStage == .parameters }
  private var shardsGradients: Bool { step.strategy.zeroStage >= .gradients }

  /// Whether the pass gathers parameters: every pass when they are sharded, the first forward pass
  /// of a chunk behind which the updated parameters of a sharded optimizer are gathered.
  private func gathers(for action: Action) -> Bool {
    switch step.strategy.zeroStage {
    case .none: false
    case .optimizer, .gradients:
      step.strategy.overlap.parameterGather && action.kind == .forward
        && !isGathered[action.chunk]
    case .parameters: action.kind != .weightGradient
    }
  }

  /// Counts a weight-gradient pass; whether its gradients are reduced right behind it.
  private mutating func completesGradients(of chunk: Int) -> Bool {
    gradientsPending[chunk] -= 1
    return shardsGradients || gradientsPending[chunk] == 0
  }

  /// Gathers one layer's parameters.
  ///
  /// Sharded parameters are gathered one layer ahead: while a layer computes, the next one's
  /// parameters arrive, and no more, as that would take memory. Those of a sharded optimizer stay,
  /// so all gathers are issued at the start of the step.
  private mutating func addGather(
    _ run: LayerRun, _ action: Action, on stage: Int, layer: Int
  ) -> Int? {
    guard run.parameterGather > .zero else { return nil }
    var inputs: [Int] = []
    if shardsParameters, let layerBeforeLast = latestLayers[stage].0 { inputs = [layerBeforeLast] }
    let label = TaskLabel(
      .parameterGather, stage: stage, chunk: action.chunk, microbatch: action.microbatch,
      layer: layer)
    let gather = add(
      label, lasting: run.parameterGather, crossing: step.stages[stage].dataTraffic, after: inputs)
    addDeferredReduction(on: stage)
    return gather
  }

  private mutating func addReduction(
    _ run: LayerRun, _ action: Action, on stage: Int, layer: Int, after end: Int
  ) {
    guard run.gradientReduction > .zero else { return }
    let label = TaskLabel(
      .gradientReduction, stage: stage, chunk: action.chunk, microbatch: action.microbatch,
      layer: layer)
    addDeferredReduction(on: stage)
    deferredReduction[stage] = (label, run.gradientReduction, after: end)
    if !shardsParameters { addDeferredReduction(on: stage) }
  }

  private mutating func addDeferredReduction(on stage: Int) {
    guard let (label, duration, end) = deferredReduction[stage] else { return }
    deferredReduction[stage] = nil
    lastReduction[stage] = add(
      label, lasting: duration, crossing: step.stages[stage].dataTraffic, after: [end])
  }

  /// All reductions of some chunks at once, with nothing beside them.
  private mutating func addReductions(
    of chunks: [ChunkCost], on stage: Int, after inputs: [Int]
  ) -> Int? {
    let duration = chunks.flatMap(\.runs).map { $0.gradientReduction * $0.count }.sum()
    guard duration > .zero else { return nil }
    return add(
      TaskLabel(.gradientReduction, stage: stage), lasting: duration,
      crossing: step.stages[stage].dataTraffic, after: inputs)
  }

  // MARK: The end of the step

  /// Shared weights, the optimizer, and the gathering of updated parameters that nothing hides.
  private mutating func addUpdates() {
    for stage in program.stageIndices { addDeferredReduction(on: stage) }
    var ready = program.stageIndices.map { [lastTask[$0], lastReduction[$0]].compactMap { $0 } }
    for stage in program.stageIndices {
      if let end = addReductions(of: unreduced[stage], on: stage, after: ready[stage]) {
        ready[stage] = [end]
      }
    }
    let sharing = program.stageIndices.filter { step.stages[$0].sharedWeightReduction > .zero }
    let gradients = sharing.flatMap { ready[$0] }
    for stage in sharing {
      let label = TaskLabel(.sharedWeightReduction, stage: stage)
      let duration = step.stages[stage].sharedWeightReduction
      ready[stage] = [add(label, lasting: duration, after: gradients)]
    }
    for stage in program.stageIndices {
      var end = ready[stage]
      if step.stages[stage].optimizer > .zero {
        let label = TaskLabel(.optimizer, stage: stage)
        end = [add(label, lasting: step.stages[stage].optimizer, after: end)]
      }
      guard [.optimizer, .gradients].contains(step.strategy.zeroStage),
        !step.strategy.overlap.parameterGather
      else { continue }
      let duration = step.stages[stage].chunks.flatMap(\.runs)
        .map { $0.parameterGather * $0.count }.sum()
      if duration > .zero {
        add(
          TaskLabel(.parameterGather, stage: stage), lasting: duration,
          crossing: step.stages[stage].dataTraffic, after: end)
      }
    }
  }

  @discardableResult
  private mutating func add(
    _ label: TaskLabel, lasting duration: Seconds, crossing traffic: Traffic? = nil,
    after inputs: [Int]
  ) -> Int {
    program.labels.append(label)
    let task = program.graph.addTask(
      on: StepProgram.stream(label.work.stream, ofStage: Int(label.stage)),
      duration: duration.nanoseconds, after: inputs)
    if let traffic, duration > .zero {
      program.network.flows.append(Network.Flow(task: task, traffic: traffic))
    }
    return task
  }
}

extension Action.Kind {
  var work: TaskLabel.Work {
    switch self {
    case .forward: .forward
    case .backward: .backward
    case .inputGradient: .inputGradient
    case .weightGradient: .weightGradient
    }
  }
}

extension PassCost {
  /// What one kind of pass takes of a whole forward or backward pass.
  ///
  /// A weight-gradient pass is the compute that nothing waits for; its counterpart is all the rest.
  func part(of kind: Action.Kind) -> PassCost {
    switch kind {
    case .forward, .backward: return self
    case .inputGradient:
      var cost = self
      cost.compute -= weightGradient
      cost.weightGradient = .zero
      return cost
    case .weightGradient:
      return PassCost(compute: weightGradient, weightGradient: weightGradient)
    }
  }
}
