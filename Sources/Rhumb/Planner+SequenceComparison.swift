public import Interop
public import Quantities
public import Reports
import SequencePlanning

extension Planner {
  /// Plans published batches and puts the plans beside what was published.
  ///
  /// - Parameter clock: reads the processor time of the calling thread, when plans are to say what
  ///   they cost.
  /// - Throws: `SequencePlanningError` for a batch that cannot be planned.
  public func compare(
    _ published: PublishedSequences, clock: (() -> Seconds)? = nil
  ) throws -> SequenceComparisonDocument {
    var times: [Seconds] = []
    let settings = try published.settings.map { setting in
      let compared = try sequenceSetting(
        profile: published.coefficients, model: setting.model,
        thousandPositions: setting.thousandPositions,
        deviceCount: setting.instance.deviceCount, SequenceChoices())
      let planner = try SequencePlanner(compared.costs)
      let baselines = Baselines(compared.costs, ring: compared.ring)
      let batches = try setting.instance.batches.enumerated().map { index, lengths in
        let start = clock?()
        let plan = try planner.plan(lengths)
        if let clock, let start { times.append(clock() - start) }
        func time(_ kind: Baselines.Kind) throws -> Double? {
          try baselines.plan(kind, lengths)?.time.value
        }
        return SequenceComparisonDocument.Batch(
          plan,
          SequenceComparisonDocument.Times(
            mixed: plan.time.value, fixedDegree: try time(.fixedDegree),
            bestDegree: try time(.bestDegree), contextParallel: try time(.contextParallel)),
          predicted: setting.predicted.map {
            SequenceComparisonDocument.Times(
              mixed: $0.mixed[index], fixedDegree: $0.fixedDegree[index],
              bestDegree: $0.bestDegree[index], contextParallel: nil)
          })
      }
      return SequenceComparisonDocument.Setting(
        data: setting.data, model: setting.model, thousandPositions: setting.thousandPositions,
        devices: setting.instance.deviceCount, batches: batches,
        published: setting.published.map {
          SequenceComparisonDocument.Factors(
            overFixedDegree: $0.mixedOverFixed,
            // What was printed is both over the fixed degree.
            overBestDegree: $0.mixedOverFixed / $0.bestOverFixed,
            overContextParallel: $0.mixedOverContextParallel)
        })
    }
    return SequenceComparisonDocument(
      title: published.title, source: published.source, lengths: published.lengths,
      solverSource: published.solverSource, coefficients: published.coefficients.source,
      settings: settings, cpuTimes: times)
  }
}
