import SequencePlanning
import Synchronization

/// Values that callers hold by a number.
final class Registry<Value: Sendable>: Sendable {
  private let state = Mutex<(next: Int64, values: [Int64: Value])>((1, [:]))

  func open(_ value: Value) -> Int64 {
    state.withLock { state in
      defer { state.next += 1 }
      state.values[state.next] = value
      return state.next
    }
  }

  subscript(_ number: Int64) -> Value? { state.withLock { $0.values[number] } }

  /// Does nothing for a number that is not open.
  func update(_ number: Int64, to value: Value) {
    state.withLock { state in
      if state.values[number] != nil { state.values[number] = value }
    }
  }

  func close(_ number: Int64) { state.withLock { _ = $0.values.removeValue(forKey: number) } }
}

/// Whether each open cancellation was asked for.
let cancellations = Registry<Bool>()

let openPlanners = Registry<SequencePlanner>()
