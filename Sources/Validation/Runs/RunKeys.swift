/// All that a row says about a run but how it was measured: runs with equal keys are one
/// configuration at several dates.
struct ConfigurationKey: Hashable {
  var model: MeasuredRun.StatedModel
  var machine: MeasuredRun.StatedMachine
  var strategy: MeasuredRun.StatedStrategy
}

/// What is to be trained and on what, whatever the strategy: runs with equal keys could replace
/// each other, so their order matters to a planner.
struct JobKey: Hashable {
  var model: MeasuredRun.StatedModel
  var machine: MeasuredRun.StatedMachine
  /// `nil` where batches are free, too.
  var globalBatchSize: Int?
  var precision: String
}

extension MeasuredRun {
  var configurationKey: ConfigurationKey {
    ConfigurationKey(model: model, machine: machine, strategy: strategy)
  }

  /// The same model and sequence length, devices, global batch and precision.
  var jobKey: JobKey {
    var model = model
    model.parameters = nil
    return JobKey(
      model: model, machine: machine, globalBatchSize: strategy.globalBatchSize,
      precision: strategy.precision)
  }

  /// The same model, devices and precision; sequence length and batch are free.
  var sweepKey: JobKey {
    var model = model
    model.sequenceLength = nil
    model.parameters = nil
    return JobKey(
      model: model, machine: machine, globalBatchSize: nil, precision: strategy.precision)
  }
}
