import Foundation
import StrategySelection

/// Solves instances of the contest on intra-operator parallelism and says how good the choices are
/// after how much CPU time.
///
///     selection-benchmark [--cpu-seconds S] INSTANCE.json[=BEST] ...
///
/// `BEST` is the best cost that is known; S (30) counts reading and both threads together. Exits
/// with 1 if some choice is not feasible.
@main
struct SelectionBenchmark {
  var cpuSeconds = 30.0
  var isFeasible = true

  static func main() throws {
    var benchmark = SelectionBenchmark()
    var arguments = Array(CommandLine.arguments.dropFirst())
    if let flag = arguments.firstIndex(of: "--cpu-seconds"), flag + 1 < arguments.count {
      benchmark.cpuSeconds = Double(arguments[flag + 1]) ?? benchmark.cpuSeconds
      arguments.removeSubrange(flag...flag + 1)
    }
    if arguments.isEmpty { return print("no instance given, nothing measured") }
    print("Processor: \(processorName())\n")
    print(
      """
      | instance | nodes | edges | read s | first feasible s | after 1/8 | 1/4 | 1/2 \
      | \(format(benchmark.cpuSeconds, 0)) s | cost | cost / best | gap % |
      | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |
      """)
    for argument in arguments { try benchmark.measure(argument) }
    exit(benchmark.isFeasible ? 0 : 1)
  }

  private mutating func measure(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1)
    let best = parts.count > 1 ? Double(parts[1]) : nil
    let clock = CPUClock()
    var seconds: Double { clock.milliseconds / 1000 }
    let data = try Data(
      contentsOf: URL(fileURLWithPath: String(parts[0])), options: .mappedIfSafe)
    let problem = try data.withUnsafeBytes { try SelectionProblem(json: $0) }
    let readTime = seconds

    var costs: [(seconds: Double, cost: Int64)] = []
    let selection = StrategySelector(iterations: 1_000_000).solve(
      problem, shouldStop: { seconds >= cpuSeconds },
      report: { progress in
        if let cost = progress.cost, cost != costs.last?.cost { costs.append((seconds, cost)) }
      })
    let verdict = selection.choices.flatMap { SelectionChecker(problem).verdict(on: $0) }
    let isGood = verdict?.isFeasible == true && verdict.map { Int64($0.cost) } == selection.cost
    isFeasible = isFeasible && isGood

    func quality(_ cost: Int64?) -> String {
      guard let cost else { return "-" }
      return best.map { Self.format(Double(cost) / $0, 4) } ?? "\(cost)"
    }
    func after(_ part: Double) -> String {
      quality(costs.last { $0.seconds <= cpuSeconds * part }?.cost)
    }
    let cells = [
      problem.name, "\(problem.nodeCount)", "\(problem.edges.count)", Self.format(readTime, 2),
      costs.first.map { Self.format($0.seconds, 2) } ?? "-", after(1 / 8), after(1 / 4),
      after(1 / 2), after(1), (selection.cost.map(String.init) ?? "-") + (isGood ? "" : " (bad)"),
      quality(selection.cost), selection.gap.map { Self.format($0 * 100, 2) } ?? "-",
    ]
    print("| \(cells.joined(separator: " | ")) |")
    fflush(nil)
  }

  private static func format(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }
}
