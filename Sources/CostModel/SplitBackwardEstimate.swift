import Quantities
import StrategySpace

extension StepCost {
  /// By stage: when its gradients are complete, under a schedule that fills the bubbles of fill and
  /// drain with gradients of weights.
  ///
  /// Of every other stage's pass, `n` weight gradients' time less is left as a bubble: 2 for ZB-H1,
  /// 3 for ZB-H2, all for ZB-V (Qi et al. 2023, arXiv:2401.10241). Exact for equal stages without
  /// transfers; optimistic for V-Half and V-Min.
  func splitBackwardEnds() -> [Seconds] {
    let filled =
      switch strategy.schedule {
      case .zeroBubbleH1: 2
      case .zeroBubbleH2: 3
      default: 4
      }
    let times = stages.map { ChunkTimes.all(of: $0, strategy) }
    let passes = times.map { $0.map { $0.forwardPace + $0.backwardPace }.sum() }
    let sends = times.map { $0.map { $0.sendForward + $0.sendBackward }.sum() }
    let slowest = zip(passes, sends).map { max($0, $1) }.max() ?? .zero
    let bubbles = zip(stages, passes).map { stage, pass in
      let weightGradient = stage.chunks.map(\.backward.weightGradient).sum()
      return max(.zero, pass - filled * weightGradient)
    }
    let others = bubbles.sum() - (bubbles.max() ?? .zero)
    let end = slowest * microbatchCount + others + sends.sum()
    return times.map { chunks in
      let tail = chunks.map(\.reductionTail).max() ?? .zero
      let delay = chunks.first.map { $0.gathered - $0.forward } ?? .zero
      return end + max(.zero, delay) + max(.zero, tail)
    }
  }
}
