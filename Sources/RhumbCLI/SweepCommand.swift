import ArgumentParser
import Configuration
import Reports
import Rhumb

struct SweepCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep",
    abstract: "Plan a job while one or two factors vary.",
    discussion: """
      A sweep file names a job and what to vary: devices, global_batch_size, sequence_length, \
      interface_bandwidth or device_memory.
      """)

  enum Effort: String, ExpressibleByArgument, CaseIterable { case fast, thorough }

  @Argument(help: "A sweep file.")
  var sweep: String

  @Option(
    help: "fast searches near the plans of neighbouring points, thorough everywhere.")
  var effort = Effort.fast

  @Option(help: ArgumentHelp("Write the points as a table for spreadsheets.", valueName: "file"))
  var csv: String?

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting {
      let planner = try catalogOptions.planner()
      let progress = ProgressLine()
      Interruption.heed()
      let document = try planner.sweep(
        SweepFile.read(path: sweep), effort: effort == .fast ? .fast : .thorough
      ) { done, all in
        progress.show(Double(done) / Double(all)) { "\(done) of \(all) points planned" }
        return !Interruption.isAsked
      }
      progress.finish()
      if Interruption.isAsked { complain("interrupted: these points were planned until then") }
      if let csv { try OutputFile(csv).write(document.csv) }
      try output.print(document)
      if document.complete, document.points.allSatisfy({ $0.stepTimeSeconds == nil }) {
        throw Outcome.infeasible
      }
    }
  }
}
