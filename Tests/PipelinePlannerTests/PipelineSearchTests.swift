import PipelinePlanner
import Quantities
import Testing

@Suite("Search for unequal pipelines")
struct PipelineSearchTests {
  @Test("finds the best of all pipelines", arguments: 0..<60)
  func isExact(seed: UInt64) throws {
    let costs = RandomCosts(seed: seed)
    for objective in [PipelineObjective.step(microbatches: 1 + Int(seed % 7)), .steadyState] {
      let found = PipelineSearch(costs, objective: objective).best()
      let expected = costs.bestTime(objective)
      if expected.isFinite {
        #expect(abs(try #require(found).time.value - expected) <= 1e-9 * expected)
      } else {
        #expect(found == nil)
      }
    }
  }

  @Test("finds nothing below the best")
  func respectsTheLimit() throws {
    let costs = RandomCosts(seed: 4)
    let search = PipelineSearch(costs, objective: .step(microbatches: 4))
    let best = try #require(search.best())
    #expect(search.best(below: best.time) == nil)
    #expect(search.best(below: best.time * 1.0001) == best)
  }

  @Test("covers all layers in order", arguments: 0..<20)
  func coversLayers(seed: UInt64) {
    let costs = RandomCosts(seed: seed)
    guard let best = PipelineSearch(costs, objective: .step(microbatches: 8)).best() else { return }
    #expect(best.stages.flatMap { Array($0.layers) } == Array(0..<costs.layerCount))
    for pool in costs.pools.indices {
      let used = best.stages.reduce(0) { $0 + costs.options[$1.option].devices[pool] }
      #expect(used <= costs.pools[pool])
    }
  }
}

/// A small table of random costs, and every pipeline through it.
private struct RandomCosts: PipelineCosts {
  let layerCount: Int
  let pools: [Int]
  let options: [StageOption]
  private let speeds: [Double]
  private let tails: [Double]
  private let works: [Double]
  private let capacities: [Int]
  private let hops: [[Double]]

  init(seed: UInt64) {
    var random = Generator(state: seed)
    layerCount = 2 + random.below(4)
    pools = [1 + random.below(4), random.below(4)]
    let count = 1 + random.below(3)
    let ports = 2
    options = (0..<count).map { _ in
      let pool = random.below(2)
      return StageOption(
        devices: [pool == 0 ? 1 + random.below(2) : 0, pool == 1 ? 1 : 0],
        depth: 1 + random.below(2), port: random.below(ports))
    }
    speeds = options.map { _ in random.number() + 0.2 }
    tails = options.map { _ in random.number() }
    works = (0..<layerCount).map { _ in random.number() + 0.1 }
    capacities = options.map { _ in 2 + random.below(6) }
    hops = (0..<ports).map { _ in (0..<ports).map { _ in random.number() * 0.3 } }
  }

  func stage(_ option: Int, _ layers: Range<Int>, depth: Int) -> PricedStage? {
    if layers.count * (1 + depth) > 2 * capacities[option] { return nil }
    return PricedStage(
      time: Seconds(layers.reduce(0) { $0 + works[$1] } * speeds[option]),
      tail: Seconds(tails[option] * Double(layers.count)))
  }

  func leastTime(_ option: Int, _ layer: Int) -> Seconds {
    Seconds(works[layer] * speeds[option])
  }

  func sendForward(
    _ ports: (from: Int, to: Int), before layer: Int, depth: Int, isFirst: Bool
  ) -> Seconds? {
    guard mayFollow(ports) else { return nil }
    return Seconds(hops[ports.from][ports.to] * (isFirst && depth > 1 ? 2 : 1))
  }

  func mayFollow(_ ports: (from: Int, to: Int)) -> Bool { hops[ports.from][ports.to] <= 0.21 }

  func sendBackward(_ ports: (from: Int, to: Int), before layer: Int, depth: Int) -> Seconds {
    Seconds(hops[ports.to][ports.from] * (depth == 0 ? 2 : 1) / works[layer])
  }

  /// Of every sequence of options with every division of the layers.
  func bestTime(_ objective: PipelineObjective) -> Double {
    var best = Double.infinity
    func extend(_ stages: [UnequalPipeline.Stage], _ left: [Int]) {
      let start = stages.last?.layers.upperBound ?? 0
      if start == layerCount {
        best = min(best, time(of: stages, objective) ?? .infinity)
        return
      }
      for (number, option) in options.enumerated() {
        let rest = zip(left, option.devices).map { $0 - $1 }
        if rest.contains(where: { $0 < 0 }) { continue }
        for end in (start + 1)...layerCount {
          extend(stages + [.init(option: number, layers: start..<end)], rest)
        }
      }
    }
    extend([], pools)
    return best
  }

  private func time(
    of stages: [UnequalPipeline.Stage], _ objective: PipelineObjective
  ) -> Double? {
    var times: [Double] = []
    var tail = 0.0
    for (index, place) in stages.enumerated() {
      func depth(after index: Int) -> Int {
        stages[(index + 1)...].reduce(0) { $0 + options[$1.option].depth }
      }
      func ports(_ from: Int, _ to: Int) -> (Int, Int) {
        (options[stages[from].option].port, options[stages[to].option].port)
      }
      let depth = depth(after: index)
      guard let priced = stage(place.option, place.layers, depth: depth) else {
        return nil
      }
      var time = priced.time
      if index + 1 < stages.count {
        let sent = sendForward(
          ports(index, index + 1), before: place.layers.upperBound, depth: depth,
          isFirst: index == 0)
        guard let sent else { return nil }
        time += sent
      }
      if index > 0 {
        time += sendBackward(
          ports(index, index - 1), before: place.layers.lowerBound, depth: depth)
      }
      times.append(time.value)
      tail = max(tail, priced.tail.value)
    }
    let bottleneck = times.max() ?? 0
    return switch objective {
    case .step(let microbatches):
      times.reduce(0, +) + Double(microbatches - 1) * bottleneck + tail
    case .steadyState: bottleneck + tail
    }
  }
}

/// SplitMix64 (Steele et al. 2014).
private struct Generator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func number() -> Double { Double(next() >> 11) / Double(1 << 53) }
}
