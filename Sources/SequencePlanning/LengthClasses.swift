/// Sequences as classes of equal length, longest first: all that the solvers need to know of them.
///
/// Padded lengths repeat, so a batch of 512 sequences has some 60 classes, and a batch of 100,000
/// equal ones has a single one.
struct LengthClasses: Hashable, Sendable {
  /// Strictly descending.
  private(set) var lengths: [Int] = []
  /// How many sequences each class has, at least one.
  private(set) var counts: [Int] = []

  init() {}

  init(of lengths: [Int]) {
    for length in lengths.sorted(by: >) { append(length, count: 1) }
  }

  /// Adds sequences that are no longer than any so far.
  mutating func append(_ length: Int, count: Int) {
    guard count > 0 else { return }
    if lengths.last == length {
      counts[counts.count - 1] += count
    } else {
      lengths.append(length)
      counts.append(count)
    }
  }

  /// The classes of both together.
  func union(_ other: LengthClasses) -> LengthClasses {
    var all: [Int: Int] = [:]
    for (length, count) in zip(lengths, counts) { all[length, default: 0] += count }
    for (length, count) in zip(other.lengths, other.counts) { all[length, default: 0] += count }
    return LengthClasses(all)
  }

  /// What is left without `other`, which must be part of these classes.
  func subtracting(_ other: LengthClasses) -> LengthClasses {
    var all: [Int: Int] = [:]
    for (length, count) in zip(lengths, counts) { all[length, default: 0] += count }
    for (length, count) in zip(other.lengths, other.counts) { all[length, default: 0] -= count }
    return LengthClasses(all)
  }

  init(_ countOfLength: [Int: Int]) {
    for length in countOfLength.keys.sorted(by: >) {
      append(length, count: countOfLength[length, default: 0])
    }
  }

  /// Takes the longest sequences off, one after another, as long as they sum to at most `limit`.
  mutating func removeRun(limit: Int) -> LengthClasses {
    var run = LengthClasses()
    var tokens = 0
    var emptied = 0
    for c in lengths.indices {
      let taken = min(counts[c], (limit - tokens) / lengths[c])
      run.append(lengths[c], count: taken)
      tokens += taken * lengths[c]
      counts[c] -= taken
      if counts[c] > 0 { break }
      emptied += 1
    }
    lengths.removeFirst(emptied)
    counts.removeFirst(emptied)
    return run
  }

  var isEmpty: Bool { lengths.isEmpty }
  var classCount: Int { lengths.count }
  var sequenceCount: Int { counts.reduce(0, +) }
  var tokenCount: Int { zip(lengths, counts).reduce(0) { $0 + $1.0 * $1.1 } }
  var longest: Int { lengths.first ?? 0 }
}
