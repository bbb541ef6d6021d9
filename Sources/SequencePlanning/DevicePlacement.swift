/// Lays groups of power-of-two sizes onto devices, each on a block aligned to its size.
///
/// Aligned blocks never straddle a node whose size is a power of two, and there are fewer than `2N` of
/// them, so an executor that keeps its communicators soon has all it will ever need. Largest first, a
/// free block always exists while the sizes sum to at most `N`.
struct DevicePlacement {
  /// One block per degree, in the order given.
  let blocks: [Range<Int>]
  /// What is left over, as few ranges as possible.
  let idle: [Range<Int>]

  /// - Parameters:
  ///   - degrees: powers of two, descending, with a sum of at most `deviceCount`.
  ///   - existing: blocks to use before others, because their communicators exist.
  init(degrees: [Int], on deviceCount: Int, preferring existing: Set<Range<Int>>) {
    var isTaken = Array(repeating: false, count: deviceCount)
    var blocks: [Range<Int>] = []
    for degree in degrees {
      let aligned = stride(from: 0, through: deviceCount - degree, by: degree)
      let free = aligned.filter { !isTaken[$0] }.map { $0..<$0 + degree }
      guard let block = free.first(where: { existing.contains($0) }) ?? free.first else {
        continue
      }
      for device in block { isTaken[device] = true }
      blocks.append(block)
    }
    self.blocks = blocks
    var idle: [Range<Int>] = []
    for device in 0..<deviceCount where !isTaken[device] {
      if let last = idle.last, last.upperBound == device {
        idle[idle.count - 1] = last.lowerBound..<device + 1
      } else {
        idle.append(device..<device + 1)
      }
    }
    self.idle = idle
  }
}
