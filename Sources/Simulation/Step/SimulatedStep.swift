public import CostModel
public import Quantities
internal import StrategySpace

/// What one training step of a plan does over time.
public struct SimulatedStep: Sendable {
  public var program: StepProgram
  public var timeline: Timeline
  /// What the step was simulated from.
  public var costs: StepCost
  public var schedule: Schedule
  /// By stage.
  public var stages: [SimulatedStage]

  /// From the first forward pass to the last update.
  public var duration: Seconds { .nanoseconds(timeline.duration) }

  /// The stage that works and communicates most, and so waits least for others.
  public var busiestStage: Int {
    stages.indices.min { stages[$0].time.bubble < stages[$1].time.bubble } ?? 0
  }

  /// By stage: the memory of a rank over time.
  public var memory: [MemoryTimeline] {
    program.activationTimelines(costs, timeline).enumerated().map { stage, activations in
      let resident = costs.stages[stage].residentMemory.total
      var memory = activations
      for index in memory.changes.indices { memory.changes[index].memory += resident }
      return memory
    }
  }

  /// By stage and stream: the fraction of the step in which the stream is busy.
  public var utilization: [[StageStream: Double]] {
    var busy = [Int64](repeating: 0, count: program.graph.streamCount)
    for (task, label) in program.labels.enumerated() {
      busy[StepProgram.stream(label.work.stream, ofStage: Int(label.stage))] +=
        timeline.ends[task] - timeline.starts[task]
    }
    let duration = Double(max(1, timeline.duration))
    return stages.indices.map { stage in
      Dictionary(
        uniqueKeysWithValues: StageStream.allCases.map { stream in
          (stream, Double(busy[StepProgram.stream(stream, ofStage: stage)]) / duration)
        })
    }
  }

  /// What the step would take if no link were shared: the rest of its time is contention.
  public var uncontendedDuration: Seconds {
    guard !program.network.flows.isEmpty else { return duration }
    var program = program
    program.network = Network(capacities: [])
    return (try? program.run()).map { .nanoseconds($0.duration) } ?? duration
  }

  /// The time in which stages wait for each other, as a fraction of all stages' time.
  public var bubbleFraction: Double {
    let bubble = stages.reduce(0.0) { $0 + Double($1.time.bubble) }
    let total = stages.reduce(0.0) { $0 + Double($1.time.total) }
    return total > 0 ? bubble / total : 0
  }
}

/// What one stage does in a step.
public struct SimulatedStage: Hashable, Sendable {
  public var time: TimeBreakdown
  /// The largest number of chunk activations that the stage holds at once: with one chunk per
  /// stage, microbatches in flight.
  public var peakActivationsInFlight: Int
  /// The memory of a rank when it holds most.
  public var peakMemory: MemoryBreakdown
}

/// Runs one training step under the schedule that its strategy names.
///
/// Communication takes the time that the cost model gave it, and longer where it shares links with
/// other communication at the same time.
///
/// - Throws: `SimulationError` for costs that do not fit the schedule or make no sense.
/// - Complexity: O(passes), times layers where data-parallel communication overlaps; with shared
///   links as `TaskGraph.run(sharing:)`.
public func simulate(
  _ step: StepCost, under scenario: Scenario = Scenario(), detail: SimulationDetail = .passes
) throws(SimulationError) -> SimulatedStep {
  try simulate(step, schedule: Schedule(for: step), under: scenario, detail: detail)
}

/// Runs one training step under any schedule.
///
/// - Throws: `SimulationError`, also for a schedule that cannot run.
public func simulate(
  _ step: StepCost, schedule: Schedule, under scenario: Scenario = Scenario(),
  detail: SimulationDetail = .passes
) throws(SimulationError) -> SimulatedStep {
  try scenario.validate()
  let program = try StepProgram(step, schedule, detail: detail).under(scenario)
  return SimulatedStep(program, timeline: try program.run(), costs: step, schedule: schedule)
}

extension SimulatedStep {
  init(_ program: StepProgram, timeline: Timeline, costs: StepCost, schedule: Schedule) {
    self.schedule = schedule
    self.program = program
    self.timeline = timeline
    self.costs = costs
    let times = TimeAccounting(program, timeline).breakdowns()
    let holdings = program.activationTimelines(costs, timeline)
    stages = program.stageIndices.map { stage in
      var memory = costs.stages[stage].residentMemory
      memory.activations += holdings[stage].peak
      return SimulatedStage(
        time: times[stage], peakActivationsInFlight: holdings[stage].peakActivations,
        peakMemory: memory)
    }
  }
}
