internal import CostModel
internal import Quantities

/// The activations that a stage holds over time.
struct ActivationHoldings {
  /// When the amount changes, ascending, and the amount from then on.
  var changes: [(time: Int64, memory: Bytes, count: Int)] = []

  var peakMemory: Bytes { changes.map(\.memory).max() ?? .zero }
  var peakCount: Int { changes.map(\.count).max() ?? 0 }
}

extension StepProgram {
  /// By stage: what it holds for the backward pass, from the order in which passes really ran.
  ///
  /// A forward pass takes its activations when it starts to compute, however early its parameters
  /// are gathered; they are freed when the pass that yields the gradients of weights ends. Freed
  /// memory can be taken at the same instant.
  func activationHoldings(_ costs: StepCost, _ timeline: Timeline) -> [ActivationHoldings] {
    var events = [[(time: Int64, memory: Bytes, count: Int)]](repeating: [], count: stageCount)
    for pass in passes {
      let memory = chunkCost(pass.action.chunk, in: costs).activationMemory
      if pass.action.kind == .forward {
        events[pass.stage].append((timeline.starts[firstComputation(of: pass)], memory, 1))
      } else if pass.action.kind.yieldsWeightGradient {
        events[pass.stage].append((timeline.ends[pass.lastTask], .zero - memory, -1))
      }
    }
    return events.map { events in
      var holdings = ActivationHoldings()
      var (memory, count) = (Bytes.zero, 0)
      for event in events.sorted(by: { ($0.time, $0.count) < ($1.time, $1.count) }) {
        memory += event.memory
        count += event.count
        holdings.changes.append((event.time, memory, count))
      }
      return holdings
    }
  }

  private func firstComputation(of pass: Pass) -> Int {
    (pass.firstTask...pass.lastTask).first { labels[$0].work.stream == .compute } ?? pass.firstTask
  }
}
