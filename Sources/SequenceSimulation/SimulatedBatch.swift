public import Quantities
public import SequencePlanning
import Simulation

/// A planned batch, run task by task: groups side by side, microbatch after microbatch.
///
/// Each group runs its sequences one after the other on its devices. What all devices do together
/// (gathering sharded parameters, reducing gradients) runs beside the groups, and nothing of the next
/// microbatch begins before all of this one has ended: the next gather needs every device. So the
/// duration is that of the plan, to the rounding of each task to a nanosecond, and what a step takes
/// besides.
public struct SimulatedBatch: Sendable {
  /// What a task does, and on which devices.
  struct Task: Hashable, Sendable {
    enum Work: Hashable, Sendable {
      case sequence(Int, tokens: Int)
      /// What a group takes whatever it holds.
      case fixed
      /// The gathers and reductions that devices without a sequence join.
      case emptyPass
      case traffic
      case update
      /// The end of a microbatch.
      case barrier
    }

    var work: Work
    var microbatch: Int
    var devices: Range<Int>
  }

  let deviceCount: Int
  /// By task.
  let tasks: [Task]
  let timeline: Timeline

  /// - Parameter timePerStep: what a step takes besides its microbatches.
  /// - Throws: `SequencePlanningError.unsuitable` for a plan that was made with other costs.
  public init(
    _ plan: SequencePlan, of lengths: [Int], _ costs: SequenceCosts, timePerStep: Seconds = .zero
  ) throws {
    var program = BatchProgram(costs)
    for microbatch in plan.microbatches { try program.add(microbatch, lengths) }
    program.finish(timePerStep)
    deviceCount = costs.deviceCount
    tasks = program.tasks
    timeline = program.graph.run()
  }

  public var duration: Seconds { .nanoseconds(timeline.duration) }

  /// The fraction of all devices' time in which they work on sequences.
  public var utilization: Double {
    var busy = 0.0
    for (index, task) in tasks.enumerated() {
      guard case .sequence = task.work else { continue }
      busy += Double(timeline.ends[index] - timeline.starts[index]) * Double(task.devices.count)
    }
    let all = Double(timeline.duration) * Double(deviceCount)
    return all > 0 ? busy / all : 0
  }
}

/// A batch as a task graph. A group's tasks lie on the stream of its first device; what all devices
/// do together has a stream of its own.
private struct BatchProgram {
  private let costs: SequenceCosts
  private(set) var graph: TaskGraph
  private(set) var tasks: [SimulatedBatch.Task] = []
  private var microbatch = 0
  /// The end of the microbatch before.
  private var barrier: [Int] = []

  init(_ costs: SequenceCosts) {
    self.costs = costs
    graph = TaskGraph(streamCount: costs.deviceCount + 1)
  }

  mutating func add(_ microbatch: SequencePlan.Microbatch, _ lengths: [Int]) throws {
    var ends: [Int] = []
    for group in microbatch.groups {
      guard let degree = costs.costs(ofDegree: group.degree),
        group.devices.upperBound <= costs.deviceCount
      else {
        throw SequencePlanningError.unsuitable(
          "the costs have no group of \(group.degree) devices on \(costs.deviceCount)")
      }
      var last = add(.fixed, on: group.devices, degree.fixed)
      for sequence in group.sequences where lengths.indices.contains(sequence) {
        let tokens = lengths[sequence]
        last = add(
          .sequence(sequence, tokens: tokens), on: group.devices, degree.time(ofSequence: tokens))
      }
      ends.append(last)
    }
    let emptyPass = costs.degrees.map(\.fixed).min() ?? .zero
    for idle in microbatch.idleDevices { ends.append(add(.emptyPass, on: idle, emptyPass)) }
    ends.append(add(.traffic, on: everywhere, costs.microbatchFloor))
    barrier = [add(.barrier, on: everywhere, .zero, after: ends)]
    self.microbatch += 1
  }

  mutating func finish(_ timePerStep: Seconds) {
    add(.update, on: everywhere, timePerStep)
  }

  private var everywhere: Range<Int> { 0..<costs.deviceCount }

  @discardableResult
  private mutating func add(
    _ work: SimulatedBatch.Task.Work, on devices: Range<Int>, _ duration: Seconds,
    after predecessors: [Int]? = nil
  ) -> Int {
    tasks.append(SimulatedBatch.Task(work: work, microbatch: microbatch, devices: devices))
    let isShared =
      switch work {
      case .traffic, .update, .barrier: true
      case .sequence, .fixed, .emptyPass: false
      }
    return graph.addTask(
      on: isShared ? costs.deviceCount : devices.lowerBound, duration: duration.nanoseconds,
      after: predecessors ?? barrier)
  }
}
