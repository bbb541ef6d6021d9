import Quantities

/// The most valuable way to fill one group: a knapsack with two sizes, time and tokens.
///
/// Branch and bound over classes in order of value per size. The bound relaxes the two sizes to one,
/// a mix of both, and lets the last class be cut: the fractional knapsack of the mix.
struct PatternPricing {
  /// The best pattern found, and what no pattern of the degree can exceed.
  struct Result {
    /// `nil` if nothing found is worth more than the threshold.
    var members: [Pattern.Member]?
    var value: Double
    /// Equal to `value` unless the search was cut short.
    var upperBound: Double
  }

  private struct Item {
    let `class`: Int
    let value: Double
    let time: Double
    let length: Int
    /// Share of a group under the mix of time and tokens.
    let size: Double
    let count: Int
  }

  private var items: [Item] = []
  private var timeShare = 0.0
  private var tokenShare = 0.0
  private var chosen: [Int] = []
  private var best: [Int] = []
  private var bestValue = 0.0
  private var openBound = 0.0
  private var nodes = 0
  var nodeLimit: Int
  /// Nodes of all searches together, at most.
  private let nodeBudget: Int
  /// Nodes of all searches.
  private(set) var totalNodes = 0

  init(nodeLimit: Int, nodeBudget: Int = .max) {
    self.nodeLimit = nodeLimit
    self.nodeBudget = nodeBudget
  }

  /// The best pattern of `degree` worth more than `threshold`.
  ///
  /// - Parameters:
  ///   - values: what one sequence of each class is worth.
  ///   - counts: how many sequences there are of each class.
  ///   - room: seconds that the group has for sequences.
  mutating func best(
    _ problem: PackingProblem, degree: Int, values: [Double], counts: [Int], room: Double,
    threshold: Double
  ) -> Result {
    let capacity = problem.costs.degrees[degree].tokenCapacity
    guard room > 0 else { return Result(members: nil, value: 0, upperBound: 0) }
    var bestMix = 0.0
    var bestRoot = Double.infinity
    for mix in [0.0, 0.25, 0.5, 0.75, 1.0] {
      load(problem, degree, values, counts, room: room, capacity: capacity, mix: mix)
      let root = fractionalValue(from: 0, capacity: 1)
      if root < bestRoot {
        bestRoot = root
        bestMix = mix
      }
    }
    if bestRoot <= threshold { return Result(members: nil, value: 0, upperBound: bestRoot) }
    load(problem, degree, values, counts, room: room, capacity: capacity, mix: bestMix)
    timeShare = bestMix / room
    tokenShare = (1 - bestMix) / Double(capacity)
    chosen = Array(repeating: 0, count: items.count)
    best = []
    bestValue = threshold
    openBound = 0
    nodes = 0
    search(0, value: 0, time: room, tokens: capacity)
    totalNodes += nodes
    guard !best.isEmpty else {
      return Result(members: nil, value: 0, upperBound: max(threshold, openBound))
    }
    let members = zip(items, best).filter { $0.1 > 0 }
      .map { Pattern.Member(class: $0.0.class, count: $0.1) }
      .sorted { $0.class < $1.class }
    return Result(
      members: members, value: bestValue, upperBound: max(bestValue, openBound))
  }

  private mutating func load(
    _ problem: PackingProblem, _ degree: Int, _ values: [Double], _ counts: [Int], room: Double,
    capacity: Int, mix: Double
  ) {
    items.removeAll(keepingCapacity: true)
    for c in 0..<problem.classCount where values[c] > 1e-12 && counts[c] > 0 {
      let time = problem.time(degree, c)
      let length = problem.classes.lengths[c]
      guard time <= room, length <= capacity else { continue }
      var count = min(counts[c], capacity / length)
      if time > 0 { count = min(count, Int(min(room / time, 1e9))) }
      let size = mix * time / room + (1 - mix) * Double(length) / Double(capacity)
      items.append(
        Item(
          class: c, value: values[c], time: time, length: length, size: size, count: max(count, 1)))
    }
    items.sort { $0.value * $1.size > $1.value * $0.size }
  }

  /// The fractional knapsack of the items from `first` on.
  private func fractionalValue(from first: Int, capacity: Double) -> Double {
    var left = capacity
    var value = 0.0
    for i in first..<items.count {
      let item = items[i]
      let size = item.size * Double(item.count)
      if size >= left { return value + (item.size > 0 ? item.value * left / item.size : 0) }
      left -= size
      value += item.value * Double(item.count)
    }
    return value
  }

  private mutating func search(_ i: Int, value: Double, time: Double, tokens: Int) {
    if value > bestValue * (1 + 1e-12) {
      bestValue = value
      best = chosen
    }
    guard i < items.count else { return }
    let left = time * timeShare + Double(tokens) * tokenShare
    let bound = value + fractionalValue(from: i, capacity: left)
    guard bound > bestValue * (1 + 1e-9) else { return }
    guard nodes < nodeLimit, totalNodes + nodes < nodeBudget else {
      openBound = max(openBound, bound)
      return
    }
    nodes += 1
    let item = items[i]
    var most = min(item.count, tokens / item.length)
    if item.time > 0 { most = min(most, Int(min(max(time, 0) / item.time * (1 + 1e-12), 1e9))) }
    for count in stride(from: most, through: 0, by: -1) {
      chosen[i] = count
      search(
        i + 1, value: value + item.value * Double(count), time: time - item.time * Double(count),
        tokens: tokens - item.length * count)
    }
    chosen[i] = 0
  }
}
