internal import CostModel
internal import Quantities

/// Divides links among the flows that are under way, max-min fairly.
///
/// An allocation is max-min fair when no stream can get more without taking from one that has no
/// more itself. It is found by *progressive filling*: all streams grow alike until a link is full
/// or a stream has all it can use; those stay where they are, the others grow on.
///
/// A link whose flows all fit can hold nobody up, so only *crowded* links count, and when a flow
/// comes or goes only flows that crowded links join to it are looked at again.
///
/// Bandwidths are whole bytes per second held in `Double`, so that their sums are exact and a link
/// that is exactly full isn't crowded.
///
/// Source: Bertsekas and Gallager 1992, Data Networks, section 6.5.2.
struct FairSharing {
  /// By crossing (all flows' crossings in one row): its link, streams and flow.
  private var links: [Int32] = []
  private var streams: [Double] = []
  private var flows: [Int32] = []
  /// By crossing: its place in its link's list of active crossings.
  private var places: [Int32] = []
  /// By flow and one more: where its crossings begin.
  private var crossingOffsets: [Int32] = [0]
  /// By flow: what one of its streams reaches when alone.
  private let bandwidths: [Double]

  private let capacities: [Double]
  /// By link: the crossings of active flows, and what these would use if nothing held them up.
  private var active: [[Int32]]
  private var demands: [Double]

  /// By flow: how fast it runs, as a fraction of being alone.
  private(set) var rates: [Double]

  private var changedLinks: [Int32] = []
  private var changedFlows: [Int32] = []

  // What progressive filling works with, kept to save allocations.
  /// By flow: whether its rate is still to be found.
  private var isGrowing: [Bool]
  /// By link: whether it takes part.
  private var isReached: [Bool]
  /// By link: bytes per second that are not given away, and the streams that want more.
  private var free: [Double]
  private var growing: [Double]

  init(_ network: Network) {
    capacities = network.capacities.map(\.wholeBytes)
    bandwidths = network.flows.map(\.traffic.bandwidth.wholeBytes)
    active = [[Int32]](repeating: [], count: capacities.count)
    demands = [Double](repeating: 0, count: capacities.count)
    rates = [Double](repeating: 0, count: network.flows.count)
    isGrowing = [Bool](repeating: false, count: network.flows.count)
    isReached = [Bool](repeating: false, count: capacities.count)
    free = [Double](repeating: 0, count: capacities.count)
    growing = [Double](repeating: 0, count: capacities.count)
    for (flow, description) in network.flows.enumerated() {
      for crossing in description.traffic.crossings where crossing.streams > 0 {
        links.append(Int32(crossing.link))
        streams.append(Double(crossing.streams))
        flows.append(Int32(flow))
      }
      crossingOffsets.append(Int32(links.count))
    }
    places = [Int32](repeating: 0, count: links.count)
  }

  private func crossings(of flow: Int32) -> Range<Int> {
    Int(crossingOffsets[Int(flow)])..<Int(crossingOffsets[Int(flow) + 1])
  }

  var hasChanges: Bool { !changedFlows.isEmpty || !changedLinks.isEmpty }

  mutating func begin(_ flow: Int32) {
    changedFlows.append(flow)
    for crossing in crossings(of: flow) {
      let link = Int(links[crossing])
      places[crossing] = Int32(active[link].count)
      active[link].append(Int32(crossing))
      demands[link] += streams[crossing] * bandwidths[Int(flow)]
      if demands[link] > capacities[link] { changedLinks.append(Int32(link)) }
    }
  }

  mutating func end(_ flow: Int32) {
    rates[Int(flow)] = 0
    for crossing in crossings(of: flow) {
      let link = Int(links[crossing])
      if demands[link] > capacities[link] { changedLinks.append(Int32(link)) }
      demands[link] -= streams[crossing] * bandwidths[Int(flow)]
      let place = Int(places[crossing])
      let last = active[link].removeLast()
      if last != Int32(crossing) {
        active[link][place] = last
        places[Int(last)] = Int32(place)
      }
    }
  }

  /// Ends a flow that may have begun since links were divided last.
  mutating func withdraw(_ flow: Int32) {
    changedFlows.removeAll { $0 == flow }
    end(flow)
  }

  /// Divides the links anew after flows have begun or ended.
  ///
  /// - Returns: the flows whose rates changed, with the rates from before.
  /// - Complexity: O(c log c) for c crossings of the flows joined by crowded links.
  mutating func update() -> [(flow: Int32, formerRate: Double)] {
    let (touched, crowded) = component()
    let former = touched.map { (flow: $0, formerRate: rates[Int($0)]) }
    fill(touched, crowded)
    for link in crowded { isReached[Int(link)] = false }
    changedFlows.removeAll(keepingCapacity: true)
    changedLinks.removeAll(keepingCapacity: true)
    return former.filter { $0.formerRate != rates[Int($0.flow)] }
  }

  /// The flows and crowded links that the changes can reach. Marks them as growing and reached.
  private mutating func component() -> (flows: [Int32], links: [Int32]) {
    var touched = changedFlows
    for flow in changedFlows { isGrowing[Int(flow)] = true }
    var crowded: [Int32] = []
    var frontier = changedLinks
    while let link = frontier.popLast() {
      guard !isReached[Int(link)] else { continue }
      isReached[Int(link)] = true
      crowded.append(link)
      for crossing in active[Int(link)] {
        let flow = flows[Int(crossing)]
        guard !isGrowing[Int(flow)] else { continue }
        isGrowing[Int(flow)] = true
        touched.append(flow)
        for other in crossings(of: flow) {
          let link = Int(links[other])
          if demands[link] > capacities[link] { frontier.append(links[other]) }
        }
      }
    }
    return (touched, crowded)
  }

  /// Progressive filling of some links by the flows over them.
  private mutating func fill(_ touched: [Int32], _ crowded: [Int32]) {
    var fullest = MinHeap<LinkLevel>()
    for link in crowded {
      free[Int(link)] = capacities[Int(link)]
      growing[Int(link)] = active[Int(link)].reduce(0) { $0 + streams[Int($1)] }
      if let level = level(of: link) { fullest.push(level) }
    }
    for flow in touched.sorted(by: {
      (bandwidths[Int($0)], $0) < (bandwidths[Int($1)], $1)
    }) {
      let most = bandwidths[Int(flow)]
      // Links that are full before the slowest stream that still grows has all it can use.
      while isGrowing[Int(flow)], let next = fullest.pop() {
        guard let level = level(of: next.link) else { continue }
        guard level.bandwidth <= next.bandwidth else {
          fullest.push(level)  // Others have stopped growing meanwhile and left more.
          continue
        }
        guard level.bandwidth < most else {
          fullest.push(level)
          break
        }
        for crossing in active[Int(next.link)] where isGrowing[Int(flows[Int(crossing)])] {
          stop(flows[Int(crossing)], at: level.bandwidth)
        }
      }
      if isGrowing[Int(flow)] { stop(flow, at: most) }
    }
  }

  /// Fixes a flow's rate.
  private mutating func stop(_ flow: Int32, at bandwidth: Double) {
    isGrowing[Int(flow)] = false
    rates[Int(flow)] = bandwidth / bandwidths[Int(flow)]
    for crossing in crossings(of: flow) where isReached[Int(links[crossing])] {
      free[Int(links[crossing])] -= bandwidth * streams[crossing]
      growing[Int(links[crossing])] -= streams[crossing]
    }
  }

  /// The bandwidth at which a link would be full, if its growing streams grew alike.
  private func level(of link: Int32) -> LinkLevel? {
    guard growing[Int(link)] > 0 else { return nil }
    // Rounding may leave less than nothing; a rate of zero would never end.
    let bandwidth = max(free[Int(link)], 1) / growing[Int(link)]
    return LinkLevel(bandwidth: bandwidth, link: link)
  }

  private struct LinkLevel: Comparable {
    var bandwidth: Double
    var link: Int32

    static func < (a: LinkLevel, b: LinkLevel) -> Bool {
      (a.bandwidth, a.link) < (b.bandwidth, b.link)
    }
  }
}

extension BytesPerSecond {
  /// At least one and at most 2⁵³, whatever the value.
  fileprivate var wholeBytes: Double {
    value >= 1 ? min(value.rounded(), 9_007_199_254_740_992) : 1
  }
}
