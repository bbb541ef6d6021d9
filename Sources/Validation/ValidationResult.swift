import ClusterTopology
public import Configuration
import CostModel
import ModelDescription
import Quantities

/// Published runs beside their predictions, with the errors of each family and of all.
///
///     let measured = try MeasuredRuns(files: paths)
///     let result = try ValidationResult(of: measured.runs, catalog: catalog)
///     result.overall.medianAbsoluteError
public struct ValidationResult: Sendable {
  /// In the order given.
  public var runs: [ValidatedRun]
  public var overall: ErrorSummary
  /// By family, in order of name.
  public var families: [(name: String, summary: ErrorSummary)]

  /// - Throws: `InvalidInput` when a ready model or a hardware file cannot be read.
  public init(of measured: [MeasuredRun], catalog: Catalog) throws {
    let interpreter = try RunInterpreter(catalog: catalog)
    var runs: [ValidatedRun] = []
    for run in measured {
      do {
        runs.append(ValidatedRun(run: run, outcome: .scored(try Score(run, interpreter))))
      } catch let skipped as SkippedRun {
        runs.append(ValidatedRun(run: run, outcome: .skipped(skipped)))
      }
    }
    UtilizationBaseline.predict(&runs)
    self.init(runs)
  }

  init(_ runs: [ValidatedRun]) {
    self.runs = runs
    overall = ErrorSummary(runs)
    families = Set(runs.map(\.run.family)).sorted().map { name in
      (name, ErrorSummary(runs.filter { $0.run.family == name }))
    }
  }
}

extension Score {
  /// Predicts a run and puts what was measured beside it.
  ///
  /// - Throws: `SkippedRun` when it cannot be predicted, or no figure can be compared.
  init(_ run: MeasuredRun, _ interpreter: RunInterpreter) throws {
    let interpreted = try interpreter.interpret(run)
    let measured = run.stepTime(
      samples: interpreted.job.globalBatchSize, tokensPerSample: interpreted.job.sequenceLength,
      devices: interpreted.cluster.deviceCount)
    let memory = run.peakMemory
    if measured == nil, memory == nil, !run.ranOutOfMemory {
      let metrics = run.figures.map(\.metric).joined(separator: ", ")
      throw SkippedRun("no step time follows from \(metrics)")
    }
    let prediction = try Prediction(interpreted)
    self.init(
      measuredStepTime: measured?.duration, metric: measured?.metric,
      measuredMemory: memory?.size,
      predictedMemory: memory?.isAllocated == false
        ? prediction.occupiedMemory : prediction.memory.total,
      ranOutOfMemory: run.ranOutOfMemory, prediction: prediction,
      assumptions: interpreted.assumptions + prediction.assumptions)
  }
}
