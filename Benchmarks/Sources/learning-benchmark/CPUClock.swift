import Foundation

/// CPU time of this process, which a busy machine does not stretch.
struct CPUClock {
  private let start = Self.seconds()

  var milliseconds: Double { (Self.seconds() - start) * 1e3 }

  private static func seconds() -> Double {
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
  return "\(field("model name")), family \(field("cpu family")) model \(field("model\t")), "
    + "\(field("cpu MHz")) MHz"
}
