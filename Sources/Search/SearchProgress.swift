/// How far a search is.
public struct SearchProgress: Hashable, Sendable {
  /// Strategies timed, and skipped as provably slower.
  public var evaluated: Int
  public var pruned: Int
  /// Of the choices of nodes, which take unequal times.
  public var coveredFraction: Double
  /// The fastest plan so far.
  public var best: Candidate?
}

/// Hears how far a search is; the search stops with what it has when the answer is `false`.
public typealias SearchMonitor = (SearchProgress) -> Bool
