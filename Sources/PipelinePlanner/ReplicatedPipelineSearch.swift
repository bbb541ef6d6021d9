import Quantities

/// DAPPLE's planner: stages of consecutive layers, each replicated over some devices.
///
/// Stages are laid down one after the other. For each number of layers and set of devices that are
/// used up, the beginning is kept that is fastest when all other layers go on all other devices as
/// one replicated stage. Devices for a stage are taken in three ways: from servers that are still
/// fresh, from those already in use, or from all alike.
///
/// Source: Fan et al. 2021, DAPPLE, arXiv:2007.01045, section 4.2. It is a heuristic: a beginning
/// that is slower with one last stage may be the faster one with several.
public struct ReplicatedPipelineSearch {
  private let profile: PipelineProfile
  private var best: Found?

  public struct Found: Hashable, Sendable {
    public var stages: [PipelineProfile.Stage]
    public var latency: PipelineLatency
    /// Pipelines whose time was computed.
    public var evaluated: Int
  }

  public init(_ profile: PipelineProfile) { self.profile = profile }

  /// The best pipeline, or `nil` when none fits into memory.
  public consuming func run() -> Found? {
    let count = profile.layers.count
    guard count > 0 else { return nil }
    var frontier = [[[Int]: Beginning]](repeating: [:], count: count)
    let servers = profile.network.servers
    frontier[0] = [servers.map { _ in 0 }: Beginning()]
    for layer in 0..<count {
      // In order of their keys: the first of equally fast plans stays.
      for used in frontier[layer].keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        guard let beginning = frontier[layer][used] else { continue }
        if layer == 0 { finish(beginning, from: 0) }
        extend(beginning, from: layer, &frontier)
      }
    }
    var found = best
    found?.evaluated = evaluated
    return found
  }

  private var evaluated = 0

  /// The first stages of a pipeline.
  private struct Beginning {
    var stages: [PipelineProfile.Stage] = []
    var entries: [PipelineLatency.Entry] = []
    /// With the rest as one stage.
    var time = Seconds(.infinity)
  }

  private var limit: Seconds { best?.latency.total ?? Seconds(.infinity) }

  private func free(_ beginning: Beginning) -> [Int] {
    beginning.stages.reduce(profile.network.servers) { free, stage in
      zip(free, stage.devices).map(-)
    }
  }

  /// Puts all layers that are left on all devices that are left, and returns the time. A microbatch
  /// may have too few samples for that; then the time is only a guide for what comes next.
  @discardableResult
  private mutating func finish(_ beginning: Beginning, from layer: Int) -> Seconds {
    let rest = free(beginning)
    let last = PipelineProfile.Stage(layers: layer..<profile.layers.count, devices: rest)
    let whole = adding(last, to: beginning)
    let latency = PipelineLatency(whole.entries, microbatches: profile.microbatches)
    evaluated += 1
    if latency.total < limit, last.replicas <= profile.largestReplication,
      profile.fits(whole.stages)
    {
      best = Found(stages: whole.stages, latency: latency, evaluated: 0)
    }
    return latency.total
  }

  private func adding(_ stage: PipelineProfile.Stage, to beginning: Beginning) -> Beginning {
    var longer = beginning
    if let last = beginning.stages.last {
      longer.entries.append(profile.transfer(from: last, to: stage))
    }
    longer.entries.append(profile.entry(stage))
    longer.stages.append(stage)
    return longer
  }

  /// Tries all next stages that leave something for a last one.
  private mutating func extend(
    _ beginning: Beginning, from layer: Int, _ frontier: inout [[[Int]: Beginning]]
  ) {
    let count = profile.layers.count
    let free = free(beginning)
    let devices = free.reduce(0, +)
    let others = Double(profile.microbatches - 1)
    for replicas in 1..<max(1, min(devices, profile.largestReplication + 1)) {
      var known: [[Int]] = []
      for placement in Placement.allCases {
        guard let taken = placement.take(replicas, from: free, profile.network.servers),
          !known.contains(taken)
        else { continue }
        known.append(taken)
        for end in (layer + 1)..<max(layer + 1, count) {
          let range = layer..<end
          // No pipeline with this stage is faster than the stage alone.
          let busy = (profile.forward(range) + profile.backward(range)) / Double(replicas)
          if others * busy >= limit { break }
          let rest = profile.forward(end..<count) + profile.backward(end..<count)
          if others * rest / Double(devices - replicas) >= limit { continue }
          var longer = adding(PipelineProfile.Stage(layers: range, devices: taken), to: beginning)
          longer.time = finish(longer, from: end)
          let key = zip(profile.network.servers, self.free(longer)).map(-).sorted()
          if longer.time < frontier[end][key]?.time ?? Seconds(.infinity) {
            frontier[end][key] = longer
          }
        }
      }
    }
  }

  /// Where a stage's devices come from.
  private enum Placement: CaseIterable {
    case freshFirst, appendFirst, scatterFirst

    /// Devices by server; `nil` when there are not enough.
    func take(_ count: Int, from free: [Int], _ servers: [Int]) -> [Int]? {
      guard count > 0, count <= free.reduce(0, +) else { return nil }
      var taken = free.map { _ in 0 }
      var missing = count
      if self == .scatterFirst {
        while missing > 0 {
          for server in free.indices where missing > 0 && taken[server] < free[server] {
            taken[server] += 1
            missing -= 1
          }
        }
        return taken
      }
      let fresh = free.indices.filter { free[$0] == servers[$0] }
      let begun = free.indices.filter { free[$0] < servers[$0] }
      for server in self == .freshFirst ? fresh + begun : begun + fresh {
        taken[server] = min(missing, free[server])
        missing -= taken[server]
      }
      return taken
    }
  }
}
