public import ClusterTopology

/// Ranks that communicate with each other on one axis.
public struct ProcessGroup: Hashable, Sendable {
  public var axis: ParallelAxis
  /// In the order of the axis.
  public var ranks: [Int]
  public var span: GroupSpan
}

extension Plan {
  /// All process groups with more than one rank: by axis, then by first rank.
  ///
  /// - Parameter hasExperts: whether the model has routed experts; without, no groups replicate
  ///   them.
  public func processGroups(on cluster: Cluster, hasExperts: Bool) -> [ProcessGroup] {
    let devices = DeviceMap(placement, cluster)
    func group(_ axis: ParallelAxis, _ ranks: [Int]) -> ProcessGroup {
      ProcessGroup(axis: axis, ranks: ranks, span: devices.span(of: ranks.sorted()))
    }
    let stages = (0..<strategy.pipelineParallelSize).map {
      strategy.ranks(ofStage: $0, order: placement.rankOrder)
    }
    return ParallelAxis.allCases.flatMap { axis -> [ProcessGroup] in
      if axis == .pipeline {
        guard stages.count > 1 else { return [] }
        // Where stages differ, a rank of a smaller one is a member of several groups.
        let count = stages.map(\.count).max() ?? 0
        return (0..<count).map { position in
          group(axis, stages.map { $0[position * $0.count / count] })
        }
      }
      // Without context parallelism the two data-parallel axes have the same groups.
      let isRepeated = axis == .dataContext && strategy.contextParallelSize == 1
      let isUnused = axis == .expertData && !hasExperts
      guard !isRepeated, !isUnused else { return [] }
      return stages.enumerated().flatMap { stage, ranks -> [ProcessGroup] in
        let pattern = strategy.onStage(stage).groups(of: axis)
        guard pattern.size > 1 else { return [] }
        return (0..<pattern.groupCount).map { index in
          let base = pattern.base(ofGroup: index)
          return group(axis, (0..<pattern.size).map { ranks[base + $0 * pattern.stride] })
        }
      }
    }
  }
}
