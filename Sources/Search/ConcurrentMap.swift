import Dispatch
import Foundation

/// Threads that a search runs on. What it finds does not depend on them.
public enum Threads {
  /// One for each processor that the machine offers.
  public static var all: Int { ProcessInfo.processInfo.activeProcessorCount }
}

extension Array where Element: Sendable {
  /// The transformed elements, in order, each transformed on one of so many threads.
  func concurrentMap<Result: Sendable>(
    threads: Int, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard threads > 1, count > 1 else { return map(transform) }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Every element is written once, by one thread.
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: Swift.min(threads, count)) { thread in
        for index in stride(from: thread, to: count, by: threads) {
          buffer.initializeElement(at: index, to: transform(self[index]))
        }
      }
      initialized = count
    }
  }
}
