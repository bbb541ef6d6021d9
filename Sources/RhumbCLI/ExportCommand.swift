import ArgumentParser
import Configuration
import Interop
import Rhumb

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Turn a plan into what a framework or launcher reads.",
    discussion: "Formats:\n"
      + LaunchFiles.formats.map { format in
        "  " + format.name + String(repeating: " ", count: max(1, 17 - format.name.count))
          + format.summary
      }.joined(separator: "\n")
        + """

        Only the result goes to standard output. What a format cannot say is told on standard \
        error, and the nearest that it can is written.
        """)

  @Argument(help: "A plan file, as rhumb plan --output writes it.")
  var plan: String

  @Option(help: ArgumentHelp("One of the formats below.", valueName: "name"))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "A hostfile with the names of the hosts in rank order.", valueName: "file"))
  var hosts: String?

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp("Write the plan in every format into a directory.", valueName: "dir"))
  var directory: String?

  @OptionGroup var catalogOptions: CatalogOptions

  func validate() throws {
    if (format == nil) == (directory == nil) {
      throw ValidationError("give one of --format and --output")
    }
    if directory?.isEmpty == true { throw ValidationError("--output must name a directory") }
    if let format { _ = try Self.format(named: format) }
  }

  private static func format(named name: String) throws -> any LaunchFormat {
    guard let found = LaunchFiles.formats.first(where: { $0.name == name }) else {
      let names = LaunchFiles.formats.map(\.name)
      throw ValidationError("--format is '\(name)'; \(hint(for: name, among: names))")
    }
    return found
  }

  func run() throws {
    try reporting {
      let planner = try catalogOptions.planner()
      let (problem, found) = try planner.load(PlanFile.read(path: plan), from: plan)
      let hosts = try hosts.map { try HostList.read(path: $0).hosts.map(\.name) }
      let launch = try planner.launch(found, of: problem, hosts: hosts)
      if let format {
        let text = try written(launch, as: Self.format(named: format))
        for note in text.notes { complain("note: \(note)") }
        try emit(text.content)
      }
      if let directory {
        let (files, refusals) = LaunchFiles.all(for: launch)
        try OutputDirectory(directory).write(files.map { ($0.name, $0.content) })
        for file in files {
          for note in file.notes { complain("\(file.name): \(note)") }
        }
        for refusal in refusals { complain("not written: \(refusal)") }
      }
    }
  }

  private func written(_ launch: Launch, as format: any LaunchFormat) throws -> LaunchText {
    do {
      return try format.text(of: launch)
    } catch {
      throw InvalidInput(file: plan, error.description)
    }
  }
}
