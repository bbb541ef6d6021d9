/// The times at which memory can be scarce, numbered.
///
/// Usage only falls where an interval ends, so it is largest somewhere between a start and the next
/// end: one point for each such place stands for all times.
struct TimeAxis {
  /// For each node the points at which it uses memory.
  let points: [Range<Int32>]
  let pointCount: Int

  init(_ intervals: [Range<Int64>]) {
    let starts = intervals.filter { !$0.isEmpty }.map(\.lowerBound).sorted()
    let ends = intervals.filter { !$0.isEmpty }.map(\.upperBound).sorted()
    // The last start before each end, if it comes after the previous end.
    var times: [Int64] = []
    var next = 0
    for end in ends {
      let first = next
      while next < starts.count, starts[next] < end { next += 1 }
      if next > first { times.append(starts[next - 1]) }
    }
    func firstPoint(notBefore time: Int64) -> Int32 {
      var (low, high) = (0, times.count)
      while low < high {
        let middle = (low + high) / 2
        if times[middle] < time { low = middle + 1 } else { high = middle }
      }
      return Int32(low)
    }
    points = intervals.map { interval in
      let first = firstPoint(notBefore: interval.lowerBound)
      return first..<max(first, firstPoint(notBefore: interval.upperBound))
    }
    pointCount = times.count
  }
}
