internal import Foundation
public import Quantities

/// How much of a long run is progress when devices fail and checkpoints take time.
public struct Goodput: Hashable, Sendable {
  /// Steps between two checkpoints.
  public var stepsPerCheckpoint: Int
  /// The expected fraction of time that goes into steps that count.
  public var fraction: Double

  /// The best number of steps between checkpoints.
  ///
  /// Failures come at random with mean time `M` between them. A segment of `τ` of work and a
  /// checkpoint of `C`, repeated from its start after each failure and a restart of `R`, is
  /// expected to take `M·e^(R/M)·(e^((τ + C)/M) − 1)`; the fraction of progress is `τ` over that.
  ///
  /// Source: Daly 2006, "A higher order estimate of the optimum checkpoint interval for restart
  /// dumps", Future Generation Computer Systems 22(3), doi:10.1016/j.future.2004.11.016.
  /// Leaves out: progress saved in part, and failures that cost less than a restart.
  ///
  /// - Returns: `nil` unless the step and the time between failures are positive and finite, and
  ///   the others at least zero.
  /// - Complexity: O(log of the best number of steps).
  public init?(
    step: Seconds, meanTimeBetweenFailures: Seconds, checkpoint: Seconds, restart: Seconds
  ) {
    let inputs = [step, meanTimeBetweenFailures, checkpoint, restart]
    guard inputs.allSatisfy({ $0.isFinite && $0 >= .zero }), step > .zero,
      meanTimeBetweenFailures > .zero
    else { return nil }
    func progress(_ steps: Int) -> Double {
      let work = step * steps
      let segment = expm1((work + checkpoint) / meanTimeBetweenFailures)
      let expected = exp(restart / meanTimeBetweenFailures) * segment
      return expected > 0 ? (work / meanTimeBetweenFailures) / expected : 0
    }
    // Progress rises to one maximum and falls again: bracket it by doubling, then halve the
    // bracket.
    var most = 1
    while most < 1 << 40, progress(2 * most) > progress(most) { most *= 2 }
    var (low, high) = (max(1, most / 2), 2 * most)
    while low < high {
      let middle = (low + high) / 2
      if progress(middle + 1) > progress(middle) { low = middle + 1 } else { high = middle }
    }
    stepsPerCheckpoint = low
    fraction = progress(low)
  }
}
