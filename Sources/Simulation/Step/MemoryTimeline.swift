internal import CostModel
public import Quantities

/// The memory that a rank holds over time.
public struct MemoryTimeline: Hashable, Sendable {
  public struct Change: Hashable, Sendable {
    /// Nanoseconds from the start of the step.
    public var time: Int64
    /// What is held from then on.
    public var memory: Bytes
    /// Activations of chunks held from then on.
    public var activations: Int
  }

  /// By time. The first is at the start of the step.
  public var changes: [Change]

  /// The most that is ever held.
  public var peak: Bytes { changes.map(\.memory).max() ?? .zero }

  /// The most activations that are ever held at once.
  public var peakActivations: Int { changes.map(\.activations).max() ?? 0 }

  /// What is held at a time.
  /// - Complexity: O(changes).
  public func memory(at time: Int64) -> Bytes {
    changes.last { $0.time <= time }?.memory ?? .zero
  }
}

extension StepProgram {
  /// By stage: the activations held for backward passes, from when passes really ran.
  ///
  /// A forward pass takes its activations when it starts to compute, however early its parameters
  /// are gathered. They are freed when the gradients of weights are done; a part already with the
  /// gradient of the input, where the cost model says so.
  /// What is freed can be taken again at the same instant.
  func activationTimelines(_ costs: StepCost, _ timeline: Timeline) -> [MemoryTimeline] {
    var changes = [[MemoryTimeline.Change]](
      repeating: [.init(time: 0, memory: .zero, activations: 0)], count: stageCount)
    let chunks = stageOfChunk.indices.map { chunkCost($0, in: costs) }
    for pass in passes {
      let chunk = chunks[pass.action.chunk]
      let all = chunk.activationMemory
      let late = min(chunk.weightGradientMemory ?? all, all)
      let start = timeline.starts[firstComputation(of: pass)]
      let end = timeline.ends[pass.lastTask]
      let change: MemoryTimeline.Change =
        switch pass.action.kind {
        case .forward: .init(time: start, memory: all, activations: 1)
        case .backward: .init(time: end, memory: .zero - all, activations: -1)
        case .inputGradient: .init(time: end, memory: late - all, activations: 0)
        case .weightGradient: .init(time: end, memory: .zero - late, activations: -1)
        }
      changes[pass.stage].append(change)
    }
    return changes.map { changes in
      var held = MemoryTimeline.Change(time: 0, memory: .zero, activations: 0)
      let ordered = changes.sorted { ($0.time, $0.memory) < ($1.time, $1.memory) }
      return MemoryTimeline(
        changes: ordered.map { change in
          held.time = change.time
          held.memory += change.memory
          held.activations += change.activations
          return held
        })
    }
  }

  private func firstComputation(of pass: Pass) -> Int {
    (pass.firstTask...pass.lastTask).first { labels[$0].work.stream == .compute } ?? pass.firstTask
  }
}
