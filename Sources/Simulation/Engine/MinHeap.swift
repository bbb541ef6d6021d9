/// A priority queue that gives its least key first.
///
/// Every node has four children: half as deep as a binary heap, and the children lie side by side.
///
/// Source: LaMarca and Ladner 1996, "The Influence of Caches on the Performance of Heaps",
/// doi:10.1145/235141.235145.
struct MinHeap<Key: Comparable> {
  private var keys: [Key] = []

  var isEmpty: Bool { keys.isEmpty }

  /// The least key.
  var first: Key? { keys.first }

  /// - Complexity: O(log keys).
  mutating func push(_ key: Key) {
    keys.append(key)
    var hole = keys.count - 1
    while hole > 0 {
      let parent = (hole - 1) / 4
      guard key < keys[parent] else { break }
      keys[hole] = keys[parent]
      hole = parent
    }
    keys[hole] = key
  }

  /// Removes the least key.
  ///
  /// - Complexity: O(log keys).
  mutating func pop() -> Key? {
    guard let first = keys.first, let last = keys.popLast() else { return nil }
    if !keys.isEmpty { sink(last) }
    return first
  }

  /// Puts a key where the first one was, and moves it down to its place.
  private mutating func sink(_ key: Key) {
    let count = keys.count
    var hole = 0
    while true {
      var child = 4 * hole + 1
      guard child < count else { break }
      let end = min(child + 4, count)
      var (least, smallest) = (child, keys[child])
      child += 1
      while child < end {
        if keys[child] < smallest { (least, smallest) = (child, keys[child]) }
        child += 1
      }
      guard smallest < key else { break }
      keys[hole] = smallest
      hole = least
    }
    keys[hole] = key
  }
}
