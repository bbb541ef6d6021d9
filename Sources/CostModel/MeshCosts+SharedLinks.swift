public import StrategySpace

extension MeshCosts {
  /// The same step with the links that its transfers and collectives contend for: what the
  /// simulator needs beside durations.
  ///
  /// Durations already hold the share of an axis: all groups of an axis, of all stages, are taken
  /// to communicate at once, and divide a node's interfaces and the links between groups of nodes.
  /// What remains is contention between axes, and between transfers over different boundaries:
  /// gradients reduced while activations travel, say.
  ///
  /// - Complexity: O(ranks · axes): too much for the inner loop of a search, which needs none of
  ///   it.
  public func sharingLinks(_ step: StepCost, split: StageSplit) -> StepCost {
    let strategy = step.strategy
    let placement = channels.layout.placement
    var loads = LinkLoads(placement, on: model.cluster)
    let ranks = step.stages.indices.map {
      strategy.ranks(ofStage: $0, order: placement.rankOrder)
    }
    var collectives: [[Collective: Int]] = []
    for (index, (stage, ranks)) in zip(channels.stages, ranks).enumerated() {
      var flows: [Collective: Int] = [:]
      for collective in Collective.allCases {
        guard let (axis, channels) = collective.groups(on: stage) else { continue }
        let pattern = strategy.onStage(index).groups(of: axis)
        let groups = (0..<pattern.groupCount).lazy.map { group in
          let base = pattern.base(ofGroup: group)
          return (0..<pattern.size).map { ranks[base + $0 * pattern.stride] }
        }
        flows[collective] = loads.addCollective(of: groups, through: channels)
      }
      collectives.append(flows)
    }
    var transfers: [Hop: Int] = [:]
    func addTransfer(from: Int, chunk: Int, by step: Int) -> Hop? {
      guard split.chunks.indices.contains(chunk + step) else { return nil }
      let hop = Hop(from: from, to: strategy.stage(ofChunk: chunk + step), isForward: step > 0)
      guard hop.from != hop.to, transfers[hop] == nil else { return hop }
      transfers[hop] = loads.addTransfer(
        from: ranks[hop.from], to: ranks[hop.to], through: boundary(between: hop.from, hop.to))
      return hop
    }
    var hops: [[(forward: Hop?, backward: Hop?)]] = step.stages.map { _ in [] }
    for chunk in split.chunks.indices {
      let stage = strategy.stage(ofChunk: chunk)
      hops[stage].append(
        (
          addTransfer(from: stage, chunk: chunk, by: 1),
          addTransfer(from: stage, chunk: chunk, by: -1)
        ))
    }

    let (links, traffic) = loads.contended()
    func crossing(_ flow: Int?) -> Traffic? {
      flow.map { traffic[$0] }.flatMap { $0.crossings.isEmpty ? nil : $0 }
    }
    var step = step
    step.sharedLinks = links
    for stage in step.stages.indices {
      step.stages[stage].tensorTraffic = crossing(collectives[stage][.tensor])
      step.stages[stage].contextTraffic = crossing(collectives[stage][.context])
      step.stages[stage].expertTraffic = crossing(collectives[stage][.expert])
      step.stages[stage].dataTraffic = crossing(collectives[stage][.data])
      for (chunk, hop) in zip(step.stages[stage].chunks.indices, hops[stage]) {
        let sends = (hop.forward.flatMap { transfers[$0] }, hop.backward.flatMap { transfers[$0] })
        step.stages[stage].chunks[chunk].forwardTraffic = crossing(sends.0)
        step.stages[stage].chunks[chunk].backwardTraffic = crossing(sends.1)
      }
    }
    return step
  }
}

/// From one stage to another, with activations or with gradients.
private struct Hop: Hashable {
  var from: Int
  var to: Int
  var isForward: Bool
}

/// The collectives of a stage that the simulator runs as tasks of their own.
private enum Collective: Hashable, CaseIterable {
  case tensor
  case context
  case expert
  case data

  /// Whose ranks take part, and over which channels; `nil` where no group has two ranks.
  func groups(on stage: StageChannels) -> (ParallelAxis, [Channel])? {
    let candidates: [(ParallelAxis, [Channel])] =
      switch self {
      case .tensor: [(.tensor, stage.tensor)]
      case .context: [(.context, stage.context)]
      case .expert: [(.expert, stage.expert)]
      // Experts reduce over fewer ranks, and behind the rest.
      case .data: [(.dataContext, stage.dataContext), (.expertData, stage.expertData)]
      }
    return candidates.first { !$0.1.isEmpty }
  }
}
