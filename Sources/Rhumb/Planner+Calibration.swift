public import Validation

extension Planner {
  /// Fits the hardware's figures to measurements, as a calibration file declares.
  ///
  /// - Parameter leavesOut: whether each family of runs is predicted by a fit to the others, too.
  /// - Throws: `InvalidInput` when a table or hardware file cannot be read.
  public func calibrate(_ file: CalibrationFile, leavesOut: Bool) throws -> Calibration {
    Calibration(try CalibrationProblem(file, catalog: catalog), leavesOut: leavesOut)
  }
}
