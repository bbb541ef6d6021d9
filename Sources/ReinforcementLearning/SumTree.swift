/// Weights whose prefix sums are searched in logarithmic time.
///
/// A binary tree in an array: each node holds the sum of its two children. Sums are computed anew
/// from the children, never by differences, so rounding does not pile up.
struct SumTree: Sendable {
  private var sums: [Double]
  private let leafCount: Int

  init(count: Int) {
    var leaves = 1
    while leaves < count { leaves *= 2 }
    leafCount = leaves
    sums = Array(repeating: 0, count: 2 * leaves)
  }

  var total: Double { sums[1] }

  /// The weight of an entry.
  subscript(index: Int) -> Double {
    get { sums[leafCount + index] }
    set {
      var node = leafCount + index
      sums[node] = newValue
      while node > 1 {
        node /= 2
        sums[node] = sums[2 * node] + sums[2 * node + 1]
      }
    }
  }

  /// The entry at which the prefix sum first exceeds `sum`; never one with weight 0 while there are
  /// others.
  ///
  /// - Complexity: O(log count).
  func index(atSum sum: Double) -> Int {
    var rest = sum
    var node = 1
    while node < leafCount {
      node *= 2
      if rest >= sums[node], sums[node + 1] > 0 {
        rest -= sums[node]
        node += 1
      }
    }
    return node - leafCount
  }
}
