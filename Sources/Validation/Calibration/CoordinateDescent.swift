/// Fits the parameters of a calibration: one after the other, each as far as it helps, in steps that
/// get smaller.
///
/// Deterministic, bounded, without derivatives: step times have kinks where tiles and waves begin.
/// What a parameter cannot change is not computed again.
///
/// - Complexity: O(passes · parameters · runs that a parameter matters to) predictions.
struct CoordinateDescent {
  private let problem: CalibrationProblem
  private(set) var values: [Double]
  /// By run and by benchmark: the deviation under `values`.
  private var runDeviations: [Double]
  private var benchmarkDeviations: [Double]
  private(set) var evaluations = 0

  /// Relative steps of the passes.
  static let steps = [0.08, 0.08, 0.04, 0.04, 0.02, 0.02, 0.01]

  init(_ problem: CalibrationProblem, from start: [Double]) {
    self.problem = problem
    values = start
    runDeviations = problem.runs.map { problem.deviation(of: $0, with: start) }
    benchmarkDeviations = problem.benchmarks.map { problem.deviation(of: $0, with: start) }
  }

  var loss: Double { loss(runDeviations, benchmarkDeviations) + problem.penalty(values) }

  /// - Parameter steps: relative steps, one pass over all parameters each.
  mutating func fit(steps: [Double] = steps) {
    for step in steps {
      for index in values.indices { improve(index, by: step) }
    }
  }

  /// Moves one parameter up or down while that helps.
  private mutating func improve(_ index: Int, by step: Double) {
    for factor in [1 + step, 1 / (1 + step)] {
      var moved = false
      while tries(index, values[index] * factor) { moved = true }
      if moved { return }
    }
  }

  /// - Returns: whether the value was better, and is kept.
  private mutating func tries(_ index: Int, _ wanted: Double) -> Bool {
    let parameter = problem.parameters[index]
    let value = min(max(wanted, parameter.lowest), parameter.highest)
    guard value != values[index] else { return false }
    var tried = values
    tried[index] = value
    var runs = runDeviations
    var benchmarks = benchmarkDeviations
    for (position, run) in problem.runs.enumerated()
    where problem.matters(parameter, to: run.cluster) {
      runs[position] = problem.deviation(of: run, with: tried)
      evaluations += 1
    }
    for (position, benchmark) in problem.benchmarks.enumerated()
    where problem.matters(parameter, to: benchmark.cluster) {
      benchmarks[position] = problem.deviation(of: benchmark, with: tried)
    }
    let better =
      loss(runs, benchmarks) + problem.penalty(tried) < loss - 1e-9
    if better {
      values = tried
      runDeviations = runs
      benchmarkDeviations = benchmarks
    }
    return better
  }

  /// Products measured by themselves run at other clocks than within training: of each table of
  /// theirs, only how shapes compare counts. Rows of a table count as the root of their number.
  private func loss(_ runs: [Double], _ benchmarks: [Double]) -> Double {
    var total = 0.0
    for (run, deviation) in zip(problem.runs, runs) {
      total += run.weight * CalibrationProblem.loss(deviation)
    }
    var tables: [String: [Double]] = [:]
    var kernels: Set<String> = []
    var order: [String] = []
    for (benchmark, deviation) in zip(problem.benchmarks, benchmarks) {
      if tables[benchmark.table] == nil { order.append(benchmark.table) }
      tables[benchmark.table, default: []].append(deviation)
      if benchmark.isKernel { kernels.insert(benchmark.table) }
    }
    for name in order {
      let deviations = tables[name] ?? []
      let common = kernels.contains(name) ? median(deviations) ?? 0 : 0
      let sum = deviations.map { CalibrationProblem.loss($0 - common) }.reduce(0, +)
      total += sum / Double(deviations.count).squareRoot()
    }
    return total
  }
}
