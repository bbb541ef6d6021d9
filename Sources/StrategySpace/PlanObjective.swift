public import Quantities

/// What plans are chosen by: the time of a step or what it costs, either under a limit on the other.
public struct PlanObjective: Hashable, Sendable {
  public enum Goal: String, Hashable, Sendable, CaseIterable {
    case stepTime = "step_time"
    /// Per token, or per sample where a model reads no tokens.
    case price
  }

  public var minimizes = Goal.stepTime
  public var stepTimeLimit: Seconds?
  /// Of a million tokens, or of a million samples where a model reads no tokens.
  public var priceLimit: Money?

  public init() {}

  /// Whether the price of a plan matters at all.
  public var asksForPrice: Bool { minimizes == .price || priceLimit != nil }
}
