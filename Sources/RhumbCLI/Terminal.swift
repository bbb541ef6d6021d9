import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What standard output is connected to.
enum Terminal {
  /// Columns to fill: the terminal's, or 100 where there is none.
  static var width: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1,
      ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return 100 }
    return Int(size.ws_col)
  }

  /// Processor time of the calling thread so far, in seconds.
  static func threadProcessorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Processor time of this process so far, in seconds.
  static func processorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
