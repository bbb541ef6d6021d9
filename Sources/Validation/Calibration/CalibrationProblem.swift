import ClusterTopology
public import Configuration
import ModelDescription
import Quantities
import StrategySpace

/// Measurements, parameters, and how badly values of the parameters explain the measurements.
public struct CalibrationProblem: Sendable {
  public let parameters: [CalibrationParameter]
  let runs: [CalibrationRun]
  let benchmarks: [MicroBenchmark]

  /// Deviations well beyond this hardly count more when they grow: a run that something unknown
  /// slowed down must not pull the figures of all others.
  static let outlier = 0.05
  /// What a single deviation is weighed against: the noise of repeated runs and what the model
  /// leaves out.
  static let noise = 0.03

  /// - Throws: `InvalidInput` when a table or hardware file cannot be read.
  public init(_ file: CalibrationFile, catalog: Catalog) throws {
    parameters = file.parameters
    let interpreter = try RunInterpreter(catalog: catalog)
    runs =
      file.runs.isEmpty
      ? [] : try CalibrationRun.selected(MeasuredRuns(files: file.runs).runs, interpreter)
    let clusters = KnownClusters(catalog)
    benchmarks =
      try file.kernels.flatMap { try MicroBenchmark.kernels(CSVTable(path: $0), clusters) }
      + file.collectives.flatMap { try MicroBenchmark.collectives(CSVTable(path: $0), clusters) }
  }

  init(
    parameters: [CalibrationParameter], runs: [CalibrationRun], benchmarks: [MicroBenchmark]
  ) {
    self.parameters = parameters
    self.runs = runs
    self.benchmarks = benchmarks
  }

  /// The families of runs, sorted.
  public var families: [String] { Set(runs.map(\.run.family)).sorted() }

  /// The same without the runs of one family.
  func without(family: String) -> CalibrationProblem {
    CalibrationProblem(
      parameters: parameters, runs: runs.filter { $0.run.family != family }, benchmarks: benchmarks)
  }

  /// A cluster with the parameters' values in place of its descriptions'.
  func cluster(_ cluster: Cluster, with values: [Double]) -> Cluster {
    var cluster = cluster
    for (parameter, value) in zip(parameters, values) {
      for index in cluster.groups.indices {
        cluster.groups[index].node.set(parameter, to: value)
      }
    }
    return cluster
  }

  /// The logarithm of predicted over measured.
  func deviation(of run: CalibrationRun, with values: [Double]) -> Double {
    let cluster = cluster(run.cluster, with: values)
    return deviation(run.planned.estimatedTime(on: cluster, layout: run.layout), run.measured)
  }

  func deviation(of benchmark: MicroBenchmark, with values: [Double]) -> Double {
    deviation(
      benchmark.predicted(on: cluster(benchmark.cluster, with: values)), benchmark.measured)
  }

  private func deviation(_ predicted: Seconds, _ measured: Seconds) -> Double {
    let ratio = predicted / measured
    return ratio > 0 && ratio.isFinite ? logarithm(ratio) : 0
  }

  /// How much one deviation counts: squared while small, then with its logarithm (Cauchy's loss).
  static func loss(_ deviation: Double) -> Double {
    let size = deviation / outlier
    return outlier * outlier / (noise * noise) * logarithm(1 + size * size)
  }

  /// How much leaving the priors costs.
  func penalty(_ values: [Double]) -> Double {
    zip(parameters, values).map { parameter, value in
      let distance = logarithm(value / parameter.prior) / parameter.spread
      return distance * distance
    }.reduce(0, +)
  }

  /// Whether a prediction depends on a parameter: whether it changes when the value goes to an end of its
  /// range.
  ///
  /// - Parameter deviation: what is predicted, over what was measured, with values of all parameters.
  func changes(
    _ index: Int, of values: [Double], on cluster: Cluster, _ deviation: ([Double]) -> Double
  ) -> Bool {
    let parameter = parameters[index]
    guard matters(parameter, to: cluster) else { return false }
    let predicted = deviation(values)
    return [parameter.lowest, parameter.highest].contains { end in
      var moved = values
      moved[index] = end
      return deviation(moved) != predicted
    }
  }

  func deviation(of run: CalibrationRun) -> ([Double]) -> Double {
    { deviation(of: run, with: $0) }
  }

  func deviation(of benchmark: MicroBenchmark) -> ([Double]) -> Double {
    { deviation(of: benchmark, with: $0) }
  }

  /// Whether the value of a parameter can change what a cluster's figures are.
  func matters(_ parameter: CalibrationParameter, to cluster: Cluster) -> Bool {
    cluster.groups.contains { group in
      let names: [String] =
        switch parameter.kind {
        case .device: [group.node.device.name]
        case .link: [group.node.deviceLink.name]
        default: group.node.interfaces.map(\.interface.name)
        }
      return names.contains(where: parameter.names.contains)
    }
  }
}

/// A run that parameters are fitted to.
struct CalibrationRun: Sendable {
  var run: MeasuredRun
  var planned: PlannedRun
  /// Where its ranks sit, which no figure changes.
  var layout: Layout
  var measured: Seconds
  /// Runs on one machine with one software are alike: together they count as the root of their
  /// number.
  var weight: Double

  var cluster: Cluster { planned.run.cluster }

  /// The runs that are fit for scoring; of the others those on devices, and in formats of as many bits,
  /// that no such run uses.
  static func selected(
    _ measured: [MeasuredRun], _ interpreter: RunInterpreter
  ) throws -> [CalibrationRun] {
    struct Use: Hashable {
      var device: String
      var bits: Int
    }
    var runs: [(run: CalibrationRun, use: Use)] = []
    for run in measured {
      do {
        let interpreted = try interpreter.interpret(run)
        let step = run.stepTime(
          samples: interpreted.job.globalBatchSize,
          tokensPerSample: interpreted.job.sequenceLength, devices: interpreted.cluster.deviceCount)
        guard let step else { continue }
        let use = Use(
          device: interpreted.cluster.groups[0].node.device.name,
          bits: interpreted.job.precision.compute.bitsPerElement)
        let planned = try PlannedRun(interpreted)
        let entry = CalibrationRun(
          run: run, planned: planned,
          layout: Layout(
            planned.plan.strategy, on: planned.plan.placement, of: interpreted.cluster),
          measured: step.duration, weight: 1)
        runs.append((entry, use))
      } catch is SkippedRun {
        continue
      }
    }
    let main = Set(runs.filter { $0.run.run.tier != .extra }.map(\.use))
    var kept = runs.filter { $0.run.run.tier != .extra || !main.contains($0.use) }.map(\.run)
    var counts: [Kind: Double] = [:]
    for entry in kept { counts[entry.kind, default: 0] += 1 }
    for index in kept.indices {
      kept[index].weight = 1 / (counts[kept[index].kind] ?? 1).squareRoot()
    }
    return kept
  }

  private struct Kind: Hashable {
    var device: String
    var interconnect: String
    var sharding: String
    var precision: String
  }

  private var kind: Kind {
    Kind(
      device: run.machine.device, interconnect: run.machine.interconnect,
      sharding: run.strategy.sharding, precision: run.strategy.precision)
  }
}

extension NodeType {
  mutating func set(_ parameter: CalibrationParameter, to value: Double) {
    switch parameter.kind {
    case .device where parameter.names.contains(device.name): device[parameter.figure] = value
    case .link where parameter.names.contains(deviceLink.name):
      deviceLink.set(parameter.figure, to: value)
    case .interface:
      for index in interfaces.indices
      where parameter.names.contains(interfaces[index].interface.name) {
        interfaces[index].interface.set(parameter.figure, to: value)
      }
    default: break
    }
  }
}
