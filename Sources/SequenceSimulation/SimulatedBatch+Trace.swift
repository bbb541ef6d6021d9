public import Simulation

extension SimulatedBatch {
  /// The batch as a Chrome trace: a row per device, and one for what all devices do together.
  public var trace: ChromeTrace {
    var rows = (0..<deviceCount).map { ChromeTrace.Row("device \($0)") }
    var shared = ChromeTrace.Row("gathers and reductions")
    for (index, task) in tasks.enumerated() {
      guard let title = task.title else { continue }
      let slice = ChromeTrace.Slice(
        title, category: "microbatch \(task.microbatch)", start: timeline.starts[index],
        end: timeline.ends[index])
      switch task.work {
      case .traffic, .update: shared.slices.append(slice)
      case .sequence, .fixed, .emptyPass, .barrier:
        for device in task.devices { rows[device].slices.append(slice) }
      }
    }
    return ChromeTrace([("devices", rows), ("all devices together", [shared])])
  }
}

extension SimulatedBatch.Task {
  /// As a trace names it; `nil` for what takes no time.
  fileprivate var title: String? {
    switch work {
    case .sequence(let sequence, let tokens):
      "sequence \(sequence), \(tokens) tokens, group of \(devices.count)"
    case .fixed: "fixed part, group of \(devices.count)"
    case .emptyPass: "pass without tokens"
    case .traffic: "parameters and gradients of microbatch \(microbatch)"
    case .update: "update"
    case .barrier: nil
    }
  }
}
