import Quantities

/// The costs of a search as flat tables, each filled when it is first asked for.
///
/// A class, so that all caps that are tried share what is filled.
final class StageTable {
  let layerCount: Int
  let options: [StageOption]
  let portCount: Int

  /// What a stage takes, by first layer and end, as far as it fits and is of interest.
  struct Stages {
    var times: [Double] = []
    var tails: [Double] = []
    /// By first layer: where its stages stand, the shortest first; and behind the last, the end.
    fileprivate(set) var rows = [0]

    func index(_ start: Int, _ end: Int) -> Int { rows[start] + end - start - 1 }

    /// The end of the longest stage from a first layer on.
    func farthest(from start: Int) -> Int { start + rows[start + 1] - rows[start] }
  }

  /// By port and port behind it: whether the second may follow.
  let mayFollow: [[Bool]]
  /// By port: the pools that stages in front of one of that port can take devices of.
  private let openPools: [[Bool]]

  /// By option: the least time of the first layers, by their number.
  let leastTimes: [[Double]]
  /// The least worth that the first layers take, by their number: devices times seconds, each device
  /// counted by the speed of its pool.
  let leastWorth: [Double]
  /// The least sum of stage times.
  let leastSum: Double

  private let price: (_ option: Int, _ start: Int, _ depth: Int) -> [PricedStage]
  private let priceForward:
    (_ from: Int, _ to: Int, _ layer: Int, _ depth: Int, _ isFirst: Bool) -> Seconds?
  private let priceBackward: (_ from: Int, _ to: Int, _ layer: Int, _ depth: Int) -> Seconds
  /// By pool: what a device of it counts. Any figures make a valid bound, the pools' speeds a tight one.
  private let speeds: [Double]
  /// By pool: its size, and what one of its devices adds to a number of devices.
  private let pools: [(size: Int, step: Int)]
  private var stages: [Place: Stages] = [:]
  private var sends: [Place: [Double]] = [:]
  private var returns: [Place: [Double]] = [:]

  private struct Place: Hashable {
    var number: Int
    var depth: Int
  }

  /// - Parameter ceiling: stages that take longer are of no interest.
  init(_ costs: some PipelineCosts, below ceiling: Double) {
    layerCount = costs.layerCount
    options = costs.options
    portCount = (costs.options.map(\.port).max() ?? -1) + 1
    price = { costs.stages($0, from: $1, depth: $2, below: Seconds(ceiling)) }
    priceForward = { costs.sendForward(($0, $1), before: $2, depth: $3, isFirst: $4) }
    priceBackward = { costs.sendBackward(($0, $1), before: $2, depth: $3) }
    var pools: [(size: Int, step: Int)] = []
    var step = 1
    for size in costs.pools {
      pools.append((size, step))
      step *= size + 1
    }
    self.pools = pools
    let ports = 0..<portCount
    let mayFollow = ports.map { from in ports.map { costs.mayFollow((from, $0)) } }
    self.mayFollow = mayFollow
    openPools = ports.map { port in
      var reached: Set<Int> = []
      var waiting = [port]
      while let next = waiting.popLast() {
        for front in ports where mayFollow[front][next] && reached.insert(front).inserted {
          waiting.append(front)
        }
      }
      return pools.indices.map { pool in
        costs.options.contains { reached.contains($0.port) && $0.devices[pool] > 0 }
      }
    }
    let layers = 0..<costs.layerCount
    func sums(_ values: [Double]) -> [Double] {
      var sums = [0.0]
      for (index, value) in values.enumerated() { sums.append(sums[index] + value) }
      return sums
    }
    let times: [[Double]] = options.indices.map { option in
      layers.map { costs.leastTime(option, $0).value }
    }
    leastTimes = times.map(sums)
    leastSum = layers.reduce(0.0) { sum, layer in
      sum + (times.map { $0[layer] }.min() ?? 0)
    }
    var speeds = [Double](repeating: 0, count: costs.pools.count)
    var worths = [Double](repeating: 0, count: costs.options.count)
    for (option, time) in zip(costs.options, leastTimes) {
      let effort = Double(option.devices.reduce(0, +)) * (time.last ?? 0)
      for pool in speeds.indices where option.devices[pool] > 0 && effort > 0 {
        speeds[pool] = max(speeds[pool], 1 / effort)
      }
    }
    for (number, option) in costs.options.enumerated() {
      for pool in speeds.indices { worths[number] += Double(option.devices[pool]) * speeds[pool] }
    }
    self.speeds = speeds
    leastWorth = sums(
      layers.map { layer in zip(worths, times).map { $0 * $1[layer] }.min() ?? 0 })
  }

  func stages(_ option: Int, depth: Int) -> Stages {
    let place = Place(number: option, depth: depth)
    if let known = stages[place] { return known }
    var found = Stages()
    for start in 0..<layerCount {
      for stage in price(option, start, depth) {
        found.times.append(stage.time.value)
        found.tails.append(stage.tail.value)
      }
      found.rows.append(found.times.count)
    }
    stages[place] = found
    return found
  }

  /// What a stage of a port takes to send forward; see `sendIndex`.
  ///
  /// - Parameter depth: of the stages behind the sending one.
  func sends(from port: Int, depth: Int) -> [Double] {
    let place = Place(number: port, depth: depth)
    if let known = sends[place] { return known }
    var found = [Double](repeating: .infinity, count: 2 * portCount * (layerCount + 1))
    for next in 0..<portCount {
      for layer in 1..<max(1, layerCount) {
        for isFirst in [false, true] {
          guard let sent = priceForward(port, next, layer, depth, isFirst) else { continue }
          found[sendIndex(next, before: layer, isFirst: isFirst)] = sent.value
        }
      }
    }
    sends[place] = found
    return found
  }

  func sendIndex(_ next: Int, before layer: Int, isFirst: Bool) -> Int {
    ((isFirst ? portCount : 0) + next) * (layerCount + 1) + layer
  }

  /// What a stage of a port takes to send gradients back, by port in front of it and first layer.
  ///
  /// - Parameter depth: of the stages behind it.
  func returns(to port: Int, depth: Int) -> [Double] {
    let place = Place(number: port, depth: depth)
    if let known = returns[place] { return known }
    var found = [Double](repeating: .infinity, count: portCount * layerCount)
    for front in 0..<portCount {
      for layer in 1..<max(1, layerCount) {
        found[front * layerCount + layer] = priceBackward(port, front, layer, depth).value
      }
    }
    returns[place] = found
    return found
  }

  // MARK: Devices

  /// Devices in use once a stage of a port is in front: all of those that nothing in front of it can
  /// take. States that differ in these alone are one.
  func closing(_ devices: Int, infrontOf port: Int) -> Int {
    var closed = devices
    for (index, pool) in pools.enumerated() where !openPools[port][index] {
      closed += (pool.size - devices / pool.step % (pool.size + 1)) * pool.step
    }
    return closed
  }

  /// A number of devices with those of one more stage, `nil` when a pool has no more.
  func adding(_ option: Int, to devices: Int) -> Int? {
    var sum = devices
    for (pool, taken) in zip(pools, options[option].devices) where taken > 0 {
      let used = devices / pool.step % (pool.size + 1)
      if used + taken > pool.size { return nil }
      sum += taken * pool.step
    }
    return sum
  }

  /// What the devices that are left count.
  func worth(leftBeside devices: Int) -> Double {
    zip(pools, speeds).reduce(0) { worth, pool in
      let used = devices / pool.0.step % (pool.0.size + 1)
      return worth + Double(pool.0.size - used) * pool.1
    }
  }

  /// The slowest stage takes at least this long.
  var leastBottleneck: Double {
    let worth = worth(leftBeside: 0)
    return worth > 0 ? (leastWorth.last ?? 0) / worth : 0
  }

}
