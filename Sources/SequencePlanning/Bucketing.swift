/// Rounding lengths up to a few values, so that the reference program has few columns.
///
/// Source: the bucketing of FlexSP (Wang et al. 2025, arXiv:2412.01523): dynamic programming over the
/// sorted lengths that minimises the tokens added.
enum Bucketing {
  /// `classes` with every length rounded up to one of at most `count` lengths among them, and the
  /// classes that went into each.
  ///
  /// - Complexity: O(classes² · count).
  static func buckets(_ classes: LengthClasses, count: Int) -> [LengthClasses] {
    let n = classes.classCount
    guard n > count else {
      return zip(classes.lengths, classes.counts).map { length, count in
        var bucket = LengthClasses()
        bucket.append(length, count: count)
        return bucket
      }
    }
    // Lengths run from long to short, so the first of a bucket is its upper end.
    var sequences = [0]
    var tokens = [0]
    for (length, count) in zip(classes.lengths, classes.counts) {
      sequences.append(sequences[sequences.count - 1] + count)
      tokens.append(tokens[tokens.count - 1] + count * length)
    }
    // Tokens added when classes `start..<end` are rounded up to the longest of them.
    func added(_ start: Int, _ end: Int) -> Int {
      classes.lengths[start] * (sequences[end] - sequences[start]) - (tokens[end] - tokens[start])
    }
    let impossible = Int.max / 2
    var least = Array(repeating: impossible, count: n + 1)
    least[0] = 0
    var cuts: [[Int]] = []
    for _ in 0..<count {
      var next = Array(repeating: impossible, count: n + 1)
      var cut = Array(repeating: 0, count: n + 1)
      for end in 1...n {
        for start in 0..<end where least[start] < impossible {
          let total = least[start] + added(start, end)
          if total < next[end] {
            next[end] = total
            cut[end] = start
          }
        }
      }
      least = next
      cuts.append(cut)
    }
    var buckets: [LengthClasses] = []
    var end = n
    for cut in cuts.reversed() {
      var bucket = LengthClasses()
      for c in cut[end]..<end { bucket.append(classes.lengths[c], count: classes.counts[c]) }
      buckets.append(bucket)
      end = cut[end]
    }
    return buckets.reversed()
  }
}
