/// What a search for strategies ended with.
public struct Selection: Sendable {
  /// One strategy per node, within the limit; `nil` if none was found.
  public var choices: [Int]?
  /// The cost of `choices`.
  public var cost: Int64?
  /// No feasible choice costs less; `nil` if nothing can be said or there is none at all.
  public var bound: Int64?
  /// It is proved that no choice is feasible.
  public var isInfeasible = false
  /// Rounds of the search that were run.
  public var iterations = 0
  /// The search was told to stop, so that another run may end elsewhere.
  public var wasStopped = false

  /// It is proved that no feasible choice costs less.
  public var isOptimal: Bool { cost != nil && cost == bound }

  /// By what fraction of the cost the bound is below it.
  public var gap: Double? {
    guard let cost, let bound else { return nil }
    return cost == bound ? 0 : Double(cost - bound) / Double(cost)
  }
}
