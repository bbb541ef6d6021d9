import CostModel
public import Quantities
public import Sharding
public import ShardingPlanner
import Simulation
import TensorPrograms

/// A training step's program on a pipeline: each stage split over its own devices, and the whole
/// simulated under a schedule.
///
/// The program is what one microbatch computes. Its gradients are summed over the microbatches where
/// they are made, so what only leads to updates (their collectives and the updates themselves) runs
/// once per step, after the last microbatch.
public struct ProgramPipeline: Sendable {
  public struct Stage: Sendable {
    public var plan: ShardingPlan
    /// One microbatch forward and backward, with its collectives.
    public var forward: Seconds
    public var backward: Seconds
    /// Once per step: collectives of gradients, and the updates.
    public var tail: Seconds
    /// Bytes that one device keeps of a microbatch between its passes.
    public var keptBytes: Double
    /// The most that one device holds, with as many microbatches in flight as the schedule has.
    public var peakBytes: Double
    /// Floating-point operations of its forward products, over all of its devices.
    public var work: Double
  }

  public let stages: [Stage]
  public let microbatches: Int
  public let schedule: PipelineOrder
  /// The longest transfer between two stages.
  public let transfer: Seconds
  public let stepTime: Seconds
  /// The share of the stages' time in which they wait.
  public let bubble: Double
  /// Shardings that were evaluated over all stages.
  public let evaluated: Int
}

/// The schedules that a program can be simulated under: those that leave backward passes whole.
public enum PipelineOrder: String, Hashable, Sendable, CaseIterable {
  case gpipe
  case oneForwardOneBackward = "1f1b"
  case earlyBackward = "early-backward"

  func schedule(stages: Int, microbatches: Int) -> Schedule {
    switch self {
    case .gpipe: .gpipe(stages: stages, microbatches: microbatches)
    case .oneForwardOneBackward:
      .oneForwardOneBackward(stages: stages, microbatches: microbatches)
    case .earlyBackward:
      .earlyBackward(stages: stages, microbatches: microbatches, policy: .b)
    }
  }
}

/// Splits each stage over its devices, and prices and simulates the pipeline.
public struct PipelinePricing: Sendable {
  public var timing: ProgramTiming
  /// The mesh of one stage's devices, or those to choose from.
  public var meshes: [Mesh]
  public var memoryLimit: Bytes
  public var style = PartitionerStyle.cpu
  public var effort = ShardingSearch.Effort.fast

  public init(_ timing: ProgramTiming, meshes: [Mesh], memoryLimit: Bytes) {
    self.timing = timing
    self.meshes = meshes
    self.memoryLimit = memoryLimit
  }

  /// - Returns: `nil` when a stage fits on none of the meshes.
  /// - Throws: `PlanningProblem` when the cluster cannot hold the meshes.
  public func pipeline(
    _ program: ProgramStages, microbatches: Int, order: PipelineOrder
  ) throws(PlanningProblem) -> ProgramPipeline? {
    let schedule = order.schedule(stages: program.stageCount, microbatches: microbatches)
    var stages: [ProgramPipeline.Stage] = []
    var evaluated = 0
    for index in 0..<program.stageCount {
      guard
        var stage = try stage(
          index, of: program, inFlight: schedule.peakActivations[index], &evaluated)
      else { return nil }
      stage.work = program.program.blocks[0].operations.reduce(0) { sum, operation in
        let isCounted =
          program.stageOfOperation[operation] == index && program.anatomy.isForward[operation]
        return sum + (isCounted ? program.program.work(of: operation) : 0)
      }
      stages.append(stage)
    }
    let transfer = try transferTime(program, stages)
    let costs = PipelineCosts(
      stages: stages.map { stage in
        PipelineCosts.Stage(
          forward: stage.forward.nanoseconds, inputGradient: stage.backward.nanoseconds,
          weightGradient: 0)
      }, transfer: transfer.nanoseconds)
    // Schedules of the simulator have no stages that wait for each other.
    guard let clock = try? ScheduleClock(schedule, costs) else { return nil }
    let tail = stages.map(\.tail).max() ?? .zero
    let time = Seconds(Double(clock.makespan) * 1e-9) + tail
    let busy = stages.reduce(0.0) { sum, stage in
      sum + Double(microbatches) * (stage.forward + stage.backward).value + stage.tail.value
    }
    return ProgramPipeline(
      stages: stages, microbatches: microbatches, schedule: order, transfer: transfer,
      stepTime: time, bubble: 1 - busy / (time.value * Double(stages.count)),
      evaluated: evaluated)
  }

  private func stage(
    _ index: Int, of program: ProgramStages, inFlight: Int, _ evaluated: inout Int
  ) throws(PlanningProblem) -> ProgramPipeline.Stage? {
    let shardable = ShardableProgram(program.program(of: index))
    let search = ShardingSearch(
      shardable, timing, memoryLimit: memoryLimit, style: style, effort: effort)
    var best: ShardingPlan?
    for mesh in meshes where search.undividedAxis(of: mesh) == nil {
      let outcome = try search.run(on: mesh)
      evaluated += outcome.evaluated
      if let plan = outcome.plan, best.map({ plan.time.total < $0.time.total }) ?? true {
        best = plan
      }
    }
    guard let plan = best else { return nil }
    let clock = try timing.on(plan.mesh)
    let layouts = Dictionary(
      zip(shardable.program.inputs, plan.inputs), uniquingKeysWith: { first, _ in first })
    func predict(_ part: ProgramStages.Part) -> (ShardableProgram, ShardingPrediction) {
      let whole = ShardableProgram(program.program(of: index, part))
      let part = whole.constraining(plan.constraints, on: plan.mesh)
      let prediction = ShardingPrediction(
        part, on: plan.mesh,
        inputs: part.program.inputs.map { layouts[$0] ?? .replicated(on: plan.mesh) },
        outputs: part.program.outputs.map { _ in nil }, style: style)
      return (part, prediction)
    }
    // Gradients of weights are summed over devices once per step, as they are used.
    let (part, microbatch) = predict(.microbatch)
    let repeated = microbatch.collectives.filter { collective in
      !program.isUpdate(part.program.unconstrained(collective.operation))
    }
    let all = clock.time(of: microbatch)
    let whole = min(all.products + all.memory + clock.time(of: repeated), plan.time.total)
    let tailTime = plan.time.total - whole
    let (forward, prediction) = predict(.forward)
    let forwardTime = min(clock.time(of: prediction).total, whole)
    let kept = forward.program.outputs.reduce(0.0) { sum, output in
      guard let tensor = forward.tensorOfValue[output] else { return sum }
      return sum
        + Double(prediction.layouts[tensor].localBytes(of: forward.types[tensor], on: plan.mesh))
    }
    let once = Double(plan.prediction.peakBytesPerDevice)
    return ProgramPipeline.Stage(
      plan: plan, forward: forwardTime, backward: whole - forwardTime,
      tail: tailTime,
      keptBytes: kept, peakBytes: once + kept * Double(max(0, inFlight - 1)), work: 0)
  }

  /// The longest way of a microbatch's tensors from one stage to another; each device sends its part.
  private func transferTime(
    _ program: ProgramStages, _ stages: [ProgramPipeline.Stage]
  ) throws(PlanningProblem) -> Seconds {
    guard let devices = stages.first?.plan.mesh.deviceCount, stages.count > 1 else { return .zero }
    let across = Mesh([.init("stage", 2), .init("device", devices)])
    guard let channel = try timing.channels(of: across)[0] else { return .zero }
    var bytes: [ClosedRange<Int>: [Bool: Double]] = [:]
    for transfer in program.transfers {
      let ends = min(transfer.from, transfer.to)...max(transfer.from, transfer.to)
      bytes[ends, default: [:]][transfer.isBackward, default: 0] +=
        Double(program.program.type(transfer.value).byteCount)
    }
    let largest = bytes.values.flatMap(\.values).max() ?? 0
    return largest > 0 ? channel.send(Bytes(largest / Double(devices))) : .zero
  }
}

extension ProgramStages {
  /// Whether what the operation computes only leads to updates, through no product.
  func isUpdate(_ operation: Int) -> Bool {
    program.operations.indices.contains(operation)
      && !anatomy.isForward[operation]
      && program.operations[operation].results.allSatisfy { anatomy.isFinal[$0] }
  }
}

extension Program {
  /// The operation that computes what a constraint is laid on; the operation itself if it is none.
  fileprivate func unconstrained(_ operation: Int) -> Int {
    var operation = operation
    while case .constraint = operations[operation].kind,
      let definition = values[operations[operation].operands[0]].definition
    {
      operation = definition
    }
    return operation
  }
}
