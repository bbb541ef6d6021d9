import ClusterTopology
import Configuration
import Quantities

/// The values that explain the measurements best, and how well they do.
public struct Calibration: Sendable {
  public struct Value: Sendable {
    public var parameter: CalibrationParameter
    /// What the descriptions say now; `nil` where no measurement is on such hardware.
    public var shipped: Double?
    public var fitted: Double
    /// Runs and rows of micro-benchmarks whose prediction the value changes.
    public var runs: Int
    public var rows: Int
  }

  public var values: [Value]
  /// By family of runs that are fit for scoring: the errors of step times under the values fitted to
  /// all families, and under those fitted to all others.
  public var families: [FamilyErrors]
  public var overall: FamilyErrors
  /// By table of micro-benchmarks.
  public var tables: [TableErrors]
  /// How many runs were predicted to get here.
  public var predictions: Int

  public struct FamilyErrors: Sendable {
    public var name: String
    public var runs: Int
    public var median: Double?
    public var p90: Double?
    public var heldOutMedian: Double?
    public var heldOutP90: Double?
  }

  public struct TableErrors: Sendable {
    public var name: String
    public var rows: Int
    /// Of products: beside the median deviation of the table, whose clock is its own.
    public var median: Double?
    /// Of each row, under values fitted, from the same priors, to all runs and every second row, of
    /// which it is none.
    public var leftOutMedian: Double?
  }
}

extension Calibration {
  /// Fits all parameters from their priors.
  ///
  /// - Parameter leavesOut: whether each family is predicted by a fit to the others, too.
  public init(_ problem: CalibrationProblem, leavesOut: Bool) {
    let priors = problem.parameters.map(\.prior)
    var descent = CoordinateDescent(problem, from: priors)
    descent.fit()
    let fitted = descent.values.map(rounded)
    predictions = descent.evaluations
    values = problem.parameters.indices.map { index in
      let parameter = problem.parameters[index]
      return Value(
        parameter: parameter, shipped: problem.shipped(parameter), fitted: fitted[index],
        runs: problem.runs.count {
          problem.changes(index, of: fitted, on: $0.cluster, problem.deviation(of: $0))
        },
        rows: problem.benchmarks.count {
          problem.changes(index, of: fitted, on: $0.cluster, problem.deviation(of: $0))
        })
    }
    let scored = problem.runs.filter { $0.run.tier != .extra }
    var inSample: [String: [Double]] = [:]
    var heldOut: [String: [Double]] = [:]
    let names = Set(scored.map(\.run.family)).sorted()
    for name in names {
      let family = scored.filter { $0.run.family == name }
      inSample[name] = problem.errors(of: family, with: fitted)
      guard leavesOut else { continue }
      var descent = CoordinateDescent(problem.without(family: name), from: priors)
      descent.fit()
      predictions += descent.evaluations
      heldOut[name] = problem.errors(of: family, with: descent.values.map(rounded))
    }
    func errors(_ name: String, _ fitted: [Double], _ others: [Double]?) -> FamilyErrors {
      FamilyErrors(
        name: name, runs: fitted.count, median: median(fitted), p90: quantile(fitted, 0.9),
        heldOutMedian: others.flatMap(median), heldOutP90: others.flatMap { quantile($0, 0.9) })
    }
    families = names.map { errors($0, inSample[$0] ?? [], heldOut[$0]) }
    overall = errors(
      "all", names.flatMap { inSample[$0] ?? [] },
      leavesOut ? names.flatMap { heldOut[$0] ?? [] } : nil)
    tables = problem.tableErrors(with: fitted, from: leavesOut ? priors : nil)
  }
}

extension CalibrationProblem {
  /// What the description of a parameter says now, from the first cluster that has it.
  func shipped(_ parameter: CalibrationParameter) -> Double? {
    let clusters = runs.lazy.map(\.cluster)
    let cluster =
      clusters.first { matters(parameter, to: $0) }
      ?? benchmarks.lazy.map(\.cluster).first { matters(parameter, to: $0) }
    guard let node = cluster?.groups[0].node else { return nil }
    switch parameter.kind {
    case .device: return node.device[parameter.figure]
    case .link: return node.deviceLink.value(of: parameter.figure)
    default:
      return node.interfaces.first { parameter.names.contains($0.interface.name) }?
        .interface.value(of: parameter.figure)
    }
  }

  /// The magnitudes of relative errors.
  func errors(of runs: [CalibrationRun], with values: [Double]) -> [Double] {
    runs.map { abs(exponential(deviation(of: $0, with: values)) - 1) }
  }

  /// - Parameter priors: to fit to half of the rows from, and to look at the other half with; `nil`
  ///   leaves nothing out.
  func tableErrors(with fitted: [Double], from priors: [Double]?) -> [Calibration.TableErrors] {
    let halves = [0, 1].map { half in
      benchmarks.enumerated().filter { $0.offset % 2 == half }.map(\.element)
    }
    let fits = priors.map { priors in
      halves.map { half in
        var descent = CoordinateDescent(
          CalibrationProblem(parameters: parameters, runs: runs, benchmarks: half), from: priors)
        descent.fit()
        return descent.values
      }
    }
    /// Errors beside what the rows of a table that the fit has seen have in common.
    func errors(
      _ name: String, of rows: [MicroBenchmark], beside seen: [MicroBenchmark], _ values: [Double]
    ) -> [Double] {
      let seen = seen.filter { $0.table == name }
      let common =
        seen.first?.isKernel == true
        ? median(seen.map { deviation(of: $0, with: values) }) ?? 0 : 0
      return rows.filter { $0.table == name }
        .map { abs(exponential(deviation(of: $0, with: values) - common) - 1) }
    }
    return Set(benchmarks.map(\.table)).sorted().map { name in
      let leftOut = fits.map { fits in
        [0, 1].flatMap { errors(name, of: halves[1 - $0], beside: halves[$0], fits[$0]) }
      }
      return Calibration.TableErrors(
        name: name, rows: benchmarks.count { $0.table == name },
        median: median(errors(name, of: benchmarks, beside: benchmarks, fitted)),
        leftOutMedian: leftOut.flatMap(median))
    }
  }
}

/// To three significant digits: as a description states it.
private func rounded(_ value: Double) -> Double {
  guard value > 0 else { return value }
  var scale = 1.0
  while value * scale < 100 { scale *= 10 }
  while value * scale >= 1000 { scale /= 10 }
  return (value * scale).rounded() / scale
}
