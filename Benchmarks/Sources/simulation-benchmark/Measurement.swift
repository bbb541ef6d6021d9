import Foundation

/// CPU seconds that a body takes, best of several runs.
///
/// CPU time, as a machine that does other work makes wall time meaningless; the best, as noise only
/// ever adds.
func bestCPUTime(of runs: Int = 5, _ body: () -> Void) -> Double {
  var best = Double.infinity
  for _ in 0..<runs {
    let start = processCPUTime()
    body()
    best = min(best, processCPUTime() - start)
  }
  return best
}

private func processCPUTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// Keeps the optimizer from dropping a result that nobody reads.
@inline(never)
func use<Value>(_ value: Value) {}

/// Prints a row of a Markdown table.
func report(_ what: String, _ figure: String, _ detail: String) {
  print("| \(what) | \(figure) | \(detail) |")
}

func text(_ value: Double, digits: Int = 1) -> String {
  String(format: "%.\(digits)f", value)
}
