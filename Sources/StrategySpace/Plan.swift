/// A strategy placed on a cluster, with its layers divided over stages.
///
/// Costs are not part of a plan: whoever loads one computes them anew.
public struct Plan: Hashable, Sendable {
  public var strategy: Strategy
  public var placement: Placement
  public var split: StageSplit

  public init(strategy: Strategy, placement: Placement, split: StageSplit) {
    self.strategy = strategy
    self.placement = placement
    self.split = split
  }
}
