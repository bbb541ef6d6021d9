import CostModel
public import Quantities
public import Search
public import Simulation
import StrategySpace

extension SimulationDocument {
  public init(_ ranked: RankedPlan, of problem: PlanningProblem) {
    let step = ranked.simulation
    let memory = step.memory
    let utilization = step.utilization
    self.init(
      job: JobSummary(problem), strategy: StrategySummary(ranked.plan.strategy),
      microbatches: ranked.step.microbatchCount, stepTimeSeconds: ranked.stepTime.value,
      estimatedStepTimeSeconds: ranked.step.estimatedTime.value,
      contentionSeconds: max(0, (step.duration - step.uncontendedDuration).value),
      bubbleFraction: step.bubbleFraction, simulatedTasks: step.program.graph.taskCount,
      sharedLinks: ranked.step.sharedLinks.map {
        Link(name: $0.name, bandwidthBytesPerSecond: $0.capacity.value)
      },
      stages: step.stages.enumerated().map { index, stage in
        Stage(
          ranks: ranked.plan.strategy.onStage(index).stageRankCount,
          breakdownSeconds: BreakdownSummary(stage.time),
          utilization: UtilizationSummary(utilization[index]),
          memoryBytes: MemorySummary(stage.peakMemory),
          peakActivationsInFlight: stage.peakActivationsInFlight,
          memoryTimeline: memory[index].samples(over: step.timeline.duration))
      }, criticalPath: Path(step.criticalPath))
    violation = ranked.memoryViolation(problem.costs).map { ViolationSummary($0) }
  }

  public mutating func add(_ distribution: StepTimeDistribution, replicas: Int) {
    self.distribution = Distribution(
      runs: distribution.durations.count, replicas: replicas,
      meanSeconds: distribution.mean.value,
      quantiles: [0, 0.05, 0.5, 0.95, 0.99, 1].map {
        Quantile(fraction: $0, seconds: distribution.quantile($0).value)
      })
  }

  /// Adds the progress that failures and checkpoints leave of steps as long as simulated: on
  /// average, if a distribution was.
  public mutating func addGoodput(
    meanTimeBetweenFailures: Seconds, checkpoint: Seconds, restart: Seconds
  ) {
    let step = distribution?.meanSeconds ?? stepTimeSeconds
    guard
      let found = Goodput(
        step: Seconds(step), meanTimeBetweenFailures: meanTimeBetweenFailures,
        checkpoint: checkpoint, restart: restart)
    else { return }
    goodput = GoodputSummary(
      meanTimeBetweenFailuresSeconds: meanTimeBetweenFailures.value,
      checkpointSeconds: checkpoint.value, restartSeconds: restart.value,
      stepsPerCheckpoint: found.stepsPerCheckpoint, fraction: found.fraction,
      effectiveStepTimeSeconds: (step / found.fraction).isFinite ? step / found.fraction : nil)
  }
}

extension SimulationDocument.UtilizationSummary {
  init(_ streams: [StageStream: Double]) {
    func busy(_ stream: StageStream) -> Double { streams[stream] ?? 0 }
    self.init(
      compute: busy(.compute), tensorParallel: busy(.tensor), contextParallel: busy(.context),
      expertParallel: busy(.expert), sendActivations: busy(.sendForward),
      sendGradients: busy(.sendBackward), dataParallel: busy(.data))
  }
}

extension SimulationDocument.Path {
  init(_ path: CriticalPath) {
    func share(_ part: (work: TaskLabel.Work, duration: Int64)) -> SimulationDocument.Share {
      SimulationDocument.Share(work: part.work.phrase, seconds: Double(part.duration) / 1e9)
    }
    self.init(
      shares: path.shares.map(share),
      phases: path.phases(most: 12).map { phase in
        SimulationDocument.Phase(
          startSeconds: Double(phase.segments.first?.start ?? 0) / 1e9,
          endSeconds: Double(phase.segments.last?.end ?? 0) / 1e9,
          stages: [phase.segments.first?.stage ?? 0, phase.segments.last?.stage ?? 0],
          shares: phase.shares.map(share))
      })
  }
}

extension MemoryTimeline {
  /// Parts of a step that a document tells apart.
  private static let sampleCount = 64

  /// The most that is held in each of equal parts of a step.
  fileprivate func samples(over duration: Int64) -> [SimulationDocument.MemorySample] {
    let count = Int64(Self.sampleCount)
    var samples: [SimulationDocument.MemorySample] = []
    var next = 0
    var held = Bytes.zero
    for part in 0..<count {
      let end = part + 1 < count ? duration * (part + 1) / count : .max
      var peak = held
      while next < changes.count, changes[next].time < end {
        held = changes[next].memory
        // Only the last of several changes at one time is ever held.
        let isLast = next + 1 == changes.count || changes[next + 1].time > changes[next].time
        if isLast { peak = max(peak, held) }
        next += 1
      }
      samples.append(
        SimulationDocument.MemorySample(
          startSeconds: Double(duration * part / count) / 1e9, peakBytes: peak.value))
    }
    return samples
  }
}
