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

      A sweep can be shared among machines: each plans one shard, such as --shard 2/8, and appends \
      each point to its own --results file as soon as it is planned; started again, it goes on where \
      it was stopped. --merge then makes the report from all files, or says what is missing.
      """)

  enum Effort: String, ExpressibleByArgument, CaseIterable { case fast, thorough }

  @Argument(help: "A sweep file.")
  var sweep: String

  @Option(
    help: "fast searches near the plans of neighbouring points, thorough everywhere.")
  var effort = Effort.fast

  @Option(help: ArgumentHelp("Write the points as a table for spreadsheets.", valueName: "file"))
  var csv: String?

  @Option(
    help: ArgumentHelp(
      "Plan every n-th point alone, from the i-th on, each in full.", valueName: "i/n"),
    transform: Self.shard)
  var shard: SweepShard?

  @Option(help: ArgumentHelp("Where a shard keeps its points, as JSON lines.", valueName: "file"))
  var results: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Make the report from the results of all shards.", valueName: "files"))
  var merge: [String] = []

  @OptionGroup var catalogOptions: CatalogOptions
  @OptionGroup var output: OutputOptions

  private static func shard(_ text: String) throws -> SweepShard {
    guard let shard = SweepShard(text) else {
      throw ValidationError("'\(text)' is no shard such as 2/8, the second of eight")
    }
    return shard
  }

  func validate() throws {
    if (shard == nil) != (results == nil) {
      throw ValidationError("'--shard' and '--results' go together")
    }
    if shard != nil, !merge.isEmpty {
      throw ValidationError("'--merge' is for when all shards are planned, without '--shard'")
    }
  }

  func run() throws {
    try reporting {
      if let shard, let results { return try plan(shard, into: results) }
      if !merge.isEmpty { return try mergeResults() }
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
      try show(document)
    }
  }

  private func show(_ document: SweepDocument) throws {
    if let csv { try OutputFile(csv).write(document.csv) }
    try output.print(document)
    if document.complete, document.points.allSatisfy({ $0.stepTimeSeconds == nil }) {
      throw Outcome.infeasible
    }
  }

  /// Plans what a result file lacks of a shard.
  private func plan(_ shard: SweepShard, into path: String) throws {
    let planner = try catalogOptions.planner()
    let sweep = try SweepFile.read(path: self.sweep)
    let file = try ResultLines(path: path, linesStartingWith: SweepRecord.lineStart)
    let known = Set(try planner.records(in: file.text, path: path, of: sweep).map(\.number))
    let points = shard.points(of: sweep.pointCount)
    let progress = ProgressLine()
    var done = points.count { known.contains($0) }
    complain("shard \(shard): \(done) of \(points.count) points are planned already")
    try planner.sweep(sweep, shard: shard, knowing: known) { record in
      try file.append(try record.line())
      done += 1
      progress.show(Double(done) / Double(points.count)) {
        "\(done) of \(points.count) points planned"
      }
    }
    progress.finish()
  }

  private func mergeResults() throws {
    let planner = try catalogOptions.planner()
    let sweep = try SweepFile.read(path: self.sweep)
    let files = try merge.map { path in (path, try ResultLines.read(path: path)) }
    try show(planner.merge(files, of: sweep))
  }
}
