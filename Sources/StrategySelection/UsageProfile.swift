/// How much memory a variable uses over time, for each of its strategies.
struct UsageProfile {
  struct Segment {
    var points: Range<Int32>
    /// One amount per strategy.
    var amounts: [Double]
  }

  private(set) var segments: [Segment] = []
  /// Disjoint, in order, none constant over the strategies.
  private(set) var isTidy = true

  init() {}

  init(points: Range<Int32>, amounts: [Double]) {
    if points.isEmpty { return }
    segments = [Segment(points: points, amounts: amounts)]
    isTidy = false
  }

  /// Keeps the strategies with the given indices, in their order; an index may come repeatedly.
  func selecting(_ strategies: [Int]) -> UsageProfile {
    var result = self
    for index in segments.indices {
      result.segments[index].amounts = strategies.map { segments[index].amounts[$0] }
    }
    result.isTidy = segments.isEmpty
    return result
  }

  mutating func add(_ other: UsageProfile) {
    if other.segments.isEmpty { return }
    segments += other.segments
    isTidy = false
  }

  /// Brings the segments into order and takes away what every strategy needs.
  ///
  /// - Parameter release: called for what was taken away.
  mutating func tidy(_ release: (Range<Int32>, Double) -> Void) {
    if isTidy { return }
    isTidy = true
    guard let width = segments.first?.amounts.count else { return }
    var events: [(point: Int32, segment: Int, isStart: Bool)] = []
    for (index, segment) in segments.enumerated() {
      events.append((segment.points.lowerBound, index, true))
      events.append((segment.points.upperBound, index, false))
    }
    events.sort { ($0.point, $0.segment) < ($1.point, $1.segment) }

    var result: [Segment] = []
    var sum = [Double](repeating: 0, count: width)
    var active = 0
    var index = 0
    while index < events.count {
      let point = events[index].point
      while index < events.count, events[index].point == point {
        let event = events[index]
        let amounts = segments[event.segment].amounts
        active += event.isStart ? 1 : -1
        for strategy in 0..<width {
          sum[strategy] += event.isStart ? amounts[strategy] : -amounts[strategy]
        }
        index += 1
      }
      guard active > 0, index < events.count, let least = sum.min() else { continue }
      let points = point..<events[index].point
      if least != 0 { release(points, least) }
      let amounts = sum.map { $0 - least }
      if !amounts.contains(where: { $0 != 0 }) { continue }
      if let last = result.last, last.points.upperBound == point, last.amounts == amounts {
        result[result.count - 1].points = last.points.lowerBound..<points.upperBound
      } else {
        result.append(Segment(points: points, amounts: amounts))
      }
    }
    segments = result
  }

  /// Moves to other points: `newIndex[p]` is the number of kept points before point `p`.
  mutating func renumber(_ newIndex: [Int32]) {
    var result: [Segment] = []
    for var segment in segments {
      segment.points =
        newIndex[Int(segment.points.lowerBound)]..<newIndex[Int(segment.points.upperBound)]
      if segment.points.isEmpty { continue }
      if let last = result.last, last.points.upperBound == segment.points.lowerBound,
        last.amounts == segment.amounts
      {
        result[result.count - 1].points = last.points.lowerBound..<segment.points.upperBound
      } else {
        result.append(segment)
      }
    }
    segments = result
  }

  /// Whether one strategy never uses more than another.
  func isNoMore(_ strategy: Int, than other: Int) -> Bool {
    segments.allSatisfy { $0.amounts[strategy] <= $0.amounts[other] }
  }
}
