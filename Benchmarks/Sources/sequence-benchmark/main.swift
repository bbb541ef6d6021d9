import Foundation
import SequencePlanning

/// CPU seconds of this process so far.
func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

func decode<T: Decodable>(_ type: T.Type, _ path: String) throws -> T {
  try JSONDecoder().decode(type, from: Data(contentsOf: URL(fileURLWithPath: path)))
}

let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path
let files = CommandLine.arguments.count > 1 ? Array(CommandLine.arguments.dropFirst()) :
  ["wikipedia-192k-512", "github-192k-512", "commoncrawl-192k-512"].map { "\(root)/Examples/sequences/\($0).json" }
let profile = try decode(SequenceProfile.self, "\(root)/Clusters/Profiles/flexsp-a100.json")
var all: [Double] = []
for file in files {
  let instance = try decode(SequenceInstance.self, file)
  for model in profile.models.keys.sorted() {
    let costs = try profile.costs(model: model, thousandPositions: instance.thousandPositions, deviceCount: instance.deviceCount)
    for (i, batch) in instance.batches.enumerated() {
      var options = SequencePlanner.Options()
      options.solver = .packing
      let a = cpuSeconds()
      let fast = try SequencePlanner(costs, options).plan(batch)
      let b = cpuSeconds()
      let plan = try SequencePlanner(costs).plan(batch)
      let c = cpuSeconds()
      all.append(c - b)
      print(instance.name, model, i, "fast \(Int(fast.time.milliseconds)) \(String(format: "%.1f", (b - a) * 1e3)) ms; plan \(Int(plan.time.milliseconds)) lb \(Int(plan.lowerBound.milliseconds)) global \(Int(plan.globalLowerBound.milliseconds)) gap", String(format: "%.2f%% %.1f ms", plan.gap * 100, (c - b) * 1e3), plan.microbatches.map { "\($0.groups.reduce(0) { $0 + $1.sequences.count }):" + String(format: "%.2f", $0.gap * 100) })
    }
  }
}
all.sort()
print("median", all[all.count / 2] * 1e3, "p95", all[Int(Double(all.count) * 0.95)] * 1e3, "max", all.last! * 1e3)
