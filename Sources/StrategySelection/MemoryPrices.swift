/// What a unit of memory costs at each point of time: the Lagrange multipliers of the limit.
struct MemoryPrices {
  private(set) var prices: [Double]
  /// `sums[p]` is the sum of the prices before point `p`.
  private(set) var sums: [Double]

  init(pointCount: Int) {
    prices = Array(repeating: 0, count: pointCount)
    sums = Array(repeating: 0, count: pointCount + 1)
  }

  mutating func update(_ change: (_ point: Int, _ price: Double) -> Double) {
    var sum = 0.0
    for point in prices.indices {
      prices[point] = change(point, prices[point])
      sum += prices[point]
      sums[point + 1] = sum
    }
  }
}
