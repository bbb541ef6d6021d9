/// The candidate that `word` is most likely a misspelling of, or `nil` when none is close.
///
/// Distance is Damerau–Levenshtein (optimal string alignment); a candidate is close within a third
/// of the word's length, at least one edit. Ties go to the candidate listed first.
public func closestMatch(to word: String, among candidates: [String]) -> String? {
  let limit = max(1, word.count / 3)
  let lowercased = word.lowercased()
  var best: (distance: Int, candidate: String)?
  for candidate in candidates {
    let distance = editDistance(lowercased, candidate.lowercased())
    if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.candidate
}

/// Words for an error message: the likely meaning, or the whole choice.
///
/// - Returns: `"did you mean 'x'?"`, or `"expected one of a, b, c"` when nothing is close.
public func hint(for word: String, among candidates: [String]) -> String {
  if let match = closestMatch(to: word, among: candidates) { return "did you mean '\(match)'?" }
  return "expected one of " + candidates.joined(separator: ", ")
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`.
/// - Complexity: O(|a|·|b|), so overlong words (over 64 characters) count as far from everything.
private func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a)
  let b = Array(b)
  if a.count > 64 || b.count > 64 { return a == b ? 0 : .max }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var row = [i + 1] + [Int](repeating: 0, count: b.count)
    for (j, y) in b.enumerated() {
      row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + (x == y ? 0 : 1))
      if i > 0, j > 0, x == b[j - 1], a[i - 1] == y {
        row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
      }
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
