public import Validation

extension Planner {
  /// Predicts published runs and compares with what was measured.
  ///
  /// - Throws: `InvalidInput` when a ready model or a hardware file cannot be read.
  public func validate(_ runs: [MeasuredRun]) throws -> ValidationResult {
    try ValidationResult(of: runs, catalog: catalog)
  }
}
