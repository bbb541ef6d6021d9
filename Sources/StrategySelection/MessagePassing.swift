/// A lower bound of the cost at given memory prices, by sequential tree-reweighted message passing.
///
/// For each link a message tells a variable what its neighbour would rather have; messages only
/// move cost between variables and edges, so the sum of all minima bounds the cost of every choice
/// from below. A pass goes through the variables in order and back.
///
/// Source: V. Kolmogorov, *Convergent Tree-Reweighted Message Passing for Energy Minimization*,
/// PAMI 28 (2006) 1568–1583.
struct MessagePassing {
  private let network: SearchNetwork
  /// By link: where the message that comes in over it begins, one number per own strategy.
  private let messageStarts: FixedBuffer<Int32>
  /// By link: the same edge seen from the other side.
  private let reverse: FixedBuffer<Int32>
  private let messages: FixedBuffer<Double>
  /// By strategy: its cost at the present prices.
  private let priced: FixedBuffer<Double>
  /// By strategy: its cost with all messages.
  let beliefs: FixedBuffer<Double>
  private let scratch: FixedBuffer<Double>
  /// By variable: how much of its belief each message may carry on.
  private let shares: FixedBuffer<Double>

  init(_ network: SearchNetwork) {
    self.network = network
    var starts: [Int32] = []
    var reverse = [Int32](repeating: 0, count: network.neighbours.count)
    var total = 0
    var waiting: [Int: Int] = [:]
    var widest = 1
    var shares: [Double] = []
    for variable in 0..<network.variableCount {
      widest = max(widest, network.width(variable))
      var earlier = 0
      for link in network.links(variable) {
        starts.append(Int32(total))
        total += network.width(variable)
        let other = Int(network.neighbours[link])
        if other < variable {
          earlier += 1
          if let back = waiting.removeValue(forKey: other * network.variableCount + variable) {
            reverse[link] = Int32(back)
            reverse[back] = Int32(link)
          }
        } else {
          waiting[variable * network.variableCount + other] = link
        }
      }
      let later = network.links(variable).count - earlier
      shares.append(1 / Double(max(earlier, later, 1)))
    }
    messageStarts = FixedBuffer(starts, or: 0)
    self.reverse = FixedBuffer(reverse, or: 0)
    messages = FixedBuffer(repeating: 0, count: total)
    priced = FixedBuffer(repeating: 0, count: network.costs.count)
    beliefs = FixedBuffer(repeating: 0, count: network.costs.count)
    scratch = FixedBuffer(repeating: 0, count: widest)
    self.shares = FixedBuffer(shares, or: 0)
  }

  func setPrices(_ sums: [Double]) {
    for variable in 0..<network.variableCount {
      let width = network.width(variable)
      let own = priced.base + network.costStart(variable)
      own.update(from: network.costs.base + network.costStart(variable), count: width)
      for segment in network.segments(variable) {
        let price = sums[Int(network.endPoints[segment])] - sums[Int(network.firstPoints[segment])]
        if price == 0 { continue }
        let amounts = network.amounts.base + Int(network.amountStarts[segment])
        for strategy in 0..<width { own[strategy] += amounts[strategy] * price }
      }
    }
  }

  /// One pass there and back.
  ///
  /// - Parameter choices: receives a choice for each variable, made on the way there.
  /// - Returns: a lower bound of the cost at the present prices, without what memory is paid back.
  func pass(choosing choices: inout [Int32]) -> Double {
    for variable in 0..<network.variableCount {
      choose(variable, &choices)
      _ = visit(variable) { $0 > variable }
    }
    var bound = network.constant
    for variable in (0..<network.variableCount).reversed() {
      bound += visit(variable) { $0 < variable }
    }
    return bound
  }

  /// Gathers a variable's belief and sends messages to some neighbours.
  @inline(__always)
  private func visit(_ variable: Int, _ isTarget: (Int) -> Bool) -> Double {
    let width = network.width(variable)
    let belief = beliefs.base + network.costStart(variable)
    belief.update(from: priced.base + network.costStart(variable), count: width)
    for link in network.links(variable) {
      let message = messages.base + Int(messageStarts[link])
      for strategy in 0..<width { belief[strategy] += message[strategy] }
    }
    var least = belief[0]
    for strategy in 1..<width { least = min(least, belief[strategy]) }
    for strategy in 0..<width { belief[strategy] -= least }
    var bound = least
    for link in network.links(variable) {
      let other = Int(network.neighbours[link])
      if isTarget(other) {
        bound += send(from: variable, width, shares[variable], over: link, to: other)
      }
    }
    return bound
  }

  /// - Returns: what was taken from the message to make its least entry zero.
  @inline(__always)
  private func send(
    from variable: Int, _ width: Int, _ share: Double, over link: Int, to other: Int
  ) -> Double {
    let belief = beliefs.base + network.costStart(variable)
    let incoming = messages.base + Int(messageStarts[link])
    let back = Int(reverse[link])
    let outgoing = messages.base + Int(messageStarts[back])
    let columns = network.width(other)
    var row = network.tables.base + Int(network.tableStarts[back])
    for column in 0..<columns { outgoing[column] = .infinity }
    for strategy in 0..<width {
      let cost = share * belief[strategy] - incoming[strategy]
      for column in 0..<columns {
        let sum = cost + row[column]
        outgoing[column] = sum < outgoing[column] ? sum : outgoing[column]
      }
      row += columns
    }
    var least = outgoing[0]
    for column in 1..<columns { least = outgoing[column] < least ? outgoing[column] : least }
    for column in 0..<columns { outgoing[column] -= least }
    return least
  }

  /// Chooses for a variable given the choices of those before it and the messages of the others.
  private func choose(_ variable: Int, _ choices: inout [Int32]) {
    let width = network.width(variable)
    let sum = scratch.base
    sum.update(from: priced.base + network.costStart(variable), count: width)
    for link in network.links(variable) {
      let other = Int(network.neighbours[link])
      let addend =
        other < variable
        ? network.tables.base + Int(network.tableStarts[link]) + Int(choices[other]) * width
        : messages.base + Int(messageStarts[link])
      for strategy in 0..<width { sum[strategy] += addend[strategy] }
    }
    var best = 0
    for strategy in 1..<width where sum[strategy] < sum[best] { best = strategy }
    choices[variable] = Int32(best)
  }
}
