import ArgumentParser
import Configuration
import Foundation
import Reports
import Rhumb
import Validation

struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "Fit the hardware's efficiencies to measured runs, kernels and collectives.",
    discussion: """
      The file says which figures of which devices, links and interfaces are fitted to which \
      tables, and what is believed of them beforehand; Clusters/Hardware/calibration.yaml is the \
      one behind the ready descriptions. Without --write, nothing changes: the result says how \
      far the descriptions are from the fit.
      """)

  @Argument(help: "What to fit to which tables.")
  var file: String

  @Flag(help: "Predict each family of runs by a fit to all others, too.")
  var leaveOneOut = false

  @Flag(help: "Write the fitted values, with what they were fitted to, into the descriptions.")
  var write = false

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting {
      let declared = try CalibrationFile.read(path: file)
      let planner = try catalogOptions.planner()
      let calibration = try planner.calibrate(declared, leavesOut: leaveOneOut)
      let changed = try calibration.files(of: planner.catalog, calibration: file)
        .filter(\.isDifferent)
      if write {
        for description in changed { try replace(description) }
      }
      try output.print(
        CalibrationDocument(calibration, changedFiles: write ? [] : changed.map(\.path)))
    }
  }

  private func replace(_ description: Calibration.ChangedFile) throws {
    do {
      try description.text.write(toFile: description.path, atomically: true, encoding: .utf8)
    } catch {
      throw InvalidInput(file: description.path, "cannot be written")
    }
  }
}
