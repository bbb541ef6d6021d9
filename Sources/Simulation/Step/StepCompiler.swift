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
  private var program: StepProgram

  /// By chunk: its cost.
  private let chunks: [ChunkCost]
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

  init(_ step: StepCost, _ schedule: Schedule) {
    self.step = step
    self.schedule = schedule
    let stageCount = schedule.stageCount
    var chunks: [ChunkCost] = []
    var held = [Int](repeating: 0, count: stageCount)
    for stage in schedule.stageOfChunk {
      chunks.append(step.stages[stage].chunks[held[stage]])
      held[stage] += 1
    }
    self.chunks = chunks
    let passCount = schedule.chunkCount * schedule.microbatchCount
    activationsReady = [Int32](repeating: 0, count: passCount)
    gradientsReady = activationsReady
    lastTask = [Int?](repeating: nil, count: stageCount)
    isGathered = [Bool](repeating: false, count: schedule.chunkCount)
    gradientsPending = [Int](repeating: schedule.microbatchCount, count: schedule.chunkCount)
    latestLayers = [(Int?, Int?)](repeating: (nil, nil), count: stageCount)
    lastReduction = lastTask
    deferredReduction = Array(repeating: nil, count: stageCount)
    unreduced = [[ChunkCost]](repeating: [], count: stageCount)
    program = StepProgram(
      graph: TaskGraph(streamCount: stageCount * StageStream.allCases.count),
      stageOfChunk: schedule.stageOfChunk, stageCount: stageCount)
    program.graph.reserveCapacity(
      tasks: 2 * schedule.actionCount, predecessors: 3 * schedule.actionCount)
    program.labels.reserveCapacity(2 * schedule.actionCount)
    program.passes.reserveCapacity(schedule.actionCount)
  }

  /// Fills the program, and hands it over.
  mutating func compile() throws(InvalidSchedule) -> StepProgram {
    let schedule = schedule
    try schedule.visitInOrder { addPass($1, on: $0) }
    addUpdates()
    return program
  }

  // MARK: Passes

  private mutating func addPass(_ action: Action, on stage: Int) {
    let chunk = chunks[action.chunk]
    let index = action.microbatch * schedule.chunkCount + action.chunk
    let isLast = action.chunk + 1 == schedule.chunkCount

    var inputs: [Int] = []
    if let previous = lastTask[stage] { inputs.append(previous) }
    switch action.kind {
    case .forward:
      if action.chunk > 0 { inputs.append(Int(activationsReady[index - 1])) }
    case .backward, .inputGradient:
      if !isLast { inputs.append(Int(gradientsReady[index])) }
    case .weightGradient:
      break
    }

    let reduces = action.kind.yieldsWeightGradient && completesGradients(of: action.chunk)
    let taskCount = program.graph.taskCount
    let overlapsReduction = reduces && step.strategy.overlap.gradientReduction
    var end: Int
    if gathers(for: action) || overlapsReduction {
      end = addLayers(
        action, of: chunk, on: stage, after: inputs, reduces: overlapsReduction)
    } else {
      let cost = action.kind == .forward ? chunk.forward : chunk.backward
      end = addChain(
        cost.part(of: action.kind), action, on: stage, layer: nil, after: inputs)
    }
    if reduces, !overlapsReduction {
      if shardsGradients {
        end = addReductions(of: [chunk], on: stage, after: [end]) ?? end
      } else {
        unreduced[stage].append(chunk)
      }
    }
    lastTask[stage] = end
    // Gathering parameters may run long before the pass itself.
    let firstTask =
      program.labels[taskCount...].firstIndex { $0.work.stream == .compute } ?? taskCount
    program.passes.append(
      StepProgram.Pass(stage: stage, action: action, firstTask: firstTask, lastTask: end))

    switch action.kind {
    case .forward where !isLast:
      activationsReady[index] = addTransfer(
        .activationTransfer, action, from: stage, to: action.chunk + 1,
        lasting: chunk.sendForward, after: end)
    case .backward where action.chunk > 0, .inputGradient where action.chunk > 0:
      gradientsReady[index - 1] = addTransfer(
        .gradientTransfer, action, from: stage, to: action.chunk - 1,
        lasting: chunk.sendBackward, after: end)
    default: break
    }
  }

  /// A pass layer by layer, with the gathering and reducing that runs beside it.
  private mutating func addLayers(
    _ action: Action, of chunk: ChunkCost, on stage: Int, after inputs: [Int], reduces: Bool
  ) -> Int {
    let gathers = gathers(for: action)
    isGathered[action.chunk] = true
    var inputs = inputs
    var layer = action.kind == .forward ? 0 : chunk.layerCount - 1
    let runs = action.kind == .forward ? chunk.runs : chunk.runs.reversed()
    for run in runs {
      let cost = (action.kind == .forward ? run.forward : run.backward).part(of: action.kind)
      for _ in 0..<run.count {
        if gathers, let gather = addGather(run, action, on: stage, layer: layer) {
          inputs.append(gather)
        }
        let end = addChain(cost, action, on: stage, layer: layer, after: inputs)
        latestLayers[stage] = (latestLayers[stage].1, end)
        if reduces { addReduction(run, action, on: stage, layer: layer, after: end) }
        inputs = [end]
        layer += action.kind == .forward ? 1 : -1
      }
    }
    return inputs[0]
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
    for (work, duration) in [
      (TaskLabel.Work.tensorCommunication, cost.tensor), (.contextCommunication, cost.context),
      (.expertCommunication, cost.expert),
    ] where duration > .zero {
      end = add(label(work), lasting: duration, after: [end])
    }
    return end
  }

  /// A transfer between stages; nothing where both chunks sit on one stage.
  private mutating func addTransfer(
    _ work: TaskLabel.Work, _ action: Action, from stage: Int, to chunk: Int,
    lasting duration: Seconds, after end: Int
  ) -> Int32 {
    guard schedule.stageOfChunk[chunk] != stage, duration > .zero else { return Int32(end) }
    let label = TaskLabel(work, stage: stage, chunk: action.chunk, microbatch: action.microbatch)
    return Int32(add(label, lasting: duration, after: [end]))
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
    let gather = add(label, lasting: run.parameterGather, after: inputs)
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
    lastReduction[stage] = add(label, lasting: duration, after: [end])
  }

  /// All reductions of some chunks at once, with nothing beside them.
  private mutating func addReductions(
    of chunks: [ChunkCost], on stage: Int, after inputs: [Int]
  ) -> Int? {
    let duration = chunks.flatMap(\.runs).map { $0.gradientReduction * $0.count }.sum()
    guard duration > .zero else { return nil }
    return add(TaskLabel(.gradientReduction, stage: stage), lasting: duration, after: inputs)
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
        add(TaskLabel(.parameterGather, stage: stage), lasting: duration, after: end)
      }
    }
  }

  @discardableResult
  private mutating func add(
    _ label: TaskLabel, lasting duration: Seconds, after inputs: [Int]
  ) -> Int {
    program.labels.append(label)
    return program.graph.addTask(
      on: Int(label.stage) * StageStream.allCases.count + label.work.stream.rawValue,
      duration: duration.nanoseconds, after: inputs)
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
