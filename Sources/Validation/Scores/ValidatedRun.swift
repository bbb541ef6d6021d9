import CostModel
public import Quantities

/// A published run beside its prediction.
public struct ValidatedRun: Sendable {
  public enum Outcome: Sendable {
    case scored(Score)
    case skipped(SkippedRun)
  }

  public var run: MeasuredRun
  public var outcome: Outcome

  public var score: Score? {
    if case .scored(let score) = outcome { return score }
    return nil
  }
}

/// Measured and predicted figures of one run. At least one of time and memory is measured, if only by
/// running out of it.
public struct Score: Sendable {
  public var measuredStepTime: Seconds?
  /// The metric that the measured step time comes from.
  public var metric: String?
  public var measuredMemory: Bytes?
  /// What `measuredMemory` counts.
  public var predictedMemory: Bytes
  public var ranOutOfMemory: Bool
  public var prediction: Prediction
  public var assumptions: [String]
  /// By the one-constant model, fitted on other runs; `nil` where the device has too few.
  public var baselineStepTime: Seconds?

  /// Predicted over measured step time, less one.
  public var timeError: Double? {
    measuredStepTime.map { prediction.stepTime / $0 - 1 }
  }

  public var memoryError: Double? {
    measuredMemory.map { predictedMemory / $0 - 1 }
  }

  public var baselineError: Double? {
    guard let measuredStepTime, let baselineStepTime else { return nil }
    return baselineStepTime / measuredStepTime - 1
  }
}
