import Configuration
import Quantities
import Rhumb
import SequencePlanning

/// A batch that cannot be planned, whatever the plan.
struct InfeasibleBatch: Error, CustomStringConvertible {
  var description: String
}

/// Plans batches as they come, on some threads, and hands each plan over in order.
struct SequenceRun {
  private let stream: SequencePlanStream

  /// - Parameter measures: whether plans say what processor time they took.
  init(_ planner: SequencePlanner, threads: Int, reuse: Double, measures: Bool) throws {
    var options = SequencePlanStream.Options()
    options.concurrentBatches = threads
    options.reuseTolerance = reuse
    let clock: (@Sendable () -> Seconds)? =
      measures ? { @Sendable in Seconds(Terminal.threadProcessorTime()) } : nil
    stream = try SequencePlanStream(planner, options, clock: clock)
  }

  func plan(
    _ batches: LengthBatches,
    _ answer: (LengthBatch, SequencePlan, Seconds?) throws -> Void
  ) async throws {
    let stream = stream
    // Plans are awaited while more batches are submitted.
    let (submitted, continuation) = AsyncStream<LengthBatches.Element>.makeStream()
    let submission = Task {
      for await batch in batches.stream {
        if case .success(let batch) = batch { await stream.submit(batch.lengths) }
        continuation.yield(batch)
      }
      continuation.finish()
    }
    defer { submission.cancel() }
    for await batch in submitted {
      let batch = try batch.get()
      try await sequenceErrors(in: batch.place) {
        guard let (plan, time) = try await stream.nextMeasured() else { return }
        try answer(batch, plan, time)
      }
      batches.answered()
    }
  }
}

/// Says of the errors of sequence planning where they come from, and which are the user's.
func sequenceErrors<T>(in place: String, _ body: () throws -> T) throws -> T {
  do { return try body() } catch let error as SequencePlanningError {
    throw error.reported(in: place)
  }
}

func sequenceErrors<T>(in place: String, _ body: () async throws -> T) async throws -> T {
  do { return try await body() } catch let error as SequencePlanningError {
    throw error.reported(in: place)
  }
}

extension SequencePlanningError {
  /// What has no plan is an answer; what has no meaning is a mistake.
  fileprivate func reported(in place: String) -> any Error {
    switch self {
    case .sequenceTooLong, .sequenceBeyondPositions:
      InfeasibleBatch(description: "\(place): \(self)")
    case .unsuitable, .invalidCosts:
      InfeasibleBatch(description: description)
    case .emptyBatch, .lengthNotPositive, .invalidOption, .unknownModel:
      InvalidInput(file: place, description)
    case .unknownLimit:
      InvalidInput(file: "--positions", description)
    }
  }
}
