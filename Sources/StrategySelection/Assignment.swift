/// A strategy for every variable, with what it costs and uses.
struct Assignment: Sendable {
  private(set) var choices: [Int32]
  private(set) var cost = 0.0
  /// The sum of usages at each point.
  private(set) var usage: [Double]
  /// So much was forbidden on the way that sums became inexact.
  private(set) var hasLostDigits = false
  /// At how many points the usage exceeds the capacity.
  private(set) var crowdedPoints = 0

  var isFeasible: Bool { crowdedPoints == 0 && cost < SearchNetwork.forbiddenCost }

  init(_ choices: [Int32], in network: SearchNetwork) {
    self.choices = choices
    usage = Array(repeating: 0, count: network.pointCount)
    cost = network.constant
    for variable in 0..<network.variableCount {
      let choice = Int(choices[variable])
      cost += network.costs[network.costStart(variable) + choice]
      for link in network.links(variable) where network.neighbours[link] < variable {
        let row = Int(choices[Int(network.neighbours[link])])
        let start = Int(network.tableStarts[link]) + row * network.width(variable)
        cost += network.tables[start + choice]
      }
      addUsage(of: variable, choice, 1, in: network)
    }
    crowdedPoints = usage.indices.count { usage[$0] > network.capacity[$0] }
  }

  private mutating func addUsage(
    of variable: Int, _ choice: Int, _ sign: Double, in network: SearchNetwork
  ) {
    for segment in network.segments(variable) {
      let amount = network.amounts[Int(network.amountStarts[segment]) + choice] * sign
      if amount == 0 { continue }
      for point in Int(network.firstPoints[segment])..<Int(network.endPoints[segment]) {
        usage[point] += amount
      }
    }
  }

  /// What one strategy of a variable costs while its neighbours stay as they are.
  func localCost(of variable: Int, _ choice: Int, in network: SearchNetwork) -> Double {
    var sum = network.costs[network.costStart(variable) + choice]
    for link in network.links(variable) {
      let row = Int(choices[Int(network.neighbours[link])])
      sum +=
        network.tables[Int(network.tableStarts[link]) + row * network.width(variable) + choice]
    }
    return sum
  }

  /// Changes one variable; cost and usage follow.
  mutating func set(_ variable: Int, to choice: Int, in network: SearchNetwork) {
    let old = Int(choices[variable])
    if choice == old { return }
    cost +=
      localCost(of: variable, choice, in: network) - localCost(of: variable, old, in: network)
    if cost > 0x1p53 { hasLostDigits = true }
    choices[variable] = Int32(choice)
    let capacity = network.capacity.base
    for segment in network.segments(variable) {
      let start = Int(network.amountStarts[segment])
      let change = network.amounts[start + choice] - network.amounts[start + old]
      if change == 0 { continue }
      let points = Int(network.firstPoints[segment])..<Int(network.endPoints[segment])
      usage.withUnsafeMutableBufferPointer { usage in
        var difference = 0
        for point in points {
          let (before, after) = (usage[point], usage[point] + change)
          difference &+= (after > capacity[point] ? 1 : 0) &- (before > capacity[point] ? 1 : 0)
          usage[point] = after
        }
        crowdedPoints += difference
      }
    }
  }
}
