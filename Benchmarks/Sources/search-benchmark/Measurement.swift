import Foundation

/// What a body takes of the processor and of memory.
struct Measurement {
  var cpuSeconds: Double
  /// The most that the process has held so far, in MiB.
  var peakMemory: Double

  /// What a body returns, and what it takes.
  static func of<Value>(_ body: () throws -> Value) rethrows -> (Value, Measurement) {
    let start = cpuTime()
    let value = try body()
    return (value, Measurement(cpuSeconds: cpuTime() - start, peakMemory: peakMemory()))
  }

  /// As Linux tells it.
  private static func peakMemory() -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first).flatMap { Double($0) }.map { $0 / 1024 }
      ?? .nan
  }

  /// CPU time of all threads of the process, which other work on the machine does not stretch.
  private static func cpuTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// The name of the processor, as Linux tells it.
func processorName() -> String {
  let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
  func field(_ name: String) -> String {
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? "?"
  }
  return "\(field("model name")), family \(field("cpu family")) model \(field("model\t"))"
}

func text(_ value: Double, digits: Int = 2) -> String {
  String(format: "%.\(digits)f", value)
}

/// Digits in groups of three.
func grouped(_ number: Int) -> String {
  var text = String(number)
  var place = text.count - 3
  while place > 0 {
    text.insert(",", at: text.index(text.startIndex, offsetBy: place))
    place -= 3
  }
  return text
}

func row(_ cells: String...) { print("| " + cells.joined(separator: " | ") + " |") }

func header(_ cells: String...) {
  print()
  print("| " + cells.joined(separator: " | ") + " |")
  print("| " + cells.map { _ in "---" }.joined(separator: " | ") + " |")
}
