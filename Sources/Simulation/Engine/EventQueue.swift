/// The times at which streams finish what they run, earliest first.
///
/// An event is one word: its time in the high bits, its stream in the low ones. So comparing events
/// is comparing integers, events of one time come in the order of their streams, and nothing is
/// left to chance. The queue stays short, as every stream runs one task at a time.
struct EventQueue {
  private var heap = MinHeap<UInt64>()
  private let streamBits: UInt64

  init(streamCount: Int) {
    streamBits = UInt64(Int.bitWidth - max(streamCount - 1, 1).leadingZeroBitCount)
  }

  /// The latest time that fits beside a stream; two such times can be added without overflow.
  var latestTime: Int64 { Int64(UInt64.max >> (streamBits + 2)) }

  var nextTime: Int64? { heap.first.map { Int64($0 >> streamBits) } }

  /// - Precondition: `time` is at most `latestTime`.
  mutating func push(time: Int64, stream: Int32) {
    heap.push(UInt64(time) << streamBits | UInt64(stream))
  }

  mutating func pop() -> (time: Int64, stream: Int32)? {
    heap.pop().map { (Int64($0 >> streamBits), Int32($0 & ((1 << streamBits) - 1))) }
  }
}
