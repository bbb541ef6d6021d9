import Foundation
import Quantities
import SequencePlanning

/// Plans every batch of some instances for every model of the published profile and checks each plan.
///
///     sequence-benchmark [--thorough] [--positions K] [INSTANCE.json ...]
///
/// Prints a table: what the baselines and the plan would take, gaps, and the CPU time of the greedy
/// packing alone and of the whole plan with its certificate. Exits with 1 if a plan is not valid.
@main
struct SequenceBenchmark {
  var options = SequencePlanner.Options()
  /// Thousands of positions of the model, where they are not the instance's.
  var positions: Int?
  let profile: SequenceProfile
  var planTimes: [Double] = []
  var packingTimes: [Double] = []
  var worstGap = 0.0
  var isValid = true

  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    // The repository, three folders above this package's sources.
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    var benchmark = SequenceBenchmark(
      profile: try decode("\(root.path)/Clusters/Profiles/flexsp-a100.json"))
    if let flag = arguments.firstIndex(of: "--thorough") {
      arguments.remove(at: flag)
      benchmark.options.effort = .thorough
    }
    if let flag = arguments.firstIndex(of: "--positions"), flag + 1 < arguments.count {
      benchmark.positions = Int(arguments[flag + 1])
      arguments.removeSubrange(flag...flag + 1)
    }
    if arguments.isEmpty {
      arguments = ["wikipedia", "github", "commoncrawl"].map {
        "\(root.path)/Examples/sequences/\($0)-192k-512.json"
      }
    }
    try benchmark.run(arguments)
  }

  private mutating func run(_ files: [String]) throws {
    print("Processor: \(processorName())\n")
    print(
      """
      | instance | model | batch | static s | best degree s | ring s | plan s | M | gap % \
      | worst M % | global % | packing ms | plan ms |
      | --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
      """)
    for file in files {
      let instance: SequenceInstance = try Self.decode(file)
      for model in profile.models.keys.sorted() { try measure(instance, model) }
    }
    print("\n\(planTimes.count) batches; \(summary("packing alone", packingTimes))")
    print(summary("plan with certificate", planTimes))
    print(
      "largest gap of a microbatch \(format(worstGap * 100, 2)) %; every plan valid: \(isValid)")
    exit(isValid ? 0 : 1)
  }

  private static func decode<T: Decodable>(_ path: String) throws -> T {
    try JSONDecoder().decode(T.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private mutating func measure(_ instance: SequenceInstance, _ model: String) throws {
    func costs(_ parallelism: SequenceParallelism) throws -> SequenceCosts {
      try profile.costs(
        model: model, thousandPositions: positions ?? instance.thousandPositions,
        deviceCount: instance.deviceCount, parallelism: parallelism)
    }
    let ulysses = try costs(.allToAll)
    let baselines = Baselines(ulysses, ring: try costs(.ring))
    var packingOnly = options
    packingOnly.solver = .packing
    for (number, lengths) in instance.batches.enumerated() {
      var clock = CPUClock()
      _ = try SequencePlanner(ulysses, packingOnly).plan(lengths)
      let packingTime = clock.milliseconds
      clock = CPUClock()
      let plan = try SequencePlanner(ulysses, options).plan(lengths)
      let planTime = clock.milliseconds
      planTimes.append(planTime)
      packingTimes.append(packingTime)
      for violation in PlanChecker(ulysses).violations(in: plan, of: lengths) {
        isValid = false
        print("\(instance.name) \(model) \(number): \(violation)")
      }
      let gap = plan.microbatches.map(\.gap).max() ?? 0
      worstGap = max(worstGap, gap)
      func seconds(_ kind: Baselines.Kind) throws -> String {
        try baselines.plan(kind, lengths).map { format($0.time.value, 3) } ?? "-"
      }
      let cells = [
        instance.name, model, "\(number)", try seconds(.fixedDegree), try seconds(.bestDegree),
        try seconds(.contextParallel), format(plan.time.value, 3), "\(plan.microbatches.count)",
        format(plan.gap * 100, 2), format(gap * 100, 2), format(plan.globalGap * 100, 1),
        format(packingTime, 1), format(planTime, 1),
      ]
      print("| \(cells.joined(separator: " | ")) |")
    }
  }

  private func format(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  private func summary(_ name: String, _ times: [Double]) -> String {
    let sorted = times.sorted()
    let ninetyFifth = sorted[
      min(sorted.count - 1, Int((0.95 * Double(sorted.count)).rounded(.up)) - 1)]
    return "\(name): median \(format(sorted[sorted.count / 2], 1)) ms, 95th percentile "
      + "\(format(ninetyFifth, 1)) ms, largest \(format(sorted[sorted.count - 1], 1)) ms"
  }
}
