/// Cutting a batch into consecutive runs of its sequences, longest first.
///
/// Sorting first puts sequences of like length together, so that each microbatch has groups of like
/// size; consecutive runs of the sorted batch then minimise the largest token count.
///
/// Source: the chunking of FlexSP (Wang et al. 2025, arXiv:2412.01523), which solves it by dynamic
/// programming. A bisection on the largest token count has the same optimum.
enum Chunking {
  /// The cut into at most `count` runs whose largest token count is least, at most `limit`.
  ///
  /// - Returns: `nil` if `count` runs do not suffice.
  /// - Complexity: O(classes · log(tokens) + runs).
  static func balanced(_ classes: LengthClasses, count: Int, limit: Int) -> [LengthClasses]? {
    guard let limit = leastLimit(classes, count: count, limit: limit) else { return nil }
    var chunks: [LengthClasses] = []
    var left = classes
    while !left.isEmpty {
      let chunk = left.removeRun(limit: limit)
      chunks.append(chunk)
    }
    return chunks
  }

  /// The first run of `balanced`.
  static func firstOfBalanced(
    _ classes: LengthClasses, count: Int, limit: Int
  ) -> LengthClasses? {
    guard let limit = leastLimit(classes, count: count, limit: limit) else { return nil }
    var left = classes
    return left.removeRun(limit: limit)
  }

  /// The least token count per run with which `count` runs suffice, at most `limit`.
  private static func leastLimit(_ classes: LengthClasses, count: Int, limit: Int) -> Int? {
    guard count > 0, classes.longest <= limit, runs(classes, limit: limit) <= count else {
      return nil
    }
    var impossible = max(classes.longest, (classes.tokenCount + count - 1) / count) - 1
    var possible = limit
    while possible - impossible > 1 {
      let middle = impossible + (possible - impossible) / 2
      if runs(classes, limit: middle) <= count { possible = middle } else { impossible = middle }
    }
    return possible
  }

  /// How many runs there are when each takes all it can, whole runs of one class at once.
  private static func runs(_ classes: LengthClasses, limit: Int) -> Int {
    var closed = 0
    var tokens = 0
    for (length, count) in zip(classes.lengths, classes.counts) {
      let taken = min(count, (limit - tokens) / length)
      tokens += taken * length
      let left = count - taken
      guard left > 0 else { continue }
      let perRun = limit / length
      let whole = (left - 1) / perRun
      closed += 1 + whole
      tokens = (left - whole * perRun) * length
    }
    return closed + 1
  }
}
