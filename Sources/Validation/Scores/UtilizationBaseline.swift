import Quantities

/// The model that any simulator must beat: every step takes the model's FLOPs over the devices'
/// peak, divided by one constant per device.
///
/// Two-fold: the constant for one half of the configurations is fitted on the other half, as the
/// median of their utilisations. All runs of one configuration (the same job measured with several
/// versions of the software) are on one side.
enum UtilizationBaseline {
  /// Sets the baseline's prediction of every scored run that it can predict.
  static func predict(_ runs: inout [ValidatedRun]) {
    var members: [String: [Int]] = [:]
    for (index, run) in runs.enumerated() {
      guard let score = run.score, score.measuredStepTime != nil else { continue }
      members[score.prediction.device, default: []].append(index)
    }
    for indices in members.values { predict(&runs, indices) }
  }

  private static func predict(_ runs: inout [ValidatedRun], _ indices: [Int]) {
    let keys = indices.map { runs[$0].run.configurationKey }
    // Configurations in order of appearance, dealt to the two sides in turn.
    var sides: [ConfigurationKey: Int] = [:]
    for key in keys where sides[key] == nil { sides[key] = sides.count % 2 }
    var utilizations: [[Double]] = [[], []]
    for (index, key) in zip(indices, keys) {
      guard let score = runs[index].score, let measured = score.measuredStepTime,
        let side = sides[key]
      else { continue }
      utilizations[side].append(score.prediction.idealStepTime / measured)
    }
    for (index, key) in zip(indices, keys) {
      guard var score = runs[index].score, let side = sides[key],
        let utilization = median(utilizations[1 - side])
      else { continue }
      score.baselineStepTime = score.prediction.idealStepTime / utilization
      runs[index].outcome = .scored(score)
    }
  }
}
