import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What standard output is connected to.
enum Terminal {
  /// Columns to fill: the terminal's; where there is none, what `COLUMNS` asks for, or 100.
  static var width: Int { columns(of: STDOUT_FILENO) }

  static func columns(of stream: Int32) -> Int {
    var size = winsize()
    if isatty(stream) == 1, ioctl(stream, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    let wanted = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
    return wanted.flatMap { (20...1000).contains($0) ? $0 : nil } ?? 100
  }

  /// Whether text may carry colours and bold type: on a terminal that has them, unless the user
  /// asks for none (no-color.org).
  static var isStyled: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
  }

  /// A report with its headings, which alone are not indented, in bold type.
  static func styled(_ text: String) -> String {
    guard isStyled else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty || line.hasPrefix(" ") ? String(line) : "\u{1B}[1m\(line)\u{1B}[0m"
    }.joined(separator: "\n")
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
