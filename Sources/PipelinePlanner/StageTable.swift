import Quantities

/// The costs of a search as flat tables, each filled when it is first asked for.
///
/// A class, so that all caps that are tried share what is filled.
final class StageTable {
  let layerCount: Int
  let options: [StageOption]
  let portCount: Int

  /// What a stage takes, by first layer and end; infinite where it does not fit.
  struct Stages {
    var times: [Double]
    var tails: [Double]
    fileprivate let width: Int

    func index(_ start: Int, _ end: Int) -> Int { start * width + end }
  }

  private let price: (_ option: Int, _ layers: Range<Int>, _ depth: Int) -> PricedStage?
  private let priceForward:
    (_ from: Int, _ to: Int, _ layer: Int, _ depth: Int, _ isFirst: Bool) -> Seconds?
  private let priceBackward: (_ from: Int, _ to: Int, _ layer: Int, _ depth: Int) -> Seconds
  /// By pool: its size, and what one of its devices adds to a number of devices.
  private let pools: [(size: Int, step: Int)]
  private var stages: [Place: Stages] = [:]
  private var sends: [Place: [Double]] = [:]
  private var returns: [Place: [Double]] = [:]

  private struct Place: Hashable {
    var number: Int
    var depth: Int
  }

  init(_ costs: some PipelineCosts) {
    layerCount = costs.layerCount
    options = costs.options
    portCount = (costs.options.map(\.port).max() ?? -1) + 1
    price = { costs.stage($0, $1, depth: $2) }
    priceForward = { costs.sendForward(($0, $1), before: $2, depth: $3, isFirst: $4) }
    priceBackward = { costs.sendBackward(($0, $1), before: $2, depth: $3) }
    var pools: [(size: Int, step: Int)] = []
    var step = 1
    for size in costs.pools {
      pools.append((size, step))
      step *= size + 1
    }
    self.pools = pools
  }

  func stages(_ option: Int, depth: Int) -> Stages {
    let place = Place(number: option, depth: depth)
    if let known = stages[place] { return known }
    let width = layerCount + 1
    let none = [Double](repeating: .infinity, count: layerCount * width)
    var found = Stages(times: none, tails: none, width: width)
    for start in 0..<layerCount {
      for end in (start + 1)...layerCount {
        guard let stage = price(option, start..<end, depth) else { break }
        found.times[found.index(start, end)] = stage.time.value
        found.tails[found.index(start, end)] = stage.tail.value
      }
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

  func removing(_ option: Int, from devices: Int) -> Int {
    zip(pools, options[option].devices).reduce(devices) { $0 - $1.1 * $1.0.step }
  }
}
