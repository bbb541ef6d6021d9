import Quantities
import StrategySpace

/// Something that plans are chosen by.
protocol Rankable {
  var plan: Plan { get }
  /// What ranks first.
  var rankedTime: Seconds { get }
  /// Of the rank that needs most.
  var rankedMemory: Bytes { get }
}

/// Times that differ by less than this factor count as equal: far less than the model's error.
let timeTolerance = 1.001

extension Rankable {
  /// Whether this is the better of two equally fast plans: less memory, then fewer kinds of
  /// parallelism. The rest makes the order total, so that it does not depend on how plans were found.
  func isPreferred(to other: Self) -> Bool {
    (rankedMemory, plan.strategy.parallelKinds, rankedTime, plan.orderingText)
      < (
        other.rankedMemory, other.plan.strategy.parallelKinds, other.rankedTime,
        other.plan.orderingText
      )
  }
}

extension Array where Element: Rankable {
  /// Fastest first. Of those that are as fast as the fastest that is left, the preferred come first.
  func ranked() -> [Element] {
    var rest = sorted {
      $0.rankedTime != $1.rankedTime ? $0.rankedTime < $1.rankedTime : $0.isPreferred(to: $1)
    }[...]
    var ranked: [Element] = []
    while let fastest = rest.first {
      let equals = rest.prefix { $0.rankedTime <= fastest.rankedTime * timeTolerance }
      ranked += equals.sorted { $0.isPreferred(to: $1) }
      rest = rest.dropFirst(equals.count)
    }
    return ranked
  }
}

extension Strategy {
  /// The degrees alone, which decide how groups are laid out.
  var degrees: Strategy {
    var degrees = Strategy(
      dataParallelSize: dataParallelSize, tensorParallelSize: tensorParallelSize,
      pipelineParallelSize: pipelineParallelSize, contextParallelSize: contextParallelSize,
      expertParallelSize: expertParallelSize, expertTensorParallelSize: expertTensorParallelSize)
    degrees.stages = stages
    return degrees
  }

  /// How many kinds of parallelism are combined.
  var parallelKinds: Int {
    let sizes = [
      dataParallelSize, tensorParallelSize, pipelineParallelSize, virtualPipelineSize,
      contextParallelSize, expertParallelSize,
    ]
    return sizes.count { $0 > 1 } + (zeroStage > .none ? 1 : 0)
  }
}

extension Plan {
  /// Differs where plans of one search do.
  fileprivate var orderingText: String {
    let segments = placement.segments.map { "\($0.group):\($0.nodes)" }.joined(separator: " ")
    return "\(strategy) \(placement.rankOrder.rawValue) \(segments)"
  }
}
