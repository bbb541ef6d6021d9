import Quantities
public import Search
import StrategySpace

extension SearchProgress {
  /// How far a search is, in part of a line.
  public var sentence: String {
    let best = best.map {
      ", best so far \(Format.seconds($0.estimatedTime.value)) with \($0.plan.strategy)"
    }
    return "\(Format.count(evaluated)) strategies timed, \(Format.count(pruned)) skipped"
      + (best ?? "")
  }
}
