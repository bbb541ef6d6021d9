/// Changes many variables at once, to the best strategies that they can have together.
///
/// Variables are taken one after the other as long as those taken form a forest in the graph; the
/// others stay as they are. On a forest dynamic programming is exact: a message from each variable
/// to its parent says what the best choice below it costs for each strategy of the parent.
///
/// Source of the idea: F. Hamze and N. de Freitas, *From Fields to Trees*, UAI 2004.
struct ForestMove {
  private let network: SearchNetwork
  /// The forest, parents before children.
  private(set) var order: [Int32] = []
  /// By variable: its tree while the forest grows, then whether it was visited.
  private var tree: [Int32]
  /// By variable: the round in which it was last considered, and the one in which it was taken.
  private var considered: [Int]
  private var taken: [Int]
  private var round = 0
  private var members: [Int32] = []
  private var frontier: [Int32] = []
  /// By variable: the link to its parent, and the parent's link to it; −1 for roots.
  private let linkToParent: FixedBuffer<Int32>
  private let linkFromParent: FixedBuffer<Int32>
  /// By strategy: the least cost of the tree below.
  private let messages: FixedBuffer<Double>
  private let message: FixedBuffer<Double>
  /// By variable: the result.
  let choices: FixedBuffer<Int32>
  /// How many numbers solving reads, about.
  private(set) var work = 0

  init(_ network: SearchNetwork) {
    self.network = network
    let count = network.variableCount
    tree = Array(repeating: 0, count: count)
    considered = Array(repeating: 0, count: count)
    taken = considered
    linkToParent = FixedBuffer(repeating: -1, count: count)
    linkFromParent = FixedBuffer(repeating: -1, count: count)
    messages = FixedBuffer(repeating: 0, count: network.costs.count)
    var widest = 1
    for variable in 0..<count { widest = max(widest, network.width(variable)) }
    message = FixedBuffer(repeating: 0, count: widest)
    choices = FixedBuffer(repeating: 0, count: count)
  }

  // MARK: Growing

  /// Takes a forest around `seed` from at most `size` variables, in random order.
  mutating func grow(from seed: Int, size: Int, _ random: inout RandomSource) {
    begin()
    frontier.append(Int32(seed))
    considered[seed] = round
    var count = 0
    while !frontier.isEmpty, count < size {
      let pick = random.below(frontier.count)
      let variable = Int(frontier[pick])
      frontier[pick] = frontier[frontier.count - 1]
      frontier.removeLast()
      count += 1
      guard take(variable) else { continue }
      for link in network.links(variable) {
        let other = Int(network.neighbours[link])
        if considered[other] != round {
          considered[other] = round
          frontier.append(Int32(other))
        }
      }
    }
    orient()
  }

  /// Takes a forest from all variables, in random order.
  mutating func growEverywhere(_ random: inout RandomSource) {
    begin()
    frontier = (0..<Int32(network.variableCount)).map(\.self)
    for last in stride(from: frontier.count - 1, to: 0, by: -1) {
      frontier.swapAt(last, random.below(last + 1))
    }
    for variable in frontier { _ = take(Int(variable)) }
    orient()
  }

  private mutating func begin() {
    round += 1
    members.removeAll(keepingCapacity: true)
    frontier.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
    work = 0
  }

  /// Takes a variable unless two of its neighbours are already in one tree.
  private mutating func take(_ variable: Int) -> Bool {
    tree[variable] = Int32(variable)
    for link in network.links(variable) {
      let other = Int(network.neighbours[link])
      guard taken[other] == round else { continue }
      let root = root(of: other)
      if root == variable {
        // Undo: whoever was joined to this variable becomes a root again.
        for joined in network.links(variable) where joined < link {
          let other = Int(network.neighbours[joined])
          if taken[other] == round { release(other, from: variable) }
        }
        return false
      }
      tree[root] = Int32(variable)
    }
    taken[variable] = round
    members.append(Int32(variable))
    return true
  }

  private mutating func root(of variable: Int) -> Int {
    var variable = variable
    while Int(tree[variable]) != variable { variable = Int(tree[variable]) }
    return variable
  }

  private mutating func release(_ variable: Int, from joiner: Int) {
    var variable = variable
    while Int(tree[variable]) != joiner { variable = Int(tree[variable]) }
    tree[variable] = Int32(variable)
  }

  /// Puts parents before children.
  private mutating func orient() {
    for member in members where tree[Int(member)] != -1 {
      var next = order.count
      linkToParent[Int(member)] = -1
      order.append(member)
      tree[Int(member)] = -1
      while next < order.count {
        let variable = Int(order[next])
        next += 1
        work += network.width(variable) * (network.links(variable).count + 4)
        for link in network.links(variable) {
          let other = Int(network.neighbours[link])
          guard taken[other] == round, tree[other] != -1 else { continue }
          tree[other] = -1
          order.append(Int32(other))
          linkFromParent[other] = Int32(link)
          work += network.width(variable) * network.width(other)
          for back in network.links(other) where Int(network.neighbours[back]) == variable {
            linkToParent[other] = Int32(back)
          }
        }
      }
    }
  }

  // MARK: Solving

  /// Finds the best choices for the forest at the given prices, while all else stays.
  ///
  /// - Parameter priceSums: `MemoryPrices.sums`.
  func solve(_ current: [Int32], _ priceSums: [Double]) {
    current.withUnsafeBufferPointer { current in
      priceSums.withUnsafeBufferPointer { sums in
        for variable in order { start(Int(variable), current, sums) }
        for variable in order.reversed() { send(Int(variable)) }
        for variable in order { choose(Int(variable)) }
      }
    }
  }

  /// What each strategy of a variable costs by itself and with the neighbours outside the forest.
  private func start(
    _ variable: Int, _ current: UnsafeBufferPointer<Int32>, _ sums: UnsafeBufferPointer<Double>
  ) {
    let width = network.width(variable)
    let own = messages.base + network.costStart(variable)
    own.update(from: network.costs.base + network.costStart(variable), count: width)
    for segment in network.segments(variable) {
      let price =
        sums[Int(network.endPoints[segment])] - sums[Int(network.firstPoints[segment])]
      if price == 0 { continue }
      let amounts = network.amounts.base + Int(network.amountStarts[segment])
      for strategy in 0..<width { own[strategy] += amounts[strategy] * price }
    }
    for link in network.links(variable) {
      let other = Int(network.neighbours[link])
      if taken[other] == round { continue }
      let row = network.tables.base + Int(network.tableStarts[link]) + Int(current[other]) * width
      for strategy in 0..<width { own[strategy] += row[strategy] }
    }
  }

  private func send(_ variable: Int) {
    guard linkToParent[variable] >= 0 else { return }
    let parent = Int(network.neighbours[Int(linkToParent[variable])])
    let own = messages.base + network.costStart(variable)
    let width = network.width(parent)
    var row = network.tables.base + Int(network.tableStarts[Int(linkFromParent[variable])])
    let least = message.base
    for strategy in 0..<width { least[strategy] = own[0] + row[strategy] }
    for choice in 1..<network.width(variable) {
      row += width
      let cost = own[choice]
      for strategy in 0..<width {
        let sum = cost + row[strategy]
        least[strategy] = sum < least[strategy] ? sum : least[strategy]
      }
    }
    let target = messages.base + network.costStart(parent)
    for strategy in 0..<width { target[strategy] += least[strategy] }
  }

  private func choose(_ variable: Int) {
    let own = messages.base + network.costStart(variable)
    let width = network.width(variable)
    var (best, least) = (0, Double.infinity)
    let link = Int(linkToParent[variable])
    if link < 0 {
      for strategy in 0..<width where own[strategy] < least {
        (best, least) = (strategy, own[strategy])
      }
    } else {
      let parentChoice = Int(choices[Int(network.neighbours[link])])
      let row = network.tables.base + Int(network.tableStarts[link]) + parentChoice * width
      for strategy in 0..<width where own[strategy] + row[strategy] < least {
        (best, least) = (strategy, own[strategy] + row[strategy])
      }
    }
    choices[variable] = Int32(best)
  }
}
