/// Cutting a batch into consecutive runs of its sequences, longest first.
///
/// Sorting first puts sequences of like length together, so that each microbatch has groups of like
/// size; consecutive runs of the sorted batch then minimise the largest token count.
///
/// Source: the chunking of FlexSP (Wang et al. 2025, arXiv:2412.01523), which solves it by dynamic
/// programming. A bisection on the largest token count has the same optimum.
enum Chunking {
  /// The runs that are cut when each takes all it can without exceeding `limit` tokens.
  ///
  /// - Returns: `nil` if one sequence alone exceeds the limit, or more than `most` runs are needed.
  static func greedy(_ classes: LengthClasses, limit: Int, most: Int) -> [LengthClasses]? {
    guard classes.longest <= limit else { return nil }
    var chunks: [LengthClasses] = []
    var chunk = LengthClasses()
    var tokens = 0
    for (length, count) in zip(classes.lengths, classes.counts) {
      var left = count
      while left > 0 {
        let taken = min(left, (limit - tokens) / length)
        chunk.append(length, count: taken)
        tokens += taken * length
        left -= taken
        if left > 0 {
          chunks.append(chunk)
          if chunks.count >= most { return nil }
          chunk = LengthClasses()
          tokens = 0
        }
      }
    }
    chunks.append(chunk)
    return chunks
  }

  /// The cut into at most `count` runs whose largest token count is least, at most `limit`.
  ///
  /// - Returns: `nil` if `count` runs do not suffice.
  /// - Complexity: O((classes + count) · log(tokens)).
  static func balanced(_ classes: LengthClasses, count: Int, limit: Int) -> [LengthClasses]? {
    guard count > 0, !classes.isEmpty else { return classes.isEmpty ? [] : nil }
    var best = greedy(classes, limit: limit, most: count)
    guard best != nil else { return nil }
    var impossible = max(classes.longest, (classes.tokenCount + count - 1) / count) - 1
    var possible = limit
    while possible - impossible > 1 {
      let middle = impossible + (possible - impossible) / 2
      if let chunks = greedy(classes, limit: middle, most: count) {
        best = chunks
        possible = middle
      } else {
        impossible = middle
      }
    }
    return best
  }
}
